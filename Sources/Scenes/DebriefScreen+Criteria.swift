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
    let head = TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing)
    painter.text(Words.Debrief.weight, x: area.x + 214, y: area.y + 34, head)
    let columns = Columns(bar: bar, right: right, hasLast: model.last != nil)
    painter.text(Words.Debrief.score, x: columns.score, y: area.y + 34, head)
    painter.text(
      model.last == nil ? Words.Debrief.lost : Words.Debrief.lastColumn, x: right, y: area.y + 34,
      head)
    drawKey(painter, bar, y: area.y + 34, head)
    // 36 in the reference.
    let pitch = (area.height - 60) / 7
    for (index, criterion) in model.result.criteria.enumerated() {
      let middle = area.y + 48.5 + pitch * (Double(index) + 0.5)
      painter.rule(left, right, y: (middle - pitch / 2).rounded(.down) + 0.5)
      drawRow(
        painter, criterion,
        bar: Rectangle(x: bar.x, y: middle - 6, width: bar.width, height: bar.height),
        left: left, weightX: area.x + 214, columns)
    }
  }

  /// Where figures end at the right of the bars: the score, then what was lost; or, beside an attempt
  /// before, the change and what it was then.
  private struct Columns {
    var score: Double
    var change: Double
    var right: Double

    init(bar: Rectangle, right: Double, hasLast: Bool) {
      score = bar.maxX + (hasLast ? 48 : 58)
      change = bar.maxX + 88
      self.right = right
    }
  }

  /// What stands on the bars: the pass mark, and where the attempt before ended.
  private func drawKey(_ painter: Painter, _ bar: Rectangle, y: Double, _ form: TextForm) {
    let theme = painter.theme
    var left = bar.x
    if model.last != nil {
      var form = form
      form.alignment = .leading
      drawDiamond(painter, Point(bar.x + 6, y - 4.5), size: 5)
      left +=
        16 + painter.text(Words.Debrief.lastKey, x: bar.x + 16, y: y, form).width + 12
    }
    let tick = bar.x + bar.width * Double(model.result.passMark) / 100
    let width = painter.measure(Words.Debrief.passMark, form).width
    guard tick - 7 - width >= left else { return }
    painter.line(tick, y - 11, tick, y + 3, theme.ink, width: 1.5)
    painter.text(Words.Debrief.passMark, x: tick - 7, y: y, form)
  }

  /// The hollow diamond of the attempt before.
  private func drawDiamond(_ painter: Painter, _ centre: Point, size: Double) {
    let path = Path.polyline(
      [
        Point(centre.x, centre.y - size), Point(centre.x + size, centre.y),
        Point(centre.x, centre.y + size), Point(centre.x - size, centre.y),
      ], closed: true)
    painter.canvas.fill(path, painter.theme.surface)
    painter.canvas.stroke(path, StrokeStyle(width: 1.75, join: .miter), painter.theme.ink)
  }

  /// A share as it is shown: rounded down, so that one just short of the mark does not read as the
  /// mark.
  private static func percent(_ share: Double) -> Int {
    Int((min(max(share, 0), 1) * 100 + 1e-9).rounded(.down))
  }

  /// What a criterion changed since the attempt before, and what it was then.
  private func drawLast(
    _ painter: Painter, _ row: CriterionResult, now: Double?, baseline: Double, _ columns: Columns
  ) {
    let theme = painter.theme
    guard let last = model.last else { return }
    let before = last.kept(row.criterion).map(DebriefScreen.percent)
    painter.text(
      before.map(String.init) ?? "–", x: columns.right, y: baseline,
      TextForm(TypeSize.row, .regular, theme.inkSecondary, alignment: .trailing, tabular: true))
    guard let before, let now else { return }
    let change = DebriefScreen.percent(now) - before
    painter.text(
      change > 0 ? "+\(change)" : change < 0 ? "−\(-change)" : "0", x: columns.change, y: baseline,
      TextForm(
        TypeSize.row, .semibold,
        change > 0 ? theme.inBand.text : change < 0 ? theme.high.text : theme.inkSecondary,
        alignment: .trailing, tabular: true))
  }

  private func drawRow(
    _ painter: Painter, _ row: CriterionResult, bar: Rectangle, left: Double, weightX: Double,
    _ columns: Columns
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
      drawLast(painter, row, now: nil, baseline: baseline, columns)
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
      Words.Debrief.percent(Figure.tenths(row.effectiveTenths)), x: weightX, y: baseline, small)
    painter.scoreBar(bar, share: kept, passShare: pass, slanted: true)
    if let before = model.last?.kept(row.criterion) {
      drawDiamond(
        painter, Point(bar.x + bar.width * min(max(before, 0), 1), bar.centre.y), size: 6.5)
    }
    let colour = isBelow ? theme.high.text : isLow ? theme.low.text : theme.ink
    let form = TextForm(
      TypeSize.button, .bold, colour, alignment: .trailing, tabular: true)
    let width = painter.text(
      "\(DebriefScreen.percent(kept))", x: columns.score, y: baseline, form
    ).width
    if isLow || isBelow {
      painter.icon(
        isBelow ? .octagon : .triangle, x: columns.score - width - 22, y: bar.centre.y - 9,
        size: 17, colour, width: 2)
    }
    if model.last == nil {
      painter.text(Words.Debrief.lost(row.lost), x: columns.right, y: baseline, small)
    } else {
      drawLast(painter, row, now: kept, baseline: baseline, columns)
    }
  }
}
