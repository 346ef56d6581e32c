import Drawing
import Geometry
import Scenarios

extension LibraryScreen {
  /// The panel at the right: what the chosen case is, and what can be started with it.
  func drawDetails(_ painter: inout Painter) {
    let grid = Grid(width: painter.width, height: painter.height)
    let bottom = painter.height - Space.hintBar - 28
    let x = grid.panelX
    let width = Grid.panelWidth
    let note = Rectangle(x: x, y: bottom - 96, width: width, height: 96)
    drawDisclaimer(painter, note)
    guard let current else { return }
    switch current.content {
    case .scenario(let scenario):
      let height = actionsHeight(painter, scenario)
      let actions = Rectangle(
        x: x, y: note.y - Space.gap - height, width: width, height: height)
      drawAbout(
        &painter, Rectangle(x: x, y: 84, width: width, height: actions.y - Space.gap - 84),
        scenario)
      drawActions(&painter, actions, scenario)
    case .broken(let file, let error):
      drawError(
        painter, Rectangle(x: x, y: 84, width: width, height: note.y - Space.gap - 84),
        file: file, error: error)
    }
  }

  private func drawAbout(
    _ painter: inout Painter, _ area: Rectangle, _ scenario: Scenario
  ) {
    let theme = painter.theme
    let patient = scenario.patient
    painter.card(area)
    let left = area.x + Space.padding
    let right = area.maxX - Space.padding
    let width = right - left
    let who = painter.text(
      Words.Library.patient(patient), x: right, y: area.y + 34,
      TextForm(TypeSize.row, .semibold, theme.tealDeep, alignment: .trailing))
    painter.text(
      patient.name, x: left, y: area.y + 34,
      TextForm(
        TypeSize.title, .semibold, theme.ink, maxWidth: width - who.width - 16, mayBeCut: true))
    let titles = scenario.phases.map(Words.title)
    let titlesForm = TextForm(
      TypeSize.caption, .regular, theme.inkSecondary, maxWidth: width, maxLines: 2,
      mayBeCut: true)
    let titlesText = Words.series(titles)
    var bottom = area.maxY - 16
    if !titles.isEmpty {
      bottom -= painter.measure(titlesText, titlesForm).height
      painter.paragraph(titlesText, x: left, top: bottom, titlesForm)
      let rows = (titles.count + LibraryScreen.stepsInARow - 1) / LibraryScreen.stepsInARow
      bottom -= 30 + 44 * Double(rows - 1)
      for row in 0..<rows {
        drawSteps(&painter, titles, row: row, from: left, y: bottom + 14 + 44 * Double(row))
      }
    }
    bottom -= 12
    painter.text(
      Words.Library.decideFirst, x: left, y: bottom,
      TextForm(TypeSize.row, .medium, theme.ink, maxWidth: width))
    bottom -= 25
    painter.rule(left, right, y: bottom)
    let top = area.y + 48
    let summary = scenario.summary.isEmpty ? patient.history : scenario.summary
    let lines = Int((bottom - 4 - top) / (TypeSize.row * 1.45))
    guard lines > 0 else { return }
    painter.paragraph(
      summary, x: left, top: top,
      TextForm(
        TypeSize.row, .regular, theme.inkSecondary, maxWidth: width, maxLines: lines,
        mayBeCut: true))
  }

  private static let stepsInARow = 8

  /// The steps of the massage as numbered discs on a line, each a way to work on it alone.
  private func drawSteps(
    _ painter: inout Painter, _ titles: [String], row: Int, from left: Double, y: Double
  ) {
    let theme = painter.theme
    let first = row * LibraryScreen.stepsInARow
    let last = min(titles.count, first + LibraryScreen.stepsInARow) - 1
    for step in first...last {
      let x = left + 12 + 44 * Double(step - first)
      let command = Command.drill(step)
      if step < last { painter.line(x + 11, y, x + 33, y, theme.edge, width: 1.5) }
      if painter.isHovered(command) {
        painter.canvas.fill(.circle(centre: Point(x, y), radius: 10.25), theme.tealTint)
      }
      painter.canvas.stroke(
        .circle(centre: Point(x, y), radius: 10.25), StrokeStyle(width: 1.5), theme.teal)
      painter.text(
        "\(step + 1)", x: x, y: y + 4.3,
        TextForm(TypeSize.label, .semibold, theme.tealDeep, alignment: .centre, tabular: true))
      painter.target(
        command, Rectangle(x: x - 22, y: y - 22, width: 44, height: 44), radius: 8,
        label: drillLabel(step, titles[step]))
    }
  }

