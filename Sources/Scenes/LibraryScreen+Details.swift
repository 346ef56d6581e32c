import Drawing
import Geometry
import Scenarios

extension LibraryScreen {
  /// The panel at the right: what the chosen case is, and what can be started with it.
  func drawDetails(_ painter: inout Painter) {
    let grid = Grid(width: painter.width)
    let x = grid.panelX
    let width = Grid.panelWidth
    let (top, note) = (84.0, 96.0)
    let room = painter.height - Space.hintBar - Grid.below - top
    // Beside what was done, what the case is gives way where all else then fits; the case's own
    // screen tells it. Where the panel is to be scrolled anyway, nothing is left out.
    let showsAbout =
      workHeight == 0 || panelHeight(painter, width: width) + note <= room
      || panelHeight(painter, width: width, showsAbout: false) + note > room
    let needed = panelHeight(painter, width: width, showsAbout: showsAbout) + note
    let height = max(room, needed)
    painter.scrolled(
      .side,
      in: Rectangle(
        x: x - 14, y: Space.appBar, width: width + 14 + Space.margin,
        height: painter.height - Space.hintBar - Space.appBar),
      length: top - Space.appBar + height + Grid.below
    ) { painter in
      let bottom = top + height
      drawDisclaimer(painter, Rectangle(x: x, y: bottom - note, width: width, height: note))
      guard let current else { return }
      let room = Rectangle(
        x: x, y: top, width: width, height: height - note - Space.gap)
      switch current.content {
      case .scenario(let scenario):
        let height = actionsHeight(painter, scenario, width: width)
        guard workHeight > 0 else {
          let actions = Rectangle(x: x, y: room.maxY - height, width: width, height: height)
          drawAbout(
            &painter,
            Rectangle(x: x, y: top, width: width, height: actions.y - Space.gap - top),
            scenario)
          return drawActions(&painter, actions, scenario)
        }
        // What was done stands first, then what can be started; the case itself may be scrolled to.
        let work = Rectangle(x: x, y: top, width: width, height: workHeight)
        var actions = Rectangle(
          x: x, y: work.maxY + Space.gap, width: width, height: height)
        drawWork(&painter, work)
        guard showsAbout else {
          actions.height = room.maxY - actions.y
          drawActions(&painter, actions, scenario)
          return drawStepsBelow(&painter, actions, scenario)
        }
        let about = actions.maxY + Space.gap
        drawActions(&painter, actions, scenario)
        drawAbout(
          &painter, Rectangle(x: x, y: about, width: width, height: room.maxY - about), scenario)
      case .broken(let file, let error):
        drawError(painter, room, file: file, error: error)
      }
    }
  }

  /// What the cards above the disclaimer need at least, with the gap below them.
  private func panelHeight(
    _ painter: Painter, width: Double, showsAbout: Bool = true
  ) -> Double {
    switch current?.content {
    case .scenario(let scenario):
      (showsAbout
        ? aboutHeight(painter, scenario, width: width) + Space.gap
        : 40 + 44 * Double(max(0, stepRows(scenario) - 1)))
        + actionsHeight(painter, scenario, width: width) + Space.gap
        + (workHeight > 0 ? workHeight + Space.gap : 0)
    case .broken(let file, let error):
      errorHeight(painter, file: file, error: error, width: width) + Space.gap
    case nil: 0
    }
  }

  // MARK: What the case is

  private func summaryForm(_ painter: Painter, width: Double) -> TextForm {
    TextForm(
      TypeSize.row, .regular, painter.theme.inkSecondary, maxWidth: width - 2 * Space.padding,
      maxLines: 60)
  }

  private func titlesForm(_ painter: Painter, width: Double) -> TextForm {
    TextForm(
      TypeSize.caption, .regular, painter.theme.inkSecondary,
      maxWidth: width - 2 * Space.padding, maxLines: 12)
  }

  private func summary(_ scenario: Scenario) -> String {
    scenario.summary.isEmpty ? scenario.patient.history : scenario.summary
  }

  private func titles(_ scenario: Scenario) -> String {
    Words.series(scenario.phases.map(Words.title))
  }

  /// What ``drawAbout(_:_:_:)`` needs to show every text whole.
  func aboutHeight(_ painter: Painter, _ scenario: Scenario, width: Double) -> Double {
    var height = 48 + 4 + 25 + 12 + 16.0
    let words = summary(scenario)
    if !words.isEmpty {
      height += painter.measure(words, summaryForm(painter, width: width)).height
    }
    if !scenario.phases.isEmpty {
      height += 44 * Double(stepRows(scenario) - 1) + 30
      height += painter.measure(titles(scenario), titlesForm(painter, width: width)).height
    }
    return height.rounded(.up)
  }

