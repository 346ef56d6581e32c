import Attempts
import Foundation
import GRDB
import Patients
public import Scenarios

extension HistoryStore {
  /// What the patient of a case brings to an attempt.
  ///
  /// A patient comes once a day: more of the same day, and what was begun before the last session
  /// but is done later, is that session once more.
  ///
  /// - Parameters:
  ///   - trainee: nil: nobody named.
  ///   - start: of the attempt, ISO 8601 in UTC.
  public func sessionStart(
    of trainee: String?, with scenario: Scenario, start: String
  ) throws(HistoryError) -> SessionStart {
    let first = CourseState.beginning(scenario.patient.period)
    let planned = scenario.patient.prescription.sessions
    guard let course = try course(of: trainee, caseID: scenario.id),
      let last = course.sessions.last
    else { return SessionStart(number: 1, planned: planned, before: first, counts: true) }
    let done = course.done
    guard let today = Day(start: start, in: .current), let lastDay = last.day, today > lastDay
    else {
      return SessionStart(
        number: done, planned: course.planned,
        before: CourseStateText.state(last.session.stateBefore) ?? first, counts: false)
    }
    let left = CourseStateText.state(last.session.stateAfter) ?? first
    let isOver = done >= course.planned
    return SessionStart(
      number: isOver ? done : done + 1, planned: course.planned,
      before: left.resting(days: today - lastDay), counts: !isOver)
  }
}

extension AttemptEntry {
  /// Gives a session its place: as the next one of the open course of the trainee and case, which
  /// begins with it where there is none; none where the patient was there on that day or later, or
  /// the course is over.
  ///
  /// - Returns: its number in the course.
  func place(_ done: SessionDone, attempt: Int, _ db: Database) throws -> Int? {
    guard let day else { return nil }
    if let known = try Row.fetchOne(
      db, sql: "SELECT number FROM session WHERE attempt = ?", arguments: [attempt])
    {
      return try known.number(0)
    }
    let open = try Row.fetchOne(
      db,
      sql: """
        SELECT id, planned FROM course WHERE trainee IS ? AND case_id = ?
        ORDER BY begun DESC, id DESC LIMIT 1
        """, arguments: [header.trainee, caseID])
    let id: String
    var number = 1
    if let open {
      id = try open.text(0)
      let so = try Row.fetchOne(
        db,
        sql: """
          SELECT max(count(*), coalesce(max(number), 0)), max(day) FROM session JOIN attempt ON attempt.id = session.attempt
          WHERE course = ?
          """, arguments: [id])
      let sessions = try so?.number(0) ?? 0
      let last = try so?.optionalText(1).flatMap { Day($0) }
      guard sessions < (try open.number(1)), last.map({ $0 < day }) ?? true else { return nil }
      number = sessions + 1
    } else {
      let course = Course(
        id: Course.makeID(), trainee: header.trainee, caseID: caseID, planned: done.planned,
        begun: header.start, sessions: [])
      try HistoryStore.insert(course, db)
      id = course.id
    }
    try AttemptEntry.insert(
      SessionOfCourse(
        course: id, number: number, stateBefore: done.stateBefore, stateAfter: done.stateAfter,
        indicatorsBefore: done.indicatorsBefore, indicatorsAfter: done.indicatorsAfter),
      attempt: attempt, db)
    return number
  }
}
