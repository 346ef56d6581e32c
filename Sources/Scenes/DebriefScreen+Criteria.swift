import Drawing
import Geometry
import Scenarios
import Scoring

extension DebriefScreen {
  func drawCriteria(_ painter: Painter, _ area: Rectangle) {
    let theme = painter.theme
    painter.card(area)
    let left = area.x + 20
    let right = area.maxX - 20
    let bar = Rectangle(x: area.x + 236, y: 0, width: area.width - 236 - 143, height: 12)
    painter.text(
      Words.Debrief.criteria, x: left, y: area.y + 34,
      TextForm(TypeSize.title, .semibold, theme.ink))
    var head = TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing)
    painter.text(Words.Debrief.weight, x: area.x + 214, y: area.y + 34, head)
    painter.text(Words.Debrief.kept, x: bar.maxX + 58, y: area.y + 34, head)
    painter.text(Words.Debrief.lost, x: right, y: area.y + 34, head)
    head.alignment = .leading
    let tick = bar.x + bar.width * Double(model.result.passMark) / 100
    painter.line(tick, area.y + 23, tick, area.y + 37, theme.ink, width: 1.5)
    head.alignment = .trailing
    painter.text(Words.Debrief.passMark, x: tick - 7, y: area.y + 34, head)
    // 36 in the reference.
    let pitch = (area.height - 60) / 7
    for (index, criterion) in model.result.criteria.enumerated() {
      let middle = area.y + 48.5 + pitch * (Double(index) + 0.5)
      painter.rule(left, right, y: (middle - pitch / 2).rounded(.down) + 0.5)
      drawRow(
        painter, criterion,
        bar: Rectangle(x: bar.x, y: middle - 6, width: bar.width, height: bar.height),
        left: left, weightX: area.x + 214, right: right)
    }
  }

  private func drawRow(
    _ painter: Painter, _ row: CriterionResult, bar: Rectangle, left: Double, weightX: Double,
    right: Double
  ) {
    let theme = painter.theme
    let baseline = bar.centre.y + 5.5
    let small = TextForm(
      TypeSize.row, .regular, theme.inkSecondary, alignment: .trailing, tabular: true)
    guard row.assessed, row.effectiveTenths > 0 else {
      painter.text(
        Words.criterion(row.criterion), x: left, y: baseline,
        TextForm(TypeSize.row, .regular, theme.inkTertiary))
      painter.text(
        Words.Debrief.notAssessed, x: bar.x, y: baseline,
        TextForm(TypeSize.caption, .regular, theme.inkTertiary))
      return
    }
    let kept = 1 - Double(row.lost.units) / Double(row.effectiveTenths)
    let pass = Double(model.result.passMark) / 100
    let isLow = kept < pass
    let isBelow = model.result.below.contains(row.criterion)
    painter.text(
      Words.criterion(row.criterion), x: left, y: baseline,
      TextForm(TypeSize.row, isLow ? .semibold : .medium, theme.ink))
    painter.text(
      Words.figure(Figure.tenths(row.effectiveTenths)), x: weightX, y: baseline, small)
    painter.scoreBar(bar, share: kept, passShare: pass, slanted: true)
    // Rounded down, so that a share just short of the mark does not read as the mark.
    let percent = "\(Int((max(0, kept) * 100 + 1e-9).rounded(.down)))"
    let colour = isBelow ? theme.high.text : isLow ? theme.low.text : theme.ink
    let form = TextForm(
      TypeSize.button, .bold, colour, alignment: .trailing, tabular: true)
    let width = painter.text(percent, x: bar.maxX + 58, y: baseline, form).width
    if isLow || isBelow {
      painter.icon(
        isBelow ? .octagon : .triangle, x: bar.maxX + 58 - width - 22, y: bar.centre.y - 9,
        size: 17, colour, width: 2)
    }
    painter.text(Words.Debrief.lost(row.lost), x: right, y: baseline, small)
  }
}
