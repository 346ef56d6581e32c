public import Attempts
import Scenarios
public import Scoring

/// What counts of an attempt for practice, proficiency and what is due.
public struct PastAttempt: Hashable, Sendable {
  /// The attempt's number in this history.
  public var id: Int
  public var caseID: String
  /// ISO 8601 in UTC; empty when not known.
  public var start: String
  /// Where the trainee was; nil when not known.
  public var day: Day?
  /// Tenths of a point.
  public var score: Int
  public var verdict: Result.Verdict
  public var mode: Mode
  public var origin: Origin
  /// Whether the trainee ended it.
  public var ended: Bool

  public init(
    id: Int, caseID: String, start: String, day: Day?, score: Int, verdict: Result.Verdict,
    mode: Mode, origin: Origin, ended: Bool
  ) {
    self.id = id
    self.caseID = caseID
    self.start = start
    self.day = day
    self.score = score
    self.verdict = verdict
    self.mode = mode
    self.origin = origin
    self.ended = ended
  }

  /// Only what a person did live counts, and a drill never does.
  public var counts: Bool { origin == .live && mode != .drill }
}

/// A line of the list of attempts.
public struct AttemptSummary: Hashable, Sendable {
  public var past: PastAttempt
  public var trainee: String?
  public var title: String
  public var device: DeviceClass
  /// Number of the rule set that judged it.
  public var ruleSet: Int
  /// Milliseconds of the attempt's clock.
  public var duration: Int
  public var passMark: Int
  public var borderline: Bool
  /// Path of the record.
  public var record: String
  /// SHA-256 of the record in lower-case hex: the same in every history that the attempt comes to.
  public var sha256: String
  /// Number of the session in its course; nil outside a course.
  public var session: Int?
}
