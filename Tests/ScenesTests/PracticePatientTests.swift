import Attempts
import BackAtlas
import Drawing
import Geometry
import Patients
import Scenarios
import Scoring
import Testing

@testable import Scenes

@Suite struct PracticePatientTests {
  private func words(_ model: PracticeModel, isReducedMotion: Bool = false) -> [String] {
    _ = SceneStage.fonts
    let recorder = TextRecorder()
    let canvas = Canvas.image(width: 1280, height: 800)
    let frame = Frame(width: 1280, height: 800, isReducedMotion: isReducedMotion)
    _ = PracticeScreen(model).draw(on: canvas, in: frame, recorder: recorder)
    return recorder.entries.map(\.text)
  }

  @Test func comfortAndBreathingAreInWords() {
    let words = words(PracticeSamples.comb)
    #expect(words.contains("Comfort"))
    #expect(words.contains("Comfortable"))
    #expect(words.contains("14 per min, calm"))
  }

  @Test func painIsSaid() {
    let words = words(PracticeSamples.pain)
    #expect(words.contains("Pain"))
    #expect(words.contains("23 per min, quick"))
    #expect(words.contains("Lift or lighten: the patient feels pain"))
  }

  @Test func anExamShowsNothingOfThePatient() {
    let words = words(PracticeSamples.exam())
    #expect(!words.contains("Comfort"))
    #expect(!words.contains("Warmth"))
    #expect(!words.contains { $0.contains("per min") })
    #expect(words.contains("Set pressure"))
    #expect(words.contains("10 of 100"))
    #expect(words.contains("01:11"))
  }

  @Test func aHiddenAidLeavesTheSetPressure() {
    var model = PracticeSamples.comb
    model.aids = [.guide, .gauges]
    let words = words(model)
    #expect(!words.contains("Comfort"))
    #expect(!words.contains("Breathing"))
    #expect(words.contains("Set pressure"))
  }

  @Test func theFifthsOfComfort() {
    #expect(
      [0, 0.01, 0.2, 0.21, 0.6, 0.81, 1].map(PracticePatient.fifths) == [0, 1, 1, 2, 3, 5, 5])
  }

  @Test func theChestRisesAndFallsWithoutAJump() {
    #expect(PracticePatient.rise(0) == 0)
    #expect(PracticePatient.rise(0.4) == 1)
    #expect(PracticePatient.rise(1) < 1e-12)
    var last = 0.0
    for step in 0...1000 {
      let rise = PracticePatient.rise(Double(step) / 1000)
      #expect(abs(rise - last) < 0.005)
      last = rise
    }
  }

  /// Breathing moves the contour and never the guides: in still pictures nothing moves at all.
  @Test func reducedMotionHoldsThePictureStill() {
    func picture(_ breath: Double, _ isStill: Bool) -> Canvas {
      var model = PracticeSamples.comb
      model.patient?.breath = breath
      let canvas = Canvas.image(width: 1280, height: 800)
      let frame = Frame(width: 1280, height: 800, isReducedMotion: isStill)
      _ = PracticeScreen(model).draw(on: canvas, in: frame)
      return canvas
    }
    #expect(SceneStage.fonts)
    #expect(Golden.compare(picture(0, true), picture(0.4, true)).mean == 0)
    #expect(Golden.compare(picture(0, false), picture(0.4, false)).far > 0)
  }

  @Test func coachingLinesFadeOnlyWhereTheAdviceChanges() {
    #expect(
      PracticeScreen.isSameAdvice(
        .tooFast(speed: 90, aim: 20...80), .tooFast(speed: 99, aim: 20...80)))
    #expect(!PracticeScreen.isSameAdvice(.steady, .tooFast(speed: 90, aim: 20...80)))
  }

  // MARK: Warmth

  @Test func warmthIsReadBetweenTheMiddlesOfCells() {
    var map = WarmthMap(left: 0, top: 0, columns: 3, rows: 2)
    map.values = [0, 1, 0, 0, 0.5, 0]
    #expect(map.value(at: Point(15, 5)) == 1)
    #expect(map.value(at: Point(10, 5)) == 0.5)
    #expect(map.value(at: Point(15, 10)) == 0.75)
    #expect(map.value(at: Point(-40, 5)) == 0)
    #expect(map.value(at: Point(15, 400)) == 0)
  }

  @Test(arguments: [Sex.male, .female], [1750])
  func dotsLieOnTheSkin(_ sex: Sex, _ stature: Int) {
    let back = Back(sex: sex, stature: stature)
    for kind in [PlateView.Kind.wholeBack, .lowerBack] {
      let view = PlateView(kind, back: back, in: Frame(width: 1280, height: 800))
      let warmth = PlateWarmth(view: view, back: back)
      let dots = warmth.rows.flatMap { $0 }
      #expect(dots.count > 1000)
      for dot in dots {
        let fine = FinePoint(FinePoint(x: 0, y: 0), offset: dot.place)
        #expect(back.trunk.signedDistance(to: fine) <= -2.5 / view.scale)
        #expect(view.layout(dot.place).distance(to: dot.centre) < 1e-9)
      }
    }
  }

  /// Bands that are drawn one after another come to the picture that is drawn at once.
  @Test func changedBandsEndAsTheWholePicture() {
    #expect(SceneStage.fonts)
    let frame = Frame(width: 1280, height: 800)
    var model = PracticeSamples.stroking
    model.trail = []
    let warm = model.patient?.warmth
    var screen = PracticeScreen(model)
    screen.model.patient?.warmth.values = [Double](
      repeating: 0, count: warm?.values.count ?? 0)
    let canvas = Canvas.image(width: 1280, height: 800)
    _ = screen.draw(on: canvas, in: frame)
    screen.model.patient = model.patient
    var frames = 0
    for step in 1...24 {
      screen.model.now = Double(step) / 20
      _ = screen.draw(on: canvas, in: frame)
      frames += 1
    }
    let atOnce = Canvas.image(width: 1280, height: 800)
    model.now = Double(frames) / 20
    _ = PracticeScreen(model).draw(on: atOnce, in: frame)
    #expect(Golden.compare(canvas, atOnce).far == 0)
  }
}
