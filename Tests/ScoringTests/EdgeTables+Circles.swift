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
  @Test(arguments: [(-60.0, 457.5), (-100, 360)])
  func twoEighthsTheOtherWayBeginALoopAnew(angle: Double, degrees: Double) throws {
    let bends = Bends(diameter: 100, period: 5, angles: [0, angle, 350])
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
}
