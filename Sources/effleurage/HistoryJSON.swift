import Attempts
import Handover
import History
import Patients
import Scenarios
import Scoring

/// The history as JSON lines: ids and no name.
enum HistoryJSON {
  /// Version of these lines, which each begins with.
  static let format = 1

  /// Attempts, the latest first; then cases in the order of their ids; then courses in the order in
  /// which they were begun.
  static func lines(_ chapter: TraineeHistory) -> [String] {
    chapter.attempts.map(line) + chapter.cases.map { line($0, of: chapter.id) }
      + chapter.courses.map(line)
  }

  private static func line(_ attempt: AttemptSummary) -> String {
    let past = attempt.past
    return JSONText.object([
      "effleurage": String(format),
      "kind": JSONText.string("attempt"),
      "trainee": JSONText.string(attempt.trainee),
      "start": JSONText.string(past.start.isEmpty ? nil : past.start),
      "day": JSONText.string(past.day?.description),
      "case": JSONText.string(past.caseID),
      "title": JSONText.string(attempt.title),
      "mode": JSONText.string(past.mode.rawValue),
      "origin": JSONText.string(past.origin.rawValue),
      "device": JSONText.object([
        "kind": JSONText.string(attempt.device.kind.rawValue),
        "pressure": JSONText.string(attempt.device.pressure.rawValue),
        "mm_per_pixel": JSONText.figure(
          attempt.device.scale.map { Figure.hundredths($0.millimetresPerPixel) }),
      ]),
      "rules": String(attempt.ruleSet),
      "duration_s": Figure(units: attempt.duration, places: 3).description,
      "verdict": JSONText.string(past.verdict.rawValue),
      "score": Figure.tenths(past.score).description,
      "passMark": String(attempt.passMark),
      "borderline": JSONText.boolean(attempt.borderline),
      "session": JSONText.whole(attempt.session),
      "sha256": JSONText.string(attempt.sha256),
    ])
  }

  private static func line(_ one: TraineeHistory.Case, of trainee: String?) -> String {
    JSONText.object([
      "effleurage": String(format),
      "kind": JSONText.string("case"),
      "trainee": JSONText.string(trainee),
      "case": JSONText.string(one.id),
      "attempts": String(one.summary.attempts),
      "best": JSONText.figure(one.summary.best.map { Figure.tenths($0) }),
      "passed": JSONText.boolean(one.summary.hasPassed),
      "proficient": JSONText.string(one.standing.proficient?.description),
      "checks": String(one.standing.checks),
      "due": JSONText.string(one.standing.due?.description),
      "course": JSONText.string(one.course?.id),
    ])
  }

  private static func line(_ course: Course) -> String {
    JSONText.object([
      "effleurage": String(format),
      "kind": JSONText.string("course"),
      "trainee": JSONText.string(course.trainee),
      "case": JSONText.string(course.caseID),
      "course": JSONText.string(course.id),
      "begun": JSONText.string(course.begun),
      "planned": String(course.planned),
      "sessions": JSONText.array(
        course.sessions.map { done in
          JSONText.object([
            "session": String(done.number),
            "start": JSONText.string(done.start.isEmpty ? nil : done.start),
            "day": JSONText.string(done.day.description),
            "verdict": JSONText.string(done.verdict.rawValue),
            "score": Figure.tenths(done.score).description,
            "before": indicators(done.effect.before),
            "after": indicators(done.effect.after),
          ])
        }),
    ])
  }

  private static func indicators(_ indicators: PatientIndicators) -> String {
    func share(_ value: Double) -> String {
      JSONText.figure(value.isFinite ? Figure.thousandths(min(max(value, 0), 1)) : nil)
    }
    return JSONText.object([
      "pain": share(indicators.pain),
      "circulation": share(indicators.circulation),
      "tension": share(indicators.tension),
      "rootPressure": share(indicators.rootPressure),
      "nerveActivity": share(indicators.nerveActivity),
      "mobility": share(indicators.mobility),
    ])
  }
}
