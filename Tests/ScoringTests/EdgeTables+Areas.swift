import Attempts
import Geometry
import Scenarios
import Scoring
import Testing

/// What touching an area in spasm costs.
@Suite struct AreaEdgeTables {
  /// An area from x = 60 on, of which fingertips (15 mm) are clear up to x = 45.
  private var scenario: Scenario {
    let corners = [(60.0, 200.0), (100, 200), (100, 240), (60, 240)]
    return Cases.straight(
      spasm: [
        SpasmArea(
          id: "area", outline: .polygon(corners.map { Cases.position($0.0, $0.1) }),
          maxPressure: 0.15)
      ], hand: .fingertips
    ).weighing(.spasm)
  }

  // Left only 2 mm away.
  @Test(arguments: [(1.99, 1), (2.0, 2)])
  func aHandLeavesAtTwoMillimetres(clearance: Double, entries: Int) {
    var ways = Ways()
    ways.contact([
      (0, 50, 220), (500_000, 45 - clearance, 220), (600_000, 45 - clearance, 220),
      (1_100_000, 50, 220),
    ])
    #expect(Edge.score(scenario, ways).areas[0].entries == entries)
  }

  // 0.2 for an entry 3 mm deep and 0.2 a second, both by the excess over 0.10 at most.
  @Test(arguments: [
    (1.5, 1_000_000, 250, 30.0), (3.0, 1_000_000, 250, 40), (4.0, 1_000_000, 250, 40),
    (1.5, 1_000_000, 200, 15), (1.5, 1_000_000, 240, 27), (1.5, 1_000_000, 300, 30),
    (1.5, 2_500_000, 250, 60), (1.5, 200_000, 250, 14), (1.5, 1_000_000, 150, 0),
  ])
  func anEntryCostsByDepthTimeAndExcess(
    depth: Double, duration: Int, pressure: Int, points: Double
  ) {
    var ways = Ways()
    // All that is asked, so that nothing but the area counts.
    ways.stroke()
    ways.time += 5_000_000
    ways.rest(45 + depth, 220, for: duration, pressure: pressure)
    let result = Edge.score(scenario, ways, pressure: .set)
    #expect(Edge.points(result, "spasm.pressed") == points)
  }

  /// The sentence names what was pressed and nothing else.
  @Test func onlyWhatWasPressedIsNamed() throws {
    var scenario = scenario
    var other = scenario.spasm[0]
    other.id = "other"
    other.outline = .ellipse(at: Cases.position(60, 350), radiusX: 10, radiusY: 10)
    scenario.spasm.append(other)
    var ways = Ways()
    ways.stroke()
    ways.time += 5_000_000
    ways.rest(50, 220, for: 1_000_000, pressure: 300)
    let result = Edge.score(scenario, ways, pressure: .set)
    let deduction = try #require(result.deductions.first { $0.code == "spasm.pressed" })
    #expect(deduction.message.hasPrefix("Pressed area for"))
  }

  // Hurting for 0.3 s is the signal; then any excess for 1.5 s is going on. A step counts with the
  // greater of the pressures at its ends, so that the hand hurts one tick longer than it presses.
  @Test(arguments: [(290_000, 60, false), (295_000, 60, true), (295_000, 49, false)])
  func threeTenthsOfASecondHurt(duration: Int, excess: Int, hurts: Bool) {
    var ways = Ways()
    ways.contact([(0, 80, 220), (4_000_000, 80, 220)]) { elapsed in
      elapsed <= duration ? 150 + excess : 160
    }
    let critical = Edge.score(scenario, ways, pressure: .set).critical
    #expect(critical == (hurts ? ["spasm.wentOn"] : []))
  }

  @Test(arguments: [(1_795_000, false), (1_800_000, true)])
  func aSecondAndAHalfMoreIsGoingOn(duration: Int, goesOn: Bool) {
    var ways = Ways()
    ways.rest(80, 220, for: duration, pressure: 300)
    let critical = Edge.score(scenario, ways, pressure: .set).critical
    #expect(critical == (goesOn ? ["spasm.wentOn"] : []))
  }

  // The margin of 10 mm warns, and is no contact.
  @Test(arguments: [
    (34.9, AreaNearness.clear), (35.1, .margin), (44.9, .margin), (45.1, .touching),
  ])
  func theMarginWarns(x: Double, nearness: AreaNearness) {
    var ways = Ways()
    ways.rest(x, 220, for: 1_000_000, pressure: 100)
    var scorer = Scorer(scenario: scenario, header: Cases.foreign)
    for event in ways.events.dropLast() { scorer.add(event) }
    #expect(scorer.reading.hands[0].area == nearness)
  }
}
