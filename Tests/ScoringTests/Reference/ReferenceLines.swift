import Geometry

/// Distances to lines and outlines, from first principles and without any shortcut.
enum ReferenceLines {
  struct Match {
    var arc: Double
    /// Positive to the left of travel as seen on screen.
    var deviation: Double
    var distance: Double { abs(deviation) }
  }

  /// The nearest of all points of the line with arcs in the range (cut to the line); the earliest
  /// on a tie.
  static func nearest(_ line: Polyline, _ place: FinePoint, _ range: ClosedRange<Double>? = nil)
    -> Match
  {
    let total = line.length
    var low = 0.0
    var high = total
    if let range {
      low = min(max(range.lowerBound, 0), total)
      high = min(max(range.upperBound, low), total)
    }
    var best: Match?
    var leastSquare = Double.infinity
    for index in 0..<line.vertices.count - 1 {
      let (from, through) = (line.arcs[index], line.arcs[index + 1])
      if through < low || from > high { continue }
      let way = line.vertices[index + 1].offset(from: line.vertices[index])
      let toPlace = place.offset(from: line.vertices[index])
      let projection =
        (toPlace.x * way.x + toPlace.y * way.y) / (way.x * way.x + way.y * way.y)
      let least = max(0, (low - from) / (through - from))
      let most = min(1, (high - from) / (through - from))
      let share = min(max(projection, least), most)
      let gap = Point(toPlace.x - way.x * share, toPlace.y - way.y * share)
      // On a screen whose y grows downward the left of (x, y) is (y, -x).
      let isRight = toPlace.x * way.y - toPlace.y * way.x < 0
      let match = Match(
        arc: from + (through - from) * share, deviation: isRight ? -gap.length : gap.length)
      // By squares: at a corner, where two steps tie, a root would hide which is nearer.
      let square = gap.x * gap.x + gap.y * gap.y
      guard square < leastSquare else { continue }
      leastSquare = square
      best = match
    }
    return best ?? Match(arc: low, deviation: .infinity)
  }

  /// The distance of a place from a straight way.
  static func distance(_ place: FinePoint, _ a: FinePoint, _ b: FinePoint) -> Double {
    let way = b.offset(from: a)
    let toPlace = place.offset(from: a)
    let square = way.x * way.x + way.y * way.y
    if square == 0 { return toPlace.length }
    let share = min(max((toPlace.x * way.x + toPlace.y * way.y) / square, 0), 1)
    return Point(toPlace.x - way.x * share, toPlace.y - way.y * share).length
  }

  private static func edges(_ outline: Polygon) -> [(FinePoint, FinePoint)] {
    outline.corners.indices.map {
      (outline.corners[$0], outline.corners[($0 + 1) % outline.corners.count])
    }
  }

  /// Even-odd: how often the ray toward +x crosses the outline. Whole numbers, so exact.
  static func isInside(_ place: FinePoint, _ outline: Polygon) -> Bool {
    var crossings = 0
    for (a, b) in edges(outline) where (a.y > place.y) != (b.y > place.y) {
      let (low, high) = a.y < b.y ? (a, b) : (b, a)
      // The edge's x at the place's height minus the place's x, times the edge's height.
      let side =
        Double(low.x - place.x) * Double(high.y - low.y)
        + Double(place.y - low.y) * Double(high.x - low.x)
      if side > 0 { crossings += 1 }
    }
    return crossings % 2 == 1
  }

  /// Positive outside, negative inside.
  static func signedDistance(_ place: FinePoint, _ outline: Polygon) -> Double {
    let distances = edges(outline).map { distance(place, $0.0, $0.1) }
    let least = distances.min() ?? .infinity
    return isInside(place, outline) ? -least : least
  }

  /// The least signed distance that a point has on its way from `a` to `b`: exact outside, to
  /// within 0.001 mm inside.
  static func leastSignedDistance(_ a: FinePoint, _ b: FinePoint, _ outline: Polygon) -> Double {
    let (atA, atB) = (signedDistance(a, outline), signedDistance(b, outline))
    if a == b { return atA }
    let crosses = edges(outline).contains { doMeet(a, b, $0.0, $0.1) }
    if !crosses && atA > 0 && atB > 0 {
      return edges(outline).map { edge in
        min(
          distance(edge.0, a, b), distance(edge.1, a, b), distance(a, edge.0, edge.1),
          distance(b, edge.0, edge.1))
      }.min() ?? .infinity
    }
    var best = min(atA, atB, 0)
    deepen(a, atA, b, atB, outline, &best)
    return best
  }

  /// Halves the way until no half can hold anything deeper by 0.001 mm: the distance changes by at
  /// most one mm per mm.
  private static func deepen(
    _ a: FinePoint, _ atA: Double, _ b: FinePoint, _ atB: Double, _ outline: Polygon,
    _ best: inout Double
  ) {
    if (atA + atB - a.distance(to: b)) / 2 >= best - 0.001 { return }
    let middle = FinePoint(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
    let atMiddle = signedDistance(middle, outline)
    best = min(best, atMiddle)
    deepen(a, atA, middle, atMiddle, outline, &best)
    deepen(middle, atMiddle, b, atB, outline, &best)
  }

  private static func doMeet(_ a: FinePoint, _ b: FinePoint, _ c: FinePoint, _ d: FinePoint)
    -> Bool
  {
    func side(_ p: FinePoint, _ q: FinePoint, _ r: FinePoint) -> Double {
      Double(q.x - p.x) * Double(r.y - p.y) - Double(q.y - p.y) * Double(r.x - p.x)
    }
    let sides = (side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b))
    let doBoxesMeet =
      min(a.x, b.x) <= max(c.x, d.x) && max(a.x, b.x) >= min(c.x, d.x)
      && min(a.y, b.y) <= max(c.y, d.y) && max(a.y, b.y) >= min(c.y, d.y)
    return doBoxesMeet && sides.0 * sides.1 <= 0 && sides.2 * sides.3 <= 0
  }
}
