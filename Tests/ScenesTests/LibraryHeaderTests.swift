import Drawing
import Geometry
import Preferences
import Testing

@testable import Scenes

@Suite struct LibraryHeaderTests {
  static var screen: LibraryScreen {
    var screen = LibraryTests.ordinary
    screen.header = LibraryHeader(
      trainee: "Anna Kovač",
      work: WorkSoFar(
        cases: [.tried, .passed, .new, .passed, .new, .tried], attempts: 8, averageScore: 76.3))
    return screen
  }

  @Test func holdsAtEverySize() {
    SceneStage.check("library-header") { canvas, frame, recorder in
      Self.screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func saysWhenNothingIsFound() {
    var screen = Self.screen
    screen.cases = []
    screen.header?.search = TextLine("zebra")
    screen.header?.isSearching = true
    screen.header?.trainee = SampleCases.prose(80)
    let recorder = TextRecorder()
    let drawn = SceneStage.picture(1280, 800, recorder: recorder) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
    let texts = recorder.entries.map(\.text)
    #expect(texts.contains("No case fits."))
    #expect(!texts.contains(Words.Library.empty))
    #expect(!drawn.targets.contains { $0.command == .practise })
  }
}
