import Geometry

/// The places of a hand of one disc from which an outline keeps one side turned to it, at distances
/// between which nothing about the area can change.
///
/// A hand that strokes beside the spine is never far from it, and yet no nearer to any edge that
/// decides, however long its way. Such places are convex, so that a straight way between two of them
/// stays among them.
struct CalmStrip: Sendable {
  private let outline: Polygon
  /// From the place of the hand, unshifted, to the middle of its disc.
  private let middle: FinePoint
  private let facing: Polygon.Facing
  /// Signed distances of the middle in mm, between which it may be.
  private let above: Double
  private let below: Double

  /// - Parameters:
  ///   - place: where the hand is, unshifted.
  ///   - bounds: clearances between which nothing can change.
  /// - Returns: nil for hands of several discs, and where the place is not well within such places.
  init?(
    at place: FinePoint, shift: FinePoint, of outline: Polygon, shape: HandShape,
    bounds: CalmBounds
  ) {
    guard shape.offsets.count == 1 else { return nil }
    middle = shift + shape.offsets[0]
    guard let facing = outline.facing(place + middle, hint: nil) else { return nil }
    self.outline = outline
    self.facing = facing
    above = bounds.above + shape.radius + ClearanceBounds.slack
    below = bounds.below + shape.radius - ClearanceBounds.slack
    let distance = outline.lineDistance(to: place + middle, facing: facing)
    guard min(distance - above, below - distance) > CalmStretch.least else { return nil }
  }

  /// Whether a place of the hand, unshifted, is one of them.
  func holds(_ place: FinePoint) -> Bool {
    outline.isFaced(facing, from: place + middle, above: above, below: below)
  }
}

/// Clearances in mm, both left out, between which nothing about an area can change but the time in it.
struct CalmBounds: Sendable {
  let above: Double
  let below: Double
}
