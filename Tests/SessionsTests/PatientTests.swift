import Attempts
import Geometry
import Patients
import ScenarioFiles
import Scenarios
import Scoring
import Sessions
import Testing

/// The patient of an attempt under way, and what whole massages do to patients.
@Suite struct PatientTests {
  private let mouse = Device(kind: .mouse, pressure: .set)

  private func folded(_ events: [Event], _ scenario: Scenario, _ header: Header) -> PatientState {
    var patient = Patients.Patient(scenario: scenario, header: header)
    for event in events { patient.add(event) }
    return patient.state
  }

  @Test func thePatientFeelsTheEventsThatAreJudged() throws {
    var session = Session.fresh()
    session.goToPractice()
    let before = try #require(session.underWay).patient.state
    session.stroke(from: 3_000_000)
    session.advance(to: 4_020_000)
    let attempt = try #require(session.underWay)
    #expect(attempt.patient.state.warmth != before.warmth)
    var other = Patients.Patient(scenario: attempt.scenario, header: attempt.header)
    for event in attempt.events { other.add(event) }
    other.advance(to: attempt.time(at: 4_020_000))
    #expect(attempt.patient.state == other.state)
  }

  @Test func thePatientBreathesWithoutEventsAndStandsStillInAPause() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.advance(to: 3_000_000)
    let first = try #require(session.underWay).patient.state
    session.advance(to: 4_000_000)
    let second = try #require(session.underWay).patient.state
    #expect(second.breath != first.breath)
    session.pause(at: 4_000_000)
    session.advance(to: 9_000_000)
    #expect(try #require(session.underWay).patient.state == second)
    session.resume(at: 9_000_000)
    session.advance(to: 10_000_000)
    #expect(try #require(session.underWay).patient.state.breath != second.breath)
  }

  @Test func theSetPressureOfAHandOnTheSpasmHurts() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.land(
      hand: 0, device: mouse, at: 3_000_000, Point(-28, 430), millimetresPerPixel: 1.35)
    for frame in 1...60 { session.advance(to: 3_000_000 + frame * 16_000) }
    #expect(try #require(session.underWay).patient.state.isInPain)
  }

  @Test func theExpertsPatientIsShownToo() throws {
    var session = Session.fresh()
    session.demonstrate(at: 0)
    for frame in 1...100 { session.advance(to: frame * 100_000) }
    let attempt = try #require(session.onScreen)
    #expect(attempt.patient.state.warmth.values.contains { $0 > 0 })
    // Between two events of the script the patient breathes.
    let breath = attempt.patient.state.breath
    session.pause(at: 10_000_000)
    session.advance(to: 12_000_000)
    #expect(session.onScreen?.patient.state.breath == breath)
  }

  // MARK: Whole massages

  private func shipped() throws -> [Scenario] {
    let folder = try #require(ResourceFolder.ofThisProgram())
    let library = ScenarioLibrary(folders: [(path: folder.scenarios, origin: .shipped)])
    let cases = try library.entries.map { try #require($0.scenario, "\($0.file)") }
    return cases.filter { $0.decision == .proceed }
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
    let cases = try shipped().filter { $0.patient.prescription.allow.isEmpty }
    for (index, scenario) in cases.enumerated() where index.isMultiple(of: 3) {
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
