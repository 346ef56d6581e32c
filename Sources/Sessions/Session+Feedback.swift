public import Scenarios

/// Which aids practice begins with.
extension Session {
  /// How many aids of a case are hidden because the trainee passed without them in sight.
  public func hiddenAids(of scenario: Scenario) -> Int {
    guard scenario.feedback.fade == .twoPassed else { return 0 }
    return min(past[scenario.id]?.fading.pairs ?? 0, scenario.feedback.show.count)
  }

  /// The aids that practice of a case begins with.
  public func aids(of scenario: Scenario) -> [Aid] {
    scenario.feedback.show.dropLast(hiddenAids(of: scenario))
  }
}
