import Drawing
import Geometry
import Preferences
import Testing

@testable import Scenes

@Suite struct SettingsScreenTests {
  static let display = DisplaySize(width: 1920, height: 1080)

  static var settings: SettingsScreen {
    var settings = Settings()
    settings.theme = .light
    settings.sounds.metronome = true
    settings.setLifeSize(3.78, of: display)
    return SettingsScreen(
      SettingsModel(
        settings: settings, trainee: "Anna Kovač",
        languages: [.init(code: "en", name: "English"), .init(code: "ru", name: "Русский")],
        display: display, canUndo: true))
  }

  static var trainees: TraineesScreen {
    let names = ["Anna Kovač", "Иван Петров", "משה לוי", "王小明", "ياسمين خليل"]
    return TraineesScreen(
      entries: names.enumerated().map { .init(id: "t-\($0)", name: $1) }, current: "t-0")
  }

  static var traineesInAttempt: TraineesScreen {
    var screen = trainees
    screen.canChange = false
    screen.canDelete = false
    return screen
  }

  static var about: AboutScreen {
    AboutScreen(
      versions: ["effleurage 0.1.0", "rule set 1", "formats: scenario 1, record 1, result 1"],
      places: [
        ("Records and results of your attempts", "/home/anna/.local/share/effleurage/records"),
        ("These settings", "/home/anna/.config/effleurage/settings.yaml"),
      ])
  }

  static var lifeSize: LifeSizeScreen { LifeSizeScreen(pixelsPerMillimetre: 3.78, isSet: true) }

