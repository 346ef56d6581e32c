import Attempts
import Foundation
import Geometry
import Records
import ScenarioFiles
import Scenarios
import Scenes
import Testing

/// The real window on a display without a screen, driven by real pointer and key events.
@Suite(
  .serialized,
  .enabled(
    if: Desktop.isAvailable,
    "Xvfb and xdotool are not installed; Scripts/setup --tests installs them"))
struct WindowTests {
  /// A desktop and a home for one test, removed with it.
  final class Place {
    let desktop: Desktop
    let home = Bench.home()

    init() throws { desktop = try Desktop() }

    deinit { try? FileManager.default.removeItem(at: home) }
  }

  /// Opens a case and goes to its first step by keys.
  func practising(
    _ arguments: [String] = [], in place: Place,
    sound: (driver: String, file: String) = ("dummy", "")
  ) async throws -> TrainerProgram {
    let program = try await TrainerProgram(
      [Bench.caseID] + arguments, on: place.desktop, home: place.home, sound: sound)
    try await program.keys("p", "Return")
    try await program.screen("preparation")
    try await program.keys("Return")
    try await program.screen("practice")
    return program
  }

  func scenario(_ place: Place) throws -> Scenario {
    try Bench.library(home: place.home).find(Bench.caseID).scenario
  }

  @Test func aWholePracticeByMouseAndKeys() async throws {
    let place = try Place()
    let program = try await TrainerProgram(on: place.desktop, home: place.home)
    try await program.screen("library")
    let library = Bench.library(home: place.home)
    let index = try library.entries.firstIndex { $0.id == Bench.caseID }.orThrow("no case")
    // The wheel scrolls the list until the case is whole in sight.
    let screen = Bench.libraryScreen(of: library)
    var targets = Bench.targets(of: screen)
    func isWhole(_ target: Target) -> Bool {
      target.command == .selectCase(index) && target.visible == target.area
    }
    var offset = 0.0
    while !targets.contains(where: isWhole), offset < 4000 {
      try await program.afterFrame { try program.turnWheelDown(at: Point(300, 400)) }
      offset += 72
      targets = Bench.targets(of: screen, scrolls: [ScrollOffset(.list, offset)])
    }
    if index != 0 {
      try await program.afterFrame { try program.click(.selectCase(index), in: targets) }
    }
    try program.click(
      .practise, in: Bench.targets(of: Bench.libraryScreen(of: library, selected: index)))
    try await program.screen("patient")
    try await program.keys("1", "2", "3", "4", "p", "Return")
    try await program.screen("preparation")
    let scenario = try scenario(place)
    let controls = Bench.targets(of: PreparationScreen(scenario: scenario))
    for choice in [
      PreparationChoice.before(.hands), .before(.consent), .position(.prone), .arms(.alongBody),
      .cushion(.under), .product(.warmingOil),
    ] {
      try await program.afterFrame { try program.click(.prepare(choice), in: controls) }
    }
    try await program.keys("2", "4", "Return")
    try await program.screen("practice")
    try await program.keys("bracketleft", "bracketleft")
    try await program.afterFrame { try place.desktop.tool(["click", "5"]) }

    let (places, view) = try Bench.guide(of: scenario)
    try program.drag(over: places)
    try await program.hands(1)
    try program.release()
    try await program.hands(0)

    for _ in scenario.phases.dropFirst() { try await program.keys("Return") }
    try await program.keys("Return")
    try await program.screen("question")
    try await program.keys("Return")
    try await program.screen("debrief")

    // What the window computed live is what scoring the record says, byte for byte.
    let record = try program.attempt("inkml")
    let live = try String(contentsOf: program.attempt("json"), encoding: .utf8)
    #expect(try Bench.score(record) == live)
    #expect(try Bench.scoredByProgram(record) == live)

    // And it is the stroke that was made: within a pixel of the guide, at the pressure chosen.
    let (head, events) = try RecordReader().read(.file(record.path))
    #expect(head.header.mode == .practice)
    #expect(head.header.device == Device(kind: .mouse, pressure: .set))
    let samples = events.compactMap { event -> Sample? in
      switch event {
      case .land(let landing): landing.sample
      case .move(_, let sample): sample
      default: nil
      }
    }
    #expect(samples.count > 20)
    let line = scenario.phases[0].task.guides.guides[0].line(
      scenario.phases[0].task.guides.curve)
    for sample in samples {
      #expect(line.nearest(to: sample.position.fine).distance <= view.millimetresPerUnit)
      #expect(sample.pressure == 150)
    }
    #expect(!live.contains("procedure.position"))
    #expect(!live.contains("procedure.before"))
    #expect(events.last.map { if case .act(.end, _) = $0 { true } else { false } } == true)

    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
  }

  enum Closing: CaseIterable {
    case key
    /// As a window manager does when its button is clicked.
    case windowManager

