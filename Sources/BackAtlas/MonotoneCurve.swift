/// A smooth rising curve through given places (Fritsch & Carlson 1980): it never overshoots.
struct MonotoneCurve {
  private let places: [Double]
  private let values: [Double]
  private let slopes: [Double]

  /// - Precondition: at least two places, ascending, with as many ascending values.
  init(_ places: [Double], _ values: [Double]) {
    precondition(places.count >= 2 && places.count == values.count, "places with their values")
    self.places = places
    self.values = values
    var rises: [Double] = []
    for index in 1..<places.count {
      let rise = values[index] - values[index - 1]
      rises.append(rise / (places[index] - places[index - 1]))
    }
    // The harmonic mean of the slopes on both sides, at the ends the slope there.
    var slopes = [rises[0]]
    for (before, after) in zip(rises, rises.dropFirst()) {
      let isRising = before * after > 0
      slopes.append(isRising ? 2 * before * after / (before + after) : 0)
    }
    slopes.append(rises[rises.count - 1])
    self.slopes = slopes
  }

  /// The same for one place, with no more of the values than those beside it.
  ///
  /// - Precondition: as for a curve and its value.
  static func value(
    at place: Double, _ places: [Double], _ value: (Int) -> Double
  ) -> Double {
    let last = places.count - 1
    var index = 0
    while index < last - 1 && places[index + 1] < place { index += 1 }
    let first = max(0, index - 1)
    let end = min(last, index + 2)
    var values: [Double] = []
    var near: [Double] = []
    for nearby in first...end {
      near.append(places[nearby])
      values.append(value(nearby))
    }
    // Slopes depend on the neighbours only, and the first and the last of all are among these.
    return MonotoneCurve(near, values).value(at: place)
  }

  /// - Precondition: `place` within the first and the last place.
  func value(at place: Double) -> Double {
    var index = 0
    while index < places.count - 2 && places[index + 1] < place { index += 1 }
    let span = places[index + 1] - places[index]
    let u = (place - places[index]) / span
    let v = 1 - u
    let start = values[index] * (1 + 2 * u) * v * v + slopes[index] * span * u * v * v
    let end = values[index + 1] * u * u * (3 - 2 * u) - slopes[index + 1] * span * u * u * v
    return start + end
  }
}
