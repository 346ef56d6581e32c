import Drawing
import Geometry
import Scenarios
import Scoring

extension DebriefScreen {
  /// The changes worth most, as every report of the result names them.
  var changes: [Change] { model.result.changes }

  /// What to change first: three cards, or fewer where fewer things cost points.
  func drawAdvice(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    let chosen = changes
    guard !chosen.isEmpty else {
      painter.card(area)
      painter.icon(.tickedCircle, x: area.x + 16, y: area.y + 17, theme.inBand.text)
      painter.text(
        Words.Debrief.noDeductions, x: area.x + 44, y: area.y + 32,
        TextForm(TypeSize.button, .semibold, theme.ink))
      painter.text(
        Words.Debrief.noDeductionsAdvice, x: area.x + 44, y: area.y + 56,
        TextForm(TypeSize.caption, .regular, theme.inkSecondary))
      return
    }
    let width = (area.width - 16 * Double(chosen.count - 1)) / Double(chosen.count)
    for (place, change) in chosen.enumerated() {
      drawCard(
        painter,
        Rectangle(
          x: area.x + Double(place) * (width + 16), y: area.y, width: width, height: area.height),
        change)
    }
  }

  private func drawCard(_ painter: Painter, _ area: Rectangle, _ change: Change) {
    let theme = painter.theme
    painter.card(area)
    let left = area.x + 16
    let width = area.width - 32
    painter.text(
      Words.Debrief.advice(change), x: left, y: area.y + 30,
      TextForm(TypeSize.button, .semibold, theme.ink, maxWidth: width))
    painter.paragraph(
      Words.Debrief.detail(change, in: model), x: left, top: area.y + 39,
      TextForm(
        TypeSize.caption, .regular, theme.inkSecondary, maxWidth: width, maxLines: 3,
        lineHeight: 1.4, mayBeCut: true))
    painter.icon(.improve, x: left - 2, y: area.y + 97, size: 17, theme.tealDeep, width: 2.2)
    painter.text(
      Words.Debrief.gain(change), x: left + 22, y: area.y + 111,
      TextForm(
        TypeSize.caption, .semibold, theme.tealDeep, maxWidth: width - 22, mayBeCut: true))
  }
}
