/// A stored and judged place: whole hundredths of a millimetre of the body frame.
///
/// Inputs are rounded to this once, when they arrive (half away from zero); everything after, live
/// or later, sees only the rounded value.
public struct Position: Hashable, Sendable {
  /// Toward the patient's right, in 1/100 mm.
  public var x: Int
  /// Toward the feet, in 1/100 mm.
  public var y: Int

  @inlinable
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// Rounds millimetres to 1/100 mm, half away from zero.
  ///
  /// - Precondition: both are finite and within ±1e12 mm.
  public init(millimetres x: Double, _ y: Double) {
    self.x = Int(nearest: x * 100)
    self.y = Int(nearest: y * 100)
  }

  @inlinable
  public var point: Point { Point(Double(x) / 100, Double(y) / 100) }
  @inlinable
  public var fine: FinePoint { FinePoint(x: x * 10_000, y: y * 10_000) }
}
