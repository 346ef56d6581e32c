public import ScenarioFiles
public import Scenarios

/// A case of the library together with the file it was read from.
public struct CaseFile: Sendable {
  public let scenario: Scenario
  /// The file's bytes and their fingerprint: a record carries them, so that it can be scored
  /// without the library.
  public let source: ScenarioSource

  public init(scenario: Scenario, source: ScenarioSource) {
    self.scenario = scenario
    self.source = source
  }

  public init(_ loaded: LoadedScenario) {
    self.init(scenario: loaded.scenario, source: loaded.source)
  }
}

/// A file of the library that holds no case, because of errors.
public struct BrokenCase: Hashable, Sendable {
  /// Its name, without folders.
  public let file: String
  /// The first error, in words.
  public let error: String

  public init(file: String, error: String) {
    self.file = file
    self.error = error
  }
}
