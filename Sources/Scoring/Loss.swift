/// What one code costs a criterion, with where and when.
struct Loss: Sendable {
  /// Billionths of whatever the owner sums (shares, mm, seconds).
  private(set) var total = 0
  private(set) var spans = SpanList()
  /// Part of the total that each phase brought, by index; grows with the phases seen.
  private var byPhase: [Int] = []

  mutating func add(_ amount: Int, phase: Int?, spans other: SpanList) {
    book(amount, phase)
    guard amount > 0 else { return }
    spans.add(other)
  }

  mutating func add(_ amount: Int, phase: Int?, from start: Int, to end: Int) {
    guard amount != 0 else { return }
    book(amount, phase)
    guard amount > 0 else { return }
    spans.add(start, end)
  }

  mutating func add(_ other: Loss) {
    total += other.total
    spans.add(other.spans)
    for (phase, amount) in other.byPhase.enumerated() { add(amount, toPhase: phase) }
  }

  private mutating func book(_ amount: Int, _ phase: Int?) {
    total += amount
    if let phase { add(amount, toPhase: phase) }
  }

  private mutating func add(_ amount: Int, toPhase phase: Int) {
    while byPhase.count <= phase { byPhase.append(0) }
    byPhase[phase] += amount
  }

  /// The phase that brought most, the earliest on a tie; nil when none is known.
  var worstPhase: Int? {
    var worst: Int?
    for (phase, amount) in byPhase.enumerated() where amount > 0 {
      if amount > worst.map({ byPhase[$0] }) ?? 0 { worst = phase }
    }
    return worst
  }
}
