/// A stored and judged place: whole hundredths of a millimetre of the body frame.
///
/// Inputs are rounded to this once, when they arrive (half away from zero); everything after, live
/// or later, sees only the rounded value.
public struct Position: Hashable, Sendable {
  /// Toward the patient's right, in 1/100 mm.
  public var x: Int
  /// Toward the feet, in 1/100 mm.
  public var y: Int

  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// Rounds millimetres to 1/100 mm, half away from zero.
  ///
  /// - Precondition: both are finite and within ±1e12 mm.
  public init(millimetres x: Double, _ y: Double) {
    self.x = Int((x * 100).rounded(.toNearestOrAwayFromZero))
    self.y = Int((y * 100).rounded(.toNearestOrAwayFromZero))
  }

  public var point: Point { Point(Double(x) / 100, Double(y) / 100) }
  public var fine: FinePoint { FinePoint(x: x * 10_000, y: y * 10_000) }
}
