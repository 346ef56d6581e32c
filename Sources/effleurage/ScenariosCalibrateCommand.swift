import ArgumentParser
import Authoring
import Foundation
import Handover
import Records
import ScenarioFiles
import Scenarios
import Synchronization

/// Proposes the bands of a case from recordings of it.
struct ScenariosCalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Propose the bands of a case from recordings of it.",
    discussion: """
      RECORD is a file, a folder (every *.inkml below it) or - for standard input: attempts of this \
      very case by somebody who does it as it should be done. Their order does not matter. The whole \
      case is written to a new file, a comment above each new band; SCENARIO is not changed.

      Of each step: speed, pressure (where it was measured or set), the corridor of strokes and \
      circles, diameter and advance of circles, the radius of presses, minutes of contact (from at \
      least 3 records that did the step). A band with too few values is left as it is.

      full is the median and K x MAD either side of it, none 2.5 times as far; of a corridor or \
      radius the farther side alone. MAD is the median absolute deviation from the median, not \
      scaled to a standard deviation. Edges are rounded outward: mm/s to 1, mm to 0.5, shares to \
      0.01, minutes to 0.1. full is never narrower than 10 mm/s, 0.1 of pressure or advance, 6 mm of \
      diameter, 0.5 minutes, and reaches at least 3 mm of a corridor or radius, none 12 mm.

      A table of old and new bands goes to standard output. Bands from few or very uneven recordings \
      can be unfair: run "effleurage check" on the new case.

      Exit codes: 0 written; 64 wrong usage; 65 a record or the case is bad, foreign or of another \
      case; 66 input missing; 73 the file cannot be created, or is there already; 74 reading or \
      writing failed. After any failure nothing is written.
      """)

  @Argument(help: "The case: an id of the library or a path.")
  var scenario: String

  @Argument(help: "Records of that case, or folders of records.")
  var record: [String]

  @Option(help: ArgumentHelp("The file to write; one that is there is kept.", valueName: "file"))
  var out: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many MAD full reaches from the median, 0.1 to 100.", valueName: "k"))
  var width = Calibration.usualWidth

  func validate() throws {
    guard !out.isEmpty else { throw ValidationError("--out names no file.") }
    guard (0.1...100).contains(width) else {
      throw ValidationError("--width is from 0.1 to 100, not \(width).")
    }
    guard record.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("- stands for standard input, which can be read once.")
    }
  }

  func run() throws {
    Interrupt.watch()
    try NewFile.check(out)
    let loaded = try Library.find(scenario)
    guard !loaded.scenario.phases.isEmpty else {
      throw Failure(
        .badData, "\(loaded.file): the case \(loaded.scenario.id) asks for no massage")
    }
    let calibration = read(RecordArguments.inputs(record), of: loaded)
    // The table first: when it cannot be written, nothing is.
    Output().write(calibration.table.joined(separator: "\n") + "\n")
    try NewFile.write(calibration.text(source: loaded, program: Program.signature), to: out)
  }

  /// All records; ends the program when one of them is bad, after each was said.
  private func read(_ named: [RecordInput], of loaded: LoadedScenario) -> Calibration {
    let inputs = distinct(named)
    let reader = RecordingReader(of: loaded)
    let calibration = Mutex(Calibration(of: loaded.scenario, width: width))
    let tally = Mutex(FailureTally())
    let queue = Mutex(inputs[...])
    let progress = Progress(total: inputs.count, noun: "records read")
    Conveyor(
      jobs: max(1, min(ProcessInfo.processInfo.activeProcessorCount, inputs.count)),
      next: { queue.withLock { $0.popFirst() } },
      work: { input in ScenariosCalibrateCommand.values(of: input, reader) },
      deliver: { outcome in
        progress.step()
        switch outcome {
        case .success(let values): calibration.withLock { $0.add(values) }
        case .failure(let failure):
          failure.report()
          tally.withLock { $0.note(failure.code) }
        }
      }
    ).run()
    progress.finish()
    tally.withLock { $0 }.leave()
    return calibration.withLock { $0 }
  }

  /// A record that is named twice is one record.
  private func distinct(_ inputs: [RecordInput]) -> [RecordInput] {
    var seen: [FileIdentity] = []
    return inputs.filter { input in
      guard let identity = input.identity else { return true }
      guard !seen.contains(identity) else {
        Diagnostics.write(["\(Program.name): warning: \(input.path) is named twice, counted once"])
        return false
      }
      seen.append(identity)
      return true
    }
  }

  private static func values(
    of input: RecordInput, _ reader: RecordingReader
  ) -> Result<RecordingValues, Failure> {
    let source: RecordSource
    switch input.source {
    case .standardInput: source = .standardInput
    case .file(let path): source = .file(path)
    case .text(let text): source = .bytes(Array(text.utf8))
    case .failure(let failure): return .failure(failure)
    }
    do throws(RecordError) {
      return .success(try reader.read(source))
    } catch {
      return .failure(Failure(error, in: input.path))
    }
  }
}
