import Foundation
import GRDB

/// What an archive says of an attempt beside its record, as far as it can be believed.
struct ArchivedAttempt {
  var record: Data
  /// What it was as a session; nil when it was none, or the archive does not say.
  var work: SessionWork?
  /// Whether the archive says what it was as a session.
  var hasWork: Bool
  private var day: Day?

  /// - Throws: ``HistoryError`` when a value is not of its kind, or what SQLite throws.
  init(_ id: Int, _ archive: Database) throws {
    // Looked at before anything of that size is read.
    let size = try Int.fetchOne(
      archive, sql: "SELECT length(record) FROM attempt WHERE rowid = ?", arguments: [id])
    guard let size, size <= Archive.record else {
      throw HistoryError(.damaged, "it is larger than a record can be")
    }
    let row = try Row.fetchOne(
      archive, sql: "SELECT record, substr(day, 1, 32) FROM attempt WHERE rowid = ?",
      arguments: [id])
    guard let row else { throw HistoryError(.damaged, "it is gone") }
    record = try row.data(0)
    day = try row.optionalText(1).flatMap { Day($0) }
    work = try ArchivedAttempt.work(of: id, archive)
    hasWork = try Archive.hasSessions(archive)
  }

  /// What an attempt was as a session; nil when it was none.
  static func work(of id: Int, _ archive: Database) throws -> SessionWork? {
    guard try Archive.hasSessions(archive) else { return nil }
    let row = try Row.fetchOne(
      archive,
      sql: """
        SELECT planned, period, CASE WHEN length(effect) <= ? THEN effect ELSE '' END
        FROM attempt WHERE rowid = ? AND effect IS NOT NULL
        """, arguments: [EffectText.longest, id])
    guard let row else { return nil }
    let planned = try row.number(0)
    guard (1...1_000).contains(planned), let effect = EffectText.effect(try row.text(2)) else {
      throw HistoryError(.damaged, "what it did to the patient are no such figures")
    }
    return SessionWork(planned: planned, period: try row.word(1), effect: effect)
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
