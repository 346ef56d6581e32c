import Attempts
public import Geometry
public import Scoring

/// A place where a hand was, and how good it was there.
public struct TrailPoint: Hashable, Sendable {
  /// Microseconds of the attempt's clock.
  public var time: Int
  public var place: Position
  public var quality: TrailQuality
}

/// The way of one contact.
public struct TrailStrip: Hashable, Sendable {
  public let contact: Int
  /// Index of the phase it was made in.
  public let phase: Int
  /// Index of the guide the hand was of when it landed; nil when of none.
  public internal(set) var guide: Int?
  public internal(set) var points: [TrailPoint]
  /// Whether the hand was lifted.
  public internal(set) var isOver = false
}

/// The ways of all hands, in the order of landing. It only grows while an attempt is under way, so
/// what was drawn of it once stays right.
public struct Trail: Sendable {
  public private(set) var strips: [TrailStrip] = []
  private var open: [Int] = []

  public init() {}

  /// Says whether the hand came to another place.
  @discardableResult
  mutating func add(
    _ event: Event, phase: Int, reading: LiveReading, quality: TrailQuality
  ) -> Bool {
    switch event {
    case .act: return false
    case .land(let landing):
      let point = TrailPoint(
        time: landing.sample.time, place: landing.sample.position, quality: quality)
      open.append(strips.count)
      strips.append(
        TrailStrip(
          contact: landing.contact, phase: phase,
          guide: reading.hands.first { $0.contact == landing.contact }?.guide, points: [point]))
      return true
    case .move(let contact, let sample), .lift(let contact, let sample):
      guard let place = open.firstIndex(where: { strips[$0].contact == contact }) else {
        return false
      }
      let strip = open[place]
      // A hand at rest adds nothing to see.
      let hasMoved = strips[strip].points.last?.place != sample.position
      if hasMoved {
        strips[strip].points.append(
          TrailPoint(time: sample.time, place: sample.position, quality: quality))
      }
      if let hand = reading.hands.first(where: { $0.contact == contact }), let guide = hand.guide {
        strips[strip].guide = guide
      }
      if case .lift = event {
        strips[strip].isOver = true
        open.remove(at: place)
      }
      return hasMoved
    }
  }
}
