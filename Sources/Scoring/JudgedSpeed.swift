import Geometry

/// A speed with all that it is summed up as, worked out once for all who judge it.
struct JudgedSpeed: Sendable {
  /// mm/s, from 0.
  let value: Double
  /// In nm/s.
  let units: Int
  /// In hundredths of mm/s.
  let hundredths: Int
  /// In mm/s, rounded down.
  let whole: Int

  init(_ value: Double) {
    self.value = value
    units = FixedLength.units(value)
    hundredths = Int(nearest: value * 100)
    whole = max(0, Int(value))
  }
}
