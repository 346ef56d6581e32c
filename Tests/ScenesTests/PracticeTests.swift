import Drawing
import Geometry
import Testing

@testable import Scenes

@Suite struct PracticeTests {
  private func draw(_ model: PracticeModel) -> SceneStage.Draw {
    { canvas, frame, recorder in
      PracticeScreen(model).draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func circlesWholeBack() {
    SceneStage.check("practice-comb", smallest: 40, draw(PracticeSamples.comb))
  }

  @Test func circlesLowerBack() {
    var model = PracticeSamples.comb
    model.view = .lowerBack
    SceneStage.check("practice-comb-zoom", smallest: 40, draw(model))
  }

  @Test func strokes() {
    SceneStage.check("practice-strokes", smallest: 40, draw(PracticeSamples.stroking))
  }

  @Test func exam() {
    SceneStage.check("practice-exam", smallest: 40, draw(PracticeSamples.exam()))
  }

  @Test func pause() {
    var model = PracticeSamples.stroking
    model.isPaused = true
    SceneStage.check("practice-pause", smallest: 44, draw(model))
  }

  @Test func everythingAsLongAsAFileMaySay() {
    SceneStage.check("practice-longest", smallest: 36, draw(PracticeSamples.longest))
  }
}
