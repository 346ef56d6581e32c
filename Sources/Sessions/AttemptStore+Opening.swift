import Attempts
import Catalogue
import Foundation
import History
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// Attempts of the history, read once more from their records.
extension AttemptStore {
  /// An attempt as it was when it was over: its record is folded again, by the rules and with the
  /// case that it carries. The patient begins as the course has them on that day.
  ///
  /// - Parameters:
  ///   - trainee: whose it is; nil: of nobody named.
  ///   - isCancelled: asked at every event.
  /// - Returns: nil when it was cancelled.
  /// - Throws: ``StoreError`` when the record is gone, cannot be understood, or is of another
  ///   attempt.
  func open(
    _ attempt: HistoryContents.Attempt, of trainee: String?, isCancelled: () -> Bool
  ) throws(StoreError) -> FinishedAttempt? {
    guard let record = attempt.record, FileManager.default.fileExists(atPath: record) else {
      throw .recordGone(attempt.record ?? attempt.title)
    }
    if let sha256 = attempt.sha256, HistoryStore.sha256(ofRecord: record) != sha256 {
      throw .recordOfAnother(record)
    }
    do throws(RecordError) {
      let folded = try RecordReader().read(
        .file(record),
        into: { head in
          let begun = try begin(head, of: record, by: trainee, on: attempt.day)
          guard begun.header.start == attempt.start, begun.scenario.id == attempt.caseID else {
            throw StoreError.recordOfAnother(record)
          }
          return begun
        },
        { folded, event in
          if isCancelled() { throw CancellationError() }
          folded.recover(event, at: 0)
        })
      var opened = FinishedAttempt(folded, from: record)
      opened.last = Int(attempt.id).flatMap(last)
      return opened
    } catch {
      if error.cause is CancellationError { return nil }
      if let cause = error.cause as? StoreError { throw cause }
      throw .recordUnreadable(record, reason: error.description)
    }
  }

  /// What a record says before its first event, as an attempt to be folded.
  private func begin(
    _ head: RecordHead, of record: String, by trainee: String?, on day: Int?
  ) throws(StoreError) -> AttemptUnderWay {
    guard !head.isForeign, let bytes = head.scenario else { throw .recordOfAnother(record) }
    guard let rules = RuleSet.all.first(where: { $0.number == head.header.ruleSet }) else {
      throw .recordNewer(record)
    }
    let (scenario, findings) = ScenarioReader.read(bytes: bytes)
    guard let scenario else {
      let reason = findings.first { $0.isError }?.message ?? ""
      throw .recordUnreadable(record, reason: Texts["history.recordCase", ["reason": reason]])
    }
    if case .phase(let phase, _) = head.header.scope, scenario.phaseIndex(phase) == nil {
      throw .recordUnreadable(record, reason: Texts["history.recordStep", ["step": phase]])
    }
    // Without the history the patient begins as the case has it; so in a drill.
    let course =
      head.header.mode == .drill
      ? nil : try? history.patient(of: scenario, to: trainee, on: day.map { Day(number: $0) })
    return AttemptUnderWay(
      of: CaseFile(scenario: scenario, source: ScenarioSource(bytes: bytes)), header: head.header,
      at: 0, events: .inMemory, course: course, rules: rules)
  }
}
