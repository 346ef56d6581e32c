import ScenarioFiles
import Scenarios
import Scoring
import Testing

/// The cases that are shipped, judged by the demonstrations of them.
@Suite struct ShippedDemonstrationTests {
  private func shipped() throws -> [Scenario] {
    let folder = try #require(ResourceFolder.ofThisProgram())
    let library = ScenarioLibrary(folders: [(path: folder.scenarios, origin: .shipped)])
    return try library.entries.map { try #require($0.scenario, "\($0.firstError ?? $0.file)") }
  }

  @Test func thereIsAnEasingAnAcuteAndAPreventiveCase() throws {
    let cases = try shipped()
    #expect(cases.contains { $0.patient.period == .easing && $0.spasm.count == 1 })
    #expect(cases.contains { $0.patient.period == .acute && $0.decision == .refer })
    #expect(cases.contains { $0.patient.period == .prevention && $0.decision == .proceed })
  }

  @Test func theExpertScoresAtLeast98OnEach() throws {
    for scenario in try shipped() {
      let result = try Cases.demonstration(scenario)
      #expect(result.score.value >= 98, "\(scenario.id)")
      #expect(result.verdict == .passed, "\(scenario.id)")
    }
  }

  #if !DEBUG
    // Minutes of samples for each: too slow for a debug build.
    @Test(arguments: DemonstrationFault.allCases)
    func badMassagesFailOnEachCaseTheyApplyTo(fault: DemonstrationFault) throws {
      var tried = 0
      for scenario in try shipped() {
        do {
          let result = try Cases.demonstration(scenario) { $0.faults = [fault] }
          #expect(
            result.verdict == .failed, "\(fault.rawValue) scored \(result.score) on \(scenario.id)")
          tried += 1
        } catch let error as DemonstrationError {
          #expect(!error.reason.isEmpty)
        }
      }
      #expect(tried > 0)
    }
  #endif
}
