import Foundation
import Testing

/// Inputs that once stopped or hung the program: each ends in words or in a defined result.
@Suite struct HostileInputTests {
  private func ink(_ body: String, format: String = "") -> String {
    "<ink xmlns=\"http://www.w3.org/2003/InkML\">\(format)\(body)</ink>"
  }

  private static let wideChannel = """
    <traceFormat><channel name="X" type="integer"/><channel name="Y" type="integer"/></traceFormat>
    """

  @Test(arguments: [
    // Foundation's parser traps at an instruction of a name alone.
    ("<?q?><trace>0 100,0 110</trace>", ""),
    ("<trace>0 100,<?q?>0 110</trace>", ""),
    // The least number has no positive twin.
    (
      """
      <trace timeOffset="-9223372036854775808">0 100 0,0 110 1</trace>\
      <trace timeOffset="-9223372036854775808">0 100 0,0 110 1</trace>
      """,
      "<traceFormat><channel name=\"X\"/><channel name=\"Y\"/><channel name=\"T\"/></traceFormat>"
    ),
    (
      "<trace>0 100 1,0 110 1</trace>",
      """
      <traceFormat><channel name="X"/><channel name="Y"/>\
      <channel name="F" max="1e-9223372036854775808"/></traceFormat>
      """
    ),
    (
      "<trace>-9000000000000000000 ?,'-223372036854775808 !0</trace>",
      HostileInputTests.wideChannel
    ),
  ])
  func aHostileRecordEndsInWords(body: String, format: String) async throws {
    let scratch = try Scratch()
    let record = try scratch.write("hostile.inkml", ink(body, format: format)).path
    let run = try await EffleurageProgram.run(
      ["score", record, "--scenario", scratch.shortCase().path])
    #expect(run.signal == nil)
    #expect([0, 65].contains(run.code), "\(run.errors)")
    #expect(run.code == 0 || run.errors.contains("hostile.inkml"))
  }

  @Test func aDeclaredEncodingCannotHideAnything() async throws {
    let scratch = try Scratch()
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-7\"?>\n" + ink("<trace>-52 380,-52 400</trace>")
    let record = try scratch.write("seven.inkml", text).path
    let run = try await EffleurageProgram.run(
      ["score", record, "--scenario", scratch.shortCase().path])
    #expect(run.code == 65)
    #expect(run.errors.contains("utf-7"))
  }

  @Test(arguments: [
    "speed: {full: [0, 0], none: [0, 10]}", "diameter: {full: [0, 0], none: [0, 0]}",
    "speed: {full: [0.0001, 0.0001], none: [0, 1]}",
  ])
  func aDemonstrationOfAnImpossibleCaseEnds(line: String) async throws {
    let scratch = try Scratch()
    let text =
      ShortCase.text + """
          - id: comb
            technique: comb-circles
            guides: [{id: a, path: [[L1, -80], [L5, -80]]}]
            \(line)

        """
    let scenario = try scratch.write("odd.yaml", text).path
    let checked = try await EffleurageProgram.run(["check", scenario])
    // It can be read; whether the expert can show it is another question.
    #expect([0, 65].contains(checked.code), "\(checked.errors)")
    #expect(checked.code == 0 || checked.errors.contains(": error: "))
    let run = try await EffleurageProgram.run(
      ["demo", scenario, "--out", scratch.path("odd.inkml")])
    #expect(run.signal == nil)
    #expect([0, 64].contains(run.code), "\(run.errors)")
    #expect(run.code == 0 || !run.errors.isEmpty)
  }

  @Test func noAnchorHidesBehindAQuestionMark() async throws {
    let scratch = try Scratch()
    let text = ShortCase.text + "feedback: {?&a show : [guide]}\n"
    let run = try await EffleurageProgram.run(
      ["check", scratch.write("anchor.yaml", text).path])
    #expect(run.code == 65)
    #expect(run.errors.contains("anchors are not allowed"), "\(run.errors)")
  }

  @Test func aPipeInTheLibraryIsPassedOver() async throws {
    let scratch = try Scratch()
    try scratch.write("scenarios/good.yaml", ShortCase.text)
    #expect(mkfifo(scratch.path("scenarios/pipe.yaml"), 0o600) == 0)
    let run = try await EffleurageProgram.run(
      ["scenarios"], environment: ["EFFLEURAGE_HOME": scratch.url.path])
    #expect(run.code == 0)
    #expect(run.text.contains("short"))
  }

  @Test func nobodyPassesByWhatHasNoWeight() async throws {
    let scratch = try Scratch()
    let text =
      ShortCase.text + """
        rubric: {weights: {procedure: 0, path: 0, speed: 0, pressure: 50, spasm: 0, flow: 25, technique: 25}}

        """
    let scenario = try scratch.write("weights.yaml", text).path
    let record = try await scratch.demonstrate("idle.inkml", of: scenario, "--fault", "nothing")
    let run = try await EffleurageProgram.run(["score", record.path, "--format", "json"])
    #expect(run.text.contains("\"verdict\":\"failed\""), "\(run.text)")
  }

  @Test func aDrillOfAnUnknownStepAndAnUnknownRuleSetAre65() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate()
    let text = try scratch.text("expert.inkml")
    for (name, old, new) in [
      ("drill", "mode=\"practice\"", "mode=\"drill\" phase=\"nosuch\""),
      ("rules", "rules=\"1\"", "rules=\"999\""),
      ("origin", "origin=\"demonstration\"", "origin=\"foreign\""),
      ("step", "mode=\"practice\"", "mode=\"practice\" phase=\"stroke\""),
    ] {
      #expect(text.contains(old), "\(record.path)")
      let changed = try scratch.write(name + ".inkml", text.replacing(old, with: new)).path
      let run = try await EffleurageProgram.run(["score", changed])
      #expect(run.code == 65, "\(name): \(run.errors)")
      #expect(run.errors.contains(name + ".inkml"))
    }
  }

  /// A pipe in a folder of records would be waited for without end.
  @Test func aPipeAmongRecordsIsPassedOver() async throws {
    let scratch = try Scratch()
    _ = try await scratch.demonstrate()
    #expect(mkfifo(scratch.path("waits.inkml"), 0o600) == 0)
    let run = try await EffleurageProgram.run(["score", scratch.url.path, "--format", "json"])
    #expect(run.code == 0)
    #expect(run.lines.count == 1)
  }

  /// A file's name can neither forge a line nor colour one.
  @Test func namesOfFilesCannotForgeMessages() async throws {
    let scratch = try Scratch()
    let name = "a\u{1B}[31m\nb.yaml"
    let file = try scratch.write(name, "effleurage: 0\n").path
    let run = try await EffleurageProgram.run(["check", file])
    #expect(run.code == 65)
    #expect(!run.errors.unicodeScalars.contains("\u{1B}"))
    #expect(run.errorLines.allSatisfy { $0.contains("b.yaml:") })
  }
}
