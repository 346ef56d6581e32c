import ArgumentParser
import Drawing
import Foundation
import Handover
import ScenarioFiles
import Sessions
import TrainerWindow

/// The window, replaying a record.
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

  @OptionGroup var options: RecordOptions

  @Option(
    help: ArgumentHelp("Write a row for every frame to this CSV file.", valueName: "file"))
  var frameLog: String?

  func run() throws {
    try MainActor.assumeIsolated { try open() }
  }

  @MainActor private func open() throws {
    Fonts.use()
    let folders = UserFolders.ofThisProcess()
    let settings = SettingsStore(file: folders.settingsFile)
    let reading = try WindowTexts.use(settings: settings)
    // What is wrong with the record is said without a window.
    var session = ReplayCommand.session(folders, reading)
    session.openReplay(of: try options.read(record), from: options.time)
    let ending: Trainer.Ending
    do {
      ending = try Trainer(
        session: session, frameLog: frameLog, settings: settings, started: started
      ).run { Failure.leaveAtOnce(Failure.unavailable, $0.description) }
    } catch let error as WindowError {
      throw Failure(Failure.unavailable, error.description)
    } catch let error as FrameLogError {
      throw Failure(Failure.cannotCreate, error.description)
    }
    if case .interrupted(let signal) = ending { throw ExitCode(128 + signal) }
  }

  /// A session that knows of no cases and no trainees.
  static func session(_ folders: UserFolders, _ reading: SettingsStore.Reading) -> Session {
    var session = Session(
      cases: [], setting: Session.Setting(program: Program.signature),
      store: AttemptStore(folder: folders.records), settings: reading.settings)
    if let problem = reading.problem { session.tell(Notice(.warning, problem)) }
    return session
  }
}
