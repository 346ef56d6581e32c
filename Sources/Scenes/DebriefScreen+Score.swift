import Drawing
import Geometry
import Scenarios
import Scoring

extension DebriefScreen {
  /// The ring from 135 to 405 degrees, the pass mark as a tick across it, the verdict below.
  func drawScore(_ painter: Painter, _ area: Rectangle) {
    let theme = painter.theme
    let result = model.result
    painter.card(area)
    painter.text(
      Words.Debrief.total, x: area.x + 20, y: area.y + 34,
      TextForm(TypeSize.title, .semibold, theme.ink))
    let lowered = DebriefScreen.lowered(area)
    let centre = Point(area.centre.x, area.y + 148 - lowered * 0.4)
    let start = 0.75 * Double.pi
    let whole = 1.5 * Double.pi
    func arc(_ share: Double) -> Path {
      Path.arc(centre: centre, radius: 84, from: start, to: start + whole * share)
    }
    painter.canvas.stroke(arc(1), StrokeStyle(width: 16, cap: .round), theme.edge)
    painter.canvas.stroke(arc(1), StrokeStyle(width: 14, cap: .round), theme.sunken)
    let share = min(max(result.score.value / 100, 0), 1)
    let pass = Double(result.passMark) / 100
    if share > 0 {
      if share < pass {
        painter.canvas.stroke(
          arc(share), StrokeStyle(width: 16, cap: .round), theme.low.edge)
      }
      painter.canvas.stroke(
        arc(share), StrokeStyle(width: 14, cap: .round),
        share < pass ? theme.low.mark : theme.inBand.mark)
    }
    drawPassMark(painter, centre, angle: start + whole * pass)
    painter.text(
      Words.figure(result.score), x: centre.x, y: centre.y + 14,
      TextForm(
        result.score.description.count > 3 ? 46 : TypeSize.score, .bold, theme.ink,
        alignment: .centre))
    painter.text(
      Words.Debrief.of100, x: centre.x, y: centre.y + 40,
      TextForm(TypeSize.row, .regular, theme.inkSecondary, alignment: .centre))
    drawVerdict(painter, area)
  }

  /// What a card is lower than in the reference.
  private static func lowered(_ area: Rectangle) -> Double { max(0, 312 - area.height) }

  private func drawPassMark(_ painter: Painter, _ centre: Point, angle: Double) {
    let theme = painter.theme
    func at(_ radius: Double) -> Point {
      Point(onCircleAround: centre, radius: radius, angle: angle)
    }
    for (inner, outer, width, colour) in [
      (73.0, 97.0, 6.0, theme.surface), (72, 98, 2.5, theme.ink),
    ] {
      painter.canvas.stroke(
        .polyline([at(inner), at(outer)], closed: false),
        StrokeStyle(width: width, cap: width < 6 ? .round : .butt), colour)
    }
    let label = at(110)
    painter.text(
      "\(model.result.passMark)", x: label.x, y: label.y + 4.5,
      TextForm(TypeSize.caption, .semibold, theme.ink, alignment: .centre))
  }

  private func drawVerdict(_ painter: Painter, _ area: Rectangle) {
    let theme = painter.theme
    let result = model.result
    let look: (Icon, Theme.Signal) =
      switch result.verdict {
      case .passed: (.tickedCircle, theme.inBand)
      case .failed: (.octagon, theme.high)
      case .abandoned: (.triangle, theme.low)
      }
    let words = Words.Debrief.verdict(result)
    let width = painter.pillWidth(words, hasIcon: true, height: 28, size: TypeSize.caption)
    painter.pill(
      words, icon: look.0, x: area.centre.x - width / 2,
      y: area.y + 232 - DebriefScreen.lowered(area) * 0.75, height: 28,
      size: TypeSize.caption, text: look.1.text, tint: look.1.tint)
    let form = TextForm(
      TypeSize.caption, .medium, theme.inkSecondary, alignment: .centre,
      maxWidth: area.width - 24, maxLines: 2, lineHeight: 1.3)
    let reason = Words.Debrief.reason(result)
    let height = painter.measure(reason, form).height
    painter.paragraph(
      reason, x: area.centre.x,
      top: area.maxY - 26 + DebriefScreen.lowered(area) * 0.12 - height / 2, form)
  }
}
