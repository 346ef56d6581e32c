import Geometry

/// A figure that left the fold: a whole number of decimal places, so that its text is exact.
public struct Figure: Hashable, Sendable, CustomStringConvertible {
  /// The value times 10 to the power of ``places``.
  public var units: Int
  /// 0 to 6.
  public var places: Int

  public init(units: Int, places: Int) {
    precondition((0...6).contains(places))
    self.units = units
    self.places = places
  }

  /// Rounds half away from zero.
  ///
  /// - Precondition: `value` is finite.
  public init(_ value: Double, places: Int) {
    precondition(value.isFinite, "a figure is finite")
    self.init(
      units: Int(nearest: value * Double(Figure.power(places))),
      places: places)
  }

  /// mm and mm/s.
  public static func hundredths(_ value: Double) -> Figure { Figure(value, places: 2) }
  /// Seconds and shares.
  public static func thousandths(_ value: Double) -> Figure { Figure(value, places: 3) }
  /// Whole microseconds as seconds.
  public static func seconds(_ microseconds: Int) -> Figure {
    let half = microseconds < 0 ? -500 : 500
    return Figure(units: (microseconds + half) / 1000, places: 3)
  }
  /// Points.
  public static func tenths(_ units: Int) -> Figure { Figure(units: units, places: 1) }
  public static func whole(_ value: Int) -> Figure { Figure(units: value, places: 0) }

  public var value: Double { Double(units) / Double(Figure.power(places)) }

  /// Decimal, without trailing zeros, exponent or -0.
  public var description: String {
    let power = Figure.power(places)
    let magnitude = Int(units.magnitude)
    var text = (units < 0 ? "-" : "") + String(magnitude / power)
    var rest = magnitude % power
    if rest != 0 {
      text += "."
      var digit = power / 10
      while rest != 0 {
        text += String(rest / digit)
        rest %= digit
        digit /= 10
      }
    }
    return text
  }

  private static func power(_ places: Int) -> Int {
    var power = 1
    for _ in 0..<places { power *= 10 }
    return power
  }
}
