import Attempts
import Scenarios
import Scoring
import Testing

@Suite struct DemonstrationTests {
  @Test(arguments: Cases.rates, Cases.graded)
  func theExpertScoresAtLeast98(rate: Int, scenario: Scenario) throws {
    let result = try Cases.demonstration(scenario) {
      $0.rate = rate
      $0.seed = UInt64(rate)
    }
    #expect(result.score.value >= 98)
    #expect(result.verdict == .passed)
    #expect(!result.borderline)
  }

  @Test func theExpertRefersAnAcuteCase() throws {
    let result = try Cases.demonstration(Cases.acute())
    #expect(result.score.value == 100)
    #expect(result.verdict == .passed)
  }

  @Test(
    arguments: [
      DemonstrationFault.slaps, .scrub, .scribble, .backward, .pressSpasm, .overSpine, .nothing,
    ], Cases.graded)
  func badMassagesFail(fault: DemonstrationFault, scenario: Scenario) throws {
    let result = try Cases.demonstration(scenario) { $0.faults = [fault] }
    #expect(result.verdict == .failed, "\(fault.rawValue) scored \(result.score)")
  }

  @Test func massagingAnAcuteCaseIsCritical() throws {
    let result = try Cases.demonstration(Cases.acute()) { $0.faults = [.acuteAnyway] }
    #expect(result.verdict == .failed)
    #expect(result.critical == ["procedure.wrongDecision"])
    #expect(result.deductions.first?.code == "procedure.wrongDecision")
  }

  @Test func aFaultThatCannotApplySaysWhy() {
    #expect(throws: DemonstrationError.self) {
      try Cases.demonstration(Cases.lifting()) { $0.faults = [.acuteAnyway] }
    }
    #expect(throws: DemonstrationError.self) {
      try Cases.demonstration(Cases.straight()) { $0.faults = [.pressSpasm] }
    }
  }

  @Test func lessSkillScoresLess() throws {
    let scores = try [1.0, 0.6, 0.3, 0].map { skill in
      try Cases.demonstration(Cases.graded.last ?? Cases.short()) { $0.skill = skill }.score.value
    }
    for (better, worse) in zip(scores, scores.dropFirst()) { #expect(better > worse, "\(scores)") }
    #expect(scores[3] < 75)
  }

  @Test func eventsAreInTheOneOrder() throws {
    let demonstration = try Demonstration(
      of: Cases.lifting(), options: Demonstration.Options(), program: "test")
    for (a, b) in zip(demonstration.events, demonstration.events.dropFirst()) {
      #expect(a.time <= b.time)
    }
    #expect(
      demonstration.events.allSatisfy {
        switch $0 {
        case .land(let landing): Bounds.holds(landing.sample)
        case .move(_, let sample), .lift(_, let sample): Bounds.holds(sample)
        case .act: true
        }
      })
  }
}
