import Drawing
import Geometry
import Scenarios

extension LibraryScreen {
  func drawCard(_ painter: inout Painter, _ area: Rectangle, index: Int) {
    let theme = painter.theme
    let entry = cases[index]
    let isSelected = index == selected
    let command = Command.selectCase(index)
    painter.fill(area, radius: Space.cardRadius, theme.surface)
    if isSelected {
      painter.stroke(area.inset(1), radius: Space.cardRadius - 1, theme.teal, width: 2)
    } else {
      painter.stroke(
        area.inset(0.5), radius: Space.cardRadius - 0.5,
        painter.isHovered(command) ? theme.edge : theme.line)
    }
    switch entry.content {
    case .scenario(let scenario):
      drawScenario(&painter, area, scenario, entry.record, entry.course)
    case .broken(let file, let error):
      drawBroken(&painter, area, file: file, error: error)
    }
    painter.target(
      command, area, radius: Space.cardRadius, label: entry.title, isChosen: isSelected)
  }

  private func drawScenario(
    _ painter: inout Painter, _ area: Rectangle, _ scenario: Scenario, _ record: CaseRecord?,
    _ course: CourseModel?
  ) {
    let theme = painter.theme
    let picture = Rectangle(x: area.x + 12, y: area.y + 12, width: 112, height: 164)
    // What is scrolled out of sight is written for those who read it, and not drawn.
    if painter.isInSight(picture) {
      LibraryThumbnail.draw(on: painter, in: picture, of: scenario)
    }
    let left = area.x + 140
    let width = area.maxX - 16 - left
    if !drawCoursePill(painter, x: left, y: area.y + 16, room: width, course) {
      drawPill(painter, x: left, y: area.y + 16, record)
    }
    var titleForm = TextForm(
      TypeSize.title, .semibold, theme.ink, maxWidth: width, maxLines: 2, lineHeight: 1.3,
      mayBeCut: true)
    let wraps = painter.measure(scenario.title, titleForm).height > TypeSize.title * 1.7
    if wraps { titleForm.size = TypeSize.button }
    painter.text(scenario.title, x: left, y: area.y + (wraps ? 58 : 64), titleForm)
    painter.text(
      Words.cause(scenario.patient.cause), x: left, y: area.y + (wraps ? 97 : 86),
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, maxWidth: width))
    drawDifficulty(painter, scenario.difficulty, x: left, y: area.y + (wraps ? 116 : 107.5))
    drawBest(painter, x: left, y: area.y + 138, width: width, scenario, record)
    let tried = painter.text(
      record.map { Words.Library.attempts($0.attempts) } ?? Words.Library.notTried, x: left,
      y: area.y + 172, TextForm(TypeSize.caption, .regular, theme.inkSecondary)
    ).width
    if let course {
      // The pass mark is the tick on the bar, and is told where the case can be started.
      painter.text(
        Words.Course.session(course), x: area.maxX - 16, y: area.y + 172,
        TextForm(
          TypeSize.label, .semibold, theme.tealDeep, alignment: .trailing,
          maxWidth: width - tried - 12, tabular: true, mayBeCut: true))
    } else if let record, !record.hasPassed {
      painter.text(
        Words.Library.passMark(scenario.rubric.passMark), x: area.maxX - 16, y: area.y + 172,
        TextForm(TypeSize.label, .regular, theme.inkSecondary, alignment: .trailing))
    }
  }

  private func drawPill(_ painter: Painter, x: Double, y: Double, _ record: CaseRecord?) {
    let theme = painter.theme
    if let record, record.hasPassed {
      painter.pill(
        Words.Library.passed, icon: .tickedCircle, x: x, y: y, text: theme.inBand.text,
        tint: theme.inBand.tint)
    } else {
      painter.pill(
        record == nil ? Words.Library.isNew : Words.Library.tryAgain, x: x, y: y,
        text: theme.inkSecondary, tint: theme.sunken)
    }
  }

  /// Three diamonds, as many filled as the case is hard, and the word.
  private func drawDifficulty(
    _ painter: Painter, _ difficulty: Difficulty, x: Double, y: Double
  ) {
    let theme = painter.theme
    for step in 1...3 {
      let centre = Point(x + 6 + 14 * Double(step - 1), y)
      let diamond = Path.polyline(
        [
          Point(centre.x - 5, centre.y), Point(centre.x, centre.y - 5),
          Point(centre.x + 5, centre.y), Point(centre.x, centre.y + 5),
        ], closed: true)
      let isFilled = step <= difficulty.rawValue
      painter.canvas.fill(diamond, isFilled ? theme.teal : theme.surface)
      painter.canvas.stroke(
        diamond, StrokeStyle(width: 1.25, join: .round), isFilled ? theme.teal : theme.edge)
    }
    painter.text(
      Words.difficulty(difficulty), x: x + 48, y: y + 4.5,
      TextForm(TypeSize.caption, .medium, theme.inkSecondary))
  }

  private func drawBest(
    _ painter: Painter, x: Double, y: Double, width: Double, _ scenario: Scenario,
    _ record: CaseRecord?
  ) {
    let theme = painter.theme
    let bar = Rectangle(x: x, y: y - 4, width: min(140, width - 96), height: 8)
    let pass = Double(scenario.rubric.passMark) / 100
    painter.scoreBar(bar, share: record.map { $0.bestScore / 100 }, passShare: pass)
    guard let record else {
      painter.text(
        Words.Library.noScore, x: bar.maxX + 12, y: y + 5,
        TextForm(TypeSize.row, .regular, theme.inkSecondary))
      return
    }
    // Rounded down: a score just short of the pass mark must not read as the mark.
    let score = painter.text(
      "\(Int(record.bestScore.rounded(.down)))", x: bar.maxX + 12, y: y + 5,
      TextForm(TypeSize.row, .semibold, theme.ink))
    painter.text(
      Words.Library.best, x: bar.maxX + 16 + score.width, y: y + 5,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary))
  }

  private func drawBroken(
    _ painter: inout Painter, _ area: Rectangle, file: String, error: String
  ) {
    let theme = painter.theme
    let picture = Rectangle(x: area.x + 12, y: area.y + 12, width: 112, height: 164)
    painter.fill(picture, radius: Space.fieldRadius, theme.sunken)
    painter.icon(
      .octagon, x: picture.centre.x - 22, y: picture.centre.y - 22, size: 44, theme.high.text,
      width: 1.4)
    let left = area.x + 140
    let width = area.maxX - 16 - left
    painter.pill(
      Words.Library.unreadable, icon: .octagon, x: left, y: area.y + 16, text: theme.high.text,
      tint: theme.high.tint)
    painter.text(
      file, x: left, y: area.y + 64,
      TextForm(TypeSize.title, .semibold, theme.ink, maxWidth: width, mayBeCut: true))
    painter.paragraph(
      error, x: left, top: area.y + 74,
      TextForm(
        TypeSize.caption, .regular, theme.inkSecondary, maxWidth: width, maxLines: 5,
        mayBeCut: true))
  }
}
