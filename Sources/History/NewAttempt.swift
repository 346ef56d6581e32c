public import Attempts
public import Scoring

/// An attempt that is over and is to be kept, but for its events.
public struct NewAttempt: Sendable {
  public var header: Header
  /// The bytes of the case's file.
  public var scenario: [UInt8]
  public var caseID: String
  public var title: String
  /// As the fold had it when the attempt ended.
  public var result: Result
  /// The day where the trainee is; nil: of the header's start, by this machine's clock.
  public var day: Day?
  /// What it was as a session; nil when it was none.
  public var work: SessionWork?

  public init(
    header: Header, scenario: [UInt8], caseID: String, title: String, result: Result,
    day: Day? = nil, work: SessionWork? = nil
  ) {
    self.header = header
    self.scenario = scenario
    self.caseID = caseID
    self.title = title
    self.result = result
    self.day = day
    self.work = work
  }
}

/// An attempt that is kept.
public struct KeptAttempt: Hashable, Sendable {
  /// The attempt's number in this history.
  public var id: Int
  /// Path of the record.
  public var record: String
  /// Of the record's bytes, lower-case hex.
  public var sha256: String
  /// False when the history knew the record already.
  public var isNew: Bool
}
