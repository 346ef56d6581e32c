import BackAtlas
import Drawing
import Geometry
import Scenarios

extension CaseScreen {
  /// The patient's back with the areas in spasm that can be seen.
  func drawPlate(_ painter: Painter, _ area: Rectangle) {
    let theme = painter.theme
    let canvas = painter.canvas
    let back = scenario.patient.back
    let rows = legend()
    let foot = Double(rows.count) * 28 + 52
    let floor = area.maxY - foot
    canvas.save()
    canvas.clip(.roundedRectangle(area, radius: Space.cardRadius))
    canvas.fill(
      .rectangle(area),
      .radial(
        centre: Point(area.centre.x, area.y + 300), radius: 420,
        stops: [(0, theme.plateInner), (1, theme.plateOuter)]))
    let scale = min(
      (area.width - 20) / (2 * PlateView.halfWidth(back)), (floor - area.y - 60) / 840)
    let view = PlateView(
      .wholeBack, area: area, scale: scale,
      origin: Point(area.centre.x, area.y + 58 - PlateView.headTop(back) * scale))
    Plate(view: view, back: back, theme: theme, hasCushion: false).drawBody(on: canvas)
    let spasm = PlateSpasm(view: view, theme: theme)
    for spot in scenario.spasm where spot.reveal == .drawn { spasm.draw(spot, on: canvas) }
    // The legs fade into the paper.
    let ankle = min(floor, view.layout(back.place(ofArtwork: Point(0, 868))).y)
    let fade = Rectangle(x: area.x, y: ankle - 72, width: area.width, height: 72)
    canvas.fill(
      .rectangle(fade),
      .linear(
        from: Point(0, fade.y), to: Point(0, fade.maxY),
        stops: [(0, theme.plateOuter.opacity(0)), (1, theme.plateOuter)]))
    canvas.fill(
      .rectangle(Rectangle(
          x: area.x, y: ankle - 0.5, width: area.width, height: area.maxY - ankle + 1)),
      theme.plateOuter)
    canvas.restore()
    painter.stroke(area.inset(0.5), radius: Space.cardRadius - 0.5, theme.line)
    painter.text(
      Words.Case.whereItHurts, x: area.x + 20, y: area.y + 36,
      TextForm(TypeSize.title, .semibold, theme.ink))
    drawLegend(painter, area, rows, top: floor + 8)
  }

  /// What the legend says, and whether it has a swatch.
  private func legend() -> [(text: String, hasSwatch: Bool)] {
    let back = scenario.patient.back
    guard !scenario.spasm.isEmpty else { return [(Words.Case.noSpasm, false)] }
    let shown = scenario.spasm.prefix(3).map { area in
      (Words.Case.spasm(area, on: back), area.reveal == .drawn)
    }
    let rest = scenario.spasm.count - shown.count
    return rest > 0 ? shown + [(Words.Case.more(rest), false)] : Array(shown)
  }

  private func drawLegend(
    _ painter: Painter, _ area: Rectangle, _ rows: [(text: String, hasSwatch: Bool)], top: Double
  ) {
    let theme = painter.theme
    var y = top
    for row in rows {
      if row.hasSwatch {
        let ring = Rectangle(x: area.x + 20, y: y, width: 34, height: 18)
        painter.fill(ring, radius: 9, theme.spasm.mark.opacity(0.14))
        painter.stroke(ring, radius: 9, theme.spasm.edge, width: 1.25, dash: [4, 3])
        let spot = Path.roundedRectangle(
          Rectangle(x: ring.x + 5, y: y + 4, width: 24, height: 10), radius: 5)
        painter.canvas.hatch(spot, angle: 135, spacing: 4.4, width: 1.4, theme.spasm.edge)
        painter.canvas.stroke(spot, StrokeStyle(width: 1.25), theme.spasm.edge)
      }
      painter.text(
        row.text, x: area.x + (row.hasSwatch ? 66 : 20), y: y + 14,
        TextForm(
          TypeSize.row, .medium, theme.ink, maxWidth: area.width - (row.hasSwatch ? 86 : 40)))
      y += 28
    }
    let form = TextForm(TypeSize.label, .medium, theme.inkSecondary)
    var trailing = form
    trailing.alignment = .trailing
    painter.text(Words.Case.patientsLeft, x: area.x + 20, y: area.maxY - 18, form)
    painter.text(Words.Case.patientsRight, x: area.maxX - 20, y: area.maxY - 18, trailing)
  }
}
