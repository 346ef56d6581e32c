import ArgumentParser
import Attempts
import Handover
import Patients
import Records
import Reports
import ScenarioFiles
import Scenarios
import Scoring

/// The debrief of a record as a picture; needs no display.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the debrief of a record as a picture.",
    discussion: "The kind of document is that of the file's ending: .png.")

  @Argument(help: "The record.")
  var record: String

  @Option(help: ArgumentHelp("The picture to write.", valueName: "file.png"))
  var out: String

  func validate() throws {
    guard out.lowercased().hasSuffix(".png") else {
      throw ValidationError("--out names a file that ends in .png, not '\(out)'.")
    }
  }

  func run() throws {
    Fonts.use()
    try WindowTexts.use()
    let attempt = try attempt()
    do throws(ReportError) {
      try DebriefPicture(
        of: attempt.scorer.scenario, result: attempt.scorer.result(), events: attempt.events,
        effect: attempt.patient.effect
      ).write(to: out)
    } catch {
      throw Failure(Failure.cannotCreate, error.description)
    }
  }

  struct Judged {
    var scorer: Scorer
    var patient: Patients.Patient
    var events: [Event] = []
  }

  func attempt() throws(Failure) -> Judged {
    do throws(RecordError) {
      return try RecordReader().read(
        record == "-" ? .standardInput : .file(record),
        into: { head in
          let scenario = try scenario(of: head)
          return Judged(
            scorer: Scorer(scenario: scenario, header: head.header),
            patient: Patients.Patient(scenario: scenario, header: head.header))
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

  private func scenario(of head: RecordHead) throws(Failure) -> Scenario {
    guard let bytes = head.scenario else {
      throw Failure(
        Failure.badData,
        "\(record): another program made this record, so it carries no case to report on")
    }
    let (scenario, findings) = ScenarioReader.read(bytes: bytes)
    guard let scenario else {
      throw Failure(
        Failure.badData,
        lines: findings.filter(\.isError).map { $0.rendered(file: "\(record): case inside") })
    }
    return scenario
  }
}
