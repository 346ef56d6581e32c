import Attempts
import Scoring

/// Where a trainee stands with a case: proficient or not, and when a check is due.
///
/// Proficient is who passed two exams of the case in a row on different days. What was learnt fades,
/// and looking back at growing distances keeps it (spaced practice: Cepeda and others, *Distributed
/// practice in verbal recall tasks*, Psychological Bulletin 132, 2006), so a check, which is an exam
/// of the case, is due ``distances`` days after it was last shown. The figures are didactic: chosen for a course
/// of some months, measured on nobody.
public struct Standing: Hashable, Sendable {
  /// Days to the first, the second and every later check. Didactic.
  public static let distances = [7, 21, 60]

  /// Nil while the trainee is not proficient.
  public private(set) var proficient: Day?
  /// Checks passed in a row since.
  public private(set) var checks = 0
  /// When the next check is due; nil while the trainee is not proficient.
  public private(set) var due: Day?

  /// The day of the passed exam that one more on another day makes proficiency of; nil where the
  /// row is broken.
  public private(set) var lastPassed: Day?
  /// Whether the check that is due was tried and not passed.
  private var hasFailed = false

  public init() {}

  /// - Parameter attempts: of one trainee, in order of their start; those of other cases and those
  ///   that do not count are passed over.
  public init(_ attempts: [PastAttempt], of caseID: String) {
    for attempt in attempts where attempt.caseID == caseID && attempt.counts {
      add(attempt)
    }
  }

  /// Whether a check is due on a day, or was before it.
  public func isDue(_ today: Day) -> Bool { due.map { $0 <= today } ?? false }

  /// Where a trainee stands with every case that was tried, in the order of their ids.
  public static func all(
    _ attempts: [PastAttempt]
  ) -> [(caseID: String, standing: Standing)] {
    var known: [String: Standing] = [:]
    for attempt in attempts where attempt.counts {
      known[attempt.caseID, default: Standing()].add(attempt)
    }
    return known.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private mutating func add(_ attempt: PastAttempt) {
    // An exam of no known day can neither be on another day nor on time.
    guard attempt.mode == .exam, let day = attempt.day else { return }
    let isPassed = attempt.verdict == .passed
    if proficient == nil {
      guard isPassed else {
        lastPassed = nil
        return
      }
      if let lastPassed, lastPassed != day {
        proficient = day
        due = day + Standing.distances[0]
      }
      lastPassed = day
    } else if let due, day >= due {
      // What was not shown is due still, and then from the shortest distance again.
      guard isPassed else {
        hasFailed = true
        checks = 0
        return
      }
      checks = hasFailed ? 0 : checks + 1
      hasFailed = false
      self.due = day + Standing.distances[min(checks, Standing.distances.count - 1)]
    }
  }
}

/// What is known of a trainee's attempts at one case.
public struct CaseSummary: Hashable, Sendable {
  public var caseID: String
  /// Tenths of a point; of attempts that were not abandoned, nil without any.
  public var best: Int?
  public var hasPassed = false
  /// Abandoned ones too.
  public var attempts = 0

  /// Of a case that was not tried.
  public init(caseID: String) { self.caseID = caseID }

  /// Of every case that was tried, in the order of their ids.
  public static func all(_ attempts: [PastAttempt]) -> [CaseSummary] {
    var known: [String: CaseSummary] = [:]
    for attempt in attempts where attempt.counts {
      var summary = known[attempt.caseID] ?? CaseSummary(caseID: attempt.caseID)
      summary.attempts += 1
      if attempt.verdict != .abandoned { summary.best = max(summary.best ?? 0, attempt.score) }
      if attempt.verdict == .passed { summary.hasPassed = true }
      known[attempt.caseID] = summary
    }
    return known.values.sorted { $0.caseID < $1.caseID }
  }
}
