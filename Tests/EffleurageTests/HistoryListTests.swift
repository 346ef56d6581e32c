import Foundation
import Testing

/// What `effleurage history` lists.
@Suite struct HistoryListTests {
  private let home: HistoryHome

  init() throws { home = try HistoryHome() }

  /// What somebody finds in a line with nothing but a reader of JSON.
  private struct Line: Decodable {
    struct Device: Decodable {
      var kind: String
      var pressure: String
      var mmPerPixel: Double?
    }
    struct Session: Decodable {
      var session: Int
      var day: String?
      var before: [String: Double]
      var after: [String: Double]
    }

    var effleurage: Int
    var kind: String
    var trainee: String?
    var `case`: String
    var start: String?
    var day: String?
    var mode: String?
    var device: Device?
    var verdict: String?
    var score: Double?
    var session: Int?
    var sha256: String?
    var attempts: Int?
    var best: Double?
    var passed: Bool?
    var proficient: String?
    var due: String?
    var course: String?
    var planned: Int?
    var sessions: [Session]?

    init(_ text: String) throws {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      self = try decoder.decode(Line.self, from: Data(text.utf8))
    }
  }

  @Test func anEmptyHistorySaysWhatToDoAndMakesNothing() async throws {
    let text = try await home.run()
    #expect(text.code == 0)
    #expect(text.errors.isEmpty)
    #expect(text.text.hasPrefix("The history is empty. "))
    #expect(text.text.contains("effleurage practice"))
    let json = try await home.run("--format", "json")
    #expect(json.code == 0)
    #expect(json.output.isEmpty)
    #expect(json.errors.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: home.folder.path))
  }

