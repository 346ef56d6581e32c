import Attempts
import Scenarios
import Testing

@testable import Scoring

/// Results put together by hand, for what is read from a result alone.
enum HandmadeResult {
  /// Everything assessed and kept, everything asked done.
  static var perfect: Result {
    Result(
      scenarioID: "handmade", ruleSet: 1, trainee: nil, mode: .practice, origin: .live,
      device: Device(kind: .pen, pressure: .measured), duration: .seconds(60_000_000),
      verdict: .passed, score: .tenths(1000), passMark: 75, critical: [], below: [],
      borderline: false,
      criteria: zip(Criterion.allCases, Rubric().weights).map { criterion, weight in
        CriterionResult(
          criterion: criterion, weight: weight, assessed: true, lost: .tenths(0),
          effectiveTenths: weight * 10)
      },
      deductions: [], phases: [strokes, circles, press, lifts],
      areas: ["left-l4", AreaResult.spine, "kidney-left", "kidney-right"].map {
        AreaResult(
          id: $0, contact: .seconds(0), entries: 0, depth: .hundredths(0), peakPressure: nil,
          pressed: .seconds(0))
      })
  }

  /// What a criterion lost, and by which code.
  static func with(_ losses: [(code: String, tenths: Int)], critical: [String] = []) -> Result {
    var result = perfect
    result.critical = critical
    for (code, tenths) in losses { lose(tenths, by: code, &result) }
    return result
  }

  static func lose(_ tenths: Int, by code: String, _ result: inout Result) {
    guard let criterion = Criterion.allCases.first(where: { code.hasPrefix($0.rawValue + ".") })
    else { return }
    result.deductions.append(
      Deduction(
        criterion: criterion, code: code, points: .tenths(tenths), phase: "strokes",
        spans: [Span(start: .seconds(9_000_000), end: .seconds(10_000_000))],
        message: "What the rule set says"))
    result.score.units -= tenths
    for index in result.criteria.indices where result.criteria[index].criterion == criterion {
      result.criteria[index].lost.units += tenths
    }
  }

  private static func phase(
    _ id: String, _ technique: Technique, guides: [GuideResult] = [], points: [PointResult] = [],
    area: LiftResult? = nil
  ) -> PhaseResult {
    let isMoving = technique == .stroking || technique == .combCircles
    return PhaseResult(
      id: id, technique: technique, contact: .seconds(100_000_000), contacts: 10, breaks: 0,
      lost: .seconds(0), offPath: .hundredths(0), meanSpeed: .hundredths(61),
      speedInBand: isMoving ? .thousandths(0.989) : nil, speedTooSlow: .thousandths(0.01),
      speedTooFast: .thousandths(0), speedVariation: .thousandths(0.12),
      hesitation: .thousandths(0.02), meanPressure: .thousandths(0.12),
      pressureInBand: .thousandths(0.96), vibrations: 0, vibration: .seconds(0), taps: 0,
      guides: guides, points: points, area: area)
  }

  private static func guide(_ id: String, deviation: Double, strokes: Int = 0, loops: Int = 0)
    -> GuideResult
  {
    GuideResult(
      id: id, done: .thousandths(1), strokes: strokes, loops: loops, coverage: .thousandths(1),
      meanDeviation: .hundredths(deviation), meanOffset: .hundredths(0),
      maxDeviation: .hundredths(9), corridorShare: .thousandths(1), backward: .hundredths(0),
      wobble: loops > 0 ? nil : .hundredths(0.3),
      meanDiameter: loops > 0 ? .hundredths(loops > 8 ? 40 : 44) : nil,
      meanAdvance: loops > 0 ? .thousandths(0.4) : nil)
  }

  static var strokes: PhaseResult {
    phase(
      "strokes", .stroking,
      guides: [
        guide("left", deviation: 1, strokes: 8), guide("right", deviation: 2, strokes: 8),
      ])
  }

