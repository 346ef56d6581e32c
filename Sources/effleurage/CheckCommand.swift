import ArgumentParser
import Foundation
import Handover
import ScenarioFiles

/// Says what is wrong with case files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check case files and say what is wrong, and where.",
    discussion: """
      Every error is a line FILE:LINE:COLUMN: error: WHAT on standard error, every warning \
      likewise. SCENARIO is a path or the id of a case in the library.

      Exit codes: 0 no error; 65 an error (with --strict also a warning); 66 a file is missing.
      """)

  @Argument(help: "Case files, or ids of the library.")
  var scenario: [String]

  @Flag(help: "A warning is a failure too.")
  var strict = false

  func run() throws {
    let check = ScenarioCheck(scenario, in: .ofThisProcess(), isStrict: strict)
    Diagnostics.write(check.complaints)
    if !check.results.isEmpty { Output().write(check.results.joined(separator: "\n") + "\n") }
    if check.exitCode != 0 { throw ExitCode(check.exitCode) }
  }
}
