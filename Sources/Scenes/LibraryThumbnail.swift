import BackAtlas
import Drawing
import Geometry
import Scenarios

/// The small back on a card of the library: contour, spine, crests and the areas in spasm.
enum LibraryThumbnail {
  static func draw(on painter: Painter, in area: Rectangle, of scenario: Scenario) {
    let theme = painter.theme
    let canvas = painter.canvas
    let frame = Path.roundedRectangle(area, radius: Space.fieldRadius)
    painter.fill(area, radius: Space.fieldRadius, theme.plateOuter)
    canvas.save()
    canvas.clip(frame)
    let back = scenario.patient.back
    let scale = (area.width - 10) / (2 * PlateView.halfWidth(back))
    let view = PlateView(
      .wholeBack, area: area, scale: scale,
      origin: Point(area.centre.x, area.y + 4 - PlateView.headTop(back) * scale))
    let plate = Plate(view: view, back: back, theme: theme, hasCushion: false)
    drawBody(plate, on: canvas, theme)
    drawTowel(plate, on: canvas, theme)
    for spasm in scenario.spasm where spasm.reveal == .drawn {
      drawSpasm(spasm, plate, on: canvas, theme)
    }
    canvas.restore()
    painter.stroke(area.inset(0.5), radius: Space.fieldRadius, theme.line)
  }

  private static func drawBody(_ plate: Plate, on canvas: Canvas, _ theme: Theme) {
    let view = plate.view
    let skin = Paint.linear(
      from: view.layout(Point(-300, 0)), to: view.layout(Point(300, 0)),
      stops: [
        (0, theme.skinEdge), (0.2, theme.skinEdge), (0.5, theme.skin), (0.8, theme.skinEdge),
        (1, theme.skinEdge),
      ])
    func line(_ width: Double) -> StrokeStyle {
      StrokeStyle(width: width, cap: .round, join: .round)
    }
    for part in Artwork.lines {
      let path = plate.path(part.curve)
      switch part.kind {
      case .ear:
        canvas.fill(path, theme.skinEdge)
        canvas.stroke(path, line(1.25), theme.sepia)
      case .head, .body: canvas.fill(path, skin)
      case .hair:
        canvas.fill(path, theme.hair)
        canvas.stroke(path, line(1.1), theme.sepia)
      case .headContour: canvas.stroke(path, line(1.6), theme.sepia)
      case .bodyContour: canvas.stroke(path, line(1.2), theme.sepia)
      case .iliacCrest: canvas.stroke(path, line(1), theme.sepiaFine)
      default: break
      }
    }
    let back = plate.back
    canvas.stroke(
      .polyline(
        [
          view.layout(Point(0, 10)), view.layout(Point(0, Double(back.level(.s2)) - 20)),
        ], closed: false),
      StrokeStyle(width: 1.2, dash: [1.5, 3], cap: .round), theme.sepiaFine)
  }

  /// The towel over the hips, with its hem.
  private static func drawTowel(_ plate: Plate, on canvas: Canvas, _ theme: Theme) {
    var cloth = plate.path(
      Curve([
        -204, 742, -206, 722, -196, 712, -180, 712, -120, 716, -60, 722, 0, 719, 60, 716, 124, 712,
        180, 711, 196, 711, 206, 720, 204, 740,
      ]))
    let left = plate.view.layout(plate.back.place(ofArtwork: Point(-206, 742))).x
    let right = plate.view.layout(plate.back.place(ofArtwork: Point(206, 742))).x
    cloth.line(to: Point(right, plate.view.area.maxY + 20))
    cloth.line(to: Point(left, plate.view.area.maxY + 20))
    cloth.close()
    canvas.fill(cloth, theme.cloth)
    canvas.stroke(cloth, StrokeStyle(width: 1.25, join: .round), theme.sepiaFine)
    for (y, width, opacity) in [(744.0, 1.0, 1.0), (754, 3, 0.55), (760, 1, 0.8)] {
      canvas.stroke(
        plate.path(
          Curve([
            -204.5, y, -120, y, -60, y + 4, 0, y + 1, 60, y - 2, 124, y - 5, 204.5, y - 1,
          ])), StrokeStyle(width: width), theme.sepiaFine.opacity(opacity))
    }
  }

  private static func drawSpasm(
    _ spasm: SpasmArea, _ plate: Plate, on canvas: Canvas, _ theme: Theme
  ) {
    let corners = spasm.outline.polygon.corners.map(\.point)
    // A small area would be a dot at this size: the halo is as wide as it needs to be seen.
    let halo = PlateSpasm.widened(corners, by: max(spasm.margin, 22))
    canvas.fill(
      .polyline(halo.map(plate.view.layout), closed: true), theme.spasm.mark.opacity(0.22))
    let outline = Path.polyline(corners.map(plate.view.layout), closed: true)
    canvas.hatch(outline, angle: 135, spacing: 4.2, width: 1.4, theme.spasm.edge)
    canvas.stroke(outline, StrokeStyle(width: 1.5, join: .round), theme.spasm.edge)
  }
}
