/// A closed outline without holes (even-odd where it crosses itself), in the body frame.
///
/// It never changes; a class, because it is asked for every step and must not be copied for that.
public final class Polygon: Hashable, Sendable {
  public let corners: [FinePoint]
  public let lowerBound: FinePoint
  public let upperBound: FinePoint
  /// One to each corner from the one before it, the first from the last.
  let edges: [Edge]
  /// Lines along the edges of a convex outline of few corners; none of any other.
  let sides: [Side]

  /// - Precondition: at least three corners.
  public init(_ corners: [FinePoint]) {
    precondition(corners.count >= 3, "an outline needs three corners")
    self.corners = corners
    var low = corners[0]
    var high = corners[0]
    for corner in corners {
      low = FinePoint(x: min(low.x, corner.x), y: min(low.y, corner.y))
      high = FinePoint(x: max(high.x, corner.x), y: max(high.y, corner.y))
    }
    lowerBound = low
    upperBound = high
    edges = corners.indices.map {
      Edge(from: corners[$0 == 0 ? corners.count - 1 : $0 - 1], to: corners[$0])
    }
    sides = Side.all(of: corners)
  }

  /// The rectangle between two corners given in mm.
  public convenience init(rectangleFrom a: Position, to b: Position) {
    let (low, high) = (a.fine, b.fine)
    self.init([
      low, FinePoint(x: high.x, y: low.y), high, FinePoint(x: low.x, y: high.y),
    ])
  }

  public static func == (a: Polygon, b: Polygon) -> Bool { a.corners == b.corners }

  public func hash(into hasher: inout Hasher) { hasher.combine(corners) }

  /// Whether a place is inside, by the even-odd rule.
  public func contains(_ place: FinePoint) -> Bool {
    // Beside the box every edge at the place's height is on the same side, and they are even.
    guard place.x >= lowerBound.x, place.x <= upperBound.x, place.y >= lowerBound.y,
      place.y <= upperBound.y
    else { return false }
    var inside = false
    var previous = corners[corners.count - 1]
    for corner in corners {
      if (corner.y > place.y) != (previous.y > place.y) {
        let edge = previous.offset(from: corner)
        let toPlace = place.offset(from: corner)
        let crossing = toPlace.x * edge.y - toPlace.y * edge.x
        if (crossing < 0) == (edge.y > 0) && crossing != 0 { inside.toggle() }
      }
      previous = corner
    }
    return inside
  }

  /// Distance from the outline in mm: positive outside, negative inside.
  public func signedDistance(to place: FinePoint) -> Double {
    if let facing = facing(place) { return signedDistance(to: place, facing: facing) }
    var square = Double.infinity
    // A few edges around the outline first: what they leave is near, and most others are not.
    for index in stride(from: 0, to: edges.count, by: Polygon.spread) {
      square = min(square, edges[index].squareDistance(to: place))
    }
    var box = Box(around: place, within: square.squareRoot())
    for edge in edges where box.meets(edge) {
      let other = edge.squareDistance(to: place)
      guard other < square else { continue }
      square = other
      box = Box(around: place, within: square.squareRoot())
    }
    let distance = square.squareRoot()
    return contains(place) ? -distance : distance
  }

  /// Every so many edges are looked at before the others.
  private static let spread = 8

  /// Whether the bounding boxes of the outline and of the way from `a` to `b`, widened by `reach`
  /// mm, meet. False means that nothing within `reach` of the way can touch.
  public func mayReach(_ a: FinePoint, _ b: FinePoint, within reach: Double) -> Bool {
    let margin = FinePoint.units(reach)
    return min(a.x, b.x) - margin <= upperBound.x && max(a.x, b.x) + margin >= lowerBound.x
      && min(a.y, b.y) - margin <= upperBound.y && max(a.y, b.y) + margin >= lowerBound.y
  }

  /// The smallest signed distance in mm that a point has on its straight way from `a` to `b`.
  ///
  /// Outside the outline the figure is exact; where the way runs inside, the depth is found to
  /// within `tolerance` mm by halving (the signed distance changes by at most one mm per mm).
  /// What lies above `known` may come out less deep than it is: whoever keeps the least of many
  /// ways loses nothing by it and is spared the search.
  public func deepestSignedDistance(
    from a: FinePoint, to b: FinePoint, tolerance: Double = 0.02, known: Double = 0
  ) -> Double {
    let atStart = signedDistance(to: a)
    let atEnd = a == b ? atStart : signedDistance(to: b)
    return deepestSignedDistance(
      from: a, at: atStart, to: b, at: atEnd, tolerance: tolerance, known: known)
  }

