import Attempts
import Foundation
import History
import Patients
import Scenarios
import Scoring

/// The session of a course that an attempt would be.
struct CourseSession: Sendable {
  /// Nil where the course begins with it.
  var course: String?
  /// From 1.
  var number: Int
  /// Of the whole course.
  var planned: Int
  /// The patient as earlier sessions and the days since left them.
  var before: CourseState
  /// False for an attempt that does not take the course on: a patient comes once a day, and not
  /// after the last session.
  var counts: Bool
}

/// Courses: what a patient brings to an attempt, and takes from it.
extension AttemptStore {
  /// What the patient of a case brings to an attempt.
  ///
  /// - Parameter start: the wall clock, ISO 8601 in UTC.
  func nextSession(
    of trainee: String?, with scenario: Scenario, start: String
  ) throws(HistoryError) -> CourseSession {
    let planned = scenario.patient.prescription.sessions
    let first = CourseState.beginning(scenario.patient.period)
    guard let course = try history.course(of: trainee, caseID: scenario.id) else {
      return CourseSession(number: 1, planned: planned, before: first, counts: true)
    }
    let today = Day(start: start, in: .current)
    guard let last = course.sessions.last else {
      return CourseSession(
        course: course.id, number: 1, planned: course.planned, before: first, counts: true)
    }
    if let today, last.day == today {
      // The same session once more.
      return CourseSession(
        course: course.id, number: last.session.number, planned: course.planned,
        before: AttemptStore.state(last.session.stateBefore) ?? first, counts: false)
    }
    let days = today.flatMap { today in last.day.map { today - $0 } } ?? 0
    let before = (AttemptStore.state(last.session.stateAfter) ?? first).resting(days: days)
    let isOver = course.sessions.count >= course.planned
    return CourseSession(
      course: course.id, number: last.session.number + (isOver ? 0 : 1), planned: course.planned,
      before: before, counts: !isOver)
  }

  /// The row of a session that an attempt was; nil when it was none: not ended by the trainee, a
  /// drill, a demonstration, or nobody was touched.
  func courseSession(_ attempt: inout FinishedAttempt) -> SessionOfCourse? {
    guard let session = attempt.course, session.counts, attempt.header.origin == .live,
      attempt.header.mode != .drill, attempt.result.verdict != .abandoned,
      attempt.effect.wasTouched,
      let before = AttemptStore.text(session.before),
      let after = AttemptStore.text(session.before.finishing(attempt.effect))
    else { return nil }
    var id = session.course
    if id == nil {
      // Where the course cannot begin, the attempt cannot be entered either and says why.
      id = try? history.beginCourse(
        of: attempt.header.trainee, caseID: attempt.caseFile.scenario.id,
        planned: session.planned, begun: attempt.header.start
      ).id
      attempt.course?.course = id
    }
    guard let id else { return nil }
    return SessionOfCourse(
      course: id, number: session.number, stateBefore: before, stateAfter: after,
      indicatorsBefore: Indicators(attempt.effect.before),
      indicatorsAfter: Indicators(attempt.effect.after))
  }

  /// A state as the history keeps it; nil for anything else.
  static func state(_ text: String) -> CourseState? {
    try? JSONDecoder().decode(CourseState.self, from: Data(text.utf8))
  }

  private static func text(_ state: CourseState) -> String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(state)).map { String(decoding: $0, as: UTF8.self) }
  }
}
