import Geometry
import Testing

/// Closed splines, as outlines are drawn.
@Suite struct OutlineTests {
  private let corners = [Point(0, 0), Point(40, 5), Point(55, 30), Point(20, 60), Point(-10, 25)]

  @Test(arguments: [1, 2, 12]) func itGoesThroughEveryCornerOnceAndInOrder(steps: Int) {
    let outline = CatmullRom.closed(through: corners, steps: steps)
    #expect(outline.count == corners.count * steps)
    #expect(stride(from: 0, to: outline.count, by: steps).map { outline[$0] } == corners)
  }

  /// No corner is special: where an outline begins does not show.
  @Test func itIsTheSameFromWhicheverCornerItBegins() {
    let outline = CatmullRom.closed(through: corners, steps: 8)
    let turned = CatmullRom.closed(through: Array(corners[2...] + corners[..<2]), steps: 8)
    #expect(turned == Array(outline[16...] + outline[..<16]))
  }

  @Test func cornersOnACircleGiveNearlyTheCircle() {
    let half = 3.0.squareRoot() / 2
    let hexagon = [(1, 0), (0.5, half), (-0.5, half), (-1, 0), (-0.5, -half), (0.5, -half)]
      .map { Point($0.0 * 100, $0.1 * 100) }
    // Straight edges would leave the circle by the height of their arcs.
    let straight = 100 * (1 - half)
    for point in CatmullRom.closed(through: hexagon, steps: 10) {
      #expect(abs(point.distance(to: Point(0, 0)) - 100) < straight / 4, "\(point)")
    }
  }

  @Test func aLinesDirectionIsOfLengthOneAndOfTheStepAtThePlace() {
    let line = Polyline(
      [Position(millimetres: 0, 0), Position(millimetres: 0, 100), Position(millimetres: 30, 140)]
        .map(\.fine))
    #expect(line.direction(at: 50) == Point(0, 1))
    let second = line.direction(at: 120)
    #expect(abs(second.x - 0.6) < 1e-12 && abs(second.y - 0.8) < 1e-12)
    #expect(line.direction(at: line.length + 10) == second)
    #expect(line.direction(at: -10) == Point(0, 1))
  }
}
