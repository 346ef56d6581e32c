import Foundation
import Geometry
import Scenarios
import Scoring
import Testing

/// Circles, and where circling begins and ends.
@Suite struct CircleEdgeTables {
  /// A short lane about (-80, 200), on which one circle covers everything.
  private func scenario(turn: Turn = .either) -> Scenario {
    Edge.scenario(
      .combCircles(
        CombCirclesTask(
          guides: [Guide(id: "lane", path: [Cases.position(-80, 190), Cases.position(-80, 210)])],
          curve: .straight, loops: 2, advance: Band(full: 0...0.6, none: 0...1.2), turn: turn,
          corridor: Limit(full: 6, none: 150))))
  }

  /// A hand that goes at one speed while its direction turns evenly from angle to angle, in degrees
  /// from the right, clockwise; the last turn is about (-80, 200). Rests at the end.
  private struct Bends {
    var diameter = 80.0
    /// Seconds of a whole turn.
    var period = 2.5
    /// Straight on for so long before, in seconds.
    var lead = 0.0
    var angles: [Double]
    var rest = 0.0

    func add(to ways: inout Ways) {
      let radius = diameter / 2
      let speed = Double.pi * diameter / period
      func unit(_ angle: Double) -> Point {
        Point(cos(angle * Double.pi / 180), sin(angle * Double.pi / 180))
      }
      // Where bends begin, from the last one back: its middle lies to the right of the way.
      var starts: [Point] = []
      var place = Point(-80, 200)
      for index in stride(from: angles.count - 2, through: 0, by: -1) {
        let side = angles[index + 1] > angles[index] ? radius : -radius
        let isLast = index == angles.count - 2
        let middle = isLast ? place : place + unit(angles[index + 1] + 90) * side
        starts.insert(middle + unit(angles[index] + 90) * -side, at: 0)
        place = starts[0]
      }
      let turning = zip(angles, angles.dropFirst()).map { abs($1 - $0) / 360 * period }
      ways.contact(seconds: lead + turning.reduce(0, +) + rest) { seconds in
        var time = seconds - lead
        if time < 0 { return starts[0] + unit(angles[0]) * (speed * time) }
        var index = 0
        while index < turning.count - 1, time > turning[index] {
          time -= turning[index]
          index += 1
        }
        let side = angles[index + 1] > angles[index] ? radius : -radius
        let angle =
          angles[index] + (side > 0 ? 360 : -360) / period * min(time, turning[index])
        return starts[index] + unit(angles[index] + 90) * side + unit(angle + 90) * -side
      }
    }
  }

  private func result(_ bends: Bends, _ scenario: Scenario? = nil) -> Result {
    var ways = Ways()
    bends.add(to: &ways)
    return Edge.score(scenario ?? self.scenario(), ways)
  }

  private func lane(_ bends: Bends) -> GuideResult { result(bends).phases[0].guides[0] }

  // Eight eighths: the direction is back in the octant of the first step.
  @Test(arguments: [
    (330.0, 0), (345, 1), (690, 1), (705, 2), (-330, 0), (-345, 1),
  ])
  func eightEighthsAreALoop(angle: Double, loops: Int) {
    #expect(lane(Bends(angles: [0, angle])).loops == loops)
  }

  // From the first octant on any of the eight, either way round.
  @Test(arguments: [0.0, 45, 90, 135, 180, 225, 270, 315], [1.0, -1])
  func loopsBeginInAnyOctant(start: Double, way: Double) {
    #expect(lane(Bends(angles: [start, start + way * 330])).loops == 0)
    #expect(lane(Bends(angles: [start, start + way * 345])).loops == 1)
  }

  // The first loop begins a seventh of its time before the first change of octant, at most 2 s: a
  // turn in 5 s is then whole, one in 20 s lacks half a second.
  @Test(arguments: [(5.0, 5.0, 0.006), (20, 19.5, 0.005)])
  func theFirstLoopBeginsBeforeItShows(period: Double, seconds: Double, tolerance: Double) throws {
    let bends = Bends(diameter: 150, period: period, lead: 4, angles: [0, 350])
    let pace = try #require(lane(bends).loopsPerMinute).value
    #expect(abs(pace * seconds / 60 - 1) < tolerance)
  }

