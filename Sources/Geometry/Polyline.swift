/// An open line of straight steps with its arc length, on which a hand is matched.
///
/// It never changes; a class, because it is asked for every tick and must not be copied for that.
public final class Polyline: Hashable, Sendable {
  public let vertices: [FinePoint]
  /// Arc length at each vertex, in millimetres, from 0.
  public let arcs: [Double]
  /// One from each vertex to the next, and how many there are to a mm on average.
  let steps: [Step]
  private let stepsPerMillimetre: Double
  /// One for all steps, or one a step; none where none would help.
  let certainties: [Certainty]

  /// What a search needs of a step, worked out once and kept together.
  struct Step: Hashable, Sendable {
    let vertex: FinePoint
    /// Arcs at both ends.
    let start: Double
    let end: Double
    let way: Point
    let square: Double

    init(from a: FinePoint, to b: FinePoint, start: Double, end: Double) {
      vertex = a
      self.start = start
      self.end = end
      way = b.offset(from: a)
      square = way.x * way.x + way.y * way.y
    }

    /// The nearest point's share of the step, cut to the step, and to the range of arcs where that
    /// begins or ends within it.
    func share(of offset: Point, _ from: Double, _ through: Double) -> Double {
      let along = offset.x * way.x + offset.y * way.y
      var share = along <= 0 ? 0 : along >= square ? 1 : along / square
      if start < from { share = max(share, (from - start) / (end - start)) }
      if end > through { share = min(share, (through - start) / (end - start)) }
      return share
    }

    /// In mm2, from a place at an offset from the step's vertex to the point at a share of it.
    func squareDistance(_ offset: Point, share: Double) -> Double {
      let gapX = offset.x - way.x * share
      let gapY = offset.y - way.y * share
      return gapX * gapX + gapY * gapY
    }

    func match(_ offset: Point, share: Double) -> Match {
      match(offset, share: share, distance: squareDistance(offset, share: share).squareRoot())
    }

    func match(_ offset: Point, share: Double, distance: Double) -> Match {
      // The left of travel on a screen whose y grows downward is (way.y, -way.x).
      let side = offset.x * way.y - offset.y * way.x
      return Match(arc: start + (end - start) * share, deviation: side < 0 ? -distance : distance)
    }
  }

  /// In mm.
  public let length: Double

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
    steps = vertices.indices.dropFirst().map {
      Step(from: vertices[$0 - 1], to: vertices[$0], start: arcs[$0 - 1], end: arcs[$0])
    }
    length = arcs[arcs.count - 1]
    stepsPerMillimetre = Double(arcs.count - 1) / arcs[arcs.count - 1]
    certainties = Polyline.certainties(of: steps)
  }

  public static func == (a: Polyline, b: Polyline) -> Bool { a.vertices == b.vertices }

  public func hash(into hasher: inout Hasher) { hasher.combine(vertices) }

  /// The line cut into `round(length / step)` (at least one) equal steps along its arc.
  public func resampled(step: Double) -> Polyline {
    let count = max(1, Int(nearest: length / step))
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
    // Steps are mostly of one length: the one that would then hold the arc mostly does.
    if arc > 0, arc < length {
      let even = evenStep(at: arc)
      if arcs[even] <= arc, arc < arcs[even + 1] { return even }
    }
    var low = 0
    var high = vertices.count - 2
    while low < high {
      let middle = (low + high + 1) / 2
      if arcs[middle] <= arc { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The step that would hold an arc from 0 to the length if all were of one length.
  private func evenStep(at arc: Double) -> Int {
    min(steps.count - 1, Int(arc * stepsPerMillimetre))
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
  /// - Complexity: linear in the steps of the range that are about as near as the nearest.
  public func nearest(to place: FinePoint, from: Double, through: Double) -> Match {
    let from = min(max(from, 0), length)
    let through = min(max(through, from), length)
    let near = bound(to: place, from, through)
    return nearest(to: place, from, through, near) ?? Match(arc: from, deviation: 0)
  }

  /// The nearest point of the line when it is within a distance in mm: quickly told where it is not.
  public func nearest(to place: FinePoint, within limit: Double) -> Match? {
    guard let match = nearest(to: place, 0, length, limit), match.distance <= limit else {
      return nil
    }
    return match
  }

  /// - Parameter near: what is farther than this, in mm, may be left out.
  private func nearest(
    to place: FinePoint, _ from: Double, _ through: Double, _ near: Double
  ) -> Match? {
    // A point of the line is no nearer than another by more than the way between them along the
    // line, so what lies too near along the line to something far away is passed over: it can only
    // be farther than the nearest.
    let end = min(through, lastArc(nearerThan: near, to: place, before: through))
    var near = near
    var best: Match?
    var bestSquare = Double.infinity
    var index = step(at: from)
    while index < steps.count, steps[index].start <= end {
      let step = steps[index]
      let span = step.end - step.start
      let offset = place.offset(from: step.vertex)
      let awaySquare = offset.x * offset.x + offset.y * offset.y
      let reach = near + Polyline.leap * span
      if awaySquare > reach * reach {
        let away = awaySquare.squareRoot()
        let next = self.step(at: step.start + away - near - Polyline.slack(away))
        if next > index {
          index = next
          continue
        }
      }
      index += 1
      let share = step.share(of: offset, from, through)
      let distanceSquare = step.squareDistance(offset, share: share)
      guard distanceSquare < bestSquare else { continue }
      bestSquare = distanceSquare
      let distance = distanceSquare.squareRoot()
      near = min(near, distance)
      best = step.match(offset, share: share, distance: distance)
    }
    return best
  }

  /// Looking at fewer steps than this costs less than passing over them.
  private static let leap = 3.0

  /// A distance in mm that the nearest point of the range does not exceed: that of a vertex about
  /// its middle, where a hand that is followed is looked for.
  private func bound(to place: FinePoint, _ from: Double, _ through: Double) -> Double {
    let middle = evenStep(at: (from + through) / 2)
    guard arcs[middle] >= from, arcs[middle] <= through else { return .infinity }
    return place.distance(to: vertices[middle])
  }

  /// An arc after which every point up to `through` is farther away than `near`.
  private func lastArc(
    nearerThan near: Double, to place: FinePoint, before through: Double
  ) -> Double {
    let last = evenStep(at: through) + 1
    guard arcs[last] >= through else { return .infinity }
    let away = place.distance(to: vertices[last])
    return arcs[last] - max(0, away - near - Polyline.slack(away))
  }

  /// More, in mm, than rounding can take from a distance or from lengths along a line.
  private static func slack(_ distance: Double) -> Double { 1e-6 + 1e-9 * distance }
}
