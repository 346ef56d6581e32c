public import Attempts
public import Scenarios
import Scoring

/// The attempts of a class at one case, which is one because its bytes are.
public struct CaseGroup: Sendable {
  /// What the library says of the case.
  public enum Standing: Hashable, Sendable {
    case inTheLibrary
    /// The library's case of this id has other bytes.
    case changed
    /// The library has no case of this id.
    case unknown
  }

  public struct Attempt: Hashable, Sendable {
    /// In the submissions.
    public var index: Int
    /// Which of the trainee's at this case, from 1, in the order of time; nil of nobody named and
    /// of what was handed in before.
    public var number: Int?
    /// The record that is the same, in the submissions; such an attempt is listed and counts once.
    public var repeats: Int?
    /// Whether it is in the figures: ended, and not handed in before.
    public var counts: Bool
  }

  public let scenarioID: String
  public let sha256: String
  public let title: String
  public let passMark: Int
  public let standing: Standing
  /// By trainee, nobody named last, then by time.
  public let attempts: [Attempt]
  /// In the order of their ids, nobody named last.
  public let trainees: [TraineeSummary]
  public let verdicts: [VerdictCount]
  /// How the scores of what counts lie, in tenths; nil when nothing counts.
  public let scores: Spread?
  /// In the order of ``Criterion``.
  public let criteria: [CriterionSpread]
  /// Those that were used, most attempts first.
  public let progress: [ProgressClass]
  /// What cost most first.
  public let costs: [Cost]
  /// What nobody may do, in the order of how many did.
  public let criticals: [Critical]

  /// How what was kept of a criterion lies, in thousandths of its weight in each attempt.
  public struct CriterionSpread: Hashable, Sendable {
    public var criterion: Criterion
    /// Of attempts that count and in which it was assessed; in the order of ``attempts``.
    public var kept: [Int]
    public var spread: Spread?
  }

  public struct VerdictCount: Hashable, Sendable {
    public var mode: Mode
    public var passed = 0
    public var failed = 0
    public var abandoned = 0
    public var borderline = 0
  }

  public struct Critical: Hashable, Sendable {
    public var code: String
    public var attempts: Int
    public var advice: String
  }

  /// - Parameter indices: of at least one submission, all of one case; by trainee and time.
  init(_ indices: [Int], of submissions: [Submission], library: [LibraryCase]) {
    let first = submissions[indices[0]]
    scenarioID = first.result.scenarioID
    sha256 = first.scenarioSHA256
    title = first.title
    passMark = first.result.passMark
    standing = CaseGroup.standing(first, library)
    attempts = CaseGroup.numbered(indices, submissions)
    let counted = attempts.filter(\.counts).map { submissions[$0.index] }
    trainees = TraineeSummary.all(attempts, submissions)
    verdicts = CaseGroup.verdicts(attempts.filter { $0.repeats == nil }, submissions)
    scores = Spread(counted.map(\.result.score.units))
    criteria = Criterion.allCases.map { criterion in
      let kept = counted.compactMap { $0.kept(criterion) }
      return CriterionSpread(criterion: criterion, kept: kept, spread: Spread(kept))
    }
    progress = ProgressClass.all(attempts, submissions)
    costs = Cost.all(counted.map(\.result))
    criticals = CaseGroup.criticals(counted.map(\.result))
  }

  private static func standing(_ first: Submission, _ library: [LibraryCase]) -> Standing {
    if library.contains(where: { $0.sha256 == first.scenarioSHA256 }) { return .inTheLibrary }
    return library.contains { $0.id == first.result.scenarioID } ? .changed : .unknown
  }

  private static func numbered(_ indices: [Int], _ submissions: [Submission]) -> [Attempt] {
    var attempts: [Attempt] = []
    var number = 0
    var trainee: String?
    // Those of the trainee before this one, which alone can be the same.
    var earlier: [Int] = []
    for index in indices {
      let submission = submissions[index]
      if submission.result.trainee != trainee || attempts.isEmpty {
        trainee = submission.result.trainee
        number = 0
        earlier = []
      }
      let repeats = earlier.first { isSame(submissions[$0], submission) }
      if repeats == nil {
        number += 1
        earlier.append(index)
      }
      attempts.append(
        Attempt(
          index: index, number: trainee == nil || repeats != nil ? nil : number, repeats: repeats,
          counts: repeats == nil && submission.result.verdict != .abandoned))
    }
    return attempts
  }

  /// Whether a trainee handed the same in again: the same bytes, or the same movements.
  private static func isSame(_ one: Submission, _ other: Submission) -> Bool {
    if one.sha256 == other.sha256 { return true }
    guard one.result.trainee != nil, let whole = one.movements.whole else { return false }
    return whole == other.movements.whole && one.result.mode == other.result.mode
  }

  private static func verdicts(
    _ attempts: [Attempt], _ submissions: [Submission]
  ) -> [VerdictCount] {
    [Mode.practice, .exam].map { mode in
      var count = VerdictCount(mode: mode)
      for attempt in attempts {
        let result = submissions[attempt.index].result
        guard result.mode == mode else { continue }
        switch result.verdict {
        case .passed: count.passed += 1
        case .failed: count.failed += 1
        case .abandoned: count.abandoned += 1
        }
        if result.borderline, attempt.counts { count.borderline += 1 }
      }
      return count
    }
  }

  private static func criticals(_ results: [Scoring.Result]) -> [Critical] {
    var criticals: [Critical] = []
    for result in results {
      var seen: [String] = []
      for code in result.critical where !seen.contains(code) {
        seen.append(code)
        if let at = criticals.firstIndex(where: { $0.code == code }) {
          criticals[at].attempts += 1
        } else {
          criticals.append(
            Critical(
              code: code, attempts: 1, advice: Change.advice(.critical(code), codes: [code])))
        }
      }
    }
    return criticals.sorted {
      $0.attempts != $1.attempts
        ? $0.attempts > $1.attempts : $0.code.utf8.lexicographicallyPrecedes($1.code.utf8)
    }
  }
}
