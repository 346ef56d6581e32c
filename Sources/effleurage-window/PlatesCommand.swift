import ArgumentParser
import Reports
import ScenarioFiles

/// The plates of a case as a picture; needs no display.
struct PlatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plates",
    abstract: "Write the plates of a case as a picture.",
    discussion: "What `effleurage scenarios show --png` starts.")

  @Argument(help: "The case: an id of the library or a path.")
  var scenario: String

  @Option(help: ArgumentHelp("The picture to write.", valueName: "file.png"))
  var out: String

  func run() throws {
    Fonts.use()
    try WindowTexts.use()
    let loaded: LoadedScenario
    do throws(ScenarioFileError) {
      loaded = try ScenarioLibrary.ofThisProcess().find(scenario)
    } catch {
      throw Failure(error.exitCode, lines: error.messages)
    }
    do throws(ReportError) {
      try CasePicture(of: loaded.scenario).write(to: out)
    } catch {
      throw Failure(Failure.cannotCreate, error.description)
    }
  }
}
