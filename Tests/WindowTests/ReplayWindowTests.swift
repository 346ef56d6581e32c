import Attempts
import Drawing
import Foundation
import Geometry
import Records
import ScenarioFiles
import Scenarios
import Scenes
import Scoring
import Testing

/// Records replayed in the real window, by real keys and a real pointer.
extension WindowTests {
  /// A record of a demonstration, written by the other program.
  private func record(_ place: Place, _ arguments: [String] = []) throws -> URL {
    try FileManager.default.createDirectory(at: place.home, withIntermediateDirectories: true)
    let file = place.home.appendingPathComponent("shown.inkml")
    let demo = try Child(
      TrainerProgram.binary("effleurage").path,
      ["demo", Bench.caseID, "--out", file.path, "--rate", "40", "--skill", "0.4"] + arguments)
    _ = demo.read()
    try #require(demo.wait() == 0)
    return file
  }

  /// The line of time as a window of the usual size shows it for a record.
  private func line(of record: URL) throws -> (line: ReplayTimeline, target: Target) {
    let debrief = try Bench.debrief(of: record).model
    let side = ReplaySide(PracticeModel(mode: .practice, scenario: debrief.scenario))
    let screen = ReplayScreen(
      ReplayModel(debrief: debrief, attempt: side, expert: side, time: 1),
      caseTitle: debrief.scenario.title)
    let target = try Bench.targets(of: screen).first { $0.command == .scrub }.orThrow("no line")
    return (ReplayTimeline(control: target.area, scale: 1, of: debrief), target)
  }

  /// Waits until the thumb is seen at a place along the line, and not beyond it.
  private func thumb(at x: Double, _ target: Target, in program: TrainerProgram) async throws {
    let corner = try program.corner()
    // The thumb is 20 pixels high, the line beside it 5.
    let y = corner.y + Int(target.area.y + 16 + 7)
    func isTeal(_ x: Double) throws -> Bool {
      let found = try program.desktop.pixels().colour(x: corner.x + Int(x.rounded()), y: y)
      return TrainerProgram.isTeal(found)
    }
    try await eventually("the thumb at \(x)") {
      try isTeal(x) && !isTeal(x - 22) && !isTeal(x + 22) ? true : nil
    }
  }

