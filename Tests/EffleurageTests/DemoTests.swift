import Foundation
import Testing

@Suite struct DemoTests {
  static let cases = ["lifting-easing-left", "lifting-acute", "desk-prevention"]

  @Test(arguments: cases)
  func theExpertScoresAtLeast98(scenario: String) async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate(of: scenario).path
    let run = try await EffleurageProgram.run(["score", record, "--format", "json"])
    let result = try Reading(run.lines[0])
    #expect(result.score >= 98)
    #expect(result.verdict == "passed")
    #expect(result.origin == "demonstration")
  }

  @Test func theRecordIsWholeAndAlone() async throws {
    let scratch = try Scratch()
    let run = try await EffleurageProgram.run([
      "demo", scratch.shortCase().path, "--out", scratch.path("a.inkml"),
    ])
    #expect(run.code == 0)
    #expect(run.output.isEmpty)
    #expect(try scratch.names() == ["a.inkml", "short.yaml"])
    #expect(try scratch.text("a.inkml").hasSuffix("</ink>\n"))
  }

  @Test func aSeedGivesAnotherAttempt() async throws {
    let scratch = try Scratch()
    try await scratch.demonstrate("1.inkml", "--skill", "0.5")
    try await scratch.demonstrate(
      "2.inkml", "--skill", "0.5", "--seed", "2")
    #expect(try scratch.text("1.inkml") != scratch.text("2.inkml"))
  }

  @Test func whatCannotBeCreatedIs73() async throws {
    let scratch = try Scratch()
    for out in [scratch.path("none/a.inkml"), scratch.url.path] {
      let run = try await EffleurageProgram.run(["demo", "desk-prevention", "--out", out])
      #expect(run.code == 73)
      #expect(run.errors.hasPrefix("effleurage: error: "))
      #expect(run.errors.contains(out))
    }
    #expect(try scratch.names() == [])
  }

  /// Demonstrations and other files are written over, attempts of people are not.
  @Test func anAttemptIsNotWrittenOver() async throws {
    let scratch = try Scratch()
    let out = scratch.path("a.inkml")
    let live = EffleurageProgram.root.appending(path: "Tests/Fixtures/smallest.inkml")
    try FileManager.default.copyItem(atPath: live.path, toPath: out)
    let kept = try scratch.text("a.inkml")
    let refused = try await EffleurageProgram.run(["demo", scratch.shortCase().path, "--out", out])
    #expect(refused.code == 73 && refused.errors.contains("\(out) holds an attempt"))
    #expect(try scratch.text("a.inkml") == kept)
    for other in ["no record", kept.replacing("\"live\"", with: "\"demonstration\"")] {
      try scratch.write("a.inkml", other)
      let run = try await EffleurageProgram.run(["demo", scratch.shortCase().path, "--out", out])
      #expect(run.code == 0 && run.errors.isEmpty)
      #expect(try scratch.text("a.inkml").contains("origin=\"demonstration\""))
    }
  }

  @Test func aFaultThatCannotApplyIs64AndSaysWhy() async throws {
    let scratch = try Scratch()
    let out = scratch.path("a.inkml")
    for (scenario, fault) in [
      ("lifting-easing-left", "acute-anyway"), ("lifting-acute", "slaps"),
      ("desk-prevention", "press-spasm"),
    ] {
      let run = try await EffleurageProgram.run([
        "demo", scenario, "--out", out, "--fault", fault,
      ])
      #expect(run.code == 64)
      #expect(run.errors.hasPrefix("effleurage: error: the fault \(fault) cannot be shown: "))
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }

  @Test(arguments: ["slaps", "scrub", "backward", "over-spine", "nothing"])
  func aBadMassageFails(fault: String) async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate("bad.inkml", "--fault", fault).path
    let run = try await EffleurageProgram.run(["score", record, "--format", "json"])
    #expect(run.code == 0)
    #expect(try Reading(run.lines[0]).verdict == "failed")
  }

  /// Nobody loses the case they wrote by naming it twice.
  @Test func theCaseItselfIsNeverOverwritten() async throws {
    let scratch = try Scratch()
    let file = try scratch.shortCase().path
    let before = try Data(contentsOf: URL(filePath: file))
    try FileManager.default.createSymbolicLink(
      at: scratch["link.yaml"], withDestinationURL: URL(filePath: file))
    for out in [file, scratch.path("link.yaml")] {
      let run = try await EffleurageProgram.run(["demo", file, "--out", out])
      #expect(run.code == 64)
      #expect(run.errors.contains("is the case itself"))
    }
    #expect(try Data(contentsOf: URL(filePath: file)) == before)
  }
}
