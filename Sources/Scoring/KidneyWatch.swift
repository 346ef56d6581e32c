import Geometry

/// Vibration over the kidneys: which ticks over one lie in an alarm is known only later, and how
/// deep the hand was is measured only for those.
struct KidneyWatch: Sendable {
  /// A row of ticks in which the hand was over the kidney.
  private struct Row: Sendable {
    var first: Int
    var last: Int
    var entry: Int
    var isCounted: Bool
  }

  /// The breach of the rule in the present entry.
  private struct Breach: Sendable {
    var entry = 0
    var depth = 0.0
    var time = 0
    var spans = SpanList()
  }

  private static let many = 32

  /// In the order of ticks.
  private var rows: [Row] = []
  private var breach = Breach()

  /// Takes the ticks of a step while the hand is over the kidney, by their numbers. `isCounted` for one
  /// of the kidneys that a hand is over, so that its time over both counts once. `unsettled` is the
  /// first tick that may still be asked for.
  mutating func take(_ ticks: Range<Int>, entry: Int, isCounted: Bool, unsettled: Int) {
    guard let last = rows.last, last.last + 1 == ticks.lowerBound, last.entry == entry,
      last.isCounted == isCounted
    else {
      // A hand that comes and goes all the time must not be kept for ever.
      if rows.count >= KidneyWatch.many { rows.removeAll { $0.last < unsettled } }
      rows.append(
        Row(first: ticks.lowerBound, last: ticks.upperBound - 1, entry: entry, isCounted: isCounted)
      )
      return
    }
    rows[rows.count - 1].last = ticks.upperBound - 1
  }

  /// Forgets all ticks: they lie in no alarm, or were settled.
  mutating func forget() { rows.removeAll(keepingCapacity: true) }

  /// Books a tick that lies in an alarm, where the hand was over the kidney.
  mutating func settle(
    _ tick: ShakenTick, shift: FinePoint, _ area: WatchedArea, shape: HandShape, phase: Int,
    rules: RuleSet, tally: inout AreaTally
  ) {
    guard let row = rows.first(where: { $0.first <= tick.serial && tick.serial <= $0.last })
    else { return }
    if row.entry != breach.entry { end(phase: phase, rules: rules, tally: &tally) }
    breach.entry = row.entry
    let clearance = shape.clearance(
      from: tick.way.from + shift, to: tick.way.to + shift, of: area.outline,
      reach: area.rule.reach(rules))
    breach.depth = max(breach.depth, -clearance)
    breach.time += tick.time - tick.from
    breach.spans.add(tick.from, tick.time)
    tally.pressed += tick.time - tick.from
    if row.isCounted { tally.vibration += tick.time - tick.from }
  }

  /// The contact ends, or another entry breaks the rule.
  mutating func end(phase: Int, rules: RuleSet, tally: inout AreaTally) {
    tally.bookBreach(
      depth: breach.depth, time: breach.time, spans: breach.spans, phase: phase, rules: rules)
    breach = Breach()
  }
}

extension AreaTally {
  /// Books an entry that broke the rule by vibration or tapping.
  mutating func bookBreach(depth: Double, time: Int, spans: SpanList, phase: Int, rules: RuleSet) {
    guard !spans.isEmpty else { return }
    let entry = rules.entryLoss * min(1, depth / rules.fullDepth)
    let seconds = rules.secondLoss * Double(time) / 1_000_000
    loss.add(Fixed.units(entry + seconds), phase: phase, spans: spans)
  }
}
