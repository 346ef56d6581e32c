import Attempts
import Foundation
import GRDB
import Handover
import Scenarios
import Scoring

/// The rows of one attempt.
struct AttemptEntry {
  var header: Header
  var caseID: String
  var title: String
  var scenarioSHA256: String
  var result: Result
  var nanometresPerPixel: Int?
  var day: Day?
  /// Name of the record in its folder.
  var file: String
  var fingerprint: RecordsFolder.Fingerprint
  /// What it was as a session; nil when it was none.
  var work: SessionWork?
  /// Whether it is still to be read what it was as a session.
  var isUnread = false

  /// Enters the attempt.
  ///
  /// - Returns: its number; nil when a record of the same bytes is known.
  func insert(_ db: Database) throws -> Int? {
    guard try AttemptEntry.find(fingerprint.sha256, db) == nil else { return nil }
    if let trainee = header.trainee { try AttemptEntry.meet(trainee, db) }
    try db.execute(
      sql: """
        INSERT INTO attempt (
          trainee, start, day, case_id, title, scenario_sha256, mode, origin, device, pressure,
          nanometres_per_pixel, scale, rules, program, duration_ms, verdict, score_tenths,
          pass_mark, borderline, ended, file, sha256, bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        header.trainee, header.start, day?.description, caseID, title, scenarioSHA256,
        header.mode.rawValue, header.origin.rawValue, header.device.kind.rawValue,
        header.device.pressure.rawValue, nanometresPerPixel,
        nanometresPerPixel.map { ScaleClass(nanometresPerPixel: $0).rawValue }, header.ruleSet,
        header.program, AttemptEntry.units(result.duration, places: 3), result.verdict.rawValue,
        AttemptEntry.units(result.score, places: 1), result.passMark, result.borderline,
        result.verdict != .abandoned, file, fingerprint.sha256, fingerprint.bytes,
      ])
    let id = Int(db.lastInsertedRowID)
    try db.execute(
      sql: "INSERT INTO result (attempt, line) VALUES (?, ?)",
      arguments: [
        id, ResultJSON.line(result, record: file, scenarioSHA256: scenarioSHA256),
      ])
    for criterion in result.criteria {
      try db.execute(
        sql: """
          INSERT INTO criterion (attempt, id, weight, assessed, lost_tenths, effective_tenths)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, criterion.criterion.rawValue, criterion.weight, criterion.assessed,
          AttemptEntry.units(criterion.lost, places: 1), criterion.effectiveTenths,
        ])
    }
    if let work { try AttemptEntry.insert(work, attempt: id, db) }
    if isUnread {
      try db.execute(sql: "INSERT INTO unread (attempt) VALUES (?)", arguments: [id])
    }
    return id
  }

  /// Says what an attempt was as a session, unless that is known.
  static func insert(_ work: SessionWork, attempt: Int, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO session (attempt, planned, period, effect) VALUES (?, ?, ?, ?)",
      arguments: [
        attempt, work.planned, work.period.rawValue, try EffectText.text(work.effect),
      ])
  }

  /// Whether an attempt was live, no drill and not left early.
  static func canBeSession(_ attempt: Int, _ db: Database) throws -> Bool {
    try Row.fetchOne(
      db,
      sql: """
        SELECT 1 FROM attempt
        WHERE id = ? AND origin = 'live' AND mode <> 'drill' AND verdict <> 'abandoned'
        """, arguments: [attempt]) != nil
  }

  /// Takes note of what was read once more of an attempt that is known.
  static func read(_ judged: JudgedRecord, attempt: Int, _ db: Database) throws {
    for criterion in judged.result.criteria {
      try db.execute(
        sql: "UPDATE criterion SET effective_tenths = ? WHERE attempt = ? AND id = ?",
        arguments: [criterion.effectiveTenths, attempt, criterion.criterion.rawValue])
    }
    if let work = judged.work { try insert(work, attempt: attempt, db) }
    try db.execute(sql: "DELETE FROM unread WHERE attempt = ?", arguments: [attempt])
  }

  /// Number and file of the attempt whose record has these bytes.
  static func find(_ sha256: String, _ db: Database) throws -> (id: Int, file: String)? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT id, file FROM attempt WHERE sha256 = ?", arguments: [sha256])
    else { return nil }
    return (try row.number(0), try row.text(1))
  }

  /// Follows a record to another name, in the attempt and in its result's line.
  static func rename(
    _ known: (id: Int, file: String), to file: String, _ db: Database
  ) throws {
    try db.execute(
      sql: "UPDATE attempt SET file = ? WHERE id = ?", arguments: [file, known.id])
    let row = try Row.fetchOne(
      db, sql: "SELECT line FROM result WHERE attempt = ?", arguments: [known.id])
    guard let line = try row?.text(0), line.hasPrefix(opening(known.file)) else { return }
    try db.execute(
      sql: "UPDATE result SET line = ? WHERE attempt = ?",
      arguments: [opening(file) + line.dropFirst(opening(known.file).count), known.id])
  }

  /// How the line of a record begins, up to its name.
  private static func opening(_ file: String) -> String {
    String(ResultJSON.errorLine(record: file, error: "").dropLast(",\"error\":\"\"}".count))
  }

  /// Makes a trainee of an id that is not known, without a name.
  static func meet(_ trainee: String, _ db: Database) throws {
    try db.execute(sql: "INSERT OR IGNORE INTO trainee (id) VALUES (?)", arguments: [trainee])
  }

  /// A figure in whole units of a power of ten.
  private static func units(_ figure: Figure, places: Int) -> Int {
    var units = figure.units
    var at = figure.places
    while at < places {
      units *= 10
      at += 1
    }
    while at > places {
      units /= 10
      at -= 1
    }
    return units
  }
}
