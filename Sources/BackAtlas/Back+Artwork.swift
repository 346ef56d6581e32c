public import Geometry

/// Moving the drawn back onto a patient's, so that drawn and judged levels are one.
extension Back {
  /// Where a place of the artwork lies on this back.
  ///
  /// Levels: piecewise linear between the spines; above C7 and below S2 by scale. Widths: as drawn
  /// for a man of median stature; a woman's by the ratios of ANSUR II half-widths (neck, shoulders,
  /// armpit, waist, hips) and the arms beside her trunk; half of a difference in stature.
  public func place(ofArtwork point: Point) -> Point {
    Point(width(point.x, at: point.y), height(point.y))
  }

  private func height(_ y: Double) -> Double {
    let drawn = Artwork.levels
    let size = Double(stature) / Double(Back.medianStature(.male))
    if y <= 0 { return y * 0.95 * size }
    let last = drawn.count - 1
    // Below S2 the artwork is a little short for its levels: the hips of ANSUR II lie lower.
    if y >= drawn[last] { return level(at: last) + (y - drawn[last]) * 1.1 * size }
    var upper = 1
    while drawn[upper] < y { upper += 1 }
    let share = (y - drawn[upper - 1]) / (drawn[upper] - drawn[upper - 1])
    return level(at: upper - 1) + (level(at: upper) - level(at: upper - 1)) * share
  }

  private func level(at index: Int) -> Double { Double(level(Landmark.allCases[index])) }

  private func width(_ x: Double, at y: Double) -> Double {
    let stout = 1 + (Double(stature) / Double(Back.medianStature(sex)) - 1) / 2
    if sex == .male { return x * stout }
    let trunk = Artwork.interpolated(Back.trunkHalfWidths, y)
    let share = Artwork.interpolated(Back.femaleShares, y)
    let inside = min(abs(x), trunk)
    let beside = abs(x) - inside
    let width = (inside * share + beside * Back.femaleArms) * stout
    return x < 0 ? -width : width
  }

  /// Half-widths of the drawn trunk without the arms, by the artwork's y.
  private static let trunkHalfWidths: [(Double, Double)] = [
    (-20, 60), (40, 260), (126, 260), (180, 170), (240, 171), (364, 155), (424, 156), (510, 169),
    (626, 175), (800, 160),
  ]

  /// A woman's half-widths as shares of a man's (ANSUR II medians), by the artwork's y.
  private static let femaleShares: [(Double, Double)] = [
    (-214, 0.94), (-90, 0.92), (-30, 0.86), (44, 0.88), (126, 0.885), (190, 0.92), (300, 0.9),
    (364, 0.895), (424, 0.925), (510, 0.985), (626, 1.03), (800, 1.02),
  ]

  private static let femaleArms = 0.88
}
