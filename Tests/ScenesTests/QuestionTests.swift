import Drawing
import Testing

@testable import Scenes

@Suite struct QuestionTests {
  @Test func holdsOverAnotherScreen() {
    let screen = DialogScreen(.leaveAttempt, over: DebriefTests.ordinary)
    SceneStage.check("question", least: 3) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func holdsWithALongError() {
    let screen = DialogScreen(
      .notice(
        .error, title: "The record could not be written to the disk",
        text: SampleCases.prose(400)), over: nil)
    SceneStage.check("notice", least: 3) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func holdsWithKeysAndManySteps() {
    let keys = (1...9).map { Hint("\($0)", "Enter", text: "What the key number \($0) does here") }
    let help = DialogScreen(.help(keys), over: nil)
    SceneStage.check("help", least: 3) { canvas, frame, recorder in
      help.draw(on: canvas, in: frame, recorder: recorder)
    }
    let end = DialogScreen(
      .endAttempt(untouched: (1...12).map { "Step \($0) " + SampleCases.prose(30) }), over: nil)
    SceneStage.check("end", least: 3) { canvas, frame, recorder in
      end.draw(on: canvas, in: frame, recorder: recorder)
    }
    let lost = DialogScreen(.loseAttempt(reason: "The disk is full."), over: nil)
    SceneStage.check("lost", least: 3) { canvas, frame, recorder in
      lost.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func whatLiesUnderCannotBeClicked() {
    let (_, targets) = SceneStage.picture(1280, 800) { canvas, frame, _ in
      DialogScreen(.leaveAttempt, over: DebriefTests.ordinary).draw(on: canvas, in: frame)
    }
    #expect(targets.map(\.command) == [.cancel, .confirm])
  }

  static func left(hasEnded: Bool) -> Dialog {
    .leftAttempt(
      title: "Lifting strain, left L4-L5", trainee: "Marek", start: "2026-05-14 11:30",
      time: "4:05", hasEnded: hasEnded, isExam: false)
  }

  @Test(arguments: [false, true])
  func holdsWithWhatIsToBecomeOfAnInterruptedAttempt(hasEnded: Bool) {
    let screen = DialogScreen(Self.left(hasEnded: hasEnded), over: nil)
    SceneStage.check(hasEnded ? "left-over" : "left", least: 3) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  static var deletion: Dialog { .deleteTrainee(name: "Anna Kovač", attempts: 23) }

  @Test(arguments: [0, 1, 23])
  func holdsBeforeATraineeIsDeleted(attempts: Int) {
    let screen = DialogScreen(
      .deleteTrainee(
        name: attempts == 1 ? SampleCases.prose(80) : "Anna Kovač", attempts: attempts), over: nil)
    SceneStage.check("delete-trainee-\(attempts)", least: 3) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func keepingComesFirstAndDeletingIsNeverEnter() {
    let recorder = TextRecorder()
    let targets = SceneStage.picture(1280, 800, recorder: recorder) { canvas, frame, recorder in
      DialogScreen(Self.deletion, over: nil).draw(on: canvas, in: frame, recorder: recorder)
    }.targets
    #expect(targets.map(\.command) == [.cancel, .confirmDeletion])
    let texts = recorder.entries.map(\.text)
    #expect(texts.contains("X") && texts.contains("Esc") && !texts.contains("Enter"))
    #expect(texts.contains { $0.contains("Anna Kovač") })
    #expect(Self.deletion.text.contains("23 attempts"))
    #expect(Dialog.deleteTrainee(name: "A", attempts: 1).text.contains("1 attempt "))
  }

  @Test func goingOnComesFirstAndDiscardingIsAKeyOfItsOwn() {
    func commands(_ hasEnded: Bool) -> [Command] {
      SceneStage.picture(1280, 800) { canvas, frame, _ in
        DialogScreen(Self.left(hasEnded: hasEnded), over: nil).draw(on: canvas, in: frame)
      }.1.map(\.command)
    }
    #expect(commands(false) == [.confirm, .scoreLeftAttempt, .discardLeftAttempt, .cancel])
    #expect(commands(true) == [.confirm, .discardLeftAttempt, .cancel])
  }
}
