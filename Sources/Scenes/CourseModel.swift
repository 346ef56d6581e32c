public import Patients

/// What is known of a trainee's course with the patient of a case.
public struct CourseModel: Hashable, Sendable {
  public var caseID: String
  /// Of the case.
  public var title: String
  public var sessionsDone: Int
  /// Sessions that the course has, 10 to 15.
  public var planned: Int
  public var next: CourseStep
  public var proficiency: Proficiency
  /// The patient before the first session, then after each one.
  public var states: [PatientIndicators]
  /// The day on which this holds.
  public var today: CalendarDay

  public init(
    caseID: String, title: String, sessionsDone: Int, planned: Int, next: CourseStep,
    proficiency: Proficiency = .none, states: [PatientIndicators] = [], today: CalendarDay
  ) {
    self.caseID = caseID
    self.title = title
    self.sessionsDone = sessionsDone
    self.planned = planned
    self.next = next
    self.proficiency = proficiency
    self.states = states
    self.today = today
  }

  /// Whether what comes next can be done today.
  public var isDue: Bool { next.day.map { $0 <= today } ?? false }

  /// Number of the session that is under way or comes next, 1 to ``planned``.
  var session: Int { min(sessionsDone + 1, max(planned, 1)) }
}

/// What comes next in a course.
public enum CourseStep: Hashable, Sendable {
  /// The next session, from this day on.
  case session(CalendarDay)
  /// Shows whether what was learnt is still there, from this day on.
  case retention(CalendarDay)
  case over

  var day: CalendarDay? {
    switch self {
    case .session(let day), .retention(let day): day
    case .over: nil
    }
  }
}

/// Two exams passed in a row on different days, or how far it is to that.
public enum Proficiency: Hashable, Sendable {
  case none
  /// The last exam was passed, on this day.
  case oneExam(CalendarDay)
  /// Since this day.
  case proficient(CalendarDay)
}
