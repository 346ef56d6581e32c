/// Figures of lists.
enum Statistics {
  static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }

  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Area under the ROC curve: how often a value of `high` exceeds one of `low`, ties half.
  static func separation(low: [Double], high: [Double]) -> Double {
    guard !low.isEmpty, !high.isEmpty else { return .nan }
    var wins = 0.0
    for value in high {
      for other in low { wins += value > other ? 1 : value == other ? 0.5 : 0 }
    }
    return wins / Double(low.count * high.count)
  }
}
