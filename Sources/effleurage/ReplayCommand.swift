import ArgumentParser
import Handover

/// Hands over to the window program, which has the same command.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Open the window and replay an attempt beside the expert's.",
    discussion: """
      RECORD is a record (*.inkml), the journal of an attempt that was under way (*.attempt), or - \
      for standard input. All comes from the record alone: the case that it carries, and the rules \
      that judged it. A record of another program carries no case: name one with --scenario.

      Esc closes the window.
      """)

  @Argument(help: "The record.")
  var record: String

  @OptionGroup var options: ReplayOptions

  @Option(
    help: ArgumentHelp("Write a row for every frame to this CSV file.", valueName: "file"))
  var frameLog: String?

  func run() throws {
    var arguments = ["replay"] + options.arguments
    if let frameLog { arguments.append("--frame-log=\(frameLog)") }
    try WindowProgram.start(arguments + ["--", record])
  }
}

/// What is handed on with a record that is looked at; the window program judges it.
struct ReplayOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The moment to show, in seconds.", valueName: "seconds"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "The case of another program's record: an id of the library or a path.", valueName: "file"))
  var scenario: String?

  @Option(help: ArgumentHelp("The step of another program's record.", valueName: "id"))
  var phase: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Millimetres of the back in a pixel of another program's input.", valueName: "mm"))
  var mmPerPixel: String?

  var arguments: [String] {
    let given = [
      ("at", at), ("scenario", scenario), ("phase", phase), ("mm-per-pixel", mmPerPixel),
    ]
    return given.compactMap { name, value in value.map { "--\(name)=\($0)" } }
  }
}
