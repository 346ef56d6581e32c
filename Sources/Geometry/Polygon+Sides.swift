/// Convex outlines of few corners, as the areas of the back that nobody draws have: from nearly
/// everywhere one of their sides is surely the nearest, and one distance tells how far that is.
extension Polygon {
  /// The line along a side, for telling apart, not for measuring.
  struct Side: Hashable, Sendable {
    /// Outward normal, of length 1, and the distance in mm of the line from the first corner.
    private let normal: Point
    private let along: Point
    private let offset: Double
    private let start: Double
    private let length: Double

    private init(from a: Point, to b: Point, outward: Double) {
      let way = b - a
      length = way.length
      along = way * (1 / length)
      normal = Point(along.y, -along.x) * outward
      offset = normal.x * a.x + normal.y * a.y
      start = along.x * a.x + along.y * a.y
    }

    /// Distance in mm of a place, relative to the first corner, from the line: positive outside.
    func distance(_ place: Point) -> Double {
      normal.x * place.x + normal.y * place.y - offset
    }

    /// Whether the foot of a place lies surely between the ends of the side.
    func holdsFoot(of place: Point) -> Bool {
      let at = along.x * place.x + along.y * place.y - start
      return at > Side.certain && at < length - Side.certain
    }

    /// More, in mm, than rounding can take from any of these figures.
    static let certain = 1e-5
    /// Five corners that turn one way all along can wind twice; so many cannot.
    private static let most = 4

    static func all(of corners: [FinePoint]) -> [Side] {
      guard corners.count <= most else { return [] }
      let points = corners.map { $0.offset(from: corners[0]) }
      var turn = 0.0
      for index in points.indices {
        let a = points[index]
        let b = points[(index + 1) % points.count]
        let c = points[(index + 2) % points.count]
        let cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
        guard abs(cross) > certain, turn == 0 || (cross > 0) == (turn > 0) else { return [] }
        turn = cross
      }
      return points.indices.map {
        let before = $0 == 0 ? points.count - 1 : $0 - 1
        return Side(from: points[before], to: points[$0], outward: turn > 0 ? 1 : -1)
      }
    }
  }

  /// A side that is surely nearer than all others, and whether the place is inside.
  public struct Facing: Hashable, Sendable {
    var side: Int
    var isInside: Bool

    /// Whether both face one side: then so does all of the straight way between.
    public func isSameSide(as other: Facing) -> Bool { side == other.side }
  }

  /// The side that a place faces; nil where none is surely the nearest, and of outlines that are not
  /// convex or have more than four corners. `hint` is what a place nearby faced.
  public func facing(_ place: FinePoint, hint: Facing?) -> Facing? {
    if let hint, !hint.isInside {
      let point = place.offset(from: corners[0])
      if sides[hint.side].distance(point) > Side.certain, sides[hint.side].holdsFoot(of: point) {
        return hint
      }
    }
    return facing(place)
  }

  func facing(_ place: FinePoint) -> Facing? {
    guard !sides.isEmpty else { return nil }
    let point = place.offset(from: corners[0])
    var best = -1
    var greatest = -Double.infinity
    var second = -Double.infinity
    for index in sides.indices {
      let distance = sides[index].distance(point)
      if distance > greatest {
        second = greatest
        greatest = distance
        best = index
      } else if distance > second {
        second = distance
      }
    }
    // Outside of a side whose foot it has, a place is nearest to that; inside, to the side whose
    // line is nearest.
    guard abs(greatest) > Side.certain, sides[best].holdsFoot(of: point),
      greatest > 0 || greatest - second > Side.certain
    else { return nil }
    return Facing(side: best, isInside: greatest < 0)
  }

  /// Distance in mm from the line along the side that a place faces, positive outside: what
  /// ``signedDistance(to:facing:)`` gives, but for rounding.
  public func lineDistance(to place: FinePoint, facing: Facing) -> Double {
    sides[facing.side].distance(place.offset(from: corners[0]))
  }

  /// Whether a place faces a side as is said, at a ``lineDistance(to:facing:)`` between two others.
  public func isFaced(
    _ facing: Facing, from place: FinePoint, above: Double, below: Double
  ) -> Bool {
    let side = sides[facing.side]
    let point = place.offset(from: corners[0])
    let distance = side.distance(point)
    guard distance > above, distance < below else { return false }
    if facing.isInside { return self.facing(place) == facing }
    return distance > Side.certain && side.holdsFoot(of: point)
  }

  /// Distance from the outline in mm of a place that faces a side: positive outside.
  public func signedDistance(to place: FinePoint, facing: Facing) -> Double {
    let distance = edges[facing.side].squareDistance(to: place).squareRoot()
    return facing.isInside ? -distance : distance
  }

  /// Whether all of a straight way faces one side: inside and outside of it the places that do are
  /// convex.
  func isFacingOneSide(_ a: FinePoint, _ b: FinePoint) -> Bool {
    guard let first = facing(a), let last = facing(b) else { return false }
    return first.isSameSide(as: last)
  }
}
