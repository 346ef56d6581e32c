/// A closed outline without holes (even-odd where it crosses itself), in the body frame.
public struct Polygon: Hashable, Sendable {
  public let corners: [FinePoint]
  public let lowerBound: FinePoint
  public let upperBound: FinePoint

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
  }

  /// The rectangle between two corners given in mm.
  public init(rectangleFrom a: Position, to b: Position) {
    let (low, high) = (a.fine, b.fine)
    self.init([
      low, FinePoint(x: high.x, y: low.y), high, FinePoint(x: low.x, y: high.y),
    ])
  }

  /// Whether a place is inside, by the even-odd rule.
  public func contains(_ place: FinePoint) -> Bool {
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
    var square = Double.infinity
    var previous = corners[corners.count - 1]
    for corner in corners {
      square = min(square, squareDistance(place, previous, corner))
      previous = corner
    }
    let distance = square.squareRoot()
    return contains(place) ? -distance : distance
  }

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
    let nearest = min(atStart, atEnd)
    if a == b { return nearest }
    let crosses = crossesOutline(a, b)
    if !crosses && nearest > 0 {
      var square = nearest * nearest
      for corner in corners { square = min(square, squareDistance(corner, a, b)) }
      return square.squareRoot()
    }
    return deepest(a, atStart, b, atEnd, min(nearest, 0), known - tolerance, tolerance)
  }

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

  private func squareDistance(_ place: FinePoint, _ a: FinePoint, _ b: FinePoint) -> Double {
    let way = b.offset(from: a)
    let offset = place.offset(from: a)
    let square = way.x * way.x + way.y * way.y
    let share = square > 0 ? min(max((offset.x * way.x + offset.y * way.y) / square, 0), 1) : 0
    let gap = offset - way * share
    return gap.x * gap.x + gap.y * gap.y
  }

  private func segmentsCross(_ a: FinePoint, _ b: FinePoint, _ c: FinePoint, _ d: FinePoint)
    -> Bool
  {
    func side(_ p: FinePoint, _ q: FinePoint, _ r: FinePoint) -> Double {
      let (first, second) = (q.offset(from: p), r.offset(from: p))
      return first.x * second.y - first.y * second.x
    }
    let (abc, abd) = (side(a, b, c), side(a, b, d))
    let (cda, cdb) = (side(c, d, a), side(c, d, b))
    return ((abc > 0) != (abd > 0) || abc == 0 || abd == 0)
      && ((cda > 0) != (cdb > 0) || cda == 0 || cdb == 0)
      && mayOverlap(a, b, c, d)
  }

  private func mayOverlap(_ a: FinePoint, _ b: FinePoint, _ c: FinePoint, _ d: FinePoint) -> Bool {
    min(a.x, b.x) <= max(c.x, d.x) && max(a.x, b.x) >= min(c.x, d.x)
      && min(a.y, b.y) <= max(c.y, d.y) && max(a.y, b.y) >= min(c.y, d.y)
  }
}
