/// A derived place in whole nanometres (1e-6 mm): guides, outlines and interpolated hands.
///
/// Derived places are integers so that a difference is exact, and moving everything by the same
/// amount changes no judged figure in its last bit. The frame's bounds of 2,000 mm are 2e9.
@frozen
public struct FinePoint: Hashable, Sendable {
  public var x: Int
  public var y: Int

  public static let perMillimetre = 1_000_000

  @inlinable
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// `origin` moved by an offset in millimetres, rounded half away from zero.
  @inlinable
  public init(_ origin: FinePoint, offset: Point) {
    x = origin.x + FinePoint.units(offset.x)
    y = origin.y + FinePoint.units(offset.y)
  }

  /// Millimetres as whole nanometres, half away from zero.
  @inlinable
  public static func units(_ millimetres: Double) -> Int {
    Int(nearest: millimetres * 1_000_000)
  }

  /// Both moved together.
  @inlinable
  public static func + (a: FinePoint, b: FinePoint) -> FinePoint {
    FinePoint(x: a.x + b.x, y: a.y + b.y)
  }

  /// The exact difference `self - other`, in millimetres.
  @inlinable
  public func offset(from other: FinePoint) -> Point {
    Point(Double(x - other.x) / 1_000_000, Double(y - other.y) / 1_000_000)
  }

  @inlinable
  public func distance(to other: FinePoint) -> Double { offset(from: other).length }

  @inlinable
  public var point: Point { Point(Double(x) / 1_000_000, Double(y) / 1_000_000) }

  /// The place at `elapsed` of `duration` on the straight way from `start` to `end`, in integers:
  /// the same for every order of evaluation.
  ///
  /// - Precondition: `0 <= elapsed <= duration`, `duration` in 1...1_000_000_000.
  @inlinable
  public static func between(_ start: FinePoint, _ end: FinePoint, elapsed: Int, duration: Int)
    -> FinePoint
  {
    FinePoint(
      x: start.x + scaled(end.x - start.x, elapsed, duration),
      y: start.y + scaled(end.y - start.y, elapsed, duration))
  }

  @usableFromInline
  static func scaled(_ value: Int, _ numerator: Int, _ denominator: Int) -> Int {
    // Half away from zero, on the magnitude, so that mirrored input gives mirrored output.
    let product = value.magnitude.multipliedFullWidth(by: UInt(numerator))
    let half = UInt(denominator) / 2
    let (low, carry) = product.low.addingReportingOverflow(half)
    let quotient = UInt(denominator).dividingFullWidth(
      (product.high + (carry ? 1 : 0), low)
    ).quotient
    return value < 0 ? -Int(quotient) : Int(quotient)
  }
}
