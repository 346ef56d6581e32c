import ArgumentParser
import Foundation
import Handover
import History

/// The history: listed, taken elsewhere and in, and what is known of a trainee deleted.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List what was done and what is due; export, import and delete.",
    discussion: """
      Without a subcommand the history is listed: "effleurage history --format json" writes one \
      object a line.
      """,
    subcommands: [
      HistoryListCommand.self, HistoryExportCommand.self, HistoryImportCommand.self,
      HistoryDeleteCommand.self,
    ],
    defaultSubcommand: HistoryListCommand.self)
}

/// Lists the history.
struct HistoryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List attempts, progress, courses and what is due.",
    discussion: """
      Of each trainee: what is due, where they stand with each case, and every attempt, the latest \
      first. Records beside the history that are not in it yet are judged and entered first.

      With json each line is one object of the kind attempt, case or course. It carries the ids of \
      trainees and no name.

      Exit codes: 0 done; 64 wrong usage; 66 nobody is called so; 74 the history cannot be read: it \
      is out of reach, damaged, of a newer version of the program, or held by another program.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(help: ArgumentHelp("Only this trainee: the name, or the id.", valueName: "name"))
  var trainee: String?

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    Interrupt.watch()
    let history = try UserHistory()
    let chapters = try history.chapters(of: trainee)
    let output = Output()
    switch format {
    case .text: output.write(HistoryText.page(chapters, today: Day(Date())))
    case .json:
      // In an order that does not hang on names, which differ from history to history.
      for chapter in chapters.sorted(by: { ($0.id ?? "u") < ($1.id ?? "u") }) {
        output.write(HistoryJSON.lines(chapter).map { $0 + "\n" }.joined())
      }
    }
  }
}