  static var circles: PhaseResult {
    phase(
      "circles", .combCircles,
      guides: [guide("left", deviation: 3, loops: 12), guide("right", deviation: 4, loops: 4)])
  }

  static var press: PhaseResult {
    phase(
      "press", .pointPress,
      points: [2.0, 3].map {
        PointResult(
          id: "p", done: .thousandths(1), held: .seconds(3_000_000), meanDistance: .hundredths($0))
      })
  }

  static var lifts: PhaseResult {
    phase("lifts", .honeyLift, area: LiftResult(done: .thousandths(1), lifts: 20))
  }
}

@Suite struct ChangeTests {
  /// Losses as "code tenths", the critical codes, and what is named as "codes points".
  static let table: [(String, [String], [String])] = [
    ("", [], []),
    ("path.offGuide 31", [], ["path.offGuide 3.1"]),
    // What cost most comes first; of equal ones the first of the table.
    (
      "path.offGuide 10,speed.tooFast 30,speed.tooSlow 20", [],
      ["speed.tooFast 3", "speed.tooSlow 2", "path.offGuide 1"]
    ),
    (
      "path.offGuide 10,path.backward 10,speed.tooFast 10,flow.breaks 10", [],
      ["path.offGuide 1", "path.backward 1", "speed.tooFast 1"]
    ),
    // What was not shown is one change, whatever it cost, with the step left out.
    (
      "procedure.phaseMissing 30,path.offGuide 70,path.notShown 40,speed.notShown 20,"
        + "flow.notShown 10", [],
      [
        "procedure.phaseMissing path.notShown speed.notShown flow.notShown 10", "path.offGuide 7",
      ]
    ),
    // So is the preparation.
    (
      "procedure.position 23,procedure.product 22,procedure.notAsked 30,path.offGuide 40", [],
      ["procedure.position procedure.product 4.5", "path.offGuide 4", "procedure.notAsked 3"]
    ),
    (
      "procedure.reason 60,procedure.wrongDecision 75", [],
      ["procedure.reason procedure.wrongDecision 13.5"]
    ),
    // A critical fault comes first, with the points that go away with it, or with none.
    (
      "path.offGuide 90,spasm.pressed 20,spasm.touched 10,spasm.spine 5", ["spasm.wentOn"],
      ["spasm.wentOn spasm.pressed spasm.touched 3", "path.offGuide 9", "spasm.spine 0.5"]
    ),
    (
      "procedure.product 23,procedure.arms 23,path.offGuide 90", ["procedure.allergy"],
      ["procedure.allergy procedure.product 2.3", "path.offGuide 9", "procedure.arms 2.3"]
    ),
    ("path.offGuide 90", ["procedure.allergy"], ["procedure.allergy 0", "path.offGuide 9"]),
    (
      "technique.vibration 20,path.offGuide 90", ["technique.vibration"],
      ["technique.vibration 2", "path.offGuide 9"]
    ),
    // In order of time, and no more than three.
    (
      "path.offGuide 90",
      ["spasm.wentOn", "technique.tapping", "procedure.allergy", "spasm.kidney"],
      ["spasm.wentOn 0", "technique.tapping 0", "procedure.allergy 0"]
    ),
    // A code of a later rule set stands alone.
    ("path.later 10", [], ["path.later 1"]),
  ]

  static func losses(_ text: String) -> [(code: String, tenths: Int)] {
    text.split(separator: ",").compactMap { loss in
      let parts = loss.split(separator: " ")
      guard let tenths = parts.last.flatMap({ Int($0) }) else { return nil }
      return (String(parts[0]), tenths)
    }
  }

  @Test(arguments: table)
  func changesAreGroupedAndOrdered(losses: String, critical: [String], expected: [String]) {
    let result = HandmadeResult.with(Self.losses(losses), critical: critical)
    let named = result.changes.map {
      $0.codes.joined(separator: " ") + " " + $0.points.description
    }
    #expect(named == expected)
    let marks = result.changes.map(\.isCritical)
    #expect(marks == marks.indices.map { $0 < critical.count })
  }

