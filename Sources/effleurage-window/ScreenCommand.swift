import ArgumentParser
import Attempts
import Catalogue
import Drawing
import Foundation
import Handover
import Patients
import Preferences
import ScenarioFiles
import Scenarios
import Scenes
import Scoring
import Sessions
import TrainerWindow

/// Any screen of the window as text or as a picture; needs no display.
struct ScreenCommand: ParsableCommand {
  enum Name: String, CaseIterable, ExpressibleByArgument {
    case library, `case`, preparation, practice, demonstration, debrief, settings
    case lifeSize = "life-size"
    case trainees, about, history, help, replay
  }

  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Print what a screen of the window says, or draw it.",
    discussion: """
      Texts stand in reading order, a line each. A control stands in brackets, with its keys \
      in angle brackets. NAME is one of \(Name.allCases.map(\.rawValue).joined(separator: ", ")). \
      SCENARIO is an id of the library or a path; for debrief and replay it is a record.
      """)

  @Argument(help: "Which screen.")
  var name: Name

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

  @OptionGroup var options: RecordOptions

  @Option(help: ArgumentHelp("100, 125, 150, 175 or 200.", valueName: "percent"))
  var textSize = 100

  @Option(help: ArgumentHelp("Pixels of the picture.", valueName: "WxH"))
  var size = "1280x800"

  func validate() throws {
    if let png, !png.lowercased().hasSuffix(".png") {
      throw ValidationError("--png names a file that ends in .png, not '\(png)'.")
    }
    _ = try view()
    if name == .debrief || name == .replay, scenario == nil {
      throw ValidationError("\(name.rawValue) needs a record.")
    }
    if name != .replay, options.at != nil { throw ValidationError("--at goes with replay.") }
    if name != .replay, name != .debrief, options.isGiven {
      throw ValidationError("--scenario, --phase and --mm-per-pixel go with debrief and replay.")
    }
    if step != nil, name != .practice { throw ValidationError("--step goes with practice.") }
  }

  private func view() throws -> Trainer.View {
    var view = Trainer.View()
    let sides = size.lowercased().split(separator: "x").compactMap { Int($0) }
    guard sides.count == 2, (640...16_384).contains(sides[0]), (400...16_384).contains(sides[1])
    else {
      throw ValidationError("--size is WIDTHxHEIGHT in pixels, 640x400 to 16384x16384.")
    }
    (view.width, view.height) = (sides[0], sides[1])
    guard let textSize = Settings.TextSize(rawValue: textSize) else {
      throw ValidationError("--text-size is 100, 125, 150, 175 or 200, not \(textSize).")
    }
    view.textSize = textSize
    view.isDark = dark
    return view
  }

  func run() throws {
    try MainActor.assumeIsolated { try show() }
  }

  @MainActor private func show() throws {
    Fonts.use()
    let view = try view()
    let folders = UserFolders.ofThisProcess()
    let reading = try WindowTexts.use(settings: SettingsStore(file: folders.settingsFile))
    let (canvas, text) =
      switch name {
      case .debrief: try debrief(view)
      case .replay: try replay(view, folders, reading)
      default: try screen(view, folders, reading)
      }
    if let png {
      do throws(DrawingError) {
        try canvas.writePNG(to: png)
      } catch {
        throw Failure(Failure.cannotCreate, "\(error)")
      }
    }
    guard self.text || png == nil else { return }
    let lines =
      text?.lines(
        notNow: Texts["screen.notNow"], chosen: Texts["screen.chosen"]) ?? []
    do {
      try FileHandle.standardOutput.write(
        contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
    } catch {
      throw Failure(Failure.inputOutput, "the text cannot be written: \(error)")
    }
  }

  @MainActor private func screen(
    _ view: Trainer.View, _ folders: UserFolders, _ reading: SettingsStore.Reading
  ) throws -> (Canvas, ScreenText?) {
    let command = try PracticeCommand.parse(arguments)
    var session = try command.session(folders, reading)
    session.keepsEventsOnDisk = false
    try lead(&session)
    return try picture(of: session, view)
  }

  /// A replay that stands still.
  @MainActor private func replay(
    _ view: Trainer.View, _ folders: UserFolders, _ reading: SettingsStore.Reading
  ) throws -> (Canvas, ScreenText?) {
    var session = ReplayCommand.session(folders, reading)
    session.openReplayAtOnce(
      of: try options.read(scenario ?? ""), from: options.time, at: Trainer.startMoment)
    return try picture(of: session, view)
  }

  @MainActor private func picture(
    of session: Session, _ view: Trainer.View
  ) throws -> (Canvas, ScreenText?) {
    let trainer: Trainer
    do {
      trainer = try Trainer.offscreen(session, view)
    } catch let error as WindowError {
      throw Failure(Failure.unavailable, error.description)
    }
    defer { trainer.close() }
    // What the window would tell of a history that cannot be read, say.
    if let notice = trainer.notice { Failure.warn(notice) }
    return trainer.picture(view)
  }

  /// What `practice` would have been given.
  private var arguments: [String] {
    scenario.map { ["--", $0] } ?? []
  }

  /// Goes to the screen as a person would.
  private func lead(_ session: inout Session) throws {
    let moment = Trainer.startMoment
    // A case that was named is open already; it is read again in the mode that is asked for.
    session.back(at: moment)
    let mode: Mode = exam ? .exam : .practice
    switch name {
    case .library: break
    case .settings: session.openSettings(at: moment)
    case .trainees: session.openTrainees(at: moment)
    case .about: session.openAbout(at: moment)
    case .history: session.openHistory(at: moment)
    case .lifeSize:
      session.openSettings(at: moment)
      session.openLifeSize(at: moment)
    case .help: session.showHelp(at: moment)
    case .demonstration: session.demonstrate(at: moment)
    case .case: session.begin(mode, start: Trainer.wallClock, at: moment)
    case .preparation, .practice:
      session.begin(mode, start: Trainer.wallClock, at: moment)
      session.choose(.proceed)
      session.confirmDecision(at: moment)
      if name == .practice { try practise(&session, at: moment) }
    case .debrief, .replay: break
    }
  }

  private func practise(_ session: inout Session, at moment: Int) throws {
    session.startMassage(at: moment)
    // As the window's first turn does: the pacer goes to where its step begins.
    defer { session.advance(to: moment) }
    guard let step, let scenario = session.underWay?.scenario else { return }
    guard let index = scenario.phaseIndex(step) else {
      let phases = scenario.phases.map(\.id).joined(separator: ", ")
      throw ValidationError("no phase \"\(step)\" in this case; it has \(phases).")
    }
    session.enterPhase(index, at: moment)
  }

  private func debrief(_ view: Trainer.View) throws -> (Canvas, ScreenText?) {
    let attempt = try options.named(scenario ?? "").judge()
    if let warning = RecordCase.warning(attempt.journal, path: scenario ?? "") {
      Failure.warn(warning)
    }
    let model = DebriefModel(
      scenario: attempt.scorer.scenario, result: attempt.scorer.result(), events: attempt.events,
      effect: attempt.patient.effect)
    let canvas = Canvas.image(width: view.width, height: view.height)
    let frame = Frame(
      width: Double(view.width), height: Double(view.height), isDark: view.isDark,
      textSize: view.textSize.factor)
    return (canvas, ScreenText(of: DebriefScreen(model: model), on: canvas, in: frame))
  }
}
