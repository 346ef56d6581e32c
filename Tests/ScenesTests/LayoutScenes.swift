import Attempts
import Drawing
import Scenarios
import Scoring

@testable import Scenes

/// The screens as they are checked at every size.
enum LayoutScenes {
  struct Scene {
    var name: String
    var least = 6
    var draw: SceneStage.Draw
  }

  static var all: [Scene] {
    library + patient + preparation + debrief + dialogs + settings + history + replay
  }

  /// What the help says of the library, and a few keys more.
  static let keys = [
    (["←", "↑", "↓", "→"], "Choose a case"), (["Enter"], "Practice"),
    (["D"], "Watch the demonstration"), (["E"], "Exam"), (["1", "…", "9"], "Drill one step"),
    (["/"], "Find a case"), (["S"], "Settings"), (["T"], "Light or dark"), (["M"], "Metronome"),
    (["Tab"], "Next control"), (["Esc"], "Back"), (["F11"], "Whole display"), (["F1"], "Help"),
  ].map { keys, text in
    var hint = Hint(text: text)
    hint.keys = keys
    return hint
  }

  private static var library: [Scene] {
    var long = LibraryTests.ordinary
    long.cases[0] = LibraryCase(.scenario(SampleCases.longest))
    long.cases[1] = LibraryCase(
      .broken(file: "mine.yaml", error: "line 3: unknown key. " + SampleCases.prose(300)))
    long.cases += LibraryTests.ordinary.cases
    var broken = long
    broken.selected = 1
    var first = LibraryHeaderTests.screen
    first.offersIntroduction = true
    return [
      ("library", LibraryTests.ordinary), ("library-long", long), ("library-broken", broken),
      ("library-header", LibraryHeaderTests.screen), ("library-first-start", first),
    ].map { name, screen in
      Scene(name: name) { screen.draw(on: $0, in: $1, recorder: $2) }
    }
  }

  private static var patient: [Scene] {
    [
      ("case", CaseScreen(scenario: SampleCases.lifting)),
      (
        "case-asked",
        CaseScreen(scenario: SampleCases.lifting, asked: FlagGroup.allCases, choice: .proceed)
      ),
      (
        "case-longest",
        CaseScreen(scenario: SampleCases.longest, mode: .exam, asked: FlagGroup.allCases)
      ),
      (
        "case-reasons",
        CaseScreen(
          scenario: SampleCases.longest, asked: [.nerves, .illness], choice: .emergency,
          reasons: [.acute, .redFlag(.saddleNumbness)])
      ),
    ].map { name, screen in
      Scene(name: name) { screen.draw(on: $0, in: $1, recorder: $2) }
    }
  }

  private static var preparation: [Scene] {
    [
      ("preparation", PreparationScreen(scenario: SampleCases.lifting)),
      (
        "preparation-longest",
        PreparationScreen(
          scenario: SampleCases.longest, mode: .exam, before: BeforeItem.allCases,
          position: .prone, arms: .alongBody, cushion: .under, product: .warmingCream)
      ),
      (
        "preparation-side",
        PreparationScreen(
          scenario: SampleCases.lifting, before: [.hands, .drape], position: .sideLying,
          arms: .underHead, cushion: .under, product: .honey)
      ),
    ].map { name, screen in
      Scene(name: name) { screen.draw(on: $0, in: $1, recorder: $2) }
    }
  }

  private static var debrief: [Scene] {
    let scenario = SampleCases.longest
    var longest = DebriefScreen(
      model: DebriefModel(
        scenario: scenario,
        result: SampleAttempts.result(
          scenario, verdict: .failed, deductions: SampleAttempts.manyDeductions(phases: 12)),
        events: [], effect: SampleAttempts.effect(isExtreme: true)))
    longest.selected = 3
    longest.model.last = DebriefModel.Last(
      score: .tenths(1000), kept: Criterion.allCases.map { _ in 1 })
    longest.model.result.borderline = true
    return [
      ("debrief", DebriefTests.ordinary), ("debrief-longest", longest),
      ("debrief-compared", DebriefTests.compared), ("debrief-worst", DebriefTests.worst),
      ("debrief-playing", DebriefTests.playing),
    ].map { name, screen in
      Scene(name: name) { screen.draw(on: $0, in: $1, recorder: $2) }
    }
  }

  private static var replay: [Scene] {
    [
      ("replay", ReplaySamples.ordinary), ("replay-playing", ReplaySamples.playing),
      ("replay-longest", ReplaySamples.longest), ("replay-before", ReplaySamples.before),
      ("replay-reading", ReplaySamples.reading),
    ].map { name, screen in
      Scene(name: name, least: 4) { screen.draw(on: $0, in: $1, recorder: $2) }
    }
  }

  private static var settings: [Scene] {
    let screens: [(String, any RecordedScreen)] = [
      ("settings", SettingsScreenTests.settings), ("trainees", SettingsScreenTests.trainees),
      ("trainees-in-attempt", SettingsScreenTests.traineesInAttempt),
      ("about", SettingsScreenTests.about), ("life-size", SettingsScreenTests.lifeSize),
    ]
    return screens.map { name, screen in
      Scene(name: name) { screen.draw(on: $0, in: $1, recorder: $2) }
    }
  }

  private static var history: [Scene] {
    let screens: [(String, any RecordedScreen)] = [
      ("history", HistorySamples.ordinary), ("history-empty", HistorySamples.empty),
      ("history-long", HistorySamples.long), ("history-first", HistorySamples.first),
      ("history-courses", HistorySamples.begun), ("history-opening", HistorySamples.opening),
      ("library-course", HistorySamples.library),
    ]
    return screens.map { name, screen in
      Scene(name: name) { screen.draw(on: $0, in: $1, recorder: $2) }
    }
  }

  private static var dialogs: [Scene] {
    let keys = (1...14).map { Hint("\($0)", "Enter", text: "What the key number \($0) does here") }
    return [
      ("question", DialogScreen(.leaveAttempt, over: DebriefTests.ordinary)),
      (
        "delete-trainee",
        DialogScreen(
          .deleteTrainee(name: SampleCases.prose(80), attempts: 12_345),
          over: SettingsScreenTests.trainees)
      ),
      ("help", DialogScreen(.help(keys), over: nil)),
      (
        "error",
        DialogScreen(
          .notice(
            .error, title: "The record could not be written to the disk",
            text: SampleCases.prose(900)), over: nil)
      ),
    ].map { name, screen in
      Scene(name: name, least: 3) { screen.draw(on: $0, in: $1, recorder: $2) }
    } + [
      Scene(name: "notice", least: 1) { canvas, frame, recorder in
        NoticeBar(.warning, SampleCases.prose(240)).draw(on: canvas, in: frame, recorder: recorder)
      }
    ]
  }
}
