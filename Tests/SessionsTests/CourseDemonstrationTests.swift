import Attempts
import Patients
import ScenarioFiles
import Scenarios
import Scoring
import Testing

/// What whole courses do to the patients of the shipped cases.
@Suite struct CourseDemonstrationTests {
  private func shipped() throws -> [Scenario] {
    let folder = try #require(ResourceFolder.ofThisProgram())
    let library = ScenarioLibrary(folders: [(path: folder.scenarios, origin: .shipped)])
    let cases = try library.entries.map { try #require($0.scenario, "\($0.file)") }
    return cases.filter { $0.decision == .proceed }
  }

  /// A debug build takes minutes for all.
  #if DEBUG
    private static let isQuick = true
  #else
    private static let isQuick = false
  #endif

  private func demonstration(
    _ scenario: Scenario, _ faults: [DemonstrationFault] = []
  ) throws -> Demonstration {
    var options = Demonstration.Options()
    options.faults = faults
    options.rate = 60
    return try Demonstration(of: scenario, options: options, program: "test")
  }

  /// The same massage every other day; the effects, and the state after each.
  private func course(
    of sessions: Int, _ demonstration: Demonstration, _ scenario: Scenario
  ) -> (effects: [SessionEffect], states: [CourseState]) {
    var states = [CourseState.beginning(scenario.patient.period)]
    var effects: [SessionEffect] = []
    for _ in 0..<sessions {
      let carried = states[states.count - 1].resting(days: effects.isEmpty ? 0 : 2)
      var patient = Patients.Patient(
        scenario: scenario, header: demonstration.header, course: carried)
      for event in demonstration.events { patient.add(event) }
      effects.append(patient.effect)
      states.append(carried.finishing(patient.effect))
    }
    return (effects, states)
  }

  @Test func afterTheExpertsTenSessionsEachPatientIsBetterInAllSix() throws {
    for (index, scenario) in try shipped().enumerated()
    where !Self.isQuick || index.isMultiple(of: 7) {
      let (effects, states) = course(of: 10, try demonstration(scenario), scenario)
      #expect(states.last?.sessions == 10)
      let first = try #require(effects.first)
      let last = try #require(effects.last)
      for indicator in Indicator.allCases {
        let change = last.after[indicator] - first.before[indicator]
        #expect(
          (indicator.isBetterWhenMore ? change : -change) > 0.01, "\(scenario.id) \(indicator)")
      }
      // Relief after the first session, and near the end of what massage can do.
      let start = states[0]
      #expect(states[1].comfort > start.comfort + 0.02, "\(scenario.id)")
      #expect(first.painSignals == 0, "\(scenario.id)")
      for (before, after) in zip(states, states.dropFirst()) {
        #expect(after.comfort > before.comfort && after.tone < before.tone, "\(scenario.id)")
        #expect(after.rootPressure < before.rootPressure, "\(scenario.id)")
      }
      #expect(
        states[10].comfort - start.comfort > 0.8 * (0.95 - start.comfort),
        "\(scenario.id): \(first)")
    }
  }

  @Test(arguments: [
    DemonstrationFault.pressSpasm, .wentOn, .overSpine, .vibrate, .tremble, .tap, .slaps,
    .tooFast, .scrub, .allergic,
  ])
  func afterTenBadSessionsThePatientIsWorse(fault: DemonstrationFault) throws {
    var tried = 0
    // Where vibration is prescribed it is nothing bad.
    for scenario in try shipped() where scenario.patient.prescription.allow.isEmpty {
      if Self.isQuick, tried > 0 { break }
      let bad: Demonstration
      do {
        bad = try demonstration(scenario, [fault])
      } catch is DemonstrationError {
        continue
      }
      let (effects, states) = course(of: 10, bad, scenario)
      let (start, end) = (states[0], states[10])
      let name: Comment = "\(fault.rawValue) of \(scenario.id): \(effects[0])"
      #expect(end.comfort < start.comfort, name)
      #expect(end.tone > start.tone, name)
      #expect(end.rootPressure > start.rootPressure, name)
      tried += 1
    }
    #expect(tried > 0)
  }
}
