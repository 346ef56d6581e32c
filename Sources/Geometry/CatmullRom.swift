/// Centripetal Catmull-Rom splines (Barry & Goldman 1988; knots after Yuksel et al. 2011, alpha 0.5).
public enum CatmullRom {
  /// Steps into which each segment between two control points is cut.
  public static let stepsPerSegment = 64

  /// The open spline through `controls`, its end points mirrored through the ends: 64 steps a
  /// segment, first and last control included. Two controls give the straight line.
  ///
  /// - Precondition: at least two controls, no two neighbours equal.
  public static func open(through controls: [Position]) -> [FinePoint] {
    precondition(controls.count >= 2, "a curve needs two points")
    let origin = controls[0].fine
    let points = controls.map { $0.fine.offset(from: origin) }
    let last = points.count - 1
    func control(_ index: Int) -> Point {
      if index < 0 { return points[0] * 2 - points[1] }
      if index > last { return points[last] * 2 - points[last - 1] }
      return points[index]
    }
    var result = [origin]
    for segment in 0..<last {
      let p = (segment - 1...segment + 2).map(control)
      for step in 1...stepsPerSegment {
        let offset =
          step == stepsPerSegment
          ? p[2] : evaluate(p[0], p[1], p[2], p[3], Double(step) / Double(stepsPerSegment))
        result.append(FinePoint(origin, offset: offset))
      }
    }
    return result
  }

  /// The closed spline through `corners`, for drawn outlines; `steps` a segment, the first corner
  /// not repeated at the end.
  public static func closed(through corners: [Point], steps: Int) -> [Point] {
    precondition(corners.count >= 3 && steps >= 1, "an outline needs three corners")
    let count = corners.count
    var result: [Point] = []
    for index in 0..<count {
      let p = (0..<4).map { corners[(index + $0 + count - 1) % count] }
      for step in 0..<steps {
        result.append(
          step == 0 ? p[1] : evaluate(p[0], p[1], p[2], p[3], Double(step) / Double(steps)))
      }
    }
    return result
  }

  private static func evaluate(_ p0: Point, _ p1: Point, _ p2: Point, _ p3: Point, _ u: Double)
    -> Point
  {
    let t0 = 0.0
    let t1 = t0 + p0.distance(to: p1).squareRoot()
    let t2 = t1 + p1.distance(to: p2).squareRoot()
    let t3 = t2 + p2.distance(to: p3).squareRoot()
    let t = t1 + (t2 - t1) * u
    func mix(_ a: Point, _ b: Point, _ ta: Double, _ tb: Double) -> Point {
      a * ((tb - t) / (tb - ta)) + b * ((t - ta) / (tb - ta))
    }
    let a1 = mix(p0, p1, t0, t1)
    let a2 = mix(p1, p2, t1, t2)
    let a3 = mix(p2, p3, t2, t3)
    let b1 = mix(a1, a2, t0, t2)
    let b2 = mix(a2, a3, t1, t3)
    return mix(b1, b2, t1, t2)
  }
}
