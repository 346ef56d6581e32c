import Scenes
import Sessions
import Testing

@testable import TrainerWindow

/// Keys of what teaches beside practice.
@Suite struct TeachingKeyTests {
  @Test func everyAidHasAKeyOfItsOwn() {
    #expect(Set(KeyMap.aids.map(\.aid)).count == KeyMap.aids.count)
    #expect(Set(KeyMap.aids.map(\.key)).count == KeyMap.aids.count)
    for (key, aid) in KeyMap.aids { #expect(KeyMap.aid(of: key) == aid) }
    #expect(KeyMap.aid(of: "x") == nil)
  }

  @Test func theHelpNamesTheKeys() {
    func keys(_ screen: Session.Screen, isExam: Bool = false) -> [String] {
      KeyMap.help(on: screen, isExam: isExam).flatMap(\.keys)
    }
    #expect(keys(.library).contains("I"))
    #expect(keys(.practice).contains("V"))
    #expect(!keys(.practice, isExam: true).contains("V"))
    #expect(keys(.demonstration).contains(","))
    #expect(keys(.debrief).contains("S"))
  }

  @Test func theDebriefOfAnExamSaysWhatWasHiddenAndForHowLongNobodyWasThere() {
    let all = Trainer.examNote(hidden: KeyMap.aids.map(\.aid), away: 499_999)
    #expect(
      all
        == "Hidden in the exam: guide, gauges, coach, pacer, warmth, comfort, words of red flags.")
    #expect(
      Trainer.examNote(hidden: [], away: 72_400_000)
        == "Hidden in the exam: words of red flags. Without the keyboard for 1:12.")
  }
}
