public import Attempts
public import Patients
import Scenarios
public import Scoring

/// What a trainee did so far, as the history screen and the library need it: plain values that
/// whoever keeps the history fills.
public struct HistoryContents: Hashable, Sendable {
  /// In any order; only those of origin `live` belong here.
  public var attempts: [Attempt]
  /// At most one for each case.
  public var courses: [Course]

  public init(attempts: [Attempt] = [], courses: [Course] = []) {
    self.attempts = attempts
    self.courses = courses
  }

  /// One kept attempt.
  public struct Attempt: Hashable, Sendable {
    /// Names it among all attempts.
    public var id: String
    /// Wall clock at the start, ISO 8601 in UTC, as the record's header; empty when not known.
    public var start: String
    public var caseID: String
    /// Of the case as it was then.
    public var title: String
    public var mode: Mode
    /// 0 to 100.
    public var score: Double
    public var passMark: Int
    public var verdict: Result.Verdict
    public var device: Device
    /// Of the back in a pixel at the first landing; nil when not known.
    public var millimetresPerPixel: Double?
    /// Share of each criterion's weight that was kept, 0 to 1, in the order of `Criterion`; nil
    /// where it was not assessed.
    public var kept: [Double?]
    /// Path of its record; nil when that is not there.
    public var record: String?
    /// Day where the trainee was, since 1970-01-01; nil when not known.
    public var day: Int?
    /// Of the record's bytes when it was judged; nil when not known.
    public var sha256: String?

    public init(
      id: String, start: String, caseID: String, title: String, mode: Mode, score: Double,
      passMark: Int, verdict: Result.Verdict, device: Device, millimetresPerPixel: Double? = nil,
      kept: [Double?], record: String? = nil, day: Int? = nil, sha256: String? = nil
    ) {
      self.id = id
      self.start = start
      self.caseID = caseID
      self.title = title
      self.mode = mode
      self.score = score
      self.passMark = passMark
      self.verdict = verdict
      self.device = device
      self.millimetresPerPixel = millimetresPerPixel
      self.kept = kept
      self.record = record
      self.day = day
      self.sha256 = sha256
    }
  }

  /// The course with the patient of a case.
  public struct Course: Hashable, Sendable {
    public enum Next: Hashable, Sendable {
      /// The next session, from this day on.
      case session(from: Int)
      /// The retention check, from this day on.
      case retention(from: Int)
      case over
    }

    public enum Proficiency: Hashable, Sendable {
      case none
      /// The last exam was passed on this day; proficiency takes two in a row on different days.
      case oneExam(Int)
      /// Since this day.
      case proficient(Int)
    }

    public var caseID: String
    public var title: String
    public var sessionsDone: Int
    public var planned: Int
    /// Days here are days since 1 January 1970 where the trainee is.
    public var next: Next
    public var proficiency: Proficiency
    /// The patient before the first session, then after each one.
    public var indicators: [PatientIndicators]

    public init(
      caseID: String, title: String, sessionsDone: Int, planned: Int, next: Next,
      proficiency: Proficiency = .none, indicators: [PatientIndicators] = []
    ) {
      self.caseID = caseID
      self.title = title
      self.sessionsDone = sessionsDone
      self.planned = planned
      self.next = next
      self.proficiency = proficiency
      self.indicators = indicators
    }
  }
}
