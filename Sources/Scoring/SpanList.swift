/// Stretches of an attempt's clock, in microseconds, in order and merged.
struct SpanList: Sendable {
  private(set) var spans: [(start: Int, end: Int)] = []

  /// Stretches nearer than this are one: nobody can look at them apart.
  static let join = 200_000

  var isEmpty: Bool { spans.isEmpty }

  init() {}

  init(_ start: Int, _ end: Int) { spans = [(start, end)] }

  /// Adds a stretch; stretches come nearly in order of time.
  mutating func add(_ start: Int, _ end: Int) {
    var (start, end) = (start, end)
    var index = spans.count
    while index > 0, spans[index - 1].start > end + SpanList.join { index -= 1 }
    // Everything from here down that touches the new stretch becomes part of it.
    var first = index
    while first > 0, spans[first - 1].end + SpanList.join >= start {
      first -= 1
      start = min(start, spans[first].start)
      end = max(end, spans[first].end)
    }
    spans.replaceSubrange(first..<index, with: [(start, end)])
  }

  mutating func add(_ other: SpanList) { for span in other.spans { add(span.start, span.end) } }

  var figures: [Span] {
    spans.map { Span(start: .seconds($0.start), end: .seconds($0.end)) }
  }
}
