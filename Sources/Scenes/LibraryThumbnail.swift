import Drawing
import Geometry
import Scenarios

/// The small back on a card of the library.
enum LibraryThumbnail {
  static func draw(on painter: Painter, in area: Rectangle, of scenario: Scenario) {
    painter.fill(area, radius: Space.fieldRadius, painter.theme.plateOuter)
    painter.stroke(area.inset(0.5), radius: Space.fieldRadius, painter.theme.line)
  }
}
