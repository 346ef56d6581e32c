/// Points shared out in whole tenths, so that sums are exact.
enum Tenths {
  /// Shares `total` in proportion to whole weights by the largest remainder; ties go to the
  /// earlier. Exact: remainders are compared as integers.
  ///
  /// - Precondition: no weight is negative, and `total` times the weights' sum fits an `Int`.
  static func share(_ total: Int, by weights: [Int]) -> [Int] {
    precondition(weights.allSatisfy { $0 >= 0 })
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    var shares = weights.map { total * $0 / sum }
    let order = weights.indices.sorted {
      let (a, b) = (total * weights[$0] % sum, total * weights[$1] % sum)
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
