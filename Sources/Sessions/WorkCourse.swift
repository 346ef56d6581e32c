import Attempts
import Scenarios
import Scoring

/// In which order an attempt did what the case asks: where one hand is looked at beside another,
/// the same piece of work is found by it.
struct WorkCourse: Sendable {
  /// A stroke, a circle, a press or a lift that was begun.
  struct Piece: Hashable, Sendable {
    var phase: Int
    /// Index of the guide or point; nil: of none.
    var guide: Int?
    /// How many of that guide were done before.
    var count: Int
    /// Microseconds of the attempt's clock, from the first touch, or the circle before, to the lift
    /// or the next circle.
    var start: Int
    var end: Int
  }

  /// A step that was entered.
  struct Entry: Hashable, Sendable {
    var phase: Int
    var time: Int
  }

  private struct Down: Sendable {
    var contact: Int
    /// Index of the newest of its pieces.
    var piece: Int
    /// How much of each guide was done when it came down.
    var counts: [Int]
  }

  private(set) var pieces: [Piece] = []
  private(set) var entries: [Entry] = []
  private var down: [Down] = []

  init(pieces: [Piece], entries: [Entry]) {
    self.pieces = pieces
    self.entries = entries
  }

  /// - Parameter phase: in which the attempt begins, as a drill does.
  init(startingIn phase: Int?) {
    if let phase { entries.append(Entry(phase: phase, time: 0)) }
  }

  /// When the attempt was in which step; before the first it was in none.
  func stays(in scenario: Scenario) -> [Deduction.Stay] {
    entries.map { entry in
      Deduction.Stay(phase: scenario.phases[entry.phase].id, start: Double(entry.time) / 1_000_000)
    }
  }

  /// Takes an event after the fold took it.
  mutating func take(_ event: Event, _ state: AttemptUnderWay, _ reading: LiveReading?) {
    switch event {
    case .act(.phase, let time):
      if let phase = state.attempt.phaseIndex { entries.append(Entry(phase: phase, time: time)) }
    case .act(.pause, let time), .act(.end, let time):
      for hand in down { pieces[hand.piece].end = time }
      down = []
    case .act: break
    case .land(let landing):
      guard let reading, let phase = reading.phase else { return }
      let time = landing.sample.time
      let counts = WorkCourse.counts(reading)
      down.append(Down(contact: landing.contact, piece: pieces.count, counts: counts))
      pieces.append(Piece(phase: phase, guide: nil, count: 0, start: time, end: time))
      note(landing.contact, reading, at: time)
    case .move(let contact, let sample):
      if let reading { note(contact, reading, at: sample.time) }
    case .lift(let contact, let sample):
      guard let index = down.firstIndex(where: { $0.contact == contact }) else { return }
      pieces[down[index].piece].end = sample.time
      down.remove(at: index)
    }
  }

  /// Notes what a hand works on, and where one circle gives way to the next.
  private mutating func note(_ contact: Int, _ reading: LiveReading, at time: Int) {
    guard let index = down.firstIndex(where: { $0.contact == contact }) else { return }
    let hand = down[index]
    pieces[hand.piece].end = time
    if pieces[hand.piece].guide == nil {
      guard let guide = WorkCourse.target(of: contact, reading),
        hand.counts.indices.contains(guide)
      else { return }
      pieces[hand.piece].guide = guide
      pieces[hand.piece].count = hand.counts[guide]
    }
    guard let guide = pieces[hand.piece].guide, reading.guides.indices.contains(guide),
      reading.guides[guide].loopsAsked > 0,
      reading.guides[guide].count > pieces[hand.piece].count
    else { return }
    down[index].piece = pieces.count
    pieces.append(
      Piece(
        phase: pieces[hand.piece].phase, guide: guide, count: reading.guides[guide].count,
        start: time, end: time))
  }

  /// The guide or point under a hand; all lifts are one.
  private static func target(of contact: Int, _ reading: LiveReading) -> Int? {
    if reading.lifts != nil { return 0 }
    if !reading.points.isEmpty { return reading.points.firstIndex { $0.held > 0 } }
    return reading.hands.first { $0.contact == contact }?.guide
  }

  private static func counts(_ reading: LiveReading) -> [Int] {
    if let lifts = reading.lifts { return [lifts.lifts] }
    return reading.points.isEmpty
      ? reading.guides.map(\.count) : reading.points.map { _ in 0 }
  }
}
