import ArgumentParser
import Attempts
import Drawing
import Handover
import Records
import Reports
import ScenarioFiles
import Scenarios
import Scoring

/// The debrief of a record as a picture.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the debrief of a record as a picture.",
    discussion: "The kind of document is that of the file's ending: .png. No display is needed.")

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
    let (scorer, events) = try read()
    let picture = DebriefPicture(of: scorer.scenario, result: scorer.result(), events: events)
    do throws(ReportError) {
      try picture.write(to: out)
    } catch {
      throw Failure(Failure.cannotCreate, error.description)
    }
  }

  /// The record judged by the one fold.
  private func read() throws -> (scorer: Scorer, events: [Event]) {
    let head: RecordHead
    let events: [Event]
    do throws(RecordError) {
      (head, events) = try RecordReader().read(.file(record))
    } catch {
      let code = error.kind == .badData ? Failure.badData : Failure.noInput
      let place = error.line.map { ":\($0):\(error.column ?? 1)" } ?? ""
      throw Failure(code, lines: ["\(record)\(place): error: \(error.message)"])
    }
    guard let bytes = head.scenario else {
      throw Failure(
        Failure.badData,
        lines: ["\(record): error: a foreign record carries no case, so it has no debrief picture"])
    }
    let (scenario, diagnostics) = ScenarioReader.read(bytes: bytes)
    guard let scenario else {
      throw Failure(Failure.badData, lines: diagnostics.map { $0.rendered(file: record) })
    }
    var scorer = Scorer(scenario: scenario, header: head.header)
    for event in events { scorer.add(event) }
    return (scorer, events)
  }
}
