/// Points shared out in whole tenths, so that sums are exact.
enum Tenths {
  /// Shares `total` in proportion to `weights` by the largest remainder; ties go to the earlier.
  ///
  /// - Precondition: no weight is negative.
  static func share(_ total: Int, by weights: [Double]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    let exact = weights.map { Double(total) * $0 / sum }
    var shares = exact.map { Int($0.rounded(.down)) }
    let order = exact.indices.sorted {
      let a = exact[$0] - Double(shares[$0])
      let b = exact[$1] - Double(shares[$1])
      return a != b ? a > b : $0 < $1
    }
    var rest = total - shares.reduce(0, +)
    for index in order where rest > 0 && weights[index] > 0 {
      shares[index] += 1
      rest -= 1
    }
    return shares
  }
}
