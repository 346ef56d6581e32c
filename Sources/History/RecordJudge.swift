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
  /// What it was as a session; nil when nobody asked, or it was none.
  var work: SessionWork?

  /// - Parameter patient: how the patient of a case comes to the attempt of a header; nil: nobody
  ///   asks what it was as a session.
  /// - Throws: ``HistoryError`` when it is no whole record of this program's, or of a rule set or a
  ///   case that this program does not know. The message goes on after the record's name.
  init(
    _ source: RecordSource,
    patient: ((Header, Scenario) -> CourseState)? = nil
  ) throws(HistoryError) {
    let judging: Judging
    do throws(RecordError) {
      judging = try RecordReader().read(
        source, into: { head in try Judging(head, patient) }, { $0.add($1) })
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
    work = judging.patient.flatMap { patient in
      SessionWork(
        on: judging.scorer.scenario, header: judging.scorer.header,
        isAbandoned: judging.scorer.result().verdict == .abandoned, effect: patient.effect)
    }
  }

  private struct Judging {
    var scorer: Scorer
    var sha256: String
    var scales = ScaleCount()
    var patient: Patients.Patient?

    init(
      _ head: RecordHead, _ patient: ((Header, Scenario) -> CourseState)?
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
      if let patient, header.origin == .live, header.mode != .drill {
        self.patient = Patients.Patient(
          scenario: scenario, header: header, course: patient(header, scenario))
      }
    }

    mutating func add(_ event: Event) {
      scorer.add(event)
      scales.add(event)
      patient?.add(event)
    }
  }
}
