import Attempts
import Geometry
import Scenarios
import Scoring
import Testing

/// What each fault costs, to a tenth of a point.
@Suite struct PointEdgeTables {
  // MARK: Path

  // 8 mm beside is a quarter lost of 300 mm, over half of the length asked, of seven tenths.
  @Test(arguments: [(4.0, 0.0), (6, 17.5), (8, 35), (12, 70), (16, 70)])
  func besideTheGuide(offset: Double, points: Double) {
    var ways = Ways()
    ways.stroke(x: -60 - offset)
    let result = Edge.score(Cases.straight().weighing(.path), ways)
    #expect(abs(Edge.points(result, "path.offGuide") - points) < 0.11)
  }

  // All but 5 mm: of seven tenths over 150 mm, and of three tenths over the 300 mm asked.
  @Test(arguments: [(5.0, 0.0, 0.0), (15, 4.7, 1), (35, 14, 3), (65, 28, 6)])
  func againstTheGuide(back: Double, offGuide: Double, backward: Double) {
    var ways = Ways()
    ways.contact([
      (0, -60, 100), (3_000_000, -60, 250), (4_500_000, -60, 250 - back), (8_500_000, -60, 400),
    ])
    let result = Edge.score(Cases.straight().weighing(.path), ways)
    #expect(abs(Edge.points(result, "path.offGuide") - offGuide) < 0.11)
    #expect(abs(Edge.points(result, "path.backward") - backward) < 0.11)
  }

  // MARK: Speed and pressure

  // Full marks from 20 to 100 mm/s, none from 10 and 200; the band is eight tenths.
  @Test(arguments: [
    (19.0, "speed.tooSlow", 8.0), (15, "speed.tooSlow", 40), (100, "speed.tooFast", 0),
    (150, "speed.tooFast", 40), (175, "speed.tooFast", 60),
  ])
  func besideTheSpeedAsked(speed: Double, code: String, points: Double) {
    var ways = Ways()
    ways.contact([(0, -60, 100), (Int(300 / speed * 1_000_000), -60, 400)])
    let result = Edge.score(Cases.straight().weighing(.speed), ways)
    #expect(abs(Edge.points(result, code) - points) < 0.5)
  }

  // Where no evenness can be judged, the band is everything.
  @Test func aShortContactHasNoEvenness() {
    var ways = Ways()
    ways.contact([(0, -60, 100), (500_000, -60, 175)])
    let scenario = Edge.guide([(-60, 100), (-60, 175)]).weighing(.speed)
    #expect(Edge.points(Edge.score(scenario, ways), "speed.tooFast") == 50)
  }

  /// To and fro on the guide for two minutes and more, then half a minute of rest: over 120 s and
  /// not over all of it. All but the first and last 0.2 s count.
  @Test func twoMinutesOfSpeedDiluteAFault() {
    var ways = Ways()
    var stops: [Ways.Stop] = (0...34).map { ($0 * 5_000_000, -60, $0 % 2 == 0 ? 100 : 400) }
    stops.append((200_000_000, -60, 100))
    ways.contact(stops, every: 50_000)
    let result = Edge.score(Cases.straight(strokes: 17).weighing(.speed), ways)
    #expect(abs(Edge.points(result, "speed.tooSlow") - 0.8 * 29.65 / 1.2) < 0.3)
  }

  @Test func twoMinutesOfPressureDiluteAFault() {
    var ways = Ways()
    ways.stroke()
    ways.time += 1_000_000
    ways.contact([(0, 100, 60), (200_000_000, 100, 60)], every: 50_000) { elapsed in
      elapsed < 170_000_000 ? 150 + elapsed / 50_000 % 3 : 600
    }
    let result = Edge.score(Cases.straight().weighing(.pressure), ways, pressure: .measured)
    #expect(abs(Edge.points(result, "pressure.tooHard") - 25) < 0.11)
  }

  // Full marks from 0.05 to 0.30, none from 0 and 0.60.
  @Test(arguments: [
    (50, 0.0, 0.0), (40, 20, 0), (25, 50, 0), (300, 0, 0), (330, 0, 10), (450, 0, 50),
  ])
  func besideThePressureAsked(pressure: Int, light: Double, hard: Double) {
    var ways = Ways()
    ways.contact([(0, -60, 100), (5_000_000, -60, 400)]) { _ in pressure }
    let result = Edge.score(Cases.straight().weighing(.pressure), ways, pressure: .set)
    #expect(Edge.points(result, "pressure.tooLight") == light)
    #expect(Edge.points(result, "pressure.tooHard") == hard)
  }

