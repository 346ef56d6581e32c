import Attempts
import Drawing
import Scenarios
import Testing

@testable import Scenes

@Suite struct CaseTests {
  private func check(_ name: String, _ screen: CaseScreen) {
    SceneStage.check(name) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func holdsBeforeAnyQuestion() {
    check("case-new", CaseScreen(scenario: SampleCases.lifting))
  }

  @Test func holdsWithAnswersAndAChoice() {
    check(
      "case-asked",
      CaseScreen(
        scenario: SampleCases.lifting, asked: FlagGroup.allCases, choice: .proceed))
    check(
      "case-longest",
      CaseScreen(scenario: SampleCases.longest, mode: .exam, asked: FlagGroup.allCases))
  }

  @Test func holdsWithTheListOfReasons() {
    check(
      "case-reasons",
      CaseScreen(
        scenario: SampleCases.longest, asked: [.nerves, .illness], choice: .emergency,
        reasons: [.acute, .redFlag(.saddleNumbness)]))
  }
}
