import Attempts
import Scoring

/// What one trainee did at one case.
public struct TraineeSummary: Hashable, Sendable {
  /// Nil: nobody named.
  public var id: String?
  /// Also those that were abandoned; not what was handed in before.
  public var attempts: Int
  public var abandoned: Int
  /// Tenths; nil when none was ended.
  public var best: Int?
  /// Of the last that was ended.
  public var last: Int?
  public var exams: Int
  public var passedExams: Int

  static func all(_ attempts: [CaseGroup.Attempt], _ submissions: [Submission]) -> [TraineeSummary]
  {
    var all: [TraineeSummary] = []
    for attempt in attempts where attempt.repeats == nil {
      let result = submissions[attempt.index].result
      if all.isEmpty || all[all.count - 1].id != result.trainee {
        all.append(
          TraineeSummary(
            id: result.trainee, attempts: 0, abandoned: 0, best: nil, last: nil, exams: 0,
            passedExams: 0))
      }
      let at = all.count - 1
      all[at].attempts += 1
      if result.verdict == .abandoned { all[at].abandoned += 1 }
      if result.mode == .exam { all[at].exams += 1 }
      if result.mode == .exam, result.verdict == .passed { all[at].passedExams += 1 }
      guard attempt.counts else { continue }
      all[at].best = max(all[at].best ?? 0, result.score.units)
      all[at].last = result.score.units
    }
    return all
  }
}
