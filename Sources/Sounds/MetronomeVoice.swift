/// A soft wooden tick at a tempo.
struct MetronomeVoice: Sendable {
  /// Beats a minute that can be told apart; others are brought within.
  static let tempos = 1.0...240.0
  /// The most it gives.
  static let peak = 0.33

  private let rate: Double
  private var ramp: Ramp
  private var tick: Tick
  /// Share of the present beat that is gone.
  private var gone = 1.0
  private var step = 0.0
  private var turn: Double?
  private var hasTurned = false
  private var isRunning = false

  init(rate: Double) {
    self.rate = rate
    ramp = Ramp(seconds: 0.01, rate: rate)
    tick = Tick(rate: rate)
  }

  /// - Parameter beat: nil, or one that is no tempo, stops it once its tick has died away.
  mutating func follow(_ beat: Beat?, isOn: Bool) {
    ramp.target = isOn ? 1 : 0
    // Out of silence the first tick is as loud as the others.
    if !tick.isSounding { ramp.jump() }
    guard isOn, let beat, beat.tempo.isFinite, beat.tempo > 0 else {
      isRunning = false
      return
    }
    let tempo = min(max(beat.tempo, MetronomeVoice.tempos.lowerBound), Self.tempos.upperBound)
    if !isRunning {
      isRunning = true
      // The first beat is due at once.
      gone = 1
    }
    step = tempo / 60 / rate
    // A turn too near to a beat would only blur it.
    let least = 2 * Tick.seconds * tempo / 60
    turn = beat.turn.flatMap { $0 >= least && $0 <= 1 - least ? $0 : nil }
  }

  mutating func next() -> Double {
    let loudness = ramp.next()
    if isRunning {
      if gone >= 1, !tick.isSounding {
        gone = gone - 1 < step ? gone - 1 : 0
        hasTurned = false
        tick.strike(isTurn: false)
      } else if let turn, !hasTurned, gone >= turn, gone < 1, !tick.isSounding {
        hasTurned = true
        tick.strike(isTurn: true)
      }
      gone += step
    }
    return tick.isSounding ? tick.next() * loudness : 0
  }
}

/// One strike on wood.
///
/// A bar that lies free sounds its first two modes, 1 : 2.756 in pitch (Fletcher & Rossing, The
/// Physics of Musical Instruments, 2nd ed., section 2.15), the upper of which dies away sooner.
struct Tick: Sendable {
  /// How long it is heard.
  static let seconds = 0.12
  private static let attack = 0.002
  private static let fade = 0.03

  private let rate: Double
  private let length: Int
  private let lowDecay: Double
  private let highDecay: Double
  private var age: Int
  private var low = 0.0
  private var high = 0.0
  private var hertz = 0.0

  init(rate: Double) {
    self.rate = rate
    length = Int(Tick.seconds * rate)
    // What is left after a sample, for times of 22 and 9 ms in which a mode falls to 1/e.
    lowDecay = 1 - 1 / (0.022 * rate)
    highDecay = 1 - 1 / (0.009 * rate)
    age = length
  }

  var isSounding: Bool { age < length }

  /// - Parameter isTurn: softer and lower, where the hand turns back.
  mutating func strike(isTurn: Bool) {
    age = 0
    hertz = isTurn ? 620 : 820
    low = isTurn ? 0.13 : 0.26
    high = isTurn ? 0.03 : 0.07
  }

  mutating func next() -> Double {
    let time = Double(age) / rate
    let left = Double(length - age) / rate
    let envelope = min(1, time / Tick.attack) * min(1, left / Tick.fade)
    let value =
      low * Wave.sine(hertz * time) + high * Wave.sine(hertz * 2.756 * time)
    low *= lowDecay
    high *= highDecay
    age += 1
    return value * envelope
  }
}
