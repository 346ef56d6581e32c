import Attempts
import Drawing
import Geometry
import Scenarios
import Testing

@testable import Scenes

/// What every screen but practice looks like: in light, in dark, with texts of twice the size, and
/// in a larger window. Practice has pictures of its own.
@Suite struct GoldenScreenTests {
  struct Look: CustomTestStringConvertible, Sendable {
    /// What is added to the name of the screen.
    var suffix: String
    var width = 1280
    var height = 800
    var isDark = false
    var textSize = 1.0

    var testDescription: String { suffix.isEmpty ? "light" : suffix }
  }

  static let looks = [
    Look(suffix: ""), Look(suffix: "-dark", isDark: true), Look(suffix: "-200", textSize: 2),
    Look(suffix: "-1920x1080", width: 1920, height: 1080),
  ]

  enum Subject: String, CaseIterable {
    case library, preparation, question, help, settings, trainees, about, debrief, history
    case historyEmpty = "history-empty"
    case historyFailed = "history-failed"
    case historyOpening = "history-opening"
    case course = "library-course"
    case compared = "debrief-compared"
    case playing = "debrief-playing"
    case patient = "case"
    case reasons = "case-reasons"
    case lifeSize = "life-size"
    case leftAttempt = "left-attempt"
    case deleteTrainee = "delete-trainee"
    case replay
    case replayPlaying = "replay-playing"
    case replayReading = "replay-reading"

    var screen: any RecordedScreen {
      switch self {
      case .library: LibraryHeaderTests.screen
      case .patient:
        CaseScreen(scenario: SampleCases.lifting, asked: FlagGroup.allCases, choice: .proceed)
      case .reasons:
        CaseScreen(
          scenario: SampleCases.longest, asked: [.nerves], choice: .refer, reasons: [.acute])
      case .preparation:
        PreparationScreen(
          scenario: SampleCases.lifting, before: [.hands, .allergies, .consent],
          position: .prone, arms: .alongBody, cushion: .under, product: .warmingOil)
      case .question: DialogScreen(.leaveAttempt, over: DebriefTests.ordinary)
      case .help: DialogScreen(.help(LayoutScenes.keys), over: LibraryHeaderTests.screen)
      case .leftAttempt:
        DialogScreen(QuestionTests.left(hasEnded: false), over: LibraryHeaderTests.screen)
      case .deleteTrainee:
        DialogScreen(QuestionTests.deletion, over: SettingsScreenTests.trainees)
      case .settings: SettingsScreenTests.settings
      case .trainees: SettingsScreenTests.trainees
      case .about: SettingsScreenTests.about
      case .lifeSize: SettingsScreenTests.lifeSize
      case .debrief: DebriefTests.ordinary
      case .compared: DebriefTests.compared
      case .playing: DebriefTests.playing
      case .history: HistorySamples.ordinary
      case .historyEmpty: HistorySamples.empty
      case .historyFailed: HistorySamples.failed
      case .historyOpening: HistorySamples.opening
      case .course: HistorySamples.library
      case .replay: ReplaySamples.ordinary
      case .replayPlaying: ReplaySamples.playing
      case .replayReading: ReplaySamples.reading
      }
    }

    /// The control that is shown with the focus of the keyboard.
    var focus: Command? {
      switch self {
      case .library: .selectCase(0)
      case .settings: .toggleSound(.metronome)
      case .lifeSize: .lifeSizeEdge
      case .question: .confirm
      case .replayPlaying: .scrub
      default: nil
      }
    }
  }

  @Test(arguments: Subject.allCases, looks)
  func looksAsItShould(_ subject: Subject, _ look: Look) throws {
    #expect(SceneStage.fonts)
    let canvas = Canvas.image(width: look.width, height: look.height)
    let frame = Frame(
      width: Double(look.width), height: Double(look.height), isDark: look.isDark,
      focus: subject.focus, textSize: look.textSize)
    _ = subject.screen.draw(on: canvas, in: frame)
    SceneStage.save(canvas, "golden-" + subject.rawValue + look.suffix)
    try Golden.check(subject.rawValue + look.suffix, canvas)
  }

  /// In the reference the patient's card is scrolled to; here it is whole.
  @Test(arguments: [false, true])
  func theDebriefWithAllOfThePatient(isDark: Bool) throws {
    #expect(SceneStage.fonts)
    let canvas = Canvas.image(width: 1280, height: 920)
    _ = DebriefTests.ordinary.draw(
      on: canvas, in: Frame(width: 1280, height: 920, isDark: isDark))
    let name = "debrief-1280x920" + (isDark ? "-dark" : "")
    SceneStage.save(canvas, "golden-" + name)
    try Golden.check(name, canvas)
  }
}
