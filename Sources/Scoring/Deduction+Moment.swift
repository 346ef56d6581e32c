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

extension Result {
  /// The deduction that shows best what a change asks, by its index in ``deductions``: of those that
  /// have a moment the costliest, else of all; the first of equal ones.
  public func tellingDeduction(of change: Change) -> Int? {
    let shown = change.deductions.filter { deductions[$0].tellingSpan != nil }
    return (shown.isEmpty ? change.deductions : shown).max {
      let (a, b) = (deductions[$0].points.units, deductions[$1].points.units)
      return a != b ? a < b : $0 > $1
    }
  }
}
