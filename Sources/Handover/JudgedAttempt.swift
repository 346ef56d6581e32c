public import Scoring

/// An attempt that was judged, with what a statement of it says beside its result.
public struct JudgedAttempt: Hashable, Sendable {
  public var result: Result
  /// Of the bytes of the scenario's file, lower-case hex.
  public var scenarioSHA256: String
  /// Of the case, in the language of whoever wrote it.
  public var title: String
  public var summary: String
  /// Wall clock at the start, ISO 8601 in UTC; empty when not known.
  public var start: String
  /// Name and version of the program that made the record.
  public var program: String

  public init(
    result: Result, scenarioSHA256: String, title: String, summary: String, start: String,
    program: String
  ) {
    self.result = result
    self.scenarioSHA256 = scenarioSHA256
    self.title = title
    self.summary = summary
    self.start = start
    self.program = program
  }
}
