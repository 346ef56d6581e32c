import ArgumentParser

/// Hands over to the window program, which has the same command.
struct ScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Print what a screen of the window says, or draw it.",
    discussion: """
      Texts stand in reading order, a line each. A control stands in brackets, with its keys \
      in angle brackets. NAME is one of library, case, preparation, practice, demonstration, \
      debrief, settings, life-size, trainees, about, history, help, replay. SCENARIO is an id of \
      the library or a path; for debrief and replay it is a record.
      """)

  @Argument(help: "Which screen.")
  var name: String

  @Argument(help: "The case it shows, or for debrief and replay the record.")
  var scenario: String?

  @Flag(help: "Print the screen as text, even where a picture is written.")
  var text = false

  @Option(help: ArgumentHelp("Write the screen as a picture.", valueName: "file.png"))
  var png: String?

  @Flag(help: "In the dark colours.")
  var dark = false

  @Flag(help: "As an exam shows it.")
  var exam = false

  @Option(help: ArgumentHelp("The step of the massage that practice shows.", valueName: "phase"))
  var step: String?

  @OptionGroup var options: ReplayOptions

  @Option(
    parsing: .unconditional, help: ArgumentHelp("100, 125, 150, 175 or 200.", valueName: "percent"))
  var textSize: Int?

  @Option(help: ArgumentHelp("Pixels of the picture.", valueName: "WxH"))
  var size: String?

  func run() throws {
    var arguments = ["screen"]
    if text { arguments.append("--text") }
    if let png { arguments.append("--png=\(png)") }
    if dark { arguments.append("--dark") }
    if exam { arguments.append("--exam") }
    if let step { arguments.append("--step=\(step)") }
    if let textSize { arguments.append("--text-size=\(textSize)") }
    if let size { arguments.append("--size=\(size)") }
    arguments += options.arguments + ["--", name]
    if let scenario { arguments.append(scenario) }
    try WindowProgram.start(arguments)
  }
}
