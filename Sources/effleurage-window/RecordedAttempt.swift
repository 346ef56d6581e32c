import Attempts
import Handover
import Patients
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// A record with what is needed to judge it, for what shows its debrief.
struct RecordedAttempt {
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
    let given = try given()
    do throws(RecordError) {
      return try RecordReader(
        foreign: ForeignOptions(phase: phase, millimetresPerPixel: millimetresPerPixel)
      ).read(
        record == "-" ? .standardInput : .file(record),
        into: { head throws(Failure) in
          let own = try recordCase(head, given)
          return Judged(
            scorer: Scorer(scenario: own.scenario, header: own.header),
            patient: Patients.Patient(scenario: own.scenario, header: own.header),
            sha256: own.sha256, started: own.header.start, journal: head.journal)
        },
        { judged, event in
          judged.scorer.add(event)
          judged.patient.add(event)
          judged.events.append(event)
        })
    } catch {
      throw Failure(error, in: record)
    }
  }

  private func given() throws(Failure) -> GivenCase? {
    guard let scenario else { return nil }
    let loaded: LoadedScenario
    do throws(ScenarioFileError) {
      loaded =
        scenario.contains("/") || scenario.hasSuffix(".yaml")
        ? try LoadedScenario.load(file: scenario)
        : try ScenarioLibrary.ofThisProcess().find(scenario)
    } catch {
      throw Failure(error.exitCode, lines: error.messages)
    }
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
