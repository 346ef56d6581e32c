import BackAtlas
import Drawing
import Geometry
import Scenarios
import Testing

@testable import Scenes

@Suite struct PracticeGoldenTests {
  private func picture(_ model: PracticeModel, isDark: Bool = false) -> Canvas {
    SceneStage.picture(1280, 800, isDark: isDark) { canvas, frame, _ in
      PracticeScreen(model).draw(on: canvas, in: frame)
    }.canvas
  }

  @Test func comb() throws { try Golden.check("practice-comb", picture(PracticeSamples.comb)) }

  @Test func combDark() throws {
    try Golden.check("practice-comb-dark", picture(PracticeSamples.comb, isDark: true))
  }

  @Test func combZoom() throws {
    var model = PracticeSamples.comb
    model.view = .lowerBack
    try Golden.check("practice-comb-zoom", picture(model))
  }

  @Test func strokes() throws {
    try Golden.check("practice-strokes", picture(PracticeSamples.stroking))
  }

  @Test func plateOfAWoman() throws {
    #expect(SceneStage.fonts)
    let back = Back(sex: .female, stature: 1626)
    let frame = Frame(width: 1280, height: 800)
    let canvas = Canvas.image(width: 768, height: 760)
    Plate(
      view: PlateView(.wholeBack, back: back, in: frame), back: back, theme: .light,
      hasCushion: false
    ).draw(on: canvas)
    try Golden.check("plate-woman", canvas)
  }

  /// A stroke more is seen although its card is kept from frame to frame.
  @Test func whatIsKeptIsWhatIsCounted() {
    func draw(_ model: PracticeModel, _ pictures: PracticePictures) -> Canvas {
      let picture = SceneStage.picture(1280, 800) { canvas, frame, _ in
        PracticeScreen(model, pictures: pictures).draw(on: canvas, in: frame)
      }
      return Golden.halved(picture.canvas)
    }
    let pictures = PracticePictures()
    var model = PracticeSamples.comb
    let before = draw(model, pictures)
    model.guides[1].done += 1
    let after = draw(model, pictures)
    #expect(Golden.compare(after, draw(model, PracticePictures())).mean == 0)
    #expect(Golden.compare(after, before).mean > 0)
  }

  @Test func aMissingAreaIsFound() throws {
    let model = PracticeSamples.comb
    let before = Golden.halved(picture(model))
    var other = model
    other.scenario.spasm = []
    let after = Golden.halved(picture(other))
    let result = Golden.compare(before, after)
    #expect(result.mean > Golden.mean || result.far > Golden.far, "\(result.mean), \(result.far)")
    #expect(Golden.compare(before, before).mean == 0)
  }
}