    func happen(to program: TrainerProgram) throws {
      switch self {
      case .key: try program.desktop.tool(["key", "ctrl+q"])
      case .windowManager:
        try CloseRequest.send(to: program.window, on: program.desktop.display)
      }
    }
  }

  @Test(arguments: Closing.allCases)
  func closingInMidStrokeLeavesAWholeRecord(closing: Closing) async throws {
    let place = try Place()
    let program = try await practising(in: place)
    try program.drag(over: Array(try Bench.guide(of: scenario(place)).places.prefix(60)))
    try await program.hands(1)
    try closing.happen(to: program)
    try await program.expectEnd(0)
    try program.release()
    #expect(program.attempts.count == 2)
    let record = try program.attempt("inkml")
    let live = try String(contentsOf: program.attempt("json"), encoding: .utf8)
    #expect(live.contains(#""verdict":"abandoned""#))
    #expect(try Bench.score(record) == live)
    let (_, events) = try RecordReader().read(.file(record.path))
    #expect(events.last.map { if case .lift = $0 { true } else { false } } == true)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalInMidStrokeLeavesAWholeRecord(signal: Int32) async throws {
    let place = try Place()
    let program = try await practising(in: place)
    try program.drag(over: Array(try Bench.guide(of: scenario(place)).places.prefix(60)))
    try await program.hands(1)
    kill(program.process.id, signal)
    try await program.expectEnd(128 + signal)
    try program.release()
    let live = try String(contentsOf: program.attempt("json"), encoding: .utf8)
    #expect(try Bench.score(program.attempt("inkml")) == live)
    #expect(program.attempts.count == 2)
  }

  @Test func killingInMidStrokeLeavesTheEventsAndNoHalfWrittenRecord() async throws {
    let place = try Place()
    let program = try await practising(in: place)
    try program.drag(over: Array(try Bench.guide(of: scenario(place)).places.prefix(60)))
    try await program.hands(1)
    kill(program.process.id, SIGKILL)
    try await program.expectEnd(-SIGKILL)
    try program.release()
    let names = program.attempts
    #expect(names.count == 1)
    let name = try names.first.orThrow("nothing")
    #expect(name.hasPrefix(".") && name.hasSuffix(".attempt"))
    let file = place.home.appendingPathComponent("records/" + name)
    let journal = try JournalReader(.file(file.path))
    #expect(journal.ending.events > 5 && journal.ending.time > 0)
    #expect(journal.head.header.origin == .live)
  }

  @Test(arguments: ["practice", "exam"])
  func losingTheKeyboardLiftsTheHand(mode: String) async throws {
    let place = try Place()
    let program = try await practising(mode == "exam" ? ["--exam"] : [], in: place)
    try program.drag(over: Array(try Bench.guide(of: scenario(place)).places.prefix(30)))
    try await program.hands(1)
    // Another window takes the keyboard.
    let other = try await TrainerProgram(on: place.desktop, home: Bench.home())
    defer { try? FileManager.default.removeItem(at: other.home) }
    try await program.hands(0)
    try program.release()
    kill(program.process.id, SIGTERM)
    try await program.expectEnd(128 + SIGTERM)
    let (_, events) = try RecordReader().read(.file(program.attempt("inkml").path))
    let hasPaused = events.contains { if case .act(.pause, _) = $0 { true } else { false } }
    #expect(hasPaused == (mode == "practice"))
  }

  // Left to itself, SDL would draw where nobody can see it.
  @Test(arguments: ["x11", nil])
  func withoutADisplayItSaysTheWayOut(driver: String?) throws {
    let program = try Child(
      TrainerProgram.binary("effleurage-window").path, ["practice"],
      ["DISPLAY": nil, "WAYLAND_DISPLAY": nil, "SDL_VIDEODRIVER": driver],
      catching: STDERR_FILENO)
    let text = program.read()
    #expect(program.wait() == 69)
    #expect(text.contains("effleurage: error: "))
    #expect(text.contains("DISPLAY"))
  }

  private static let wrongUses: [(arguments: [String], code: Int32)] = [
    (["practice", "no-such-case"], 66), (["practice", "--exam"], 64),
    (["practice", Bench.caseID, "--only", "dance"], 64), (["dance"], 66), (["--dance"], 64),
    (["practice", "--frame-log", "/dev/null/frames.csv"], 73),
  ]

  @Test(arguments: wrongUses)
  func wrongUsageIsSaidInWords(arguments: [String], code: Int32) throws {
    let program = try Child(
      TrainerProgram.binary("effleurage-window").path, arguments, ["SDL_VIDEODRIVER": "dummy"],
      catching: STDERR_FILENO)
    let text = program.read()
    #expect(program.wait() == code)
    #expect(text.contains("error: "))
  }
}
