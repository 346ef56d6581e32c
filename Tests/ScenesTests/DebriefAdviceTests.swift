import Attempts
import BackAtlas
import Drawing
import Geometry
import Scenarios
import Scoring
import Testing

@testable import Scenes

/// What the debrief says of each code.
@Suite struct DebriefAdviceTests {
  static let codes: [(Criterion, [String])] = [
    (
      .procedure,
      [
        "position", "arms", "cushion", "product", "before", "notAsked", "phaseMissing", "order",
        "duration", "reason", "wrongDecision",
      ]
    ),
    (.path, ["offGuide", "backward", "notShown"]),
    (.speed, ["tooFast", "tooSlow", "uneven", "notShown"]),
    (.pressure, ["tooHard", "tooLight", "notShown"]),
    (.spasm, ["pressed", "touched", "spine", "kidney", "notShown"]),
    (.flow, ["wobble", "hesitation", "breaks", "notShown"]),
    (
      .technique,
      ["diameter", "advance", "turn", "other", "press", "vibration", "tapping", "notShown"]
    ),
  ]

  static let critical = [
    "procedure.wrongDecision", "procedure.allergy", "spasm.wentOn", "technique.vibration",
    "technique.tapping", "spasm.kidney",
  ]

  private static let ruleSetSentence = "The rule set's own sentence"

  private static let events = SampleAttempts.events(SampleCases.lifting)

  /// Seconds at which the second step begins.
  private static let start: Double = {
    for case .act(.phase("comb"), let time) in events { return Double(time) / 1_000_000 }
    return 0
  }()

  /// A screen with some deductions in a phase, in the second step, with all measures or none.
  private func screen(
    _ deductions: [Deduction], critical: [String] = [], phase: Phase? = nil,
    isMeasured: Bool = true
  ) -> DebriefScreen {
    var scenario = SampleCases.lifting
    scenario.patient.allergies = [.nuts, .fragrance]
    if let phase { scenario.phases[1] = phase }
    var result = SampleAttempts.result(
      scenario, verdict: .failed, deductions: deductions, critical: critical)
    if isMeasured {
      result.phases = SampleAttempts.measures(scenario)
      result.areas = SampleAttempts.areas(scenario)
    }
    return DebriefScreen(
      model: DebriefModel(
        scenario: scenario, result: result, events: Self.events))
  }

  private func deduction(_ criterion: Criterion, _ name: String, phase: String? = "comb")
    -> Deduction
  {
    SampleAttempts.deduction(
      criterion, "\(criterion.rawValue).\(name)", 207, phase, [(Self.start + 8, Self.start + 9)],
      Self.ruleSetSentence)
  }

  /// Draws the cards and says what they hold; nothing of it may be cut.
  private func cards(_ screen: DebriefScreen) -> [String] {
    let recorder = TextRecorder()
    _ = SceneStage.picture(1280, 800, recorder: recorder) { canvas, frame, recorder in
      Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
        let places = screen.places(painter)
        screen.drawAdvice(&painter, places.advice)
        // No advice is so long that the page would have to scroll.
        #expect(places.bottom == 760)
      }
    }
    for entry in recorder.entries { #expect(!entry.isCut, "“\(entry.text)” is cut") }
    return recorder.entries.map(\.text)
  }

  @Test func everyCodeIsWordedAnewAndFits() {
    for isMeasured in [true, false] {
      for (criterion, names) in Self.codes {
        for name in names {
          // Two more beside it, so that its card is as narrow as cards get.
          let screen = screen(
            [
              deduction(criterion, name), deduction(.procedure, "notAsked"),
              deduction(.procedure, "order"),
            ], isMeasured: isMeasured)
          guard
            let change = screen.changes.first(where: { $0.codes.contains("\(criterion).\(name)") })
          else {
            Issue.record("\(criterion).\(name) is no change")
            continue
          }
          let cards = cards(screen)
          let detail = Words.Debrief.detail(change, in: screen.model)
          #expect(cards.contains(Words.Debrief.advice(change)), "\(criterion).\(name)")
          #expect(cards.contains(detail), "\(criterion).\(name)")
          #expect(cards.contains(Words.Debrief.gain(change)), "\(criterion).\(name)")
          #expect(!cards.contains(Self.ruleSetSentence), "\(criterion).\(name)")
          #expect(detail.hasSuffix(".") && !detail.contains("nil"), "\(detail)")
          for text in [Words.Debrief.advice(change), Words.Debrief.name(change.codes[0])] {
            #expect(!text.contains(".") && !text.isEmpty, "\(text)")
          }
        }
      }
    }
  }