  func drawAbout(_ painter: inout Painter, _ area: Rectangle, _ scenario: Scenario) {
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
    let titlesForm = titlesForm(painter, width: area.width)
    let titlesText = titles(scenario)
    var bottom = area.maxY - 16
    if !scenario.phases.isEmpty {
      bottom -= painter.measure(titlesText, titlesForm).height
      painter.paragraph(titlesText, x: left, top: bottom, titlesForm)
      let rows = stepRows(scenario)
      bottom -= 30 + 44 * Double(rows - 1)
      for row in 0..<rows {
        drawSteps(
          &painter, scenario.phases.map(Words.title), row: row, from: left,
          y: bottom + 14 + 44 * Double(row))
      }
    }
    bottom -= 12
    painter.text(
      Words.Library.decideFirst, x: left, y: bottom,
      TextForm(TypeSize.row, .medium, theme.ink, maxWidth: width))
    bottom -= 25
    painter.rule(left, right, y: bottom)
    painter.paragraph(
      summary(scenario), x: left, top: area.y + 48, summaryForm(painter, width: area.width))
  }

  private static let stepsInARow = 8

  private func stepRows(_ scenario: Scenario) -> Int {
    (scenario.phases.count + LibraryScreen.stepsInARow - 1) / LibraryScreen.stepsInARow
  }

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

  /// The steps at the lower end of the card above which what can be started stands.
  private func drawStepsBelow(
    _ painter: inout Painter, _ area: Rectangle, _ scenario: Scenario
  ) {
    guard !scenario.phases.isEmpty else { return }
    let left = area.x + Space.padding
    let right = area.maxX - Space.padding
    let rows = stepRows(scenario)
    for row in 0..<rows {
      drawSteps(
        &painter, scenario.phases.map(Words.title), row: row, from: left,
        y: area.maxY - 31 - 44 * Double(rows - 1 - row))
    }
    let form = TextForm(
      TypeSize.caption, .regular, painter.theme.inkSecondary, alignment: .trailing)
    let words = drillHint.text
    if painter.measure(words, form).width + 44 * Double(scenario.phases.count) < right - left {
      painter.text(words, x: right, y: area.maxY - 26.5, form)
    }
  }

  // MARK: What can be started

  private func titleForm(_ painter: Painter, width: Double) -> TextForm {
    TextForm(
      TypeSize.title, .semibold, painter.theme.ink, maxWidth: width - 2 * Space.padding,
      maxLines: 12)
  }

  func actionsHeight(_ painter: Painter, _ scenario: Scenario, width: Double) -> Double {
    let title = painter.measure(scenario.title, titleForm(painter, width: width))
    var height = 40 + title.height + 13 + 56 + 20
    if offersDemonstration { height += 60 }
    if offersExam { height += 60 + 34 }
    if fadingNote(scenario) != nil { height += 24 }
    return height.rounded()
  }

  func drawActions(
    _ painter: inout Painter, _ area: Rectangle, _ scenario: Scenario
  ) {
    let theme = painter.theme
    painter.card(area)
    let left = area.x + Space.padding
    let width = area.width - 2 * Space.padding
    var top = painter.paragraph(
      scenario.title, x: left, top: area.y + 17, titleForm(painter, width: area.width))
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

  // MARK: A file that cannot be read

  private func errorForms(_ painter: Painter, width: Double) -> [TextForm] {
    let theme = painter.theme
    let room = width - 2 * Space.padding
    return [
      TextForm(TypeSize.row, .semibold, theme.ink, maxWidth: room, maxLines: 8),
      TextForm(TypeSize.row, .regular, theme.high.text, maxWidth: room, maxLines: 60),
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, maxWidth: room, maxLines: 12),
    ]
  }

  func errorHeight(_ painter: Painter, file: String, error: String, width: Double) -> Double {
    let heights = zip([file, error, Words.Library.mend], errorForms(painter, width: width))
      .map { painter.measure($0, $1).height }
    return (50 + heights.reduce(0, +) + 8 + 22 + 20).rounded(.up)
  }

  func drawError(_ painter: Painter, _ area: Rectangle, file: String, error: String) {
    painter.card(area)
    let forms = errorForms(painter, width: area.width)
    let left = area.x + Space.padding
    painter.text(
      Words.Library.aboutFile, x: left, y: area.y + 34,
      TextForm(TypeSize.title, .semibold, painter.theme.ink))
    var top = painter.paragraph(file, x: left, top: area.y + 50, forms[0])
    top = painter.paragraph(error, x: left, top: top + 8, forms[1])
    painter.rule(left, area.maxX - Space.padding, y: top + 12)
    painter.paragraph(Words.Library.mend, x: left, top: top + 22, forms[2])
  }

  func drawDisclaimer(_ painter: Painter, _ area: Rectangle) {
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
