import Geometry

/// Shares and losses as whole billionths, so that sums are associative and parts merge exactly.
enum Fixed {
  static let one = 1_000_000_000

  /// Rounds half away from zero.
  static func units(_ value: Double) -> Int {
    Int(nearest: value * 1_000_000_000)
  }
}
