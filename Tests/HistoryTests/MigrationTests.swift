import Attempts
import Foundation
import GRDB
import Patients
import Records
import Scenarios
import Scoring
import Testing

@testable import History

/// Histories of every older version, kept as the text that made them, become today's with nothing lost.
@Suite struct MigrationTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try FileManager.default.createDirectory(
      atPath: folder.history, withIntermediateDirectories: true)
  }

  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/history")

  private func make(_ version: Int) throws {
    let sql = try String(
      contentsOf: Self.fixtures.appending(path: "\(version).sql"), encoding: .utf8)
    let queue = try DatabaseQueue(path: folder.file)
    try queue.writeWithoutTransaction { (db: Database) throws in try db.execute(sql: sql) }
    try queue.close()
  }

  /// Tables and indices as SQLite keeps them, white space aside.
  private func schema() throws -> [String] {
    let queue = try DatabaseQueue(path: folder.file)
    return try queue.read { (db: Database) throws in
      try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
      ).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }
  }

  @Test func everyVersionHasItsText() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.path)
    #expect(names.sorted() == (1...Schema.version).map { "\($0).sql" })
  }

  @Test(arguments: 1...Schema.version)
  func nothingOfAnOlderHistoryIsLost(version: Int) throws {
    try make(version)
    let store = folder.store()
    #expect(
      try store.everybody() == [
        Trainee(id: "t-7k3qvm2x", name: "Ada"), Trainee(id: "t-bbbbcccc", name: nil),
      ])
    let attempts = try store.attempts()
    #expect(attempts.map(\.past.id) == [3, 2, 1])
    #expect(attempts.map(\.trainee) == [nil, "t-bbbbcccc", "t-7k3qvm2x"])
    let first = try #require(attempts.last)
    #expect(first.past.score == 874)
    #expect(first.past.verdict == .passed)
    #expect(first.past.day == Day("2025-05-14"))
    #expect(first.title == "Lifting strain")
    #expect(first.device == DeviceClass(kind: .pen, pressure: .measured, scale: .half))
    #expect(first.record == folder.records + "/a.inkml")
    #expect(try store.result(of: 1) == "{\"effleurage\":1}")
    // What older versions did not keep of the weights is not known, and never guessed.
    let shares = try store.keptShares(of: "t-7k3qvm2x")[1]
    #expect((shares?[1] ?? nil) == (version < 3 ? nil : 1 - 31.0 / 294))
    let course = try store.course(of: "t-7k3qvm2x", caseID: "lifting")
    if version < 4 {
      // What the sessions of then did is read from their records, and those are not there.
      #expect(course == nil)
      #expect(try unread() == [1])
    } else {
      #expect(course?.planned == 12)
      #expect(course?.sessions.map(\.effect.painSignals) == [1])
    }
    #expect(try store.adopt() == Adoption())
    // And it can be worked with.
    try store.save(Example.attempt(day: "2025-05-20", work: Example.work()))
    #expect(try store.course(of: "t-7k3qvm2x", caseID: "smallest")?.sessions.count == 1)
    store.close()

    let migrated = try schema()
    try FileManager.default.removeItem(atPath: folder.file)
    _ = try folder.store().id(of: "Ada")
    #expect(migrated == (try schema()))
  }

  /// Attempts of which it is still to be read what they were as sessions.
  private func unread() throws -> [Int] {
    let queue = try DatabaseQueue(path: folder.file)
    return try queue.read { (db: Database) throws in
      try Int.fetchAll(db, sql: "SELECT attempt FROM unread ORDER BY attempt")
    }
  }

  /// What an older version did not keep of a session is in its record.
  @Test func whatWasNotKeptIsReadFromTheRecords() throws {
    let store = folder.store()
    let header = Example.header()
    try RecordWriter.write(
      Example.events(), header: header, scenario: Example.scenario, to: folder.path + "/a.inkml")
    try FileManager.default.createDirectory(
      atPath: folder.records, withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: folder.path + "/a.inkml", toPath: folder.records + "/a.inkml")
    #expect(try store.adopt().added == ["a.inkml"])
    let course = try #require(try store.course(of: Example.trainee, caseID: "smallest"))
    let shares = try store.keptShares(of: Example.trainee)
    store.close()
    let queue = try DatabaseQueue(path: folder.file)
    try queue.write { (db: Database) throws in
      try db.execute(
        sql: """
          DELETE FROM session;
          UPDATE criterion SET effective_tenths = NULL;
          INSERT INTO unread SELECT id FROM attempt;
          """)
    }
    try queue.close()
    let later = folder.store()
    #expect(try later.course(of: Example.trainee, caseID: "smallest") == nil)
    #expect(try later.keptShares(of: Example.trainee).isEmpty)
    #expect(try later.adopt() == Adoption())
    #expect(try later.course(of: Example.trainee, caseID: "smallest") == course)
    #expect(try later.keptShares(of: Example.trainee) == shares)
    later.close()
    #expect(try unread() == [])
  }

  /// A step that was released stays as it was: the text of its time makes the same tables.
  @Test(arguments: 1...Schema.version)
  func aReleasedStepIsNotChanged(version: Int) throws {
    try make(version)
    let kept = try schema()
    try FileManager.default.removeItem(atPath: folder.file)
    let queue = try DatabaseQueue(path: folder.file)
    try Schema.migrator.migrate(queue, upTo: Schema.steps[version - 1].name)
    try queue.close()
    #expect(try schema() == kept)
  }
}
