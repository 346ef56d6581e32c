import Attempts
import Drawing
import Geometry
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
    check(
      "case-reasons-new",
      CaseScreen(
        scenario: SampleCases.lifting, choice: .refer, reasons: [.redFlag(.firstOnsetAge)]))
  }

  private func drawn(_ screen: CaseScreen) -> (targets: [Target], texts: [String]) {
    let recorder = TextRecorder()
    let targets = SceneStage.picture(1280, 800, recorder: recorder) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }.targets
    return (targets, recorder.entries.map(\.text))
  }

  @Test func flagsStayUnknownUntilTheirGroupIsAsked() {
    let all = FlagGroup.allCases.flatMap(CaseScreen.flags)
    #expect(all.count == 28 && Set(all).count == 28)
    for group in FlagGroup.allCases {
      let screen = CaseScreen(scenario: SampleCases.longest, asked: [group])
      for other in FlagGroup.allCases {
        for flag in CaseScreen.flags(of: other) {
          let finding = screen.finding(flag)
          #expect((finding == .notAsked) == (other != group))
        }
      }
      let (targets, _) = drawn(screen)
      #expect(!targets.contains { $0.command == .ask(group) })
      #expect(targets.filter { if case .ask = $0.command { true } else { false } }.count == 3)
    }
  }

  @Test func clearanceIsTold() {
    let screen = CaseScreen(scenario: SampleCases.lifting, asked: [.illness])
    #expect(screen.finding(.contraindication(.hypertension)) == .cleared)
    #expect(screen.finding(.redFlag(.fever)) == .absent)
    #expect(drawn(screen).texts.contains(Words.Case.cleared))
  }

  @Test func nothingIsDecidedAtFirst() {
    let (targets, _) = drawn(CaseScreen(scenario: SampleCases.lifting))
    #expect(targets.first { $0.command == .confirmDecision }?.isEnabled == false)
    let cards = targets.filter { if case .choose = $0.command { true } else { false } }
    #expect(cards.count == 3)
    #expect(Set(cards.map { [$0.area.width, $0.area.height] }).count == 1)
    let chosen = drawn(CaseScreen(scenario: SampleCases.lifting, choice: .refer)).targets
    #expect(chosen.first { $0.command == .confirmDecision }?.isEnabled == true)
  }

  @Test func everyReasonCanBeChosen() {
    for choice in [Decision.refer, .emergency] {
      let (targets, _) = drawn(CaseScreen(scenario: SampleCases.lifting, choice: choice))
      for reason in Reason.all {
        #expect(targets.contains { $0.command == .toggleReason(reason) })
      }
    }
    let (targets, _) = drawn(CaseScreen(scenario: SampleCases.lifting, choice: .proceed))
    #expect(!targets.contains { if case .toggleReason = $0.command { true } else { false } })
  }

  @Test func anExamGivesNoHint() {
    let practice = drawn(CaseScreen(scenario: SampleCases.lifting)).texts
    let exam = drawn(CaseScreen(scenario: SampleCases.lifting, mode: .exam)).texts
    #expect(practice.contains(Words.Case.acuteRemark))
    #expect(!exam.contains(Words.Case.acuteRemark))
  }
}
