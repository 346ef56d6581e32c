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

  /// A moment of practice, and the frame it is shown in.
  struct Moment: CustomTestStringConvertible, Sendable {
    var name: String
    var look = GoldenScreenTests.Look(suffix: "")
    var model: PracticeModel

    var testDescription: String { name }
  }

  static let moments: [Moment] = {
    let dark = GoldenScreenTests.Look(suffix: "-dark", isDark: true)
    let large = GoldenScreenTests.Look(suffix: "-200", textSize: 2)
    let wide = GoldenScreenTests.Look(suffix: "-1920x1080", width: 1920, height: 1080)
    func changed(_ model: PracticeModel, _ change: (inout PracticeModel) -> Void) -> PracticeModel {
      var model = model
      change(&model)
      return model
    }
    return [
      Moment(name: "practice-points", model: PracticeSamples.pressing),
      Moment(
        name: "practice-points-lower-back",
        model: changed(PracticeSamples.pressing) { $0.view = .lowerBack }),
      Moment(name: "practice-honey", model: PracticeSamples.lifting),
      Moment(name: "practice-side-lying", model: PracticeSamples.sideLying(.female, stature: 1640)),
      Moment(name: "practice-strokes-dark", look: dark, model: PracticeSamples.stroking),
      Moment(name: "practice-comb-200", look: large, model: PracticeSamples.comb),
      Moment(name: "practice-comb-1920x1080", look: wide, model: PracticeSamples.comb),
      Moment(name: "practice-pain", model: PracticeSamples.pain),
      Moment(name: "practice-exam", model: PracticeSamples.exam()),
      Moment(name: "practice-pause", model: changed(PracticeSamples.comb) { $0.isPaused = true }),
      Moment(
        name: "practice-demonstration",
        model: changed(PracticeSamples.stroking) {
          $0.isDemonstration = true
          $0.demonstrationSpeed = 2
          $0.setPressure = nil
          $0.hands[0].pressure = 0.12
        }),
    ]
  }()

  @Test(arguments: moments)
  func looksAsItShould(_ moment: Moment) throws {
    #expect(SceneStage.fonts)
    let look = moment.look
    let canvas = Canvas.image(width: look.width, height: look.height)
    let frame = Frame(
      width: Double(look.width), height: Double(look.height), isDark: look.isDark,
      textSize: look.textSize)
    _ = PracticeScreen(moment.model).draw(on: canvas, in: frame)
    SceneStage.save(canvas, "golden-" + moment.name)
    try Golden.check(moment.name, canvas)
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
