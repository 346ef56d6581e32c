/// A place on the body frame in millimetres, for drawing and for authors' input.
///
/// The frame has its origin at the spinous process of C7, x toward the patient's right and y toward
/// the feet. Nothing that is judged is kept in this type: see ``Position`` and ``FinePoint``.
@frozen
public struct Point: Hashable, Sendable {
  public var x: Double
  public var y: Double

  @inlinable
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  public static let zero = Point(0, 0)

  @inlinable
  public static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  @inlinable
  public static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  @inlinable
  public static func * (a: Point, k: Double) -> Point { Point(a.x * k, a.y * k) }

  /// Distance from the origin, in millimetres.
  @inlinable
  public var length: Double { (x * x + y * y).squareRoot() }

  @inlinable
  public func distance(to other: Point) -> Double { (self - other).length }
}
