import Geometry
import Testing

@Suite struct PolylineTests {
  @Test func deviationIsPositiveTowardThePatientsRightOnAGuideTowardTheFeet() {
    let guide = Polyline([FinePoint(x: 0, y: 0), FinePoint(x: 0, y: 300_000_000)])
    let match = guide.nearest(to: FinePoint(x: 6_000_000, y: 100_000_000))
    #expect(match == Polyline.Match(arc: 100, deviation: 6))
  }
}