  // The other way first: by two eighths, and the loop begins when that is undone; by one, and it
  // began with the hand.
  @Test(arguments: [(-60.0, 457.5), (-100, 360), (60, 457.5), (100, 360)])
  func twoEighthsTheOtherWayBeginALoopAnew(angle: Double, degrees: Double) throws {
    let bends = Bends(diameter: 100, period: 5, angles: [0, angle, angle < 0 ? 350 : -350])
    let pace = try #require(lane(bends).loopsPerMinute).value
    #expect(abs(60 / pace - 5 * degrees / 360) < 0.08)
  }

  // No step of 2 mm, no loop.
  @Test(arguments: [(1.95, false), (2.1, true)])
  func aLoopIsMadeOfStepsOfTwoMillimetres(diameter: Double, isLoop: Bool) {
    let bends = Bends(diameter: diameter, period: 1, angles: [0, 3600])
    #expect((lane(bends).loops != 0) == isLoop)
  }

  // pi times the diameter over the time, against 200 mm/s.
  @Test(arguments: [(199.0, 2), (201.0, 0)])
  func aLoopOverTheUpperEdgeIsNotCounted(speed: Double, loops: Int) {
    let bends = Bends(
      diameter: 100, period: 100 * Double.pi / speed, angles: [-22, 700])
    #expect(lane(bends).loops == loops)
  }

