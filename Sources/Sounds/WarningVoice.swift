/// Pulses that say how near a hand is to an area in spasm: rarer and higher, more frequent and
/// lower, and a falling fifth for pain. Rhythm and pitch both tell, so that either is enough.
struct WarningVoice: Sendable {
  /// The most it gives.
  static let peak = 0.4

  private let rate: Double
  private var ramp: Ramp
  private var wanted = SpasmNearness.none
  private var playing = SpasmNearness.none
  /// Samples since the present repetition began.
  private var age = 0
  /// What is left of a repetition that gives way to a worse one.
  private var remainder = 1.0
  private var givesWay = false

  init(rate: Double) {
    self.rate = rate
    ramp = Ramp(seconds: 0.01, rate: rate)
  }

  mutating func follow(_ nearness: SpasmNearness, isOn: Bool) {
    wanted = isOn ? nearness : .none
    ramp.target = isOn ? 1 : 0
    if playing == .none { ramp.jump() }
  }

  mutating func next() -> Double {
    let loudness = ramp.next()
    if loudness == 0 {
      begin(.none)
      return 0
    }
    if playing == .none {
      guard wanted != .none else { return 0 }
      begin(wanted)
    }
    // What is worse does not wait; what is better begins when the repetition is over, so that a
    // hand at the edge of an area makes no stutter.
    if wanted > playing { givesWay = true }
    if givesWay {
      remainder -= 1 / (0.01 * rate)
      if remainder <= 0 { begin(wanted) }
    }
    guard let pattern = WarningPattern.of(playing) else { return 0 }
    let value = pattern.value(at: Double(age) / rate) * remainder * loudness
    age += 1
    if age >= Int((pattern.period * rate).rounded()) { begin(wanted) }
    return value
  }

  private mutating func begin(_ nearness: SpasmNearness) {
    playing = nearness
    age = 0
    remainder = 1
    givesWay = false
  }
}

/// What is repeated while a hand stays as near.
struct WarningPattern: Sendable {
  struct Note: Sendable {
    /// Seconds from the beginning of a repetition.
    var start: Double
    var length: Double
    var hertz: Double
  }

  private static let attack = 0.015

  /// Seconds from repetition to repetition.
  var period: Double
  var first: Note
  var second: Note?

  /// Two a second.
  static let margin = WarningPattern(
    period: 0.5, first: Note(start: 0, length: 0.16, hertz: 660))
  /// Four a second, a fifth lower.
  static let pressing = WarningPattern(
    period: 0.25, first: Note(start: 0, length: 0.14, hertz: 440))
  /// A fifth that falls.
  static let pain = WarningPattern(
    period: 0.8, first: Note(start: 0, length: 0.24, hertz: 528),
    second: Note(start: 0.24, length: 0.36, hertz: 352))

  static func of(_ nearness: SpasmNearness) -> WarningPattern? {
    switch nearness {
    case .none: nil
    case .margin: margin
    case .pressing: pressing
    case .pain: pain
    }
  }

  func value(at time: Double) -> Double {
    let note = second.flatMap { time >= $0.start ? $0 : nil } ?? first
    let age = time - note.start
    guard age < note.length else { return 0 }
    let rest = 1 - max(0, age - Self.attack) / (note.length - Self.attack)
    let envelope = min(1, age / Self.attack) * rest * rest
    // A little of the octave makes a tone that small loudspeakers carry too.
    let turns = note.hertz * age
    return envelope * (0.32 * Wave.sine(turns) + 0.08 * Wave.sine(2 * turns))
  }
}
