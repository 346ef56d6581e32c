import Geometry
import Testing

@Suite struct PolygonTests {
  private let square = Polygon(
    rectangleFrom: Position(millimetres: 0, 0), to: Position(millimetres: 20, 20))

  private func fine(_ x: Double, _ y: Double) -> FinePoint { Position(millimetres: x, y).fine }

  @Test(arguments: [
    (10.0, 10.0, -10.0), (1, 10, -1), (10, 19, -1), (25, 10, 5), (-3, -4, 5), (23, 24, 5),
  ])
  func signedDistanceIsNegativeInside(x: Double, y: Double, distance: Double) {
    #expect(square.signedDistance(to: fine(x, y)) == distance)
    #expect(square.contains(fine(x, y)) == (distance < 0))
  }

  @Test func aWayThatCrossesIsFoundHoweverFarItsEndsAre() {
    // Both ends are 2 m away; the middle passes 3 mm deep under a corner's side.
    let way = square.deepestSignedDistance(from: fine(-1000, 3), to: fine(1000, 3))
    #expect(abs(way + 3) < 0.03)
    let through = square.deepestSignedDistance(from: fine(-1000, 10), to: fine(1000, 10))
    #expect(abs(through + 10) < 0.03)
  }

  @Test func aWayThatPassesIsExact() {
    #expect(square.deepestSignedDistance(from: fine(-100, 27), to: fine(100, 27)) == 7)
    #expect(square.deepestSignedDistance(from: fine(30, 40), to: fine(30, -40)) == 10)
    #expect(square.deepestSignedDistance(from: fine(25, 10), to: fine(25, 10)) == 5)
  }

  @Test func sweptDistancesAgreeWithTryingEveryPoint() {
    var numbers = Numbers(seed: 23)
    for round in 0..<300 {
      let corners = (0..<3 + Int(numbers.range(0, 8))).map { index in
        // A star-shaped outline: corners around a middle at differing distances.
        let turn = index * 64 / 11
        let radius = numbers.range(5, 40)
        return fine(Ellipse.cosine(turn) * radius, Ellipse.sine(turn) * radius)
      }
      let outline = Polygon(corners)
      let (a, b) = (
        fine(numbers.range(-60, 60), numbers.range(-60, 60)),
        fine(numbers.range(-60, 60), numbers.range(-60, 60))
      )
      var least = Double.infinity
      for step in 0...2000 {
        least = min(
          least, outline.signedDistance(to: .between(a, b, elapsed: step, duration: 2000)))
      }
      let found = outline.deepestSignedDistance(from: a, to: b)
      let slack = 0.03 + a.distance(to: b) / 4000
      #expect(abs(found - least) <= slack, "seed 23, round \(round): \(found) and \(least)")
      #expect(outline.mayReach(a, b, within: max(0, least)) || least > 0)
    }
  }

  @Test func depthsAlreadyKnownAreNotSearchedAndNothingDeeperIsMissed() {
    let (a, b) = (fine(-30, 3), fine(50, 3))
    #expect(abs(square.deepestSignedDistance(from: a, to: b, known: -2) + 3) < 0.03)
    #expect(square.deepestSignedDistance(from: a, to: b, known: -4) >= -4)
  }

  @Test func anEllipseHas64CornersClockwiseFromTheRight() {
    let corners = Ellipse.corners(centre: Position(x: 0, y: 0), radiusX: 10, radiusY: 20)
    #expect(corners.count == 64)
    #expect(corners[0] == FinePoint(x: 10_000_000, y: 0))
    #expect(corners[16] == FinePoint(x: 0, y: 20_000_000))
    #expect(corners[32] == FinePoint(x: -10_000_000, y: 0))
    #expect(corners[48] == FinePoint(x: 0, y: -20_000_000))
    // The figure of a table of sines: 10 mm times the cosine of 45 degrees.
    #expect(corners[8].x == 7_071_068)
  }

  @Test(arguments: [
    0.0, -0.0, 0.5, -0.5, 0.499_999_999_999_999_94, -0.499_999_999_999_999_94, 1.5, 2.5, -2.5,
    4_503_599_627_370_495.5, 4_503_599_627_370_496, 9_007_199_254_740_991, -9e15, 1e-300,
  ])
  func theNearestWholeNumberIsThatOfTheLibrary(value: Double) {
    for near in [value, value.nextUp, value.nextDown] {
      #expect(Int(nearest: near) == Int(near.rounded(.toNearestOrAwayFromZero)), "\(near)")
    }
  }

  @Test func anyNumberIsRoundedAsTheLibraryDoes() {
    var numbers = Numbers(seed: 41)
    for round in 0..<20_000 {
      let value = numbers.range(-1, 1) * Double(1 << (round % 53))
      // Halves are where it matters.
      for value in [value, (value * 2).rounded() / 2] {
        #expect(Int(nearest: value) == Int(value.rounded(.toNearestOrAwayFromZero)), "\(value)")
      }
    }
  }

  @Test func roundingIsHalfAwayFromZeroOnBothSides() {
    #expect(Position(millimetres: 0.005, -0.005) == Position(x: 1, y: -1))
    #expect(Position(millimetres: 0.0049, -0.0049) == Position(x: 0, y: 0))
    let a = FinePoint(x: 0, y: 0)
    let b = FinePoint(x: 5, y: -5)
    #expect(FinePoint.between(a, b, elapsed: 1, duration: 2) == FinePoint(x: 3, y: -3))
    #expect(FinePoint.between(a, b, elapsed: 2, duration: 2) == b)
  }
}
