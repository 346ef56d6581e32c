import ArgumentParser
import Authoring
import Handover
import ScenarioFiles

/// Says what is wrong with case files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check case files and say what is wrong or unfair, and where.",
    discussion: """
      Every error is a line FILE:LINE:COLUMN: error: WHAT on standard error, every warning \
      likewise. SCENARIO is a path or the id of a case in the library.

      An error: the file cannot be read, the case contradicts itself, or nobody can do it rightly. \
      A warning: it can be practised, but asks too much, too little, or something odd. The expert \
      tries out every case without errors, and should reach \(Int(CaseTrial.expected)) points.

      Exit codes: 0 no error; 65 an error (with --strict also a warning); 66 a file is missing.
      """)

  @Argument(help: "Case files, or ids of the library.")
  var scenario: [String]

  @Flag(help: "A warning is a failure too.")
  var strict = false

  func run() throws {
    Interrupt.watch()
    let library = ScenarioLibrary.ofThisProcess()
    let progress = Progress(total: scenario.count, noun: "cases checked")
    defer { progress.finish() }
    var check = ScenarioCheck(isStrict: strict)
    for name in scenario {
      let told = (check.complaints.count, check.results.count)
      check.add(name, in: library)
      Diagnostics.write(Array(check.complaints[told.0...]))
      for line in check.results[told.1...] {
        Progress.clear()
        Output().write(line + "\n")
      }
      progress.step()
    }
    if check.exitCode != 0 { throw ExitCode(check.exitCode) }
  }
}
