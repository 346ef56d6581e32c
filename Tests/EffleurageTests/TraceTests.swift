import Foundation
import Testing

/// `score --trace`: the series behind the measures, and the file that it is written to.
@Suite struct TraceTests {
  private func score(_ arguments: String..., input: [UInt8] = []) async throws
    -> EffleurageProgram.Run
  {
    try await EffleurageProgram.run(["score", "--format", "json"] + arguments, input: input)
  }

  // MARK: What is in it

  @Test func everyFigureOfAStrokePhaseCanBeReckonedFromTheRows() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate("a.inkml", "--skill", "0.3", "--seed", "4")
    let run = try await score(record.path, "--trace", scratch.path("a.csv"))
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    let series = try Series(scratch.text("a.csv"))
    let phase = try #require(try Measured(run.lines[0]).phases.first)
    let hand = HandReckoning(series.rows, speed: 20...100, pressure: 0.05...0.30)

    #expect(abs(hand.contact - phase.contact) <= 0.001)
    #expect(abs(hand.offPath - phase.offPath) <= 0.006)
    #expect(abs(hand.meanSpeed - phase.meanSpeed) <= 0.011)
    #expect(abs(hand.inBand - phase.speedInBand) <= 0.001)
    #expect(abs(hand.tooSlow - phase.speedTooSlow) <= 0.001)
    #expect(abs(hand.tooFast - phase.speedTooFast) <= 0.001)
    #expect(abs(hand.meanPressure - (phase.meanPressure ?? -1)) <= 0.001)
    #expect(abs(hand.pressureInBand - (phase.pressureInBand ?? -1)) <= 0.001)
    // A hand that is steady, even and on its line would prove little.
    #expect(hand.tooSlow > 0 && hand.inBand < 1)

