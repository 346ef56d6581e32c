public import Attempts
import GRDB
public import Scoring

/// A trainee's way through the sessions that a patient was prescribed.
///
/// The open course of a trainee and case is the one begun last: there is more than one only where
/// histories were merged. One that is over stays; what follows is practice.
public struct Course: Hashable, Sendable {
  /// Random, the same in every history the course comes to.
  public var id: String
  /// Nil: of nobody named.
  public var trainee: String?
  public var caseID: String
  /// How many sessions the patient was prescribed.
  public var planned: Int
  /// ISO 8601 in UTC.
  public var begun: String
  /// In order of their start.
  public var sessions: [Session]

  /// Sessions that were done; merged histories may hold two of one number.
  public var done: Int {
    max(sessions.count, sessions.map(\.session.number).max() ?? 0)
  }

  /// One session that was done.
  public struct Session: Hashable, Sendable {
    /// The attempt's number in this history.
    public var attempt: Int
    /// ISO 8601 in UTC.
    public var start: String
    /// Where the trainee was; nil when not known.
    public var day: Day?
    public var mode: Mode
    public var verdict: Result.Verdict
    /// Tenths of a point.
    public var score: Int
    public var session: SessionOfCourse
  }

  static func exists(_ id: String, _ db: Database) throws -> Bool {
    try Row.fetchOne(db, sql: "SELECT 1 FROM course WHERE id = ?", arguments: [id]) != nil
  }

  static func makeID() -> String {
    "c-" + String((0..<16).compactMap { _ in Trainee.characters.randomElement() })
  }

  static func isID(_ text: String) -> Bool {
    text.hasPrefix("c-") && text.count == 18
      && text.dropFirst(2).allSatisfy(Trainee.characters.contains)
  }
}
