import Attempts
import Foundation
import GRDB
import Records

extension HistoryStore {
  /// Takes in the attempts and courses of an archive that are not known yet.
  ///
  /// Nothing in the archive is believed but the records' bytes: each must have the SHA-256 it is
  /// entered under and is judged anew by its own rule set, and its rows are made from that. Sessions
  /// keep their course and number. All is entered in one transaction, or nothing.
  ///
  /// - Parameter progress: told how many attempts of how many are done; false stops, and nothing was
  ///   changed then.
  public func `import`(
    from path: String, progress: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(HistoryError) -> Import {
    let archive: DatabaseQueue
    do { archive = try Archive.open(path) } catch { throw HistoryError(error, inArchive: path) }
    defer { try? archive.close() }
    try PrivateFolder.make(folder)
    try PrivateFolder.make(records.path)
    var taken = Taken()
    do throws(HistoryError) {
      do {
        try archive.read { db in try take(db, into: &taken, path, progress) }
      } catch {
        throw HistoryError(error, inArchive: path)
      }
      try enter(&taken)
    } catch {
      removeUnknown(taken.entries.map(\.file) + taken.putBack.map(\.file))
      throw error
    }
    return taken.counts
  }

  /// What is ready to be entered; the records of its entries are in their folder.
  private struct Taken {
    var counts = Import()
    var entries: [AttemptEntry] = []
    var courses: [String: Course] = [:]
    /// Of attempts that the history knows, perhaps without their session.
    var sessions: [(sha256: String, session: SessionOfCourse)] = []
    /// Records that were lost here, and are again.
    var putBack: [(sha256: String, file: String)] = []
  }

  private func take(
    _ archive: Database, into taken: inout Taken, _ path: String, _ progress: (Int, Int) -> Bool
  ) throws {
    for row in try Row.fetchAll(
      archive, sql: "SELECT id, trainee, case_id, planned, begun FROM course")
    {
      let course = try? Course(archived: row)
      guard let course else {
        taken.counts.refused.append("A course in \(path) is none.")
        continue
      }
      taken.courses[course.id] = course
    }
    let rowsHere = try read(or: []) { db in
      try Row.fetchAll(db, sql: "SELECT sha256, file FROM attempt").map { row in
        (sha256: try row.text(0), file: try row.text(1), isLost: !records.has(try row.text(1)))
      }
    }
    let known = Set(rowsHere.map(\.sha256))
    let lost = Dictionary(
      uniqueKeysWithValues: rowsHere.filter(\.isLost).map { ($0.sha256, $0.file) })
    let rows = try Int.fetchAll(archive, sql: "SELECT rowid FROM attempt")
    var met: Set<String> = []
    for (index, id) in rows.enumerated() {
      guard progress(index, rows.count) else { throw HistoryError.cancelled }
      let sha256 = try String.fetchOne(
        archive, sql: "SELECT sha256 FROM attempt WHERE rowid = ?", arguments: [id])
      guard let sha256 else { continue }
      if known.contains(sha256) || met.contains(sha256) {
        taken.counts.known += 1
        if let file = lost[sha256], met.insert(sha256).inserted {
          try putBack(id, sha256, as: file, archive, &taken)
        }
        if let session = try? ArchivedAttempt.session(of: id, archive) {
          taken.sessions.append((sha256, session))
        }
        continue
      }
      do throws(HistoryError) {
        taken.entries.append(try entry(id, sha256, archive, taken.courses, path))
        met.insert(sha256)
      } catch {
        guard [.damaged, .newer, .unreadable].contains(error.kind) else { throw error }
        taken.counts.refused.append(
          error.ending("The record \(sha256.prefix(12)) in \(path) was not taken"))
      }
    }
    _ = progress(rows.count, rows.count)
  }

  /// Puts a record that the history knows and that is not there any more among the records.
  private func putBack(
    _ id: Int, _ sha256: String, as file: String, _ archive: Database, _ taken: inout Taken
  ) throws {
    // One that is not what it says is as good as none.
    guard let archived = try? ArchivedAttempt(id, archive),
      RecordsFolder.fingerprint(of: archived.record).sha256 == sha256
    else { return }
    // Under its own name, which keeps the order of the records.
    let stem = String(file.dropLast(".inkml".count))
    let unfinished = records.unfinished(stem)
    defer { unlink(unfinished) }
    try records.write(archived.record, to: unfinished)
    taken.putBack.append(
      (sha256, try records.place(unfinished, stem: stem) { [self] in $0 != file && isTaken($0) }))
  }

  /// Judges one record of an archive and puts it among the records.
  private func entry(
    _ id: Int, _ sha256: String, _ archive: Database, _ courses: [String: Course], _ path: String
  ) throws(HistoryError) -> AttemptEntry {
    let archived: ArchivedAttempt
    do { archived = try ArchivedAttempt(id, archive) } catch {
      throw HistoryError(error, inArchive: path)
    }
    let fingerprint = RecordsFolder.fingerprint(of: archived.record)
    guard fingerprint.sha256 == sha256 else {
      throw HistoryError(.damaged, "its bytes have another SHA-256")
    }
    let judged = try JudgedRecord(.bytes(Array(archived.record)))
    if let session = archived.session {
      guard let course = courses[session.course], course.trainee == judged.header.trainee,
        course.caseID == judged.caseID
      else { throw HistoryError(.damaged, "its course is of another trainee or case") }
    }
    let stem = RecordsFolder.stem(of: judged.caseID, start: judged.header.start)
    let unfinished = records.unfinished(stem)
    defer { unlink(unfinished) }
    try records.write(archived.record, to: unfinished)
    return AttemptEntry(
      judged, day: archived.day(startedAt: judged.header.start),
      file: try records.place(unfinished, stem: stem) { [self] in isTaken($0) },
      fingerprint: fingerprint,
      session: archived.session)
  }

  /// Removes records that no attempt has; where the history does not say, they stay.
  private func removeUnknown(_ files: [String]) {
    guard
      let known = try? read(
        or: [],
        { db in
          Set(try String.fetchAll(db, sql: "SELECT file FROM attempt"))
        })
    else { return }
    for file in files where !known.contains(file) { records.remove(file) }
  }

  private func enter(_ taken: inout Taken) throws(HistoryError) {
    let (entries, courses, sessions) = (taken.entries, taken.courses, taken.sessions)
    let lost = taken.putBack
    let (added, extra, new) = try write { db in
      var new = 0
      var foreign: [String] = []
      for course in courses.values.sorted(by: { $0.id < $1.id }) {
        let owner = try Row.fetchOne(
          db, sql: "SELECT trainee, case_id FROM course WHERE id = ?", arguments: [course.id])
        if let owner {
          let isSame =
            try owner.optionalText(0) == course.trainee
            && owner.text(1) == course.caseID
          if !isSame { foreign.append(course.id) }
        } else {
          try HistoryStore.insert(course, db)
          new += 1
        }
      }
      var added = 0
      var extra: [String] = []
      for var entry in entries {
        // An id that is somebody else's course here: the attempt is kept, outside any course.
        if let session = entry.session, foreign.contains(session.course) { entry.session = nil }
        if try entry.insert(db) != nil { added += 1 } else { extra.append(entry.file) }
      }
      for (sha256, file) in lost {
        if let found = try AttemptEntry.find(sha256, db) {
          try AttemptEntry.rename(found, to: file, db)
          reports.follow(record: found.file, to: file)
        }
      }
      for (sha256, session) in sessions {
        guard let course = courses[session.course], !foreign.contains(course.id),
          let row = try Row.fetchOne(
            db, sql: "SELECT id, trainee, case_id FROM attempt WHERE sha256 = ?",
            arguments: [sha256]),
          try row.optionalText(1) == course.trainee, try row.text(2) == course.caseID
        else { continue }
        try AttemptEntry.insert(session, attempt: try row.number(0), db)
      }
      return (added, extra, new)
    }
    // Another program entered the same record in the meantime: perhaps this very file.
    removeUnknown(extra)
    taken.counts.added = added
    taken.counts.known += extra.count
    taken.counts.courses = new
    taken.counts.putBack = lost.count
  }
}
