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
  public var states: [CourseState]
  /// The day on which this holds.
  public var today: CalendarDay

  public init(
    caseID: String, title: String, sessionsDone: Int, planned: Int, next: CourseStep,
    proficiency: Proficiency = .none, states: [CourseState] = [], today: CalendarDay
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

/// The six things that massage changes, of the patient of a course. Didactic.
public enum CourseIndicator: String, CaseIterable, Hashable, Sendable {
  case pain, circulation, tension, rootPressure, nerveActivity, mobility

  /// Whether the patient is better when it rises.
  var isBetterRising: Bool {
    switch self {
    case .pain, .tension, .rootPressure: false
    case .circulation, .nerveActivity, .mobility: true
    }
  }
}

/// The indicators at one moment of a course, each 0 to 1.
public struct CourseState: Hashable, Sendable {
  public var pain: Double
  public var circulation: Double
  public var tension: Double
  public var rootPressure: Double
  public var nerveActivity: Double
  public var mobility: Double

  public init(
    pain: Double, circulation: Double, tension: Double, rootPressure: Double,
    nerveActivity: Double, mobility: Double
  ) {
    self.pain = pain
    self.circulation = circulation
    self.tension = tension
    self.rootPressure = rootPressure
    self.nerveActivity = nerveActivity
    self.mobility = mobility
  }

  public subscript(indicator: CourseIndicator) -> Double {
    switch indicator {
    case .pain: pain
    case .circulation: circulation
    case .tension: tension
    case .rootPressure: rootPressure
    case .nerveActivity: nerveActivity
    case .mobility: mobility
    }
  }
}