  @Test func recordsBesideTheHistoryAreEnteredAndListedInWords() async throws {
    try home.fill()
    try home.add("undecided", start: "2025-05-18T23:59:59Z", trainee: HistoryHome.ada)
    let run = try await home.run()
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    let heads = run.lines.filter { !$0.isEmpty && !$0.hasPrefix(" ") }
    #expect(
      heads == ["Ada Lovelace (\(HistoryHome.ada))", "Bo (\(HistoryHome.bo))", "Nobody named"])
    let days = run.lines.filter { $0.hasPrefix("    2025-") }.map { $0.dropFirst(4).prefix(10) }
    #expect(days == ["2025-05-18", "2025-05-14", "2025-05-15", "2025-05-16"])
    let first = try #require(run.lines.first { $0.hasPrefix("    2025-05-18") })
    #expect(first.hasPrefix("    2025-05-18     20  failed     practice, strokes; pen, set pres"))
    #expect(run.text.contains("      2 attempts, best 20, not passed yet\n"))
    #expect(run.text.contains("      Scores (pen, set pressure): 20, 20\n"))
    // Nothing is entered twice.
    #expect(try await home.run().text == run.text)
    #expect(!home.files.contains("trainees.json"))
  }

  @Test func jsonCarriesIDsAndNoName() async throws {
    try home.fill()
    let run = try await home.run("--format", "json")
    #expect(run.code == 0)
    #expect(run.lines.allSatisfy { $0.hasPrefix(#"{"effleurage":1,"kind":""#) })
    #expect(!run.text.contains("Ada") && !run.text.contains("Bo"))
    let lines = try run.lines.map { try Line($0) }
    #expect(lines.map(\.kind) == ["attempt", "case", "attempt", "case", "attempt", "case"])
    #expect(
      lines.map(\.trainee)
        == [HistoryHome.ada, HistoryHome.ada, HistoryHome.bo, HistoryHome.bo, nil, nil])
    let attempt = lines[0]
    #expect(attempt.start == "2025-05-14T09:30:00Z")
    #expect(attempt.day == "2025-05-14")
    #expect(attempt.case == "strokes")
    #expect(attempt.mode == "practice")
    #expect(attempt.verdict == "failed")
    #expect(attempt.score == 20)
    #expect(attempt.device?.kind == "pen")
    #expect(attempt.device?.pressure == "set")
    #expect(attempt.device?.mmPerPixel == nil)
    #expect(attempt.session == nil)
    // The record's own, so that it can be found.
    let record = home.folder.appending(path: "records/20250514093000-undecided.inkml")
    let sum = try await EffleurageProgram.run(
      [record.path], program: URL(filePath: "/usr/bin/sha256sum"))
    #expect(attempt.sha256.map { sum.text.hasPrefix($0) } == true)
    let standing = lines[1]
    #expect(standing.case == "strokes")
    #expect(standing.attempts == 1)
    #expect(standing.best == 20)
    #expect(standing.passed == false)
    #expect(standing.due == nil)

    let one = try await home.run("--trainee", " Bo ", "--format", "json")
    #expect(one.lines == Array(run.lines[2..<4]))
    let byID = try await home.run("--trainee", HistoryHome.bo, "--format", "json")
    #expect(byID.text == one.text)
  }

  @Test func twoExamsOnDifferentDaysAreProficientAndACheckIsDue() async throws {
    try home.name(["Ada": HistoryHome.ada])
    for day in 14...15 {
      try home.add(
        "expert-refers", start: "2025-05-\(day)T09:30:00Z", trainee: HistoryHome.ada, mode: "exam")
    }
    let json = try await home.run("--format", "json")
    let standing = try #require(try json.lines.map { try Line($0) }.first { $0.kind == "case" })
    #expect(standing.passed == true)
    #expect(standing.proficient == "2025-05-15")
    #expect(standing.due == "2025-05-22")
    let text = try await home.run("--trainee", "Ada")
    let lines = text.lines
    let due = try #require(lines.firstIndex(of: "  Due"))
    #expect(
      lines[due + 1].hasPrefix("    2025-05-22  \(standing.case): a check, which is an exam ("))
    #expect(text.text.contains(" days ago)"))
    #expect(text.text.contains("      Proficient since 2025-05-15; 0 checks passed since\n"))
    #expect(text.text.contains("      The next check, an exam, is due on 2025-05-22, "))
  }

  @Test func aCourseSaysWhichSessionIsNextAndWhatTheWorkDid() async throws {
    try home.addCourse("undecided", trainee: HistoryHome.ada)
    let text = try await home.run()
    #expect(text.text.contains("\(HistoryHome.ada), whose name is not known here\n"))
    #expect(text.text.contains("      Course: session 1 of 12 done, session 2 of 12 is next\n"))
    #expect(text.text.contains("practice, strokes, session 1; pen, set"))
    let json = try await home.run("--format", "json")
    let lines = try json.lines.map { try Line($0) }
    #expect(lines.map(\.kind) == ["attempt", "case", "course"])
    #expect(lines[0].session == 1)
    let course = try #require(lines[2].course)
    #expect(course.hasPrefix("c-") && course.count == 18 && lines[1].course == course)
    #expect(lines[2].planned == 12)
    let session = try #require(lines[2].sessions?.first)
    #expect(session.session == 1)
    #expect(session.day == "2025-05-17")
    #expect(session.before["pain"] == 0.6)
    #expect(session.after["pain"] == 0.35)
    #expect(session.before.count == 6)
  }

  @Test func whoIsUnknownIs66AndThoseKnownAreNamed() async throws {
    let empty = try await home.run("--trainee", "Ada")
    #expect(empty.code == 66)
    #expect(
      empty.errors
        == "effleurage: error: nobody here is called \"Ada\"; the history holds no names yet\n")
    try home.fill()
    for arguments in [["--trainee", "Ada"], ["delete", "--trainee", "Ada"]] {
      let run = try await EffleurageProgram.run(
        ["history"] + arguments, environment: ["EFFLEURAGE_HOME": home.folder.path])
      #expect(run.code == 66)
      #expect(run.output.isEmpty)
      #expect(
        run.errors
          == "effleurage: error: nobody here is called \"Ada\"; there are: Ada Lovelace, Bo\n")
    }
  }

  @Test func aRecordThatCannotBeEnteredIsNamedAndLeft() async throws {
    try home.fill()
    let file = try home.scratch.write("home/records/none.inkml", "no record\n")
    let run = try await home.run("--format", "json")
    #expect(run.code == 0)
    #expect(run.lines.count == 6)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("effleurage: warning: not in the history: \(file.path): "))
    #expect(FileManager.default.fileExists(atPath: file.path))
  }

  @Test(arguments: [
    (at: 60, bytes: [0, 0, 0, 99], words: "newer version"),
    (at: 68, bytes: [0, 0, 0, 99], words: "is no history of this program"),
    (at: 100, bytes: [UInt8](repeating: 0xFF, count: 8), words: "damaged"),
  ])
  func aHistoryThatCannotBeReadIs74InWords(at: Int, bytes: [UInt8], words: String) async throws {
    try home.fill()
    #expect(try await home.run().code == 0)
    try home.patch(home.database, at: at, bytes)
    let before = try Data(contentsOf: home.database)
    let archive = home.scratch.path("a.history")
    for arguments in [[], ["export", archive], ["delete", "--trainee", "Bo"]] {
      let run = try await EffleurageProgram.run(
        ["history"] + arguments, environment: ["EFFLEURAGE_HOME": home.folder.path])
      #expect(run.code == 74, "\(arguments)")
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.hasPrefix("effleurage: error: \(home.database.path) "))
      #expect(run.errors.contains(words))
    }
    #expect(try Data(contentsOf: home.database) == before)
    #expect(!FileManager.default.fileExists(atPath: archive))
  }

  @Test func whatIsAskedWronglyIs64() async throws {
    for arguments in [
      ["--format", "csv"], ["export"], ["import"], ["delete"], ["export", ""], ["else"],
    ] {
      let run = try await EffleurageProgram.run(["history"] + arguments)
      #expect(run.code == 64, "\(arguments)")
      #expect(run.errors.hasPrefix("effleurage: error: "))
    }
  }

  @Test func aClosedPipeEndsInSilence() async throws {
    try home.fill()
    #expect(try await home.run().code == 0)
    let run = try await EffleurageProgram.run(
      [
        "-c", #"{ sleep 0.2; "$0" history; echo "code $?" >&2; } | true"#,
        EffleurageProgram.url.path,
      ],
      environment: ["EFFLEURAGE_HOME": home.folder.path], program: URL(filePath: "/bin/sh"))
    #expect(run.errors == "code 0\n")
  }
}
