public import Attempts
public import Scoring

/// An attempt that is over: what was recorded, and the result the fold had then.
public struct FinishedAttempt: Sendable {
  public let caseFile: CaseFile
  public let header: Header
  public let events: [Event]
  public let trail: Trail
  public let deviations: DeviationHistory
  public let result: Result
  /// Where it was saved; nil while it is not.
  public internal(set) var saved: SavedAttempt?

  init(_ attempt: AttemptUnderWay) {
    caseFile = attempt.caseFile
    header = attempt.header
    events = attempt.events
    trail = attempt.trail
    deviations = attempt.deviations
    result = attempt.scorer.result()
  }
}

/// The two files of a saved attempt.
public struct SavedAttempt: Hashable, Sendable {
  /// The record, `NAME.inkml`.
  public var record: String
  /// The result as the window showed it, `NAME.json`.
  public var result: String
}
