import Foundation
import Testing

/// `export` without a store.
@Suite struct ExportTests {
  private let home: HistoryHome

  init() throws { home = try HistoryHome() }

  private func statements(_ run: EffleurageProgram.Run) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(run.output))
    return try #require(object as? [[String: Any]])
  }

  @Test func statementsAreOneArrayALineEach() async throws {
    try home.fill()
    let run = try await home.export([home.recordsFolder, "--format", "xapi"])
    #expect(run.code == 0)
    let statements = try statements(run)
    let actors = statements.compactMap { statement in
      ((statement["actor"] as? [String: Any])?["account"] as? [String: Any])?["name"] as? String
    }
    #expect(actors == [HistoryHome.ada, HistoryHome.bo])
    #expect(run.lines.count == 4 && run.lines.first == "[" && run.lines.last == "]")
    #expect(run.errors.contains("not exported: 1 attempt without a trainee ("))
    // Names live in the history alone.
    #expect(!run.text.contains("Lovelace"))
  }

  @Test func theBytesDependOnTheRecordsAlone() async throws {
    try home.practise(9)
    let one = try await home.export([home.recordsFolder, "--format", "xapi", "--jobs", "1"])
    let four = try await home.export([home.recordsFolder, "--format", "xapi", "--jobs", "4"])
    #expect(one.output == four.output && one.code == 0)
    #expect(try statements(one).count == 9)
    let school = try await home.export(
      [home.recordsFolder, "--format", "xapi", "--home-page", "https://学校.example/"])
    #expect(school.text.contains(#""homePage":"https://学校.example/""#))
    let ids = { (run: EffleurageProgram.Run) in
      Set(try statements(run).compactMap { $0["id"] as? String })
    }
    #expect(try ids(one).isDisjoint(with: ids(school)))
  }

  @Test func whatDoesNotCountIsCounted() async throws {
    try home.scratch.write("home/records/note", "")
    try await home.scratch.demonstrate("home/records/a.inkml")
    try await home.scratch.demonstrate("home/records/b.inkml")
    let foreign = EffleurageProgram.root.appending(path: "Tests/Fixtures/foreign/tablet.inkml")
    let drill = CorpusFiles.record("own", "chance-02")
    let run = try await home.export(
      [home.recordsFolder, foreign.path, drill, "--format", "xapi"])
    #expect(run.code == 0)
    #expect(run.text == "[\n]\n")
    #expect(run.errors.contains("2 demonstrations (\(home.recordsFolder)/a.inkml and 1 more)"))
    #expect(run.errors.contains("1 record of another program (\(foreign.path))"))
  }

  /// A recording that was handed in twice is one attempt, and one statement.
  @Test func copiesAreStatedOnce() async throws {
    let smallest = EffleurageProgram.root.appending(path: "Tests/Fixtures/smallest.inkml").path
    let once = try await home.export([smallest, "--format", "xapi"])
    let copy = home.scratch.path("copy.inkml")
    try FileManager.default.copyItem(atPath: smallest, toPath: copy)
    let twice = try await home.export([smallest, copy, copy, "--format", "xapi"])
    #expect(twice.code == 0 && twice.text == once.text)
    #expect(
      twice.errors.contains("2 records of an attempt that is stated already (\(copy) and 1 more)"))
    let rows = try await home.export([smallest, copy, "--format", "csv"])
    #expect(rows.text.split(whereSeparator: \.isNewline).count == 3)
  }

  @Test func aBadRecordDoesNotStopTheOthers() async throws {
    try home.fill()
    let bad = try home.scratch.write("bad.inkml", "<ink><trace>1 2</trace></in>")
    let run = try await home.export([bad.path, home.recordsFolder, "--format", "xapi"])
    #expect(run.code == 65)
    #expect(try statements(run).count == 2)
    #expect(run.errors.contains("bad.inkml:1:"))
    let missing = try await home.export(
      [bad.path, home.recordsFolder, home.scratch.path("none.inkml"), "--format", "xapi"])
    #expect(missing.code == 66)
    #expect(try statements(missing).count == 2)
  }

  @Test func rowsAreThoseOfScore() async throws {
    try home.fill()
    let run = try await home.export([home.recordsFolder, "--format", "csv"])
    let score = try await EffleurageProgram.run(["score", home.recordsFolder, "--format", "csv"])
    #expect(run.code == 0 && run.output == score.output)
  }

  /// `export` has no way to name a case for it.
  @Test(arguments: ["csv", "xapi"])
  func inkOfOtherProgramsIsLeftOutAndCounted(format: String) async throws {
    try home.fill()
    let foreign = EffleurageProgram.root.appending(path: "Tests/Fixtures/foreign/tablet.inkml")
    let without = try await home.export([home.recordsFolder, "--format", format])
    let run = try await home.export([foreign.path, home.recordsFolder, "--format", format])
    #expect(run.code == 0 && run.output == without.output)
    #expect(
      run.errors.contains("not exported: 1 record of another program (\(foreign.path))"))
    #expect(!run.errors.contains("--scenario"))
  }

  @Test func standardInputIsARecordToo() async throws {
    let record = EffleurageProgram.root.appending(path: "Tests/Fixtures/smallest.inkml")
    let run = try await EffleurageProgram.run(
      ["export", "-", "--format", "xapi"], input: Array(try Data(contentsOf: record)))
    #expect(run.code == 0)
    // This id is in stores: it must never change.
    #expect(
      try statements(run).first?["id"] as? String == "0990610e-d5c6-5d0c-a34c-050100c1bfec")
  }

  @Test(arguments: [
    (["a.inkml"], "--format"), (["--format", "xapi"], "RECORD"),
    (["a.inkml", "--format", "json"], "json"), (["-", "-", "--format", "xapi"], "read once"),
    (["a.inkml", "--format", "csv", "--post", "https://lrs.example/"], "cannot be csv"),
    (["a.inkml", "--format", "xapi", "--home-page", "school"], "--home-page"),
    (["a.inkml", "--format", "xapi", "--jobs", "0"], "--jobs"),
    (["a.inkml", "--format", "xapi", "--rules", "99"], "rule set"),
    (["a.inkml", "--format", "xapi", "--timeout", "1"], "--post"),
    (["--post", "https://lrs.example/", "--timeout", "0"], "--timeout"),
    (["--post", "https://lrs.example/", "--patience", "-1"], "--patience"),
    (["--post", "http://lrs.example/"], "use https"), (["--post", "lrs"], "no address"),
    (["--post", "https://me:hush@lrs.example/"], "EFFLEURAGE_LRS_USER"),
    (["--post", ""], "no address"), (["--post", "ftp://localhost/"], "neither"),
  ])
  func wrongUsage(arguments: [String], words: String) async throws {
    let run = try await home.export(arguments)
    #expect(run.code == 64, "\(arguments)")
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(!run.errors.contains("hush"))
    #expect(run.output.isEmpty && home.files == [])
  }

  @Test func credentialsThatCannotBeAreSaidBeforeAnyWork() async throws {
    try home.practise(1)
    let run = try await home.export(
      [home.recordsFolder, "--post", "https://lrs.example/"],
      environment: ["EFFLEURAGE_LRS_PASSWORD": "hush"])
    #expect(run.code == 64)
    #expect(run.errors.contains("EFFLEURAGE_LRS_USER is not") && !run.errors.contains("hush"))
    #expect(home.waiting == [])
  }
}
