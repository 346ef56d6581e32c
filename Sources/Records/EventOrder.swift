import Attempts

/// Brings acts and contacts into the one order of events: by time, acts before hands, hands by
/// contact number.
///
/// Contacts come one after another, each in the order of its time and none beginning before the
/// one before it. Where they do not overlap nothing is kept; of contacts that do, what lies beyond
/// the next one's beginning waits.
final class EventOrder {
  /// Samples that wait, at most: over four hours of a second hand.
  static let longestWait = 4_000_000

  private struct Waiting {
    var sample: Sample
    var contact: Int
    var isLift: Bool
    /// Its place among the samples of its contact.
    var order: Int

    func isBefore(_ other: Waiting) -> Bool {
      if sample.time != other.sample.time { return sample.time < other.sample.time }
      if contact != other.contact { return contact < other.contact }
      return order < other.order
    }
  }

  private let acts: [(act: Act, time: Int)]
  /// When each contact begins, where that is known; else contacts must not overlap.
  private let starts: [Int]?
  private let wait: Int
  private let step: (Event) throws(RecordError) -> Void
  private var nextAct = 0
  private var contacts = 0
  private var contact = 0
  /// Where the contact's trace stands.
  private var line = 0
  private var held: Sample?
  private var order = 0
  /// Contacts that landed and whose last sample has not gone out.
  private var down = 0
  /// A binary heap, the earliest first.
  private var waiting: [Waiting] = []

  /// - Parameter wait: samples that wait, at most.
  init(
    acts: [(act: Act, time: Int)], starts: [Int]?, wait: Int = EventOrder.longestWait,
    _ step: @escaping (Event) throws(RecordError) -> Void
  ) {
    self.acts = acts
    self.starts = starts
    self.wait = wait
    self.step = step
  }

  /// - Parameter line: where it stands in the document.
  func land(_ landing: Landing, line: Int) throws(RecordError) {
    contacts += 1
    self.line = line
    contact = landing.contact
    order = 0
    held = landing.sample
    isFirst = true
    try release(upTo: landing.sample.time, before: contact)
    down += 1
    guard down <= Bounds.hands else {
      throw RecordError(
        .badData, line: line, "more than \(Bounds.hands) contacts are down at the same time")
    }
    try step(.land(landing))
  }

  /// Whether ``held`` is the landing, which has gone out already.
  private var isFirst = true

  func move(_ sample: Sample) throws(RecordError) {
    if let held, !isFirst { try send(held, isLift: false) }
    isFirst = false
    held = sample
  }

  /// The contact ends at its last sample.
  func lift() throws(RecordError) {
    if let held { try send(held, isLift: true) }
    held = nil
  }

  /// Everything that still waits, at the end of the record.
  func end() throws(RecordError) {
    try release(upTo: Int.max, before: Int.max)
  }

  private func send(_ sample: Sample, isLift: Bool) throws(RecordError) {
    order += 1
    if let starts, contacts < starts.count, sample.time > starts[contacts] {
      guard waiting.count < wait else {
        throw RecordError(
          .badData, line: line,
          "more than \(wait) samples of contacts that overlap the next one")
      }
      push(Waiting(sample: sample, contact: contact, isLift: isLift, order: order))
      return
    }
    try release(upTo: sample.time, before: contact)
    if isLift { down -= 1 }
    try step(isLift ? .lift(contact: contact, sample) : .move(contact: contact, sample))
  }

  /// Sends what comes before a sample of this time and contact.
  private func release(upTo time: Int, before contact: Int) throws(RecordError) {
    while let first = waiting.first,
      first.sample.time < time
        || first.sample.time == time && first.contact < contact
    {
      try releaseActs(upTo: first.sample.time)
      pop()
      if first.isLift { down -= 1 }
      try step(
        first.isLift
          ? .lift(contact: first.contact, first.sample)
          : .move(contact: first.contact, first.sample))
    }
    try releaseActs(upTo: time)
  }

  private func releaseActs(upTo time: Int) throws(RecordError) {
    while nextAct < acts.count, acts[nextAct].time <= time {
      let (act, time) = acts[nextAct]
      nextAct += 1
      try step(.act(act, time: time))
    }
  }

  private func push(_ item: Waiting) {
    var index = waiting.count
    waiting.append(item)
    while index > 0 {
      let parent = (index - 1) / 2
      guard item.isBefore(waiting[parent]) else { break }
      waiting.swapAt(index, parent)
      index = parent
    }
  }

  private func pop() {
    guard let last = waiting.popLast(), !waiting.isEmpty else { return }
    waiting[0] = last
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < waiting.count else { return }
      if child + 1 < waiting.count, waiting[child + 1].isBefore(waiting[child]) { child += 1 }
      guard waiting[child].isBefore(waiting[index]) else { return }
      waiting.swapAt(index, child)
      index = child
    }
  }
}
