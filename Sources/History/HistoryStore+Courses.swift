import Attempts
import Foundation
import GRDB
public import Patients
public import Scenarios
import Scoring

extension HistoryStore {
  /// The course of a trainee, nil: of nobody named, with the patient of a case; nil before its first
  /// session.
  public func course(of trainee: String?, caseID: String) throws(HistoryError) -> Course? {
    try read(or: nil) { db in
      try HistoryStore.courses(
        where: "trainee IS :trainee AND case_id = :case", ["trainee": trainee, "case": caseID], db
      ).first
    }
  }

  /// Every course of a trainee, in the order in which they were begun.
  public func courses(of trainee: String?) throws(HistoryError) -> [Course] {
    try read(or: []) { db in
      try HistoryStore.courses(where: "trainee IS :trainee", ["trainee": trainee], db)
    }
  }

  /// The patient of a case as they come to a trainee on a day.
  ///
  /// - Parameters:
  ///   - trainee: nil: nobody named.
  ///   - day: nil, as of a start that is no time: they come as to a first session.
  public func patient(
    of scenario: Scenario, to trainee: String?, on day: Day?
  ) throws(HistoryError) -> CourseState {
    guard let day, let course = try course(of: trainee, caseID: scenario.id) else {
      return .beginning(scenario.patient.period)
    }
    return course.state(on: day)
  }

  /// Courses made of the attempts that meet a condition.
  static func courses(
    where condition: String, _ arguments: [String: String?], _ db: Database
  ) throws -> [Course] {
    var courses: [Course] = []
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT trainee, case_id, day, attempt.id, start, mode, verdict, score_tenths, planned,
          period, effect
        FROM session JOIN attempt ON attempt.id = session.attempt
        WHERE day IS NOT NULL AND \(condition)
        ORDER BY trainee, case_id, day, start, attempt.id
        """,
      arguments: StatementArguments(arguments))
    while let row = try cursor.next() {
      let (trainee, caseID) = (try row.optionalText(0), try row.text(1))
      guard let day = Day(try row.text(2)) else { throw HistoryError.strange }
      let isOpen = courses.last.map { $0.trainee == trainee && $0.caseID == caseID } ?? false
      // Most rows of a long practice are none, and need not be read whole.
      if isOpen, courses.last?.takes(day) == false { continue }
      guard let effect = EffectText.effect(try row.text(10)) else { throw HistoryError.strange }
      let candidate = Course.Candidate(
        attempt: try row.number(3), start: try row.text(4), day: day, mode: try row.word(5),
        verdict: try row.word(6), score: try row.number(7),
        work: SessionWork(planned: try row.number(8), period: try row.word(9), effect: effect))
      if isOpen {
        courses[courses.count - 1].add(candidate)
      } else {
        courses.append(Course(trainee: trainee, caseID: caseID, first: candidate))
      }
    }
    return courses.sorted {
      ($0.sessions[0].start, $0.caseID) < ($1.sessions[0].start, $1.caseID)
    }
  }
}