  private func titleForm(_ painter: Painter) -> TextForm {
    TextForm(
      TypeSize.title, .semibold, painter.theme.ink,
      maxWidth: Grid.panelWidth - 2 * Space.padding, maxLines: 3)
  }

  private func actionsHeight(_ painter: Painter, _ scenario: Scenario) -> Double {
    var height = 40 + painter.measure(scenario.title, titleForm(painter)).height + 13 + 56 + 20
    if offersDemonstration { height += 60 }
    if offersExam { height += 60 + 34 }
    if fadingNote(scenario) != nil { height += 24 }
    return height.rounded()
  }

  private func drawActions(
    _ painter: inout Painter, _ area: Rectangle, _ scenario: Scenario
  ) {
    let theme = painter.theme
    painter.card(area)
    let left = area.x + Space.padding
    let width = area.width - 2 * Space.padding
    var top = painter.paragraph(
      scenario.title, x: left, top: area.y + 17, titleForm(painter))
    painter.text(
      (header == nil ? "" : Words.Library.patient(scenario.patient) + ". ")
        + Words.Library.task(scenario), x: left, y: top + 16,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, maxWidth: width))
    top += 36
    painter.button(
      .primary, Rectangle(x: left, y: top, width: width, height: 56), Words.practice,
      icon: .play, key: "Enter", size: 17, command: .practise)
    top += 68
    if let note = fadingNote(scenario) {
      painter.text(
        note, x: left, y: top + 6,
        TextForm(TypeSize.caption, .regular, theme.inkSecondary, maxWidth: width))
      top += 24
    }
    if offersDemonstration {
      painter.button(
        .secondary, Rectangle(x: left, y: top, width: width, height: 48), Words.Library.watch,
        icon: .eye, key: "D", command: .demonstrate)
      top += 60
    }
    if offersExam {
      painter.button(
        .secondary, Rectangle(x: left, y: top, width: width, height: 48), Words.exam,
        icon: .exam, key: "E", command: .exam)
      painter.text(
        Words.Library.examNote(scenario.rubric.passMark), x: left, y: top + 74,
        TextForm(TypeSize.caption, .regular, theme.inkSecondary, maxWidth: width))
    }
  }

  private func drawError(_ painter: Painter, _ area: Rectangle, file: String, error: String) {
    let theme = painter.theme
    painter.card(area)
    let left = area.x + Space.padding
    let width = area.width - 2 * Space.padding
    painter.text(
      Words.Library.aboutFile, x: left, y: area.y + 34,
      TextForm(TypeSize.title, .semibold, theme.ink))
    var top = painter.paragraph(
      file, x: left, top: area.y + 50,
      TextForm(
        TypeSize.row, .semibold, theme.ink, maxWidth: width, maxLines: 2, mayBeCut: true))
    top = painter.paragraph(
      error, x: left, top: top + 8,
      TextForm(
        TypeSize.row, .regular, theme.high.text, maxWidth: width, maxLines: 12, mayBeCut: true))
    painter.rule(left, left + width, y: top + 12)
    painter.paragraph(
      Words.Library.mend, x: left, top: top + 22,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, maxWidth: width, maxLines: 4))
  }

  private func drawDisclaimer(_ painter: Painter, _ area: Rectangle) {
    let theme = painter.theme
    painter.stroke(
      area.inset(0.75), radius: Space.cardRadius - 0.75, theme.edge, width: 1.5, dash: [5, 5])
    painter.text(
      Words.Library.disclaimer, x: area.x + Space.padding, y: area.y + 34,
      TextForm(TypeSize.row, .semibold, theme.ink))
    painter.paragraph(
      Words.Library.disclaimerText, x: area.x + Space.padding, top: area.y + 43,
      TextForm(
        TypeSize.caption, .regular, theme.inkSecondary, maxWidth: area.width - 2 * Space.padding,
        maxLines: 2))
  }
}
