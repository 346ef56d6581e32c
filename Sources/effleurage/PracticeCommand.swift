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

  @Option(help: ArgumentHelp("Who practises.", valueName: "name"))
  var trainee: String?

  @Option(
    help: ArgumentHelp("Write a row for every frame to this CSV file.", valueName: "file"))
  var frameLog: String?

  func run() throws {
    var arguments = ["practice"]
    if exam { arguments.append("--exam") }
    if let only { arguments.append("--only=\(only)") }
    if let trainee { arguments.append("--trainee=\(trainee)") }
    if let frameLog { arguments.append("--frame-log=\(frameLog)") }
    // Whatever a case is called, it is no option.
    if let scenario { arguments += ["--", scenario] }
    try WindowProgram.start(arguments)
  }
}
