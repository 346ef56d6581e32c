public import Attempts
import Foundation
import GRDB
import Records
import ScenarioFiles

extension HistoryStore {
  /// Keeps an attempt: first its record in `records/`, difference-encoded, then its rows.
  ///
  /// Keeping the same record once more changes nothing, but that an attempt of which it is not known
  /// what it was as a session gets that.
  ///
  /// - Parameters:
  ///   - events: from start to end.
  ///   - count: how many events there are; half a record is never kept.
  /// - Throws: ``HistoryError``. When only the rows could not be written, the record stays and the
  ///   error names it; ``adopt(progress:)`` enters it later.
  public func save(
    _ events: some Sequence<Event>, count: Int, of attempt: NewAttempt
  ) throws(HistoryError) -> KeptAttempt {
    try PrivateFolder.make(folder)
    try PrivateFolder.make(records.path)
    let stem = RecordsFolder.stem(of: attempt.caseID, start: attempt.header.start)
    let unfinished = records.unfinished(stem)
    defer { unlink(unfinished) }
    var entry = AttemptEntry(
      header: attempt.header, caseID: attempt.caseID, title: attempt.title,
      scenarioSHA256: ScenarioSource(bytes: attempt.scenario).sha256, result: attempt.result,
      nanometresPerPixel: try write(events, count: count, of: attempt, to: unfinished),
      day: attempt.day ?? Day(start: attempt.header.start, in: .current), file: "",
      fingerprint: try RecordsFolder.fingerprint(of: unfinished), work: attempt.work)
    var failure: HistoryError?
    do {
      if let known = try known(entry) { return known }
    } catch {
      failure = error
    }
    let sha256 = entry.fingerprint.sha256
    // A history that did not answer just now is not asked for every name.
    entry.file = try records.place(unfinished, stem: stem) { [self] name in
      failure == nil && isTaken(name, byOtherThan: sha256)
    }
    let path = records.path(of: entry.file)
    if let failure { throw failure.keeping(path) }
    do {
      if let id = try write({ db in try enter(entry, db) }) {
        return KeptAttempt(id: id, record: path, sha256: entry.fingerprint.sha256, isNew: true)
      }
    } catch {
      throw error.keeping(path)
    }
    // Another program kept the same record in this moment.
    if let known = try known(entry), known.record != path {
      records.remove(entry.file)
      return known
    }
    throw HistoryError(.other, "\(path) could not be entered in the history. Try again.")
      .keeping(path)
  }

  /// Of a record's bytes, lower-case hex; nil when it cannot be read.
  public static func sha256(ofRecord path: String) -> String? {
    try? RecordsFolder.fingerprint(of: path).sha256
  }

  /// Whether a record's name belongs to an attempt of other bytes, or a report bears it that would
  /// seem to be of the new one.
  func isTaken(_ name: String, byOtherThan sha256: String) -> Bool {
    isOfAnother(name, than: sha256) || reports.hasAny(stem: RecordsFolder.stem(ofFile: name))
  }

  /// Whether an attempt of other bytes has a record of this name, which may be lost.
  func isOfAnother(_ name: String, than sha256: String) -> Bool {
    let owner = try? read(or: nil) { db in
      try String.fetchOne(
        db, sql: "SELECT sha256 FROM attempt WHERE file = ?", arguments: [name])
    }
    return (owner ?? nil).map { $0 != sha256 } ?? false
  }

  /// - Returns: the attempt's number; nil when it is known and its record is there.
  private func enter(_ entry: AttemptEntry, _ db: Database) throws -> Int? {
    if let id = try entry.insert(db) { return id }
    let found = try AttemptEntry.find(entry.fingerprint.sha256, db)
    // Under the same name it is the one that was just put there: the record was lost, and is here
    // again.
    guard let found, found.file == entry.file || !records.has(found.file) else { return nil }
    try AttemptEntry.rename(found, to: entry.file, db)
    reports.follow(record: found.file, to: entry.file)
    if let work = entry.work { try AttemptEntry.insert(work, attempt: found.id, db) }
    return found.id
  }

  /// The attempt of the same bytes, whose record is there.
  private func known(_ entry: AttemptEntry) throws(HistoryError) -> KeptAttempt? {
    let sha256 = entry.fingerprint.sha256
    let found = try read(or: nil) { db in try AttemptEntry.find(sha256, db) }
    guard let found, records.has(found.file) else { return nil }
    if let work = entry.work {
      try write { db in try AttemptEntry.insert(work, attempt: found.id, db) }
    }
    return KeptAttempt(
      id: found.id, record: records.path(of: found.file), sha256: sha256, isNew: false)
  }

  /// Writes a record event by event, so that a long one does not sit in memory.
  ///
  /// - Returns: nanometres a pixel of most contacts.
  private func write(
    _ events: some Sequence<Event>, count: Int, of attempt: NewAttempt, to path: String
  ) throws(HistoryError) -> Int? {
    var scales = ScaleCount()
    var written = 0
    do throws(Records.RecordError) {
      let writer = try RecordWriter(
        to: path, header: attempt.header, scenario: attempt.scenario, encoding: .difference)
      for event in events {
        try writer.add(event)
        scales.add(event)
        written += 1
      }
      guard written == count else {
        throw Records.RecordError(
          .failed,
          "cannot be written: \(written) of the attempt's \(count) events could be read back")
      }
      try writer.finish()
    } catch {
      throw HistoryError(error, in: path)
    }
    return scales.most
  }
}
