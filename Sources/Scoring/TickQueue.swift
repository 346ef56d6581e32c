/// Ticks of a contact that are not settled, in the order of time.
struct TickQueue: Sendable {
  /// Those before ``head`` are done with.
  private var entries: [TickEntry] = []
  private var head = 0

  var isEmpty: Bool { head == entries.count }

  /// The next to be settled, when there is one.
  var first: TickEntry { entries[head] }

  mutating func wait(_ entry: TickEntry) { entries.append(entry) }

  /// When the next tick to be settled was, when that is no later than a moment.
  func next(before time: Int) -> Int? {
    guard head < entries.count, entries[head].time <= time else { return nil }
    return entries[head].time
  }

  /// The speed at the last tick of the grid up to a moment; nil when none waits.
  func speed(at time: Int, tick: Int) -> Double? {
    guard head < entries.count else { return nil }
    var at = head + max(0, (time - entries[head].time) / tick)
    at = min(at, entries.count - 1)
    if !entries[at].isOnGrid, at > head { at -= 1 }
    return entries[at].isOnGrid ? entries[at].speed : nil
  }

  /// The speed over 50 ms at a moment, as far as ticks wait.
  func burst(at time: Int, tick: Int) -> Double {
    guard head < entries.count else { return 0 }
    let at = head + max(0, (time - entries[head].time) / tick)
    return entries[min(at, entries.count - 1)].burst
  }

  /// Notes what the first tick has turned out to be.
  mutating func settleFirst(touches: Bool, isJudged: Bool, isAlarm: Bool, isLoopAlarm: Bool) {
    entries[head].touches = touches
    entries[head].isJudged = isJudged
    entries[head].isAlarm = isAlarm
    entries[head].isLoopAlarm = isLoopAlarm
  }

  /// Whether the first tick is on the grid, and the loop that closed at it.
  var firstIsOnGrid: Bool { entries[head].isOnGrid }
  var firstLoop: ClosedLoop? { entries[head].turning.closed }

  /// Those that are done with go many at a time, because the others then move up.
  mutating func dropFirst() {
    head += 1
    guard head >= 128 else { return }
    entries.removeFirst(head)
    head = 0
  }

  mutating func dropAll() {
    entries.removeAll(keepingCapacity: true)
    head = 0
  }
}
