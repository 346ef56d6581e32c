import Foundation
import GRDB

/// What an archive says of an attempt beside its record, as far as it can be believed.
struct ArchivedAttempt {
  var record: Data
  var session: SessionOfCourse?
  private var day: Day?

  /// - Throws: ``HistoryError`` when a value is not of its kind, or what SQLite throws.
  init(_ id: Int, _ archive: Database) throws {
    let sizes = try Row.fetchOne(
      archive,
      sql: """
        SELECT length(record), coalesce(length(state_before), 0), coalesce(length(state_after), 0),
          coalesce(length(indicators_before), 0), coalesce(length(indicators_after), 0)
        FROM attempt WHERE rowid = ?
        """, arguments: [id])
    // Looked at before anything of that size is read.
    guard let sizes, try sizes.number(0) <= Archive.record, try sizes.number(1) <= Archive.state,
      try sizes.number(2) <= Archive.state, try sizes.number(3) <= Archive.text * 2,
      try sizes.number(4) <= Archive.text * 2
    else { throw HistoryError(.damaged, "it is larger than a record can be") }
    let row = try Row.fetchOne(
      archive, sql: "SELECT record, day FROM attempt WHERE rowid = ?", arguments: [id])
    guard let row else { throw HistoryError(.damaged, "it is gone") }
    record = try row.data(0)
    day = try row.optionalText(1).flatMap { Day($0) }
    session = try ArchivedAttempt.session(of: id, archive)
  }

  /// The session that an attempt was; nil when it was none.
  static func session(of id: Int, _ archive: Database) throws -> SessionOfCourse? {
    let row = try Row.fetchOne(
      archive,
      sql: """
        SELECT course, number, state_before, state_after, indicators_before, indicators_after
        FROM attempt WHERE rowid = ? AND coalesce(length(state_before), 0) <= ?
          AND coalesce(length(state_after), 0) <= ?
        """, arguments: [id, Archive.state, Archive.state])
    guard let row, let course = try row.optionalText(0) else { return nil }
    let session = try SessionOfCourse(row, from: 1, course: course)
    guard (1...1_000).contains(session.number) else {
      throw HistoryError(.damaged, "it is session \(session.number) of its course")
    }
    return session
  }

  /// The day that the archive names, if it can be that of the start somewhere on earth; else the
  /// start's own, in UTC.
  func day(startedAt start: String) -> Day? {
    guard let own = TimeZone(secondsFromGMT: 0).flatMap({ Day(start: start, in: $0) }) else {
      return nil
    }
    guard let day, abs(day - own) <= 1 else { return own }
    return day
  }
}

extension Course {
  /// - Throws: ``HistoryError`` when a value is none that this program writes.
  init(archived row: Row) throws(HistoryError) {
    self.init(
      id: try row.text(0), trainee: try row.optionalText(1), caseID: try row.text(2),
      planned: try row.number(3), begun: try row.text(4), sessions: [])
    guard Course.isID(id), trainee.map(Trainee.isID) ?? true, (1...1_000).contains(planned),
      (1...64).contains(caseID.utf8.count), begun.utf8.count <= 40
    else { throw HistoryError(.damaged, "a course is none") }
  }
}
