/// How values lie: least, quarters and greatest of them.
public struct Spread: Hashable, Sendable {
  public var count: Int
  public var least: Int
  public var lowerQuarter: Int
  public var median: Int
  public var upperQuarter: Int
  public var greatest: Int

  /// Nil of nothing. Between two values, a quarter lies in proportion (Hyndman and Fan 1996, type
  /// 7), rounded half up.
  public init?(_ values: [Int]) {
    let sorted = values.sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return nil }
    func quarter(_ number: Int) -> Int {
      let place = (sorted.count - 1) * number
      let (index, rest) = (place / 4, place % 4)
      guard rest > 0 else { return sorted[index] }
      let between = (sorted[index + 1] - sorted[index]) * rest
      return sorted[index] + (between * 2 + 4) / 8
    }
    count = sorted.count
    self.least = least
    lowerQuarter = quarter(1)
    median = quarter(2)
    upperQuarter = quarter(3)
    self.greatest = greatest
  }
}
