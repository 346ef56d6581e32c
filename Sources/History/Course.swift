public import Attempts
public import Patients
import ScenarioFiles
import Scenarios
public import Scoring

/// A trainee's way through the sessions that a patient was prescribed.
///
/// It is not kept but follows from the attempts, so that it is the same wherever and in whatever order
/// they were entered: of the sessions with that patient the first of each day, in the order of days, up
/// to as many as the first of them was prescribed. More of a day, and what comes after the last, is
/// practice beside the course.
public struct Course: Hashable, Sendable {
  /// Nil: of nobody named.
  public var trainee: String?
  public var caseID: String
  /// How many sessions the patient was prescribed.
  public var planned: Int
  /// From the first on; never empty.
  public private(set) var sessions: [Session]

  /// One session that was done.
  public struct Session: Hashable, Sendable {
    /// The attempt's number in this history.
    public var attempt: Int
    /// From 1.
    public var number: Int
    /// ISO 8601 in UTC.
    public var start: String
    /// Where the trainee was.
    public var day: Day
    public var mode: Mode
    public var verdict: Result.Verdict
    /// Tenths of a point.
    public var score: Int
    /// The patient as earlier sessions and the days since left them.
    public var before: CourseState
    public var after: CourseState
    /// What was seen when it was made.
    public var effect: SessionEffect
  }

  /// An attempt that was a session, before it has its place.
  struct Candidate {
    var attempt: Int
    var start: String
    var day: Day
    var mode: Mode
    var verdict: Result.Verdict
    var score: Int
    var work: SessionWork
  }

  init(trainee: String?, caseID: String, first: Candidate) {
    self.trainee = trainee
    self.caseID = caseID
    planned = first.work.planned
    sessions = []
    add(first, before: .beginning(first.work.period))
  }

  /// `c-` and 16 hexadecimal digits: the same in every history, as it follows from trainee and case.
  public var id: String {
    let names = (trainee ?? "") + "/" + caseID
    return "c-" + ScenarioSource(bytes: Array(names.utf8)).sha256.prefix(16)
  }

  /// When the first session began, ISO 8601 in UTC.
  public var begun: String { sessions[0].start }

  public var isOver: Bool { sessions.count >= planned }

  /// Whether an attempt of a day would be counted after those that were added.
  func takes(_ day: Day) -> Bool { !isOver && (sessions.last.map { $0.day < day } ?? true) }

  /// Adds the next one, of a later day.
  mutating func add(_ candidate: Candidate) { add(candidate, before: state(on: candidate.day)) }

  private mutating func add(_ candidate: Candidate, before: CourseState) {
    sessions.append(
      Session(
        attempt: candidate.attempt, number: sessions.count + 1, start: candidate.start,
        day: candidate.day, mode: candidate.mode, verdict: candidate.verdict,
        score: candidate.score, before: before,
        after: before.finishing(candidate.work.effect), effect: candidate.work.effect))
  }

  /// The patient as they come on a day: as to the session of that day, else as the one before and the
  /// days since left them.
  public func state(on day: Day) -> CourseState {
    if let same = sessions.first(where: { $0.day == day }) { return same.before }
    if let last = sessions.last(where: { $0.day < day }) {
      return last.after.resting(days: day - last.day)
    }
    return .beginning(sessions[0].before.period)
  }
}
