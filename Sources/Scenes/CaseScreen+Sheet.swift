import Drawing
import Geometry
import Scenarios

/// One part of the case sheet: how high it is, and how it is drawn below a top.
private struct SheetPart {
  var height: Double
  var draw: (Painter, Double) -> Void
}

/// How large the sheet's texts are set; long histories are set smaller, never under 12.
private struct SheetScale {
  var body: Double
  var strong: Double
  var lineHeight: Double
  var row: Double
  var gap: Double

  static let steps = [
    SheetScale(body: 14, strong: 15, lineHeight: 1.5, row: 32, gap: 16),
    SheetScale(body: 13, strong: 14, lineHeight: 1.42, row: 28, gap: 12),
    SheetScale(body: 12, strong: 13, lineHeight: 1.38, row: 25, gap: 9),
    SheetScale(body: 12, strong: 13, lineHeight: 1.34, row: 24, gap: 7),
  ]
}

extension CaseScreen {
  /// In the largest type for which there is room.
  func drawSheet(_ painter: Painter, _ area: Rectangle) {
    painter.card(area)
    let room = area.height - 36
    var parts: [SheetPart] = []
    var gap = 0.0
    for scale in SheetScale.steps {
      parts = sheetParts(painter, area, scale)
      gap = scale.gap
      let needed = CaseScreen.height(of: parts, scale)
      // A natural height is rounded up to whole units, so there is room for what was measured.
      if needed <= room {
        gap += min(10, (room - needed) / 2 / Double(parts.count - 1))
        break
      }
    }
    var y = area.y + 18
    for (index, part) in parts.enumerated() {
      if index > 0 {
        y += gap
        painter.rule(area.x + 24, area.maxX - 24, y: y)
        y += gap
      }
      part.draw(painter, y)
      y += part.height
    }
  }

  private static func height(of parts: [SheetPart], _ scale: SheetScale) -> Double {
    parts.reduce(0) { $0 + $1.height } + scale.gap * 2 * Double(parts.count - 1)
  }

  private func sheetHeight(_ painter: Painter, width: Double, _ scale: SheetScale) -> Double {
    let area = Rectangle(x: 0, y: 0, width: width, height: 0)
    let parts = sheetParts(painter, area, scale)
    return (CaseScreen.height(of: parts, scale) + 36).rounded(.up)
  }

  /// With texts as large as they are usually set.
  func naturalSheetHeight(_ painter: Painter, width: Double) -> Double {
    sheetHeight(painter, width: width, SheetScale.steps[0])
  }

  /// With texts as small as they may be set.
  func leastSheetHeight(_ painter: Painter, width: Double) -> Double {
    sheetHeight(painter, width: width, SheetScale.steps[SheetScale.steps.count - 1])
  }

  private func sheetParts(_ painter: Painter, _ area: Rectangle, _ scale: SheetScale)
    -> [SheetPart]
  {
    let label = area.x + 24
    let left = area.x + 124
    let width = area.maxX - 24 - left
    return [
      header(painter, area),
      cause(painter, scale, label, left, width),
      period(painter, scale, label, left, width),
      diagnosis(painter, scale, label, left, width),
      prescription(painter, scale, label, left, width),
    ]
  }

  private func header(_ painter: Painter, _ area: Rectangle) -> SheetPart {
    let theme = painter.theme
    let width = area.maxX - 24 - area.x - 90
    let patient = scenario.patient
    var name = TextForm(TypeSize.heading, .semibold, theme.ink, maxWidth: width)
    if painter.measure(Words.Case.patient(patient), name).isCut { name.size = TypeSize.title }
    if painter.measure(Words.Case.patient(patient), name).isCut { name.maxLines = 4 }
    let detail = TextForm(TypeSize.row, .regular, theme.inkSecondary, maxWidth: width, maxLines: 6)
    let words = Words.Case.patient(patient)
    let nameSize = painter.measure(words, name)
    let detailSize = painter.measure(Words.Case.detail(patient), detail)
    let height = max(60, nameSize.height + detailSize.height)
    return SheetPart(height: height) { painter, top in
      let centre = Point(area.x + 50, top + height / 2)
      painter.canvas.fill(.circle(centre: centre, radius: 26), theme.sunken)
      painter.icon(
        .person, x: centre.x - 15, y: centre.y - 15.5, size: 30, theme.sepia, width: 1.4)
      var y = top + (height - nameSize.height - detailSize.height) / 2
      y = painter.paragraph(words, x: area.x + 90, top: y, name)
      painter.paragraph(Words.Case.detail(patient), x: area.x + 90, top: y, detail)
    }
  }

  private func label(_ painter: Painter, _ text: String, x: Double, y: Double) {
    painter.text(text, x: x, y: y, TextForm(TypeSize.caption, .semibold, painter.theme.sepia))
  }

  private func cause(
    _ painter: Painter, _ scale: SheetScale, _ labelX: Double, _ left: Double, _ width: Double
  ) -> SheetPart {
    let theme = painter.theme
    let title = TextForm(scale.strong, .semibold, theme.ink, maxWidth: width)
    let body = TextForm(
      scale.body, .regular, theme.inkSecondary, maxWidth: width, maxLines: 60,
      lineHeight: scale.lineHeight)
    let patient = scenario.patient
    let words = Words.cause(patient.cause)
    let titleHeight = painter.measure(words, title).height
    let history = patient.history.isEmpty ? 0 : painter.measure(patient.history, body).height
    return SheetPart(height: titleHeight + history) { painter, top in
      label(painter, Words.Case.cause, x: labelX, y: top + scale.strong * 1.09)
      let next = painter.paragraph(words, x: left, top: top, title)
      painter.paragraph(patient.history, x: left, top: next, body)
    }
  }

