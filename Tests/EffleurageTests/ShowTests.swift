import Foundation
import Testing

/// `scenarios show` by the real program.
@Suite struct ShowTests {
  @Test func aCaseIsToldInWords() async throws {
    let scratch = try Scratch()
    let run = try await EffleurageProgram.run(["scenarios", "show", scratch.shortCase().path])
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.lines.contains { $0.hasPrefix("Case            short, ") })
    #expect(run.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func badNamesAndEndingsAreRefused() async throws {
    let scratch = try Scratch()
    let file = try scratch.shortCase().path
    #expect(
      try await EffleurageProgram.run(["scenarios", "show", file, "--png", "a.jpg"]).code == 64)
    #expect(try await EffleurageProgram.run(["scenarios", "show", "lifting-easing"]).code == 66)
    let bad = try scratch.write("bad.yaml", "effleurage: 2").path
    #expect(try await EffleurageProgram.run(["scenarios", "show", bad]).code == 65)
  }

  /// The words come first; then the window program draws, or its absence is told.
  @Test func thePictureIsDrawnByTheOtherProgram() async throws {
    let scratch = try Scratch()
    let file = try scratch.shortCase().path
    try await scratch.copy(EffleurageProgram.url, to: "bin/effleurage")
    let arguments = ["scenarios", "show", file, "--png", "p.png"]
    let alone = try await EffleurageProgram.run(arguments, program: scratch["bin/effleurage"])
    #expect(alone.code == 69)
    #expect(alone.lines.contains { $0.hasPrefix("Case ") })
    let script = try scratch.write("script", "#!/bin/sh\nprintf '%s|' \"$@\"\nexit 7\n")
    chmod(script.path, 0o755)
    try await scratch.copy(script, to: "bin/effleurage-window")
    let handed = try await EffleurageProgram.run(arguments, program: scratch["bin/effleurage"])
    #expect(handed.code == 7)
    #expect(handed.text.hasSuffix("plates|--out=p.png|--|\(file)|"))
  }
}
