import Attempts
import Patients
import ScenarioFiles
import Scenarios
import Scoring
import Sessions
import Testing

/// What whole massages do to patients.
@Suite struct PatientDemonstrationTests {
  private func folded(_ events: [Event], _ scenario: Scenario, _ header: Header) -> PatientState {
    var patient = Patients.Patient(scenario: scenario, header: header)
    for event in events { patient.add(event) }
    return patient.state
  }

  private func shipped() throws -> [Scenario] {
    let folder = try #require(ResourceFolder.ofThisProgram())
    let library = ScenarioLibrary(folders: [(path: folder.scenarios, origin: .shipped)])
    let cases = try library.entries.map { try #require($0.scenario, "\($0.file)") }
    let proceeding = cases.filter { $0.decision == .proceed }
    #if DEBUG
      // A debug build takes minutes for all.
      return proceeding.enumerated().filter { $0.offset.isMultiple(of: 5) }.map(\.element)
    #else
      return proceeding
    #endif
  }

  private func demonstration(
    _ scenario: Scenario, _ faults: [DemonstrationFault] = []
  ) throws -> Demonstration {
    var options = Demonstration.Options()
    options.faults = faults
    options.rate = 60
    return try Demonstration(of: scenario, options: options, program: "test")
  }

  private func end(_ demonstration: Demonstration, _ scenario: Scenario) -> PatientState {
    folded(demonstration.events, scenario, demonstration.header)
  }

  @Test func afterTheExpertEachPatientIsBetter() throws {
    for scenario in try shipped() {
      let expert = try demonstration(scenario)
      let before = folded([], scenario, expert.header)
      let after = end(expert, scenario)
      #expect(after.comfort >= before.comfort + 0.05, "\(scenario.id)")
      #expect(after.breathingRate < before.breathingRate, "\(scenario.id)")
      #expect(after.tone < before.tone && after.guarding < 0.01, "\(scenario.id)")
      let worse = PatientIndicators(before, of: scenario)
      let better = PatientIndicators(after, of: scenario)
      #expect(better.pain < worse.pain, "\(scenario.id)")
      #expect(better.circulation > worse.circulation + 0.1, "\(scenario.id)")
      #expect(better.tension < worse.tension, "\(scenario.id)")
      #expect(better.rootPressure < worse.rootPressure, "\(scenario.id)")
      #expect(better.nerveActivity > worse.nerveActivity, "\(scenario.id)")
      #expect(better.mobility > worse.mobility, "\(scenario.id)")
    }
  }

  @Test(arguments: [
    DemonstrationFault.pressSpasm, .wentOn, .overSpine, .vibrate, .tremble, .tap, .slaps,
    .tooFast, .scrub, .allergic,
  ])
  func afterABadMassageThePatientIsWorse(fault: DemonstrationFault) throws {
    var tried = 0
    // Where vibration is prescribed it is nothing bad.
    for scenario in try shipped() where scenario.patient.prescription.allow.isEmpty {
      let bad: Demonstration
      do {
        bad = try demonstration(scenario, [fault])
      } catch is DemonstrationError {
        continue
      }
      let before = folded([], scenario, bad.header)
      let after = end(bad, scenario)
      #expect(after.comfort < before.comfort, "\(fault.rawValue) of \(scenario.id)")
      if fault != .allergic {
        #expect(after.tone > before.tone, "\(fault.rawValue) of \(scenario.id)")
        #expect(after.breathingRate > before.breathingRate, "\(fault.rawValue) of \(scenario.id)")
      }
      tried += 1
    }
    #expect(tried > 0)
  }

  /// Pain is the signal of which scoring says that somebody went on after it.
  @Test(arguments: [false, true]) func itHurtsWhereScoringSaysSo(isBad: Bool) throws {
    let scenario = smallScenario()
    let script = try demonstration(scenario, isBad ? [.wentOn] : [])
    var scorer = Scorer(scenario: scenario, header: script.header)
    var patient = Patients.Patient(scenario: scenario, header: script.header)
    var pains = 0
    for event in script.events {
      scorer.add(event)
      patient.add(event)
      if patient.state.isInPain { pains += 1 }
    }
    #expect(scorer.result().critical.contains("spasm.wentOn") == isBad)
    #expect((pains > 0) == isBad)
  }
}
