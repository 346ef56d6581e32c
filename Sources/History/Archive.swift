import Foundation
import GRDB

/// A history as one file: an SQLite file of its own kind, with opaque ids and no name.
enum Archive {
  /// `EffA`: what an archive says of itself in its first page.
  static let application = 0x4566_6641
  static let version = 2
  /// Bytes of a record, at most.
  static let record = 1 << 28

  /// An archive holds exactly this table. One that holds anything else is refused, so that nothing
  /// of it (a view, a trigger) can run.
  static let table = """
    CREATE TABLE attempt (
      sha256 TEXT NOT NULL,
      case_id TEXT NOT NULL,
      start TEXT NOT NULL,
      trainee TEXT,
      day TEXT,
      line TEXT NOT NULL,
      planned INTEGER,
      period TEXT,
      effect TEXT,
      record BLOB NOT NULL
    ) STRICT
    """

  /// The tables of version 1, which kept courses, and of sessions how the patient came and left. What
  /// was done to them is read from the records.
  static let firstTables = [
    """
    CREATE TABLE course (
      id TEXT NOT NULL PRIMARY KEY,
      trainee TEXT,
      case_id TEXT NOT NULL,
      planned INTEGER NOT NULL,
      begun TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE attempt (
      sha256 TEXT NOT NULL,
      case_id TEXT NOT NULL,
      start TEXT NOT NULL,
      trainee TEXT,
      day TEXT,
      line TEXT NOT NULL,
      course TEXT,
      number INTEGER,
      state_before TEXT,
      state_after TEXT,
      indicators_before TEXT,
      indicators_after TEXT,
      record BLOB NOT NULL
    ) STRICT
    """,
  ]

  /// Whether an archive says of its attempts what they were as sessions.
  static func hasSessions(_ archive: Database) throws -> Bool {
    try archive.columns(in: "attempt").contains { $0.name == "effect" }
  }

  /// Opens an archive for reading and looks whether it is one.
  ///
  /// - Throws: ``HistoryError``, or what SQLite throws.
  static func open(_ path: String) throws -> DatabaseQueue {
    var status = stat()
    // A pipe would keep whoever opens it waiting.
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      FileManager.default.isReadableFile(atPath: path)
    else {
      throw HistoryError(.unreadable, "\(path) cannot be opened. Choose an archive of a history.")
    }
    try check(headerOf: path)
    var configuration = Configuration()
    configuration.readonly = true
    configuration.label = "archive"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    do {
      try queue.read { db in
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == application else {
          throw stranger(path)
        }
        // The text of a table has its kind and name in it; views, triggers and indices have others.
        let found = try Row.fetchAll(db, sql: "SELECT sql FROM sqlite_master").map {
          try $0.optionalText(0)
        }
        guard found == [table] || Set(found) == Set(firstTables) && found.count == 2 else {
          throw stranger(path)
        }
        let health = try String.fetchAll(db, sql: "PRAGMA quick_check(1)")
        guard health == ["ok"] else {
          throw HistoryError(
            .damaged, "\(path) is damaged: \(health.first ?? ""). Take another copy of it.")
        }
      }
    } catch {
      try? queue.close()
      throw error
    }
    return queue
  }

  private static func check(headerOf path: String) throws(HistoryError) {
    do throws(HistoryError) {
      try Schema.check(headerOf: path, application: application, version: version)
    } catch {
      throw error.kind == .unreadable ? stranger(path) : error
    }
  }

  static func stranger(_ path: String) -> HistoryError {
    HistoryError(.unreadable, "\(path) is no archive of a history. Choose another file.")
  }
}

/// What an import did.
public struct Import: Hashable, Sendable {
  /// Attempts that were entered.
  public var added = 0
  /// Attempts whose record was known already.
  public var known = 0
  /// Of those known, attempts whose record was lost and is there again.
  public var putBack = 0
  /// Why attempts were not taken, a sentence each.
  public var refused: [String] = []
}

/// What an export did.
public struct Export: Hashable, Sendable {
  /// Attempts in the archive.
  public var attempts = 0
  /// Why attempts were left out, a sentence each.
  public var left: [String] = []
}
