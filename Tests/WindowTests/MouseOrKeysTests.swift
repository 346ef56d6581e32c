import Attempts
import Foundation
import Geometry
import Records
import ScenarioFiles
import Scenarios
import Scenes
import Testing

/// A whole practice with one device alone, from the library to the debrief and back.
extension WindowTests {
  private func acts(_ record: URL) throws -> [Act] {
    try RecordReader().read(.file(record.path)).1.compactMap {
      if case .act(let act, _) = $0 { act } else { nil }
    }
  }

  private func question(_ scenario: Scenario) -> [Target] {
    let untouched = scenario.phases.dropFirst().map(\.title)
    return Bench.targets(of: DialogScreen(.endAttempt(untouched: untouched), over: nil))
  }

  @Test func aWholePracticeByMouseAlone() async throws {
    let place = try Place()
    let program = try await TrainerProgram(on: place.desktop, home: place.home)
    try await program.screen("library")
    let library = Bench.library(home: place.home)
    let scenarios = library.entries.compactMap(\.scenario)
    let scenario = try scenarios.first.orThrow("no case")
    try program.click(.practise, in: Bench.targets(of: Bench.libraryScreen(of: library)))
    try await program.screen("patient")

    var asked: [FlagGroup] = []
    for group in FlagGroup.allCases {
      let targets = Bench.targets(of: CaseScreen(scenario: scenario, asked: asked))
      try await program.afterStill { try program.click(.ask(group), in: targets) }
      asked.append(group)
    }
    var screen = CaseScreen(scenario: scenario, asked: asked)
    try await program.afterStill {
      try program.click(.choose(.proceed), in: Bench.targets(of: screen))
    }
    screen.choice = .proceed
    try program.click(.confirmDecision, in: Bench.targets(of: screen))
    try await program.screen("preparation")

    let controls = Bench.targets(of: PreparationScreen(scenario: scenario))
    for choice in PreparationScreen.keys.map(\.choice).filter({ $0 != .product(.none) }) {
      try await program.afterFrame { try program.click(.prepare(choice), in: controls) }
    }
    try program.click(.startMassage, in: controls)
    try await program.screen("practice")

    let places = try Bench.guide(of: scenario).places
    try await program.afterFrame { try program.move(to: places[0]) }
    try await program.turnWheel(by: -2)
    try program.drag(over: Array(places.prefix(60)))
    try await program.hands(1)
    // Pressure changes under the hand, too.
    try await program.turnWheel(by: 1)
    try program.release()
    try await program.hands(0)
    for step in scenario.phases.indices.dropLast() {
      let targets = Bench.targets(of: Bench.practice(scenario, step: step))
      try await program.afterFrame { try program.click(.enterPhase(step + 1), in: targets) }
    }
    let last = scenario.phases.count - 1
    try program.click(.endStep, in: Bench.targets(of: Bench.practice(scenario, step: last)))
    try await program.screen("question")
    try program.click(.confirm, in: question(scenario))
    try await program.screen("debrief")

    let record = try program.attempt("inkml")
    let live = try String(contentsOf: program.attempt("json"), encoding: .utf8)
    #expect(try Bench.score(record) == live)
    let acts = try acts(record)
    #expect(FlagGroup.allCases.allSatisfy { acts.contains(.ask($0)) })
    #expect(
      scenario.phases.indices.allSatisfy { acts.contains(.phase(scenario.phases[$0].id)) },
      "\(acts)")
    let (_, events) = try RecordReader().read(.file(record.path))
    let pressures = Set(
      events.compactMap { event -> Int? in
        switch event {
        case .land(let landing): landing.sample.pressure
        case .move(_, let sample): sample.pressure
        default: nil
        }
      })
    #expect(pressures.count == 2, "\(pressures)")
    try program.click(.toLibrary, in: Bench.targets(of: try Bench.debrief(of: record)))
    try await program.screen("library")
    try CloseRequest.send(to: program.window, on: place.desktop.display)
    try await program.expectEnd(0)
  }

  /// Tab walks in reading order, a ring shows where it is, and Enter or Space does what is there.
  @Test func everythingButTheStrokeByKeysAlone() async throws {
    let place = try Place()
    let program = try await TrainerProgram(on: place.desktop, home: place.home)
    try await program.screen("library")
    let scenario = try Bench.library(home: place.home).entries.compactMap(\.scenario).first
      .orThrow("no case")
    try await program.keys("Right", "Left", "Return")
    try await program.screen("patient")

    var screen = CaseScreen(scenario: scenario)
    for group in FlagGroup.allCases {
      try await program.walk(to: .ask(group), in: Bench.targets(of: screen))
      // The question gives way to its answer, and the focus goes with it.
      try await program.keys("Return")
      screen.asked.append(group)
    }
    try await program.walk(to: .choose(.proceed), in: Bench.targets(of: screen))
    try await program.keys("space")
    screen.choice = .proceed
    try await program.walk(
      from: .choose(.proceed), to: .confirmDecision, in: Bench.targets(of: screen))
    try await program.keys("Return")
    try await program.screen("preparation")

    let controls = Bench.targets(of: PreparationScreen(scenario: scenario))
    var focus: Command?
    for (_, choice) in PreparationScreen.keys where choice != .product(.none) {
      try await program.walk(from: focus, to: .prepare(choice), in: controls)
      try await program.keys("space")
      focus = .prepare(choice)
    }
    try await program.walk(from: focus, to: .startMassage, in: controls)
    try await program.keys("Return")
    try await program.screen("practice")

    try program.drag(over: Array(try Bench.guide(of: scenario).places.prefix(60)))
    try await program.hands(1)
    try program.release()
    try await program.hands(0)
    for _ in scenario.phases { try await program.keys("Return") }
    try await program.screen("question")
    try await program.walk(to: .confirm, in: question(scenario))
    try await program.keys("Return")
    try await program.screen("debrief")
    let record = try program.attempt("inkml")
    let live = try String(contentsOf: program.attempt("json"), encoding: .utf8)
    #expect(try Bench.score(record) == live)
    let acts = try acts(record)
    #expect(FlagGroup.allCases.allSatisfy { acts.contains(.ask($0)) })
    try await program.walk(to: .toLibrary, in: Bench.targets(of: try Bench.debrief(of: record)))
    try await program.keys("Return")
    try await program.screen("library")
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
  }
}
