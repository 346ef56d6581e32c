import Foundation
import GRDB
import Records

/// What was deleted.
public struct Deletion: Hashable, Sendable {
  public var attempts = 0
  public var courses = 0
  /// Files of the folder: records, results beside them, journals, reports, what waits to be handed
  /// over or was.
  public var files = 0

  public init() {}
}

extension HistoryStore {
  /// Deletes a trainee with everything about them: attempts, courses, the name; records, results and
  /// journals in `records/`; reports of their attempts in `reports/`; and what names the id in
  /// `outbox/` and `delivered/`. What the history held is overwritten.
  ///
  /// Files go first: stopped in between, asking once more does the rest.
  ///
  /// - Throws: ``HistoryError`` when a file cannot be removed or another program reads the history for
  ///   so long that old pages cannot be overwritten.
  public func delete(trainee id: String) throws(HistoryError) -> Deletion {
    guard Trainee.isID(id) else {
      throw HistoryError(.other, "\(id) is no trainee's id: t- and 8 of a-z and 2-9.")
    }
    try adoptNames()
    var deletion = Deletion()
    let rows = try read(or: []) { db in
      try Row.fetchAll(db, sql: "SELECT file, trainee FROM attempt").map { row in
        (file: try row.text(0), isTheirs: try row.optionalText(1) == id)
      }
    }
    let others = Set(rows.filter { !$0.isTheirs }.map(\.file))
    var theirs = Set(rows.filter(\.isTheirs).map(\.file))
    for name in try records.names()
    where name.hasSuffix(".inkml") && !others.contains(name) && !theirs.contains(name) {
      // A record that no row knows may have a report too.
      if try HistoryStore.file(records.path(of: name), names: id) { theirs.insert(name) }
    }
    deletion.files += try deleteReports(ofRecords: theirs, of: id)
    for name in try records.names() where !others.contains(name) {
      let path = records.path(of: name)
      var isTheirs = theirs.contains(name)
      if !isTheirs { isTheirs = try HistoryStore.file(path, names: id) }
      guard isTheirs else { continue }
      try HistoryStore.remove(path)
      deletion.files += 1
    }
    for place in ["outbox", "delivered"] {
      let statements = RecordsFolder(path: folder + "/" + place)
      for name in try statements.names() {
        let path = statements.path(of: name)
        var isTheirs = name.contains(id)
        if !isTheirs { isTheirs = try HistoryStore.file(path, names: id) }
        guard isTheirs else { continue }
        try HistoryStore.remove(path)
        deletion.files += 1
      }
    }
    Folders.sync(records.path)
    guard try isThere() else { return deletion }
    try write { db in
      // Their number matters less than that they go, also where their figures are none.
      deletion.courses =
        (try? HistoryStore.courses(where: "trainee IS :trainee", ["trainee": id], db).count) ?? 0
      try db.execute(sql: "DELETE FROM attempt WHERE trainee = ?", arguments: [id])
      deletion.attempts = db.changesCount
      try db.execute(sql: "DELETE FROM trainee WHERE id = ?", arguments: [id])
    }
    try overwrite()
    return deletion
  }

  /// Deletes the reports that bear the names of records, before those are gone and nothing tells any
  /// more whose they are; and those that name the id.
  ///
  /// - Returns: how many there were.
  private func deleteReports(
    ofRecords files: Set<String>, of id: String
  ) throws(HistoryError) -> Int {
    let stems = Set(files.map(RecordsFolder.stem(ofFile:)))
    var count = 0
    for name in try reports.names() {
      var isTheirs = stems.contains(RecordsFolder.stem(ofFile: name))
      if !isTheirs { isTheirs = try HistoryStore.file(reports.path(of: name), names: id) }
      guard isTheirs else { continue }
      try HistoryStore.remove(reports.path(of: name))
      count += 1
    }
    if count > 0 { Folders.sync(reports.path) }
    return count
  }

  /// Leaves no page of what was deleted, neither in the history nor in its journal.
  private func overwrite() throws(HistoryError) {
    try work { db in
      try db.execute(sql: "VACUUM")
      var waited = 0.0
      while true {
        let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        guard let row, try row.number(0) != 0 else { return }
        guard waited < patience else {
          throw HistoryError(
            .locked,
            "The rows are deleted, but another program still reads \(file), so that old pages could "
              + "not be overwritten. Close other windows of the program and delete once more.")
        }
        usleep(50_000)
        waited += 0.05
      }
    }
  }

  /// Whether a trainee's id stands anywhere in a file. Ids are random: none stands there by chance.
  private static func file(_ path: String, names id: String) throws(HistoryError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let code = errno
      // A link to nothing, or to itself, holds no words.
      guard ![ENOENT, ENOTDIR, ELOOP].contains(code) else { return false }
      // What cannot be looked at may name them: then the deletion is not whole, and must not say so.
      throw HistoryError(
        .unreadable,
        "\(path) cannot be looked at: \(String(cString: strerror(code))). Nothing of it was deleted. "
          + "See who may enter its folder, and delete once more.")
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return false }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      let code = errno
      throw HistoryError(
        code: code, "\(path) cannot be opened: \(String(cString: strerror(code)))")
    }
    defer { try? handle.close() }
    let wanted = Data(id.utf8)
    var window = Data()
    do {
      while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
        window.append(piece)
        if window.range(of: wanted) != nil { return true }
        // The id may begin in one piece and end in the next.
        window = Data(window.suffix(wanted.count - 1))
      }
    } catch {
      throw HistoryError(error, in: path)
    }
    return false
  }

  private static func remove(_ path: String) throws(HistoryError) {
    guard unlink(path) != 0, errno != ENOENT else { return }
    let code = errno
    throw HistoryError(
      code: code, "\(path) cannot be deleted: \(String(cString: strerror(code)))")
  }
}
