import Attempts
import Geometry
import Scenarios
import Scoring
import Testing

/// Areas in spasm and the spine, at both sides of each edge.
@Suite struct SpasmTests {
  private static let live = Header(
    origin: .foreign, device: Device(kind: .mouse, pressure: .set), program: "test",
    scope: .phase("warm-up", timed: true))

  private func scenario(
    contact: AllowedContact = .light, limit: Double = 0.15, hand: Hand = .fingertips
  ) -> Scenario {
    Cases.straight(
      spasm: [
        SpasmArea(
          id: "area",
          outline: .polygon([
            Cases.position(60, 200), Cases.position(100, 200), Cases.position(100, 240),
            Cases.position(60, 240),
          ]), contact: contact, maxPressure: limit)
      ], hand: hand)
  }

  /// A hand that rests at a place for some time.
  private func rest(
    _ scenario: Scenario, x: Double, seconds: Double, pressure: Int?, header: Header = live
  ) -> Result {
    var strokes = Strokes()
    strokes.contact(seconds: seconds, rate: 200, pressure: pressure) { _ in Point(x, 220) }
    return Cases.score(scenario, strokes.events, header: header)
  }

  // Fingertips are a disc of 15 mm; the area begins at x = 60.
  @Test(arguments: [(44.99, 0), (45.0, 0), (45.01, 1), (50.0, 1)])
  func aHandEntersWhenItsShapeOverlaps(x: Double, entries: Int) {
    let result = rest(scenario(), x: x, seconds: 1, pressure: 300)
    #expect(result.areas[0].entries == entries)
  }

  @Test(arguments: [(150, 0.0), (151, 1.0)])
  func pressureOverTheLimitBreaksTheRule(pressure: Int, pressed: Double) {
    let result = rest(scenario(), x: 80, seconds: 1, pressure: pressure)
    #expect(result.areas[0].contact.value == 1)
    #expect(result.areas[0].pressed.value == pressed)
  }

  @Test func withoutPressureTheHandsNatureDecides() {
    let none = Cases.foreign
    #expect(
      rest(scenario(), x: 80, seconds: 1, pressure: nil, header: none).areas[0].pressed.units == 0)
    let firm = scenario(hand: .thumb)
    #expect(rest(firm, x: 80, seconds: 1, pressure: nil, header: none).areas[0].pressed.value == 1)
    // Where nothing may touch, the lightest hand breaks the rule.
    let closed = scenario(contact: .none)
    #expect(
      rest(closed, x: 80, seconds: 1, pressure: nil, header: none).areas[0].pressed.value == 1)
  }

  @Test func depthIsThatOfTheShapesMiddle() {
    // 10 mm outside the edge: 15 - 10 deep. 20 mm inside, in the middle: 15 + 20.
    #expect(rest(scenario(), x: 50, seconds: 1, pressure: 0).areas[0].depth.value == 5)
    #expect(rest(scenario(), x: 80, seconds: 1, pressure: 0).areas[0].depth.value == 35)
  }

  // 0.3 s of hurting is the signal; 1.5 s more of breaking the rule is going on.
  @Test(arguments: [
    (1.79, 300, [String]()), (1.8, 300, ["spasm.wentOn"]), (1.81, 300, ["spasm.wentOn"]),
    // 49 thousandths over the limit do not hurt, 50 do.
    (5, 199, []), (5, 200, ["spasm.wentOn"]),
  ])
  func goingOnAfterThePainSignalIsCritical(seconds: Double, pressure: Int, critical: [String]) {
    #expect(rest(scenario(), x: 80, seconds: seconds, pressure: pressure).critical == critical)
  }

  @Test func lighteningToTheLimitEndsThePain() {
    var scorer = Scorer(scenario: scenario(), header: SpasmTests.live)
    func sample(_ time: Int, _ pressure: Int) -> Sample {
      Sample(time: time, position: Cases.position(80, 220), pressure: pressure)
    }
    scorer.add(
      .land(
        Landing(contact: 1, hand: 0, nanometresPerPixel: 200_000, sample: sample(0, 400))))
    for step in 1...600 {
      let time = step * 10_000
      // Hard for one second of every two.
      scorer.add(.move(contact: 1, sample(time, time / 1_000_000 % 2 == 0 ? 400 : 100)))
    }
    scorer.add(.lift(contact: 1, sample(6_010_000, 100)))
    let result = scorer.result()
    #expect(result.critical == [])
    #expect(result.areas[0].entries == 1)
    #expect(abs(result.areas[0].pressed.value - 3) < 0.05)
  }

  @Test func theSpineBearsALightHandOnly() {
    let case0 = Cases.straight(hand: .palm)
    for (pressure, pressed) in [(300, 0.0), (301, 1.0)] {
      let result = rest(case0, x: 0, seconds: 1, pressure: pressure)
      #expect(result.areas.first { $0.id == "spine" }?.pressed.value == pressed)
    }
    let thumb = rest(Cases.straight(hand: .thumb), x: 0, seconds: 1, pressure: 10)
    #expect(thumb.areas.first { $0.id == "spine" }?.pressed.value == 1)
  }

  @Test func knucklesAreFourDiscsAlongTheSpineOrAcross() {
    // The row reaches 33 + 9 mm along and 9 mm across.
    func entries(_ across: Bool, x: Double) -> Int {
      var scenario = scenario(contact: .none, hand: .knuckles)
      scenario.phases[0].rowAcross = across
      return rest(scenario, x: x, seconds: 1, pressure: 100).areas[0].entries
    }
    #expect(entries(false, x: 50.9) == 0)
    #expect(entries(false, x: 51.1) == 1)
    #expect(entries(true, x: 17.9) == 0)
    #expect(entries(true, x: 18.1) == 1)
  }
}
