import Attempts
import Scenarios

/// What to do, for whoever looks at many attempts.
extension Change {
  /// The sentence of a change without what was measured in an attempt.
  ///
  /// - Parameter codes: as in ``codes``.
  public static func advice(_ kind: Kind, codes: [String]) -> String {
    let nothing = Result(
      scenarioID: "", ruleSet: RuleSet.latest.number, trainee: nil, mode: .practice, origin: .live,
      device: Device(kind: .mouse, pressure: .none), duration: .whole(0), verdict: .abandoned,
      score: .tenths(0), passMark: 0, critical: [], below: [], borderline: false, criteria: [],
      deductions: [], phases: [], areas: [])
    return nothing.sentence(
      for: Change(
        kind: kind, codes: codes, deductions: [], criteria: [], points: .tenths(0), phase: nil,
        span: nil, sentence: ""))
  }
}
