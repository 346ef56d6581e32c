import Drawing
import Geometry
import Scenarios

/// An area in spasm: hatched, with a dashed ring where its margin ends.
struct PlateSpasm {
  let view: PlateView
  let theme: Theme

  func draw(_ area: SpasmArea, on canvas: Canvas) {
    let corners = area.outline.polygon.corners.map(\.point)
    let outline = Path.polyline(corners.map(view.layout), closed: true)
    if area.margin > 0 {
      let ring = Path.polyline(
        PlateSpasm.widened(corners, by: area.margin).map(view.layout), closed: true)
      canvas.fill(ring, theme.spasm.mark.opacity(0.14))
      canvas.stroke(
        ring, StrokeStyle(width: 1.5, dash: [5, 4], join: .round), theme.spasm.edge)
    }
    canvas.fill(outline, (theme.isDark ? theme.skinEdge : theme.skin).opacity(0.7))
    canvas.hatch(outline, angle: 135, spacing: 6, width: 1.75, theme.spasm.edge)
    canvas.stroke(outline, StrokeStyle(width: 2, join: .round), theme.spasm.edge)
  }

  /// The outline of an area that hurts now: a double line, as the trail has it there.
  func drawPain(_ area: SpasmArea, on canvas: Canvas) {
    let outline = Path.polyline(
      area.outline.polygon.corners.map { view.layout($0.point) }, closed: true)
    canvas.stroke(outline, StrokeStyle(width: 7, join: .round), theme.spasm.edge)
    canvas.stroke(
      outline, StrokeStyle(width: 2.5, join: .round), theme.isDark ? theme.ink : theme.surface)
  }

  /// The line at a distance outside an outline, rounded at its corners: the farthest of points
  /// around every corner and along every side, seen from the middle.
  static func widened(_ corners: [Point], by margin: Double) -> [Point] {
    let polygon = Polygon(
      corners.map { FinePoint(FinePoint(x: 0, y: 0), offset: $0) })
    let middle = corners.reduce(Point.zero, +) * (1 / Double(corners.count))
    // Along each ray from the middle the last place that is still within the margin.
    return (0..<64).map { step in
      let way = Point(Ellipse.cosine(step), Ellipse.sine(step))
      var far = corners.map { $0.distance(to: middle) }.reduce(0, max) + margin + 1
      var near = 0.0
      while far - near > 0.1 {
        let probe = (far + near) / 2
        let place = FinePoint(FinePoint(x: 0, y: 0), offset: middle + way * probe)
        if polygon.signedDistance(to: place) > margin { far = probe } else { near = probe }
      }
      return middle + way * near
    }
  }
}
