import Attempts
import Patients
import Scenarios
import Scoring

@testable import Scenes

/// Histories for the pictures of the screen: an ordinary one, an empty one, long and strange names.
enum HistorySamples {
  static let today = CalendarDay(year: 2026, month: 5, day: 28)
  static let mouse = DeviceClass(Device(kind: .mouse, pressure: .set), millimetresPerPixel: 0.74)
  static let touch = DeviceClass(Device(kind: .touch, pressure: .none), millimetresPerPixel: 0.5)

  static let titles = [
    ("lifting", "Lifting strain, left L4–L5"), ("draught", "Draught on a building site"),
    ("desk", "Desk work and stiff mornings"),
  ]

  /// Attempt number `index` of `count`, 0 the oldest: a trainee who gets better with some falls.
  static func attempt(_ index: Int, of count: Int, titles: [(String, String)])
    -> HistoryModel
    .Attempt
  {
    let progress = Double(index) / Double(max(1, count - 1))
    let wobble = Double((index * 37) % 11) - 5
    let score = min(98, max(20, 48 + 40 * progress + wobble))
    let subject = titles[(index * 5 / 3) % titles.count]
    let isAbandoned = index % 9 == 5
    return HistoryModel.Attempt(
      id: "attempt-\(index)",
      day: CalendarDay(number: today.number - (count - 1 - index) * 2),
      minute: 560 + index * 7 % 500,
      caseID: subject.0, title: subject.1, mode: index % 4 == 3 ? .exam : .practice, score: score,
      passMark: 75, verdict: isAbandoned ? .abandoned : score >= 75 ? .passed : .failed,
      deviceClass: index % 5 == 2 ? touch : mouse,
      kept: Criterion.allCases.enumerated().map { place, criterion in
        if criterion == .pressure, index % 5 == 2 { return nil }
        let own = Double((index * 13 + place * 29) % 17) / 100 - 0.08
        return min(1, max(0, 0.4 + 0.07 * Double(place % 4) + 0.4 * progress + own))
      })
  }

  static func states(_ count: Int) -> [PatientIndicators] {
    (0..<count).map { session in
      let share = Double(session) / 12
      return PatientIndicators(
        pain: 0.62 - 0.5 * share, circulation: 0.2 + 0.4 * share, tension: 0.7 - 0.45 * share,
        rootPressure: 0.6 - 0.25 * share, nerveActivity: 0.4 + 0.3 * share,
        mobility: session == 3 ? 0.3 : 0.45)
    }
  }

  static var courses: [CourseModel] {
    [
      CourseModel(
        caseID: "lifting", title: titles[0].1, sessionsDone: 3, planned: 12,
        next: .session(CalendarDay(number: today.number + 1)),
        proficiency: .oneExam(CalendarDay(number: today.number - 6)), states: states(4),
        today: today),
      CourseModel(
        caseID: "draught", title: titles[1].1, sessionsDone: 10, planned: 10,
        next: .retention(CalendarDay(year: 2026, month: 5, day: 3)),
        proficiency: .proficient(CalendarDay(year: 2026, month: 4, day: 2)), states: states(11),
        today: today),
      CourseModel(
        caseID: "desk", title: titles[2].1, sessionsDone: 1, planned: 15,
        next: .session(today), states: states(2), today: today),
    ]
  }

  static func model(_ count: Int = 24, titles: [(String, String)] = titles) -> HistoryModel {
    HistoryModel(
      trainee: "Anna Kovač", today: today,
      attempts: (0..<count).reversed().map { attempt($0, of: count, titles: titles) },
      courses: courses)
  }

  static var ordinary: HistoryScreen {
    var choice = HistoryChoice()
    choice.attempt = "attempt-19"
    return HistoryScreen(model(), choice: choice)
  }

  /// An attempt that was not passed is chosen, and a criterion.
  static var failed: HistoryScreen {
    var choice = HistoryChoice()
    choice.attempt = "attempt-13"
    choice.curve = .criterion(.speed)
    return HistoryScreen(model(), choice: choice)
  }

  static var empty: HistoryScreen { HistoryScreen(HistoryModel(today: today)) }

  /// The record of the chosen attempt is being read.
  static var opening: HistoryScreen {
    var screen = ordinary
    screen.opening = screen.choice.attempt
    for place in screen.model.attempts.indices {
      screen.model.attempts[place].canBeOpened = true
    }
    return screen
  }

  /// Names as long as files allow, from right to left, in Chinese, and every way a course stands.
  static var long: HistoryScreen {
    let titles = [
      ("long", SampleCases.prose(80)), ("hebrew", "כאבי גב אחרי הרמה של משא כבד, צד שמאל"),
      ("chinese", "搬运重物后左侧腰部拉伤，夜间疼痛明显加重"), ("arabic", "ألم أسفل الظهر"),
    ]
    var model = model(40, titles: titles)
    model.trainee = SampleCases.prose(80)
    model.attempts[0].canBeOpened = true
    model.attempts[1].day = nil
    model.attempts[2].mode = .drill
    let steps: [CourseStep] = [
      .over, .retention(CalendarDay(number: today.number + 30)), .retention(today),
      .session(CalendarDay(year: 2027, month: 1, day: 9)),
    ]
    model.courses = zip(titles, steps).map { title, step in
      CourseModel(
        caseID: title.0, title: title.1, sessionsDone: step == .over ? 15 : 11, planned: 15,
        next: step,
        proficiency: .proficient(CalendarDay(year: 2025, month: 12, day: 31)), states: states(12),
        today: today)
    }
    var choice = HistoryChoice()
    choice.curve = .criterion(.pressure)
    return HistoryScreen(model, choice: choice)
  }

  /// Courses without an attempt, as where attempts were made elsewhere.
  static var begun: HistoryScreen {
    var screen = ordinary
    screen.model.attempts = []
    return screen
  }

  /// One attempt at one case, nothing else.
  static var first: HistoryScreen {
    var screen = HistoryScreen(model(1))
    screen.model.courses = []
    return screen
  }

  /// A library in which courses stand.
  static var library: LibraryScreen {
    var screen = LibraryHeaderTests.screen
    screen.cases[0].course = courses[2]
    screen.cases[0].course?.sessionsDone = 3
    screen.cases[0].course?.planned = 12
    screen.cases[1].course = courses[1]
    screen.cases[3].course = courses[0]
    screen.cases[3].course?.proficiency = .proficient(today)
    return screen
  }
}