  @Test func aChangeCarriesPhaseAndFirstMoment() throws {
    var result = HandmadeResult.with([
      ("procedure.position", 20), ("procedure.product", 30), ("path.notShown", 10),
    ])
    result.deductions[1].phase = "worst"
    result.deductions[1].spans = [Span(start: .seconds(3_000_000), end: .seconds(4_000_000))]
    #expect(result.changes.map(\.phase) == ["worst", "strokes"])
    #expect(result.changes.map(\.span?.start) == [.seconds(3_000_000), nil])
    #expect(result.changes.map(\.deductions) == [[0, 1], [2]])
    #expect(result.changes.map(\.criteria) == [[.procedure], [.path]])
  }

  static let codes =
    [
      "position", "arms", "cushion", "product", "before", "notAsked", "phaseMissing", "order",
      "duration", "reason", "wrongDecision",
    ].map { "procedure." + $0 }
    + ["path.offGuide", "path.backward", "path.notShown"]
    + ["speed.tooFast", "speed.tooSlow", "speed.uneven", "speed.notShown"]
    + ["pressure.tooHard", "pressure.tooLight", "pressure.notShown"]
    + ["spasm.pressed", "spasm.touched", "spasm.spine", "spasm.kidney", "spasm.notShown"]
    + ["flow.wobble", "flow.hesitation", "flow.breaks", "flow.notShown"]
    + ["diameter", "advance", "turn", "other", "press", "vibration", "tapping", "notShown"].map {
      "technique." + $0
    }

  @Test(arguments: codes, [false, true])
  func everyCodeHasASentence(code: String, isMeasured: Bool) {
    var result = HandmadeResult.with([(code, 10)])
    if !isMeasured { (result.phases, result.areas) = ([], []) }
    let sentence = result.changes[0].sentence
    #expect(sentence.hasSuffix(".") && sentence.count > 15)
    #expect(!sentence.contains(code) && !sentence.contains("What the rule set says"))
    #expect(!sentence.contains("nil") && !sentence.contains("Optional"))
  }

  @Test(arguments: [
    "procedure.wrongDecision", "procedure.allergy", "spasm.wentOn", "technique.vibration",
    "technique.tapping", "spasm.kidney",
  ])
  func everyCriticalFaultHasASentence(code: String) {
    let change = HandmadeResult.with([], critical: [code]).changes[0]
    #expect(change.sentence.hasSuffix(".") && !change.sentence.contains(code))
    #expect(change.criteria.map(\.rawValue) == [String(code.prefix { $0 != "." })])
  }

  @Test func whatTheRuleSetSaysStandsInForALaterCode() {
    let sentence = HandmadeResult.with([("path.later", 10)]).changes[0].sentence
    #expect(sentence == "What the rule set says")
  }

