import Foundation
import GRDB
import Synchronization

/// What trainees did: `history.sqlite` and the folder `records/` beside it.
///
/// Any number of programs may use one folder at once. Nothing is made before something is kept. The
/// history is opened with the first question and stays open until the store goes or ``close()`` is
/// called; every change is one transaction, on disk when the call returns.
public final class HistoryStore: Sendable {
  /// Holds the history and its records.
  public let folder: String
  /// Seconds to wait while another program holds the history.
  public let patience: Double
  let records: RecordsFolder
  /// Documents about attempts, each with the name of the attempt's record; beside `records/`.
  let reports: RecordsFolder
  private let prepare: @Sendable (Database) throws -> Void
  private let connection = Mutex<DatabaseQueue?>(nil)

  /// Path of the database.
  public var file: String { folder + "/history.sqlite" }

  /// Whether anything was ever kept.
  ///
  /// - Throws: ``HistoryError`` when the folder is out of reach, so that nobody can know.
  public func isThere() throws(HistoryError) -> Bool { try PrivateFolder.has(file) }

  /// - Parameters:
  ///   - folder: made with the first attempt or trainee.
  ///   - records: the folder of the records, where it is not `records` in the folder.
  ///   - patience: seconds to wait while another program holds the history.
  public convenience init(folder: String, records: String? = nil, patience: Double = 5) {
    self.init(folder: folder, records: records, patience: patience, prepare: { _ in })
  }

  /// - Parameter prepare: done to the connection when it opens.
  init(
    folder: String, records: String? = nil, patience: Double,
    prepare: @escaping @Sendable (Database) throws -> Void
  ) {
    self.folder = folder
    self.patience = patience
    self.prepare = prepare
    self.records = RecordsFolder(path: records ?? folder + "/records")
    reports = RecordsFolder(path: folder + "/reports")
  }

  /// Path of the folder of reports.
  public var reportsFolder: String { reports.path }

  /// What begins the names of an attempt's files, as in `20261122-135516-lifting-easing-left`.
  public static func stem(of caseID: String, start: String) -> String {
    RecordsFolder.stem(of: caseID, start: start)
  }

  /// Lets go of the history; the next call opens it again.
  public func close() {
    connection.withLock { queue in
      try? queue?.close()
      queue = nil
    }
  }

  /// Asks the history.
  ///
  /// - Parameter nothing: the answer where there is no history yet.
  func read<Value>(
    or nothing: @autoclosure () -> Value, _ body: (Database) throws -> Value
  ) throws(HistoryError) -> Value {
    guard try isThere() else { return nothing() }
    do { return try queue().read(body) } catch { throw HistoryError(error, in: file) }
  }

  /// Changes the history in one transaction.
  func write<Value>(_ body: (Database) throws -> Value) throws(HistoryError) -> Value {
    do { return try queue().write(body) } catch { throw HistoryError(error, in: file) }
  }

  /// Works on the history outside a transaction.
  func work<Value>(_ body: (Database) throws -> Value) throws(HistoryError) -> Value {
    do { return try queue().writeWithoutTransaction(body) } catch {
      throw HistoryError(error, in: file)
    }
  }

  private func queue() throws -> DatabaseQueue {
    try connection.withLock { known in
      if let known { return known }
      let queue = try open()
      known = queue
      return queue
    }
  }

  private func open() throws -> DatabaseQueue {
    try PrivateFolder.make(folder)
    // Two programs that begin at once must not both make the tables.
    let lock = try PrivateFolder.Lock(folder, patience: patience, file: file)
    defer { lock.release() }
    try Schema.check(headerOf: file, application: Schema.application, version: Schema.version)
    try PrivateFolder.makeFile(file)
    var configuration = Configuration()
    configuration.label = "history"
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { [file, prepare] db in
      try Schema.check(db, file: file)
      // A file system without shared memory keeps the older kind of journal, which is as safe.
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // What is deleted is overwritten.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try prepare(db)
    }
    let queue = try DatabaseQueue(path: file, configuration: configuration)
    do {
      let version = try queue.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
      if version < Schema.version { try Schema.migrator.migrate(queue) }
    } catch {
      try? queue.close()
      throw error
    }
    return queue
  }
}
