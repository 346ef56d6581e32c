import Attempts
import Geometry
import Scenarios
import Scoring
import Testing

/// What gauges, trail and coaching say of a moment.
@Suite struct ReadingEdgeTables {
  /// After all but the lift: the hand is still down.
  private func scorer(_ scenario: Scenario, _ ways: Ways, until time: Int = .max) -> Scorer {
    var scorer = Scorer(scenario: scenario, header: Cases.foreign)
    for event in ways.events.dropLast() where event.time <= time { scorer.add(event) }
    return scorer
  }

  private func cue(_ stops: [Ways.Stop], pressure: Int? = nil, hand: Hand = .palm) -> Cue {
    var ways = Ways()
    ways.contact(stops) { _ in pressure }
    return scorer(Cases.straight(hand: hand), ways).cue
  }

  @Test func aHandIsReadAsItIs() {
    var ways = Ways()
    ways.contact([(0, -60, 100), (1_000_000, -63.21, 160)]) { _ in 123 }
    let reading = scorer(Cases.straight(), ways).reading
    #expect(reading.phase == 0)
    #expect(reading.hands.count == 1)
    let hand = reading.hands[0]
    #expect(hand.contact == 1)
    #expect(hand.pressure == 0.123)
    #expect(hand.guide == 0)
    #expect(!hand.isOff && !hand.isReturning && !hand.isBackward)
    // The newest sample may yet be replaced: the guide is read at the one before.
    #expect(abs(hand.place.x + 6319) <= 1 && abs(hand.place.y - 15_970) <= 1)
    #expect(hand.deviation.map { abs($0 + 3.2) < 0.03 } ?? false)
    #expect(hand.arc.map { abs($0 - 59.4) < 0.31 } ?? false)
    #expect(reading.guides[0].mark == hand.arc)
    #expect(reading.guides[0].strokesAsked == 1 && reading.guides[0].strokesDone == 0)
    #expect(reading.guides[0].loopsAsked == 0 && reading.guides[0].loopsDone == 0)
    #expect(reading.guides[0].asked == 1 && reading.guides[0].count == 0)
    #expect(reading.guides[0].done == 0)
  }

  // There is no speed in the first 200 ms; of the newest sample nothing is known.
  @Test(arguments: [(200_000, false), (205_000, true)])
  func speedIsReadFromTwoTenthsOn(time: Int, isKnown: Bool) {
    var ways = Ways()
    ways.contact([(0, -60, 100), (1_000_000, -60, 160)])
    let hand = scorer(Cases.straight(), ways, until: time).reading.hands[0]
    #expect((hand.speed != nil) == isKnown)
  }

  // The spine speaks only when a rule is broken: by a firm hand, or by pressure over 0.30.
  @Test(arguments: [
    (Hand.thumb, 100, AreaNearness.breakingRule), (.fingertips, 100, .clear),
    (.fingertips, 300, .clear), (.fingertips, 301, .breakingRule),
  ])
  func theSpineSpeaksWhenItIsPressed(hand: Hand, pressure: Int, area: AreaNearness) {
    var ways = Ways()
    ways.rest(0, 150, for: 1_000_000, pressure: pressure)
    let reading = scorer(Cases.straight(hand: hand), ways).reading.hands[0]
    #expect(reading.area == area)
    #expect(reading.areaID == (area == .clear ? nil : "spine"))
  }

  // After a run back the hand rests: it goes backward no more.
  @Test(arguments: [105.0, 180], [(3_000_000, true), (3_100_000, false)])
  func aHandIsBackwardWhileItGoesBack(low: Double, row: (time: Int, isBackward: Bool)) {
    var ways = Ways()
    ways.contact([
      (0, -60, 160), (1_000_000, -60, 220), (3_010_000, -60, low), (4_000_000, -60, low),
    ])
    let reading = scorer(Cases.straight(), ways, until: row.time).reading
    #expect(reading.hands[0].isBackward == row.isBackward)
  }

  // MARK: Cues

  // Down the guide at 60 mm/s, or at the speed named.
  private static func down(_ speed: Double = 60, x: Double = -60) -> [Ways.Stop] {
    [(0, -60, 150), (500_000, x, 150), (1_500_000, x, 150 + speed)]
  }

  @Test(arguments: [
    (50, Cue.steady), (49, .tooLight(share: 0.049, aim: 0.05...0.30)), (300, .steady),
    (301, .tooHard(share: 0.301, aim: 0.05...0.30)),
  ])
  func pressureIsCued(pressure: Int, expected: Cue) {
    #expect(cue(ReadingEdgeTables.down(), pressure: pressure) == expected)
  }

  @Test(arguments: [
    (20.0, Cue.steady), (18, .tooSlow(speed: 18, aim: 20...100)), (100, .steady),
    (102, .tooFast(speed: 102, aim: 20...100)),
  ])
  func speedIsCued(speed: Double, expected: Cue) {
    #expect(cue(ReadingEdgeTables.down(speed)) == expected)
  }