  // Lost is rounded half up to tenths: in a band of 1.6 a thousandth is 0.0625 points.
  @Test(arguments: [(301, 0.1), (302, 0.1), (303, 0.2), (304, 0.3), (305, 0.3)])
  func lossesAreRoundedToTenths(pressure: Int, points: Double) {
    var scenario = Cases.straight().weighing(.pressure)
    scenario.phases[0].pressure = Band(full: 0.05...0.30, none: 0...1.90)
    var ways = Ways()
    ways.contact([(0, -60, 100), (5_000_000, -60, 400)]) { _ in pressure }
    let result = Edge.score(scenario, ways, pressure: .set)
    #expect(Edge.points(result, "pressure.tooHard") == points)
  }

  // Three different values show that there is a sensor; a set pressure has half of its weight: of
  // 85, 80 and 75.
  @Test(arguments: [
    (2, PressureSource.measured, 0), (3, .measured, 118), (2, .set, 62), (3, .none, 0),
  ])
  func pressureIsAssessedWhereItIsKnown(values: Int, source: PressureSource, tenths: Int) {
    var ways = Ways()
    ways.contact([(0, -60, 100), (5_000_000, -60, 400)]) { 100 + $0 / 5_000 % values }
    let result = Edge.score(Cases.straight(), ways, pressure: source)
    let criterion = result.criteria.first { $0.criterion == .pressure }
    #expect(criterion?.effectiveTenths == tenths)
    #expect(criterion?.assessed == (tenths > 0))
  }

  // MARK: The attempt as a whole

  @Test func aCaseThatAsksNothingEarnsNothing() {
    var ways = Ways()
    ways.stroke()
    #expect(Edge.score(Cases.straight(guides: []), ways).score.units == 0)
  }

