import Drawing
import Geometry
import Scenarios

extension CaseScreen {
  func drawPlate(_ painter: Painter, _ area: Rectangle) {
    painter.card(area)
  }
}
