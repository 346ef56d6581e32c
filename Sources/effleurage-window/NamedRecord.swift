import Attempts
import Handover
import Patients
import Records
import ScenarioFiles
import Scenarios
import Scoring
import Sessions

/// A record that a command names, with what another program's record leaves open.
struct NamedRecord {
  /// A path, or - for standard input.
  var record: String
  /// The case of a record that carries none: a path, or an id of the library.
  var scenario: String?
  var phase: String?
  var millimetresPerPixel = ForeignOptions.usualMillimetresPerPixel

  struct Judged {
    var scorer: Scorer
    var patient: Patients.Patient
    var sha256: String
    var started: String
    /// How far a journal reaches.
    var journal: JournalReader.Ending?
    var events: [Event] = []
  }

  /// Reads and judges it.
  func judge() throws(Failure) -> Judged {
    try read(
      into: { own, head in
        Judged(
          scorer: Scorer(scenario: own.scenario, header: own.header),
          patient: Patients.Patient(scenario: own.scenario, header: own.header),
          sha256: own.sha256, started: own.header.start, journal: head.journal)
      },
      { judged, event in
        judged.scorer.add(event)
        judged.patient.add(event)
        judged.events.append(event)
      })
  }

  /// Reads it, to be folded later.
  func attempt() throws(Failure) -> RecordedAttempt {
    try read(
      into: { own, head in
        if let warning = RecordCase.warning(head.journal, path: record) { Failure.warn(warning) }
        return RecordedAttempt(
          of: CaseFile(scenario: own.scenario, source: own.source), header: own.header,
          rules: RuleSet.all.first { $0.number == own.header.ruleSet } ?? .latest)
      },
      { attempt, event in attempt.append(event) })
  }

  private func read<State>(
    into begin: (RecordCase, RecordHead) -> State, _ add: (inout State, Event) -> Void
  ) throws(Failure) -> State {
    let given = try given()
    do throws(RecordError) {
      return try RecordReader(
        foreign: ForeignOptions(phase: phase, millimetresPerPixel: millimetresPerPixel)
      ).read(
        record == "-" ? .standardInput : .file(record),
        into: { head throws(Failure) in begin(try recordCase(head, given), head) },
        { state, event in add(&state, event) })
    } catch {
      throw Failure(error, in: record)
    }
  }

  private func given() throws(Failure) -> GivenCase? {
    guard let scenario else { return nil }
    let loaded: LoadedScenario
    do throws(ScenarioFileError) {
      loaded = try ScenarioLibrary.ofThisProcess().find(scenario)
    } catch {
      throw Failure(error.exitCode, lines: error.messages)
    }
    for warning in loaded.warnings { Failure.warn(warning.rendered(file: loaded.file)) }
    do throws(RecordCaseError) {
      try RecordCase.check(phase: phase, of: loaded.scenario)
    } catch {
      throw Failure(Failure.usage, error)
    }
    return GivenCase(loaded)
  }

  private func recordCase(
    _ head: RecordHead, _ given: GivenCase?
  ) throws(Failure) -> RecordCase {
    do throws(RecordCaseError) {
      return try RecordCase(head, path: record, given: given, phase: phase)
    } catch {
      throw Failure(Failure.badData, error)
    }
  }
}
