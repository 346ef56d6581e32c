import Attempts
import Foundation
import GRDB
import Records
import Testing

@testable import History

/// One file that holds a history, and what it does to another.
@Suite struct ArchiveTests {
  private let folder: TestFolder
  private let there: TestFolder
  private let store: HistoryStore
  private let other: HistoryStore
  private let archive: String

  init() throws {
    folder = try TestFolder()
    there = try TestFolder()
    store = folder.store()
    other = there.store()
    archive = folder.path + "/history.effleurage"
  }

  /// Three attempts of a named trainee, the first two of them sessions.
  private func fill() throws -> String {
    let id = try store.id(of: "Zenobia")
    for number in 1...3 {
      try store.save(
        Example.attempt(
          Example.header(start: "2025-05-1\(number + 3)T12:00:00Z", trainee: id),
          day: "2025-05-1\(number + 4)",
          work: number < 3 ? Example.work(calm: Double(number) * 80) : nil))
    }
    return id
  }

  /// The archive of such a history, made once.
  private struct Made: Sendable {
    var bytes: Data
    var trainee: String
    var scores: [Int]

    init() throws {
      let tests = try ArchiveTests()
      trainee = try tests.fill()
      _ = try tests.store.export(to: tests.archive)
      bytes = try tests.folder.bytes(tests.archive)
      scores = try tests.store.past(of: trainee).map(\.score)
    }

    static let once = Swift.Result { try Made() }
  }

  /// Puts the archive into its place.
  private func archived() throws -> Made {
    let made = try Made.once.get()
    try made.bytes.write(to: URL(filePath: archive))
    return made
  }

  private func change(_ sql: String, _ arguments: StatementArguments = []) throws {
    let queue = try DatabaseQueue(path: archive)
    try queue.write { (db: Database) throws in try db.execute(sql: sql, arguments: arguments) }
    try queue.close()
  }

  private func lose(_ paths: [String]) throws {
    for path in paths { try FileManager.default.removeItem(atPath: path) }
  }

  /// Archives of the first version said of sessions only how the patient came and left.
  @Test func anArchiveOfTheFirstVersionIsTakenIn() throws {
    let id = try store.id(of: "Zenobia")
    let path = folder.path + "/a.inkml"
    try RecordWriter.write(
      Example.events(), header: Example.header(trainee: id), scenario: Example.scenario, to: path)
    let bytes = try folder.bytes(path)
    let queue = try DatabaseQueue(path: archive)
    try queue.write { (db: Database) throws in
      for table in Archive.firstTables { try db.execute(sql: table) }
      try db.execute(sql: "PRAGMA application_id = \(Archive.application)")
      try db.execute(sql: "PRAGMA user_version = 1")
      try db.execute(
        sql: "INSERT INTO attempt VALUES (?, ?, ?, ?, ?, '{}', 'c', 1, '{}', '{}', '{}', '{}', ?)",
        arguments: [
          RecordsFolder.fingerprint(of: bytes).sha256, "smallest", "2025-05-14T09:30:00Z", id,
          "2025-05-15", bytes,
        ])
    }
    try queue.close()
    #expect(try other.import(from: archive).added == 1)
    #expect(try other.course(of: id, caseID: "smallest") == nil)
    #expect(try other.adopt() == Adoption())
    let course = try #require(try other.course(of: id, caseID: "smallest"))
    #expect(course.sessions.map(\.day) == [try #require(Day("2025-05-15"))])
    #expect(try other.attempts(of: id).map(\.session) == [1])
  }

  /// A record that was lost comes back under its own name, whatever else bears it.
  @Test func aLostRecordComesBackUnderItsName() throws {
    let id = try fill()
    _ = try store.export(to: archive)
    let before = try store.attempts(of: id)
    let bytes = try before.map { try folder.bytes($0.record) }
    // A result stands beside the first, as the window leaves it, and a stranger has the second's name.
    let result = String(before[0].record.dropLast(".inkml".count)) + ".json"
    try Data("{}".utf8).write(to: URL(filePath: result))
    try lose(before.map(\.record))
    try Data("mine".utf8).write(to: URL(filePath: before[1].record))
    let again = try store.import(from: archive)
    #expect(again.added == 0 && again.known == 3 && again.putBack == 2)
    #expect(try store.attempts(of: id) == before)
    #expect(try folder.bytes(before[0].record) == bytes[0])
    #expect(try folder.bytes(before[1].record) == Data("mine".utf8))
    #expect(try folder.bytes(before[2].record) == bytes[2])
    #expect(try store.import(from: archive).putBack == 0)
  }

