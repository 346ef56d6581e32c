import Attempts
public import Records
public import ScenarioFiles
import Scenarios
import Scoring

/// Reads recordings of a case, and refuses those of anything else.
public struct RecordingReader: Sendable {
  let scenario: LoadedScenario

  public init(of scenario: LoadedScenario) { self.scenario = scenario }

  /// - Throws: ``RecordError`` for what cannot be read, is foreign, or is of another case.
  public func read(_ source: RecordSource) throws(RecordError) -> RecordingValues {
    var values = try RecordReader().read(
      source, into: { head in try begin(head) }, { values, event in values.add(event) })
    values.finish()
    return values
  }

  private func begin(_ head: RecordHead) throws(RecordError) -> RecordingValues {
    guard !head.isForeign else {
      throw RecordError(
        .badData,
        "another program made this record, so nothing says that it is of this case; "
          + "bands come from this program's own records")
    }
    guard head.sha256 == scenario.source.sha256 else {
      throw RecordError(
        .badData,
        "the record is of another case than \(scenario.file), or of another version of it "
          + "(SHA-256 \(head.sha256.prefix(12)), of the file \(scenario.source.sha256.prefix(12)))")
    }
    if case .phase(let phase, _) = head.header.scope, scenario.scenario.phaseIndex(phase) == nil {
      throw RecordError(.badData, "the case \(scenario.scenario.id) has no step '\(phase)'")
    }
    guard RuleSet.all.contains(where: { $0.number == head.header.ruleSet }) else {
      throw RecordError(
        .badData,
        "judged live by rule set \(head.header.ruleSet), "
          + "newer than this program knows (\(RuleSet.latest.number))")
    }
    return RecordingValues(of: scenario.scenario, header: head.header)
  }
}
