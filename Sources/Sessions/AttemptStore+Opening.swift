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
  /// case that it carries. The patient begins as the session of the course says that it was, else
  /// as the case's period has it.
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
    let start = sessionStart(ofAttempt: attempt.id, of: trainee, caseID: attempt.caseID)
    do throws(RecordError) {
      let folded = try RecordReader().read(
        .file(record),
        into: { head in
          let begun = try AttemptStore.begin(head, of: record, start: start)
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
  private static func begin(
    _ head: RecordHead, of record: String, start: SessionStart?
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
    return AttemptUnderWay(
      of: CaseFile(scenario: scenario, source: ScenarioSource(bytes: bytes)), header: head.header,
      at: 0, events: .inMemory, start: start, rules: rules)
  }

  /// The session that an attempt was, as the history has it; nil when it was none, or its state
  /// cannot be understood.
  private func sessionStart(
    ofAttempt id: String, of trainee: String?, caseID: String
  ) -> SessionStart? {
    // Without the history the patient begins as the case has it.
    let courses = (try? history.courses(of: trainee)) ?? []
    for course in courses where course.caseID == caseID {
      guard let done = course.sessions.first(where: { String($0.attempt) == id }),
        let before = CourseStateText.state(done.session.stateBefore)
      else { continue }
      return SessionStart(
        number: done.session.number, planned: course.planned, before: before, counts: false)
    }
    return nil
  }
}
