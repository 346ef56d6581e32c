import ArgumentParser
import Handover
import ScenarioFiles

/// Tells a case in words and draws its plates.
struct ScenariosShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Tell a case in words, and draw a back with the guides of each step.",
    discussion: """
      The words are everything the case says, with what it leaves to defaults. With --png a picture \
      is written too: a back for each step, with its guides, points, area to lift and areas in \
      spasm, also those that trainees only read of. It gives the decision away.

      Exit codes: 0 done; 65 the case has errors; 66 it is missing; 69 the pictures' program is not \
      there; 73 the picture cannot be written.
      """)

  @Argument(help: "The case: an id of the library or a path.")
  var scenario: String

  @Option(help: ArgumentHelp("The picture to write.", valueName: "file.png"))
  var png: String?

  func validate() throws {
    guard let png, !png.lowercased().hasSuffix(".png") else { return }
    throw ValidationError("--png names a file that ends in .png, not '\(png)'.")
  }

  func run() throws {
    let loaded = try Library.find(scenario)
    Output().write(ScenarioText.text(loaded.scenario))
    if let png { try WindowProgram.start(["plates", "--out=\(png)", "--", loaded.file]) }
  }
}
