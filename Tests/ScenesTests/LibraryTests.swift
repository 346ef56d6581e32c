import Drawing
import Geometry
import Testing

@testable import Scenes

@Suite struct LibraryTests {
  static var ordinary: LibraryScreen {
    let records: [CaseRecord?] = [
      CaseRecord(bestScore: 74, hasPassed: false, attempts: 2),
      CaseRecord(bestScore: 91, hasPassed: true, attempts: 3), nil,
      CaseRecord(bestScore: 78, hasPassed: true, attempts: 2), nil,
      CaseRecord(bestScore: 61, hasPassed: false, attempts: 1),
    ]
    return LibraryScreen(
      cases: zip(SampleCases.six, records).map { LibraryCase(.scenario($0), record: $1) })
  }

  @Test func holdsAtEverySize() {
    SceneStage.check("library") { canvas, frame, recorder in
      Self.ordinary.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func holdsWithLongTextsAndBrokenFiles() {
    var screen = Self.ordinary
    screen.cases[0] = LibraryCase(.scenario(SampleCases.longest))
    screen.cases[1] = LibraryCase(
      .broken(
        file: "my-own-case-with-a-very-long-file-name-that-nobody-can-read.yaml",
        error: "line 12, column 3: unknown key “presure”; did you mean “pressure”? "
          + SampleCases.prose(300)))
    screen.cases += Self.ordinary.cases
    SceneStage.check("library-long") { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
    screen.selected = 1
    SceneStage.check("library-broken") { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  private func drawn(_ screen: LibraryScreen) -> (targets: [Target], texts: [String]) {
    let recorder = TextRecorder()
    let targets = SceneStage.picture(1280, 800, recorder: recorder) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }.targets
    return (targets, recorder.entries.map(\.text))
  }

  @Test func everyCaseCanBeReachedByScrolling() {
    var screen = Self.ordinary
    screen.cases += screen.cases + screen.cases
    for (width, height) in [(1280, 800), (960, 600)] {
      var scrolls: [ScrollOffset] = []
      var reached: Set<Int> = []
      for _ in 0..<20 {
        let setting = SceneStage.Setting(width: width, height: height, scrolls: scrolls)
        let (_, drawn) = SceneStage.shoot(setting, recorder: TextRecorder()) {
          screen.draw(on: $0, in: $1, recorder: $2)
        }
        for target in drawn.targets where target.isHit(at: target.area.centre) {
          if case .selectCase(let index) = target.command { reached.insert(index) }
        }
        scrolls = drawn.scrolls.map { ScrollOffset($0.id, $0.offset + 0.5 * $0.area.height) }
      }
      #expect(reached == Set(screen.cases.indices))
    }
  }

  @Test func aBrokenFileSaysWhyAndStartsNothing() {
    let screen = LibraryScreen(
      cases: [LibraryCase(.broken(file: "mine.yaml", error: "line 3: unknown key"))])
    let (targets, texts) = drawn(screen)
    #expect(texts.contains("line 3: unknown key"))
    #expect(!targets.contains { [.practise, .exam, .demonstrate].contains($0.command) })
  }

  @Test func offersOnlyWhatThereIs() {
    var screen = Self.ordinary
    screen.offersExam = false
    screen.offersDemonstration = false
    let commands = drawn(screen).targets.map(\.command)
    #expect(commands.contains(.practise))
    #expect(!commands.contains(.exam) && !commands.contains(.demonstrate))
    #expect(drawn(LibraryScreen(cases: [])).texts.contains(Words.Library.empty))
  }
}
