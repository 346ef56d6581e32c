import ArgumentParser
import Handover
import Patients
import Records
import Reports
import ScenarioFiles
import Scoring
import Sessions

/// The debrief of a record as a document; needs no display.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the debrief of a record as a document.",
    discussion: "The kind of document is that of the file's ending: .html, .pdf, .png or .csv.")

  @Argument(help: "The record, or - for standard input.")
  var record: String

  @Option(help: ArgumentHelp("The document to write.", valueName: "file.html|pdf|png|csv"))
  var out: String

  @Option(help: ArgumentHelp("The case of a record that carries none.", valueName: "file"))
  var scenario: String?

  @Option(help: ArgumentHelp("The step that such a record is of.", valueName: "id"))
  var phase: String?

  @Option(
    help: ArgumentHelp("Millimetres a pixel of its input spans (default: 0.2).", valueName: "x"))
  var mmPerPixel = ForeignOptions.usualMillimetresPerPixel

  func validate() throws {
    guard AttemptReport.Kind(path: out) != nil else {
      throw ValidationError(
        "--out names a file that ends in .html, .pdf, .png or .csv, not '\(out)'.")
    }
    guard ForeignOptions.allowedMillimetresPerPixel.contains(mmPerPixel) else {
      throw ValidationError("--mm-per-pixel is from 0.000001 to 1000.")
    }
  }

  func run() throws {
    guard let kind = AttemptReport.Kind(path: out) else { return }
    do throws(RecordError) { try OutputFile.check(out) } catch { throw Failure(error, in: out) }
    Fonts.use()
    _ = try WindowTexts.use(settings: SettingsStore(file: UserFolders.ofThisProcess().settingsFile))
    let attempt = try RecordedAttempt(
      record: record, scenario: scenario, phase: phase, millimetresPerPixel: mmPerPixel
    ).judge()
    if let warning = RecordCase.warning(attempt.journal, path: record) { Failure.warn(warning) }
    let report = AttemptReport(
      record: record == "-" ? record : RecordCase.name(ofPath: record),
      scenario: attempt.scorer.scenario, scenarioSHA256: attempt.sha256,
      result: attempt.scorer.result(), events: attempt.events, effect: attempt.patient.effect,
      started: attempt.started)
    for text in report.textsWithoutFont(kind) {
      Failure.warn(
        "\(Program.name): warning: no font of this system has every letter of '\(text)'; boxes "
          + "stand in their places. Install one that has (on Debian fonts-noto-core, "
          + "fonts-wqy-microhei)")
    }
    do throws(ReportError) { try report.write(to: out) } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  init(_ code: Int32, _ error: RecordCaseError) {
    if let what = error.what { self.init(code, what) } else { self.init(code, lines: error.lines) }
  }

  init(_ error: RecordError, in path: String) {
    if let cause = error.cause as? Failure {
      self = cause
      return
    }
    let code =
      switch error.kind {
      case .badData: Failure.badData
      case .unreadable: Failure.noInput
      case .unwritable: Failure.cannotCreate
      case .failed: Failure.inputOutput
      }
    guard let line = error.line else {
      self.init(code, "\(path): \(error.message)")
      return
    }
    self.init(code, lines: ["\(path):\(line):\(error.column ?? 1): error: \(error.message)"])
  }

  init(_ error: ReportError) {
    if case .cannotFinish = error {
      self.init(Failure.inputOutput, error.description)
    } else {
      self.init(Failure.cannotCreate, error.description)
    }
  }
}