  /// A record in the archive that is not what it says brings nothing back.
  @Test func aSpoiltRecordBringsNothingBack() throws {
    let id = try fill()
    _ = try store.export(to: archive)
    try lose(try store.attempts(of: id).map(\.record))
    try change("UPDATE attempt SET record = x'00'")
    #expect(try store.import(from: archive).putBack == 0)
    #expect(folder.names(in: folder.records).isEmpty)
  }

  @Test func whoStopsAnImportPutsNothingBack() throws {
    let id = try fill()
    _ = try store.export(to: archive)
    let records = try store.attempts(of: id).map(\.record)
    try lose(records)
    #expect(throws: HistoryError.self) { try store.import(from: archive) { done, _ in done < 2 } }
    // The history knows those that were there already: they stay, and nothing else does.
    #expect(
      Set(folder.names(in: folder.records)).isSubset(
        of: records.map {
          String($0.split(separator: "/").last ?? "")
        }))
    #expect(try store.import(from: archive).known == 3)
    #expect(folder.names(in: folder.records).count == 3)
  }

  /// The database alone is lost: the records tell their sessions again, and the archive the others.
  @Test func afterALostDatabaseTheCourseIsThereAgain() throws {
    let id = try fill()
    let course = try #require(try store.course(of: id, caseID: "smallest"))
    _ = try store.export(to: archive)
    store.close()
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: folder.file + ending)
    }
    // Rows without what they were, as an older program would leave them.
    for number in 1...3 {
      try store.save(
        Example.attempt(
          Example.header(start: "2025-05-1\(number + 3)T12:00:00Z", trainee: id),
          day: "2025-05-1\(number + 4)"))
    }
    #expect(try store.courses(of: id).isEmpty)
    #expect(try store.import(from: archive).known == 3)
    #expect(try store.course(of: id, caseID: "smallest") == course)
  }

  @Test func aHistoryGoesToAnotherAndIsTheSame() throws {
    let id = try fill()
    let export = try store.export(to: archive)
    #expect(export.attempts == 3 && export.left.isEmpty)
    #expect(try folder.bytes(archive).range(of: Data("Zenobia".utf8)) == nil)
    #expect(folder.names(in: folder.path) == ["history.effleurage", "home"])

    let first = try other.import(from: archive)
    #expect(first.added == 3 && first.known == 0 && first.refused.isEmpty)
    #expect(try other.everybody() == [Trainee(id: id, name: nil)])
    let (mine, theirs) = (try store.attempts(of: id), try other.attempts(of: id))
    #expect(mine.map(\.past) == theirs.map(\.past))
    #expect(mine.map(\.session) == theirs.map(\.session))
    #expect(theirs.map(\.session) == [nil, 2, 1])
    #expect(
      theirs.map(\.past.day?.description) == ["2025-05-17", "2025-05-16", "2025-05-15"])
    #expect(
      try mine.map { try folder.bytes($0.record) } == theirs.map { try there.bytes($0.record) })
    #expect(try store.courses(of: id) == other.courses(of: id))
    for summary in theirs {
      #expect(try other.result(of: summary.past.id) == store.result(of: summary.past.id))
    }

    let second = try other.import(from: archive)
    #expect(second.added == 0 && second.known == 3)
    #expect(there.names(in: there.records).count == 3)
    #expect(try other.adopt() == Adoption())
  }

  @Test func twoHistoriesMergeAndAnArchiveGivesWay() throws {
    _ = try fill()
    try other.save(Example.attempt())
    try Data("old".utf8).write(to: URL(filePath: archive))
    _ = try store.export(to: archive)
    #expect(try other.import(from: archive).added == 3)
    #expect(try other.export(to: archive).attempts == 4)
    let back = try store.import(from: archive)
    #expect(back.added == 1 && back.known == 3)
  }

  @Test func aRecordThatWasChangedOrLostIsLeftOut() throws {
    let id = try fill()
    let records = try store.attempts(of: id).map(\.record)
    try FileManager.default.removeItem(atPath: records[0])
    try Data("changed".utf8).write(to: URL(filePath: records[1]))
    let export = try store.export(to: archive)
    #expect(export.attempts == 1)
    #expect(export.left.count == 2)
    #expect(try other.import(from: archive).added == 1)
  }

  @Test func nothingIsBelievedButTheRecords() throws {
    let made = try archived()
    try change(
      "UPDATE attempt SET line = '{}', case_id = 'x', start = 'y', trainee = 't-zzzzzzzz', day = '1999-01-01'"
    )
    #expect(try other.import(from: archive).added == 3)
    #expect(try other.everybody().map(\.id) == [made.trainee])
    let past = try other.past(of: made.trainee)
    #expect(past.map(\.score) == made.scores)
    #expect(past.map(\.caseID) == ["smallest", "smallest", "smallest"])
    // The start's own day, in UTC: the archive's cannot be one of its.
    #expect(past.map(\.day?.description) == ["2025-05-14", "2025-05-15", "2025-05-16"])
  }

  @Test(arguments: [
    ("sha256 = 'g' || substr(sha256, 2)", "SHA-256"), ("record = x'00'", "SHA-256"),
    ("record = zeroblob(1 << 28)", "SHA-256"),
    ("record = zeroblob((1 << 28) + 1)", "larger than a record can be"),
    ("planned = 0", "no such figures"), ("planned = 1001", "no such figures"),
    ("planned = NULL", "never wrote"), ("period = 'later'", "never wrote"),
    ("period = NULL", "never wrote"), ("effect = ''", "no such figures"),
    ("effect = '{}'", "no such figures"), ("effect = hex(zeroblob(600000))", "no such figures"),
    ("effect = replace(effect, '\"contact\":300', '\"contact\":-1')", "no such figures"),
    ("effect = replace(effect, '\"contact\":300', '\"contact\":1e9')", "no such figures"),
    ("effect = replace(effect, '\"pain\":0.6', '\"pain\":9')", "no such figures"),
    ("effect = replace(effect, '\"painSignals\":0', '\"painSignals\":-1')", "no such figures"),
  ])
  func aBadAttemptIsRefusedAndTheOthersAreTaken(sql: String, reason: String) throws {
    _ = try archived()
    try change("UPDATE attempt SET \(sql) WHERE rowid = 1")
    let counts = try other.import(from: archive)
    #expect(counts.added == 2)
    #expect(counts.refused.contains { $0.contains(reason) }, "\(counts.refused)")
    #expect(there.names(in: there.records).count == counts.added)
  }

  @Test func aRecordThatIsNoneIsRefused() throws {
    _ = try archived()
    let none = Data("<ink/>".utf8)
    try change(
      "UPDATE attempt SET record = ?, sha256 = ? WHERE rowid = 1",
      [none, RecordsFolder.fingerprint(of: none).sha256])
    let counts = try other.import(from: archive)
    #expect(counts.added == 2 && counts.refused.count == 1)
  }

  @Test(arguments: [
    "CREATE VIEW other AS SELECT 1", "CREATE TABLE more (a)", "DROP TABLE attempt",
    "CREATE TRIGGER t AFTER INSERT ON attempt BEGIN DELETE FROM attempt; END",
    "ALTER TABLE attempt ADD COLUMN more TEXT", "CREATE INDEX i ON attempt (start)",
    "PRAGMA application_id = 1", "PRAGMA application_id = 0",
    "DROP TABLE attempt; CREATE VIEW attempt AS SELECT 1",
  ])
  func anArchiveWithAnythingElseInItIsNone(sql: String) throws {
    _ = try archived()
    try change(sql)
    #expect { try other.import(from: archive) } throws: {
      ($0 as? HistoryError)?.kind == .unreadable
    }
    #expect(!FileManager.default.fileExists(atPath: there.history))
  }

  @Test func anArchiveOfANewerProgramIsSaidToBe() throws {
    _ = try archived()
    try change("PRAGMA user_version = 3")
    #expect { try other.import(from: archive) } throws: { ($0 as? HistoryError)?.kind == .newer }
  }

  @Test(arguments: [("", 1), ("no database at all", 1), ("x", 5_000)])
  func whatIsNoArchiveIsRefused(word: String, times: Int) throws {
    let text = String(repeating: word, count: times)
    try Data(text.utf8).write(to: URL(filePath: archive))
    #expect(throws: HistoryError.self) { try other.import(from: archive) }
    #expect(throws: HistoryError.self) { try other.import(from: archive + "-none") }
    #expect(throws: HistoryError.self) { try other.import(from: folder.path) }
    _ = try fill()
    #expect(throws: HistoryError.self) { try other.import(from: folder.file) }
  }

  /// Whatever bytes an archive holds: it is refused or taken in part, and nothing traps.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func aDamagedArchiveNeverTraps(seed: UInt64) throws {
    let made = try archived()
    var random = Numbers(state: seed)
    var bytes = made.bytes
    if seed % 4 == 0 {
      bytes = bytes.prefix(Int.random(in: 100..<bytes.count, using: &random))
    } else {
      // The first page holds the tables' names, which most often would end the matter.
      let low = seed % 4 == 1 ? 100 : 4_096
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        bytes[Int.random(in: low..<bytes.count, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
    }
    try bytes.write(to: URL(filePath: archive))
    let counts = try? other.import(from: archive)
    let past = try other.past(of: made.trainee)
    #expect(past.count == counts?.added ?? 0, "seed \(seed)")
    // A record that was taken is one that was given.
    for attempt in past { #expect(made.scores.contains(attempt.score), "seed \(seed)") }
    #expect(there.names(in: there.records).count == past.count, "seed \(seed)")
  }

  @Test func whoStopsAnImportChangesNothing() throws {
    _ = try fill()
    _ = try store.export(to: archive)
    #expect { try other.import(from: archive) { done, _ in done < 2 } } throws: {
      ($0 as? HistoryError)?.kind == .cancelled
    }
    #expect(there.names(in: there.records).isEmpty)
    #expect(try other.attempts().isEmpty)
    let before = try folder.bytes(archive)
    #expect { try store.export(to: archive) { done, _ in done < 1 } } throws: {
      ($0 as? HistoryError)?.kind == .cancelled
    }
    #expect(try folder.bytes(archive) == before)
    #expect(folder.names(in: folder.path) == ["history.effleurage", "home"])
    var told: [Int] = []
    _ = try other.import(from: archive) { done, of in
      told.append(done)
      #expect(of == 3)
      return true
    }
    #expect(told == [0, 1, 2, 3])
  }

  @Test func whenTheTransactionFailsTheFilesGo() throws {
    _ = try archived()
    try other.save(Example.attempt())
    other.close()
    let failing = HistoryStore(folder: there.history, patience: 1) { db in
      try db.execute(
        sql: """
          CREATE TEMP TRIGGER stop BEFORE INSERT ON main.criterion
          WHEN NEW.attempt = 3 AND NEW.id = 'flow' BEGIN SELECT RAISE(ABORT, 'stop'); END
          """)
    }
    #expect(throws: HistoryError.self) { try failing.import(from: archive) }
    #expect(there.names(in: there.records) == ["20250514-093000-smallest.inkml"])
    #expect(try failing.attempts().count == 1)
    #expect(try failing.everybody().count == 1)
  }

  @Test func whereNothingCanBeWrittenItIsSaid() throws {
    #expect { try store.export(to: archive) } throws: {
      ($0 as? HistoryError)?.message.contains("no history") == true
    }
    _ = try fill()
    #expect(throws: HistoryError.self) { try store.export(to: folder.path) }
    #expect(throws: HistoryError.self) { try store.export(to: folder.path + "/none/a") }
  }
}

/// A repeatable source of numbers (SplitMix64).
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
