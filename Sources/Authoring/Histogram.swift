/// Many values in classes of one width, each with a weight: medians of any number of values in
/// memory that does not grow with it.
///
/// Adding is of whole numbers, so neither the order of values nor how they were split matters.
struct Histogram: Hashable, Sendable {
  private var weights: [Int: Int] = [:]
  private(set) var count = 0

  mutating func add(_ value: Int, weight: Int = 1) {
    guard weight > 0 else { return }
    weights[value, default: 0] += weight
    count += 1
  }

  mutating func add(_ other: Histogram) {
    for (value, weight) in other.weights { weights[value, default: 0] += weight }
    count += other.count
  }

  /// Twice the weighted median, in classes: between two of them when both halves weigh the same.
  var twiceMedian: Int? {
    Histogram.twiceMedian(weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// Four times the median of the distances from the median, in classes.
  var fourTimesDeviation: Int? {
    guard let twiceMedian else { return nil }
    var distances: [Int: Int] = [:]
    for (value, weight) in weights { distances[abs(2 * value - twiceMedian), default: 0] += weight }
    return Histogram.twiceMedian(distances.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private static func twiceMedian(_ ascending: [(value: Int, weight: Int)]) -> Int? {
    let all = ascending.reduce(0) { $0 + $1.weight }
    var sum = 0
    for (index, entry) in ascending.enumerated() {
      sum += entry.weight
      if 2 * sum == all { return entry.value + ascending[index + 1].value }
      if 2 * sum > all { return 2 * entry.value }
    }
    return nil
  }
}
