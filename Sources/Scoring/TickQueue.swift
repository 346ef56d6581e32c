/// What ticks of a contact came to that are not settled, in the order of time.
struct TickQueue: Sendable {
  /// Those before ``head`` are done with.
  private var entries: [TickEntry] = []
  private var head = 0

  mutating func wait(_ entry: TickEntry) { entries.append(entry) }

  /// The next that is settled: they come in the order in which they waited.
  mutating func next() -> TickEntry {
    defer { head += 1 }
    return entries[head]
  }

  /// Those that are done with go many at a time, because the others then move up.
  mutating func compact() {
    guard head >= 256 else { return }
    entries.removeFirst(head)
    head = 0
  }

  mutating func dropAll() {
    entries.removeAll(keepingCapacity: true)
    head = 0
  }
}
