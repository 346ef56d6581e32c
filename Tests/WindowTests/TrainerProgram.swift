import Foundation
import Geometry
import Scenes

/// The window program while it runs on a desktop.
final class TrainerProgram {
  /// One row of the frame log.
  struct Row {
    var screen: String
    var hands: Int
  }

  let desktop: Desktop
  /// The data of the person who uses it.
  let home: URL
  let process: Child
  private(set) var window = ""
  private let log: URL

  /// The programs stand beside the tests.
  static func binary(_ name: String) -> URL {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = own.deletingLastPathComponent().appendingPathComponent(name)
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent(name)
  }

  /// Starts it and waits for its first frame.
  ///
  /// - Parameters:
  ///   - sound: SDL's driver of sound, and the file that its driver `disk` writes.
  ///   - catching: the descriptor whose bytes the process gives.
  init(
    _ arguments: [String] = [], on desktop: Desktop, home: URL,
    sound: (driver: String, file: String) = ("dummy", ""), catching: Int32 = STDOUT_FILENO
  ) async throws {
    self.desktop = desktop
    self.home = home
    log = home.appendingPathComponent("frames-\(UUID().uuidString).csv")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    process = try Child(
      TrainerProgram.binary("effleurage-window").path,
      ["practice"] + arguments + ["--frame-log", log.path],
      [
        "DISPLAY": desktop.display, "EFFLEURAGE_HOME": home.path, "SDL_VIDEODRIVER": "x11",
        "SDL_AUDIODRIVER": sound.driver, "SDL_DISKAUDIOFILE": sound.file,
      ], catching: catching)
    try await eventually("a first frame") { rows.isEmpty ? nil : true }
    window = try await eventually("the window") {
      let found = try desktop.tool([
        "search", "--onlyvisible", "--pid", String(process.id),
      ])
      return found.split(separator: "\n").last.map(String.init)
    }
    try await focus()
  }

  // MARK: What can be seen

  var rows: [Row] {
    guard let text = try? String(contentsOf: log, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 7, let hands = Int(cells[6]) else { return nil }
      return Row(screen: String(cells[5]), hands: hands)
    }
  }

  func screen(_ name: String) async throws {
    try await eventually("screen \(name), not \(rows.last?.screen ?? "none")") {
      rows.last?.screen == name ? true : nil
    }
  }

  func hands(_ count: Int) async throws {
    try await eventually("\(count) hands") { rows.last?.hands == count ? true : nil }
  }

  /// Does something that changes the picture, and waits for the frame that shows it.
  func afterFrame(_ act: () throws -> Void) async throws {
    let before = rows.count
    try act()
    try await eventually("a frame") { rows.count > before ? true : nil }
  }

  /// Waits for the end and gives the exit code; a negative one is a signal's.
  func ended() async throws -> Int32 {
    try await eventually("the end of the program") { process.isRunning ? nil : true }
    return process.code
  }

  /// Names of the files of attempts, hidden ones too.
  var attempts: [String] {
    let folder = home.appendingPathComponent("records").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  func attempt(_ kind: String) throws -> URL {
    let name = try attempts.first { $0.hasSuffix("." + kind) }.orThrow("no \(kind): \(attempts)")
    return home.appendingPathComponent("records/" + name)
  }

  // MARK: What a person does

  func focus() async throws {
    // A window without a window manager takes the keys once it is told to.
    try await eventually("the keyboard") {
      try desktop.tool(["windowfocus", window])
      let owner = try desktop.tool(["getwindowfocus", "-f"])
      return owner.trimmingCharacters(in: .whitespacesAndNewlines) == window ? true : nil
    }
  }

  func keys(_ names: String...) async throws {
    for name in names { try await afterFrame { try desktop.tool(["key", name]) } }
  }

  func click(_ place: Point) throws {
    try desktop.tool(move(place) + ["click", "1"])
  }

  /// Turns the wheel by a notch toward the user.
  func turnWheelDown(at place: Point) throws {
    try desktop.tool(move(place) + ["click", "5"])
  }

  /// Clicks on the control of a command as a screen of 1280 by 800 has it.
  func click(_ command: Command, in targets: [Target]) throws {
    let target = try targets.first { $0.command == command && $0.isEnabled }
      .orThrow("no control for \(command)")
    try click(target.area.centre)
  }

  /// Presses the button at the first place and moves on over the others, one every 8 ms.
  func drag(over places: [Point]) throws {
    guard let first = places.first else { return }
    var words = move(first) + ["mousedown", "1"]
    for place in places.dropFirst() { words += ["sleep", "0.008"] + move(place) }
    try desktop.tool(words)
  }

  func release() throws { try desktop.tool(["mouseup", "1"]) }

  private func move(_ place: Point) -> [String] {
    [
      "mousemove", "--window", window, String(Int(place.x.rounded())),
      String(Int(place.y.rounded())),
    ]
  }
}
