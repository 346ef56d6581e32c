public import Geometry

/// What the hands do right now, for gauges, trail and coaching. Never judged.
public struct LiveReading: Sendable {
  /// Index of the phase under way, or nil.
  public var phase: Int?
  /// The hands that are down and judged, in the order of landing.
  public var hands: [HandReading] = []
  /// One a guide of the phase under way, in the order of the case.
  public var guides: [GuideReading] = []
  /// One a point of the phase under way, in the order of the case.
  public var points: [PointReading] = []
  /// Where lifts are asked.
  public var lifts: LiftReading?

  public init(phase: Int? = nil) { self.phase = phase }
}

public struct HandReading: Sendable {
  public var contact: Int
  public var place: Position
  public var pressure: Double?
  /// mm/s over the last 200 ms; nil in the first 200 ms of a contact.
  public var speed: Double?
  /// Index of the guide it belongs to, or nil.
  public var guide: Int?
  /// Arc length on the guide in mm, while within its corridor.
  public var arc: Double?
  /// Signed distance from the guide in mm (positive left of travel); nil when it is of no guide.
  public var deviation: Double?
  public var isOff: Bool
  public var isReturning: Bool
  public var isBackward: Bool
  /// The worst state toward any area in spasm or the spine.
  public var area: AreaNearness
  /// Id of that area.
  public var areaID: String?
}

/// How near the hand's shape is to an area whose rule it can break, from harmless to worst.
public enum AreaNearness: Int, Comparable, Sendable {
  case clear, margin, touching, breakingRule, pain

  public static func < (a: AreaNearness, b: AreaNearness) -> Bool { a.rawValue < b.rawValue }
}

public struct GuideReading: Sendable {
  /// Strokes with coverage of at least 0.9 so far.
  public var strokesDone: Int
  public var strokesAsked: Int
  /// Loops counted so far, where circles are asked.
  public var loopsDone: Int
  public var loopsAsked: Int
  /// Share of the guide that the stroke under way, or all loops, have covered, 0 to 1.
  public var currentCoverage: Double
  /// High-water mark of the stroke under way, in mm of arc; nil when none is.
  public var mark: Double?
  /// Mean coverage of the best strokes so far, 0 to 1.
  public var done: Double

  /// Strokes or loops, whichever the phase asks.
  public var count: Int { loopsAsked > 0 ? loopsDone : strokesDone }
  public var asked: Int { loopsAsked > 0 ? loopsAsked : strokesAsked }
}

/// One point to press.
public struct PointReading: Sendable {
  /// Seconds that the hand which is there now has held it; 0 when none is.
  public var held: Double
  /// Seconds asked.
  public var hold: Double
  /// Of the longest press so far, 0 to 1.
  public var done: Double
}

/// The lifts of an area.
public struct LiftReading: Sendable {
  public var lifts: Int
  /// Where each lift's hand came down, in the order of lifts.
  public var places: [FinePoint]
  public var asked: Int
  public var done: Double
}

/// What the trail and the coaching line say of a moment, worst first.
public enum Cue: Hashable, Sendable {
  case pain(area: String)
  case pressingArea(area: String)
  /// Nobody prescribed it.
  case vibrating
  case tapping
  case nearArea(area: String)
  case tooHard(share: Double, aim: ClosedRange<Double>)
  case tooLight(share: Double, aim: ClosedRange<Double>)
  case tooFast(speed: Double, aim: ClosedRange<Double>)
  case tooSlow(speed: Double, aim: ClosedRange<Double>)
  /// Signed mm from the guide.
  case offPath(deviation: Double)
  case backward
  case steady
  /// No hand is down.
  case none
}

/// How a stretch of the trail is drawn.
public enum TrailQuality: UInt8, Sendable { case inBand, high, low, spasm }

extension Cue {
  public var quality: TrailQuality {
    switch self {
    case .pain, .pressingArea, .nearArea: .spasm
    case .tooHard, .tooFast, .offPath, .backward, .vibrating, .tapping: .high
    case .tooLight, .tooSlow: .low
    case .steady, .none: .inBand
    }
  }
}
