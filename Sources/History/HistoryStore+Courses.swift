import Attempts
import Foundation
import GRDB
import Scoring

extension HistoryStore {
  /// The open course of a trainee, nil: of nobody named, with its sessions so far; nil without one.
  public func course(of trainee: String?, caseID: String) throws(HistoryError) -> Course? {
    try courses(of: trainee, caseID: caseID).last
  }

  /// Every course of a trainee, of one case or of all, in the order in which they were begun.
  public func courses(
    of trainee: String?, caseID: String? = nil
  ) throws(HistoryError) -> [Course] {
    try read(or: []) { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, case_id, planned, begun FROM course
          WHERE trainee IS :trainee AND (:case IS NULL OR case_id = :case) ORDER BY begun, id
          """,
        arguments: ["trainee": trainee, "case": caseID]
      ).map { row in
        let id = try row.text(0)
        return Course(
          id: id, trainee: trainee, caseID: try row.text(1), planned: try row.number(2),
          begun: try row.text(3), sessions: try HistoryStore.sessions(of: id, db))
      }
    }
  }

  /// Begins a course, without any session.
  ///
  /// - Parameters:
  ///   - planned: how many sessions the patient was prescribed, from 1.
  ///   - begun: the wall clock, ISO 8601 in UTC.
  public func beginCourse(
    of trainee: String?, caseID: String, planned: Int, begun: String
  ) throws(HistoryError) -> Course {
    let course = Course(
      id: Course.makeID(), trainee: trainee, caseID: caseID, planned: planned, begun: begun,
      sessions: [])
    try write { db in try HistoryStore.insert(course, db) }
    return course
  }

  static func insert(_ course: Course, _ db: Database) throws {
    if let trainee = course.trainee { try AttemptEntry.meet(trainee, db) }
    try db.execute(
      sql: "INSERT INTO course (id, trainee, case_id, planned, begun) VALUES (?, ?, ?, ?, ?)",
      arguments: [course.id, course.trainee, course.caseID, course.planned, course.begun])
  }

  private static func sessions(of course: String, _ db: Database) throws -> [Course.Session] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT attempt.id, start, day, mode, verdict, score_tenths, number, state_before,
          state_after, indicators_before, indicators_after
        FROM session JOIN attempt ON attempt.id = session.attempt
        WHERE course = ? ORDER BY start, attempt.id
        """,
      arguments: [course]
    ).map { row in
      Course.Session(
        attempt: try row.number(0), start: try row.text(1),
        day: try row.optionalText(2).flatMap { Day($0) }, mode: try row.word(3),
        verdict: try row.word(4), score: try row.number(5),
        session: try SessionOfCourse(row, from: 6, course: course))
    }
  }
}

extension SessionOfCourse {
  /// From number, both states and both indicators of a row.
  init(_ row: Row, from column: Int, course: String) throws(HistoryError) {
    guard
      let before = IndicatorsText.indicators(try row.text(column + 3)),
      let after = IndicatorsText.indicators(try row.text(column + 4))
    else {
      throw HistoryError(
        .damaged,
        "It holds a session of course \(course) whose figures are none. Put back a copy of it.")
    }
    self.init(
      course: course, number: try row.number(column), stateBefore: try row.text(column + 1),
      stateAfter: try row.text(column + 2), indicatorsBefore: before, indicatorsAfter: after)
  }
}
