import Attempts
import BackAtlas
import Drawing
import Geometry
import Scenarios
import Testing

@testable import Scenes

@Suite struct PracticeTests {
  /// Other pages are those of ``PracticePageTests``. Drawing takes long without optimisation: there
  /// only the smallest window and one whose texts are so large that the rail scrolls.
  private func check(
    _ name: String, _ draw: SceneStage.Draw,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #if DEBUG
      let settings = [
        SceneStage.Setting(width: 960, height: 600),
        SceneStage.Setting(width: 960, height: 600, textSize: 2, isDark: true),
      ]
    #else
      let settings = SceneStage.allSettings
    #endif
    SceneStage.check(name, settings: settings, sourceLocation: sourceLocation, draw)
  }

  private func draw(_ model: PracticeModel) -> SceneStage.Draw {
    // As in the window, what stays is kept from frame to frame.
    let pictures = PracticePictures()
    return { canvas, frame, recorder in
      PracticeScreen(model, pictures: pictures).draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func circlesWholeBack() {
    check("practice-comb", draw(PracticeSamples.comb))
  }

  @Test func circlesLowerBack() {
    var model = PracticeSamples.comb
    model.view = .lowerBack
    check("practice-comb-zoom", draw(model))
  }

  @Test func strokes() {
    check(
      "practice-strokes", draw(PracticeSamples.stroking))
  }

  @Test func exam() {
    check("practice-exam", draw(PracticeSamples.exam()))
  }

  @Test func pause() {
    var model = PracticeSamples.stroking
    model.isPaused = true
    check("practice-pause", draw(model))
  }

  @Test func everythingAsLongAsAFileMaySay() {
    check(
      "practice-longest", draw(PracticeSamples.longest))
  }

  /// Steps that differ only at their ends can be told from each other.
  @Test func namesOfStepsAreWhole() {
    let titles = ["Spread the honey", "Lift on the left", "Lift on the right", "Closing"]
    var scenario = SampleCases.lifting
    scenario.phases = titles.enumerated().map { index, title in
      var phase = PracticeSamples.honey(scenario.patient.back)
      (phase.id, phase.title) = ("step-\(index)", title)
      return phase
    }
    var model = PracticeModel(mode: .practice, scenario: scenario)
    model.phase = 0
    let recorder = TextRecorder()
    _ = SceneStage.picture(1280, 800, recorder: recorder, draw(model))
    for title in titles {
      #expect(recorder.entries.contains { $0.text == title && !$0.isCut }, "\(title)")
      #expect(!recorder.entries.contains { $0.text == title && $0.isCut }, "\(title)")
    }
    check("practice-named-steps", draw(model))
  }

  /// What a button says gives way by a unit while it is held, and only that button's.
  @Test func aButtonGivesWay() throws {
    func height(of text: String, pressed: Command?) throws -> Double {
      _ = SceneStage.fonts
      let recorder = TextRecorder()
      var frame = Frame(width: 1280, height: 800)
      frame.pressed = pressed
      var model = PracticeSamples.stroking
      model.isPaused = true
      _ = draw(model)(Canvas.image(width: 1280, height: 800), frame, recorder)
      return try #require(recorder.entries.first { $0.text == text }).area.y
    }
    let rest = try height(of: "Go on", pressed: nil)
    #expect(try height(of: "Go on", pressed: .resume) == rest + 1)
    #expect(try height(of: "Go on", pressed: .endAttempt) == rest)
  }

  /// The gauge follows calmly; the hand is drawn with what it does.
  @Test func theGaugeOfPressureMayBeCalmer() {
    var model = PracticeSamples.comb
    model.hands[0].pressure = 0.9
    model.gaugedPressure = 0.41
    let recorder = TextRecorder()
    _ = SceneStage.picture(1280, 800, recorder: recorder, draw(model))
    #expect(recorder.entries.contains { $0.text == "41" })
    #expect(!recorder.entries.contains { $0.text == "90" })
  }

  @Test func waitingForAHand() {
    check(
      "practice-waiting", draw(PracticeSamples.waiting))
  }

  @Test func pain() {
    var model = PracticeSamples.pain
    model.view = .lowerBack
    check("practice-pain", draw(model))
  }

  @Test(arguments: [PlateView.Kind.wholeBack, .lowerBack]) func points(_ view: PlateView.Kind) {
    var model = PracticeSamples.pressing
    model.view = view
    check("practice-points-\(view)", draw(model))
  }

  @Test(arguments: [PlateView.Kind.wholeBack, .lowerBack]) func lifts(_ view: PlateView.Kind) {
    var model = PracticeSamples.lifting
    model.view = view
    check("practice-lifts-\(view)", draw(model))
  }

  @Test(arguments: [Sex.male, .female], [1250, 1640, 2150])
  func onTheSide(_ sex: Sex, _ stature: Int) {
    check(
      "practice-side-\(sex)-\(stature)",
      draw(PracticeSamples.sideLying(sex, stature: stature)))
  }

  @Test func lifeSize() {
    var model = PracticeSamples.comb
    model.view = .lifeSize
    model.pixelsPerMillimetre = 1.9
    check("practice-life-size", draw(model))
  }

  /// Names of levels stand from top to bottom; where there is no room for all, those that orient stay.
  @Test(arguments: [3.8, 1.2, 0.5])
  func namesOfLevelsMakeRoom(pixelsPerMillimetre: Double) throws {
    var model = PracticeSamples.comb
    model.view = .lifeSize
    model.pixelsPerMillimetre = pixelsPerMillimetre
    let recorder = TextRecorder()
    _ = SceneStage.picture(1280, 800, recorder: recorder, draw(model))
    let levels = Landmark.allCases.map(\.rawValue)
    let named = recorder.entries.filter { levels.contains($0.text) && $0.area.maxX < 60 }
    for (above, below) in zip(named, named.dropFirst()) {
      #expect(above.area.centre.y < below.area.centre.y, "\(above.text) before \(below.text)")
      #expect(above.area.maxY <= below.area.maxY - above.area.height + 0.5)
    }
    let places = named.compactMap { levels.firstIndex(of: $0.text) }
    #expect(places == places.sorted() && places.count == named.count)
    for main in ["T12", "L4"] { #expect(named.contains { $0.text == main }, "\(main)") }
    if pixelsPerMillimetre == 0.5 {
      #expect(named.count < levels.count)
    } else if pixelsPerMillimetre == 1.2 {
      #expect(["L1", "L2", "L3"].allSatisfy { name in named.contains { $0.text == name } })
    }
  }
}