  @Test func sentencesCarryTheMeasures() throws {
    var result = HandmadeResult.with([
      ("path.offGuide", 30), ("path.notShown", 20), ("spasm.pressed", 10),
    ])
    result.areas[0].pressed = .seconds(2_140_000)
    result.phases[3].area?.done = .thousandths(0.5)
    #expect(
      result.changes.map(\.sentence) == [
        "Stay nearer to the guide: on \"right\" the hand was 2 mm off on average.",
        // Six of seven whole, and half of the last.
        "Do all that is asked (92 % of it was done).",
        "Keep weight and firm hands off the area in spasm: it was pressed for 2.1 s.",
      ])
    // Far from every guide says more than near one.
    result.phases[0].offPath = .hundredths(5373.2)
    #expect(
      result.changes[0].sentence == "Stay on the guide: the hand went 537 cm off it.")
  }

  @Test func travelAgainstTheGuideIsOneChange() {
    var result = HandmadeResult.with([
      ("path.offGuide", 60), ("path.backward", 30), ("path.notShown", 200),
    ])
    #expect(result.changes.count == 3)
    for guide in result.phases[0].guides.indices {
      result.phases[0].guides[guide].strokes = 0
      result.phases[0].guides[guide].done = .thousandths(0)
      result.phases[0].guides[guide].backward = .hundredths(1800)
    }
    #expect(
      result.changes.map(\.codes) == [["path.notShown"], ["path.offGuide", "path.backward"]])
    #expect(
      result.changes.map(\.sentence) == [
        "Do all that is asked (71 % of it was done).",
        "Work along the guide, never back against it.",
      ])
  }

  /// The reason in the rule set's sentence is what has to change.
  @Test func whyLittleCountsAsDoneIsNamed() throws {
    let slaps = try Cases.demonstration(Cases.short()) { $0.faults = [.slaps] }
    let change = try #require(slaps.changes.first { $0.kind == .notShown })
    #expect(change.sentence.hasPrefix("Do all that is asked ("))
    #expect(change.sentence.hasSuffix(" too fast to count."))
    let nothing = try Cases.demonstration(Cases.short()) { $0.faults = [.nothing] }
    #expect(
      nothing.changes.first?.sentence.hasPrefix(
        "Do all that is asked and leave no step out (0 % of it was done): make every stroke of ")
        ?? false)
  }

  /// Random results: every deduction is in exactly one change, and points add up to the tenth.
  @Test func pointsOfChangesAndTheRestMakeUpWhatWasLost() {
    let seed: UInt64 = 4711
    var state = seed
    func random(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let faults = [
      "procedure.wrongDecision", "procedure.allergy", "spasm.wentOn", "technique.vibration",
      "spasm.kidney",
    ]
    for round in 0..<500 {
      let losses = Self.codes.filter { _ in random(below: 3) == 0 }.map { ($0, random(below: 40)) }
      let critical = faults.filter { _ in random(below: 4) == 0 }
      let result = HandmadeResult.with(losses, critical: critical)
      let all = result.allChanges
      let place: Comment = "seed \(seed), round \(round)"
      #expect(all.flatMap(\.deductions).sorted() == Array(result.deductions.indices), place)
      #expect(
        all.reduce(0) { $0 + $1.points.units } == 1000 - result.score.units, place)
      #expect(result.changes == Array(all.prefix(3)), place)
      let rest = result.deductions.indices.filter { index in
        !result.changes.contains { $0.deductions.contains(index) }
      }
      #expect(
        result.changes.reduce(0) { $0 + $1.points.units }
          + rest.reduce(0) { $0 + result.deductions[$1].points.units } == 1000
          - result.score.units, place)
      let others = all.drop(while: \.isCritical)
      #expect(all.count - others.count == critical.count, place)
      for (earlier, later) in zip(others, others.dropFirst()) {
        #expect(earlier.points.units >= later.points.units, place)
      }
    }
  }
}

@Suite struct StrengthTests {
  private func strengths(_ result: Result) -> [String] {
    result.strengths.map { "\($0.criterion.rawValue): \($0.sentence)" }
  }