  @Test func aRecordIsReplayedByKeysAndPointer() async throws {
    let place = try Place()
    let file = try record(place)
    let (line, target) = try line(of: file)
    let program = try await TrainerProgram(
      [file.path, "--at", "100"], command: "replay", on: place.desktop, home: place.home)
    try await program.screen("replay")
    func x(_ seconds: Double) -> Double {
      target.area.x + 10 + (target.area.width - 20) * seconds / line.time(at: .infinity)
    }
    let end = line.time(at: .infinity)
    try await thumb(at: x(100), target, in: program)
    try place.desktop.tool(["key", "End"])
    try await thumb(at: x(end), target, in: program)
    try place.desktop.tool(["key", "Home"])
    try await thumb(at: x(0), target, in: program)
    // To the first mark, as the debrief numbers them.
    let debrief = try Bench.debrief(of: file).model
    let moments = debrief.marks.compactMap(\.moment).sorted()
    try place.desktop.tool(["key", "Right"])
    try await thumb(at: x(moments[0]), target, in: program)
    // The pointer draws the line, and lets it go.
    let y = target.area.y + 16
    try program.drag(over: [Point(x(20), y), Point(x(60), y), Point(x(120), y + 60)])
    try await thumb(at: x(120), target, in: program)
    try program.release()
    try program.move(to: Point(x(30), y))
    try await thumb(at: x(120), target, in: program)
    try program.click(Point(x(50), y))
    try await thumb(at: x(50), target, in: program)
    // A click on a mark, and on a deduction in the list, is a way to the moment.
    let last = try #require(moments.last)
    let marks = stride(from: target.area.maxX, to: target.area.x, by: -1).map {
      Point($0, target.area.y + 44)
    }
    let index = try #require(debrief.marks.firstIndex { $0.moment == last })
    let mark = try #require(marks.first { line.deduction(at: $0) == index })
    try program.click(mark)
    try await thumb(at: x(last), target, in: program)
    // Space plays: the thumb leaves the place where it stood.
    try place.desktop.tool(["key", "Home", "plus", "plus", "plus", "space"])
    try await eventually("that it plays") {
      let corner = try program.corner()
      let found = try program.desktop.pixels().colour(
        x: corner.x + Int(x(6)), y: corner.y + Int(y))
      return TrainerProgram.isTeal(found) ? true : nil
    }
    try place.desktop.tool(["key", "Escape"])
    try await program.expectEnd(0)
    // Nothing was kept of it: the record alone was looked at.
    #expect(program.attempts == [])
    #expect(
      !FileManager.default.fileExists(
        atPath: place.home.appendingPathComponent("history.sqlite").path))
  }

  @Test func theDebriefLeadsToTheReplayByKeyAndButtonAndBack() async throws {
    let place = try Place()
    let program = try await practising(in: place)
    try program.drag(over: Array(try Bench.guide(of: scenario(place)).places.prefix(60)))
    try await program.hands(1)
    try program.release()
    try await program.hands(0)
    for _ in try scenario(place).phases { try await program.keys("Return") }
    try await program.screen("question")
    try await program.keys("Return")
    try await program.screen("debrief")
    try await program.keys("p")
    try await program.screen("replay")
    try await program.keys("Escape")
    try await program.screen("debrief")
    let record = try program.attempt("inkml")
    let button = try Bench.targets(of: Bench.debrief(of: record)).first { $0.command == .replay }
      .orThrow("no button")
    try program.click(button.area.centre)
    try await program.screen("replay")
    try await program.keys("F1")
    try await program.screen("question")
    try await program.keys("Escape")
    try await program.screen("replay")
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
  }

  // MARK: Without a window

  /// What a run says on standard error, and how it ends.
  private func fails(
    _ arguments: [String], _ environment: [String: String?] = ["SDL_VIDEODRIVER": "dummy"]
  ) throws -> (code: Int32, text: String) {
    let program = try Child(
      TrainerProgram.binary("effleurage-window").path, arguments, environment,
      catching: STDERR_FILENO)
    let text = program.read()
    return (program.wait(), text)
  }

  @Test func whatIsWrongWithARecordIsSaidWithItsPlaceBeforeAnyWindow() throws {
    let place = try Place()
    let file = try record(place)
    let bad = place.home.appendingPathComponent("bad.inkml")
    let whole = try Data(contentsOf: file)
    try whole.prefix(whole.count / 2).write(to: bad)
    let foreign = place.home.appendingPathComponent("foreign.inkml")
    try Data(
      #"<ink xmlns="http://www.w3.org/2003/InkML"><trace>1 1, 2 2, 9 40</trace></ink>"#.utf8
    ).write(to: foreign)
    // A display is missing too: the record comes first.
    let noDisplay: [String: String?] = [
      "DISPLAY": nil, "WAYLAND_DISPLAY": nil, "SDL_VIDEODRIVER": "x11",
    ]
    for (arguments, code, words) in [
      ([bad.path], 65, "\(bad.path):"), ([place.home.path + "/none.inkml"], 66, "none.inkml"),
      ([foreign.path], 65, "--scenario"),
      ([foreign.path, "--scenario", "no-such-case"], 66, "no-such-case"),
      ([foreign.path, "--scenario", Bench.caseID, "--phase", "dance"], 64, "dance"),
      ([file.path, "--scenario", "point-remission"], 65, "another case"),
      ([file.path, "--at", "soon"], 64, "soon"), ([file.path, "--at", "-4"], 64, "--at"),
      ([foreign.path, "--phase", "comb"], 64, "--phase"), ([], 64, "record"),
      ([file.path], 69, "DISPLAY"),
    ] as [([String], Int32, String)] {
      let end = try fails(["replay"] + arguments, noDisplay)
      #expect(end.code == code, "\(arguments): \(end.text)")
      #expect(end.text.contains("error: ") && end.text.contains(words), "\(end.text)")
    }
    // Where in the file it is bad.
    let end = try fails(["replay", bad.path])
    #expect(end.text.firstMatch(of: #/bad\.inkml:[0-9]+:[0-9]+: error: /#) != nil)
  }

  @Test func theScreenIsPrintedAndDrawnWithoutADisplay() throws {
    let place = try Place()
    let file = try record(place)
    func said(_ arguments: [String]) throws -> [String] {
      let program = try Child(
        TrainerProgram.binary("effleurage-window").path, ["screen", "replay"] + arguments,
        ["DISPLAY": nil, "SDL_VIDEODRIVER": nil, "EFFLEURAGE_HOME": place.home.path])
      let text = program.read()
      #expect(program.wait() == 0)
      return text.split(separator: "\n").map(String.init)
    }
    let picture = place.home.appendingPathComponent("replay.png")
    let lines = try said([file.path, "--at", "100", "--text", "--png", picture.path])
    #expect(lines.contains("01:40") && lines.contains("At this moment"))
    #expect(lines.contains { $0.hasPrefix("The expert") })
    #expect(Canvas.readPNG(from: picture.path) != nil)
    let start = try said([file.path])
    #expect(start.contains("00:00"))
    // A case that is referred has nobody to show, and another program's record its case by name.
    let refer = place.home.appendingPathComponent("refer.inkml")
    let demo = try Child(
      TrainerProgram.binary("effleurage").path,
      ["demo", "lifting-acute", "--out", refer.path, "--fault", "acute-anyway"])
    _ = demo.read()
    if demo.wait() == 0 {
      let alone = try said([refer.path, "--at", "60"])
      #expect(!alone.contains { $0.hasPrefix("The expert") })
    }
    let foreign = place.home.appendingPathComponent("foreign.inkml")
    try Data(
      #"<ink xmlns="http://www.w3.org/2003/InkML"><trace>-52 200, -52 220, -52 240</trace></ink>"#
        .utf8
    ).write(to: foreign)
    let other = try said([foreign.path, "--scenario", Bench.caseID])
    #expect(other.contains("Foreign record"))
  }
}
