import Foundation
import Testing

/// `scenarios calibrate` with the real program.
@Suite struct CalibrateTests {
  private func calibrate(_ arguments: String..., input: [UInt8] = []) async throws
    -> EffleurageProgram.Run
  {
    try await EffleurageProgram.run(["scenarios", "calibrate"] + arguments, input: input)
  }

  /// Records of the short case: 1.inkml and so on, each of another seed.
  private func recorded(_ count: Int) async throws -> (Scratch, String, [String]) {
    let scratch = try Scratch()
    var records: [String] = []
    for seed in 1...count {
      let record = try await scratch.demonstrate(
        "\(seed).inkml", "--skill", "0.6", "--seed", "\(seed)")
      records.append(record.path)
    }
    return (scratch, scratch.path("short.yaml"), records)
  }

  @Test func bandsAreWrittenAndSaid() async throws {
    let (scratch, scenario, records) = try await recorded(3)
    let run = try await calibrate(
      scenario, records[0], records[1], records[2], "--out", scratch.path("new.yaml"))
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    #expect(run.lines.count == 5)
    #expect(run.lines[0].hasPrefix("step    measure"))
    for (line, measure) in zip(run.lines.dropFirst(), ["corridor", "speed", "pressure", "minutes"])
    {
      #expect(line.hasPrefix("stroke  \(measure) "))
      #expect(line.hasSuffix("  3"))
    }
    #expect(run.lines[2].contains("[20, 100] / [10, 200]"))
    #expect(run.lines[4].contains("not judged"))
    let text = try scratch.text("new.yaml")
    #expect(text.hasPrefix("# Bands calibrated by effleurage "))
    #expect(text.contains(" from 3 records, 3 demonstrations.\n# Made from short.yaml (short)"))
    for key in ["corridor", "speed", "pressure", "minutes"] {
      let lines = text.split(separator: "\n")
      let place = try #require(lines.firstIndex { $0.hasPrefix("    \(key): {full: ") })
      #expect(lines[place - 1].hasPrefix("    #"), "\(key) has its comment")
    }
    // A corridor as narrow as a very careful hand keeps may deserve a warning, no more.
    let check = try await EffleurageProgram.run(["check", scratch.path("new.yaml")])
    #expect(check.code == 0, "\(check.errors)")
    // The old case is as it was, and nothing else is left.
    #expect(try scratch.text("short.yaml") == ShortCase.text)
    #expect(
      try scratch.names() == ["1.inkml", "2.inkml", "3.inkml", "new.yaml", "short.yaml"])
  }

  @Test func theOrderOfRecordsDoesNotMatter() async throws {
    let (scratch, scenario, records) = try await recorded(3)
    let first = try await calibrate(
      scenario, records[0], records[1], records[2], "--out", scratch.path("a.yaml"))
    let second = try await calibrate(
      scenario, records[2], records[0], records[1], "--out", scratch.path("b.yaml"))
    let folder = try await calibrate(scenario, scratch.url.path, "--out", scratch.path("c.yaml"))
    #expect(first.code == 0)
    #expect(first.output == second.output && first.output == folder.output)
    #expect(try scratch.text("a.yaml") == scratch.text("b.yaml"))
    #expect(try scratch.text("a.yaml") == scratch.text("c.yaml"))
  }

  @Test func aRecordNamedTwiceCountsOnce() async throws {
    let (scratch, scenario, records) = try await recorded(1)
    let once = try await calibrate(scenario, records[0], "--out", scratch.path("a.yaml"))
    let twice = try await calibrate(
      scenario, records[0], scratch.url.path, "--out", scratch.path("b.yaml"))
    #expect(twice.code == 0)
    #expect(twice.output == once.output)
    #expect(twice.errorLines.count == 1 && twice.errors.contains("is named twice, counted once"))
  }

  @Test func aRecordCanComeFromStandardInput() async throws {
    let (scratch, scenario, records) = try await recorded(1)
    let bytes = Array(try Data(contentsOf: URL(filePath: records[0])))
    let run = try await calibrate(scenario, "-", "--out", scratch.path("a.yaml"), input: bytes)
    #expect(run.code == 0)
    let file = try await calibrate(scenario, records[0], "--out", scratch.path("b.yaml"))
    #expect(run.output == file.output)
    #expect(try scratch.text("a.yaml") == scratch.text("b.yaml"))
  }

  @Test func theWidthIsAsAsked() async throws {
    let (scratch, scenario, records) = try await recorded(1)
    let run = try await calibrate(
      scenario, records[0], "--out", scratch.path("a.yaml"), "--width", "3.5")
    #expect(run.code == 0)
    #expect(
      try scratch.text("a.yaml").contains(
        "# full: median +- 3.5 MAD; none: median +- 8.75 MAD"))
  }

  // MARK: Refusals

  @Test func whatIsThereIsNotOverwritten() async throws {
    let (scratch, scenario, records) = try await recorded(1)
    for path in [scenario, records[0]] {
      let before = try Data(contentsOf: URL(filePath: path))
      let run = try await calibrate(scenario, records[0], "--out", path)
      #expect(run.code == 73)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("\(path): is there already and is not overwritten"))
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
    let none = try await calibrate(scenario, records[0], "--out", scratch.path("none/a.yaml"))
    #expect(none.code == 73)
  }

  @Test func aRecordOfAnotherCaseIs65AndBothAreNamed() async throws {
    let (scratch, _, records) = try await recorded(1)
    let other = try scratch.write("other.yaml", ShortCase.text + "# Another version.\n")
    let run = try await calibrate(other.path, records[0], "--out", scratch.path("a.yaml"))
    #expect(run.code == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("\(records[0]): the record is of another case than \(other.path)"))
    #expect(try !scratch.names().contains("a.yaml"))
  }

  @Test func aForeignRecordIs65() async throws {
    let (scratch, scenario, records) = try await recorded(1)
    let foreign = try scratch.write("foreign.inkml", Foreign.twoHands)
    let run = try await calibrate(
      scenario, foreign.path, records[0], "--out", scratch.path("a.yaml"))
    #expect(run.code == 65)
    #expect(run.errors.contains("foreign.inkml: another program made this record"))
    #expect(try !scratch.names().contains("a.yaml"))
  }

  /// Every bad record is named; of several codes the first in the documented order counts.
  @Test func allThatIsWrongIsSaid() async throws {
    let (scratch, scenario, records) = try await recorded(1)
    let bad = try scratch.write("bad.inkml", "<ink>")
    let run = try await calibrate(
      scenario, bad.path, scratch.path("none.inkml"), records[0], "--out", scratch.path("a.yaml"))
    #expect(run.code == 66)
    #expect(run.errorLines.count == 2)
    #expect(run.errors.contains("bad.inkml:") && run.errors.contains("none.inkml:"))
    #expect(try !scratch.names().contains("a.yaml"))
  }

  @Test func aBadCaseOrUsageIsRefused() async throws {
    let (scratch, scenario, records) = try await recorded(1)
    let out = scratch.path("a.yaml")
    let broken = try scratch.write("broken.yaml", "effleurage: 2\n")
    #expect(try await calibrate(broken.path, records[0], "--out", out).code == 65)
    #expect(try await calibrate(scratch.path("gone.yaml"), records[0], "--out", out).code == 66)
    #expect(try await calibrate("no-such-case", records[0], "--out", out).code == 66)
    let refer = try scratch.write(
      "refer.yaml",
      "effleurage: 1\nid: r\ntitle: R\n"
        + "patient: {sex: male, age: 40, cause: heavy-lifting, period: acute}\ndecision: refer\n")
    let idle = try await calibrate(refer.path, records[0], "--out", out)
    #expect(idle.code == 65 && idle.errors.contains("asks for no massage"))
    #expect(try await calibrate(scenario, "--out", out).code == 64)
    #expect(try await calibrate(scenario, records[0]).code == 64)
    #expect(try await calibrate(scenario, records[0], "--out", "").code == 64)
    for width in ["0", "-1", "nan", "inf", "101", "wide"] {
      let run = try await calibrate(scenario, records[0], "--out", out, "--width=\(width)")
      #expect(run.code == 64, "\(width)")
    }
    #expect(try await calibrate(scenario, "-", "-", "--out", out).code == 64)
    #expect(try !scratch.names().contains("a.yaml"))
  }

  @Test func aFullDiskIs74() async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let (scratch, scenario, records) = try await recorded(1)
    let run = try await calibrate(scenario, records[0], "--out", "/dev/full")
    #expect(run.code == 74)
    #expect(try scratch.names() == ["1.inkml", "short.yaml"])
  }

  @Test func anInterruptLeavesNothing() async throws {
    let (scratch, scenario, records) = try await recorded(1)
    let process = Process()
    process.executableURL = EffleurageProgram.url
    // The bad record is named; the one from standard input never comes to its end.
    let bad = try scratch.write("bad.inkml", "<ink>")
    process.arguments = [
      "scenarios", "calibrate", scenario, bad.path, records[0], "-", "--out",
      scratch.path("a.yaml"),
    ]
    process.environment = EffleurageProgram.baseEnvironment
    let (input, errors) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardError = errors
    try process.run()
    #expect(errors.fileHandleForReading.availableData.count > 10)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try scratch.names() == ["1.inkml", "bad.inkml", "short.yaml"])
  }
}
