import Foundation
import Geometry
import History
import Preferences
import ScenarioFiles
import Scenes
import Testing

extension WindowTests {
  private func settings(_ home: URL) -> String {
    (try? String(
      contentsOf: home.appendingPathComponent("settings.yaml"), encoding: .utf8)) ?? ""
  }

  /// A trainee is typed in, the look changed, the window closed; it opens as it was left.
  @Test func whatWasChosenIsThereAgain() async throws {
    let place = try Place()
    let program = try await TrainerProgram(on: place.desktop, home: place.home)
    try await program.screen("library")
    try await program.keys("comma")
    try await program.screen("settings")
    let display = DisplaySize(width: 1920, height: 1200)
    let controls = Bench.targets(
      of: SettingsScreen(
        SettingsModel(
          settings: Settings(), languages: Bench.languages, display: display)))
    try await program.afterFrame { try program.click(.change(.theme(.dark)), in: controls) }
    // Each change is in the file while the window is open.
    try await eventually("the theme in the file") {
      settings(place.home).contains("theme: dark") ? true : nil
    }
    try await program.afterFrame { try program.click(.change(.textSize(.large)), in: controls) }
    try await eventually("the text size in the file") {
      settings(place.home).contains("textSize: 125") ? true : nil
    }
    try await program.keys("Escape")
    try await program.screen("library")
    try await program.keys("n")
    try await program.screen("trainees")
    try await program.keys("n")
    try await program.afterFrame { try place.desktop.tool(["type", "--delay", "30", "Anna K"]) }
    let history = HistoryStore(folder: place.home.path)
    // The letters may still be on their way: the name is taken when all are there.
    try await eventually("the name in the history") {
      try place.desktop.tool(["key", "Return"])
      return try history.trainees().contains { $0.name == "Anna K" } ? true : nil
    }
    try await program.keys("Escape")
    try await program.screen("library")
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)

    let store = settings(place.home)
    let id = try history.trainees().first.orThrow("nobody is named").id
    #expect(store.contains("trainee: \(id)"))
    #expect(store.contains("width: 1280"))

    let again = try await TrainerProgram(on: place.desktop, home: place.home)
    try await again.screen("library")
    // In large text on a dark ground; the picture says so, whatever it looks like in detail.
    let library = try Child(
      TrainerProgram.binary("effleurage-window").path, ["screen", "library"],
      ["EFFLEURAGE_HOME": place.home.path])
    let text = library.read()
    library.wait()
    #expect(text.contains("[Anna K]"))
    try place.desktop.tool(["key", "ctrl+q"])
    try await again.expectEnd(0)
    #expect(settings(place.home).contains("theme: dark"))
    #expect(settings(place.home).contains("textSize: 125"))
  }

  /// An instructor's new case appears when the window is looked at again.
  @Test func aNewCaseAppears() async throws {
    let place = try Place()
    let program = try await TrainerProgram(on: place.desktop, home: place.home)
    try await program.screen("library")
    let shipped = try Bench.library(home: place.home).file(of: Bench.caseID)
    let own = place.home.appendingPathComponent("scenarios")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    let text = try String(contentsOfFile: shipped, encoding: .utf8)
      .replacing("id: \(Bench.caseID)", with: "id: zebra-case")
      .replacing(/title: .*/, with: "title: Zebra crossing", maxReplacements: 1)
    try Data(text.utf8).write(to: own.appendingPathComponent("zebra.yaml"))
    // Another window takes the keyboard and gives it back. SDL tells of the loss when it has lasted
    // a while, and of no coming back without a loss: the frame that follows shows that it is known.
    let frames = program.rows.count
    let other = try await TrainerProgram(on: place.desktop, home: Bench.home())
    defer { try? FileManager.default.removeItem(at: other.home) }
    try await eventually("the loss of the keyboard") { program.rows.count > frames ? true : nil }
    try place.desktop.tool(["windowclose", other.window])
    try await program.focus()
    try await program.keys("slash")
    // Letters go to the field once it is seen to be written in.
    let controls = Bench.targets(of: Bench.libraryScreen(of: Bench.library(home: place.home)))
    try await program.writing(
      in: try controls.first { $0.command == .find }.orThrow("no field to search in"))
    try place.desktop.tool(["type", "--delay", "30", "zebra"])
    try await program.keys("Return")
    // Only that case is listed, so it is the one that opens.
    try await eventually("the new case") {
      try place.desktop.tool(["key", "Return"])
      return program.rows.last?.screen == "patient" ? true : nil
    }
    try place.desktop.tool(["key", "ctrl+q"])
    try await program.expectEnd(0)
    let last = settings(place.home).split(separator: "\n").first { $0.hasPrefix("lastCase") }
    #expect(last == "lastCase: zebra-case")
  }

  @Test(arguments: [
    "library", "case", "preparation", "practice", "demonstration", "settings", "life-size",
    "trainees", "about", "history", "help",
  ])
  func everyScreenIsPrinted(name: String) throws {
    let home = Bench.home()
    defer { try? FileManager.default.removeItem(at: home) }
    let picture = home.appendingPathComponent("screen.png")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let needsCase = ["case", "preparation", "practice", "demonstration"].contains(name)
    let program = try Child(
      TrainerProgram.binary("effleurage").path,
      ["screen", name] + (needsCase ? [Bench.caseID] : [])
        + ["--text", "--png", picture.path, "--dark", "--text-size", "150", "--size", "1000x700"],
      ["EFFLEURAGE_HOME": home.path, "DISPLAY": nil, "WAYLAND_DISPLAY": nil])
    let text = program.read()
    #expect(program.wait() == 0)
    #expect(text.split(separator: "\n").count > 5)
    #expect(text.contains("["))
    #expect(FileManager.default.fileExists(atPath: picture.path))
    // To look is not to practise: nothing is kept, nothing is chosen.
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == ["screen.png"])
  }
}
