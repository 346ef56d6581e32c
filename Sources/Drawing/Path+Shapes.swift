public import Geometry

extension Path {
  /// Distance of a control point that makes a cubic a quarter of a circle, as a share of its radius.
  private static let quarter = 0.552_284_749_830_793_4

  public static func rectangle(_ r: Rectangle) -> Path {
    polyline(
      [Point(r.x, r.y), Point(r.maxX, r.y), Point(r.maxX, r.maxY), Point(r.x, r.maxY)],
      closed: true)
  }

  /// The radius is cut to half the shorter side.
  public static func roundedRectangle(_ r: Rectangle, radius: Double) -> Path {
    let radius = max(0, min(radius, min(r.width, r.height) / 2))
    if radius == 0 { return rectangle(r) }
    let k = radius * (1 - quarter)
    var path = Path()
    path.move(to: Point(r.x + radius, r.y))
    path.line(to: Point(r.maxX - radius, r.y))
    path.curve(
      Point(r.maxX - k, r.y), Point(r.maxX, r.y + k), to: Point(r.maxX, r.y + radius))
    path.line(to: Point(r.maxX, r.maxY - radius))
    path.curve(
      Point(r.maxX, r.maxY - k), Point(r.maxX - k, r.maxY), to: Point(r.maxX - radius, r.maxY))
    path.line(to: Point(r.x + radius, r.maxY))
    path.curve(
      Point(r.x + k, r.maxY), Point(r.x, r.maxY - k), to: Point(r.x, r.maxY - radius))
    path.line(to: Point(r.x, r.y + radius))
    path.curve(Point(r.x, r.y + k), Point(r.x + k, r.y), to: Point(r.x + radius, r.y))
    path.close()
    return path
  }

  public static func circle(centre: Point, radius: Double) -> Path {
    ellipse(centre: centre, radiusX: radius, radiusY: radius)
  }

  /// From +x, clockwise on screen.
  public static func ellipse(centre c: Point, radiusX a: Double, radiusY b: Double) -> Path {
    let (ka, kb) = (a * quarter, b * quarter)
    var path = Path()
    path.move(to: Point(c.x + a, c.y))
    path.curve(Point(c.x + a, c.y + kb), Point(c.x + ka, c.y + b), to: Point(c.x, c.y + b))
    path.curve(Point(c.x - ka, c.y + b), Point(c.x - a, c.y + kb), to: Point(c.x - a, c.y))
    path.curve(Point(c.x - a, c.y - kb), Point(c.x - ka, c.y - b), to: Point(c.x, c.y - b))
    path.curve(Point(c.x + ka, c.y - b), Point(c.x + a, c.y - kb), to: Point(c.x + a, c.y))
    path.close()
    return path
  }

  /// Straight pieces through the points; nothing for fewer than two.
  public static func polyline(_ points: [Point], closed: Bool = false) -> Path {
    var path = Path()
    guard points.count >= 2 else { return path }
    path.move(to: points[0])
    for point in points.dropFirst() { path.line(to: point) }
    if closed { path.close() }
    return path
  }

  /// Part of a circle from one angle to another, in radians, clockwise on screen from +x.
  public static func arc(centre: Point, radius: Double, from: Double, to: Double) -> Path {
    var path = Path()
    let pieces = max(1, Int((abs(to - from) / (Double.pi / 2)).rounded(.up)))
    let step = (to - from) / Double(pieces)
    // A cubic that touches the circle at both ends and in its middle.
    let reach =
      4.0 / 3 * radius * (1 - cosine(step / 2)) / max(sine(step / 2), 1e-12, -sine(step / 2))
    let sign = step < 0 ? -1.0 : 1.0
    for piece in 0..<pieces {
      let (a, b) = (from + Double(piece) * step, from + Double(piece + 1) * step)
      let start = Point(onCircleAround: centre, radius: radius, angle: a)
      let end = Point(onCircleAround: centre, radius: radius, angle: b)
      if piece == 0 { path.move(to: start) }
      path.curve(
        Point(start.x - sign * reach * sine(a), start.y + sign * reach * cosine(a)),
        Point(end.x + sign * reach * sine(b), end.y - sign * reach * cosine(b)), to: end)
    }
    return path
  }

  private static func sine(_ angle: Double) -> Double {
    Point(onCircleAround: .zero, radius: 1, angle: angle).y
  }
  private static func cosine(_ angle: Double) -> Double {
    Point(onCircleAround: .zero, radius: 1, angle: angle).x
  }
}
