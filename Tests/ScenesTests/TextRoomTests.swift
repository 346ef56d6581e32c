import Attempts
import Scenarios
import Testing

@testable import Scenes

/// Texts as long as a case's author may make them without a warning are shown whole.
@Suite struct TextRoomTests {
  private static var full: Scenario {
    typealias Room = Scenario.TextRoom
    var scenario = SampleCases.lifting
    scenario.title = SampleCases.prose(Room.title)
    scenario.summary = SampleCases.prose(Room.summary)
    scenario.patient.name = SampleCases.prose(Room.name)
    scenario.patient.occupation = SampleCases.prose(Room.occupation)
    scenario.patient.history = SampleCases.prose(Room.history)
    scenario.patient.diagnosis = Diagnosis(
      by: SampleCases.prose(Room.diagnosedBy), on: "14 September",
      text: SampleCases.prose(Room.diagnosis))
    for index in scenario.phases.indices {
      scenario.phases[index].title = SampleCases.prose(Room.phaseTitle)
    }
    return scenario
  }

  /// That a text *may* be cut, as a list of longest texts must allow, is no excuse here.
  private func check(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation, _ draw: SceneStage.Draw
  ) {
    for setting in SceneStage.someSettings where setting.width > 1000 && setting.textSize == 1 {
      let recorder = TextRecorder()
      _ = SceneStage.shoot(setting, recorder: recorder, draw)
      for entry in recorder.entries {
        #expect(
          !entry.isCut, "\(name) at \(setting): “\(entry.text)” is cut",
          sourceLocation: sourceLocation)
      }
    }
  }

  @Test func theCaseShowsThemWhole() {
    let screen = CaseScreen(scenario: Self.full, asked: FlagGroup.allCases, choice: .proceed)
    check("case") { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func theLibraryShowsThemWhole() {
    let screen = LibraryScreen(cases: [LibraryCase(.scenario(Self.full))])
    check("library") { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func thePreparationShowsThemWhole() {
    let screen = PreparationScreen(scenario: Self.full)
    check("preparation") { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func thePracticeShowsThemWhole() {
    var model = PracticeModel(mode: .practice, scenario: Self.full)
    model.phase = 0
    model.entered = [true, false, false]
    model.guides = [PracticeGuide(done: 1, asked: 8), PracticeGuide(done: 0, asked: 8)]
    model.activeGuide = 0
    // The row of steps may shorten titles; the step under way is told in full beside it.
    for (width, height) in SceneStage.sizes {
      let recorder = TextRecorder()
      _ = SceneStage.picture(width, height, recorder: recorder) { canvas, frame, recorder in
        PracticeScreen(model).draw(on: canvas, in: frame, recorder: recorder)
      }
      let whole = recorder.entries.filter { !$0.isCut }.map(\.text)
      #expect(recorder.entries.allSatisfy { !$0.isCut || $0.mayBeCut })
      #expect(whole.contains { $0.contains(Self.full.phases[0].title) }, "\(whole)")
      #expect(whole.contains { $0.contains(Self.full.patient.name) }, "\(whole)")
    }
  }
}
