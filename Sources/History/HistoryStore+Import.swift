import Attempts
import Foundation
import GRDB
import Records
import Scoring

extension HistoryStore {
  /// Takes in the attempts of an archive that are not known yet, and courses with them, as they
  /// follow from the attempts.
  ///
  /// Little in the archive is believed but the records' bytes: each must have the SHA-256 it is
  /// entered under and is judged anew by its own rule set, and its rows are made from that. Taken over
  /// are the day, and what was seen of the patient, where they are such. All is entered in one
  /// transaction, or nothing.
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
    /// Of attempts that the history knows, perhaps without it.
    var works: [(sha256: String, work: SessionWork)] = []
    /// Records that were lost here, and are again.
    var putBack: [(sha256: String, file: String)] = []
  }

  private func take(
    _ archive: Database, into taken: inout Taken, _ path: String, _ progress: (Int, Int) -> Bool
  ) throws {
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
        archive, sql: "SELECT substr(sha256, 1, 65) FROM attempt WHERE rowid = ?", arguments: [id])
      guard let sha256 else { continue }
      if known.contains(sha256) || met.contains(sha256) {
        taken.counts.known += 1
        if let file = lost[sha256], met.insert(sha256).inserted {
          try putBack(id, sha256, as: file, archive, &taken)
        }
        if let work = try? ArchivedAttempt.work(of: id, archive) {
          taken.works.append((sha256, work))
        }
        continue
      }
      do throws(HistoryError) {
        taken.entries.append(try entry(id, sha256, archive, path))
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
    let unfinished = records.unfinished("back")
    defer { unlink(unfinished) }
    try records.write(archived.record, to: unfinished)
    // Where something else has come to bear its name, that stays.
    guard try records.put(unfinished, at: file) else { return }
    taken.putBack.append((sha256, file))
  }

  /// Judges one record of an archive and puts it among the records.
  private func entry(
    _ id: Int, _ sha256: String, _ archive: Database, _ path: String
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
    let stem = RecordsFolder.stem(of: judged.caseID, start: judged.header.start)
    let unfinished = records.unfinished(stem)
    defer { unlink(unfinished) }
    try records.write(archived.record, to: unfinished)
    // Work on a case that is none of a trainee's is none: drills, and what was left early.
    let isSession =
      judged.header.origin == .live && judged.header.mode != .drill
      && judged.result.verdict != .abandoned
    return AttemptEntry(
      judged, day: archived.day(startedAt: judged.header.start),
      file: try records.place(unfinished, stem: stem) { [self] in isTaken($0, byOtherThan: sha256)
      },
      fingerprint: fingerprint, work: isSession ? archived.work : nil,
      isUnread: isSession && !archived.hasWork)
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
    let (entries, works) = (taken.entries, taken.works)
    let (added, extra) = try write { db in
      var added = 0
      var extra: [String] = []
      for entry in entries {
        if try entry.insert(db) != nil { added += 1 } else { extra.append(entry.file) }
      }
      for (sha256, work) in works {
        // What can be no session is none, whatever an archive says.
        guard let found = try AttemptEntry.find(sha256, db),
          try AttemptEntry.canBeSession(found.id, db)
        else { continue }
        try AttemptEntry.insert(work, attempt: found.id, db)
      }
      return (added, extra)
    }
    // Another program entered the same record in the meantime, perhaps this very file; or it deleted
    // whose record was put back.
    removeUnknown(extra + taken.putBack.map(\.file))
    taken.counts.added = added
    taken.counts.known += extra.count
    taken.counts.putBack = taken.putBack.count
  }
}
