import BackAtlas
import Drawing
import Geometry
import Testing

@testable import Scenes

@Suite struct PracticeTests {
  /// Smaller pages are those of ``PracticePageTests``.

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
    SceneStage.check(
      "practice-strokes", smallest: 40, draw(PracticeSamples.stroking))
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
    SceneStage.check(
      "practice-longest", smallest: 36, draw(PracticeSamples.longest))
  }

  @Test func waitingForAHand() {
    SceneStage.check(
      "practice-waiting", smallest: 40, draw(PracticeSamples.waiting))
  }

  @Test func pain() {
    var model = PracticeSamples.pain
    model.view = .lowerBack
    SceneStage.check("practice-pain", smallest: 40, draw(model))
  }

  @Test(arguments: [PlateView.Kind.wholeBack, .lowerBack]) func points(_ view: PlateView.Kind) {
    var model = PracticeSamples.pressing
    model.view = view
    SceneStage.check("practice-points-\(view)", smallest: 40, draw(model))
  }

  @Test(arguments: [PlateView.Kind.wholeBack, .lowerBack]) func lifts(_ view: PlateView.Kind) {
    var model = PracticeSamples.lifting
    model.view = view
    SceneStage.check("practice-lifts-\(view)", smallest: 40, draw(model))
  }

  @Test(arguments: [Sex.male, .female], [1250, 1640, 2150])
  func onTheSide(_ sex: Sex, _ stature: Int) {
    SceneStage.check(
      "practice-side-\(sex)-\(stature)", smallest: 40,
      draw(PracticeSamples.sideLying(sex, stature: stature)))
  }

  @Test func lifeSize() {
    var model = PracticeSamples.comb
    model.view = .lifeSize
    model.pixelsPerMillimetre = 1.9
    SceneStage.check("practice-life-size", smallest: 40, draw(model))
  }
}
