import Attempts
import Patients
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// A record read and judged by the rule set that judged it live.
struct JudgedRecord {
  var header: Header
  var caseID: String
  var title: String
  var scenarioSHA256: String
  var result: Result
  /// Nanometres a pixel of most contacts; nil without any.
  var nanometresPerPixel: Int?
  /// What it did as a session; nil when nobody asked, or it was none.
  var done: SessionDone?

  /// - Parameter start: what the patient of a case brings to the attempt of a header; nil: nobody
  ///   asks what it did as a session.
  /// - Throws: ``HistoryError`` when it is no whole record of this program's, or of a rule set or a
  ///   case that this program does not know. The message goes on after the record's name.
  init(
    _ source: RecordSource,
    start: ((Header, Scenario) throws(HistoryError) -> SessionStart)? = nil
  ) throws(HistoryError) {
    let judging: Judging
    do throws(RecordError) {
      judging = try RecordReader().read(
        source, into: { head in try Judging(head, start) }, { $0.add($1) })
    } catch {
      if let cause = error.cause as? HistoryError { throw cause }
      let kind: HistoryError.Kind = error.kind == .badData ? .damaged : .unreadable
      throw HistoryError(kind, error.description)
    }
    header = judging.scorer.header
    caseID = judging.scorer.scenario.id
    title = judging.scorer.scenario.title
    scenarioSHA256 = judging.sha256
    result = judging.scorer.result()
    nanometresPerPixel = judging.scales.most
    done = judging.session.flatMap { session in
      SessionDone(
        session.start, header: judging.scorer.header, isAbandoned: result.verdict == .abandoned,
        effect: session.patient.effect)
    }
  }

  private struct Judging {
    var scorer: Scorer
    var sha256: String
    var scales = ScaleCount()
    var session: (start: SessionStart, patient: Patients.Patient)?

    init(
      _ head: RecordHead, _ start: ((Header, Scenario) throws(HistoryError) -> SessionStart)?
    ) throws(HistoryError) {
      guard !head.isForeign, let bytes = head.scenario else {
        throw HistoryError(.unreadable, "another program made it")
      }
      let header = head.header
      guard let rules = RuleSet.all.first(where: { $0.number == header.ruleSet }) else {
        throw HistoryError(
          .newer, "it was judged by rule set \(header.ruleSet), newer than this program knows")
      }
      // Nothing that this program writes is longer; the history keeps these texts.
      guard header.start.utf8.count <= 40, header.program.utf8.count <= 200 else {
        throw HistoryError(.damaged, "its start or program is no such thing")
      }
      let (scenario, findings) = ScenarioReader.read(bytes: bytes)
      guard let scenario else {
        let first = findings.first { $0.isError }?.message ?? "it has errors"
        throw HistoryError(.damaged, "the case inside cannot be read: \(first)")
      }
      if case .phase(let phase, _) = header.scope, scenario.phaseIndex(phase) == nil {
        throw HistoryError(.damaged, "the case inside has no step \"\(phase)\"")
      }
      scorer = Scorer(scenario: scenario, header: header, rules: rules)
      sha256 = head.sha256
      if let start, header.origin == .live, header.mode != .drill {
        let begins = try start(header, scenario)
        session = (
          begins,
          Patients.Patient(scenario: scenario, header: header, course: begins.before)
        )
      }
    }

    mutating func add(_ event: Event) {
      scorer.add(event)
      scales.add(event)
      session?.patient.add(event)
    }
  }
}
