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

  /// What to say where a word stands for a command and is none: the parser would call it an
  /// unexpected argument.
  ///
  /// - Parameter arguments: those of the program, without its name.
  static func unknownCommand(in arguments: ArraySlice<String>) -> Failure? {
    var path = [Program.name]
    var command: any ParsableCommand.Type = EffleurageCommand.self
    for word in arguments {
      let commands = command.configuration.subcommands
      guard !commands.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
      guard let known = commands.first(where: { $0.configuration.commandName == word }) else {
        return noCommand(
          word, among: commands.compactMap { $0.configuration.commandName }, of: path)
      }
      path.append(word)
      command = known
    }
    return nil
  }

  private static func noCommand(
    _ word: String, among names: [String], of path: [String]
  ) -> Failure {
    let near = Spelling.nearest(to: word, among: names).map { "; did you mean \"\($0)\"?" }
    let isRecord = path.count == 1 && RecordArguments.isRecord(word)
    let hint = near ?? (isRecord ? "; to score a record: \(Program.name) score \(word)" : "")
    let program = path.joined(separator: " ")
    return Failure(
      .usage,
      lines: [
        "\(Program.name): error: \(program) has no command \"\(word)\"\(hint)",
        "There are: \(names.joined(separator: ", ")).",
        "  See '\(program) --help' for more information.",
      ])
  }
}
