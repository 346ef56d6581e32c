/// What the strokes along one guide came to.
struct GuideTally: Sendable {
  /// Covered bins of the best strokes, the most first; at most as many as are asked.
  private(set) var best: [Int] = []
  private(set) var made = 0
  /// Strokes that ran too fast to count, those against the guide, and those to and
  /// fro.
  private(set) var hasty = 0
  private(set) var reversed = 0
  private(set) var rubbed = 0
  private(set) var sums = DeviationSums()
  /// Newly covered length times what its deviation lost, in nanometres.
  private(set) var offGuide = Loss()
  /// Travel against the guide, in nanometres.
  private(set) var backward = Loss()
  private(set) var evenness = Evenness()

  mutating func add(_ stroke: StrokeState, guide: PreparedGuide, phase: Int, rules: RuleSet) {
    evenness.add(stroke.blocks.variation)
    if stroke.net < 0 {
      // A stroke made against the guide is backward for its whole length.
      reversed += 1
      backward.add(stroke.travel, phase: phase, from: stroke.span.start, to: stroke.span.end)
      return
    }
    sums.add(stroke.sums)
    offGuide.add(stroke.loss)
    backward.add(stroke.backward, phase: phase, spans: stroke.backwardSpans)
    guard !stroke.isRubbing(rules) else {
      rubbed += 1
      return
    }
    let isMade = Double(stroke.covered) >= rules.madeCoverage * Double(guide.bins)
    if isMade { made += 1 } else if stroke.hasHaste { hasty += 1 }
    guard stroke.covered > 0 else { return }
    var index = best.count
    while index > 0, best[index - 1] < stroke.covered { index -= 1 }
    best.insert(stroke.covered, at: index)
    if best.count > guide.asked { best.removeLast() }
  }

  /// Travel against the guide when no stroke is under way.
  mutating func goBack(_ units: Int, phase: Int, from: Int, to: Int) {
    backward.add(units, phase: phase, from: from, to: to)
  }

  /// Mean coverage of the strokes asked, 0 to 1; strokes not made count 0.
  func coverage(of guide: PreparedGuide) -> Double {
    Double(best.reduce(0, +)) / Double(guide.bins * guide.asked)
  }
}

/// Coefficients of variation of the speed, averaged by time.
struct Evenness: Sendable {
  private(set) var ticks = 0
  /// Billionths times ticks.
  private(set) var sum = 0

  mutating func add(_ variation: (value: Double, ticks: Int)?) {
    guard let variation else { return }
    ticks += variation.ticks
    sum += Fixed.units(variation.value) * variation.ticks
  }

  mutating func add(_ other: Evenness) {
    ticks += other.ticks
    sum += other.sum
  }

  /// Nil when nothing was judged.
  var mean: Double? { ticks > 0 ? Double(sum) / Double(ticks) / Double(Fixed.one) : nil }
}
