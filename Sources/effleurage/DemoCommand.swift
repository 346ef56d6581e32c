import ArgumentParser
import Attempts
import Foundation
import Handover
import Records
import ScenarioFiles
import Scoring

/// Writes the record of a demonstration.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Write the record of a demonstration of a case.",
    discussion: """
      Skill 1 is the expert. The same arguments write the same bytes. A fault makes a bad massage \
      of its kind, for practice in judging; one that cannot apply to the case is refused. A record \
      of an attempt that somebody made is never written over.

      Faults:
      \(DemoCommand.faults)
      """)

  /// A line for each fault.
  private static var faults: String {
    let width = DemonstrationFault.allCases.map(\.rawValue.count).max() ?? 0
    return DemonstrationFault.allCases.map { fault in
      let gap = String(repeating: " ", count: width - fault.rawValue.count)
      return "  \(fault.rawValue)\(gap)  \(fault.summary)"
    }.joined(separator: "\n")
  }

  @Argument(help: "The case: an id of the library or a path.")
  var scenario: String

  @Option(help: ArgumentHelp("The record to write.", valueName: "record.inkml"))
  var out: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Another seed gives another attempt of the same skill.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Samples a second, 20 to 1000.", valueName: "hz"))
  var rate = 125

  @Option(
    parsing: .unconditional, help: ArgumentHelp("0, clumsy, to 1, the expert.", valueName: "0..1"))
  var skill = 1.0

  @Option(help: ArgumentHelp("A fault to show; may be given several times.", valueName: "name"))
  var fault: [DemonstrationFault] = []

  func validate() throws {
    guard (20...1000).contains(rate) else {
      throw ValidationError("--rate is from 20 to 1000 samples a second, not \(rate).")
    }
    guard (0...1).contains(skill) else {
      throw ValidationError("--skill is from 0 to 1, not \(skill).")
    }
    guard !out.isEmpty else { throw ValidationError("--out names no file.") }
    guard out != "-" else {
      throw ValidationError("--out names a file; /dev/stdout is that of standard output.")
    }
  }

  func run() throws {
    Interrupt.watch()
    let loaded = try Library.find(scenario)
    // Through whatever links and names.
    if let target = FileIdentity(out), target == FileIdentity(loaded.file) {
      throw Failure(.usage, "--out \(out) is the case itself; choose another file")
    }
    try LiveRecord.keep(out, from: "demonstration")
    var options = Demonstration.Options()
    options.seed = seed
    options.rate = rate
    options.skill = skill
    options.faults = fault
    let demonstration: Demonstration
    do throws(DemonstrationError) {
      demonstration = try Demonstration(
        of: loaded.scenario, options: options, program: Program.signature)
    } catch {
      throw Failure(
        .usage,
        "\(error.fault.map { "the fault \($0.rawValue) cannot be shown: " } ?? "")\(error.reason)")
    }
    do throws(RecordError) {
      try Interrupt.whileFiling(to: out) { () throws(RecordError) in
        try RecordWriter.write(
          demonstration.events, header: demonstration.header, scenario: loaded.source.bytes,
          to: out, isPrivate: false)
      }
    } catch {
      throw Failure(error, in: out)
    }
  }
}
