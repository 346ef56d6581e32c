import Attempts
import Scoring

/// What is known of a trainee's earlier attempts at each case, from the history.
public struct PastAttempts: Hashable, Sendable {
  public struct OfCase: Hashable, Sendable {
    /// 0 to 100; of attempts that were not abandoned, nil without any.
    public var bestScore: Double?
    public var hasPassed = false
    public var attempts = 0
    /// Of attempts at practice; exams show no aids anyway.
    public internal(set) var fading = FeedbackFading()
  }

  private var cases: [String: OfCase] = [:]
  /// Of all cases, those that were abandoned too.
  public private(set) var attempts = 0
  private var scored = 0
  private var scores = 0.0

  public init() {}

  /// 0 to 100, of attempts that were not abandoned; nil without any.
  public var averageScore: Double? { scored > 0 ? scores / Double(scored) : nil }

  /// Nil where the case was not tried.
  public subscript(caseID: String) -> OfCase? { cases[caseID] }

  /// Adds an attempt; those of a case in order of time.
  mutating func add(caseID: String, score: Double, verdict: String, mode: String) {
    var known = cases[caseID] ?? OfCase()
    known.attempts += 1
    attempts += 1
    if verdict != Result.Verdict.abandoned.rawValue {
      known.bestScore = max(known.bestScore ?? 0, score)
      scored += 1
      scores += score
    }
    let isPassed = verdict == Result.Verdict.passed.rawValue
    if isPassed { known.hasPassed = true }
    if mode == Mode.practice.rawValue { known.fading.add(isPassed: isPassed) }
    cases[caseID] = known
  }
}