  @Test(arguments: critical)
  func everyCriticalFaultIsWordedAndFits(code: String) throws {
    let others = [
      deduction(.path, "offGuide"), deduction(.speed, "tooFast"), deduction(.spasm, "pressed"),
    ]
    let screen = screen(others, critical: [code])
    let change = try #require(screen.changes.first)
    let cards = cards(screen)
    #expect(change.isCritical)
    #expect(cards.contains(Words.Debrief.advice(change)))
    #expect(cards.contains(Words.Debrief.detail(change, in: screen.model)))
    #expect(cards.contains { $0.hasPrefix("Critical") })
    #expect(!Words.Debrief.advice(change).contains(".") && !Words.Debrief.critical(code).isEmpty)
  }

  /// Which of the measures and of what the case asks stands on the card.
  @Test(arguments: [
    (
      Criterion.path, "offGuide",
      "8.2 mm from the guide on average, longest at right L1. "
        + "Stay within 6 mm."
    ),
    (
      .path, "backward",
      "85 mm went against the guide. Go back lightly after a whole stroke, or lift."
    ),
    (.speed, "tooFast", "26 % of the time too fast, longest at right L1. Aim for 20–100 mm/s."),
    (.speed, "tooSlow", "3 % of the time too slow, longest at right L1. Aim for 20–100 mm/s."),
    (.speed, "uneven", "The speed varied by 45 % around its mean. Count an even beat."),
    (
      .pressure, "tooHard",
      "Pressure 52 of 100 on average, longest at right L1. Aim for 10–40 of 100."
    ),
    (
      .spasm, "pressed",
      "Pressed for 2.1 s, longest at right L1. Steer the hand outward sooner."
    ),
    (.spasm, "spine", "2.1 s with weight on the spine. Work beside it, never on it."),
    (
      .flow, "hesitation",
      "The hand all but stopped for 12 % of the time. Let each stroke run out "
        + "to its end."
    ),
    (.flow, "breaks", "6 breaks in the work. One hand stays on the back until the step is done."),
    (.technique, "diameter", "Loops 58 mm wide on average. Aim for 34–46 mm."),
    (.technique, "advance", "Each loop went on by 91 % of its width. Aim for 20–60 %."),
    (.technique, "tapping", "36 taps. No doctor prescribed it."),
    (
      .path, "notShown",
      "62 % of what the case asks was done. Each step in full, at a working pace."
    ),
    (.procedure, "duration", "1:01 min of contact in this step. Aim for 4:00–10:00 min."),
    (.procedure, "product", "Right here: warming oil or warming cream."),
  ])
  func theCardSaysWhatWasMeasured(criterion: Criterion, name: String, text: String) throws {
    let screen = screen([deduction(criterion, name)])
    let change = try #require(screen.changes.first)
    let place = try #require(screen.model.marks.first).place.map {
      screen.model.scenario.patient.back.name(of: $0).description
    }
    #expect(
      Words.Debrief.detail(change, in: screen.model)
        == text.replacing("right L1", with: place ?? "nowhere"))
  }

  @Test func theWholePreparationIsOneCard() throws {
    let screen = screen(
      ["position", "arms", "product", "before"].map { deduction(.procedure, $0, phase: nil) })
    let change = try #require(screen.changes.first)
    #expect(screen.changes.count == 1)
    #expect(Words.Debrief.advice(change) == "Prepare completely")
    #expect(
      Words.Debrief.detail(change, in: screen.model)
        == "Right here: prone, arms along the body, warming oil or warming cream, all before you "
        + "touch.")
  }

  @Test func aWrongDecisionSaysWhatWasRight() throws {
    var screen = screen([deduction(.procedure, "wrongDecision", phase: nil)])
    screen.model.scenario.decision = .emergency
    screen.model.scenario.patient.redFlags = [.saddleNumbness, .bladderOrBowelChange, .fever]
    let change = try #require(screen.changes.first)
    #expect(
      Words.Debrief.detail(change, in: screen.model)
        == "This patient needs an emergency call. Numb saddle area, bladder or bowel and 1 more "
        + "speak against massage.")
  }

  /// Window and terminal name the same three.
  @Test func theCardsAreTheResultsChanges() {
    let deductions = Self.codes.flatMap { criterion, names in
      names.map { deduction(criterion, $0) }
    }
    let screen = screen(deductions, critical: ["spasm.wentOn"])
    #expect(screen.changes == screen.model.result.changes)
    #expect(screen.changes.count == 3)
  }
}
