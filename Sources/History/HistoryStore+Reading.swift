import Attempts
import Foundation
import GRDB
import Scenarios
import Scoring

extension HistoryStore {
  /// The attempts of a trainee, nil: of nobody named, that count, in order of their start. Drills and
  /// demonstrations do not.
  public func past(of trainee: String?) throws(HistoryError) -> [PastAttempt] {
    try read(or: []) { db in
      try HistoryStore.rows(
        db,
        sql: """
          SELECT id, case_id, start, day, score_tenths, verdict, mode, origin, ended FROM attempt
          WHERE trainee IS ? AND origin = 'live' AND mode <> 'drill' ORDER BY start, id
          """,
        arguments: [trainee]
      ) { row in try PastAttempt(row) }
    }
  }

  /// Attempts of a trainee, nil: of nobody named, the latest first; drills and demonstrations too.
  public func attempts(
    of trainee: String?, limit: Int = .max
  ) throws(HistoryError) -> [AttemptSummary] {
    try summaries(
      where: "trainee IS :trainee", ["trainee": trainee], limit: limit)
  }

  /// Attempts of everybody, the latest first.
  public func attempts(limit: Int = .max) throws(HistoryError) -> [AttemptSummary] {
    try summaries(where: "true", [:], limit: limit)
  }

  /// The share of each criterion's weight that was kept, 0 to 1, in the order of `Criterion`, by the
  /// numbers of a trainee's attempts; nil where it was not assessed.
  public func keptShares(of trainee: String?) throws(HistoryError) -> [Int: [Double?]] {
    try read(or: [:]) { db in
      try HistoryStore.keptShares(
        db, where: "trainee IS :value AND origin = 'live'",
        value: trainee?.databaseValue ?? .null)
    }
  }

  /// Where no criterion was assessed.
  static let noShares = [Double?](repeating: nil, count: Criterion.allCases.count)

  /// As ``keptShares(of:)``, of the attempts that a condition on `:value` names.
  static func keptShares(
    _ db: Database, where condition: String, value: DatabaseValue
  ) throws -> [Int: [Double?]] {
    let places = Dictionary(
      uniqueKeysWithValues: Criterion.allCases.enumerated().map { ($1.rawValue, $0) })
    var shares: [Int: [Double?]] = [:]
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT criterion.attempt, criterion.id, effective_tenths, lost_tenths
        FROM criterion JOIN attempt ON attempt.id = criterion.attempt
        WHERE \(condition) AND assessed = 1 AND effective_tenths > 0
        """,
      arguments: ["value": value])
    while let row = try cursor.next() {
      guard let place = places[try row.text(1)] else { continue }
      let kept = 1 - Double(try row.number(3)) / Double(try row.number(2))
      shares[try row.number(0), default: noShares][place] = min(max(kept, 0), 1)
    }
    return shares
  }

  /// The line that scoring the attempt's record writes; nil when there is no such attempt.
  public func result(of attempt: Int) throws(HistoryError) -> String? {
    try read(or: nil) { db in
      try String.fetchOne(
        db, sql: "SELECT line FROM result WHERE attempt = ?", arguments: [attempt])
    }
  }

  private func summaries(
    where condition: String, _ arguments: [String: String?], limit: Int
  ) throws(HistoryError) -> [AttemptSummary] {
    var all = StatementArguments(arguments)
    all += ["limit": max(0, limit)]
    return try read(or: []) { db in
      var numbers: [Int: Int] = [:]
      for course in try HistoryStore.courses(where: condition, arguments, db) {
        for session in course.sessions { numbers[session.attempt] = session.number }
      }
      return try HistoryStore.rows(
        db,
        sql: """
          SELECT id, case_id, start, day, score_tenths, verdict, mode, origin, ended, trainee,
            title, device, pressure, scale, rules, duration_ms, pass_mark, borderline, file, sha256
          FROM attempt WHERE \(condition) ORDER BY start DESC, id DESC LIMIT :limit
          """,
        arguments: all
      ) { row in
        AttemptSummary(
          past: try PastAttempt(row), trainee: try row.optionalText(9), title: try row.text(10),
          device: try DeviceClass(row, from: 11), ruleSet: try row.number(14),
          duration: try row.number(15), passMark: try row.number(16),
          borderline: try row.flag(17), record: records.path(of: try row.text(18)),
          sha256: try row.text(19), session: numbers[try row.number(0)])
      }
    }
  }

  /// Rows one by one, each made into a value before the next is read.
  private static func rows<Value>(
    _ db: Database, sql: String, arguments: StatementArguments, _ value: (Row) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    let cursor = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    while let row = try cursor.next() { values.append(try value(row)) }
    return values
  }
}

extension PastAttempt {
  /// From the first nine columns of a row.
  fileprivate init(_ row: Row) throws(HistoryError) {
    self.init(
      id: try row.number(0), caseID: try row.text(1), start: try row.text(2),
      day: try row.optionalText(3).flatMap { Day($0) }, score: try row.number(4),
      verdict: try row.word(5), mode: try row.word(6), origin: try row.word(7),
      ended: try row.flag(8))
  }
}

extension DeviceClass {
  /// From three columns of a row.
  fileprivate init(_ row: Row, from column: Int) throws(HistoryError) {
    let scale = try row.optionalNumber(column + 2).flatMap { ScaleClass(rawValue: $0) }
    self.init(kind: try row.word(column), pressure: try row.word(column + 1), scale: scale)
  }
}
