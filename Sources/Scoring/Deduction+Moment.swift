extension Deduction {
  /// The stretch that shows best what is meant: the longest, the earliest of equal ones. Nil for
  /// what has no moment, as what was not done at all.
  public var tellingSpan: Span? {
    guard !isNotShown else { return nil }
    return spans.max {
      let (a, b) = ($0.end.value - $0.start.value, $1.end.value - $1.start.value)
      return a < b || (a == b && $0.start.value > $1.start.value)
    }
  }
}
