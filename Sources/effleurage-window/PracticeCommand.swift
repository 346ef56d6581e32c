import ArgumentParser
import Attempts
import Drawing
import Foundation
import Handover
import ScenarioFiles
import Scenarios
import Sessions
import TrainerWindow

/// The window.
struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Open the window and practise a case.",
    discussion: """
      Without a case the window opens on the library. SCENARIO is the id of a case in the library \
      or the path of a case file.

      Finished attempts are kept in the history, $EFFLEURAGE_HOME/history.sqlite or \
      $XDG_DATA_HOME/effleurage/history.sqlite, and in records/ beside it: NAME.inkml, the record, \
      and NAME.json, the result as the window showed it. A debrief that is exported goes to \
      reports/, also beside it, under the record's name.

      The frame log is CSV with a row per frame: start_ms since the program started, draw_ms, \
      present_ms, events since the frame before, newest_event_age_ms when the frame stood on \
      the screen, the screen that it shows (library, patient, preparation, practice, \
      demonstration, debrief, settings, lifeSize, trainees, about, history, replay, or question over any of \
      them), hands that were down.

      \(Program.notice)
      """)

  @Argument(help: "The case: an id of the library or a path.")
  var scenario: String?

  @Flag(help: "An exam: no guide, no gauges, no coaching.")
  var exam = false

  @Option(help: ArgumentHelp("Only this step, as a drill; never counted.", valueName: "phase"))
  var only: String?

  @Option(help: ArgumentHelp("Who practises.", valueName: "name"))
  var trainee: String?

  @Option(
    help: ArgumentHelp("Write a row for every frame to this CSV file.", valueName: "file"))
  var frameLog: String?

  func validate() throws {
    if scenario == nil, exam || only != nil {
      throw ValidationError("--exam and --only need a case.")
    }
    if exam, only != nil {
      throw ValidationError("--exam and --only exclude each other: a drill is no exam.")
    }
    if let trainee, trainee.trimmingCharacters(in: .whitespaces).isEmpty {
      throw ValidationError("--trainee needs a name.")
    }
  }

  func run() throws {
    try MainActor.assumeIsolated { try open() }
  }

  @MainActor private func open() throws {
    Fonts.use()
    let folders = UserFolders.ofThisProcess()
    let settings = SettingsStore(file: folders.settingsFile)
    let reading = try WindowTexts.use(settings: settings)
    // Looked at before the library is read, so that no change falls between.
    let mark = LibraryMark(user: folders, shipped: .ofThisProgram())
    let session = try session(folders, reading)
    let ending: Trainer.Ending
    do {
      ending = try Trainer(
        session: session, frameLog: frameLog, settings: settings,
        library: LibraryWatch(
          user: folders, shipped: .ofThisProgram(), mark: mark, opened: opened(session)),
        reports: .ofThisProgram, started: started
      ).run { Failure.leaveAtOnce(Failure.unavailable, $0.description) }
    } catch let error as WindowError {
      throw Failure(Failure.unavailable, error.description)
    } catch let error as FrameLogError {
      throw Failure(Failure.cannotCreate, error.description)
    }
    switch ending {
    case .closed: break
    case .interrupted(let signal): throw ExitCode(128 + signal)
    case .unsaved(let reason, isOffered: true):
      throw Failure(
        Failure.inputOutput, "the attempt is not saved, and offered at the next start: \(reason)")
    case .unsaved(let reason, isOffered: false):
      throw Failure(Failure.inputOutput, "the attempt is lost: \(reason)")
    }
  }

  /// The case that was given as a file and is not in the library: it stays when that is read anew.
  private func opened(_ session: Session) -> CaseFile? {
    guard scenario != nil, let asked = session.underWay?.caseFile else { return nil }
    return asked
  }

  /// The session on the screen that the arguments ask for.
  func session(_ folders: UserFolders, _ reading: SettingsStore.Reading) throws -> Session {
    let library = ScenarioLibrary(user: folders, shipped: .ofThisProgram())
    let contents = LibraryContents(library)
    var cases = contents.cases
    var selected: Int?
    if let scenario {
      selected = try place(of: scenario, in: library, &cases)
    }
    let store = AttemptStore(folder: folders.records)
    let trainees = Trainees(history: store.history)
    var session = Session(
      cases: cases, broken: contents.broken,
      setting: Session.Setting(trainee: try traineeID(trainees), program: Program.signature),
      store: store, settings: reading.settings, traineeList: trainees)
    if let problem = reading.problem { session.tell(Notice(.warning, problem)) }
    guard let selected else { return session }
    session.select(selected)
    if let only, cases[selected].scenario.phaseIndex(only) == nil {
      let phases = cases[selected].scenario.phases.map(\.id).joined(separator: ", ")
      throw ValidationError(
        "no phase \"\(only)\" in this case; it has \(phases.isEmpty ? "none" : phases).")
    }
    session.begin(
      exam ? .exam : .practice, only: only, start: Trainer.wallClock, at: Trainer.startMoment)
    return session
  }

  /// Index of the asked case, which joins the library when it comes from a file.
  private func place(
    of name: String, in library: ScenarioLibrary, _ cases: inout [CaseFile]
  ) throws -> Int {
    let found: LoadedScenario
    do throws(ScenarioFileError) {
      found = try library.find(name)
    } catch {
      throw Failure(error.exitCode, lines: error.messages)
    }
    for warning in found.warnings { Failure.warn(warning.rendered(file: found.file)) }
    if let index = cases.firstIndex(where: { $0.source == found.source }) { return index }
    cases.insert(CaseFile(found), at: 0)
    return 0
  }

  private func traineeID(_ trainees: Trainees) throws -> String? {
    guard let trainee else { return nil }
    do throws(StoreError) {
      return try trainees.id(of: trainee)
    } catch {
      throw Failure(Failure.inputOutput, error.description)
    }
  }
}
