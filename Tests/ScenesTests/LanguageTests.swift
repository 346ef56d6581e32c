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
      if index > 0 {
        strange.phases[index].title = "Βήμα \(index)"
      } else {
        strange.phases[index].title = strange.phases[index].technique.rawValue
      }
    }
    return strange
  }

  typealias Draw = (Canvas, Frame, TextRecorder) -> Drawn

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
    library.selected = 0
    library.header = LibraryHeader(
      trainee: nil, work: WorkSoFar(cases: [.tried, .passed, .new], attempts: 8, averageScore: 76))
    library.cases[0].record = CaseRecord(
      bestScore: 91, hasPassed: true, attempts: 5, hiddenAids: 2)
    library.offersIntroduction = true
    screens.append(("library-first", library.draw))
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
    return screens + practices + debriefs + replays + dialogs + settings + history
  }

  private static var settings: [(String, Draw)] {
    var settings = SettingsScreenTests.settings
    settings.model.trainee = nil
    settings.model.languages = [.init(code: "el", name: "Ελληνικά")]
    let entries = ["α", "β"].map { TraineesScreen.Entry(id: $0, name: "Άννα " + $0) }
    var trainees = TraineesScreen(entries: entries, current: "α")
    let choosing = trainees
    trainees.renamed = "β"
    trainees.isTyping = true
    let places = ["records", "scenarios", "settings", "trainees", "shipped"].map {
      (what: Texts["about.place.\($0)"], path: "/α/β")
    }
    return [
      ("settings", settings.draw), ("trainees", choosing.draw),
      ("trainees-renaming", trainees.draw),
      ("about", AboutScreen(versions: ["1"], places: places).draw),
      ("life-size", SettingsScreenTests.lifeSize.draw),
      ("life-size-guessed", LifeSizeScreen(pixelsPerMillimetre: 3.78, isSet: false).draw),
    ]
  }

  private static var history: [(String, Draw)] {
    let titles = [("α", "Ωμος"), ("β", "Μέση")]
    var model = HistorySamples.model(10, titles: titles)
    model.trainee = nil
    model.attempts[0].canBeOpened = true
    let steps: [CourseStep] = [
      .over, .session(model.today), .session(CalendarDay(number: model.today.number + 1)),
      .session(CalendarDay(number: model.today.number + 2)), .retention(model.today),
      .retention(CalendarDay(number: model.today.number - 2)),
      .retention(CalendarDay(number: model.today.number + 400)),
    ]
    model.courses = steps.enumerated().map { place, step in
      CourseModel(
        caseID: place == 0 ? "α" : "γ\(place)", title: "Ωμος", sessionsDone: 3, planned: 12,
        next: step,
        proficiency: place % 2 == 0 ? .proficient(model.today) : .oneExam(model.today),
        states: HistorySamples.states(4), today: model.today)
    }
    let opening = HistoryScreen(model, opening: model.attempts[0].id)
    var criterion = HistoryScreen(model)
    criterion.choice.curve = .criterion(.spasm)
    var library = LibraryTests.ordinary
    library.header = LibraryHeader(
      work: WorkSoFar(cases: [.tried, .passed, .new], attempts: 8, averageScore: 76))
    library.cases = zip(SampleCases.six.map(strange), model.courses).map {
      LibraryCase(.scenario($0), course: $1)
    }
    return [
      ("history", HistoryScreen(model).draw), ("history-criterion", criterion.draw),
      ("history-opening", opening.draw),
      ("history-empty", HistorySamples.empty.draw), ("library-courses", library.draw),
    ]
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
    for (index, text) in [
      Texts["introduction.circles", ["number": "2"]], Texts["introduction.spasmTouched"],
    ].enumerated() {
      add("practice-guided-\(index)", PracticeSamples.stroking) {
        $0.introduction = PracticeIntroduction(text: text, number: 4 + index, count: 6)
      }
    }
    add("practice-quick", PracticeSamples.stroking) {
      $0.isDemonstration = true
      $0.demonstrationSpeed = 4
    }
    add("practice-before", PracticeSamples.longest) { $0.phase = nil }
    return models.map { name, model in (name, PracticeScreen(model).draw) }
  }

  private static func debrief(
    _ deductions: [Deduction], critical: [String] = [], below: [Criterion] = [],
    isMeasured: Bool = true, selected: Int? = nil
  ) -> DebriefScreen {
    let scenario = strange(SampleCases.lifting)
    var result = SampleAttempts.result(
      scenario, verdict: .failed, deductions: deductions, critical: critical, below: below,
      seconds: 600)
    if isMeasured {
      result.phases = SampleAttempts.measures(scenario)
      result.areas = SampleAttempts.areas(scenario)
    }
    return DebriefScreen(
      model: DebriefModel(
        scenario: scenario, result: result, events: SampleAttempts.events(scenario),
        effect: SampleAttempts.effect()),
      selected: selected)
  }

  private static var debriefs: [(String, Draw)] {
    [
      ("debrief", debrief(SampleAttempts.ordinaryDeductions(from: 200), selected: 2).draw),
      ("debrief-clean", debrief([]).draw),
      ("debrief-below", debrief([], below: [.speed, .path]).draw),
      ("debrief-critical", debrief([], critical: ["procedure.wrongDecision"]).draw),
    ]
  }

  private static var replays: [(String, Draw)] {
    let made = debrief(SampleAttempts.ordinaryDeductions(from: 200), selected: 2).model
    var screen = ReplayScreen(ReplaySamples.model(made), caseTitle: made.scenario.title)
    let beside = screen
    screen.model = ReplaySamples.model(made, isAlone: true)
    screen.model?.isPlaying = true
    screen.model?.attempt.practice.cue = .none
    screen.model?.attempt.practice.isPaused = true
    screen.isAlone = true
    var calm = screen
    calm.model?.attempt.practice.isPaused = false
    calm.model?.chosen = nil
    calm.model?.now = []
    calm.model?.debrief = debrief([]).model
    return [
      ("replay", beside.draw), ("replay-alone", screen.draw), ("replay-calm", calm.draw),
      ("replay-reading", ReplayScreen(nil, caseTitle: "Ωμος", progress: 0.4).draw),
    ]
  }

  /// What screens say of things that no sample shows at once.
  private static var sayings: [String] {
    var sayings: [String] = []
    for (criterion, names) in DebriefAdviceTests.codes {
      for name in names {
        let code = "\(criterion.rawValue).\(name)"
        sayings += [Words.Debrief.name(code), Words.Debrief.advice(code)]
        for isMeasured in [true, false] {
          let deduction = SampleAttempts.deduction(criterion, code, 207, "comb", [(208, 209)], "")
          sayings += changes(debrief([deduction], isMeasured: isMeasured))
        }
      }
    }
    for code in DebriefAdviceTests.critical {
      sayings.append(Words.Debrief.critical(code))
      sayings += changes(debrief([], critical: [code]))
    }
    let cues: [Cue] = [
      .pain(area: "x"), .pressingArea(area: "spine"), .pressingArea(area: "x"),
      .nearArea(area: "x"), .tooHard(share: 0.5, aim: 0.1...0.2),
      .tooLight(share: 0.1, aim: 0.2...0.3), .tooFast(speed: 142, aim: 20...100),
      .tooSlow(speed: 2, aim: 20...100), .offPath(deviation: -9), .backward, .vibrating, .tapping,
      .steady, .none,
    ]
    sayings += cues.map(PracticeWords.coaching) + cues.compactMap(PracticeWords.short)
    sayings += Cause.allCases.map(Words.cause) + Period.allCases.map(Words.period)
    sayings += Mode.allCases.map(Words.mode) + Difficulty.allCases.map(Words.difficulty)
    sayings += MassageKind.allCases.map(Words.massage) + Technique.allCases.map(Words.technique)
    sayings += Technique.allCases.map(PracticeWords.counted)
    sayings += Technique.allCases.map(Words.Replay.count) + Reason.all.map(Words.reason)
    sayings += Criterion.allCases.map(Words.criterion) + FlagGroup.allCases.map(Words.group)
    sayings += Decision.allCases.map { Words.decision($0).whole }
    for pressure in PressureSource.allCases {
      for kind in DeviceKind.allCases {
        var result = debriefOfNothing
        result.device = Device(kind: kind, pressure: pressure)
        sayings += Words.Debrief.origins(result).map(\.1)
      }
    }
    return sayings
  }

  private static let debriefOfNothing = debrief([]).model.result

  private static func changes(_ screen: DebriefScreen) -> [String] {
    screen.changes.flatMap { change in
      [
        Words.Debrief.advice(change), Words.Debrief.gain(change),
        Words.Debrief.detail(change, in: screen.model),
      ]
    }
  }

  private static var dialogs: [(String, Draw)] {
    let keys = ["Enter", "Esc", "Space", "Tab", "Ctrl"].map { Hint($0, text: "Ωχ") }
    return [
      ("leave", Dialog.leaveAttempt), ("end", .endAttempt(untouched: ["Α", "Β", "Γ"])),
      ("end-all", .endAttempt(untouched: [])), ("lose", .loseAttempt(reason: "Ωχ.")),
      ("help", .help(keys)),
      ("delete", .deleteTrainee(name: "Ωχ", attempts: 5)),
      ("delete-nothing", .deleteTrainee(name: "Ωχ", attempts: 0)),
      ("left", left(trainee: nil, hasEnded: false, isExam: false)),
      ("left-exam", left(trainee: "Ωχ", hasEnded: false, isExam: true)),
      ("left-over", left(trainee: "Ωχ", hasEnded: true, isExam: false)),
    ].map { name, dialog in ("dialog-" + name, DialogScreen(dialog, over: nil).draw) }
  }

  private static func left(trainee: String?, hasEnded: Bool, isExam: Bool) -> Dialog {
    .leftAttempt(
      title: "Ωχ", trainee: trainee, start: "2026-05-14 11:30", time: "4:05", hasEnded: hasEnded,
      isExam: isExam)
  }

  /// What a screen says, and what of it is cut, leaves its place or lies on other texts.
  private struct Page {
    var name: String
    var texts: [String]
    var faults: [String] = []
  }

  /// Draws every screen at 1280 by 800, those with more than fits from their beginning to their end.
  private static func pages(_ language: String) -> [Page] {
    _ = SceneStage.fonts
    return screens.map { name, draw in
      var page = Page(name: name, texts: [])
      var check = LayoutCheck(
        setting: SceneStage.Setting(width: 1280, height: 800), smallest: 24, looksAtContrast: false)
      check.look(least: 1, controls: 0...100) { canvas, frame, recorder in
        let drawn = draw(canvas, frame, recorder)
        page.texts += recorder.entries.map(\.text)
        return drawn
      } show: { canvas, step in
        SceneStage.save(canvas, "\(language)-\(name)" + (step > 0 ? "-\(step)" : ""))
      }
      page.faults = check.faults
      return page
    } + [Page(name: "sayings", texts: sayings)]
  }

  /// What of a text is not in the language: English words, names that nobody filled in.
  static func faults(_ text: String, but names: [String] = []) -> [String] {
    // A name with an accent is more than its letters from A to Z.
    let accented = names.filter { !$0.allSatisfy(\.isASCII) }
    let rest = accented.reduce(text) { $0.replacing($1, with: "") }
    let words = rest.matches(of: /[A-Za-z]+/).map { String(rest[$0.range]) }
    // Letters of keys and vertebrae are the same everywhere.
    let english = words.filter { $0.count > 1 && !names.contains($0) }
    return english + text.filter { $0 == "{" || $0 == "}" }.map(String.init)
  }

  @Test func everyTextOfEveryScreenComesFromTheCatalogue() async {
    await #expect(processExitsWith: .success) {
      Texts.use(try LanguageTests.lengthened())
      let pages = LanguageTests.pages("long")
      #expect(pages.count > 30)
      for page in pages {
        #expect(page.texts.contains { $0.contains("ŏ") }, "\(page.name)")
        for text in page.texts {
          #expect(LanguageTests.faults(text) == [], "\(page.name): “\(text)”")
        }
      }
    }
  }

  /// Names that are written so in Russia, too.
  static let names =
    """
    Enter Esc Home End Tab Ctrl Effleurage Co Löken Nature Neuroscience AHCPR Ernst ANSUR II Walsh Schmidt \
    Wulf Park docs measures cases md Inter Rasmus Andersson SIL Open Font License SDL zlib Cairo \
    Pango LGPL MPL Swift swift argument parser crypto Apache Yams MIT
    """.split(separator: " ").map(String.init)

  @Test func everyScreenIsDrawnInRussianAndHasRoomForIt() async {
    await #expect(processExitsWith: .success) {
      Texts.use(try Texts.shipped(language: "ru"))
      for page in LanguageTests.pages("ru") {
        for text in page.texts {
          #expect(
            LanguageTests.faults(text, but: LanguageTests.names) == [], "\(page.name): “\(text)”")
        }
        for fault in page.faults { #expect(fault.isEmpty, "\(page.name): \(fault)") }
      }
    }
  }

  @Test func whatIsKeptFromFrameToFrameFollowsTheLanguage() async {
    await #expect(processExitsWith: .success) {
      Texts.use(try Texts.shipped(language: "en"))
      let kept = PracticeScreen(PracticeSamples.comb)
      func picture(_ screen: PracticeScreen) -> Canvas {
        SceneStage.picture(1280, 800) { canvas, frame, _ in screen.draw(on: canvas, in: frame) }
          .canvas
      }
      let english = picture(kept)
      #expect(Golden.compare(picture(kept), english).mean == 0)
      Texts.use(try Texts.shipped(language: "ru"))
      let russian = picture(PracticeScreen(PracticeSamples.comb))
      #expect(Golden.compare(english, russian).mean > 0)
      #expect(Golden.compare(picture(kept), russian).mean == 0)
    }
  }

  /// A process in which something is wrong is not taken for a good one.
  @Test func englishIsFoundOut() async {
    await withKnownIssue {
      await #expect(processExitsWith: .success) {
        #expect(LanguageTests.faults(Words.notADevice) == [])
      }
    }
    #expect(LanguageTests.faults("L4, T12, A\u{301}n\u{301}d\u{301}") == [])
    #expect(LanguageTests.faults("12 mm: Pause {time}") == ["mm", "Pause", "time", "{", "}"])
  }
}
