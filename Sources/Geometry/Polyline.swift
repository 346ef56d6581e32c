/// An open line of straight steps with its arc length, on which a hand is matched.
public struct Polyline: Hashable, Sendable {
  public let vertices: [FinePoint]
  /// Arc length at each vertex, in millimetres, from 0.
  public let arcs: [Double]

  public var length: Double { arcs[arcs.count - 1] }

  /// - Precondition: at least two vertices, no two neighbours equal.
  public init(_ vertices: [FinePoint]) {
    precondition(vertices.count >= 2, "a line needs two points")
    var arcs = [0.0]
    arcs.reserveCapacity(vertices.count)
    for index in 1..<vertices.count {
      let step = vertices[index].distance(to: vertices[index - 1])
      precondition(step > 0, "neighbouring points of a line differ")
      arcs.append(arcs[index - 1] + step)
    }
    self.vertices = vertices
    self.arcs = arcs
  }

  /// The line cut into `round(length / step)` (at least one) equal steps along its arc.
  public func resampled(step: Double) -> Polyline {
    let count = max(1, Int((length / step).rounded(.toNearestOrAwayFromZero)))
    var result: [FinePoint] = []
    result.reserveCapacity(count + 1)
    for index in 0...count {
      result.append(
        index == count
          ? vertices[vertices.count - 1] : place(at: length * Double(index) / Double(count)))
    }
    // A line that folds back on itself can bring two cuts to one place; the step is then dropped.
    var distinct = [result[0]]
    for vertex in result.dropFirst() where vertex != distinct[distinct.count - 1] {
      distinct.append(vertex)
    }
    return distinct.count >= 2 ? Polyline(distinct) : self
  }

  /// The index of the step that holds `arc`.
  public func step(at arc: Double) -> Int {
    var low = 0
    var high = vertices.count - 2
    while low < high {
      let middle = (low + high + 1) / 2
      if arcs[middle] <= arc { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The place at an arc length in millimetres, clamped to the line's ends.
  public func place(at arc: Double) -> FinePoint {
    if arc <= 0 { return vertices[0] }
    if arc >= length { return vertices[vertices.count - 1] }
    let index = step(at: arc)
    let share = (arc - arcs[index]) / (arcs[index + 1] - arcs[index])
    return FinePoint(
      vertices[index], offset: vertices[index + 1].offset(from: vertices[index]) * share)
  }

  /// Unit direction of travel at an arc length.
  public func direction(at arc: Double) -> Point {
    let index = step(at: arc)
    let way = vertices[index + 1].offset(from: vertices[index])
    return way * (1 / way.length)
  }

  /// Where a place meets the line.
  public struct Match: Hashable, Sendable {
    /// Arc length of the nearest point, in mm.
    public var arc: Double
    /// Signed distance in mm: positive to the left of travel as seen on screen.
    public var deviation: Double

    public init(arc: Double, deviation: Double) {
      self.arc = arc
      self.deviation = deviation
    }

    public var distance: Double { abs(deviation) }
  }

  /// The nearest point of the line, the earlier one on a tie.
  public func nearest(to place: FinePoint) -> Match {
    nearest(to: place, from: 0, through: length)
  }

  /// The nearest point among arcs `from...through` (cut to the line), the earlier one on a tie.
  ///
  /// - Complexity: linear in the steps of the range.
  public func nearest(to place: FinePoint, from: Double, through: Double) -> Match {
    let from = min(max(from, 0), length)
    let through = min(max(through, from), length)
    var best = Match(arc: from, deviation: 0)
    var bestSquare = Double.infinity
    var index = step(at: from)
    while index < vertices.count - 1 {
      let start = arcs[index]
      if start > through { break }
      let span = arcs[index + 1] - start
      let way = vertices[index + 1].offset(from: vertices[index])
      let offset = place.offset(from: vertices[index])
      let square = way.x * way.x + way.y * way.y
      var share = (offset.x * way.x + offset.y * way.y) / square
      share = min(max(share, max(0, (from - start) / span)), min(1, (through - start) / span))
      let gapX = offset.x - way.x * share
      let gapY = offset.y - way.y * share
      let distanceSquare = gapX * gapX + gapY * gapY
      if distanceSquare < bestSquare {
        bestSquare = distanceSquare
        let distance = distanceSquare.squareRoot()
        // The left of travel on a screen whose y grows downward is (way.y, -way.x).
        let side = offset.x * way.y - offset.y * way.x
        best = Match(arc: start + span * share, deviation: side < 0 ? -distance : distance)
      }
      index += 1
    }
    return best
  }
}
