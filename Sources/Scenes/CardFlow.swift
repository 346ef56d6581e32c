import Drawing
import Geometry

/// Cards below the title of a page, in one column or two.
struct CardFlow {
  private var places: [(card: SettingCard, area: Rectangle)] = []
  /// From the upper edge of the page's body to below the last card.
  private(set) var length = 0.0

  private static let top = 136.0
  /// Below, two columns would press the controls.
  private static let twoColumns = 1100.0

  init(cards: [SettingCard], in painter: Painter) {
    let room = painter.width - 2 * Space.margin
    let columns = painter.width >= CardFlow.twoColumns ? 2 : 1
    let width = (room - Space.columnGap * Double(columns - 1)) / Double(columns)
    let heights = cards.map { $0.height(width: width, painter).rounded(.up) }
    // The cards keep their order; the column breaks where the longer of the two is shortest.
    var split = cards.count
    if columns == 2 {
      var best = Double.infinity
      for candidate in 1..<max(2, cards.count) {
        let longer = max(
          CardFlow.sum(heights[..<candidate]), CardFlow.sum(heights[candidate...]))
        if longer < best { (best, split) = (longer, candidate) }
      }
    }
    var top = CardFlow.top
    var bottom = CardFlow.top
    for (index, card) in cards.enumerated() {
      if index == split { top = CardFlow.top }
      let x = Space.margin + (index < split ? 0 : width + Space.columnGap)
      places.append(
        (card, Rectangle(x: x, y: top, width: width, height: heights[index])))
      top += heights[index] + Space.gap
      bottom = max(bottom, top)
    }
    length = bottom - Space.appBar
  }

  private static func sum(_ heights: ArraySlice<Double>) -> Double {
    heights.reduce(0, +) + Space.gap * Double(max(0, heights.count - 1))
  }

  func draw(_ painter: inout Painter) {
    for place in places { place.card.draw(&painter, place.area) }
  }
}
