import Drawing
import Testing

@testable import Scenes

@Suite struct QuestionTests {
  @Test func holdsOverAnotherScreen() {
    let screen = QuestionScreen(.leaveAttempt, over: DebriefTests.ordinary)
    SceneStage.check("question", least: 3) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func holdsWithALongError() {
    let screen = QuestionScreen(
      .notice(
        .error, title: "The record could not be written to the disk",
        text: SampleCases.prose(400)), over: nil)
    SceneStage.check("notice", least: 3) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func whatLiesUnderCannotBeClicked() {
    let (_, targets) = SceneStage.picture(1280, 800) { canvas, frame, _ in
      QuestionScreen(.leaveAttempt, over: DebriefTests.ordinary).draw(on: canvas, in: frame)
    }
    #expect(targets.map(\.command) == [.cancel, .confirm])
  }
}
