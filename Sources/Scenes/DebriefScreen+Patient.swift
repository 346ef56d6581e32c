import Drawing
import Geometry
import Patients

/// One of the six indicators as the debrief shows it: whole hundredths, so that what reads the same
/// is called the same.
struct IndicatorChange: Hashable, Sendable {
  enum Direction: Hashable, Sendable { case better, worse, same }

  let indicator: Indicator
  let from: Int
  let to: Int

  init(_ indicator: Indicator, _ effect: SessionEffect) {
    func hundredths(_ share: Double) -> Int {
      Int((min(max(share, 0), 1) * 100).rounded(.toNearestOrAwayFromZero))
    }
    self.indicator = indicator
    from = hundredths(effect.before[indicator])
    to = hundredths(effect.after[indicator])
  }

  var direction: Direction {
    guard from != to else { return .same }
    return (to > from) == indicator.isBetterWhenMore ? .better : .worse
  }
}

/// What the work did to the patient.
extension DebriefScreen {
  /// Least width of a cell, and its height with a name of one line.
  private static let cellWidth = 180.0
  private static let cellHeight = 52.0
  private static let gap = 16.0

  private func columns(_ width: Double) -> Int {
    let room = Int((width - 40 + DebriefScreen.gap) / (DebriefScreen.cellWidth + DebriefScreen.gap))
    return room >= 6 ? 6 : room >= 3 ? 3 : max(1, room)
  }

  private func cellWidth(_ width: Double) -> Double {
    let columns = Double(columns(width))
    return (width - 40 - DebriefScreen.gap * (columns - 1)) / columns
  }

  private func titleForm(_ painter: Painter) -> TextForm {
    TextForm(TypeSize.title, .semibold, painter.theme.ink)
  }

  private func noteForm(_ painter: Painter, _ width: Double) -> TextForm {
    TextForm(
      TypeSize.caption, .regular, painter.theme.inkSecondary, maxWidth: width - 40, maxLines: 6,
      lineHeight: 1.35)
  }

  private func nameForm(_ painter: Painter, _ width: Double) -> TextForm {
    TextForm(
      TypeSize.caption, .medium, painter.theme.inkSecondary, maxWidth: cellWidth(width),
      maxLines: 3, lineHeight: 1.3)
  }

  /// Whether the note stands beside the title, and the height of both.
  private func head(_ painter: Painter, _ width: Double) -> (isOneLine: Bool, height: Double) {
    let title = painter.measure(Words.Debrief.work, titleForm(painter)).width
    var form = noteForm(painter, width)
    form.maxWidth = nil
    let note = painter.measure(Words.Debrief.workNote, form).width
    if title + note + 64 <= width { return (true, 42) }
    let height = painter.measure(Words.Debrief.workNote, noteForm(painter, width)).height
    return (false, 38 + height + 6)
  }

  /// What the longest of the names takes beyond one line.
  private func beyond(_ painter: Painter, _ width: Double) -> Double {
    let form = nameForm(painter, width)
    let heights = Indicator.allCases.map {
      painter.measure(Words.Debrief.indicator($0), form).height
    }
    return max(0, (heights.max() ?? 0) - TypeSize.caption * 1.6)
  }

  /// What the card needs; nil where there is nothing to say.
  func patientHeight(_ painter: Painter, _ width: Double) -> Double? {
    guard model.effect != nil else { return nil }
    let columns = columns(width)
    let rows = (Indicator.allCases.count + columns - 1) / columns
    let cells = Double(rows) * (DebriefScreen.cellHeight + beyond(painter, width))
    return (head(painter, width).height + cells + 10).rounded(.up)
  }

  func drawPatient(_ painter: Painter, _ area: Rectangle?) {
    guard let area, let effect = model.effect else { return }
    painter.card(area)
    let head = head(painter, area.width)
    painter.text(
      Words.Debrief.work, x: area.x + 20, y: area.y + 28, titleForm(painter))
    var note = noteForm(painter, area.width)
    if head.isOneLine {
      note.alignment = .trailing
      note.maxWidth = nil
      painter.text(Words.Debrief.workNote, x: area.maxX - 20, y: area.y + 28, note)
    } else {
      painter.paragraph(Words.Debrief.workNote, x: area.x + 20, top: area.y + 38, note)
    }
    let columns = columns(area.width)
    let width = cellWidth(area.width)
    let beyond = beyond(painter, area.width)
    for (index, indicator) in Indicator.allCases.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      let cell = Rectangle(
        x: area.x + 20 + Double(column) * (width + DebriefScreen.gap),
        y: area.y + head.height + Double(row) * (DebriefScreen.cellHeight + beyond),
        width: width, height: DebriefScreen.cellHeight + beyond)
      drawCell(painter, cell, IndicatorChange(indicator, effect), nameForm(painter, area.width))
      if column > 0 {
        painter.line(
          cell.x - DebriefScreen.gap / 2, cell.y + 4, cell.x - DebriefScreen.gap / 2, cell.maxY - 8,
          painter.theme.line)
      }
    }
  }

  private func drawCell(
    _ painter: Painter, _ cell: Rectangle, _ change: IndicatorChange, _ name: TextForm
  ) {
    let theme = painter.theme
    painter.paragraph(
      Words.Debrief.indicator(change.indicator), x: cell.x, top: cell.y, name)
    let baseline = cell.maxY - 14
    let width = painter.text(
      Words.Debrief.change(change), x: cell.x, y: baseline,
      TextForm(TypeSize.title, .semibold, theme.ink, tabular: true)
    ).width
    let (icon, colour): (Icon?, Colour) =
      switch change.direction {
      case .better: (.tickedCircle, theme.inBand.text)
      case .worse: (.triangle, theme.low.text)
      case .same: (nil, theme.inkSecondary)
      }
    var x = cell.x + width + 10
    if let icon {
      painter.icon(icon, x: x, y: baseline - 13, size: 16, colour, width: 2)
      x += 20
    }
    painter.text(
      Words.Debrief.direction(change.direction), x: x, y: baseline,
      TextForm(TypeSize.caption, .semibold, colour))
  }
}
