import BackAtlas
import Geometry
import Scenarios
import Testing

/// What a review finds, at both sides of each edge.
@Suite struct ReviewTests {
  typealias Severity = ScenarioFinding.Severity

  private static let back = Back(sex: .male, stature: 1755)

  private func patient(
    contraindications: [Contraindication] = [], clearance: [Contraindication] = []
  ) -> Patient {
    Patient(
      age: 40, back: Self.back, cause: .heavyLifting, period: .easing,
      diagnosis: Diagnosis(by: "a", text: "b"), contraindications: contraindications,
      clearance: clearance)
  }

  private func scenario(
    _ phases: [Phase], spasm: [SpasmArea] = [], change: (inout Scenario) -> Void = { _ in }
  ) -> Scenario {
    var scenario = Scenario(
      id: "a", title: "A", patient: patient(), decision: .proceed, spasm: spasm, phases: phases)
    change(&scenario)
    return scenario
  }

  private func guide(_ x: Double, from top: Double = 200, to bottom: Double = 400) -> Guide {
    Guide(id: "g", path: [Position(millimetres: x, top), Position(millimetres: x, bottom)])
  }

  private func stroking(_ guides: [Guide], hand: Hand = .palm, rowAcross: Bool = false) -> Phase {
    Phase(
      id: "p", task: .stroking(StrokingTask(guides: guides)), hand: hand, rowAcross: rowAcross)
  }

  private func circling(_ x: Double, _ change: (inout CombCirclesTask) -> Void = { _ in }) -> Phase
  {
    var task = CombCirclesTask(guides: [guide(x)], diameter: Band(full: 34...46, none: 15...90))
    change(&task)
    return Phase(id: "p", task: .combCircles(task))
  }

  private func found(_ scenario: Scenario) -> [Severity] { scenario.review().map(\.severity) }

  private static let path: [ScenarioPath.Step] = [
    .key("phases"), .index(0), .key("guides"), .index(0), .key("path"),
  ]

  // MARK: Ground

  /// The spine reaches 12 mm to each side; a knuckle's disc has 9 mm, a thumb's 10.
  @Test(arguments: [
    (Hand.knuckles, 21.01, false, [Severity]()), (.knuckles, 20.99, false, [.error]),
    (.knuckles, -20.99, false, [.error]), (.thumb, 22.01, false, []),
    (.thumb, 21.99, false, [.error]),
    // Across, the outermost knuckle is 33 mm beside the middle.
    (.knuckles, 54.01, true, []), (.knuckles, 53.99, true, [.error]),
    // A light hand that runs over the spine, its corridor of 4 mm with it.
    (.palm, 16.01, false, []), (.palm, 15.99, false, [.warning]),
    (.fingertips, 0, false, [.warning]),
  ])
  func handsKeepOffTheSpine(hand: Hand, x: Double, across: Bool, expected: [Severity]) {
    let findings = scenario([stroking([guide(x)], hand: hand, rowAcross: across)]).review()
    #expect(findings.map(\.severity) == expected)
    #expect(findings.allSatisfy { $0.path == Self.path })
  }

  private func area(_ contact: AllowedContact, margin: Double = 10) -> [SpasmArea] {
    [
      SpasmArea(
        id: "s",
        outline: .polygon([
          Position(millimetres: 100, 280), Position(millimetres: 110, 280),
          Position(millimetres: 110, 300), Position(millimetres: 100, 300),
        ]), margin: margin, contact: contact)
    ]
  }

