import Sounds

/// What the tests hear with.
enum Ear {
  static let rate = 48_000.0

  /// The samples of a state that stays, after what came before.
  static func listen(
    _ seconds: Double, to state: SoundState, _ settings: SoundSettings,
    _ synthesiser: inout Synthesiser
  ) -> [Double] {
    synthesiser.follow(state, settings)
    var samples = [Double](repeating: .nan, count: Int((seconds * rate).rounded()))
    synthesiser.render(into: &samples)
    return samples
  }

  static func listen(
    _ seconds: Double, to state: SoundState, _ settings: SoundSettings
  ) -> [Double] {
    var synthesiser = Synthesiser(rate: rate)
    return listen(seconds, to: state, settings, &synthesiser)
  }

  /// Amplitude of a frequency in samples (Goertzel 1958); 1 for a sine of full scale.
  static func amplitude(of hertz: Double, in samples: some Collection<Double>) -> Double {
    // The cosine by its doubled half angles, which needs no C library.
    let angle = 2 * Double.pi * hertz / rate
    let small = angle / 1_024
    var cosine = 1 - small * small / 2 + small * small * small * small / 24
    for _ in 0..<10 { cosine = 2 * cosine * cosine - 1 }
    var (one, two) = (0.0, 0.0)
    for sample in samples { (one, two) = (sample + 2 * cosine * one - two, one) }
    let power = one * one + two * two - 2 * cosine * one * two
    return 2 * max(0, power).squareRoot() / Double(max(samples.count, 1))
  }

  /// The strongest of frequencies from one to another, in Hz.
  static func pitch(
    of samples: some Collection<Double>, from: Double, to: Double, step: Double
  ) -> Double {
    var best = (hertz: 0.0, amplitude: -1.0)
    for hertz in stride(from: from, through: to, by: step) {
      let amplitude = amplitude(of: hertz, in: samples)
      if amplitude > best.amplitude { best = (hertz, amplitude) }
    }
    return best.hertz
  }

  /// Where sound begins again after at least so many seconds of exact silence.
  static func onsets(in samples: [Double], after silence: Double = 0.02) -> [Int] {
    var onsets: [Int] = []
    var quiet = Int.max / 2
    for (index, sample) in samples.enumerated() {
      if sample == 0 {
        quiet += 1
      } else {
        if Double(quiet) >= silence * rate { onsets.append(index) }
        quiet = 0
      }
    }
    return onsets
  }

  static func peak(_ samples: [Double]) -> Double { samples.reduce(0) { max($0, abs($1)) } }

  /// The largest step from one sample to the next, from silence on.
  static func largestStep(_ samples: [Double]) -> Double {
    var last = 0.0
    var largest = 0.0
    for sample in samples {
      largest = max(largest, abs(sample - last))
      last = sample
    }
    return largest
  }
}

/// Numbers that a seed repeats (SplitMix64).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  mutating func pick<T>(_ values: [T]) -> T { values[int(0...values.count - 1)] }
}
