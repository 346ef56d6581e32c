import Attempts
import Foundation
import GRDB
import Testing

@testable import History

/// Whatever is wrong is said in words, and what is there stays as it is.
@Suite struct FailureTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// A history of one attempt, closed; gives its record.
  private func fill() throws -> String {
    let store = folder.store()
    let kept = try store.save(Example.attempt())
    store.close()
    return kept.record
  }

  private func expect(
    _ kind: HistoryError.Kind, _ words: String, _ body: () throws -> Void
  ) {
    #expect {
      try body()
    } throws: { error in
      guard let error = error as? HistoryError else { return false }
      return error.kind == kind && error.message.contains(words) && error.message.hasSuffix(".")
    }
  }

  /// Keeps another attempt and expects that only its record could be.
  private func expectKept(
    _ kind: HistoryError.Kind, _ words: String, in store: HistoryStore
  ) throws {
    let attempt = try Example.attempt(Example.header(start: "2025-06-01T08:00:00Z"))
    expect(kind, words) {
      do { try store.save(attempt) } catch {
        let kept = try #require((error as? HistoryError)?.keptRecord)
        #expect(FileManager.default.fileExists(atPath: kept))
        #expect((error as? HistoryError)?.message.contains(kept) == true)
        throw error
      }
    }
  }

  @Test func aHistoryThatAnotherProgramHoldsIsSaidToBe() throws {
    _ = try fill()
    let holder = try DatabaseQueue(path: folder.file)
    let store = folder.store(patience: 0.1)
    try holder.inDatabase { (db: Database) throws in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(try store.attempts().count == 1)
      try expectKept(.locked, "another program", in: store)
      expect(.locked, "another program") { _ = try store.id(of: "Ada") }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try store.adopt().added == ["20250601-080000-smallest.inkml"])
    #expect(try store.attempts().count == 2)
  }

  @Test func aFolderThatAnotherProgramHoldsIsSaidToBe() throws {
    _ = try fill()
    let lock = try PrivateFolder.Lock(folder.history, patience: 1, file: "")
    expect(.locked, "another program") { _ = try folder.store(patience: 0.05).attempts() }
    lock.release()
    #expect(try folder.store(patience: 0.05).attempts().count == 1)
  }

  @Test(arguments: [
    "PRAGMA user_version = 5", "INSERT INTO grdb_migrations VALUES ('5 what nobody knows')",
  ])
  func aHistoryOfANewerProgramIsLeftAsItIs(sql: String) throws {
    _ = try fill()
    let queue = try DatabaseQueue(path: folder.file)
    try queue.write { (db: Database) throws in try db.execute(sql: sql) }
    try queue.close()
    let before = try folder.bytes(folder.file)
    let store = folder.store()
    expect(.newer, "newer version") { _ = try store.attempts() }
    expect(.newer, "newer version") { _ = try store.id(of: "Ada") }
    try expectKept(.newer, "newer version", in: store)
    store.close()
    #expect(try folder.bytes(folder.file) == before)
  }

  /// What is out of reach must not look like a history that holds nothing.
  @Test(arguments: ["a file", "a link to itself"])
  func aHistoryOutOfReachIsSaidToBe(obstacle: String) throws {
    let place = URL(filePath: folder.history)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    if obstacle == "a file" {
      try Data().write(to: place)
    } else {
      try FileManager.default.createSymbolicLink(at: place, withDestinationURL: place)
    }
    let store = folder.store()
    let words = "cannot be reached"
    expect(.unreadable, words) { _ = try store.isThere() }
    expect(.unreadable, words) { _ = try store.attempts() }
    expect(.unreadable, words) { _ = try store.everybody() }
    expect(.unreadable, words) { _ = try store.adopt() }
    expect(.unreadable, words) { _ = try store.export(to: folder.history + "-archive") }
  }

  @Test(arguments: [("no database", 1), ("x", 9_000), ("SQLite format 3\0", 1)])
  func aFileThatIsNoDatabaseIsLeftAsItIs(word: String, times: Int) throws {
    let text = String(repeating: word, count: times)
    try FileManager.default.createDirectory(
      atPath: folder.history, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: folder.file))
    let store = folder.store()
    expect(.unreadable, "no history") { _ = try store.attempts() }
    try expectKept(.unreadable, "no history", in: store)
    #expect(try folder.bytes(folder.file) == Data(text.utf8))
  }

  @Test func anotherProgramsDatabaseIsLeftAsItIs() throws {
    try FileManager.default.createDirectory(
      atPath: folder.history, withIntermediateDirectories: true)
    for sql in ["CREATE TABLE a (b)", "PRAGMA application_id = 7"] {
      let queue = try DatabaseQueue(path: folder.file)
      try queue.write { (db: Database) throws in try db.execute(sql: sql) }
      try queue.close()
      let before = try folder.bytes(folder.file)
      expect(.unreadable, "no history") { _ = try folder.store().attempts() }
      #expect(try folder.bytes(folder.file) == before)
    }
  }

  /// Garbage in any page, of the first after the header: a word about it or the right answer, never a trap.
  @Test(arguments: 0..<16)
  func aDamagedPageIsSaidToBe(page: Int) throws {
    _ = try fill()
    var bytes = try folder.bytes(folder.file)
    #expect(bytes.count >= 16 * 4_096)
    var random = Numbers(state: UInt64(page))
    for offset in max(100, page * 4_096)..<(page + 1) * 4_096 {
      bytes[offset] = UInt8.random(in: 0...255, using: &random)
    }
    try bytes.write(to: URL(filePath: folder.file))
    let store = folder.store()
    let questions: [() throws -> Void] = [
      { () throws in #expect(try store.past(of: Example.trainee).count == 1) },
      { () throws in #expect(try store.attempts().count == 1) },
      { () throws in #expect(try store.keptShares(of: Example.trainee).count == 1) },
      { () throws in #expect(try store.everybody().count == 1) },
      { _ = try store.courses(of: nil) },
      { _ = try store.result(of: 1) },
      { _ = try store.adopt() },
      { try store.save(Example.attempt(Example.header(start: "2025-06-01T08:00:00Z"))) },
      { _ = try store.id(of: "Ada") },
    ]
    for question in questions {
      do { try question() } catch {
        let error = try #require(error as? HistoryError)
        #expect(error.kind == .damaged, "\(error)")
      }
    }
  }

  @Test func aFullDiskIsSaidToBe() throws {
    _ = try fill()
    let full = HistoryStore(folder: folder.history, patience: 1) { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let long = String(repeating: "x", count: 80)
    expect(.full, "Make room") {
      for number in 0..<1_000 { _ = try full.id(of: "\(number)" + long) }
    }
    try expectKept(.full, "Make room", in: full)
    #expect(try full.attempts().count == 1)
    full.close()
    #expect(try folder.store().adopt().added.count == 1)
  }

  @Test func aNewHistoryOnAFullDiskLeavesOneThatWorksLater() throws {
    let full = HistoryStore(folder: folder.history, patience: 1) { db in
      try db.execute(sql: "PRAGMA max_page_count = 4")
    }
    expect(.full, "Make room") { _ = try full.id(of: "Ada") }
    #expect(try folder.store().id(of: "Ada").count == 10)
  }

  @Test(arguments: [
    (ResultCode.SQLITE_BUSY, HistoryError.Kind.locked), (.SQLITE_BUSY_SNAPSHOT, .locked),
    (.SQLITE_LOCKED, .locked), (.SQLITE_CORRUPT, .damaged), (.SQLITE_NOTADB, .unreadable),
    (.SQLITE_FULL, .full), (.SQLITE_READONLY, .readOnly), (.SQLITE_READONLY_DIRECTORY, .readOnly),
    (.SQLITE_PERM, .readOnly), (.SQLITE_IOERR_WRITE, .other),
  ])
  func whatSQLiteSaysHasAKind(code: ResultCode, kind: HistoryError.Kind) throws {
    _ = try fill()
    let error = HistoryError(DatabaseError(resultCode: code), in: folder.file)
    #expect(error.kind == kind)
    #expect(error.message.contains(folder.file) && error.message.hasSuffix("."))
  }

  @Test func aFolderThatCannotBeMadeIsSaidToBe() throws {
    try Data().write(to: URL(filePath: folder.path + "/file"))
    let store = HistoryStore(folder: folder.path + "/file/home")
    expect(.unreadable, "cannot be reached") { _ = try store.attempts() }
    expect(.unreadable, "cannot be reached") { _ = try store.id(of: "Ada") }
    expect(.unreadable, "cannot be made") { try store.save(Example.attempt()) }
  }

  @Test(.disabled(if: geteuid() == 0, "whoever may do anything may write anywhere"))
  func aReadOnlyFolderIsSaidToBe() throws {
    _ = try fill()
    for path in [folder.file, folder.history] {
      try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: path)
    }
    expect(.readOnly, "writable") { _ = try folder.store().id(of: "Ada") }
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.history)
  }

  /// Rows that this program never wrote are told, whatever stands in them.
  @Test(arguments: [
    "score_tenths = -9223372036854775808", "duration_ms = 9223372036854775807",
    "pass_mark = 1000000000001",
  ])
  func aNumberThatNobodyWroteIsToldAndNeverReckonedWith(change: String) throws {
    let store = folder.store()
    try store.save(Example.attempt())
    store.close()
    let queue = try DatabaseQueue(path: folder.file)
    try queue.write { (db: Database) throws in
      try db.execute(sql: "UPDATE attempt SET " + change)
    }
    try queue.close()
    #expect(throws: HistoryError.self) { try folder.store().attempts() }
  }

  /// A pipe where the history should be keeps nobody waiting.
  @Test func aPipeIsNoHistory() throws {
    try FileManager.default.createDirectory(
      atPath: folder.history, withIntermediateDirectories: true)
    #expect(mkfifo(folder.file, 0o600) == 0)
    #expect(throws: HistoryError.self) { try folder.store().attempts() }
  }
}
