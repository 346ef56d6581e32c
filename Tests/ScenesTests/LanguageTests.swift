import Attempts
import BackAtlas
import Drawing
import Geometry
import Scenarios
import Scoring
import Testing

@testable import Catalogue
@testable import Scenes

/// Every screen in other languages. One language holds for a whole process, so each has its own.
@Suite struct LanguageTests {
  /// English, each letter with an accent and each text a third longer, read as a file is.
  static func lengthened() throws -> TextCatalogue {
    func lengthen(_ text: String) -> String {
      var result = ""
      var letters = 0
      var isName = false
      for character in text {
        if character == "{" { isName = true }
        if isName {
          result.append(character)
        } else {
          letters += 1
          result += accented(character)
        }
        if character == "}" { isName = false }
      }
      return result + String(repeating: "ŏ", count: (letters * 3 + 9) / 10)
    }
    let english = try Texts.shipped(language: "en")
    return TextCatalogue(
      language: "Łéñĝŧħ", plurals: english.plurals, capitals: .kept,
      entries: english.entries.mapValues { entry in
        switch entry {
        case .text(let text): .text(lengthen(text))
        case .counted(let forms): .counted(forms.mapValues(lengthen))
        }
      })
  }

  /// A letter that is none of English's.
  private static func accented(_ character: Character) -> String {
    guard character.isASCII, character.isLetter else { return String(character) }
    return String(character) + "\u{301}"
  }

  /// Words of English letters in what was drawn.
  static func plainWords(_ text: String) -> [String] {
    text.matches(of: /[A-Za-z]+/).map { String(text[$0.range]) }.filter { word in
      // Letters of keys and vertebrae are the same everywhere.
      word.count > 1
    }
  }

  /// A case whose own texts have no English letters, so that what is left is the program's.
  static func strange(_ scenario: Scenario) -> Scenario {
    var strange = scenario
    strange.id = "ω-1"
    strange.title = "Ωμος"
    strange.summary = "Λίγα λόγια."
    strange.patient.name = "Άννα"
    strange.patient.occupation = "Μαία"
    strange.patient.history = "Πολλά λόγια."
    if strange.patient.diagnosis != nil {
      strange.patient.diagnosis = Diagnosis(by: "Ιατρός", on: "14", text: "Πόνος.")
    }
    for index in strange.phases.indices {
      // One phase keeps the program's own name of its technique.
      if index > 0 { strange.phases[index].title = "Βήμα \(index)" } else {
        strange.phases[index].title = strange.phases[index].technique.rawValue
      }
    }
    return strange
  }

  typealias Draw = (Canvas, Frame, TextRecorder) -> [Target]

  /// Every screen that there is, by name.
  static var screens: [(name: String, draw: Draw)] {
    var screens: [(String, Draw)] = []
    var library = LibraryTests.ordinary
    library.cases = zip(SampleCases.six.map(strange), library.cases).map {
      LibraryCase(.scenario($0), record: $1.record)
    }
    library.cases.append(LibraryCase(.broken(file: "ω", error: "Λάθος.")))
    for selected in [0, library.cases.count - 1] {
      library.selected = selected
      screens.append(("library-\(selected)", library.draw))
    }
    screens.append(("library-empty", LibraryScreen(cases: []).draw))
    let longest = strange(SampleCases.longest)
    let lifting = strange(SampleCases.lifting)
    for (name, screen) in [
      ("case", CaseScreen(scenario: lifting)),
      ("case-asked", CaseScreen(scenario: lifting, asked: FlagGroup.allCases, choice: .proceed)),
      ("case-exam", CaseScreen(scenario: longest, mode: .exam, asked: FlagGroup.allCases)),
      ("case-refer", CaseScreen(scenario: longest, choice: .refer)),
      ("case-emergency", CaseScreen(scenario: longest, choice: .emergency)),
    ] { screens.append((name, screen.draw)) }
    for (name, screen) in [
      ("preparation", PreparationScreen(scenario: lifting)),
      (
        "preparation-chosen",
        PreparationScreen(
          scenario: longest, before: BeforeItem.allCases, position: .prone, arms: .alongBody,
          cushion: .under, product: .warmingOil)
      ),
    ] { screens.append((name, screen.draw)) }
    return screens + practices + debriefs + dialogs
  }

