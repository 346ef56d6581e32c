import Attempts
import Drawing
import Scenarios
import Testing

@testable import Scenes

@Suite struct PreparationTests {
  private func check(_ name: String, _ screen: PreparationScreen) {
    SceneStage.check(name) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func holdsBeforeAnyChoice() {
    check("preparation-new", PreparationScreen(scenario: SampleCases.lifting))
  }

  @Test func holdsWithEveryChoice() {
    check(
      "preparation-prone",
      PreparationScreen(
        scenario: SampleCases.longest, mode: .exam, before: BeforeItem.allCases, position: .prone,
        arms: .alongBody, cushion: .under, product: .warmingCream))
    check(
      "preparation-side",
      PreparationScreen(
        scenario: SampleCases.lifting, before: [.hands, .drape], position: .sideLying,
        arms: .underHead, cushion: .under, product: .honey))
    check(
      "preparation-arms",
      PreparationScreen(
        scenario: SampleCases.lifting, position: .prone, arms: .underHead, cushion: Cushion.none))
  }

  @Test func everyChoiceCanBeReached() {
    let (_, targets) = SceneStage.picture(1280, 800) { canvas, frame, recorder in
      PreparationScreen(scenario: SampleCases.lifting)
        .draw(on: canvas, in: frame, recorder: recorder)
    }
    var all: [PreparationChoice] = BeforeItem.allCases.map { .before($0) }
    all += PatientPosition.allCases.map { .position($0) }
    all += Arms.allCases.map { .arms($0) }
    all += Cushion.allCases.map { .cushion($0) }
    all += Product.allCases.map { .product($0) }
    for choice in all {
      #expect(targets.contains { $0.command == .prepare(choice) })
      #expect(PreparationScreen.keys.contains { $0.choice == choice })
    }
    #expect(Set(PreparationScreen.keys.map(\.key)).count == PreparationScreen.keys.count)
    #expect(targets.contains { $0.command == .startMassage && $0.isEnabled })
  }

  @Test func theAnswerAboutAllergiesComesWithTheQuestion() {
    func texts(_ before: [BeforeItem]) -> [String] {
      let recorder = TextRecorder()
      _ = SceneStage.picture(1280, 800, recorder: recorder) { canvas, frame, recorder in
        PreparationScreen(scenario: SampleCases.longest, before: before)
          .draw(on: canvas, in: frame, recorder: recorder)
      }
      return recorder.entries.map(\.text)
    }
    #expect(!texts([.hands]).contains("honey, nuts and fragrance"))
    #expect(texts([.allergies]).contains("honey, nuts and fragrance"))
  }
}
