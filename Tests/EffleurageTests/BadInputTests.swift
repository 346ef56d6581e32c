import Foundation
import Testing

/// A clear message, the right exit code, nothing lost, no trap.
@Suite struct BadInputTests {
  private static let noise: [UInt8] = {
    var state: UInt32 = 12345
    return (0..<4096).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
  }()

  @Test(arguments: [
    ("empty", ""), ("words", "This is not InkML."), ("html", "<html><body/></html>"),
    ("unclosed", "<ink><trace>1 2, 3 4"),
    ("not a number", Foreign.straightDown.replacing("-52 300 1000", with: "NaN 300 1000")),
    ("infinite", Foreign.straightDown.replacing("-52 300 1000", with: "-52 1e999 1000")),
    ("far away", Foreign.straightDown.replacing("-52 300 1000", with: "-52 3000000 1000")),
    ("time going back", Foreign.straightDown.replacing("-52 300 1000", with: "-52 300 3")),
  ])
  func aBadRecordIs65AndTheOthersAreScored(name: String, text: String) async throws {
    let scratch = try Scratch()
    let good = try await scratch.demonstrate().path
    let bad = try scratch.write("bad.inkml", text).path
    let run = try await EffleurageProgram.run([
      "score", bad, good, "--format", "csv", "--scenario", scratch.path("short.yaml"),
    ])
    #expect(run.code == 65)
    #expect(run.signal == nil)
    #expect(run.text.contains("\r\nexpert.inkml,"))
    #expect(run.errorLines.count >= 1)
    #expect(run.errors.contains("bad.inkml"))
    #expect(run.errors.contains("error: "))
  }

  @Test func binaryNoiseIs65() async throws {
    let scratch = try Scratch()
    let record = try scratch.write("noise.inkml", Self.noise).path
    let run = try await EffleurageProgram.run(["score", record])
    #expect(run.code == 65)
    #expect(run.output.isEmpty)
    let scenario = try scratch.write("noise.yaml", Self.noise).path
    let check = try await EffleurageProgram.run(["check", scenario])
    #expect(check.code == 65)
    #expect(check.errors.hasPrefix("\(scenario):"))
  }

  @Test(arguments: [0.1, 0.5, 0.9, 0.999])
  func aTruncatedRecordIs65(share: Double) async throws {
    let scratch = try Scratch()
    let whole = Array(try Data(contentsOf: try await scratch.demonstrate()))
    let part = try scratch.write(
      "part.inkml", Array(whole.prefix(Int(Double(whole.count) * share))))
    let run = try await EffleurageProgram.run(["score", part.path])
    #expect(run.code == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("part.inkml"))
  }

  @Test func whatIsMissingIs66() async throws {
    let scratch = try Scratch()
    let empty = scratch.path("empty")
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    for path in [scratch.path("none.inkml"), empty] {
      let run = try await EffleurageProgram.run(["score", path])
      #expect(run.code == 66)
      #expect(run.errors.contains(path))
    }
    // A name that no text of UTF-8 is, as old archives hold them.
    let odd = try await EffleurageProgram.run(
      ["-c", #"cd "$1" && cp short.yaml "$(printf 'a\377.inkml')" && "$0" score ."#]
        + [EffleurageProgram.url.path, scratch.shortCase().deletingLastPathComponent().path],
      program: URL(filePath: "/bin/sh"))
    #expect(odd.code == 66)
    #expect(odd.errors.contains("its name may not be text in UTF-8"))
    for arguments in [
      ["check", scratch.path("none.yaml")], ["check", empty], ["check", "no-case"],
    ] {
      #expect(try await EffleurageProgram.run(arguments).code == 66)
    }
    let demo = try await EffleurageProgram.run([
      "demo", "no-case", "--out", scratch.path("x.inkml"),
    ])
    #expect(demo.code == 66)
    let misspelt = try await EffleurageProgram.run(["check", "lifting-easing-lef"])
    #expect(misspelt.errors.contains("lifting-easing-left"))
  }

  @Test func theFirstOf66And65IsTheCode() async throws {
    let scratch = try Scratch()
    let bad = try scratch.write("bad.inkml", "no").path
    let none = scratch.path("none.inkml")
    #expect(try await EffleurageProgram.run(["score", bad, none]).code == 66)
    #expect(try await EffleurageProgram.run(["score", none, bad]).code == 66)
    let badCase = try scratch.write("bad.yaml", "effleurage: 2").path
    #expect(
      try await EffleurageProgram.run(["check", badCase, scratch.path("none.yaml")]).code == 66)
  }

  @Test func aBombOfAliasesIsRefused() async throws {
    let scratch = try Scratch()
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, before) in zip("bcdefghi", "abcdefgh") {
      text +=
        "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ", ")
        + "]\n"
    }
    let bomb = try scratch.write("bomb.yaml", text).path
    let run = try await EffleurageProgram.run(["check", bomb])
    #expect(run.code == 65)
    #expect(run.errors.hasPrefix("\(bomb):1:4: error: "))
  }

  @Test func aScenarioOfTwoMegabytesIsRefused() async throws {
    let scratch = try Scratch()
    let text = "effleurage: 1\nsummary: " + String(repeating: "a", count: 2 << 20) + "\n"
    let big = try scratch.write("big.yaml", text).path
    let run = try await EffleurageProgram.run(["check", big])
    #expect(run.code == 65)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.count < 1000)
  }

  @Test func everyErrorOfACaseIsALineWithItsPlace() async throws {
    let scratch = try Scratch()
    let shipped = EffleurageProgram.root.appending(path: "Scenarios/lifting-easing-left.yaml")
    let text = try String(contentsOf: shipped, encoding: .utf8)
      .replacing("difficulty: 2", with: "dificulty: 2")
      .replacing("period: easing", with: "period: eased")
    let path = try scratch.write("wrong.yaml", text).path
    let run = try await EffleurageProgram.run(["check", path])
    #expect(run.code == 65)
    #expect(run.errorLines.count == 2)
    #expect(run.errorLines.allSatisfy { $0.hasPrefix("\(path):") && $0.contains(": error: ") })
    #expect(run.errors.contains("difficulty"))
    #expect(run.errors.contains("easing"))
    let demo = try await EffleurageProgram.run(["demo", path, "--out", scratch.path("x.inkml")])
    #expect(demo.code == 65)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("x.inkml")))
  }

  @Test func theShippedCasesHaveNoErrors() async throws {
    let folder = EffleurageProgram.root.appending(path: "Scenarios")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.map { folder.appending(path: $0).path }
    #expect(files.count >= 3)
    let run = try await EffleurageProgram.run(["check", "--strict"] + files)
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
  }
}
