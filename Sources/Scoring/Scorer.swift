public import Attempts
public import Scenarios

/// The one fold that judges: live, headless, in replay and in batches.
///
/// A value: copying it is a snapshot that can go on.
public struct Scorer: Sendable {
  public let scenario: Scenario
  public let header: Header
  public private(set) var attempt: Attempt

  public init(scenario: Scenario, header: Header) {
    self.scenario = scenario
    self.header = header
    attempt = Attempt(scenario: scenario, header: header)
  }

  /// Takes one event. Any order of events gives a defined result.
  public mutating func add(_ event: Event) {
    attempt.add(event)
  }

  /// What the hands do now.
  public var reading: LiveReading { LiveReading(phase: attempt.phaseIndex) }

  /// The worst thing to say of what a hand does now.
  public var cue: Cue { .none }

  /// The result as if the attempt stopped here.
  public func result() -> Result {
    Result(
      scenarioID: scenario.id, ruleSet: 1, trainee: header.trainee, mode: header.mode,
      origin: header.origin, device: header.device, duration: .seconds(attempt.time),
      verdict: .abandoned, score: .tenths(0), passMark: scenario.rubric.passMark, critical: [],
      below: [], borderline: false, criteria: [], deductions: [], phases: [], areas: [])
  }
}
