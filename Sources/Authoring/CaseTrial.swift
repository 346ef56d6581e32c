public import Scenarios
public import Scoring

/// A case tried out by the expert: whether anybody can pass it, and with how many points.
public struct CaseTrial: Sendable {
  /// What the expert is expected to reach.
  public static let expected = 98.0
  /// Of a massage that takes longer no trial is made, in minutes; that it takes too long is said
  /// elsewhere.
  public static let longest = 60.0
  /// Samples a second: as many as any device gives.
  private static let rate = 60

  /// Nil when the case cannot be demonstrated or takes too long.
  public let result: Result?
  public let findings: [ScenarioFinding]

  public init(of scenario: Scenario) {
    // An expert with nothing but what the patient must not have can only do wrong.
    guard
      scenario.decision != .proceed
        || (scenario.askedMinutes <= CaseTrial.longest && scenario.hasSafeProduct)
    else {
      result = nil
      findings = []
      return
    }
    var options = Demonstration.Options()
    options.rate = CaseTrial.rate
    do throws(DemonstrationError) {
      let demonstration = try Demonstration(of: scenario, options: options, program: "check")
      var scorer = Scorer(
        scenario: scenario, header: demonstration.header, judgesBorderline: false)
      for event in demonstration.events { scorer.add(event) }
      let result = scorer.result()
      self.result = result
      findings = CaseTrial.findings(of: result, at: scenario)
    } catch {
      result = nil
      findings = [
        ScenarioFinding(
          .error, [.key("phases")], "the expert cannot show this case: \(error.reason)")
      ]
    }
  }

  private static func findings(of result: Result, at scenario: Scenario) -> [ScenarioFinding] {
    let score = result.score.value
    if result.verdict == .passed && score >= expected { return [] }
    let worst = result.deductions.max { $0.points.value < $1.points.value }
    let reason =
      worst.map { "; most is lost by \($0.code), \($0.points.value) points: \($0.message)" } ?? ""
    let path = worst?.phase.flatMap(scenario.phaseIndex).map {
      [ScenarioPath.Step.key("phases"), .index($0)]
    }
    guard result.verdict == .passed else {
      let cause =
        if let critical = result.critical.first {
          "by the critical fault \(critical)"
        } else if let criterion = result.below.first {
          "because \(criterion.rawValue) keeps less than the minimum of \(scenario.rubric.minimum) percent"
        } else {
          "with \(score) points, and \(scenario.rubric.passMark) are needed to pass"
        }
      return [
        ScenarioFinding(
          .error, path ?? [.key("rubric")],
          "nobody can pass this case: the expert fails \(cause)\(reason)")
      ]
    }
    return [
      ScenarioFinding(
        .warning, path ?? [.key("phases")],
        "the expert reaches \(score) points only, expected are \(Int(expected))\(reason)")
    ]
  }
}