  /// The same for whoever knows the signed distances at both ends.
  public func deepestSignedDistance(
    from a: FinePoint, at atStart: Double, to b: FinePoint, at atEnd: Double,
    tolerance: Double = 0.02, known: Double = 0
  ) -> Double {
    let nearest = min(atStart, atEnd)
    // Facing one side all the way the distance falls or grows evenly.
    if a == b || isFacingOneSide(a, b) { return nearest }
    let mayCross = atStart + atEnd <= a.distance(to: b) + Polygon.certain
    if nearest > 0, !mayCross || !crossesOutline(a, b) {
      let way = Edge(from: a, to: b)
      let box = Box(around: way, within: nearest)
      var square = nearest * nearest
      for corner in corners where box.holds(corner) {
        square = min(square, way.squareDistance(to: corner))
      }
      return square.squareRoot()
    }
    return deepest(a, atStart, b, atEnd, min(nearest, 0), known - tolerance, tolerance)
  }

  /// A way whose ends are together farther from the outline than it is long, by this much in mm,
  /// does not cross it, whatever is rounded.
  private static let certain = 0.001

  private func deepest(
    _ a: FinePoint, _ atA: Double, _ b: FinePoint, _ atB: Double, _ best: Double,
    _ ceiling: Double, _ tolerance: Double
  ) -> Double {
    // The distance falls by at most one per mm, so this is the lowest that can lie between.
    let bound = (atA + atB - a.distance(to: b)) / 2
    if bound >= min(best - tolerance, ceiling) { return best }
    let middle = FinePoint(x: a.x + (b.x - a.x) / 2, y: a.y + (b.y - a.y) / 2)
    let atMiddle = signedDistance(to: middle)
    var best = min(best, atMiddle)
    best = deepest(a, atA, middle, atMiddle, best, ceiling, tolerance)
    return deepest(middle, atMiddle, b, atB, best, ceiling, tolerance)
  }

  private func crossesOutline(_ a: FinePoint, _ b: FinePoint) -> Bool {
    var previous = corners[corners.count - 1]
    for corner in corners {
      if segmentsCross(a, b, previous, corner) { return true }
      previous = corner
    }
    return false
  }

  private func segmentsCross(_ a: FinePoint, _ b: FinePoint, _ c: FinePoint, _ d: FinePoint)
    -> Bool
  {
    func side(_ p: FinePoint, _ q: FinePoint, _ r: FinePoint) -> Double {
      let (first, second) = (q.offset(from: p), r.offset(from: p))
      return first.x * second.y - first.y * second.x
    }
    guard mayOverlap(a, b, c, d) else { return false }
    let (abc, abd) = (side(a, b, c), side(a, b, d))
    let (cda, cdb) = (side(c, d, a), side(c, d, b))
    return ((abc > 0) != (abd > 0) || abc == 0 || abd == 0)
      && ((cda > 0) != (cdb > 0) || cda == 0 || cdb == 0)
  }

  private func mayOverlap(_ a: FinePoint, _ b: FinePoint, _ c: FinePoint, _ d: FinePoint) -> Bool {
    min(a.x, b.x) <= max(c.x, d.x) && max(a.x, b.x) >= min(c.x, d.x)
      && min(a.y, b.y) <= max(c.y, d.y) && max(a.y, b.y) >= min(c.y, d.y)
  }
}

/// A straight way between two places, with what distances from it need worked out once.
struct Edge: Hashable, Sendable {
  let start: FinePoint
  let low: FinePoint
  let high: FinePoint
  let way: Point
  let square: Double

  init(from a: FinePoint, to b: FinePoint) {
    start = a
    low = FinePoint(x: min(a.x, b.x), y: min(a.y, b.y))
    high = FinePoint(x: max(a.x, b.x), y: max(a.y, b.y))
    way = b.offset(from: a)
    square = way.x * way.x + way.y * way.y
  }

  /// In mm2.
  func squareDistance(to place: FinePoint) -> Double {
    let offset = place.offset(from: start)
    let share = square > 0 ? min(max((offset.x * way.x + offset.y * way.y) / square, 0), 1) : 0
    let gap = offset - way * share
    return gap.x * gap.x + gap.y * gap.y
  }
}

/// The upright box outside of which nothing is within a distance: whole numbers tell most of an
/// outline apart from the part that has to be measured.
private struct Box {
  private let low: FinePoint
  private let high: FinePoint

  /// - Parameter reach: in mm; the box is wider by more than rounding can take from a distance.
  init(around place: FinePoint, within reach: Double) {
    self.init(low: place, high: place, within: reach)
  }

  init(around edge: Edge, within reach: Double) {
    self.init(low: edge.low, high: edge.high, within: reach)
  }

  private init(low: FinePoint, high: FinePoint, within reach: Double) {
    let margin = FinePoint.units(reach) + 1_000
    self.low = FinePoint(x: low.x - margin, y: low.y - margin)
    self.high = FinePoint(x: high.x + margin, y: high.y + margin)
  }

  func meets(_ edge: Edge) -> Bool {
    edge.low.x <= high.x && edge.high.x >= low.x && edge.low.y <= high.y && edge.high.y >= low.y
  }

  func holds(_ place: FinePoint) -> Bool {
    place.x <= high.x && place.x >= low.x && place.y <= high.y && place.y >= low.y
  }
}
