/// What the strokes along one guide came to.
struct GuideTally: Sendable {
  /// Covered bins of the best strokes, the most first; at most as many as are asked.
  private(set) var best: [Int] = []
  private(set) var made = 0
  // Sums over newly covered length, in nanometres or nanometres times mm.
  private(set) var length = 0
  private(set) var absolute = 0
  private(set) var signed = 0
  private(set) var inFull = 0
  private(set) var greatest = 0.0
  /// Newly covered length times what its deviation lost, in nanometres.
  private(set) var offGuide = Loss()
  /// Travel against the guide, in nanometres.
  private(set) var backward = Loss()

  mutating func add(_ stroke: StrokeState, guide: PreparedGuide, phase: Int, rules: RuleSet) {
    if stroke.net < 0 {
      // A stroke made against the guide is backward for its whole length.
      backward.add(stroke.travel, phase: phase, from: stroke.span.start, to: stroke.span.end)
      return
    }
    length += stroke.length
    absolute += stroke.absolute
    signed += stroke.signed
    inFull += stroke.inFull
    greatest = max(greatest, stroke.greatest)
    offGuide.add(stroke.loss)
    backward.add(stroke.backward, phase: phase, spans: stroke.backwardSpans)
    if Double(stroke.covered) >= rules.madeCoverage * Double(guide.bins) { made += 1 }
    guard stroke.covered > 0 else { return }
    var index = best.count
    while index > 0, best[index - 1] < stroke.covered { index -= 1 }
    best.insert(stroke.covered, at: index)
    if best.count > guide.strokes { best.removeLast() }
  }

  /// Travel against the guide when no stroke is under way.
  mutating func goBack(_ arc: Double, phase: Int, from: Int, to: Int) {
    backward.add(FixedLength.units(arc), phase: phase, from: from, to: to)
  }

  /// Mean coverage of the strokes asked, 0 to 1; strokes not made count 0.
  func coverage(of guide: PreparedGuide) -> Double {
    Double(best.reduce(0, +)) / Double(guide.bins * guide.strokes)
  }
}
