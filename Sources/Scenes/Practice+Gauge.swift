import Drawing
import Geometry
import Scenarios

/// A measure with its band, ready to be drawn: the band always fills 34 to 66 % of the track.
struct GaugeReading {
  enum Kind { case speed, pressure, path }
  enum State { case inBand, low, high }

  let kind: Kind
  /// Ends of the track and of the band, in the shown unit, ascending.
  let marks: [Double]
  /// In the shown unit; nil: nothing to show.
  var value: Double?
  var state: State?
  /// Whether the value is what would be while no hand is down, and so is not judged.
  var isWaiting = false

  static func speed(_ band: Band) -> GaugeReading {
    GaugeReading(kind: .speed, marks: ascending([0, band.fullLow, band.fullHigh, band.noneHigh]))
  }

  static func pressure(_ band: Band) -> GaugeReading {
    GaugeReading(
      kind: .pressure, marks: ascending([0, band.fullLow * 100, band.fullHigh * 100, 100]))
  }

  static func path(_ limit: Limit) -> GaugeReading {
    GaugeReading(
      kind: .path, marks: ascending([-limit.none, -limit.full, limit.full, limit.none]))
  }

  private init(kind: Kind, marks: [Double]) {
    self.kind = kind
    self.marks = marks
  }

  /// Bands that touch the end of their range still get a piece of track.
  private static func ascending(_ marks: [Double]) -> [Double] {
    var result = marks
    for index in 1..<result.count where result[index] <= result[index - 1] {
      result[index] = result[index - 1] + 0.001
    }
    return result
  }

  /// Shows what a hand would do if it came down now.
  mutating func wait(_ value: Double?) {
    show(value)
    isWaiting = value != nil
  }

  /// Shows a value; beyond the band's own edges it is low or high. A path is low beyond full marks
  /// and high beyond none.
  mutating func show(_ value: Double?, allowance: Double = 1) {
    self.value = value
    guard let value else {
      state = nil
      return
    }
    switch kind {
    case .path:
      state =
        abs(value) <= marks[2] ? .inBand : abs(value) <= marks[3] ? .low : .high
    case .speed, .pressure:
      state =
        value < marks[1] ? .low : value > marks[2] * allowance ? .high : .inBand
    }
  }

  /// Share of the track at which a value stands, 0 to 1.
  func share(_ value: Double) -> Double {
    let shares = [0, 0.34, 0.66, 1]
    if value <= marks[0] { return 0 }
    for index in 1..<4 where value <= marks[index] {
      let way = (value - marks[index - 1]) / (marks[index] - marks[index - 1])
      return shares[index - 1] + (shares[index] - shares[index - 1]) * way
    }
    return 1
  }

  var name: String {
    switch kind {
    case .speed: PracticeWords.speed
    case .pressure: PracticeWords.pressure
    case .path: PracticeWords.path
    }
  }

  var unit: String {
    switch kind {
    case .speed: PracticeWords.speedUnit
    case .pressure: PracticeWords.pressureUnit
    case .path: value.map(PracticeWords.side) ?? PracticeWords.pathUnit
    }
  }
}
