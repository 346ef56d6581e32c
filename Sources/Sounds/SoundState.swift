public import Scenarios

/// What there is to be heard at a moment, whichever of it a person wants to hear.
public struct SoundState: Hashable, Sendable {
  /// The beat of the step under way; nil where nothing is to be done in time.
  public var beat: Beat?
  /// How fast the hand is; nil when none is down, or speed is not asked.
  public var speed: HandSpeed?
  public var nearness: SpasmNearness

  public init(
    beat: Beat? = nil, speed: HandSpeed? = nil, nearness: SpasmNearness = .none
  ) {
    self.beat = beat
    self.speed = speed
    self.nearness = nearness
  }

  /// As outside practice, in a pause, while something is asked, and in an exam.
  public static let silent = SoundState()
}

/// A tempo.
public struct Beat: Hashable, Sendable {
  /// Beats a minute.
  public var tempo: Double
  /// Share of a beat, between 0 and 1, after which the hand turns back; nil: it does not.
  public var turn: Double?

  public init(tempo: Double, turn: Double? = nil) {
    self.tempo = tempo
    self.turn = turn
  }
}

/// The speed of a hand and what is asked of it.
public struct HandSpeed: Hashable, Sendable {
  /// mm/s.
  public var speed: Double
  /// In mm/s.
  public var band: Band

  public init(_ speed: Double, of band: Band) {
    self.speed = speed
    self.band = band
  }
}

/// How near a hand is to breaking the rule of an area in spasm, from harmless to worst.
public enum SpasmNearness: Int, CaseIterable, Comparable, Hashable, Sendable {
  case none, margin, pressing, pain

  public static func < (a: SpasmNearness, b: SpasmNearness) -> Bool { a.rawValue < b.rawValue }
}
