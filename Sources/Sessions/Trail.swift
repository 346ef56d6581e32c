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

/// The ways of all hands, in the order of landing: what is drawn, not what is judged.
///
/// Points of a strip lie ``spacing`` apart or more, but the first and the last stand where the hand
/// was. Of long attempts the oldest strips are forgotten; what was drawn of the others stays right.
public struct Trail: Sendable {
  /// Least distance of a strip's points, in 1/100 mm.
  public static let spacing = 100
  /// Points beyond which the oldest strips are forgotten.
  public static let mostPoints = 30_000

  /// Those that are remembered.
  public private(set) var strips: [TrailStrip] = []
  /// How many strips before those were forgotten.
  public private(set) var forgotten = 0
  private var points = 0
  /// Strips that still grow, by their number from the start, and where the hand was seen last.
  private var open: [(strip: Int, place: Position)] = []

  public init() {}

  /// Whether any hand ever came down.
  public var isEmpty: Bool { strips.isEmpty && forgotten == 0 }

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
      open.append((forgotten + strips.count, point.place))
      strips.append(
        TrailStrip(
          contact: landing.contact, phase: phase,
          guide: reading.hands.first { $0.contact == landing.contact }?.guide, points: [point]))
      points += 1
      forget()
      return true
    case .move(let contact, let sample), .lift(let contact, let sample):
      guard
        let place = open.firstIndex(where: { strips[$0.strip - forgotten].contact == contact })
      else { return false }
      let strip = open[place].strip - forgotten
      // A hand at rest adds nothing to see.
      let hasMoved = open[place].place != sample.position
      open[place].place = sample.position
      let isLift = if case .lift = event { true } else { false }
      if let last = strips[strip].points.last?.place, last != sample.position,
        isLift || Trail.areApart(last, sample.position)
      {
        strips[strip].points.append(
          TrailPoint(time: sample.time, place: sample.position, quality: quality))
        points += 1
      }
      if let hand = reading.hands.first(where: { $0.contact == contact }), let guide = hand.guide {
        strips[strip].guide = guide
      }
      if isLift {
        strips[strip].isOver = true
        open.remove(at: place)
        forget()
      }
      return hasMoved
    }
  }

  private static func areApart(_ one: Position, _ other: Position) -> Bool {
    let (x, y) = (one.x - other.x, one.y - other.y)
    return x * x + y * y >= spacing * spacing
  }

  /// Forgets the oldest strips beyond the cap, some at once so that it is not done each time.
  private mutating func forget() {
    guard points > Trail.mostPoints else { return }
    let growing = open.map(\.strip).min() ?? forgotten + strips.count
    var count = 0
    while count < growing - forgotten, points > Trail.mostPoints * 9 / 10 {
      points -= strips[count].points.count
      count += 1
    }
    strips.removeFirst(count)
    forgotten += count
  }
}
