import ArgumentParser
import Handover
import ScenarioFiles

/// The program without a window; with no command it opens the window on the library.
struct EffleurageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract: "Practise lower-back massage for a pinched nerve, and score it.",
    discussion: """
      Without a command the window opens on the library of cases. Results go to standard output, \
      words about them to standard error.

      \(Program.notice)
      """,
    version: Program.description,
    subcommands: [
      PracticeCommand.self, ScoreCommand.self, DemoCommand.self, CheckCommand.self,
      ScenariosCommand.self, HistoryCommand.self, ReplayCommand.self, ReportCommand.self,
      ExportCommand.self,
      ScreenCommand.self,
    ])

  func run() throws {
    try WindowProgram.start([])
  }

  /// What to say where the first word is no command: the parser would call it an unexpected argument.
  static func unknownCommand(in arguments: ArraySlice<String>) -> Failure? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word = arguments.first, !word.hasPrefix("-"), !(names + ["help"]).contains(word)
    else {
      return nil
    }
    let near = Spelling.nearest(to: word, among: names).map { "; did you mean \"\($0)\"?" }
    let isRecord = RecordArguments.isRecord(word)
    let hint = near ?? (isRecord ? "; to score a record: \(Program.name) score \(word)" : "")
    return Failure(
      .usage,
      lines: [
        "\(Program.name): error: there is no command \"\(word)\"\(hint)",
        "There are: \(names.joined(separator: ", ")).",
        "  See '\(Program.name) --help' for more information.",
      ])
  }
}
