import Attempts
import Foundation
import GRDB
import Patients
import Records
import Scenarios

/// What was found beside the history and not in it.
public struct Adoption: Hashable, Sendable {
  /// Names of records that were entered, in order.
  public var added: [String] = []
  /// Names of records that were left as they are, and why, as a sentence.
  public var left: [LeftRecord] = []
  /// Names of trainees that came from the list of an older version.
  public var names = 0

  public init() {}

  public struct LeftRecord: Hashable, Sendable {
    public var name: String
    public var reason: String
  }
}

extension HistoryStore {
  /// Enters what stands beside the history and is not in it: records whose rows were never written,
  /// as after a power cut or of an older version, each judged anew by its own rule set; and once the
  /// names in an older version's `trainees.json`.
  ///
  /// A record that cannot be read is left where it is and named. A copy of a known one is left. What
  /// an older version, or an archive of one, did not keep of attempts is read once more from their
  /// records, where those are there.
  ///
  /// - Parameter progress: told how many records of how many are done; false stops, and what was
  ///   entered till then stays.
  public func adopt(
    progress: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(HistoryError) -> Adoption {
    var adoption = Adoption()
    adoption.names = try adoptNames()
    let names = try records.names()
    removeUnfinished(names)
    let candidates = names.filter { $0.hasSuffix(".inkml") && !$0.hasPrefix(".") }
    guard !candidates.isEmpty else { return adoption }
    let known = Set(
      try read(or: []) { db in try String.fetchAll(db, sql: "SELECT file FROM attempt") })
    let strangers = candidates.filter { !known.contains($0) }
    let unread = try unread()
    let count = strangers.count + unread.count
    func goOn(after done: Int) throws(HistoryError) {
      guard progress(done, count) else {
        throw HistoryError(.cancelled, "Stopped. What was entered till then stays.")
      }
    }
    // First what is older: how the patient came to a session rests on those before.
    for (index, attempt) in unread.enumerated() {
      try goOn(after: index)
      try readOnceMore(attempt)
    }
    for (index, name) in strangers.enumerated() {
      try goOn(after: unread.count + index)
      do throws(HistoryError) {
        if try adopt(name) { adoption.added.append(name) }
      } catch {
        // What is wrong with the history itself is no fault of the record.
        guard [.damaged, .newer, .unreadable].contains(error.kind), isHistorySound else {
          throw error
        }
        adoption.left.append(Adoption.LeftRecord(name: name, reason: error.ending(name)))
      }
    }
    return adoption
  }

  /// Whether the history can be asked.
  private var isHistorySound: Bool {
    (try? read(or: 0) { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM trainee") ?? 0 })
      != nil
  }

  private func adopt(_ name: String) throws(HistoryError) -> Bool {
    let path = records.path(of: name)
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw HistoryError(.unreadable, "\(path) is no file.")
    }
    let fingerprint: RecordsFolder.Fingerprint
    do throws(HistoryError) { fingerprint = try RecordsFolder.fingerprint(of: path) } catch {
      // What is wrong with one record is nothing wrong with the folder.
      throw HistoryError(.unreadable, "\(path) cannot be read. See who may read it.")
    }
    let known = try read(or: nil) { db in try AttemptEntry.find(fingerprint.sha256, db) }
    if let known {
      // A copy, unless it is the very record under another name.
      guard !records.has(known.file) else { return false }
      try write { db in try AttemptEntry.rename(known, to: name, db) }
      reports.follow(record: known.file, to: name)
      return false
    }
    let judged = try judged(path) { Day(start: $0.start, in: .current) }
    let entry = AttemptEntry(
      judged, day: Day(start: judged.header.start, in: .current), file: name,
      fingerprint: fingerprint, work: judged.work)
    // Whoever deleted it meanwhile does not find it entered.
    return try write { db in try records.has(name) && entry.insert(db) != nil }
  }

  /// Judges a record as the session that it was.
  ///
  /// - Parameter day: on which the attempt of a header was.
  private func judged(
    _ path: String, on day: @escaping (Header) -> Day?
  ) throws(HistoryError) -> JudgedRecord {
    try JudgedRecord(.file(path)) { [self] header, scenario in
      // Where the history does not say, they come as to a first session.
      (try? patient(of: scenario, to: header.trainee, on: day(header)))
        ?? .beginning(scenario.patient.period)
    }
  }

  private struct Unread {
    var id: Int
    var file: String
    var sha256: String
    var day: Day?
  }

  /// Attempts of which it is still to be read what they were as sessions, in the order of days.
  private func unread() throws(HistoryError) -> [Unread] {
    try read(or: []) { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, file, sha256, day FROM unread JOIN attempt ON attempt.id = unread.attempt
          ORDER BY day, start, id
          """
      ).map { row in
        Unread(
          id: try row.number(0), file: try row.text(1), sha256: try row.text(2),
          day: try row.optionalText(3).flatMap { Day($0) })
      }
    }
  }

  /// Where the record is gone or changed, the attempt stays as it is known.
  private func readOnceMore(_ attempt: Unread) throws(HistoryError) {
    let path = records.path(of: attempt.file)
    guard HistoryStore.sha256(ofRecord: path) == attempt.sha256,
      let judged = try? judged(path, on: { _ in attempt.day })
    else { return }
    try write { db in try AttemptEntry.read(judged, attempt: attempt.id, db) }
  }

  /// Takes the list `{"NAME": "ID"}` of an older version in, and removes it when it is in.
  ///
  /// - Returns: how many names were new.
  @discardableResult
  public func adoptNames() throws(HistoryError) -> Int {
    let list = folder + "/trainees.json"
    guard try PrivateFolder.has(list) else { return 0 }
    let ids: [String: String]
    do {
      ids = try JSONDecoder().decode(
        [String: String].self, from: Data(contentsOf: URL(fileURLWithPath: list)))
    } catch {
      throw HistoryError(
        .unreadable,
        "\(list) is no list of names any more. Mend it or move it away, and try again.")
    }
    let count = try write { db in
      var count = 0
      for (name, id) in ids.sorted(by: { $0.key < $1.key }) where Trainee.isID(id) {
        if try Trainee.take(id, name: name, db) { count += 1 }
      }
      return count
    }
    // Names stand in one place only, so that deleting somebody deletes them.
    unlink(list)
    return count
  }

  /// Removes what programs that were stopped left half written a day ago or earlier.
  private func removeUnfinished(_ names: [String]) {
    for name in names where name.hasPrefix(".") && name.hasSuffix(".part") {
      var status = stat()
      guard lstat(records.path(of: name), &status) == 0 else { continue }
      let age = Date().timeIntervalSince1970 - Double(RecordsFolder.changed(status))
      if age > 86_400 { records.remove(name) }
    }
  }
}

extension AttemptEntry {
  init(
    _ judged: JudgedRecord, day: Day?, file: String, fingerprint: RecordsFolder.Fingerprint,
    work: SessionWork?, isUnread: Bool = false
  ) {
    self.init(
      header: judged.header, caseID: judged.caseID, title: judged.title,
      scenarioSHA256: judged.scenarioSHA256, result: judged.result,
      nanometresPerPixel: judged.nanometresPerPixel, day: day, file: file,
      fingerprint: fingerprint, work: work, isUnread: isUnread)
  }
}

extension RecordsFolder {
  /// Seconds since 1970 of a file's last change.
  static func changed(_ status: stat) -> Int {
    #if os(Linux)
      Int(status.st_mtim.tv_sec)
    #else
      Int(status.st_mtimespec.tv_sec)
    #endif
  }
}
