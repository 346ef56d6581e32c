import BackAtlas
import Geometry
import ScenarioFiles
import Scenarios
import Testing

@Suite struct ReaderTests {
  private func read(_ text: String) throws -> Scenario {
    let (scenario, diagnostics) = ScenarioReader.read(bytes: Array(text.utf8))
    #expect(diagnostics == [])
    return try #require(scenario)
  }

  @Test func theExampleIsReadWhole() throws {
    let scenario = try read(ExampleFile.text)
    #expect(scenario.id == "lifting-easing-left")
    #expect(scenario.title == "Lifting strain, left L4-L5")
    #expect(scenario.difficulty == .intermediate)
    #expect(scenario.decision == .proceed)
    #expect(scenario.patient.name == "Marek D.")
    #expect(scenario.patient.age == 46)
    #expect(scenario.patient.back == Back(sex: .male, stature: 1780))
    #expect(scenario.patient.cause == .heavyLifting)
    #expect(scenario.patient.period == .easing)
    #expect(
      scenario.patient.diagnosis
        == Diagnosis(
          by: "neurologist", on: "14 May", text: "Compression of the left L5 root, easing"))
    #expect(scenario.preparation.before == BeforeItem.allCases)
    #expect(scenario.preparation.cushion == nil)
    #expect(scenario.preparation.arms == .alongBody)
    #expect(scenario.preparation.product == [.warmingOil])
    // L4 of a man of 1780 mm: 456 * 1780 / 1755 = 462.5 below, rounded 462.
    #expect(
      scenario.spasm == [
        SpasmArea(
          id: "left-l4",
          outline: .ellipse(at: Position(x: -2_800, y: 46_200), radiusX: 10, radiusY: 20),
          margin: 10, contact: .light, maxPressure: 0.15, reveal: .drawn)
      ])
    #expect(scenario.phases.map(\.id) == ["warm-up", "comb", "closing"])
    #expect(
      scenario.phases[0].task
        == .stroking(
          StrokingTask(
            guides: [
              Guide(
                id: "left", path: [Position(x: -5_200, y: 21_000), Position(x: -5_200, y: 53_800)]),
              Guide(
                id: "right", path: [Position(x: 5_200, y: 21_000), Position(x: 5_200, y: 53_800)]),
            ], curve: .smooth, strokes: 8, corridor: Limit(full: 4, none: 20))))
    #expect(scenario.phases[0].minutes == Band(full: 1.5...6, none: 0.5...12))
    #expect(scenario.phases[0].pressure == Band(full: 0.05...0.15, none: 0...0.4))
    #expect(scenario.phases[1].minutes == nil)
    #expect(scenario.phases[1].hand == .knuckles)
    guard case .combCircles(let comb) = scenario.phases[1].task else {
      Issue.record("the second phase has circles")
      return
    }
    #expect(comb.diameter == Band(full: 34...46, none: 15...90))
    #expect(comb.guides[0].path[1] == Position(x: -8_000, y: 45_200))
  }

  /// The fewest keys a case can have; every figure here is the documented default.
  @Test func whatIsLeftOutIsAsDocumented() throws {
    let scenario = try read(
      """
      effleurage: 1
      id: a
      title: A
      patient: {sex: female, age: 16, cause: chilling, period: easing, diagnosis: {by: b, text: c}}
      decision: proceed
      spasm:
        - {id: s, outline: {polygon: [[60, 300], [70, 300], [60, 310.005]]}}
      phases:
        - {id: p1, technique: stroking, guides: [{id: g, path: [[-60, 0], [-60, 300]]}]}
        - {id: p2, technique: comb-circles, guides: [{id: g, path: [[-90, 0], [-90, 300]]}]}
        - {id: p3, technique: point-press, points: [{id: q, at: [T12, 40]}]}
        - {id: p4, technique: honey-lift, area: {ellipse: {at: [0, 300], radii: [50, 60]}}}
        - {id: p5, technique: stroking, guides: [{id: g, path: [[-60, 0], [-60, 300]]}]}
      """)
    #expect(scenario.summary == "")
    #expect(scenario.difficulty == .basic)
    #expect(scenario.massage == .general)
    let patient = scenario.patient
    #expect(patient.name == "Patient")
    #expect(patient.back.stature == 1626)
    #expect(patient.occupation == "" && patient.history == "")
    #expect(patient.redFlags == [] && patient.contraindications == [])
    #expect(patient.clearance == [] && patient.allergies == [])
    #expect(patient.prescription == Prescription(sessions: 10, allow: []))
    #expect(
      scenario.preparation
        == Preparation(
          before: [.hands, .allergies, .consent, .drape], position: .prone, arms: .alongBody,
          cushion: nil, product: [.warmingOil, .warmingCream]))
    let area = scenario.spasm[0]
    #expect(area.margin == 10 && area.contact == .light)
    #expect(area.maxPressure == 0.15 && area.reveal == .drawn)
    // Rounded to 1/100 mm, half away from zero.
    #expect(
      area.outline
        == .polygon([
          Position(x: 6_000, y: 30_000), Position(x: 7_000, y: 30_000),
          Position(x: 6_000, y: 31_001),
        ]))
    #expect(scenario.rubric.passMark == 75 && scenario.rubric.minimum == 34)
    #expect(scenario.rubric.weights == [15, 25, 15, 10, 15, 10, 10])
    #expect(scenario.feedback.show == [.guide, .gauges, .coach, .pacer, .warmth, .comfort])
    #expect(scenario.feedback.fade == .twoPassed)

    let phases = scenario.phases
    #expect(
      phases.map(\.title)
        == ["stroking", "comb-circles", "point-press", "honey-lift", "stroking"])
    #expect(phases.map(\.hand) == [.palm, .knuckles, .thumb, .palm, .palm])
    #expect(phases.allSatisfy { !$0.rowAcross && $0.minutes == nil })
    let speed = Band(full: 20...100, none: 10...200)
    #expect(phases.map(\.speed) == [speed, speed, nil, nil, speed])
    #expect(phases[0].pressure == Band(full: 0.05...0.30, none: 0...0.60))
    #expect(phases[1].pressure == Band(full: 0.10...0.40, none: 0...0.70))
    #expect(phases[2].pressure == Band(full: 0.20...0.50, none: 0.05...0.80))
    #expect(phases[3].pressure == Band(full: 0.10...0.40, none: 0...0.70))
    let tasks = phases.map(\.task)
    guard case .stroking(let first) = tasks[0], case .combCircles(let circles) = tasks[1],
      case .pointPress(let press) = tasks[2], case .honeyLift(let lift) = tasks[3],
      case .stroking(let last) = tasks[4]
    else {
      Issue.record("the phases have the techniques that are written")
      return
    }
    #expect(first.strokes == 8 && last.strokes == 5)
    #expect(first.curve == .smooth && first.corridor == Limit(full: 4, none: 20))
    #expect(circles.loops == 8 && circles.turn == .either && circles.curve == .smooth)
    #expect(circles.diameter == Band(full: 40...100, none: 20...160))
    #expect(circles.advance == Band(full: 0.2...0.6, none: 0...1.2))
    #expect(circles.corridor == Limit(full: 6, none: 25))
    #expect(press.radius == Limit(full: 8, none: 20) && press.points[0].hold == 3)
    // T12 of a woman of 1626 mm.
    #expect(press.points[0].at == Position(x: 4_000, y: 30_300))
    #expect(lift.lifts == 20)
  }

  @Test func everythingThatCanBeSaidIsRead() throws {
    let scenario = try read(
      """
      effleurage: 1
      id: all
      title: All
      massage: honey
      difficulty: 3
      patient:
        {sex: male, age: 100, stature: 1200, cause: pregnancy-or-obesity, period: remission,
         diagnosis: {by: b, text: c}, contraindications: [hypertension, kidney-disease],
         clearance: [kidney-disease, hypertension], allergies: [nuts],
         prescription: {sessions: 30, allow: [tapping, vibration]}}
      decision: proceed
      preparation: {before: [drape], position: side-lying, arms: either, cushion: under, product: [none]}
      phases:
        - id: p
          title: Circles
          technique: comb-circles
          hand: fingertips
          turnRow: 90
          curve: straight
          turn: counterclockwise
          loops: 200
          advance: {full: [0.1, 0.2], none: [0.05, 0.3]}
          corridor: {full: 5, none: 5}
          speed: {full: [30, 40], none: [30, 50]}
          guides: [{id: g, path: [[-60, 0], [-60, 300], [-70, 310]]}]
      rubric: {passMark: 100, minimum: 0, weights: {procedure: 25, speed: 5}}
      feedback: {show: [coach, guide], fade: never}
      """)
    #expect(scenario.massage == .honey && scenario.difficulty == .advanced)
    #expect(scenario.patient.clearance == [.kidneyDisease, .hypertension])
    #expect(scenario.patient.standingReasons == [])
    #expect(
      scenario.patient.prescription == Prescription(sessions: 30, allow: [.tapping, .vibration]))
    #expect(
      scenario.preparation
        == Preparation(
          before: [.drape], position: .sideLying, arms: nil, cushion: .under, product: [.none]))
    let phase = scenario.phases[0]
    #expect(phase.title == "Circles" && phase.hand == .fingertips && phase.rowAcross)
    #expect(phase.speed == Band(full: 30...40, none: 30...50))
    guard case .combCircles(let task) = phase.task else {
      Issue.record("the phase has circles")
      return
    }
    #expect(task.curve == .straight && task.turn == .counterclockwise && task.loops == 200)
    #expect(task.corridor == Limit(full: 5, none: 5))
    #expect(scenario.rubric.weights == [25, 25, 5, 10, 15, 10, 10])
    #expect(scenario.feedback == Feedback(show: [.coach, .guide], fade: .never))
  }

  /// YAML 1.2: what YAML 1.1 takes for truth values, dates and octal numbers is as written.
  @Test func wordsThatOlderReadersTwistAreTexts() throws {
    for name in [
      "yes", "no", "on", "off", "y", "2024-05-14", "12:30:45", "0b11", "1_000", "=", "<<",
    ] {
      let scenario = try read(ExampleFile.replacing("Marek D.", with: name))
      #expect(scenario.patient.name == name)
    }
    #expect(try read(ExampleFile.replacing("age: 46", with: "age: 046")).patient.age == 46)
    #expect(try read(ExampleFile.replacing("age: 46", with: "age: 0x2E")).patient.age == 46)
    #expect(try read(ExampleFile.replacing("age: 46", with: "age: 0o56")).patient.age == 46)
    #expect(try read(ExampleFile.replacing("age: 46", with: "age: 4.6e1")).patient.age == 46)
  }

  @Test func textsOverSeveralLinesAreJoined() throws {
    let folded = try read(
      ExampleFile.replacing(
        "summary: Twelve days after lifting. Pain at rest fell from 7 to 3 of 10.",
        with: "summary: >\n  Twelve days,\n  *and* &more\n\n  !later"))
    #expect(folded.summary == "Twelve days, *and* &more\n!later")
    let plain = try read(
      ExampleFile.replacing(
        "summary: Twelve days after lifting. Pain at rest fell from 7 to 3 of 10.",
        with: "summary: Twelve\n  *days*\n  &after"))
    #expect(plain.summary == "Twelve *days* &after")
    let quoted = try read(
      ExampleFile.replacing(
        "summary: Twelve days after lifting. Pain at rest fell from 7 to 3 of 10.",
        with: "summary: 'it''s\n\t*a* [b: &c'"))
    #expect(quoted.summary == "it's *a* [b: &c")
  }

  @Test func lineEndsAndByteOrderMarkMakeNoDifference() throws {
    let plain = try read(ExampleFile.text)
    let windows = ExampleFile.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(try read(windows) == plain)
    #expect(try read("\u{FEFF}" + ExampleFile.text) == plain)
    #expect(try read("---\n" + ExampleFile.text + "...\n# end\n") == plain)
    #expect(try read("%YAML 1.2\n---\n" + ExampleFile.text) == plain)
    #expect(
      said(windows.replacing("age: 46", with: "age: 4"))
        == said(
          ExampleFile.text.replacing("age: 46", with: "age: 4")))
    #expect(
      said("\u{FEFF}" + ExampleFile.replacing("effleurage: 1", with: "effleurage: 3"))
        == [
          "1:13: error: effleurage: found version 3 of the format, this program knows version 1; "
            + "use a newer Effleurage for this file"
        ])
  }
}