  // Half of the corridor is where coaching begins.
  @Test(arguments: [(-70.0, Cue.steady), (-70.01, .offPath(deviation: -10.01))])
  func theWayBesideTheGuideIsCued(x: Double, expected: Cue) {
    #expect(cue(ReadingEdgeTables.down(x: x)) == expected)
  }

  @Test func everyOtherStateIsCued() {
    let upward: [Ways.Stop] = [(0, -60, 200), (1_000_000, -60, 260), (2_000_000, -60, 200)]
    #expect(cue(upward) == .backward)
    let away: [Ways.Stop] = [(0, 150, 60), (1_000_000, 150, 120)]
    #expect(cue(away) == .offPath(deviation: 0))
    // 120 mm/s is too fast on the way out only.
    let back: [Ways.Stop] = [(0, -60, 100), (5_000_000, -60, 400), (6_000_000, -60, 280)]
    #expect(cue(back) == .steady)
    let nobody = Scorer(scenario: Cases.straight(), header: Cases.foreign)
    #expect(nobody.cue == .none)
  }

  /// An area from x = 60 on.
  @Test(
    arguments: [
      (Hand.thumb, 41.0, nil, Cue.nearArea(area: "area")),
      (.fingertips, 41, nil, .tooSlow(speed: 0, aim: 20...100)),
      (.thumb, 80, nil, .pressingArea(area: "area")),
      (.fingertips, 80, 300, .pain(area: "area")),
    ] as [(Hand, Double, Int?, Cue)])
  func areasAreCued(hand: Hand, x: Double, pressure: Int?, expected: Cue) {
    let corners = [(60.0, 200.0), (100, 200), (100, 240), (60, 240)]
    let area = SpasmArea(
      id: "area", outline: .polygon(corners.map { Cases.position($0.0, $0.1) }), margin: 10,
      maxPressure: 0.15)
    var ways = Ways()
    let distance = hand == .thumb && x == 41 ? x + 5 : x
    ways.rest(distance, 220, for: pressure == nil ? 250_000 : 1_000_000, pressure: pressure)
    #expect(scorer(Cases.straight(spasm: [area], hand: hand), ways).cue == expected)
  }

  // Vibration is cued for 200 ms after it.
  @Test(arguments: [(0, true), (200, true), (205, false)])
  func vibrationIsCued(after: Int, isCued: Bool) {
    let shaking = AlarmEdgeTables.Shaking(width: 8, ticks: 10, ways: 12)
    let end = shaking.turns[shaking.turns.count - 1].tick * 5_000
    var ways = Ways()
    ways.contact(seconds: 2) { seconds in
      Point(150 + shaking.places[min(shaking.places.count - 1, Int(seconds * 200 + 0.5))], 60)
    }
    // The last turn is seen some ticks later.
    let time = max(end + 60_000, end + after * 1000)
    #expect((scorer(Cases.straight(), ways, until: time).cue == .vibrating) == isCued)
  }

  // Tapping is cued as long as the next tap could follow.
  @Test(arguments: [(800_000, true), (805_000, false)])
  func tappingIsCued(after: Int, isCued: Bool) {
    var ways = Ways()
    for _ in 0..<3 {
      ways.rest(150, 60, for: 100_000)
      ways.time += 300_000
    }
    ways.rest(150, 60, for: 1_000_000)
    let last = 900_000
    #expect((scorer(Cases.straight(), ways, until: last + after).cue == .tapping) == isCued)
  }

  // MARK: Other work

  @Test func aPressIsReadWhileItIsHeld() {
    let point = PressPoint(id: "a", at: Cases.position(-60, 200), hold: 3)
    let scenario = Edge.scenario(.pointPress(PointPressTask(points: [point])))
    var ways = Ways()
    ways.rest(-60, 200, for: 2_005_000)
    let held = scorer(scenario, ways).reading.points[0]
    #expect(abs(held.held - 2) < 0.006)
    #expect(held.hold == 3)
    #expect(held.done == 0)
    ways.time += 2_000_000
    ways.rest(-60, 200, for: 1_005_000)
    let again = scorer(scenario, ways).reading.points[0]
    #expect(abs(again.held - 1) < 0.006)
    #expect(abs(again.done - 2.005 / 3) < 0.001)
  }

  @Test func circlesAndLiftsAreCounted() {
    var ways = Ways()
    ways.rest(-80, 205, for: 1_000_000)
    ways.time += 2_000_000
    ways.rest(-80, 205, for: 1_000_000)
    let corners = [(-100.0, 200.0), (-20, 200), (-20, 240), (-100, 240)]
    let area = Outline.polygon(corners.map { Cases.position($0.0, $0.1) })
    let lifts = scorer(Edge.scenario(.honeyLift(HoneyLiftTask(area: area, lifts: 4))), ways)
      .reading.lifts
    #expect(lifts?.lifts == 1 && lifts?.asked == 4 && lifts?.done == 0.25)
    let circles = scorer(Cases.circles(), ways).reading.guides[0]
    #expect(circles.loopsAsked == 8 && circles.loopsDone == 0)
    #expect(circles.strokesAsked == 0 && circles.strokesDone == 0)
    #expect(circles.asked == 8 && circles.currentCoverage == 0 && circles.done == 0)
  }
}
