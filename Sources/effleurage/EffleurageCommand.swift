import ArgumentParser
import Handover

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
}
