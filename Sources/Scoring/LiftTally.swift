import Geometry

/// One contact that may be a lift of honey massage.
struct LiftContact: Sendable {
  let landing: FinePoint
  private var box: ExtentBox
  private var isInside = true

  init(landing: FinePoint, outline: Polygon) {
    self.landing = landing
    box = ExtentBox(landing)
    isInside = outline.contains(landing)
  }

  mutating func take(_ place: FinePoint, outline: Polygon) {
    box.add(place)
    if isInside, !outline.contains(place) { isInside = false }
  }

  func isLift(duration: Int, rules: RuleSet) -> Bool {
    isInside && duration >= rules.shortestLift && duration <= rules.longestLift
      && box.extent <= FinePoint.units(rules.widestLift)
  }
}

/// What the lifts of one area came to.
struct LiftTally: Sendable {
  var lifts: Int { places.count }
  /// Where each lift's hand came down, in the order of lifts.
  private(set) var places: [FinePoint] = []
  private var visited: [Bool] = []

  mutating func add(at landing: FinePoint, area: PreparedLifts) {
    places.append(landing)
    if visited.isEmpty { visited = area.squares.map { _ in false } }
    if let square = area.square(at: landing) { visited[square] = true }
  }

  /// Lifts made of those asked, or the share of the squares visited: whichever is less.
  func done(of area: PreparedLifts) -> Double {
    guard lifts > 0 else { return 0 }
    let squares = visited.isEmpty ? 1 : Double(visited.count { $0 }) / Double(visited.count)
    return min(1, Double(lifts) / Double(area.asked), squares)
  }
}
