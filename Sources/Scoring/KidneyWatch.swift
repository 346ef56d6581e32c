import Geometry

/// Vibration over the kidneys: which ticks over one lie in an alarm is known only later, and how
/// deep the hand was is measured only for those.
struct KidneyWatch: Sendable {
  private struct Tick: Sendable {
    var time: Int
    var from: Int
    var entry: Int
    /// The step that holds the tick.
    var way: (from: FinePoint, to: FinePoint)
    var isCounted: Bool
  }

  /// The breach of the rule in the present entry.
  private struct Breach: Sendable {
    var entry = 0
    var depth = 0.0
    var time = 0
    var spans = SpanList()
  }

  /// In the order of time; those before ``head`` are done with.
  private var waiting: [Tick] = []
  private var head = 0
  private var breach = Breach()

  /// Takes a tick while the hand is over the kidney; `isCounted` for one of the kidneys that a hand
  /// is over, so that its time over both counts once.
  mutating func take(
    _ tick: MotionTick, entry: Int, way: (from: FinePoint, to: FinePoint), isCounted: Bool
  ) {
    waiting.append(
      Tick(time: tick.time, from: tick.from, entry: entry, way: way, isCounted: isCounted))
  }

  /// Whether ticks up to a moment wait.
  func isDue(by time: Int) -> Bool { head < waiting.count && waiting[head].time <= time }

  /// Books the ticks of which it is settled whether they lie in an alarm.
  mutating func settle(
    until time: Int, _ vibration: VibrationWatch, _ area: WatchedArea, shape: HandShape,
    phase: Int, rules: RuleSet, tally: inout AreaTally
  ) {
    while isDue(by: time) {
      let tick = waiting[head]
      dropFirst()
      guard vibration.isAlarm(at: tick.time) else { continue }
      if tick.entry != breach.entry { end(phase: phase, rules: rules, tally: &tally) }
      breach.entry = tick.entry
      let clearance = shape.clearance(
        from: tick.way.from, to: tick.way.to, of: area.outline, reach: area.rule.reach(rules))
      breach.depth = max(breach.depth, -clearance)
      breach.time += tick.time - tick.from
      breach.spans.add(tick.from, tick.time)
      tally.pressed += tick.time - tick.from
      if tick.isCounted { tally.vibration += tick.time - tick.from }
    }
  }

  private mutating func dropFirst() {
    head += 1
    guard head == waiting.count || head >= 64 else { return }
    waiting.removeFirst(head)
    head = 0
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
