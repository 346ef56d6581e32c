public import Scenarios

/// A case of the library together with the file it was read from.
public struct CaseFile: Sendable {
  public enum Source: String, Sendable {
    case shipped, user
  }

  public let scenario: Scenario
  /// The bytes of the file: a record carries them, so that it can be scored without the library.
  public let bytes: [UInt8]
  /// Of ``bytes``, lower-case hex.
  public let sha256: String
  public let source: Source

  public init(scenario: Scenario, bytes: [UInt8], sha256: String, source: Source = .shipped) {
    self.scenario = scenario
    self.bytes = bytes
    self.sha256 = sha256
    self.source = source
  }
}