  /// The course of the complaint as a track, with the patient's place on it.
  private func period(
    _ painter: Painter, _ scale: SheetScale, _ labelX: Double, _ left: Double, _ width: Double
  ) -> SheetPart {
    let theme = painter.theme
    let body = TextForm(
      scale.body, .regular, theme.inkSecondary, maxWidth: width, maxLines: 60,
      lineHeight: scale.lineHeight)
    let summary = scenario.summary
    let height = summary.isEmpty ? 0 : painter.measure(summary, body).height + 4
    return SheetPart(height: 46 + height) { painter, top in
      label(painter, Words.Case.period, x: labelX, y: top + 22)
      let track = top + 14
      let widths = periodWidths(painter, width)
      var x = left
      for (period, width) in zip(Period.allCases, widths) {
        let part = Rectangle(x: x, y: track, width: width, height: 8)
        x += width + 4
        let isHere = period == scenario.patient.period
        painter.fill(part, radius: 4, isHere ? theme.sepia : theme.sunken)
        if isHere {
          let middle = part.centre.x
          let pointer = Path.polyline(
            [Point(middle - 8, top), Point(middle + 8, top), Point(middle, top + 11)],
            closed: true)
          painter.canvas.fill(pointer, theme.sepia)
          painter.canvas.stroke(pointer, StrokeStyle(width: 1.5, join: .round), theme.sepia)
        } else {
          painter.stroke(part, radius: 4, theme.edge)
        }
        painter.text(
          Words.period(period), x: part.centre.x, y: track + 26, periodForm(period, theme))
      }
      painter.paragraph(summary, x: left, top: top + 50, body)
    }
  }

  private func periodForm(_ period: Period, _ theme: Theme) -> TextForm {
    let isHere = period == scenario.patient.period
    return TextForm(
      isHere ? TypeSize.row : TypeSize.caption, isHere ? .semibold : .regular,
      isHere ? theme.ink : theme.inkSecondary, alignment: .centre)
  }

  /// How long each part of the track is: all alike, unless the language has a name that is longer
  /// than its part; then each part has its name's length and an equal share of what is left.
  private func periodWidths(_ painter: Painter, _ width: Double) -> [Double] {
    let periods = Period.allCases
    let room = width - 4 * Double(periods.count - 1)
    let equal = room / Double(periods.count)
    let names = periods.map {
      painter.measure(Words.period($0), periodForm($0, painter.theme)).width
    }
    guard names.contains(where: { $0 > equal }) else { return periods.map { _ in equal } }
    let share = max(0, room - names.reduce(0, +)) / Double(periods.count)
    return names.map { $0 + share }
  }

  private func diagnosis(
    _ painter: Painter, _ scale: SheetScale, _ labelX: Double, _ left: Double, _ width: Double
  ) -> SheetPart {
    let theme = painter.theme
    let found = scenario.patient.diagnosis
    let words = found?.text ?? Words.Case.nobody
    let source = found.map(Words.Case.source) ?? Words.Case.nobodyDetail
    let text = TextForm(
      scale.strong, .medium, theme.ink, maxWidth: width, maxLines: 60,
      lineHeight: scale.lineHeight)
    let small = TextForm(
      min(scale.body, TypeSize.caption), .regular, theme.inkSecondary, maxWidth: width, maxLines: 6)
    let textHeight = painter.measure(words, text).height
    return SheetPart(height: textHeight + 4 + painter.measure(source, small).height) {
      painter, top in
      label(painter, Words.Case.diagnosis, x: labelX, y: top + scale.strong * 1.09)
      let next = painter.paragraph(words, x: left, top: top, text)
      painter.paragraph(source, x: left, top: next + 4, small)
    }
  }

  private func prescription(
    _ painter: Painter, _ scale: SheetScale, _ labelX: Double, _ left: Double, _ width: Double
  ) -> SheetPart {
    let theme = painter.theme
    let orders = Words.Case.orders(scenario)
    let form = TextForm(
      scale.strong, .regular, theme.ink, maxWidth: width - 34, maxLines: 6, lineHeight: 1.3)
    let texts = orders.map { painter.measure($0.text, form).height }
    // A row of more lines is higher by these.
    let heights = texts.map { scale.row + max(0, $0 - scale.strong * 1.6) }
    return SheetPart(height: heights.reduce(0, +)) { painter, top in
      label(painter, Words.Case.prescription, x: labelX, y: top + scale.row / 2 + 5)
      var y = top
      for (index, order) in orders.enumerated() {
        let middle = y + scale.row / 2
        painter.bullet(
          order.isAllowed ? .tick : .cross, x: left + 11, y: middle,
          order.isAllowed ? theme.inBand : theme.high)
        painter.text(order.text, x: left + 34, y: middle + scale.strong * 0.36, form)
        y += heights[index]
      }
    }
  }
}
