import Foundation
import Testing

/// The window program as it is installed, with and without its texts.
@Suite struct InstalledTextsTests {
  /// A folder with the program and what is shipped beside it, as it is installed.
  private final class Installation {
    static let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    let folder = FileManager.default.temporaryDirectory
      .appending(path: "installation-\(UUID().uuidString)")
    var program: String { folder.appending(path: "bin/effleurage-window").path }
    var english: URL { folder.appending(path: "share/effleurage/Resources/texts/en.yaml") }
    var picture: String { folder.appending(path: "plates.png").path }

    init() throws {
      let files = FileManager.default
      for name in ["bin", "share/effleurage"] {
        try files.createDirectory(
          at: folder.appending(path: name), withIntermediateDirectories: true)
      }
      let built = TrainerProgram.binary("effleurage-window")
      let here = URL(filePath: program)
      // A second name is as good as a copy, and takes no room.
      do { try files.linkItem(at: built, to: here) } catch {
        try files.copyItem(at: built, to: here)
      }
      for name in ["Scenarios", "Resources"] {
        try files.copyItem(
          at: Installation.root.appending(path: name),
          to: folder.appending(path: "share/effleurage/\(name)"))
      }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func run(_ arguments: [String]) throws -> (code: Int32, errors: String) {
      let child = try Child(
        program, arguments, ["SDL_VIDEODRIVER": "dummy"], catching: STDERR_FILENO)
      let errors = child.read()
      return (child.wait(), errors)
    }
  }

  @Test func aMovedInstallationHasItsTexts() throws {
    let installation = try Installation()
    let run = try installation.run(["plates", Bench.caseID, "--out", installation.picture])
    #expect(run.code == 0, "\(run.errors)")
    #expect(FileManager.default.fileExists(atPath: installation.picture))
  }

  @Test(arguments: [nil, "language: English\npractice: [\n", "practice: {pause: Pause}\n"])
  func missingOrBrokenTextsAre69WithWords(text: String?) throws {
    let installation = try Installation()
    if let text {
      try Data(text.utf8).write(to: installation.english)
    } else {
      try FileManager.default.removeItem(at: installation.english)
    }
    let record = installation.folder.appending(path: "a.inkml").path
    for arguments in [
      ["plates", Bench.caseID, "--out", installation.picture],
      ["report", record, "--out", installation.picture], ["practice", Bench.caseID],
    ] {
      let run = try installation.run(arguments)
      #expect(run.code == 69)
      #expect(run.errors.hasPrefix("effleurage: error: "), "\(run.errors)")
      #expect(run.errors.contains("texts/en.yaml"), "\(run.errors)")
      #expect(run.errors.hasSuffix(" Install the program again, with its resources.\n"))
    }
    #expect(!FileManager.default.fileExists(atPath: installation.picture))
  }
}
