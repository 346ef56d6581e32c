public import Geometry

/// Moving the drawn back onto a patient's, so that drawn and judged levels are one.
extension Back {
  /// Where a place of the artwork lies on this back.
  ///
  /// Levels: every spine of the artwork lies on its level; between them a monotone cubic keeps
  /// contours free of kinks; above C7 and below S2 by scale. The arms follow a smoother course of
  /// their own, since they have no spine. Widths: as drawn for a man of median stature; a woman's by
  /// the ratios of ANSUR II half-widths (neck, shoulders, armpit, waist, hips) and the arms beside
  /// her trunk; half of a difference in stature.
  public func place(ofArtwork point: Point) -> Point {
    let trunk = Artwork.interpolated(Back.trunkHalfWidths, point.y)
    let beside = min(max((abs(point.x) - trunk) / 20, 0), 1)
    let spine = height(point.y)
    let y = beside > 0 ? spine + (armHeight(point.y) - spine) * beside : spine
    return Point(width(point.x, at: point.y), y)
  }

  /// The outline of the trunk without arms, neck and legs, from the level of C7 to the fold under the
  /// buttocks: what a hand can work on.
  public var trunk: Polygon {
    // Steps of the artwork's millimetres, between which the contour is all but straight.
    let levels = stride(from: 0.0, through: Back.fold, by: 20)
    let right = levels.map { y in
      let half = Artwork.interpolated(Back.trunkHalfWidths, y)
      let point = place(ofArtwork: Point(half, y))
      return Position(millimetres: point.x, point.y).fine
    }
    return Polygon(right + right.reversed().map { FinePoint(x: -$0.x, y: $0.y) })
  }

  /// Where the artwork's buttocks end.
  private static let fold = 740.0

  private var size: Double { Double(stature) / Double(Back.medianStature(.male)) }

  private func height(_ y: Double) -> Double {
    let last = Artwork.levels[Artwork.levels.count - 1]
    if y <= 0 { return y * 0.95 * size }
    // Below S2 the artwork is a little short for its levels: the hips of ANSUR II lie lower.
    if y >= last { return Double(level(.s2)) + (y - last) * 1.1 * size }
    return MonotoneCurve.value(at: y, Artwork.levels) { Double(level(at: $0)) }
  }

  private func armHeight(_ y: Double) -> Double {
    let knots = [-60, 0, 126, 630, 800.0]
    if y <= 0 || y >= 800 { return height(y) }
    return MonotoneCurve.value(at: y, knots) { height(knots[$0]) }
  }

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
    (364, 0.905), (424, 0.935), (510, 0.985), (626, 1.03), (800, 1.02),
  ]

  private static let femaleArms = 0.88
}
