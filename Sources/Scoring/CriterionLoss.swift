import Scenarios

/// One code's part of a criterion's loss, before it becomes points.
struct CodeLoss {
  let code: String
  /// Share of the criterion, 0 to 1.
  var share: Double
  var phase: Int?
  let spans: SpanList
  /// Worded when somebody reads it: an attempt is judged more often than it is read.
  let message: () -> String

  init(
    code: String, share: Double, phase: Int?, spans: SpanList,
    message: @autoclosure @escaping () -> String
  ) {
    self.code = code
    self.share = share
    self.phase = phase
    self.spans = spans
    self.message = message
  }
}

/// What a criterion loses, code by code in the table's order.
struct CriterionLoss {
  var criterion: Criterion
  var isAssessed: Bool
  /// In the order of the codes; together at most 1 once ``cut()``.
  var codes: [CodeLoss] = []

  var total: Double { codes.reduce(0) { $0 + $1.share } }

  /// What exceeds the criterion is cut from the last code backward.
  mutating func cut() {
    var excess = total - 1
    var index = codes.count - 1
    while excess > 0, index >= 0 {
      let taken = min(excess, codes[index].share)
      codes[index].share -= taken
      excess -= taken
      index -= 1
    }
  }

  /// Scales the losses by the completion `c` and adds what was not shown.
  mutating func scale(byCompletion completion: Double, notShown code: CodeLoss) {
    cut()
    for index in codes.indices { codes[index].share *= completion }
    if completion < 1 { codes.append(code) }
  }
}
