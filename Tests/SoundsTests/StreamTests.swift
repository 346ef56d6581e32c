import Scenarios
import Testing

@testable import Sounds

/// What holds of every stream, whatever is asked of it.
@Suite struct StreamTests {
  /// The largest step from sample to sample at 48 000 samples a second, as docs/sounds.md says.
  static let largestStep = 0.12

  struct Change {
    var at: Int
    var state: SoundState
    var settings: SoundSettings
  }

  /// Changes that no person could make, with figures that no hand could have.
  static func changes(_ numbers: inout SeededNumbers, in count: Int) -> [Change] {
    let figures = [
      0, -1, 1, 9.9, 28.6, 60, 120, 240, 10_000, 1e300, -1e300, .nan, .infinity, -.infinity,
      .leastNonzeroMagnitude,
    ]
    let bands = [
      Band(full: 20...100, none: 10...200), Band(full: 0...0, none: 0...0),
      Band(full: 50...50, none: 0...1e300), Band(full: 0...(.infinity), none: 0...(.infinity)),
    ]
    let volumes = [0, 0.3, 0.6, 1, 1, 1, 7, -1, .nan, .infinity]
    var at = 0
    var changes: [Change] = []
    while at < count {
      var state = SoundState.silent
      if numbers.int(0...3) > 0 {
        state.beat = Beat(
          tempo: numbers.pick(figures),
          turn: numbers.pick([nil, 0.5, 0.7, 0, 1, -3, Double.nan, .infinity]))
      }
      if numbers.int(0...3) > 0 {
        state.speed = HandSpeed(numbers.pick(figures), of: numbers.pick(bands))
      }
      state.nearness = numbers.pick(SpasmNearness.allCases)
      let settings = SoundSettings(
        metronome: numbers.int(0...4) > 0, speedTone: numbers.int(0...4) > 0,
        spasmWarning: numbers.int(0...4) > 0, volume: numbers.pick(volumes))
      changes.append(Change(at: at, state: state, settings: settings))
      at += numbers.pick([1, 7, 200, 2_000, 20_000])
    }
    return changes
  }

  /// Renders in blocks of sizes that `size` gives, cut where something changes.
  static func render(
    _ changes: [Change], count: Int, size: () -> Int
  ) -> [Double] {
    var synthesiser = Synthesiser(rate: Ear.rate)
    var samples: [Double] = []
    samples.reserveCapacity(count)
    for (index, change) in changes.enumerated() {
      synthesiser.follow(change.state, change.settings)
      let end = index + 1 < changes.count ? min(changes[index + 1].at, count) : count
      while samples.count < end {
        var block = [Double](repeating: .nan, count: min(size(), end - samples.count))
        synthesiser.render(into: &block)
        samples += block
        // To be told the same again changes nothing.
        synthesiser.follow(change.state, change.settings)
      }
    }
    return samples
  }

  @Test(arguments: 0..<12)
  func whateverIsAskedNothingClicksClipsOrDependsOnBlocks(round: Int) {
    let seed = 91 + UInt64(round)
    var numbers = SeededNumbers(seed: seed)
    let count = 96_000
    let changes = Self.changes(&numbers, in: count)
    let whole = Self.render(changes, count: count) { 4_096 }
    #expect(whole.allSatisfy { $0.isFinite }, "seed \(seed)")
    #expect(Ear.peak(whole) <= Synthesiser.peak, "seed \(seed)")
    #expect(Ear.largestStep(whole) <= Self.largestStep, "seed \(seed)")
    #expect(Self.render(changes, count: count) { 1 } == whole, "seed \(seed)")
    let cut = Self.render(changes, count: count) { numbers.int(1...4_096) }
    #expect(cut == whole, "seed \(seed)")
  }

  @Test func thePeakLeavesRoom() { #expect(Synthesiser.peak < 1) }

  /// Everything at once, at full volume, as loud as it can be.
  @Test func everythingAtOnceIsHeardAndHasNoOffset() {
    let state = SoundState(
      beat: Beat(tempo: 120), speed: HandSpeed(60, of: Band(full: 20...100, none: 10...200)),
      nearness: .pressing)
    let settings = SoundSettings(metronome: true, speedTone: true, volume: 1)
    let samples = Ear.listen(10, to: state, settings)
    #expect(Ear.peak(samples) > 0.4)
    #expect(Ear.peak(samples) <= Synthesiser.peak)
    #expect(abs(samples.reduce(0, +) / Double(samples.count)) < 0.001)
  }

  @Test func whatIsOffIsExactlySilent() {
    let state = SoundState(
      beat: Beat(tempo: 120), speed: HandSpeed(60, of: Band(full: 20...100, none: 10...200)),
      nearness: .pain)
    let off = SoundSettings(spasmWarning: false)
    #expect(!off.isAnyOn)
    #expect(Ear.listen(2, to: state, off).allSatisfy { $0 == 0 })
    let mute = SoundSettings(metronome: true, speedTone: true, volume: 0)
    #expect(!mute.isAnyOn)
    #expect(Ear.listen(2, to: state, mute).allSatisfy { $0 == 0 })
  }

  @Test func theWarningAloneIsOnByDefault() {
    let usual = SoundSettings()
    #expect(Sound.allCases.filter { usual[$0] } == [.spasmWarning])
    #expect(usual.isAnyOn)
    var changed = usual
    for sound in Sound.allCases { changed[sound].toggle() }
    #expect(Sound.allCases.filter { changed[$0] } == [.metronome, .speedTone])
  }

  /// Half the volume is a quarter of the loudness that is written.
  @Test func volumeGoesByItsSquare() {
    let state = SoundState(speed: HandSpeed(60, of: Band(full: 20...100, none: 10...200)))
    func peak(_ volume: Double) -> Double {
      let settings = SoundSettings(speedTone: true, volume: volume)
      return Ear.peak(Ear.listen(0.5, to: state, settings))
    }
    #expect(abs(peak(0.5) * 4 - peak(1)) < 1e-9)
  }

  @Test(arguments: [8_000.0, 22_050, 44_100, 96_000, 192_000])
  func otherRatesSoundTheSame(rate: Double) {
    var synthesiser = Synthesiser(rate: rate)
    synthesiser.follow(SoundState(nearness: .margin), SoundSettings(volume: 1))
    var samples = [Double](repeating: 0, count: Int(rate * 2))
    synthesiser.render(into: &samples)
    let quiet = 0.02 * rate
    var onsets = 0
    var silence = Int(rate)
    for sample in samples {
      if sample == 0 {
        silence += 1
      } else {
        if Double(silence) >= quiet { onsets += 1 }
        silence = 0
      }
    }
    #expect(onsets == 4)
    #expect(samples.allSatisfy { abs($0) <= 1 })
  }

  @Test func theSineIsASine() {
    // Half and third turns, whose sines are known; and the law of Pythagoras in between.
    #expect(Wave.sine(0) == 0)
    #expect(abs(Wave.sine(0.25) - 1) < 1e-9)
    #expect(abs(Wave.sine(1.0 / 12) - 0.5) < 1e-9)
    #expect(abs(Wave.sine(1.0 / 6) - 0.75.squareRoot()) < 1e-9)
    for step in -400...400 {
      let turn = Double(step) / 97
      let (sine, cosine) = (Wave.sine(turn), Wave.sine(turn + 0.25))
      #expect(abs(sine * sine + cosine * cosine - 1) < 4e-9)
      #expect(abs(Wave.sine(-turn) + sine) < 1e-9)
      #expect(abs(Wave.sine(2 * turn) - 2 * sine * cosine) < 4e-9)
    }
  }
}