  @Test func settingsHoldAtEverySize() {
    SceneStage.check("settings") { canvas, frame, recorder in
      Self.settings.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func settingsHoldWithManyLanguages() {
    var screen = Self.settings
    screen.model.languages = (1...9).map {
      .init(code: "l\($0)", name: "Language number \($0)")
    }
    screen.model.trainee = SampleCases.prose(80)
    SceneStage.check("settings-long") { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func settingsHoldWithDevicesAndWithoutSound() {
    var screen = Self.settings
    screen.model.soundProblem = SampleCases.prose(120)
    screen.model.devices = InputDevices(controllers: [
      .init(name: "Wireless Controller", measuresPressure: true),
      .init(name: "Flight stick", measuresPressure: false),
    ])
    SceneStage.check("settings-devices") { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
    let text = ScreenText(
      of: screen, on: .image(width: 1280, height: 800), in: Frame(width: 1280, height: 800))
    let all = String(describing: text)
    #expect(all.contains("Wireless Controller: its trigger measures pressure."))
    #expect(all.contains("Flight stick: pressure is set."))
    #expect(all.contains(SampleCases.prose(120).prefix(20)))
  }

  @Test func lifeSizeHoldsAtEverySize() {
    for measure in [1.0, 3.78, 9.5] {
      SceneStage.check("life-size-\(Int(measure))") { canvas, frame, recorder in
        LifeSizeScreen(pixelsPerMillimetre: measure, isSet: measure > 2)
          .draw(on: canvas, in: frame, recorder: recorder)
      }
    }
  }

  @Test func traineesHoldAtEverySize() {
    SceneStage.check("trainees") { canvas, frame, recorder in
      Self.trainees.draw(on: canvas, in: frame, recorder: recorder)
    }
    var screen = Self.trainees
    screen.entries[1].name = SampleCases.prose(80)
    screen.renamed = "t-2"
    screen.isTyping = true
    screen.line = TextLine(SampleCases.prose(80))
    SceneStage.check("trainees-renaming") { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func aboutHoldsAtEverySize() {
    SceneStage.check("about", controls: 1...1) { canvas, frame, recorder in
      Self.about.draw(on: canvas, in: frame, recorder: recorder)
    }
  }

  @Test func theCardOnTheDisplayIsAsLargeAsItIsSaidToBe() {
    // At 4 pixels in a millimetre a card is 342.4 wide; its edge is that far right of the middle.
    let screen = LifeSizeScreen(pixelsPerMillimetre: 4, isSet: true)
    for (width, height) in [(1280, 800), (1920, 1080), (2560, 1440)] {
      let targets = SceneStage.picture(width, height) { canvas, frame, recorder in
        screen.draw(on: canvas, in: frame, recorder: recorder)
      }.targets
      let edge = targets.first { $0.command == .lifeSizeEdge }?.area.centre.x ?? 0
      #expect(abs(edge - (Double(width) / 2 + 85.6 * 2)) < 0.01)
      #expect(abs(LifeSizeScreen.measure(reaching: edge, inFrameOf: Double(width)) - 4) < 1e-9)
    }
  }

  @Test func stepsAreWholePixelsOfTheCard() {
    let once = LifeSizeScreen.stepped(3.78, by: 1)
    #expect((once * BankCard.width).rounded() == 325)
    #expect((LifeSizeScreen.stepped(once, by: -10) * BankCard.width).rounded() == 315)
  }

  @Test func whatIsChosenCanBeTold() {
    let text = ScreenText(
      of: Self.settings, on: .image(width: 1280, height: 800),
      in: Frame(width: 1280, height: 800))
    let labels = (text?.parts ?? []).compactMap { part in
      if case .control(let label, _, _, _, _) = part { label } else { nil }
    }
    #expect(labels.contains { $0.hasPrefix("Metronome") })
    #expect(labels.contains("English"))
  }
}

@Suite struct InitialsTests {
  @Test(arguments: [
    ("Anna Kovač", "AK"), ("  maria   del carmen soto ", "MS"), ("王小明", "王"), ("Ольга", "О"),
    ("משה לוי", "מל"), ("é", "É"),
  ])
  func firstAndLastWord(name: String, initials: String) {
    #expect(Initials.of(name) == initials)
  }

  @Test func nobodyHasNone() {
    #expect(Initials.of(nil) == nil)
    #expect(Initials.of("  ") == nil)
  }
}

@Suite struct CaseWordsTests {
  private let words = CaseWords(of: SampleCases.six[0])

  @Test(arguments: ["", " ", "L4-L5", "l4–l5", "LIFTING", "strain lift", "heavy"])
  func finds(search: String) {
    #expect(words.match(search), "\(search) in \(words)")
  }

  @Test(arguments: ["pregnancy", "lifting zebra", "%"])
  func doesNotFind(search: String) {
    #expect(!words.match(search))
  }
}

@Suite struct ScreenTextTests {
  private func parts(_ screen: any Screen) -> [ScreenText.Part] {
    ScreenText(
      of: screen, on: .image(width: 1280, height: 800), in: Frame(width: 1280, height: 800))?
      .parts ?? []
  }

  @Test func everyControlIsSaidOnceAndWithItsKey() throws {
    let screen = LibraryTests.ordinary
    let parts = parts(screen)
    var controls: [String: [String]] = [:]
    for case .control(let label, _, let keys, _, _) in parts {
      #expect(controls.updateValue(keys, forKey: label) == nil, "\(label) twice")
    }
    let drawn = SceneStage.picture(1280, 800) { canvas, frame, recorder in
      screen.draw(on: canvas, in: frame, recorder: recorder)
    }.targets
    #expect(Set(controls.keys) == Set(drawn.map(\.label)))
    #expect(controls["Practice"] == ["Enter"])
    #expect(parts.contains(.hint(keys: ["Enter"], text: "Practice")))
  }

  @Test func everyTextThatIsDrawnIsSaid() {
    let recorder = TextRecorder()
    _ = SceneStage.picture(1280, 800, recorder: recorder) { canvas, frame, recorder in
      DebriefTests.ordinary.draw(on: canvas, in: frame, recorder: recorder)
    }
    let lines =
      ScreenText(
        of: DebriefTests.ordinary, on: .image(width: 1280, height: 800),
        in: Frame(width: 1280, height: 800))?.lines(
        notNow: "not now", chosen: "chosen") ?? []
    let all = lines.joined(separator: "\n")
    for entry in recorder.entries { #expect(all.contains(entry.text), "\(entry.text)") }
  }
}
