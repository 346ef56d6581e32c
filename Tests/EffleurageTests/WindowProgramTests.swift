import Foundation
import Testing

/// What is said when the window cannot open.
@Suite struct WindowProgramTests {
  private static let window = "effleurage-window"

  /// The program alone in a folder of its own.
  private func alone(_ scratch: Scratch) async throws -> URL {
    try await scratch.copy(EffleurageProgram.url, to: "bin/effleurage")
    return scratch["bin/effleurage"]
  }

  @Test(arguments: [
    [], ["practice"], ["practice", "lifting-easing-left"],
    ["report", "a.inkml", "--out", "a.png"], ["replay", "a.inkml"], ["replay", "-"],
  ])
  func aMissingWindowProgramIs69WithWords(arguments: [String]) async throws {
    let scratch = try Scratch()
    let run = try await EffleurageProgram.run(arguments, program: try await alone(scratch))
    #expect(run.code == 69)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("effleurage: error: effleurage-window"))
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains(scratch.path("bin/effleurage-window")))
  }

  /// People start it by the one name, and are told no other.
  @Test func wrongUsageOfWhatTheWindowProgramDoesNamesEffleurage() async throws {
    let run = try await EffleurageProgram.run(["screen", "nonsense"])
    #expect(run.code == 64)
    #expect(run.errors.contains("Usage: effleurage screen "))
    #expect(!run.errors.contains("effleurage-window"))
  }

  @Test func theWindowProgramGetsTheArgumentsThroughALink() async throws {
    let scratch = try Scratch()
    _ = try await alone(scratch)
    let script = try scratch.write("script", "#!/bin/sh\nprintf '%s|' \"$@\"\nexit 7\n")
    chmod(script.path, 0o755)
    try await scratch.copy(script, to: "bin/\(Self.window)")
    try FileManager.default.createSymbolicLink(
      at: scratch["link"], withDestinationURL: scratch["bin/effleurage"])
    for (arguments, handed) in [
      ([], "|"),
      (["practice"], "practice|"),
      (["practice", "a b", "--frame-log", "f.csv"], "practice|--frame-log=f.csv|--|a b|"),
      (
        ["practice", "--trainee", "Ann", "--only", "x", "--", "-c"],
        "practice|--only=x|--trainee=Ann|--|-c|"
      ),
      (["practice", "c", "--exam"], "practice|--exam|--|c|"),
      (["report", "r.inkml", "--out", "o.png"], "report|--out=o.png|--|r.inkml|"),
      (["replay", "r.inkml"], "replay|--|r.inkml|"),
      (["replay", "-", "--at", "12.5"], "replay|--at=12.5|--|-|"),
      (
        [
          "replay", "r.inkml", "--scenario", "c", "--phase", "p", "--mm-per-pixel", "0.1",
          "--frame-log", "f.csv",
        ], "replay|--scenario=c|--phase=p|--mm-per-pixel=0.1|--frame-log=f.csv|--|r.inkml|"
      ),
      (["screen", "replay", "r.inkml", "--at", "9"], "screen|--at=9|--|replay|r.inkml|"),
      (
        [
          "report", "r.inkml", "--out", "o.HTML", "--scenario", "c", "--phase", "x",
          "--mm-per-pixel", "0.5",
        ], "report|--out=o.HTML|--scenario=c|--phase=x|--mm-per-pixel=0.5|--|r.inkml|"
      ),
    ] {
      let run = try await EffleurageProgram.run(arguments, program: scratch["link"])
      #expect(run.text == handed)
      #expect(run.code == 7)
      #expect(run.errors.isEmpty)
    }
  }

  /// Scoring needs no window and no resources beside it.
  @Test func scoringWorksAlone() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate().path
    let copy = try await alone(scratch)
    let run = try await EffleurageProgram.run(["score", record, "--format", "json"], program: copy)
    let usual = try await EffleurageProgram.run(["score", record, "--format", "json"])
    #expect(run.code == 0)
    #expect(run.output == usual.output)
  }
}