  private static var practices: [(String, Draw)] {
    var models: [(String, PracticeModel)] = []
    func add(_ name: String, _ model: PracticeModel, _ change: (inout PracticeModel) -> Void) {
      var model = model
      model.scenario = strange(model.scenario)
      change(&model)
      models.append((name, model))
    }
    add("practice-comb", PracticeSamples.comb) { _ in }
    add("practice-zoom", PracticeSamples.comb) { $0.view = .lowerBack }
    add("practice-strokes", PracticeSamples.stroking) { _ in }
    add("practice-exam", PracticeSamples.exam()) { _ in }
    add("practice-paused", PracticeSamples.comb) { $0.isPaused = true }
    add("practice-demonstration", PracticeSamples.comb) { $0.isDemonstration = true }
    add("practice-drill", PracticeSamples.comb) { $0.mode = .drill }
    add("practice-longest", PracticeSamples.longest) { _ in }
    add("practice-before", PracticeSamples.longest) { $0.phase = nil }
    let cues: [Cue] = [
      .pain(area: "x"), .pressingArea(area: "spine"), .pressingArea(area: "x"), .nearArea(area: "x"),
      .tooHard(share: 0.5, aim: 0.1...0.2), .tooLight(share: 0.1, aim: 0.2...0.3),
      .tooFast(speed: 142, aim: 20...100), .tooSlow(speed: 2, aim: 20...100),
      .offPath(deviation: -9), .backward, .vibrating, .tapping, .steady, .none,
    ]
    for (index, cue) in cues.enumerated() {
      add("practice-cue-\(index)", PracticeSamples.comb) { $0.cue = cue }
    }
    return models.map { name, model in (name, PracticeScreen(model).draw) }
  }

  private static var debriefs: [(String, Draw)] {
    let scenario = strange(SampleCases.lifting)
    let events = SampleAttempts.events(scenario)
    func debrief(
      _ deductions: [Deduction], critical: [String] = [], below: [Criterion] = [],
      isMeasured: Bool = true, selected: Int? = nil
    ) -> Draw {
      var result = SampleAttempts.result(
        scenario, verdict: .failed, deductions: deductions, critical: critical, below: below,
        seconds: 600)
      if isMeasured {
        result.phases = SampleAttempts.measures(scenario)
        result.areas = SampleAttempts.areas(scenario)
      }
      return DebriefScreen(
        model: DebriefModel(scenario: scenario, result: result, events: events),
        selected: selected
      ).draw
    }
    var debriefs: [(String, Draw)] = [
      ("debrief", debrief(SampleAttempts.ordinaryDeductions(from: 200), selected: 2)),
      ("debrief-clean", debrief([])), ("debrief-below", debrief([], below: [.speed, .path])),
    ]
    for (criterion, names) in DebriefAdviceTests.codes {
      for name in names {
        let code = "\(criterion.rawValue).\(name)"
        let deduction = SampleAttempts.deduction(
          criterion, code, 207, "comb", [(208, 209)], "")
        for isMeasured in [true, false] {
          debriefs.append(
            ("debrief-\(code)-\(isMeasured)", debrief([deduction], isMeasured: isMeasured)))
        }
      }
    }
    for code in DebriefAdviceTests.critical {
      debriefs.append(("debrief-critical-\(code)", debrief([], critical: [code])))
    }
    return debriefs
  }

  private static var dialogs: [(String, Draw)] {
    let keys = ["Enter", "Esc", "Space", "Tab", "Ctrl"].map { Hint($0, text: "Ωχ") }
    return [
      ("leave", Dialog.leaveAttempt), ("end", .endAttempt(untouched: ["Α", "Β", "Γ"])),
      ("end-all", .endAttempt(untouched: [])), ("lose", .loseAttempt(reason: "Ωχ.")),
      ("help", .help(keys)),
    ].map { name, dialog in ("dialog-" + name, DialogScreen(dialog, over: nil).draw) }
  }

  /// Draws every screen; what was written, by screen.
  private static func written(_ language: String) -> [(name: String, texts: [String])] {
    screens.map { name, draw in
      let recorder = TextRecorder()
      let canvas = SceneStage.picture(1280, 800, recorder: recorder, draw).canvas
      SceneStage.save(canvas, "\(language)-\(name)")
      return (name, recorder.entries.map(\.text))
    }
  }

  @Test func everyTextOfEveryScreenComesFromTheCatalogue() async {
    await #expect(processExitsWith: .success) {
      let catalogue = try LanguageTests.lengthened()
      Texts.use(catalogue)
      let written = LanguageTests.written("long")
      #expect(written.count > 60)
      for (name, texts) in written {
        #expect(texts.contains { $0.contains("ŏ") }, "\(name)")
        for text in texts {
          #expect(LanguageTests.plainWords(text) == [], "\(name): “\(text)”")
          #expect(!text.contains("{") && !text.contains("}"), "\(name): “\(text)”")
        }
      }
    }
  }

  @Test func everyScreenIsDrawnInRussian() async {
    await #expect(processExitsWith: .success) {
      Texts.use(try Texts.shipped(language: "ru"))
      for (name, texts) in LanguageTests.written("ru") {
        for text in texts {
          let words = LanguageTests.plainWords(text).filter {
            !["Enter", "Esc", "Tab", "Ctrl", "Effleurage", "Co"].contains($0)
          }
          #expect(words == [], "\(name): “\(text)”")
          #expect(!text.contains("{") && !text.contains("}"), "\(name): “\(text)”")
        }
      }
    }
  }

  @Test func englishWordsAreFound() {
    #expect(LanguageTests.plainWords("L4, T12, P") == [])
    #expect(LanguageTests.plainWords("Áńd óf") == [])
    #expect(LanguageTests.plainWords("12 mm: Pause") == ["mm", "Pause"])
  }
}
