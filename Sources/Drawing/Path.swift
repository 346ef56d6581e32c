import CCairo
public import Geometry

/// A line of straight and curved pieces: a value.
public struct Path: Hashable, Sendable {
  public enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    /// A cubic with its two control points.
    case curve(Point, Point, to: Point)
    case close
  }

  public private(set) var elements: [Element] = []

  public init() {}

  public var isEmpty: Bool { elements.isEmpty }

  public mutating func move(to point: Point) { elements.append(.move(point)) }
  public mutating func line(to point: Point) { elements.append(.line(point)) }
  public mutating func curve(_ c1: Point, _ c2: Point, to end: Point) {
    elements.append(.curve(c1, c2, to: end))
  }
  public mutating func close() { elements.append(.close) }
  public mutating func append(_ other: Path) { elements += other.elements }

  /// The path with every point, control points too, moved by a function.
  public func transformed(_ f: (Point) -> Point) -> Path {
    var result = Path()
    result.elements = elements.map {
      switch $0 {
      case .move(let p): .move(f(p))
      case .line(let p): .line(f(p))
      case .curve(let a, let b, let p): .curve(f(a), f(b), to: f(p))
      case .close: .close
      }
    }
    return result
  }

  /// The upright rectangle around all points, control points included; empty at zero for an empty
  /// path.
  public var bounds: Rectangle {
    var low: Point?
    var high = Point.zero
    func include(_ p: Point) {
      guard let old = low else {
        low = p
        high = p
        return
      }
      low = Point(min(old.x, p.x), min(old.y, p.y))
      high = Point(max(high.x, p.x), max(high.y, p.y))
    }
    for element in elements {
      switch element {
      case .move(let p), .line(let p): include(p)
      case .curve(let a, let b, let p):
        include(a)
        include(b)
        include(p)
      case .close: break
      }
    }
    guard let low else { return Rectangle(x: 0, y: 0, width: 0, height: 0) }
    return Rectangle(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
  }
}

extension Point {
  /// The point on a circle at an angle in radians, clockwise on screen from +x.
  public init(onCircleAround centre: Point, radius: Double, angle: Double) {
    self.init(
      centre.x + radius * effleurage_cosine(angle), centre.y + radius * effleurage_sine(angle))
  }
}