    let guide = try #require(phase.guides.first)
    let path = PathReckoning(series.rows.filter { $0["guide"] == guide.id }, corridor: 4)
    #expect(abs(path.meanDeviation - guide.meanDeviation) <= 0.006)
    #expect(abs(path.meanOffset - guide.meanOffset) <= 0.006)
    #expect(abs(path.maxDeviation - guide.maxDeviation) <= 0.006)
    #expect(abs(path.corridorShare - guide.corridorShare) <= 0.001)
    #expect(abs(path.backward - guide.backward) <= 0.006)
    #expect(path.meanDeviation > 0.5 && path.corridorShare > 0)
  }

  @Test func circlesCanBeCountedFromTheRows() async throws {
    let scratch = try Scratch()
    let record = try scratch.write("circles.inkml", Foreign.circles)
    let scenario = try scratch.write("circles.yaml", ShortCase.circles)
    let run = try await score(
      record.path, "--scenario", scenario.path, "--trace", scratch.path("a.csv"))
    #expect(run.code == 0, "\(run.errors)")
    let rows = try Series(scratch.text("a.csv")).rows
    let loops = rows.filter { !$0["loop_mm"].isEmpty }
    #expect(loops.count == Int(run.figure("loops")))
    #expect(loops.count >= 5)
    let mean = loops.reduce(0) { $0 + $1.number("loop_mm") } / Double(loops.count)
    #expect(abs(mean - (Double(run.figure("meanDiameter_mm")) ?? 0)) <= 0.011)
    #expect(rows.allSatisfy { $0["state"] == "circling" })
    #expect(loops.allSatisfy { $0["guide"] == "lane" })
  }

  @Test func rowsAreOfTheStatedColumnsAndTimes() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate()
    _ = try await score(record.path, "--trace", scratch.path("a.csv"))
    let text = try scratch.text("a.csv")
    #expect(
      text.hasPrefix(
        "contact,time_s,phase,guide,x_mm,y_mm,progress_mm,deviation_mm,speed_mm_s,pressure,state,"
          + "duration_s,stroke,travel_mm,covered_mm,backward_mm,speedJudged,loop_mm\r\n"))
    #expect(text.hasSuffix("\r\n"))
    let series = try Series(text)
    #expect(series.rows.count > 500)
    let states = ["on-guide", "off", "return", "backward"]
    #expect(series.rows.allSatisfy { states.contains($0["state"]) && $0["phase"] == "stroke" })
    for contact in Set(series.rows.map { $0["contact"] }) {
      let times = series.rows.filter { $0["contact"] == contact }.map { $0.number("time_s") }
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  /// Two hands at once: such a record is read twice, but its rows stand once.
  @Test func contactsThatOverlapHaveTheirRowsOnce() async throws {
    let scratch = try Scratch()
    let record = try scratch.write("two.inkml", Foreign.twoHands)
    let scenario = try scratch.shortCase()
    let run = try await score(
      record.path, "--scenario", scenario.path, "--trace", scratch.path("a.csv"))
    #expect(run.code == 0, "\(run.errors)")
    let series = try Series(scratch.text("a.csv"))
    for contact in ["1", "2"] {
      let rows = series.rows.filter { $0["contact"] == contact }
      #expect(abs(rows.reduce(0) { $0 + $1.number("duration_s") } - 2) < 0.000_001)
    }
    #expect(Set(series.rows.map { "\($0["contact"]) \($0["time_s"])" }).count == series.rows.count)
  }

  @Test func withoutTimesThereIsNoSpeed() async throws {
    let scratch = try Scratch()
    let points = (0...100).map { "-52 \(380 + $0)" }.joined(separator: ",")
    let record = try scratch.write(
      "a.inkml", "<ink xmlns=\"http://www.w3.org/2003/InkML\"><trace>\(points)</trace></ink>")
    let scenario = try scratch.shortCase()
    let run = try await score(
      record.path, "--scenario", scenario.path, "--trace", scratch.path("a.csv"))
    #expect(run.code == 0, "\(run.errors)")
    let rows = try Series(scratch.text("a.csv")).rows
    #expect(rows.count == 101)
    #expect(rows.allSatisfy { $0["speed_mm_s"].isEmpty && $0["speedJudged"] == "false" })
    #expect(rows.allSatisfy { $0["pressure"].isEmpty })
  }

  // MARK: Several records

  @Test func severalRecordsStandInTheOrderOfTheArguments() async throws {
    let scratch = try Scratch()
    var expected = ""
    for seed in [3, 1, 2] {
      let record = try await scratch.demonstrate(
        "\(seed).inkml", "--skill", "0.5", "--seed", "\(seed)")
      _ = try await score(record.path, "--trace", scratch.path("one.csv"))
      let lines = try scratch.text("one.csv").components(separatedBy: "\r\n")
      if expected.isEmpty { expected = "record,\(lines[0])\r\n" }
      expected += lines.dropFirst().dropLast().map { "\(seed).inkml,\($0)\r\n" }.joined()
    }
    try scratch.write("bad.inkml", "<ink>")
    let run = try await score(
      scratch.path("3.inkml"), scratch.path("bad.inkml"), scratch.path("1.inkml"),
      scratch.path("2.inkml"), "--jobs", "3", "--trace", scratch.path("all.csv"))
    // The bad one has no rows; the others are there.
    #expect(run.code == 65)
    #expect(run.lines.count == 3)
    #expect(try scratch.text("all.csv") == expected)
  }

  @Test func whereNothingCouldBeScoredThereIsNoFile() async throws {
    let scratch = try Scratch()
    let record = try scratch.write("bad.inkml", "<ink>")
    let run = try await score(record.path, "--trace", scratch.path("a.csv"))
    #expect(run.code == 65)
    #expect(try scratch.names() == ["bad.inkml"])
  }

  // MARK: Where it goes

  @Test func anOlderFileIsReplacedAndNothingElseIsLeft() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate()
    try scratch.write("a.csv", "old")
    let run = try await score(record.path, "--trace", scratch.path("a.csv"))
    #expect(run.code == 0)
    #expect(try scratch.text("a.csv").hasPrefix("contact,"))
    #expect(try scratch.names() == ["a.csv", "expert.inkml", "short.yaml"])
  }

  @Test func whatCannotBeCreatedIs73BeforeAnythingIsScored() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate()
    for path in [scratch.path("none/a.csv"), scratch.url.path] {
      let run = try await score(record.path, "--trace", path)
      #expect(run.code == 73)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("effleurage: error: "))
      #expect(run.errors.contains(path))
    }
  }

  /// An attempt of somebody cannot be made again.
  @Test func anAttemptIsNotWrittenOver() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate()
    let live = EffleurageProgram.root.appending(path: "Tests/Fixtures/smallest.inkml")
    let attempt = scratch.path("attempt.inkml")
    try FileManager.default.copyItem(atPath: live.path, toPath: attempt)
    let run = try await score(record.path, "--trace", attempt)
    #expect(run.code == 73)
    #expect(run.errors.contains("\(attempt) holds an attempt that somebody made"))
    #expect(FileManager.default.contentsEqual(atPath: live.path, andPath: attempt))
  }

  @Test func whatIsReadIsNotWrittenOver() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate()
    let bytes = try Data(contentsOf: record)
    let link = scratch.path("link.csv")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: record.path)
    for path in [record.path, link, scratch.path("short.yaml")] {
      let run = try await score(
        scratch.url.path, "--scenario", scratch.path("short.yaml"), "--trace", path)
      #expect(run.code == 64)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("would write over what is read"))
    }
    let piped = try await EffleurageProgram.run(
      ["-c", #""$0" score - --trace "$1" < "$1""#, EffleurageProgram.url.path, record.path],
      program: URL(filePath: "/bin/sh"))
    #expect(piped.code == 64)
    let results = try await EffleurageProgram.run(
      [
        "-c", #""$0" score "$1" --trace "$2" > "$2""#, EffleurageProgram.url.path, record.path,
        scratch.path("a.csv"),
      ], program: URL(filePath: "/bin/sh"))
    #expect(results.code == 64)
    #expect(try Data(contentsOf: record) == bytes)
    #expect(try scratch.text("short.yaml") == ShortCase.text)
  }

  @Test func aFullDiskIs74() async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let scratch = try Scratch()
    let record = try await scratch.demonstrate()
    let run = try await score(record.path, "--trace", "/dev/full")
    #expect(run.code == 74)
    // The result does not hang on it.
    #expect(run.lines.count == 1)
    #expect(run.errors.contains("/dev/full"))
  }

  @Test func anInterruptLeavesNothing() async throws {
    let scratch = try Scratch()
    let record = try await scratch.demonstrate()
    let process = Process()
    process.executableURL = EffleurageProgram.url
    process.arguments = [
      "score", record.path, "-", "--jobs", "1", "--format", "json", "--trace",
      scratch.path("a.csv"),
    ]
    process.environment = EffleurageProgram.baseEnvironment
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // The first record is scored; the second one never comes to its end.
    #expect(output.fileHandleForReading.availableData.count > 100)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try scratch.names() == ["expert.inkml", "short.yaml"])
  }
}
