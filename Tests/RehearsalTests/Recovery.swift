import Attempts
import Foundation
import Handover
import Records
import ScenarioFiles
import Scoring
import Sessions

/// The next start after a program was stopped: a session over the same folder.
enum Recovery {
  /// The session as it stands when the window opened.
  static func session(_ folder: String) -> Session {
    var session = Session(
      cases: [], setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: folder))
    session.lookUpLeftAttempts(at: 0)
    session.advance(to: 1)
    return session
  }

  /// The result of a record or a journal, as the line that scoring writes.
  static func line(_ path: String, record: String = "-") throws -> String {
    struct Judging {
      var scorer: Scorer
      var sha256: String
    }
    let judging = try RecordReader().read(
      .file(path),
      into: { head in
        guard let scenario = ScenarioReader.read(bytes: head.scenario ?? []).0 else {
          throw CocoaError(.fileReadCorruptFile)
        }
        return Judging(
          scorer: Scorer(scenario: scenario, header: head.header), sha256: head.sha256)
      },
      { $0.scorer.add($1) })
    return ResultJSON.line(
      judging.scorer.result(), record: record, scenarioSHA256: judging.sha256)
  }
}
