import Foundation
import GRDB
import Records

extension HistoryStore {
  /// Writes the whole history as one file: attempts with the bytes of their records. It
  /// carries ids and no name. The file is whole or not there; one that is there gives way.
  ///
  /// - Parameter progress: told how many attempts of how many are done; false stops.
  public func export(
    to path: String, progress: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(HistoryError) -> Export {
    do throws(Records.RecordError) { try OutputFile.check(path) } catch {
      throw HistoryError(error, in: path)
    }
    guard try isThere() else {
      throw HistoryError(.unreadable, "There is no history in \(folder) yet.")
    }
    // A link stays and leads to the new file.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    var status = stat()
    guard stat(target.path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
      throw HistoryError(.readOnly, "\(path) is no file: an archive cannot be put in its place.")
    }
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    let unfinished = target.deletingLastPathComponent().appendingPathComponent(
      ".\(random).part"
    ).path
    defer { unlink(unfinished) }
    do {
      let export = try write(to: unfinished, progress)
      let handle = FileHandle(forUpdatingAtPath: unfinished)
      try handle?.synchronize()
      try handle?.close()
      guard Foundation.rename(unfinished, target.path) == 0 else {
        let code = errno
        throw HistoryError(
          code: code, "\(path) cannot be made: \(String(cString: strerror(code)))")
      }
      Folders.sync(target.deletingLastPathComponent().path)
      return export
    } catch {
      throw HistoryError(error, in: path)
    }
  }

  private struct Source {
    var id: Int
    var file: String
    var sha256: String
    var bytes: Int
  }

  private func write(to path: String, _ progress: (Int, Int) -> Bool) throws -> Export {
    try PrivateFolder.makeFile(path)
    var configuration = Configuration()
    configuration.label = "archive"
    configuration.prepareDatabase { db in
      // It is beside its place until it is whole, so nothing need be taken back.
      try db.execute(sql: "PRAGMA journal_mode = OFF")
      try db.execute(sql: "PRAGMA synchronous = OFF")
    }
    let archive = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? archive.close() }
    return try archive.write { archive in
      try archive.execute(sql: Archive.table)
      try archive.execute(sql: "PRAGMA application_id = \(Archive.application)")
      try archive.execute(sql: "PRAGMA user_version = \(Archive.version)")
      var export = Export()
      let sources: [Source] = try read(or: []) { db in
        return try Row.fetchAll(
          db, sql: "SELECT id, file, sha256, bytes FROM attempt ORDER BY start, id"
        ).map { row in
          Source(
            id: try row.number(0), file: try row.text(1), sha256: try row.text(2),
            bytes: try row.number(3))
        }
      }
      // Between two attempts the history is free for others.
      for (index, source) in sources.enumerated() {
        guard progress(index, sources.count) else { throw HistoryError.cancelled }
        try autoreleased {
          try read(or: ()) { db in try copy(source, db, into: archive, &export) }
        }
      }
      _ = progress(sources.count, sources.count)
      return export
    }
  }

  private func copy(
    _ source: Source, _ db: Database, into archive: Database, _ export: inout Export
  ) throws {
    let path = records.path(of: source.file)
    guard source.bytes <= Archive.record,
      let record = FileManager.default.contents(atPath: path)
    else {
      export.left.append("The record \(path) cannot be read, so its attempt was left out.")
      return
    }
    guard RecordsFolder.fingerprint(of: record).sha256 == source.sha256 else {
      export.left.append("The record \(path) was changed, so its attempt was left out.")
      return
    }
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT case_id, start, trainee, day, line, planned, period, effect
          FROM attempt JOIN result ON result.attempt = attempt.id
          LEFT JOIN session ON session.attempt = attempt.id WHERE attempt.id = ?
          """, arguments: [source.id])
    else { return }
    try archive.execute(
      sql: "INSERT INTO attempt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        source.sha256, try row.text(0), try row.text(1), try row.optionalText(2),
        try row.optionalText(3), try row.text(4), try row.optionalNumber(5),
        try row.optionalText(6), try row.optionalText(7), record,
      ])
    export.attempts += 1
  }
}

/// Lets go of what a step made, where that would pile up.
func autoreleased<Value>(_ body: () throws -> Value) rethrows -> Value {
  #if canImport(ObjectiveC)
    try autoreleasepool(invoking: body)
  #else
    try body()
  #endif
}
