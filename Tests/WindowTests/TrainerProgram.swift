import Drawing
import Foundation
import Geometry
import Scenes
import Testing

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
    _ arguments: [String] = [], command: String = "practice", on desktop: Desktop, home: URL,
    sound: (driver: String, file: String) = ("dummy", ""), catching: Int32 = STDOUT_FILENO
  ) async throws {
    self.desktop = desktop
    self.home = home
    log = home.appendingPathComponent("frames-\(UUID().uuidString).csv")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    process = try Child(
      TrainerProgram.binary("effleurage-window").path,
      [command] + arguments + ["--frame-log", log.path],
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

  /// Does something that changes where controls are, and waits until nothing more has been drawn for a
  /// second: a click moves the pointer first, and the frame that shows that is not the click's.
  func afterStill(_ act: () throws -> Void) async throws {
    try await afterFrame(act)
    var (count, since) = (rows.count, ContinuousClock.now)
    try await eventually("a picture that stands still") {
      if rows.count != count { (count, since) = (rows.count, .now) }
      return ContinuousClock.now - since > .seconds(1) ? true : nil
    }
  }

  /// Waits for the end and gives the exit code; a negative one is a signal's.
  func ended() async throws -> Int32 {
    try await eventually("the end of the program") { process.isRunning ? nil : true }
    return process.code
  }

  /// Waits for the end, which is to be with an exit code.
  func expectEnd(_ code: Int32, at location: SourceLocation = #_sourceLocation) async throws {
    let ended = try await ended()
    #expect(ended == code, sourceLocation: location)
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

  /// Walks by Tab to a control, from another or from none.
  func walk(from start: Command? = nil, to command: Command, in targets: [Target]) async throws {
    let usable = targets.filter(\.isEnabled).map(\.command)
    let end = try usable.firstIndex(of: command).orThrow("no control for \(command)")
    let steps: Int
    if let start {
      let here = try usable.firstIndex(of: start).orThrow("no control for \(start)")
      steps = (end - here + usable.count) % usable.count
    } else {
      steps = end + 1
    }
    guard steps > 0 else { return }
    let isBack = start != nil && steps > usable.count / 2
    let count = isBack ? usable.count - steps : steps
    try desktop.tool(
      ["key"] + [String](repeating: isBack ? "shift+Tab" : "Tab", count: count))
    try await ring(around: try targets.first { $0.command == command }.orThrow("no control"))
  }

  /// Waits until the ring of the focus is seen around a control of a window of the usual size.
  func ring(around target: Target) async throws {
    // A ring is 3 pixels wide, 2 outside the control.
    try await teal(3.5, outside: target, "the focus at \(target.command)")
  }

  /// Waits until a field of a window of the usual size is seen to be written in.
  func writing(in target: Target) async throws {
    // Its edge is 2 pixels wide, inside.
    try await teal(-0.75, outside: target, "the writing in \(target.command)")
  }

  /// Waits for teal, which is the colour with least red, left of a control.
  private func teal(_ distance: Double, outside target: Target, _ what: String) async throws {
    let area = target.visible ?? target.area
    let corner = try corner()
    let (x, y) = (corner.x + Int(area.x - distance), corner.y + Int(area.centre.y))
    try await eventually(what) {
      let colour = try desktop.pixels().colour(x: x, y: y)
      return TrainerProgram.isTeal(colour) ? true : nil
    }
  }

  /// Waits for teal at a place of the window, or for something else there.
  func teal(at place: Point, isThere: Bool = true, _ what: String) async throws {
    let corner = try corner()
    try await eventually(what) {
      let colour = try desktop.pixels().colour(
        x: corner.x + Int(place.x), y: corner.y + Int(place.y))
      return TrainerProgram.isTeal(colour) == isThere ? true : nil
    }
  }

  static func isTeal(_ colour: [UInt8]) -> Bool {
    let teal = Theme.light.teal
    let wanted = [teal.red, teal.green, teal.blue].map { Int(($0 * 255).rounded()) }
    func isNear(_ bytes: [UInt8]) -> Bool {
      zip(bytes, wanted).allSatisfy { abs(Int($0) - $1) <= 12 }
    }
    guard colour.count == 4 else { return false }
    return isNear([colour[2], colour[1], colour[0]]) || isNear([colour[1], colour[2], colour[3]])
  }

  /// Where the window's upper left corner is on the display.
  func corner() throws -> (x: Int, y: Int) {
    let words = try desktop.tool(["getwindowgeometry", "--shell", window])
    func number(_ name: String) throws -> Int {
      try words.split(separator: "\n").first { $0.hasPrefix(name + "=") }
        .flatMap { Int($0.dropFirst(name.count + 1)) }.orThrow("no \(name)")
    }
    return try (number("X"), number("Y"))
  }

  /// Gives the window a size and waits for the frame that fills it.
  func resize(_ width: Int, _ height: Int) async throws {
    try await afterFrame {
      try desktop.tool(["windowsize", "--sync", window, String(width), String(height)])
    }
  }

  /// Turns the wheel by notches away from the user, or toward them, where the pointer is.
  func turnWheel(by notches: Int) async throws {
    for _ in 0..<abs(notches) {
      try await afterFrame { try desktop.tool(["click", notches > 0 ? "4" : "5"]) }
    }
  }

  /// Presses the button at the first place and moves on over the others, one every 8 ms.
  func drag(over places: [Point]) throws {
    guard let first = places.first else { return }
    var words = move(first) + ["mousedown", "1"]
    for place in places.dropFirst() { words += ["sleep", "0.008"] + move(place) }
    try desktop.tool(words)
  }

  func release() throws { try desktop.tool(["mouseup", "1"]) }

  func move(to place: Point) throws { try desktop.tool(move(place)) }

  private func move(_ place: Point) -> [String] {
    [
      "mousemove", "--window", window, String(Int(place.x.rounded())),
      String(Int(place.y.rounded())),
    ]
  }
}
