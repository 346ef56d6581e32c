import Geometry
import Testing

@Suite struct RectangleTests {
  private let card = Rectangle(x: 10, y: 20, width: 40, height: 8)

  @Test func itsFarEdgesAndCentreFollowFromItsSize() {
    #expect(card.maxX == 50)
    #expect(card.maxY == 28)
    #expect(card.centre == Point(30, 24))
  }

  /// So that two rectangles side by side never both take a click between them.
  @Test func theEdgeBetweenTwoBelongsToOneOfThem() {
    let right = Rectangle(x: card.maxX, y: card.y, width: 5, height: 8)
    let below = Rectangle(x: card.x, y: card.maxY, width: 40, height: 5)
    for point in [Point(50, 20), Point(50, 24), Point(10, 28), Point(49.5, 28), Point(10, 20)] {
      #expect([card, right, below].count { $0.contains(point) } == 1, "\(point)")
    }
    #expect(!card.contains(Point(9.9, 24)))
    #expect(!card.contains(Point(30, 19.9)))
  }

  @Test func insetMovesEveryEdgeInwardAndOutwardAgain() {
    let inner = card.inset(3)
    #expect(inner == Rectangle(x: 13, y: 23, width: 34, height: 2))
    #expect(inner.centre == card.centre)
    #expect(inner.inset(-3) == card)
  }
}
