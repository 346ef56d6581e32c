import Attempts
import Reports
import ScenarioFiles
import Scenarios
import Sessions
import TrainerWindow

extension ReportWriter {
  /// The documents that the window exports: a page with a replay, one file for any browser.
  static let ofThisProgram = ReportWriter(kind: "html") { attempt, path in
    try AttemptReport(
      record: attempt.recordName.map { $0 + ".inkml" } ?? attempt.caseFile.scenario.id,
      scenario: attempt.caseFile.scenario, scenarioSHA256: attempt.caseFile.source.sha256,
      result: attempt.result, events: Array(attempt.events), effect: attempt.effect,
      started: attempt.header.start
    ).write(to: path)
  }
}
