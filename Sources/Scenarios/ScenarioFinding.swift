/// The way from a scenario's top to one of its values, in the words of its file.
public enum ScenarioPath {
  public enum Step: Hashable, Sendable {
    case key(String)
    /// From 0.
    case index(Int)
  }
}

/// Something about a case that is wrong or unfair.
public struct ScenarioFinding: Hashable, Sendable {
  public enum Severity: String, Sendable {
    /// The case teaches something wrong or cannot be done.
    case error
    /// The case can be practised, but asks too much, too little, or something odd.
    case warning
  }

  public var severity: Severity
  public var path: [ScenarioPath.Step]
  /// What was found, what is allowed, and what to do.
  public var message: String

  public init(_ severity: Severity, _ path: [ScenarioPath.Step], _ message: String) {
    self.severity = severity
    self.path = path
    self.message = message
  }
}

extension Scenario {
  /// What contradicts itself in the case: with an error of these nobody can use it.
  public func check() -> [ScenarioFinding] { checkDecision() + checkProducts() }

  /// Everything that would make the case wrong or unfair, with what ``check()`` finds.
  ///
  /// It judges the case as written, without trying it out.
  public func review() -> [ScenarioFinding] {
    check() + reviewKinds() + reviewPosition() + reviewAreas() + reviewGround() + reviewLanes()
      + reviewSteering()
      + reviewCircles() + reviewTimes() + reviewPressure() + reviewWidths() + reviewTexts()
  }
}
