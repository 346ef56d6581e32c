import Geometry
import Scenarios
import Scoring
import Testing

/// Presses on a point, and lifts in an area.
@Suite struct PressLiftEdgeTables {
  private var press: Scenario {
    Edge.scenario(
      .pointPress(PointPressTask(points: [PressPoint(id: "a", at: Cases.position(-60, 200))])))
  }

  @Test(arguments: [(2_995_000, 0.998, 100.0), (3_000_000, 1, 0), (4_000_000, 1, 0)])
  func aPressIsHeldForThreeSeconds(duration: Int, done: Double, lost: Double) {
    var ways = Ways()
    ways.rest(-60, 200, for: duration)
    let result = Edge.score(press.weighing(.technique), ways)
    #expect(result.phases[0].points[0].done?.value == done)
    #expect(Edge.points(result, "technique.press") == (lost * done * 10).rounded() / 10)
  }

  @Test(arguments: [(20.0, 1.0), (20.01, 0)])
  func aPressBeginsNearThePoint(distance: Double, done: Double) {
    var ways = Ways()
    ways.rest(-60 - distance, 200, for: 3_000_000)
    #expect(Edge.phase(press, ways).points[0].done?.value == done)
  }

  // Out and back again, near enough to count as held.
  @Test(arguments: [(10.0, 0.0), (10.01, 100)])
  func aPressMaySlipTenMillimetres(slip: Double, lost: Double) {
    var ways = Ways()
    ways.contact([
      (0, -60, 200), (1_000_000, -60 + slip, 200), (2_000_000, -60, 200), (3_500_000, -60, 200),
    ])
    let result = Edge.score(press.weighing(.technique), ways)
    #expect(Edge.points(result, "technique.press") == lost)
  }

  // Full marks up to 8 mm, none from 20; half of the 20 mm asked are what it is measured by.
  @Test(arguments: [(8.0, 0.0), (9.5, 25), (11, 50), (14, 100)])
  func thePressesDistanceIsPath(distance: Double, points: Double) {
    var ways = Ways()
    ways.rest(-60 + distance, 200, for: 3_000_000)
    #expect(Edge.points(Edge.score(press.weighing(.path), ways), "path.offGuide") == points)
  }

  // A hand that wanders 5 mm beside every point: 3 mm without the string, of half of 20 mm.
  @Test func aPressStandsForTwentyMillimetres() {
    var ways = Ways()
    ways.rest(-60, 200, for: 3_000_000)
    ways.time += 1_000_000
    ways.contact([(0, 60, 200), (1_000_000, 60, 205)])
    let points = Edge.points(Edge.score(press.weighing(.path), ways), "path.offGuide")
    #expect(points == 30)
  }

  // MARK: Lifts

  /// 80 mm wide: two squares, when the middles of squares of 40 mm are inside.
  private func lifts(height: Double = 40) -> Scenario {
    Edge.scenario(
      .honeyLift(
        HoneyLiftTask(
          area: .polygon([
            Cases.position(-100, 200), Cases.position(-20, 200),
            Cases.position(-20, 200 + height), Cases.position(-100, 200 + height),
          ]), lifts: 2)))
  }

  @Test(arguments: [(299_999, 0), (300_000, 1), (3_000_000, 1), (3_000_001, 0)])
  func aLiftHasADuration(duration: Int, lifts: Int) {
    var ways = Ways()
    ways.rest(-60, 220, for: duration)
    #expect(Edge.phase(self.lifts(), ways).area?.lifts == lifts)
  }

  @Test(arguments: [(15.0, 1), (15.01, 0)])
  func aLiftStaysInItsPlace(extent: Double, lifts: Int) {
    var ways = Ways()
    ways.contact([(0, -60, 210), (500_000, -60, 210 + extent), (1_000_000, -60, 210)])
    #expect(Edge.phase(self.lifts(), ways).area?.lifts == lifts)
  }

  @Test(arguments: [
    (-80.0, 0.5), (-62, 0.5), (-60.01, 0.5), (-60, 1), (-58, 1), (-21, 1), (-19, 0.5),
  ])
  func liftsVisitSquaresOfFortyMillimetres(x: Double, done: Double) {
    var ways = Ways()
    for place in [-80, x] {
      ways.rest(place, 205, for: 1_000_000)
      ways.time += 1_000_000
    }
    #expect(Edge.phase(lifts(), ways).area?.done?.value == done)
  }

  // Lower than to the squares' middles the area has none, and the lifts are all that counts.
  @Test(arguments: [(19.9, 1.0), (20.1, 0.5)])
  func squaresHaveTheirMiddleInside(height: Double, done: Double) {
    var ways = Ways()
    for _ in 0..<2 {
      ways.rest(-80, 205, for: 1_000_000)
      ways.time += 1_000_000
    }
    #expect(Edge.phase(lifts(height: height), ways).area?.done?.value == done)
  }
}
