import Attempts
import Foundation
import Records
import ScenarioFiles
import Scenarios
import Scenes
import Testing

/// Exams, drills, the guided minutes, and one case after another, in the real window.
extension WindowTests {
  @Test func anExamThatLostTheKeyboardInMidStrokeIsEndedAndJudged() async throws {
    let place = try Place()
    let program = try await practising(["--exam"], in: place)
    let scenario = try scenario(place)
    // It cannot be paused: the key changes nothing but a sentence.
    try await program.keys("space")
    let places = try Bench.guide(of: scenario).places
    try program.drag(over: Array(places.prefix(30)))
    try await program.hands(1)
    let other = try await TrainerProgram(on: place.desktop, home: Bench.home())
    defer { try? FileManager.default.removeItem(at: other.home) }
    try await program.hands(0)
    try program.release()
    kill(other.process.id, SIGTERM)
    _ = try await other.ended()
    try await program.focus()
    // The button was let go over the other window, and yet the next press is a stroke.
    try program.drag(over: Array(places.prefix(30)))
    try await program.hands(1)
    try program.release()
    try await program.hands(0)
    for _ in scenario.phases { try await program.keys("Return") }
    try await program.screen("question")
    try await program.keys("Return")
    try await program.screen("debrief")
    let live = try String(contentsOf: program.attempt("json"), encoding: .utf8)
    #expect(try Bench.score(program.attempt("inkml")) == live)
    #expect(live.contains(#""mode":"exam""#))
    let (_, events) = try RecordReader().read(.file(program.attempt("inkml").path))
    let pauses = events.filter {
      if case .act(.pause, _) = $0 { true } else { false }
    }
    #expect(pauses == [])
    #expect(events.count { if case .land = $0 { true } else { false } } == 2)
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
  }

  @Test func twoCasesInARowAreTwoRecords() async throws {
    let place = try Place()
    let program = try await practising(in: place)
    let scenarios = Bench.library(home: place.home).entries.compactMap(\.scenario)
    let first = try scenarios.firstIndex { $0.id == Bench.caseID }.orThrow("no case")
    let second = scenarios[(first + 1) % scenarios.count]
    try program.drag(over: Array(try Bench.guide(of: scenarios[first]).places.prefix(60)))
    try await program.hands(1)
    try program.release()
    try await program.hands(0)
    for _ in scenarios[first].phases { try await program.keys("Return") }
    try await program.screen("question")
    try await program.keys("Return")
    try await program.screen("debrief")
    try await program.keys("n")
    try await program.screen("patient")
    try await program.keys("p", "Return")
    try await program.screen("preparation")
    try await program.keys("Return")
    try await program.screen("practice")
    try program.drag(over: Array(try Bench.guide(of: second).places.prefix(60)))
    try await program.hands(1)
    try program.release()
    try await program.hands(0)
    for _ in second.phases { try await program.keys("Return") }
    try await program.screen("question")
    try await program.keys("Return")
    try await program.screen("debrief")
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
    // Nothing hidden is left beside them.
    let names = program.attempts
    #expect(names.count == 4)
    for id in [Bench.caseID, second.id] {
      let record = try names.first { $0.hasSuffix(id + ".inkml") }.orThrow("no \(id): \(names)")
      let file = place.home.appendingPathComponent("records/" + record)
      let live = try String(
        contentsOf: file.deletingPathExtension().appendingPathExtension("json"), encoding: .utf8)
      #expect(try Bench.score(file) == live)
    }
  }

  @Test func aStepIsDrilledFromTheLibrary() async throws {
    let place = try Place()
    let program = try await TrainerProgram(on: place.desktop, home: place.home)
    try await program.screen("library")
    let scenario = try Bench.library(home: place.home).entries.compactMap(\.scenario).first
      .orThrow("no case")
    try await program.keys("1")
    try await program.screen("practice")
    try program.drag(over: Array(try Bench.guide(of: scenario).places.prefix(60)))
    try await program.hands(1)
    try program.release()
    try await program.hands(0)
    try await program.keys("Return")
    try await program.screen("question")
    try await program.keys("Return")
    try await program.screen("debrief")
    let record = try program.attempt("inkml")
    let live = try String(contentsOf: program.attempt("json"), encoding: .utf8)
    #expect(try Bench.score(record) == live)
    let (head, _) = try RecordReader().read(.file(record.path))
    #expect(head.header.mode == .drill)
    #expect(head.header.scope == .phase(scenario.phases[0].id, timed: true))
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
  }

  @Test func theGuidedMinutesLeaveNothingBehind() async throws {
    let place = try Place()
    let program = try await TrainerProgram(on: place.desktop, home: place.home)
    try await program.screen("library")
    try await program.keys("i")
    try await program.screen("practice")
    try program.drag(over: Array(try Bench.guide(of: scenario(place)).places.prefix(60)))
    try await program.hands(1)
    try program.release()
    try await program.hands(0)
    try await program.keys("n", "Escape")
    try await program.screen("library")
    try await program.keys("F1")
    try await program.screen("question")
    try await program.keys("i")
    try await program.screen("practice")
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
    #expect(program.attempts == [])
  }
}
