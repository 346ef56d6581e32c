import Catalogue
import Drawing
import Geometry
import Scenarios
import Scoring

/// The second page: the back with its marks, what was measured in each step, every deduction.
extension DebriefPages {
  func drawSecond(_ painter: inout Painter) {
    let theme = painter.theme
    let room = room(painter)
    painter.text(
      sheet.title, x: room.x, y: room.y + 12,
      TextForm(
        TypeSize.title, .semibold, theme.ink, maxWidth: room.width * 0.62, mayBeCut: true))
    painter.text(
      sheet.record, x: room.maxX, y: room.y + 12,
      TextForm(
        TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing,
        maxWidth: room.width * 0.34, mayBeCut: true))
    let top = room.y + 28
    // The back gives way to a long list, down to where marks could no longer be told apart.
    var lines = 3
    var heights = rowHeights(painter, room.width, lines: lines)
    func needed() -> Double { 62 + heights.reduce(0, +) }
    let least = 360.0
    while lines > 1, needed() + DebriefPages.gap + least > room.maxY - top {
      lines -= 1
      heights = rowHeights(painter, room.width, lines: lines)
    }
    let plateHeight = min(640, max(least, room.maxY - top - DebriefPages.gap - needed()))
    let plate = Rectangle(
      x: room.x, y: top, width: min(430, max(410, plateHeight * 0.7)),
      height: plateHeight)
    var screen = screen
    screen.hasLegend = true
    screen.drawPlate(&painter, plate)
    drawMeasures(
      painter,
      Rectangle(
        x: plate.maxX + DebriefPages.gap, y: top,
        width: room.maxX - plate.maxX - DebriefPages.gap, height: plateHeight))
    let list = Rectangle(
      x: room.x, y: plate.maxY + DebriefPages.gap, width: room.width,
      height: min(needed(), room.maxY - plate.maxY - DebriefPages.gap))
    drawDeductions(painter, list, heights: heights, lines: lines)
  }

  // MARK: Measures

  private func drawMeasures(_ painter: Painter, _ area: Rectangle) {
    let theme = painter.theme
    painter.card(area)
    let x = area.x + 16
    painter.text(
      Texts["report.steps"], x: x, y: area.y + 30,
      TextForm(TypeSize.title, .semibold, theme.ink))
    var y = area.y + 40
    y = drawGrid(painter, stepGrid, x: x, top: y, width: area.width - 32, limit: area.maxY)
    guard y + 90 < area.maxY, !sheet.areas.rows.isEmpty else { return }
    y += 34
    painter.text(
      Texts["report.areas.title"], x: x, y: y, TextForm(TypeSize.title, .semibold, theme.ink))
    let areas = sheet.areas
    // Of the six columns the name, the time, the depth and what was against the rule.
    let columns = [0, 1, 3, 5]
    _ = drawGrid(
      painter,
      .init(
        columns: columns.map { areas.columns[$0] },
        rows: areas.rows.map { row in columns.map { row[$0] } }),
      x: x, top: y + 10, width: area.width - 32, limit: area.maxY)
  }

  /// One row for each step, with what can stand beside each other.
  private var stepGrid: DebriefSheet.Grid {
    let results = sheet.model.result.phases
    return .init(
      columns: [
        Texts["report.step"], Texts["report.contact"], Texts["report.meanSpeed"],
        Texts["report.speedInBand"], Texts["report.pressureInBand"],
      ],
      rows: sheet.steps.map { step in
        let phase = sheet.model.scenario.phases[step.index]
        let measured = results.first { $0.id == phase.id }
        let speed = measured?.meanSpeed.map {
          Texts["number.speed", ["value": Words.number($0.value)]]
        }
        return [
          "\(step.index + 1)  \(step.title)", Words.clock(measured?.contact.value ?? 0),
          speed ?? "–", measured?.speedInBand.map(DebriefSheet.percent) ?? "–",
          measured?.pressureInBand.map(DebriefSheet.percent) ?? "–",
        ]
      })
  }

  /// What the line takes that says how many rows there was no room for.
  private static let moreHeight = 18.0

  private func drawMore(_ painter: Painter, _ count: Int, x: Double, y: Double) {
    painter.text(
      Texts.count("report.more", count), x: x, y: y,
      TextForm(TypeSize.label, .medium, painter.theme.inkSecondary))
  }

  /// Returns where the next may begin; rows beyond the limit are left out, and counted.
  private func drawGrid(
    _ painter: Painter, _ grid: DebriefSheet.Grid, x: Double, top: Double, width: Double,
    limit: Double
  ) -> Double {
    let theme = painter.theme
    let first = width * (grid.columns.count > 4 ? 0.24 : 0.4)
    let pitch = (width - first) / Double(max(1, grid.columns.count - 1))
    func right(_ column: Int) -> Double { x + first + Double(column) * pitch }
    var head = TextForm(
      TypeSize.label, .regular, theme.inkSecondary, alignment: .trailing, maxWidth: pitch - 6,
      maxLines: 3, lineHeight: 1.2)
    let headHeight =
      grid.columns.dropFirst().map { painter.measure($0, head).height }.max() ?? 16
    for (column, title) in grid.columns.enumerated() {
      head.alignment = column == 0 ? .leading : .trailing
      head.maxWidth = column == 0 ? first - 6 : pitch - 6
      let height = painter.measure(title, head).height
      painter.paragraph(
        title, x: column == 0 ? x : right(column), top: top + headHeight - height, head)
    }
    var y = top + headHeight + 5
    let name = TextForm(
      TypeSize.caption, .medium, theme.ink, maxWidth: first - 6, maxLines: 2, lineHeight: 1.2)
    let heights = grid.rows.map { max(22, painter.measure($0[0], name).height + 7) }
    let isWhole = y + heights.reduce(0, +) <= limit
    for (index, (row, height)) in zip(grid.rows, heights).enumerated() {
      guard y + height <= (isWhole ? limit : limit - DebriefPages.moreHeight) else {
        drawMore(painter, grid.rows.count - index, x: x, y: y + 14)
        break
      }
      painter.rule(x, x + width, y: y)
      painter.paragraph(row[0], x: x, top: y + 3.5, name)
      for (column, value) in row.enumerated().dropFirst() {
        painter.text(
          value, x: right(column), y: y + 16,
          TextForm(
            TypeSize.label, .regular, theme.ink, alignment: .trailing, maxWidth: pitch - 4,
            tabular: true, mayBeCut: true))
      }
      y += height
    }
    return y
  }