  @Test func aPerfectAttemptIsPraisedForEverything() {
    #expect(
      strengths(HandmadeResult.perfect) == [
        "procedure: every question asked, prepared as the case asks, no step left out",
        "path: 1.5 mm from the guide on average, circles 3.5 mm from their line on average, "
          + "presses 2.5 mm from their points on average",
        "speed: 98 % of the time inside the band",
        "pressure: 96 % of the time inside the band",
        "spasm: never touched, and the spine never pressed",
        "flow: no break in the work, a calm line (0.3 mm of wobble)",
        "technique: 16 whole strokes, 16 circles 41 mm wide on average, "
          + "2 of 2 points held in full, 20 lifts",
      ])
  }

  @Test(arguments: [
    // 95 % of 25 points are kept with 1.25 lost.
    ("path.offGuide", 12, true), ("path.offGuide", 13, false), ("path.notShown", 13, false),
    ("spasm.spine", 7, true), ("spasm.spine", 8, false),
  ])
  func nearlyAllOfTheWeightMustBeKept(code: String, tenths: Int, isGood: Bool) {
    let criterion = HandmadeResult.with([(code, tenths)]).deductions[0].criterion
    let strengths = HandmadeResult.with([(code, tenths)]).strengths
    #expect(strengths.contains { $0.criterion == criterion } == isGood)
    #expect(strengths.count == (isGood ? 7 : 6))
  }

  /// What was not asked is not counted.
  @Test func onlyWhatWasDoneIsPraised() {
    var result = HandmadeResult.perfect
    result.phases.removeAll { $0.technique != .stroking }
    #expect(strengths(result).last == "technique: 16 whole strokes")
  }

  /// Good figures of what little was done are none.
  @Test func leavingThingsOutIsNeverPraised() {
    var result = HandmadeResult.perfect
    for phase in result.phases.indices {
      for guide in result.phases[phase].guides.indices {
        result.phases[phase].guides[guide].done = .thousandths(0.9)
      }
    }
    #expect(result.strengths.map(\.criterion) == [.procedure])
    result.phases = []
    #expect(result.strengths.map(\.criterion) == [.procedure])
  }

  @Test(arguments: [
    ("procedure.allergy", [Criterion.procedure]), ("spasm.wentOn", [.spasm]),
    ("spasm.kidney", [.spasm]), ("technique.tapping", [.technique]),
    ("technique.vibration", [.technique]), ("procedure.wrongDecision", Criterion.allCases),
  ])
  func aCriticalFaultIsNeverPraised(code: String, missing: [Criterion]) {
    let result = HandmadeResult.with([], critical: [code])
    #expect(
      result.strengths.map(\.criterion) == Criterion.allCases.filter { !missing.contains($0) })
  }

  @Test(arguments: [DemonstrationFault.slaps, .scrub, .backward, .nothing])
  func leavingTheWorkUndoneEarnsNoPraiseOfTheHands(fault: DemonstrationFault) throws {
    let result = try Cases.demonstration(Cases.short()) { $0.faults = [fault] }
    #expect(result.strengths.allSatisfy { $0.criterion == .procedure })
  }

  @Test func theExpertIsPraisedForEverything() throws {
    let result = try Cases.demonstration(Cases.short())
    #expect(result.strengths.map(\.criterion) == Criterion.allCases)
  }

  @Test func whatIsNotAssessedOrHasNoWeightIsNotPraised() {
    var result = HandmadeResult.perfect
    result.criteria[1].assessed = false
    result.criteria[2].effectiveTenths = 0
    #expect(
      result.strengths.map(\.criterion) == [.procedure, .pressure, .spasm, .flow, .technique])
  }

  @Test func beingJustOutsideTheBandAllTheTimeIsNotPraised() {
    var result = HandmadeResult.perfect
    for index in result.phases.indices { result.phases[index].speedInBand = .thousandths(0.2) }
    #expect(!result.strengths.contains { $0.criterion == .speed })
  }

  @Test func aLightTouchIsTold() {
    var result = HandmadeResult.perfect
    result.areas[0].contact = .seconds(23_040_000)
    #expect(
      strengths(result).contains(
        "spasm: never pressed, the hand passed lightly over it for 23 s"))
    result.areas[1].pressed = .seconds(10_000)
    #expect(!result.strengths.contains { $0.criterion == .spasm })
    result = HandmadeResult.perfect
    result.areas.removeFirst()
    #expect(strengths(result).contains("spasm: never on the spine with weight"))
  }

  @Test func sendingThePatientOnIsPraisedForTheDecision() {
    var result = HandmadeResult.perfect
    for index in result.criteria.indices.dropFirst() { result.criteria[index].assessed = false }
    result.phases = []
    #expect(
      strengths(result) == [
        "procedure: every question asked, the right decision for the right reasons"
      ])
  }
}
