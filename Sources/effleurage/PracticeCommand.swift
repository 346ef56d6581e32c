import ArgumentParser
import Handover

/// Hands over to the window program, which has the same command.
struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Open the window and practise a case.",
    discussion: """
      Without a case the window opens on the library. SCENARIO is the id of a case in the library \
      or the path of a case file.

      \(Program.notice)
      """)

  @Argument(help: "The case: an id of the library or a path.")
  var scenario: String?

  @Flag(help: "An exam: no guide, no gauges, no coaching.")
  var exam = false

  @Option(help: ArgumentHelp("Only this step, as a drill; never counted.", valueName: "phase"))
  var only: String?

  @Option(
    help: ArgumentHelp("Write a row for every frame to this CSV file.", valueName: "file"))
  var frameLog: String?

  func run() throws {
    var arguments = ["practice"]
    if let scenario { arguments += ["--", scenario] }
    if exam { arguments.insert("--exam", at: 1) }
    if let only { arguments.insert(contentsOf: ["--only=\(only)"], at: 1) }
    if let frameLog { arguments.insert(contentsOf: ["--frame-log=\(frameLog)"], at: 1) }
    try WindowProgram.start(arguments)
  }
}
