import Geometry

/// A stretch of a contact in which nothing about any area can change but the time in it, and that
/// time.
///
/// Nearly every step is far from any edge that decides. Around the place where the areas were looked
/// at last lies a circle within which none of them has anything to decide, cut by strips along the
/// outlines that are near: steps inside are only added up, in whole numbers, and booked together when
/// the hand leaves it, or when an area joins at whose edge the hand worked until then.
struct CalmStretch: Sendable {
  private var anchor = FinePoint(x: 0, y: 0)
  /// Square of the circle's radius in mm; negative while there is none.
  private var square = -1.0 {
    didSet { squareUnits = square * CalmStretch.units * CalmStretch.units }
  }
  /// The same in square nanometres: asked at every step, and its edge decides nothing.
  private var squareUnits = -1.0
  private static let units = Double(FinePoint.perMillimetre)
  /// What else the hand has to stay in.
  private var strips: [CalmStrip] = []
  /// Where the hand is, unshifted.
  private(set) var place = FinePoint(x: 0, y: 0)
  /// A pressure of as many millionths and more is to be looked at.
  private var pressureEnd = 0
  /// A freedom of less, in mm, is not worth while.
  static let least = 0.25
  /// With a freedom of more, in mm, an area at whose edge the hand worked joins the stretch.
  static let worthwhile = 1.0
  /// With a freedom of more, in mm, a circle is quicker than a strip.
  static let wide = 10.0
  /// In microseconds; and the greatest pressure, in millionths.
  private(set) var duration = 0
  private(set) var peakPressure: Int?

  /// Whether one goes on.
  var isOn: Bool { square >= 0 }
  var isEmpty: Bool { duration == 0 && peakPressure == nil }

  /// Takes a step of the hand, unshifted; false when the areas have to be looked at.
  mutating func take(_ from: SettledSample, _ to: SettledSample, isLost: Bool) -> Bool {
    guard square >= 0, from.place == place, !isLost else { return false }
    let x = Double(to.place.x - anchor.x)
    let y = Double(to.place.y - anchor.y)
    let pressure = max(from.pressure ?? Int.min, to.pressure ?? Int.min)
    guard x * x + y * y < squareUnits, pressure < pressureEnd,
      strips.allSatisfy({ $0.holds(to.place) })
    else { return false }
    place = to.place
    duration += to.time - from.time
    if pressure >= 0 { peakPressure = max(peakPressure ?? 0, pressure) }
    return true
  }

  /// Begins a stretch at a place, bound by nothing yet.
  mutating func begin(at place: FinePoint) {
    end()
    anchor = place
    self.place = place
    square = .infinity
    pressureEnd = .max
  }

  /// How far the hand may go from where it is without leaving the circle, in mm.
  private var left: Double {
    square < .infinity
      ? square.squareRoot() - place.distance(to: anchor) - ClearanceBounds.slack : .infinity
  }

  /// Whether it is worth while to let another area join.
  var isRoomy: Bool { left > CalmStretch.worthwhile }

  /// Goes on from where the hand is, bound by what bound it before, once its sums are booked.
  mutating func renew() {
    let radius = left
    square = radius * radius
    anchor = place
    duration = 0
    peakPressure = nil
  }

  /// Binds the stretch to where an area has nothing to decide; false where the hand is too near the
  /// edge of that.
  ///
  /// - Parameters:
  ///   - bounds: the clearances from the outline between which it has nothing to decide.
  ///   - freedom: how far the hand may surely go for that, in mm.
  mutating func bind(
    to bounds: CalmBounds, freedom: Double, of outline: Polygon, shape: HandShape, shift: FinePoint
  ) -> Bool {
    if freedom < CalmStretch.wide,
      let strip = CalmStrip(at: place, shift: shift, of: outline, shape: shape, bounds: bounds)
    {
      strips.append(strip)
      return true
    }
    guard freedom > CalmStretch.least else { return false }
    square = min(square, freedom * freedom)
    return true
  }

  /// Binds the stretch to pressures up to a limit in thousandths.
  mutating func bind(pressure limit: Int) {
    if limit < 1_000_000_000 { pressureEnd = min(pressureEnd, (limit + 1) * 1000) }
  }

  mutating func end() {
    square = -1
    strips.removeAll(keepingCapacity: true)
    duration = 0
    peakPressure = nil
  }
}
