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
}
