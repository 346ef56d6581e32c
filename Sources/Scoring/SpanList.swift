/// Stretches of an attempt's clock, in microseconds, in order and merged.
struct SpanList: Sendable {
  private(set) var spans: [(start: Int, end: Int)] = []

  /// Time in all stretches, in microseconds.
  private(set) var total = 0

  /// Stretches nearer than this, in microseconds, are one.
  private let join: Int

  var isEmpty: Bool { spans.isEmpty }

  /// By default stretches nearer than 200 ms are one: nobody can look at them apart.
  init(join: Int = 200_000) { self.join = join }

  init(_ start: Int, _ end: Int) {
    self.init()
    spans = [(start, max(start, end))]
    total = max(0, end - start)
  }

  /// Whether a moment lies in a stretch: after its start, up to its end.
  func holds(_ time: Int) -> Bool { overlaps(time - 1, time) }

  /// Whether any stretch shares time with the one from `start` to `end`.
  func overlaps(_ start: Int, _ end: Int) -> Bool {
    var index = spans.count - 1
    while index >= 0, spans[index].end > start {
      if spans[index].start < end { return true }
      index -= 1
    }
    return false
  }

  /// Adds a stretch; stretches come nearly in order of time.
  mutating func add(_ start: Int, _ end: Int) {
    // Mostly it goes on where the last one ended.
    if let last = spans.last, start >= last.start, last.end + join >= start,
      last.start <= end + join
    {
      guard end > last.end else { return }
      spans[spans.count - 1].end = end
      total += end - last.end
      return
    }
    // Events out of order have stretches that end before they begin: moments.
    var (start, end) = (start, max(start, end))
    var index = spans.count
    while index > 0, spans[index - 1].start > end + join { index -= 1 }
    // Everything from here down that touches the new stretch becomes part of it.
    var first = index
    while first > 0, spans[first - 1].end + join >= start {
      first -= 1
      start = min(start, spans[first].start)
      end = max(end, spans[first].end)
    }
    total += end - start
    for span in spans[first..<index] { total -= span.end - span.start }
    spans.replaceSubrange(first..<index, with: [(start, end)])
  }

  mutating func add(_ other: SpanList) { for span in other.spans { add(span.start, span.end) } }

  var figures: [Span] {
    spans.map { Span(start: .seconds($0.start), end: .seconds($0.end)) }
  }
}
