import Attempts
import Drawing
import Geometry
import Scenarios
import Testing

@testable import Scenes

/// Drills, faded aids, guided minutes and what an exam hid, on their screens.
@Suite struct TeachingTests {
  /// Drawing takes long without optimisation: there only two windows.
  #if DEBUG
    private static let settings = SceneStage.someSettings
  #else
    private static let settings = SceneStage.allSettings
  #endif

  private func drawn(_ draw: SceneStage.Draw) -> (targets: [Target], texts: [String]) {
    let recorder = TextRecorder()
    let targets = SceneStage.picture(1280, 800, recorder: recorder, draw).targets
    return (targets, recorder.entries.map(\.text))
  }

  @Test func theLibraryOffersDrillsAndTellsWhatIsHidden() throws {
    var screen = LibraryTests.ordinary
    screen.cases[0].record = CaseRecord(
      bestScore: 91, hasPassed: true, attempts: 5, hiddenAids: 2)
    screen.offersIntroduction = true
    screen.header = LibraryHeaderTests.screen.header
    let draw: SceneStage.Draw = { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
    SceneStage.check("library-first-start", settings: Self.settings, draw)
    let (targets, texts) = drawn(draw)
    #expect(texts.contains("2 of 6 aids hidden after 4 passes"))
    #expect(targets.contains { $0.command == .introduce })
    let steps = SampleCases.six[0].phases.count
    #expect(targets.count { if case .drill = $0.command { true } else { false } } == steps)
    let first = try #require(targets.first { $0.command == .drill(0) })
    #expect(first.label.contains("Drill step 1"))
    #expect(first.label.contains("never counted"))
  }

  @Test func nothingIsSaidWhileAllAidsAreShown() {
    let texts = drawn { canvas, frame, recorder in
      LibraryTests.ordinary.draw(on: canvas, in: frame, recorder: recorder)
    }.texts
    #expect(!texts.contains { $0.contains("hidden after") })
  }

  private static let sentences = [
    "Hold the button down and stroke once along a lane, from top to bottom.",
    "That touched the spasm. Work on beside it, further out.",
  ]

  @Test(arguments: sentences.indices)
  func theGuidedMinutesStandInTheCoachingLinesPlace(index: Int) {
    var model = PracticeSamples.stroking
    model.mode = .drill
    model.introduction = PracticeIntroduction(
      text: Self.sentences[index], number: index == 0 ? 1 : 5, count: 6, isWarning: index == 1)
    let pictures = PracticePictures()
    let draw: SceneStage.Draw = { canvas, frame, recorder in
      PracticeScreen(model, pictures: pictures).draw(on: canvas, in: frame, recorder: recorder)
    }
    SceneStage.check(
      "practice-guided-\(index)", settings: Self.settings, draw)
    let (targets, texts) = drawn(draw)
    #expect(texts.contains(Self.sentences[index]))
    #expect(targets.contains { $0.command == .skipIntroductionStep })
  }

  @Test func theLastGuidedStepHasNothingToSkip() {
    var model = PracticeSamples.stroking
    model.introduction = PracticeIntroduction(text: "That was everything.", number: 6, count: 6)
    let targets = drawn { canvas, frame, recorder in
      PracticeScreen(model).draw(on: canvas, in: frame, recorder: recorder)
    }.targets
    #expect(!targets.contains { $0.command == .skipIntroductionStep })
  }

  @Test(arguments: [(0.5, "half speed"), (4, "4 times as fast"), (1, nil)])
  func theHeadingTellsHowFastADemonstrationRuns(speed: Double, words: String?) {
    var model = PracticeSamples.stroking
    model.isDemonstration = true
    model.demonstrationSpeed = speed
    let texts = drawn { canvas, frame, recorder in
      PracticeScreen(model).draw(on: canvas, in: frame, recorder: recorder)
    }.texts
    #expect(texts.contains { $0.hasSuffix(words ?? "the expert at work") })
  }

  @Test func theSpeedOfADemonstrationCanBePressed() {
    var model = PracticeSamples.stroking
    func commands() -> [Command] {
      drawn { canvas, frame, recorder in
        PracticeScreen(model).draw(on: canvas, in: frame, recorder: recorder)
      }.targets.map(\.command)
    }
    #expect(!commands().contains(.slower))
    model.isDemonstration = true
    #expect(commands().contains(.slower) && commands().contains(.faster))
  }

  /// A pause is where a person looks for settings and help; nothing on its card does nothing.
  @Test func aPauseOffersWhatCanBeDoneInIt() {
    var model = PracticeSamples.stroking
    model.isPaused = true
    func commands() -> [Command] {
      drawn { canvas, frame, recorder in
        PracticeScreen(model).draw(on: canvas, in: frame, recorder: recorder)
      }.targets.map(\.command)
    }
    #expect(commands() == [.resume, .endAttempt, .settings, .help])
    // The expert's work is no attempt that could be ended.
    model.isDemonstration = true
    #expect(commands() == [.resume, .back, .settings, .help])
  }

  @Test func theDebriefTellsWhatTheExamHidAndOffersTheStepOfAMark() {
    var screen = DebriefTests.ordinary
    screen.note =
      "Hidden in the exam: guide, gauges, coach, pacer, warmth, comfort, words of red flags. "
      + "Without the keyboard for 12:34."
    let draw: SceneStage.Draw = { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
    SceneStage.check("debrief-exam", settings: Self.settings, draw)
    let (targets, texts) = drawn(draw)
    #expect(texts.contains { $0.hasPrefix("Hidden in the exam") })
    let step = screen.drillStep
    #expect(step == 1)
    #expect(targets.contains { $0.command == .drill(1) })
    screen.selected = nil
    #expect(
      !drawn(draw).targets.contains { if case .drill = $0.command { true } else { false } })
  }
}
