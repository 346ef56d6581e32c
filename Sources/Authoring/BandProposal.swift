import Scenarios

/// A band around a median, as wide as the values scatter.
struct BandProposal {
  /// In the measure's unit.
  let median: Double
  /// Median absolute deviation, not scaled to a standard deviation.
  let deviation: Double
  /// `full` reaches so many deviations either side of the median, `none` 2.5 times as far.
  let width: Double
  let measure: CalibratedMeasure

  static let noneOverFull = 2.5

  /// Nil: no value.
  init?(_ values: Histogram, measure: CalibratedMeasure, width: Double) {
    guard let twice = values.twiceMedian, let fourTimes = values.fourTimesDeviation else {
      return nil
    }
    median = Double(twice) / Double(2 * measure.classesInUnit)
    deviation = Double(fourTimes) / Double(4 * measure.classesInUnit)
    self.width = width
    self.measure = measure
  }

  /// Whether the values lie so close together that the least width decides.
  var isWidened: Bool { width * deviation < leastHalf }

  private var leastHalf: Double { measure.leastFull / 2 }
  private var half: Double { max(width * deviation, leastHalf) }

  var asked: AskedBand { measure.isLimit ? .limit(limit) : .band(band) }

  private var band: Band {
    var full = edges(half)
    let least = steps(measure.leastFull, .up)
    // At an end of the range the other edge makes up for what is cut off.
    full.high = min(top, max(full.high, full.low + least))
    full.low = max(bottom, min(full.low, full.high - least))
    let none = edges(half * BandProposal.noneOverFull)
    return Band(
      full: value(full.low)...value(full.high),
      none: value(min(none.low, full.low))...value(max(none.high, full.high)))
  }

  private var limit: Limit {
    let full = max(steps(median + half, .up), steps(measure.leastFull, .up))
    let none = max(
      steps(median + half * BandProposal.noneOverFull, .up), steps(measure.leastNone ?? 0, .up))
    return Limit(full: value(min(full, top)), none: value(min(max(none, full), top)))
  }

  private func edges(_ half: Double) -> (low: Int, high: Int) {
    (
      min(top, max(bottom, steps(median - half, .down))),
      max(bottom, min(top, steps(median + half, .up)))
    )
  }

  // MARK: Steps

  private var bottom: Int { steps(measure.range.lowerBound, .up) }
  private var top: Int { steps(measure.range.upperBound, .down) }

  /// Whole steps; a value a billionth off one counts as on it.
  private func steps(_ value: Double, _ rule: FloatingPointRoundingRule) -> Int {
    let exact = min(1e9, max(-1e9, value)) * Double(measure.stepsInUnit)
    let nearest = exact.rounded()
    return Int(abs(exact - nearest) < 1e-6 ? nearest : exact.rounded(rule))
  }

  private func value(_ steps: Int) -> Double { Double(steps) / Double(measure.stepsInUnit) }
}