  /// An area that nothing may touch begins at x = 60 (or ends at -60, or the same in y), and
  /// fingertips reach 15 mm: a hand one pixel nearer touches it, and goes on.
  @Test(arguments: [
    (200_000, 0.2), (1_000_000, 1), (4_000, 0), (5_000, 0.01), (14_000, 0.01), (15_000, 0.02),
  ])
  func aPixelDecidesWhatIsBorderline(scale: Int, pixel: Double) {
    func isBorderline(_ x: Double, _ y: Double, corner: Double) -> Bool {
      let area = [(-60.0, -60.0), (60, -60), (60, 60), (-60, 60)].map {
        Cases.position(150 + $0.0 + corner, 220 + $0.1 + corner)
      }
      var ways = Ways()
      ways.stroke()
      ways.scale = scale
      ways.time += 1_000_000
      ways.rest(150 + corner + x, 220 + corner + y, for: 3_000_000)
      let spasm = SpasmArea(id: "area", outline: .polygon(area), contact: .none)
      var scenario = Cases.straight(spasm: [spasm], hand: .fingertips)
      scenario.rubric.minimum = 0
      scenario.rubric.passMark = 1
      let result = Edge.score(scenario, ways)
      #expect(result.verdict == .passed)
      return result.borderline
    }
    for (x, y) in [(-1.0, 0.0), (1, 0), (0, -1), (0, 1)] {
      let near = 75 + pixel - 0.01
      if pixel > 0 { #expect(isBorderline(x * near, y * near, corner: 0)) }
      #expect(!isBorderline(x * (75 + pixel), y * (75 + pixel), corner: 0))
    }
  }

  // MARK: Alarms

  // 0.2 for each alarm; under a second in all it is not critical.
  @Test(arguments: [(0, 0.0), (1, 20), (2, 40)])
  func anAlarmCostsAFifth(alarms: Int, points: Double) {
    var ways = Ways()
    ways.stroke()
    for _ in 0..<alarms {
      ways.time += 1_000_000
      var stops: [Ways.Stop] = [(0, 150, 60)]
      for way in 1...8 { stops.append((way * 50_000, way % 2 == 0 ? 150 : 158, 60)) }
      stops.append((700_000, 150, 60))
      ways.contact(stops)
    }
    let result = Edge.score(Cases.straight().weighing(.technique), ways)
    #expect(Edge.points(result, "technique.vibration") == points)
    var allowed = Cases.straight().weighing(.technique)
    allowed.patient.prescription.allow = [.vibration]
    #expect(Edge.points(Edge.score(allowed, ways), "technique.vibration") == 0)
  }

  @Test(arguments: [(2, 0.0), (3, 20), (4, 20)])
  func aRowOfTapsCostsAFifth(taps: Int, points: Double) {
    var ways = Ways()
    ways.stroke()
    for _ in 0..<taps {
      ways.time += 500_000
      ways.rest(150, 60, for: 100_000)
    }
    let result = Edge.score(Cases.straight().weighing(.technique), ways)
    #expect(Edge.points(result, "technique.tapping") == points)
    // Where a doctor prescribed it, it costs nothing.
    var allowed = Cases.straight().weighing(.technique)
    allowed.patient.prescription.allow = [.tapping]
    #expect(Edge.points(Edge.score(allowed, ways), "technique.tapping") == 0)
  }

  // MARK: Procedure

  private static let questions = FlagGroup.allCases.map(Act.ask)
  private static let prepared: [Act] = [
    .prepare(.before(.hands)), .prepare(.before(.allergies)), .prepare(.before(.consent)),
    .prepare(.before(.drape)), .prepare(.position(.prone)), .prepare(.arms(.alongBody)),
    .prepare(.product(.warmingOil)),
  ]

  /// All three phases are left out, at 20 points each; the rest is as right as it can be, but for
  /// some acts that are not done.
  private func procedure(
    without left: [Act], _ work: [Event] = [], _ scenario: Scenario = Cases.lifting()
  ) -> Result {
    let acts = PointEdgeTables.questions + [.decision(.proceed)] + PointEdgeTables.prepared
    let events = acts.filter { !left.contains($0) }.map { Event.act($0, time: 0) }
    let end = work.last?.time ?? 0
    return Cases.score(
      scenario.weighing(.procedure), events + work + [.act(.end, time: end)],
      header: Header(device: Device(kind: .mouse, pressure: .none), program: "test"))
  }

  struct Left: Sendable {
    var acts: [Act]
    var code: String
    var points: Double
  }

  @Test(arguments: [
    Left(acts: [], code: "procedure.phaseMissing", points: 60),
    Left(acts: [.prepare(.position(.prone))], code: "procedure.position", points: 15),
    Left(acts: [.prepare(.arms(.alongBody))], code: "procedure.arms", points: 15),
    Left(acts: [.prepare(.product(.warmingOil))], code: "procedure.product", points: 15),
    Left(acts: [.prepare(.before(.hands))], code: "procedure.before", points: 10),
    Left(
      acts: [.prepare(.before(.hands)), .prepare(.before(.drape))], code: "procedure.before",
      points: 20),
    Left(acts: Array(questions.prefix(1)), code: "procedure.notAsked", points: 10),
    Left(acts: Array(questions.prefix(3)), code: "procedure.notAsked", points: 30),
  ])
  func aStepLeftOut(left: Left) {
    #expect(Edge.points(procedure(without: left.acts), left.code) == left.points)
  }

  /// A contact in each phase, one after the other.
  private func work(_ phases: [(id: String, seconds: Double)]) -> [Event] {
    var events: [Event] = []
    var time = 0
    for (number, phase) in phases.enumerated() {
      events.append(.act(.phase(phase.id), time: time))
      let end = time + Int(phase.seconds * 1_000_000)
      func sample(_ time: Int) -> Sample { Sample(time: time, position: Cases.position(150, 60)) }
      events.append(
        .land(
          Landing(
            contact: number + 1, hand: 0, nanometresPerPixel: 200_000, sample: sample(time))))
      for step in stride(from: time, to: end, by: 100_000).dropFirst() {
        events.append(.move(contact: number + 1, sample(step)))
      }
      events.append(.lift(contact: number + 1, sample(end)))
      time = end
    }
    return events
  }

  // From 0.15 to 0.6 minutes are asked; none is left from 0.05 and 1.2.
  @Test(arguments: [(9.0, 0.0), (8.1, 3), (6, 10), (3, 20), (2, 20), (36, 0), (45, 5)])
  func tooShortOrTooLongAPhase(seconds: Double, points: Double) {
    var scenario = Cases.lifting()
    scenario.phases[0].minutes = Band(full: 0.15...0.6, none: 0.05...1.2)
    let result = procedure(without: [], work([("warm-up", seconds)]), scenario)
    #expect(Edge.points(result, "procedure.duration") == points)
    #expect(Edge.points(result, "procedure.phaseMissing") == 40)
  }

  @Test(arguments: [
    ("warm-up comb closing", 0.0), ("comb warm-up closing", 20), ("closing comb", 20),
  ])
  func phasesOutOfOrder(order: String, points: Double) {
    let phases = order.split(separator: " ").map { (id: String($0), seconds: 1.0) }
    #expect(Edge.points(procedure(without: [], work(phases)), "procedure.order") == points)
  }
}
