public import Geometry

/// A line of cubic pieces.
public struct Curve: Hashable, Sendable {
  public struct Piece: Hashable, Sendable {
    public var first: Point
    public var second: Point
    public var end: Point
  }

  public var start: Point
  public var pieces: [Piece]
  public var isClosed: Bool

  /// The start, then for each cubic its two controls and its end.
  ///
  /// - Precondition: 2 numbers and 6 for each piece.
  public init(_ numbers: [Double], isClosed: Bool = false) {
    precondition(numbers.count >= 2 && numbers.count % 6 == 2, "a start and whole cubics")
    start = Point(numbers[0], numbers[1])
    pieces = stride(from: 2, to: numbers.count, by: 6).map {
      Piece(
        first: Point(numbers[$0], numbers[$0 + 1]), second: Point(numbers[$0 + 2], numbers[$0 + 3]),
        end: Point(numbers[$0 + 4], numbers[$0 + 5]))
    }
    self.isClosed = isClosed
  }

  /// A straight line, as a cubic.
  public init(from start: Point, to end: Point) {
    let way = end - start
    self.init([
      start.x, start.y, start.x + way.x / 3, start.y + way.y / 3, start.x + way.x * 2 / 3,
      start.y + way.y * 2 / 3, end.x, end.y,
    ])
  }

  /// An ellipse from +x, clockwise as seen.
  public init(ellipseAround c: Point, radiusX a: Double, radiusY b: Double) {
    let (k, l) = (a * 0.552_284_75, b * 0.552_284_75)
    self.init(
      [
        c.x + a, c.y, c.x + a, c.y + l, c.x + k, c.y + b, c.x, c.y + b, c.x - k, c.y + b, c.x - a,
        c.y + l, c.x - a, c.y, c.x - a, c.y - l, c.x - k, c.y - b, c.x, c.y - b, c.x + k, c.y - b,
        c.x + a, c.y - l, c.x + a, c.y,
      ], isClosed: true)
  }

  public var end: Point { pieces.last?.end ?? start }

  /// The curve with every point moved by a function.
  public func moved(_ f: (Point) -> Point) -> Curve {
    var result = self
    result.start = f(start)
    result.pieces = pieces.map { Piece(first: f($0.first), second: f($0.second), end: f($0.end)) }
    return result
  }

  /// The other half of the body.
  public var mirrored: Curve { moved { Point(-$0.x, $0.y) } }

  /// The same line from its end to its start.
  public var reversed: Curve {
    var result = Curve([end.x, end.y], isClosed: isClosed)
    for index in pieces.indices.reversed() {
      let piece = pieces[index]
      let before = index == 0 ? start : pieces[index - 1].end
      result.pieces.append(Piece(first: piece.second, second: piece.first, end: before))
    }
    return result
  }

  /// This line and another behind it, joined by a straight one where they do not meet.
  public func joined(with next: Curve) -> Curve {
    var result = self
    if end != next.start { result.pieces += Curve(from: end, to: next.start).pieces }
    result.pieces += next.pieces
    return result
  }

  /// Points on the line: the start and `steps` for each piece.
  public func points(stepsPerPiece steps: Int) -> [Point] {
    var result = [start]
    var from = start
    for piece in pieces {
      for step in 1...max(1, steps) {
        let u = Double(step) / Double(max(1, steps))
        let v = 1 - u
        let head = from * (v * v * v) + piece.first * (3 * v * v * u)
        result.append(head + piece.second * (3 * v * u * u) + piece.end * (u * u * u))
      }
      from = piece.end
    }
    return result
  }
}
