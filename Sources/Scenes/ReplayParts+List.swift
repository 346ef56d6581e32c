import BackAtlas
import Drawing
import Geometry
import Scenarios
import Scoring

/// The changes worth most and every deduction: each leads to its moment.
extension ReplayParts {
  private static let least = 44.0
  private static let head = 42.0

  private var changes: [Change] { model.debrief.result.changes }

  private struct RowForms {
    var name: TextForm
    var detail: TextForm
  }

  private func forms(_ painter: Painter, _ width: Double) -> RowForms {
    let theme = painter.theme
    let room = width - 24 - 46
    return RowForms(
      name: TextForm(
        TypeSize.caption, .semibold, theme.ink, maxWidth: room, maxLines: 3, lineHeight: 1.3),
      detail: TextForm(
        TypeSize.caption, .regular, theme.inkSecondary, maxWidth: room, maxLines: 3,
        lineHeight: 1.3, tabular: true))
  }

  private func height(_ words: (String, String), _ painter: Painter, _ forms: RowForms) -> Double {
    max(
      ReplayParts.least,
      (painter.measure(words.0, forms.name).height + painter.measure(words.1, forms.detail).height
        + 10).rounded(.up))
  }

  private func words(_ change: Change) -> (String, String) {
    (Words.Debrief.advice(change), Words.Debrief.gain(change))
  }

  private func words(_ index: Int) -> (String, String) {
    let deduction = debrief.deductions[index]
    let mark = model.debrief.marks[index]
    let time = mark.moment.map { [PracticeWords.time($0)] } ?? []
    let place = mark.place.map { Words.place(scenario.patient.back.name(of: $0)) }
    return (
      Words.Debrief.name(deduction.code),
      Words.series(
        time + [Words.Debrief.lost(deduction.points)]
          + [place ?? Words.criterion(deduction.criterion)])
    )
  }

  func rowsHeight(_ painter: Painter, _ width: Double) -> Double {
    let forms = forms(painter, width)
    guard !debrief.order.isEmpty else { return ReplayParts.head + 60 }
    var length = ReplayParts.head + 8
    if !changes.isEmpty {
      length += changes.reduce(0) { $0 + height(words($1), painter, forms) }
      length += ReplayParts.head
    }
    return length + debrief.order.reduce(0) { $0 + height(words($1), painter, forms) }
  }

  func drawRows(_ area: Rectangle, on painter: inout Painter) {
    let theme = painter.theme
    let forms = forms(painter, area.width)
    let title = TextForm(TypeSize.title, .semibold, theme.ink)
    var y = area.y
    guard !debrief.order.isEmpty else {
      painter.text(Words.Replay.deductions, x: area.x + 20, y: y + 28, title)
      painter.text(
        Words.Debrief.noDeductions, x: area.x + 20, y: y + 62,
        TextForm(TypeSize.row, .medium, theme.inkSecondary, maxWidth: area.width - 40))
      return
    }
    if !changes.isEmpty {
      painter.text(Words.Replay.changes, x: area.x + 20, y: y + 28, title)
      y += ReplayParts.head
      for (index, change) in changes.enumerated() {
        let words = words(change)
        let box = Rectangle(
          x: area.x + 12, y: y, width: area.width - 24, height: height(words, painter, forms))
        let isChosen = model.chosen.map { change.deductions.contains($0) } ?? false
        draw(words, .showChange(index), box, forms, isChosen: false, on: &painter)
        painter.icon(
          .improve, x: box.x + 10, y: box.centre.y - 10, isChosen ? theme.teal : theme.tealDeep,
          width: 2.1)
        y = box.maxY
      }
    }
    painter.text(Words.Replay.deductions, x: area.x + 20, y: y + 28, title)
    y += ReplayParts.head
    for (place, index) in debrief.order.enumerated() {
      let words = words(index)
      let box = Rectangle(
        x: area.x + 12, y: y, width: area.width - 24, height: height(words, painter, forms))
      draw(
        words, .selectDeduction(index), box, forms, isChosen: model.chosen == index, on: &painter)
      debrief.drawMark(
        painter, model.debrief.marks[index].shape, place + 1,
        at: Point(box.x + 20, box.centre.y), size: 11)
      y = box.maxY
    }
  }

  private func draw(
    _ words: (String, String), _ command: Command, _ box: Rectangle, _ forms: RowForms,
    isChosen: Bool, on painter: inout Painter
  ) {
    let theme = painter.theme
    if isChosen {
      painter.fill(box, radius: Space.fieldRadius, theme.tealTint)
      painter.stroke(box.inset(0.75), radius: Space.fieldRadius - 0.75, theme.teal, width: 1.5)
    } else if painter.isHovered(command) {
      painter.fill(box, radius: Space.fieldRadius, theme.sunken)
    }
    let name = painter.measure(words.0, forms.name).height
    let all = name + painter.measure(words.1, forms.detail).height
    let top = box.centre.y - all / 2
    painter.paragraph(words.0, x: box.x + 42, top: top, forms.name)
    painter.paragraph(words.1, x: box.x + 42, top: top + name, forms.detail)
    painter.target(command, box, radius: Space.fieldRadius, label: words.0, isChosen: isChosen)
  }
}
