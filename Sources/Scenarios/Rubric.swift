/// What a score is made of, in the order in which results list them.
public enum Criterion: String, CaseIterable, Sendable {
  case procedure, path, speed, pressure, spasm, flow, technique
}

/// How much each criterion weighs and what passing needs.
public struct Rubric: Hashable, Sendable {
  /// 1 to 100.
  public var passMark: Int
  /// Percent of its weight that every assessed criterion must keep, 0 to 100.
  public var minimum: Int
  /// Whole numbers in the order of ``Criterion``, that sum to 100.
  public var weights: [Int]

  /// - Precondition: seven weights, none negative.
  public init(
    passMark: Int = 75, minimum: Int = 34, weights: [Int] = [15, 25, 15, 10, 15, 10, 10]
  ) {
    precondition(weights.count == Criterion.allCases.count && weights.allSatisfy { $0 >= 0 })
    self.passMark = passMark
    self.minimum = minimum
    self.weights = weights
  }

  public func weight(_ criterion: Criterion) -> Int {
    var index = 0
    while Criterion.allCases[index] != criterion { index += 1 }
    return weights[index]
  }
}

/// A help that practice can show while the hand works.
public enum Aid: String, CaseIterable, Sendable {
  case guide, gauges, coach, pacer, warmth, comfort
}

/// When aids disappear.
public enum Fading: String, CaseIterable, Sendable {
  case never
  /// After two passed attempts in a row one more aid is hidden, from the end of the list.
  case twoPassed = "two-passed"
}

/// Which aids practice shows.
public struct Feedback: Hashable, Sendable {
  public var show: [Aid]
  public var fade: Fading

  public init(show: [Aid] = Aid.allCases, fade: Fading = .twoPassed) {
    self.show = show
    self.fade = fade
  }
}
