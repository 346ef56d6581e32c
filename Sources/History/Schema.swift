import Foundation
import GRDB

/// The tables of the history, made by named steps, and whether a file holds them.
enum Schema {
  /// `Effl`: what a history says of itself in its first page.
  static let application = 0x4566_666C
  /// How many steps this program knows, which is the history's `user_version`.
  static let version = steps.count

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (index, step) in steps.enumerated() {
      migrator.registerMigration(step.name) { db in
        try db.execute(sql: step.sql)
        try db.execute(sql: "PRAGMA application_id = \(application)")
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    return migrator
  }

  /// Looks at the first bytes of a file before SQLite may touch it.
  ///
  /// - Throws: ``HistoryError`` when it is there and is no history that this program knows.
  static func check(headerOf file: String, application: Int, version: Int) throws(HistoryError) {
    var status = stat()
    guard stat(file, &status) == 0 else { return }
    // A pipe would keep whoever opens it waiting.
    guard status.st_mode & S_IFMT == S_IFREG else { throw .stranger(file) }
    guard let handle = FileHandle(forReadingAtPath: file) else { return }
    defer { try? handle.close() }
    let header: [UInt8]
    do { header = Array(try handle.read(upToCount: 100) ?? Data()) } catch {
      throw HistoryError(error, in: file)
    }
    // An empty file is an empty database.
    guard !header.isEmpty else { return }
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .stranger(file)
    }
    func number(at offset: Int) -> Int {
      header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    let found = number(at: 68)
    // What was made and not filled yet says nothing of itself.
    guard found == application || found == 0 else { throw .stranger(file) }
    if found == application, number(at: 60) > version { throw .newer(file) }
  }

  /// Whether nothing but the list of steps was made, as when the disk was full then.
  private static func isUnfilled(_ db: Database, _ tables: [String]) throws -> Bool {
    if tables.isEmpty { return true }
    guard tables == ["grdb_migrations"] else { return false }
    return try Row.fetchOne(db, sql: "SELECT 1 FROM grdb_migrations") == nil
  }

  /// Asks an opened file, before anything of it is changed.
  ///
  /// - Throws: ``HistoryError`` when it is no history that this program knows, or what SQLite throws.
  static func check(_ db: Database, file: String) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    if found != application {
      guard found == 0, try isUnfilled(db, tables) else { throw HistoryError.stranger(file) }
      return
    }
    guard try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 <= version else {
      throw HistoryError.newer(file)
    }
    guard tables.contains("grdb_migrations") else { return }
    let applied = try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations")
    let known = steps.map(\.name)
    guard applied.allSatisfy({ known.contains($0) }) else { throw HistoryError.newer(file) }
  }
}