  @Test(arguments: [
    // Clear by its corridor of 4 mm, by less, and not at all.
    (Hand.palm, 55.99, AllowedContact.none, [Severity]()), (.palm, 56.01, .none, [.warning]),
    (.palm, 59.99, .none, [.warning]), (.palm, 60.01, .none, [.error]),
    (.palm, 60.01, .light, []), (.fingertips, 80.99, .none, []),
    (.fingertips, 85.01, .none, [.error]),
    // A firm hand: into the area, into its margin, clear of both.
    (.thumb, 90.01, .light, [.error]), (.thumb, 89.99, .light, [.warning]),
    (.thumb, 80.01, .light, [.warning]), (.thumb, 79.99, .light, []),
    (.thumb, 90.01, .none, [.error]),
  ])
  func handsKeepOffAreasInSpasm(
    hand: Hand, x: Double, contact: AllowedContact, expected: [Severity]
  ) {
    #expect(
      found(scenario([stroking([guide(x)], hand: hand)], spasm: area(contact))) == expected)
  }

  /// Circles of 40 mm bring the knuckles 20 mm nearer than their middle.
  @Test(arguments: [(60.99, 0), (61.01, 1)])
  func circlesReachFurtherThanTheirMiddle(x: Double, count: Int) {
    let findings = scenario([circling(x)], spasm: area(.light)).review()
    #expect(findings.filter { $0.message.contains("margin") }.count == count)
  }

  /// At T9 a man's trunk is 171 mm wide to each side; the corridor takes 4 of them.
  @Test(arguments: [
    (165.0, [Severity]()), (169, [.warning]), (180, [.error]), (-180, [.error]),
  ])
  func guidesLieOnTheBack(x: Double, expected: [Severity]) {
    #expect(found(scenario([stroking([guide(x, from: 250, to: 260)])])) == expected)
  }

  @Test func pointsAndAreasLieOnTheBack() {
    func press(_ x: Double) -> Phase {
      let point = PressPoint(id: "a", at: Position(millimetres: x, 400))
      return Phase(id: "p", task: .pointPress(PointPressTask(points: [point])))
    }
    #expect(found(scenario([press(60)])) == [])
    #expect(found(scenario([press(190)])) == [.error])
    #expect(found(scenario([press(15)])) == [.error])
    func lift(_ right: Double) -> Phase {
      Phase(
        id: "p",
        task: .honeyLift(
          HoneyLiftTask(
            area: .polygon([
              Position(millimetres: 30, 300), Position(millimetres: right, 300),
              Position(millimetres: right, 400),
            ]))))
    }
    #expect(found(scenario([lift(120)])) == [])
    #expect(found(scenario([lift(200)])) == [.error])
    // Corners on the back, but the waist between them is narrower.
    let flank = Phase(
      id: "p",
      task: .honeyLift(
        HoneyLiftTask(
          area: .polygon([
            Position(millimetres: 60, 250), Position(millimetres: 165, 250),
            Position(millimetres: 165, 480), Position(millimetres: 60, 480),
          ]))))
    #expect(found(scenario([flank])) == [.error])
    var wide = area(.light)
    wide[0].outline = .ellipse(at: Position(millimetres: 150, 400), radiusX: 30, radiusY: 20)
    #expect(found(scenario([stroking([guide(52)])], spasm: wide)) == [.warning])
  }

  /// Straight guides too: both ends of this one lie on the back, its middle beside the waist.
  @Test(arguments: [(148.0, [Severity]()), (157, [.warning])])
  func straightGuidesStayOnTheBack(x: Double, expected: [Severity]) {
    var task = StrokingTask(guides: [guide(x, from: 233, to: 483)])
    task.curve = .straight
    #expect(found(scenario([Phase(id: "p", task: .stroking(task))])) == expected)
  }

  /// Wherever in its area a lift lands, the hand keeps off what it must not touch.
  @Test(arguments: [
    (Hand.palm, 20.0, AllowedContact.light, [Severity]()), (.palm, 20, .none, [.error]),
    (.palm, 59, .none, []), (.palm, 61, .none, [.error]),
    // The area to lift lies all around the area in spasm.
    (.knuckles, 30, .light, [.error]), (.knuckles, -60, .light, [.error, .error]),
  ])
  func liftsKeepOffToo(hand: Hand, left: Double, contact: AllowedContact, expected: [Severity]) {
    var areas = area(contact)
    areas[0].outline = .polygon([
      Position(millimetres: 100, 280), Position(millimetres: 110, 280),
      Position(millimetres: 110, 300), Position(millimetres: 100, 300),
    ])
    let right = left < 55 ? 140.0 : left - 1
    let corners = [
      (min(left, right), 240.0), (max(left, right), 240), (max(left, right), 340),
      (min(left, right), 340),
    ]
    let lifts = Phase(
      id: "p",
      task: .honeyLift(
        HoneyLiftTask(
          area: .polygon(
            left < 55
              ? corners.map { Position(millimetres: $0.0, $0.1) }
              : [(30.0, 240.0), (left, 240), (left, 340), (30, 340)].map {
                Position(millimetres: $0.0, $0.1)
              }))), hand: hand)
    let findings = scenario([lifts], spasm: areas).review()
    #expect(findings.map(\.severity) == expected, "\(findings)")
  }

  @Test func liftsOnBothSidesOfSomebodyOnOneSide() {
    func found(_ left: Double) -> [Severity] {
      let lifts = Phase(
        id: "p",
        task: .honeyLift(
          HoneyLiftTask(
            area: .polygon([
              Position(millimetres: left, 300), Position(millimetres: 100, 300),
              Position(millimetres: 100, 400),
            ]))))
      return scenario([lifts]) { $0.preparation.position = .sideLying }.review().map(\.severity)
    }
    #expect(found(20) == [])
    #expect(found(-20) == [.warning])
  }

  // MARK: Lanes, corridors, circles

  @Test(arguments: [(49.9, 1), (50, 0), (80, 0), (80.1, 1), (-50, 0), (-80.1, 1)])
  func lanesOfCirclesLieBesideTheSpine(x: Double, count: Int) {
    #expect(scenario([circling(x)]).review().count == count)
  }

  /// 60 mm/s are asked: 10 bit/s follow it in 6 mm, and in 18 mm three times as fast.
  @Test(arguments: [(2.9, 1), (3.0, 0), (9.0, 0), (9.1, 1)])
  func corridorsAreNeitherTooNarrowNorTooWide(half: Double, count: Int) {
    var task = StrokingTask(guides: [guide(60)])
    task.corridor = Limit(full: half, none: 20)
    let findings = scenario([Phase(id: "p", task: .stroking(task))]).review()
    #expect(findings.count == count)
    #expect(
      findings.allSatisfy { $0.path == [.key("phases"), .index(0), .key("corridor")] })
  }

  /// At 19 circles a minute 100.52 mm are 100 mm/s; at 50 a minute 7.64 mm are 20 mm/s.
  @Test(arguments: [
    (7.7, 100.5, 0), (7.6, 100.5, 1), (7.7, 100.6, 1), (7.6, 100.6, 2),
  ])
  func circlesAndTheirTempoFitTheSpeed(least: Double, most: Double, count: Int) {
    let phase = circling(65) { $0.diameter = Band(full: least...most, none: 1...160) }
    let findings = scenario([phase]).review()
    #expect(findings.filter { $0.path.last == .key("diameter") }.count == count)
  }

  /// The advice of a message, taken, leaves nothing to find.
  @Test func whatAMessageAdvisesIsAllowed() throws {
    var advised = 0
    for speed in [13.7, 55.5, 61.3, 99.9, 140.1] {
      for half in [0.1, 1.3, 30, 100] {
        var task = StrokingTask(guides: [guide(60)])
        task.corridor = Limit(full: half, none: 200)
        var phase = Phase(id: "p", task: .stroking(task))
        phase.speed = Band(full: speed - 10...speed + 10, none: 1...500)
        guard
          let message = scenario([phase]).review().first(where: {
            $0.path.last == .key("corridor")
          })?.message
        else { continue }
        advised += 1
        let advice = try #require(
          message.split(separator: " ").dropLast().last.flatMap {
            Double($0)
          })
        task.corridor.full = advice
        phase.task = .stroking(task)
        #expect(!scenario([phase]).review().contains { $0.path.last == .key("corridor") })
      }
    }
    #expect(advised > 10)
  }

  /// Twenty circles of 40 to 100 mm: 25 s at 100 mm/s when they are small, 314 s at 20 when wide.
  @Test(arguments: [(0.1, 0.42, 0), (0.1, 0.41, 1), (5.2, 6.0, 0), (5.3, 6.0, 1)])
  func circlesFitTheirMinutes(least: Double, most: Double, count: Int) {
    var phase = circling(65) {
      $0.diameter = Band(full: 40...100, none: 20...160)
      $0.loops = 20
    }
    phase.minutes = Band(full: least...most, none: 0...60)
    let findings = scenario([phase]).review().filter { $0.path.last == .key("minutes") }
    #expect(findings.count == count)
  }

  // MARK: Room for a hand, kinds

  @Test func bandsThatNoHandCanKeepAreNamed() {
    func found(_ change: (inout Phase) -> Void) -> [Severity] {
      var phase = stroking([guide(60)])
      change(&phase)
      return scenario([phase]).review().map(\.severity)
    }
    #expect(found { $0.speed = Band(full: 55...65, none: 10...200) } == [])
    #expect(found { $0.speed = Band(full: 55.1...65, none: 10...200) } == [.warning])
    #expect(found { $0.speed = Band(full: 0...0, none: 0...10) } == [.error])
    #expect(found { $0.pressure = Band(full: 0.10...0.15, none: 0...1) } == [])
    #expect(found { $0.pressure = Band(full: 0.11...0.15, none: 0...1) } == [.warning])
    func corridor(_ none: Double) -> [Severity] {
      found {
        $0.task = .stroking(
          StrokingTask(guides: [guide(60)], corridor: Limit(full: 4, none: none)))
      }
    }
    #expect(corridor(12) == [])
    #expect(corridor(11.9) == [.warning])
    func radius(_ limit: Limit) -> [Severity] {
      let point = PressPoint(id: "a", at: Position(millimetres: 60, 400))
      let phase = Phase(
        id: "p", task: .pointPress(PointPressTask(points: [point], radius: limit)))
      return scenario([phase]).review().map(\.severity)
    }
    #expect(radius(Limit(full: 3, none: 12)) == [])
    #expect(radius(Limit(full: 2.9, none: 12)) == [.warning])
    #expect(radius(Limit(full: 3, none: 11.9)) == [.warning])
  }

  /// Circles of the usual size, speed and corridor are fair as they are.
  @Test func whatIsUsualIsFair() {
    let task = CombCirclesTask(guides: [guide(75)])
    #expect(scenario([Phase(id: "p", task: .combCircles(task))]).review() == [])
  }

  /// A light hand may pass, but not with more than the area bears.
  @Test(arguments: [(0.14, 0), (0.15, 0), (0.16, 1)])
  func theAreaBearsWhatIsAsked(least: Double, count: Int) {
    var phase = stroking([guide(62)])
    phase.pressure = Band(full: least...0.5, none: 0...1)
    #expect(scenario([phase], spasm: area(.light)).review().count == count)
    // Beside the area it matters to nobody.
    phase.task = .stroking(StrokingTask(guides: [guide(52)]))
    #expect(scenario([phase], spasm: area(.light)).review() == [])
  }

  @Test func theKindOfMassageIsThatOfItsSteps() {
    let strokes = stroking([guide(60)])
    let press = Phase(
      id: "q",
      task: .pointPress(
        PointPressTask(points: [PressPoint(id: "a", at: Position(millimetres: 60, 400))])))
    #expect(found(scenario([strokes]) { $0.massage = .point }) == [.warning])
    #expect(found(scenario([strokes, press]) { $0.massage = .point }) == [])
    #expect(found(scenario([strokes]) { $0.massage = .honey }) == [.warning])
  }

  @Test func onlyWomenArePregnant() {
    func found(_ sex: Sex) -> [Severity] {
      scenario([stroking([guide(60)])]) { scenario in
        scenario.patient = patient(contraindications: [.pregnancy], clearance: [.pregnancy])
        scenario.patient.back = Back(sex: sex, stature: 1700)
        scenario.preparation.position = .sideLying
      }.review().map(\.severity)
    }
    #expect(found(.female) == [])
    #expect(found(.male) == [.warning])
  }

  // MARK: Times, pressure, texts, position

  /// Eight strokes of 200 mm: 16 s at 100 mm/s, 80 s at 20 mm/s.
  @Test(arguments: [
    (0.1, 0.27, 0), (0.1, 0.26, 1), (1.33, 2.0, 0), (1.34, 2.0, 1),
  ])
  func strokesFitTheirMinutes(least: Double, most: Double, count: Int) {
    var phase = stroking([guide(60)])
    phase.minutes = Band(full: least...most, none: 0...60)
    let findings = scenario([phase]).review()
    #expect(findings.count == count)
    #expect(findings.allSatisfy { $0.path.last == .key("minutes") })
  }

  /// A stroke of 200 mm at 60 mm/s with a second after it takes 4.33 s: 276 are 19.9 minutes.
  @Test func minutesThatAreAskedCountToo() {
    func found(_ least: Double) -> Int {
      var phase = stroking([guide(60)])
      phase.speed = Band(full: 0.5...100, none: 0.1...200)
      phase.minutes = Band(full: least...40, none: 0...60)
      return scenario([phase]).review().filter { $0.path == [.key("phases")] }.count
    }
    #expect(found(19.8) == 0)
    #expect(found(19.9) == 1)
  }

  @Test(arguments: [(46, 0), (47, 1)])
  func aMassageTakesAtMostTwentyMinutes(strokes: Int, count: Int) {
    let task = StrokingTask(
      guides: (0..<6).map { Guide(id: "g\($0)", path: guide(40 + 15 * Double($0)).path) },
      strokes: strokes)
    let findings = scenario([Phase(id: "p", task: .stroking(task))]).review()
    #expect(findings.count == count)
  }

  @Test func pressureThatCannotBeWrongWeighsNothing() {
    func found(_ band: Band, weight: Int) -> Int {
      var phase = stroking([guide(60)])
      phase.pressure = band
      return scenario([phase]) { scenario in
        scenario.rubric.weights[3] = weight
        scenario.rubric.weights[1] += 10 - weight
      }.review().count
    }
    #expect(found(Band(full: 0...1, none: 0...1), weight: 10) == 1)
    #expect(found(Band(full: 0...1, none: 0...1), weight: 0) == 0)
    #expect(found(Band(full: 0...0.99, none: 0...1), weight: 10) == 0)
    #expect(found(Band(full: 0.01...1, none: 0...1), weight: 10) == 0)
  }

  @Test func longTextsAreNamed() {
    func found(_ change: (inout Scenario, String) -> Void, _ most: Int) -> [Int] {
      [most, most + 1].map { length in
        scenario([stroking([guide(60)])]) { change(&$0, String(repeating: "x", count: length)) }
          .review().count
      }
    }
    typealias Room = Scenario.TextRoom
    #expect(found({ $0.title = $1 }, Room.title) == [0, 1])
    #expect(found({ $0.summary = $1 }, Room.summary) == [0, 1])
    #expect(found({ $0.patient.name = $1 }, Room.name) == [0, 1])
    #expect(found({ $0.patient.occupation = $1 }, Room.occupation) == [0, 1])
    #expect(found({ $0.patient.history = $1 }, Room.history) == [0, 1])
    #expect(found({ $0.patient.diagnosis?.text = $1 }, Room.diagnosis) == [0, 1])
    #expect(found({ $0.patient.diagnosis?.by = $1 }, Room.diagnosedBy) == [0, 1])
    #expect(found({ $0.phases[0].title = $1 }, Room.phaseTitle) == [0, 1])
  }

  @Test func aPregnantPatientLiesOnOneSide() {
    func found(
      _ position: PatientPosition, _ guides: [Guide], _ item: Contraindication = .pregnancy
    ) -> [Severity] {
      scenario([stroking(guides)]) { scenario in
        scenario.patient = patient(contraindications: [item], clearance: [item])
        scenario.patient.back = Back(sex: .female, stature: 1755)
        scenario.preparation.position = position
      }.review().map(\.severity)
    }
    var other = guide(-60)
    other.id = "h"
    #expect(found(.prone, [guide(60)]) == [.error])
    #expect(found(.prone, [guide(60)], .firstTrimester) == [.error])
    #expect(found(.prone, [guide(60)], .hypertension) == [])
    #expect(found(.sideLying, [guide(60)]) == [])
    #expect(found(.sideLying, [guide(60), other]) == [.warning])
    #expect(found(.sideLying, [guide(60), other], .hypertension) == [.warning])
  }

  /// What makes a case unusable is found when it is read; the rest only when it is reviewed.
  @Test func readingFindsContradictionsAlone() {
    let odd = scenario([stroking([guide(0), guide(500)], hand: .thumb)])
    #expect(odd.check() == [])
    #expect(odd.review().count >= 2)
  }
}