  @Test(arguments: [(Turn.clockwise, 0.0), (.counterclockwise, 30), (.either, 0)])
  func aWrongTurnCostsThreeTenths(turn: Turn, points: Double) {
    let bends = Bends(angles: [-22, 710])
    #expect(
      Edge.points(result(bends, scenario(turn: turn).weighing(.technique)), "technique.turn")
        == points)
  }

  // Full marks from 40 to 100 mm, none from 20 and 160.
  @Test(arguments: [(99.0, 0.0), (130, 50), (145, 75), (30, 50), (41, 0)])
  func aDiameterIsGraded(diameter: Double, points: Double) {
    let bends = Bends(diameter: diameter, period: 5, angles: [-22, 720])
    let result = result(bends, scenario().weighing(.technique))
    #expect(abs(Edge.points(result, "technique.diameter") - points) < 1)
  }

  // Four turns, and then rest: as long as two loops it is free.
  @Test(arguments: [(4.8, 0.0), (7.5, 2.57)])
  func timeBesideTheLoopsIsAnotherTechnique(rest: Double, other: Double) {
    let bends = Bends(angles: [-22, 1430], rest: rest)
    let result = result(bends, scenario().weighing(.technique))
    #expect(abs(Edge.points(result, "technique.other") - 100 * other / (10.08 + rest)) < 0.3)
  }

  // Circles of 15 mm where strokes are asked.
  @Test(arguments: [(14.3, false), (15.6, true)])
  func widerLoopsAreNoStrokes(diameter: Double, isOther: Bool) {
    var ways = Ways()
    ways.stroke()
    ways.time += 4_000_000
    Bends(diameter: diameter, period: 1, angles: [-22, 1800]).add(to: &ways)
    let result = Edge.score(Cases.straight().weighing(.technique), ways)
    #expect((Edge.points(result, "technique.other") != 0) == isOther)
  }

  /// Circles that drift across the lane, by 12 mm each: the middle of one lies half of that on.
  @Test func aDriftingCircleIsInTheMiddleOfItsWay() throws {
    var ways = Ways()
    ways.contact(seconds: 5.2) { seconds in
      let turn = seconds / 2.5
      let angle = (turn * 360 - 112) / 180 * Double.pi
      return Point(-80 - 12 + 12 * turn + 40 * cos(angle), 200 + 40 * sin(angle))
    }
    let lane = Edge.phase(scenario(), ways).guides[0]
    #expect(lane.loops == 2)
    let offset = try #require(lane.meanOffset).value
    #expect(abs(offset) < 0.4, "\(offset)")
  }

  /// The share that two circles of 80 mm at (`x`, 200) cover of a lane that turns back 30 mm beside
  /// itself, from `top` to `bottom` and up again.
  private func covered(byCirclesAt x: Double, lane: Double, from top: Double, to bottom: Double)
    -> Double?
  {
    var scenario = scenario()
    let corners = [(lane, top), (lane, bottom), (lane + 30, bottom), (lane + 30, top)]
    scenario.phases[0].task = .combCircles(
      CombCirclesTask(
        guides: [Guide(id: "lane", path: corners.map { Cases.position($0.0, $0.1) })],
        curve: .straight, loops: 2, corridor: Limit(full: 6, none: 25)))
    var ways = Ways()
    ways.contact(seconds: 5.2) { seconds in
      let angle = (seconds / 2.5 * 360 - 112) / 180 * Double.pi
      return Point(x + 40 * cos(angle), 200 + 40 * sin(angle))
    }
    return Edge.phase(scenario, ways).guides[0].coverage?.value
  }

  @Test(arguments: [(-80.0, 1.0), (-300, 0)])
  func aCircleCoversEveryLegWithinIt(lane: Double, coverage: Double) {
    #expect(covered(byCirclesAt: -65, lane: lane, from: 190, to: 210) == coverage)
  }

  /// 76 mm of the leg that the circle is nearer to and 72 mm of the other, far off along the lane.
  @Test func aCircleCoversTheLegBesideIt() throws {
    let coverage = try #require(covered(byCirclesAt: -67, lane: -80, from: 150, to: 250))
    #expect(abs(coverage - 148.0 / 230) < 0.03)
  }

  // A circle beside the lane: to the right as seen is to the left of travel toward the feet.
  @Test(arguments: [0.0, 5, -12])
  func aCircleIsWhereItsMiddleIs(beside: Double) throws {
    var ways = Ways()
    ways.contact(seconds: 5.2) { seconds in
      let angle = (seconds / 2.5 * 360 - 112) / 180 * Double.pi
      return Point(-80 + beside + 40 * cos(angle), 200 + 40 * sin(angle))
    }
    let lane = Edge.phase(scenario(), ways).guides[0]
    #expect(lane.loops == 2)
    let offset = try #require(lane.meanOffset).value
    let deviation = try #require(lane.meanDeviation).value
    let diameter = try #require(lane.meanDiameter).value
    #expect(abs(offset - beside) < 0.2)
    #expect(abs(deviation - abs(beside)) < 0.2)
    #expect(abs(diameter - 80) < 0.5)
  }

  // Forward by up to 0.6 of the diameter is in full, and by 1.2 is none.
  @Test(arguments: [(0.3, 0.0), (0.55, 0), (0.9, 25), (1.1, 41.7)])
  func anAdvanceIsGraded(advance: Double, points: Double) throws {
    let guide = Guide(id: "lane", path: [Cases.position(-80, 100), Cases.position(-80, 300)])
    var scenario = scenario().weighing(.technique)
    scenario.phases[0].task = .combCircles(
      CombCirclesTask(
        guides: [guide], curve: .straight, loops: 2, corridor: Limit(full: 6, none: 150)))
    var ways = Ways()
    // Begun on its side, where the drift and the hand go the same way.
    ways.contact(seconds: 5.6) { seconds in
      let turn = seconds / 2.5 - 0.25
      let angle = turn * 2 * Double.pi
      return Point(-80 + 40 * cos(angle), 180 + 80 * advance * turn + 40 * sin(angle))
    }
    let result = Edge.score(scenario, ways)
    let lane = result.phases[0].guides[0]
    #expect(lane.loops == 2)
    #expect(abs(try #require(lane.meanAdvance).value - advance) < 0.04)
    let done = try #require(lane.done).value
    #expect(abs(Edge.points(result, "technique.advance") - points * done) < 4)
  }

  // Between two lanes a hand is of the first: a second hand that circles there does not count.
  @Test(arguments: [(-100.0, 0), (-60.0, 1)])
  func aHandBetweenTwoLanesIsOfTheFirst(x: Double, loops: Int) {
    var scenario = scenario()
    scenario.phases[0].task = .combCircles(
      CombCirclesTask(
        guides: [-100.0, -60].map {
          Guide(id: "\($0)", path: [Cases.position($0, 190), Cases.position($0, 210)])
        }, curve: .straight, loops: 2))
    var ways = Ways()
    ways.rest(-80, 200, for: 6_000_000)
    ways.time = 100_000
    ways.contact(seconds: 3) { seconds in
      // From below, where this lane is the nearer one.
      let angle = (seconds / 2.5 + 0.25) * 2 * Double.pi
      return Point(x + 30 * cos(angle), 200 + 30 * sin(angle))
    }
    let lanes = Edge.phase(scenario, ways).guides
    #expect(lanes.reduce(0) { $0 + ($1.loops ?? 0) } == loops)
  }
}
