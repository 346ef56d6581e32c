import Foundation
import Testing

/// The program as it is put on a machine.
@Suite struct InstallationTests {
  #if os(Linux)
    @Test func neitherSDLNorCairoNorCurlIsLinked() async throws {
      let run = try await EffleurageProgram.run(
        [EffleurageProgram.url.path], program: URL(filePath: "/usr/bin/ldd"))
      #expect(run.code == 0)
      #expect(run.text.contains("libc.so"))
      for name in ["SDL", "cairo", "pango", "curl"] {
        #expect(!run.text.lowercased().contains("lib\(name.lowercased())"), "\(run.text)")
      }
    }

    /// Only where the program was built for installation is the Swift library inside.
    @Test(
      .enabled(
        "the program named by EFFLEURAGE_PROGRAM is the one to be installed",
        { ProcessInfo.processInfo.environment["EFFLEURAGE_PROGRAM"] != nil }))
    func theSwiftLibraryIsInside() async throws {
      let run = try await EffleurageProgram.run(
        [EffleurageProgram.url.path], program: URL(filePath: "/usr/bin/ldd"))
      #expect(!run.text.contains("libswift"), "\(run.text)")
      #expect(!run.text.contains("libFoundation"), "\(run.text)")
    }
  #endif

  @Test func aMovedInstallationFindsItsCases() async throws {
    let scratch = try Scratch()
    try scratch.write("old/share/effleurage/Resources/note", "")
    try await scratch.copy(EffleurageProgram.url, to: "old/bin/effleurage")
    try await scratch.copy(
      EffleurageProgram.root.appending(path: "Scenarios"), to: "old/share/effleurage/Scenarios")
    try FileManager.default.moveItem(at: scratch["old"], to: scratch["new place"])
    let program = scratch["new place/bin/effleurage"]
    let run = try await EffleurageProgram.run(["scenarios", "--format", "json"], program: program)
    #expect(run.code == 0)
    #expect(run.lines.count >= 3)
    let shared = scratch.path("new place/share/effleurage/Scenarios/")
    for line in run.lines {
      #expect(line.contains(#""file":"\#(shared)"#), "\(line)")
      #expect(line.hasSuffix(#""error":null}"#))
    }
    let demo = try await EffleurageProgram.run(
      ["demo", "desk-prevention", "--out", scratch.path("a.inkml")], program: program)
    #expect(demo.code == 0)
  }
}