  // MARK: Deductions

  /// Where the columns begin, as shares of the width: mark, moment, name, step, points, sentence.
  private func columns(_ area: Rectangle) -> [Double] {
    [0.0, 0.05, 0.125, 0.295, 0.44, 0.50].map { area.x + 16 + (area.width - 32) * $0 }
  }

  private func nameForm(_ painter: Painter, _ width: Double, lines: Int) -> TextForm {
    TextForm(
      TypeSize.caption, .semibold, painter.theme.ink, maxWidth: (width - 32) * 0.17,
      maxLines: lines > 1 ? 2 : 1, lineHeight: 1.25, mayBeCut: true)
  }

  private func sentenceForm(_ painter: Painter, _ width: Double, lines: Int) -> TextForm {
    TextForm(
      TypeSize.label, .regular, painter.theme.ink, maxWidth: (width - 32) * 0.50,
      maxLines: lines, lineHeight: 1.3, mayBeCut: true)
  }

  private func rowHeights(_ painter: Painter, _ width: Double, lines: Int) -> [Double] {
    sheet.deductions.map { row in
      let name = painter.measure(row.name, nameForm(painter, width, lines: lines)).height
      let sentence = painter.measure(
        row.sentence, sentenceForm(painter, width, lines: lines)
      ).height
      return max(25, name + (lines > 1 ? 24 : 7), sentence + 9).rounded(.up)
    }
  }

  private func drawDeductions(
    _ painter: Painter, _ area: Rectangle, heights: [Double], lines: Int
  ) {
    let theme = painter.theme
    painter.card(area)
    painter.text(
      Texts["report.points"], x: area.x + 16, y: area.y + 28,
      TextForm(TypeSize.title, .semibold, theme.ink))
    guard !sheet.deductions.isEmpty else {
      painter.text(
        DebriefSheet.clean, x: area.x + 16, y: area.y + 50,
        TextForm(TypeSize.caption, .regular, theme.inkSecondary))
      return
    }
    let columns = columns(area)
    let head = TextForm(TypeSize.label, .regular, theme.inkSecondary)
    let titles = [
      "", Texts["report.moment"], Texts["report.deduction"], Texts["report.step"], "",
      Texts["report.sentence"],
    ]
    for (x, title) in zip(columns, titles) { painter.text(title, x: x, y: area.y + 49, head) }
    var trailing = head
    trailing.alignment = .trailing
    painter.text(Texts["report.pointsLost"], x: columns[5] - 14, y: area.y + 49, trailing)
    var y = area.y + 56
    let isWhole = y + heights.reduce(0, +) <= area.maxY + 1
    for (index, (row, height)) in zip(sheet.deductions, heights).enumerated() {
      guard y + height <= area.maxY + 1 - (isWhole ? 0 : DebriefPages.moreHeight) else {
        drawMore(painter, sheet.deductions.count - index, x: area.x + 16, y: y + 14)
        break
      }
      painter.rule(area.x + 16, area.maxX - 16, y: y)
      drawRow(painter, row, top: y, columns, area, lines: lines)
      y += height
    }
  }

  private func drawRow(
    _ painter: Painter, _ row: DebriefSheet.DeductionRow, top: Double, _ columns: [Double],
    _ area: Rectangle, lines: Int
  ) {
    let theme = painter.theme
    DebriefScreen.drawMark(
      painter, row.shape, row.number, at: Point(columns[0] + 11, top + 12.5), size: 8.5)
    let figures = TextForm(TypeSize.caption, .regular, theme.ink, tabular: true)
    painter.text(row.momentText.isEmpty ? "–" : row.momentText, x: columns[1], y: top + 17, figures)
    let name = nameForm(painter, area.width, lines: lines)
    let end = painter.paragraph(row.name, x: columns[2], top: top + 3, name)
    let small = TextForm(
      TypeSize.label, .regular, theme.inkSecondary, maxWidth: columns[3] - columns[2] - 8,
      mayBeCut: true)
    if lines > 1 { painter.paragraph(row.code, x: columns[2], top: end, small) }
    painter.paragraph(
      row.stepTitle ?? Texts["report.whole"], x: columns[3], top: top + 4,
      TextForm(
        TypeSize.label, .regular, theme.ink, maxWidth: columns[4] - columns[3] - 8,
        maxLines: lines > 1 ? 2 : 1, lineHeight: 1.25, mayBeCut: true))
    painter.text(
      row.pointsText, x: columns[5] - 14, y: top + 17,
      TextForm(
        TypeSize.caption, .semibold, theme.ink, alignment: .trailing, tabular: true))
    painter.paragraph(
      row.sentence, x: columns[5], top: top + 4,
      sentenceForm(painter, area.width, lines: lines))
  }
}
