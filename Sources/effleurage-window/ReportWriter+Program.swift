import Reports
import Sessions
import TrainerWindow

extension ReportWriter {
  /// The documents that the window exports.
  static let ofThisProgram = ReportWriter(kind: "png") { attempt, path in
    try DebriefPicture(
      of: attempt.caseFile.scenario, result: attempt.result, events: Array(attempt.events),
      effect: attempt.effect
    ).write(to: path)
  }
}
