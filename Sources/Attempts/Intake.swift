public import Geometry

/// Turns what a device reports into events: rounds once, thins, and keeps the one order.
///
/// The window's edge. Times are microseconds of the attempt's clock, places millimetres of the
/// body frame, pressure a share of the input's range. Times never go back: a report stamped
/// earlier than the last event takes the last event's time.
public struct Intake: Sendable {
  /// At most 250 samples a second of a hand are kept.
  public static let shortestGap = 4_000
  /// While a hand is down there is at least one sample every 50 ms, moved or not.
  public static let longestGap = 50_000

  /// What comes later is stamped with this, so that no event leaves the bound of 24 hours; the
  /// rest of it is room for events that must differ by a microsecond.
  static let latest = Bounds.time - 100_000

  private struct Down: Sendable {
    var hand: Int
    var contact: Int
    var kept: Int
    var latest: Sample
  }

  private var nextContact = 1
  private var time = 0
  /// Contact of the last event at `time`; nil for an act.
  private var lastContact: Int?
  private var down: [Down] = []

  public init() {}

  public var isAnyHandDown: Bool { !down.isEmpty }

  /// Takes note of an event that was recorded before: what comes goes after it. Hands that were
  /// recorded must be lifted in the end; none of them is taken up again.
  public mutating func follow(_ event: Event) {
    time = max(time, event.time)
    lastContact = event.contact
    if let contact = event.contact { nextContact = max(nextContact, contact + 1) }
  }

  /// An act; hands that are down are lifted first by ``liftAll(at:)`` where the act needs it.
  public mutating func act(_ act: Act, at moment: Int) -> Event {
    // An act sorts before what hands did at its time, so it must come later than that.
    let moment = min(moment, Intake.latest)
    let stamp = lastContact == nil ? max(moment, time) : max(moment, time + 1)
    time = stamp
    lastContact = nil
    return .act(act, time: stamp)
  }

  /// A hand coming down. Nil when that hand is down already, a hundred are, or 10,000 contacts were
  /// made.
  public mutating func land(
    hand: Int, at moment: Int, _ place: Point, pressure: Double?, millimetresPerPixel: Double
  ) -> Event? {
    guard !down.contains(where: { $0.hand == hand }), nextContact <= Bounds.contacts,
      down.count < Bounds.hands,
      let sample = sample(at: moment, place, pressure, contact: nextContact)
    else { return nil }
    let contact = nextContact
    nextContact += 1
    down.append(Down(hand: hand, contact: contact, kept: sample.time, latest: sample))
    let scale = millimetresPerPixel.isFinite ? min(max(millimetresPerPixel, 0.000_001), 1000) : 1
    return .land(
      Landing(
        contact: contact, hand: hand, nanometresPerPixel: FinePoint.units(scale), sample: sample))
  }

  /// A hand that moved. Nil when it is not down, or came within 4 ms of the last kept sample.
  public mutating func move(hand: Int, at moment: Int, _ place: Point, pressure: Double?) -> Event?
  {
    guard let index = down.firstIndex(where: { $0.hand == hand }) else { return nil }
    let early = max(moment, time) - down[index].kept < Intake.shortestGap
    guard let sample = sample(at: moment, place, pressure, contact: down[index].contact, dry: early)
    else { return nil }
    down[index].latest = sample
    if early { return nil }
    down[index].kept = sample.time
    return .move(contact: down[index].contact, sample)
  }

  /// A hand that left. Nil when it was not down.
  public mutating func lift(hand: Int, at moment: Int, _ place: Point?) -> Event? {
    guard let index = down.firstIndex(where: { $0.hand == hand }) else { return nil }
    let state = down[index]
    var last = state.latest
    if let place, let there = sample(at: moment, place, nil, contact: state.contact, dry: true) {
      last.position = there.position
    }
    last.time = stamp(moment, contact: state.contact)
    down.remove(at: index)
    return .lift(contact: state.contact, last)
  }

  /// Lifts every hand where it was last seen, in the order of landing.
  public mutating func liftAll(at moment: Int) -> [Event] {
    down.map(\.hand).compactMap { lift(hand: $0, at: moment, nil) }
  }

  /// The samples that are due because a hand has rested for 50 ms; call at least as often.
  public mutating func rest(at moment: Int) -> [Event] {
    var events: [Event] = []
    // The hand that has waited longest comes first; one that fell behind the other hand's events
    // is stamped with theirs.
    while let index = down.indices.min(by: {
      (down[$0].kept, down[$0].contact) < (down[$1].kept, down[$1].contact)
    }) {
      let due = down[index].kept + Intake.longestGap
      guard due <= min(moment, Intake.latest) else { break }
      var sample = down[index].latest
      sample.time = stamp(due, contact: down[index].contact)
      down[index].kept = sample.time
      down[index].latest = sample
      events.append(.move(contact: down[index].contact, sample))
    }
    return events
  }

  private mutating func stamp(_ moment: Int, contact: Int) -> Int {
    var stamp = max(min(moment, Intake.latest), time)
    if stamp == time, let lastContact, contact < lastContact { stamp += 1 }
    time = stamp
    lastContact = contact
    return stamp
  }

  /// Nil when the place or the time is out of bounds. A dry sample takes no place in the order.
  private mutating func sample(
    at moment: Int, _ place: Point, _ pressure: Double?, contact: Int, dry: Bool = false
  ) -> Sample? {
    guard place.x.isFinite, place.y.isFinite, abs(place.x) <= 2000, abs(place.y) <= 2000,
      moment <= Intake.latest
    else { return nil }
    let share = pressure.flatMap { $0.isFinite ? min(max($0, 0), 1) : nil }
    let sample = Sample(
      time: max(moment, time), position: Position(millimetres: place.x, place.y),
      pressure: share.map { Int(nearest: $0 * 1000) })
    guard !dry else { return sample }
    var stamped = sample
    stamped.time = stamp(moment, contact: contact)
    return stamped
  }
}
