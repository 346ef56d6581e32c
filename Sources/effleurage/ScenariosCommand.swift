import ArgumentParser
import Handover
import ScenarioFiles

/// The library, and new cases for it.
struct ScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios",
    abstract: "List the cases of the library; show, begin and calibrate cases.",
    discussion: """
      Without a subcommand the library is listed: "effleurage scenarios --format json" writes one \
      object a line for each case.
      """,
    subcommands: [
      ScenariosListCommand.self, ScenariosShowCommand.self, ScenariosNewCommand.self,
      ScenariosCalibrateCommand.self,
    ],
    defaultSubcommand: ScenariosListCommand.self)
}

/// Lists the library.
struct ScenariosListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the cases of the library.",
    discussion: """
      With json each case is one object on a line: id, title, difficulty, massage, cause, period, \
      decision, source (user or shipped), file, error (null, or the first of the file's errors).
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    let listing = LibraryListing(.ofThisProcess())
    Diagnostics.write(listing.warnings)
    let lines = format == .json ? listing.json : listing.text
    if lines.isEmpty {
      Diagnostics.write(["\(Program.name): warning: the library holds no cases"])
    } else {
      Output().write(lines.joined(separator: "\n") + "\n")
    }
  }
}
