import Catalogue
public import Drawing
import Geometry

/// What was done so far: every attempt, curves over the attempts, the courses and what is due.
public struct HistoryScreen: Screen {
  public var model: HistoryModel
  public var choice: HistoryChoice
  /// Id of the attempt whose record is being read.
  public var opening: String?

  public init(
    _ model: HistoryModel, choice: HistoryChoice = HistoryChoice(), opening: String? = nil
  ) {
    self.model = model
    self.choice = choice
    self.opening = opening
  }

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
      let count = model.attempts.count
      painter.appBar(
        path: [Words.library, Texts["history.title"]],
        heading: model.trainee ?? Texts["trainees.nobody"],
        subheading: count == 0 ? Texts["library.noAttempts"] : Words.Library.attempts(count))
      if model.attempts.isEmpty && model.courses.isEmpty {
        drawEmpty(&painter)
      } else if painter.width >= HistoryScreen.leastBeside, painter.height >= 740 {
        drawBeside(&painter)
      } else {
        drawStacked(&painter)
      }
      painter.hintBar(hints, remark: Texts["settings.keys.back"])
    }
  }

  private var hints: [Hint] {
    guard !model.attempts.isEmpty else { return [Hint("F1", text: Texts["settings.keys.help"])] }
    var hints = [
      Hint("↑", "↓", text: Texts["history.keys.attempt"]),
      Hint("←", "→", text: Texts["history.keys.curve"]),
    ]
    if cases.count > 1 { hints.append(Hint("C", text: Texts["history.keys.case"])) }
    if classes(of: listed).count > 1 {
      hints.append(Hint("D", text: Texts["history.keys.class"]))
    }
    if opening != nil {
      hints.append(Hint("Esc", text: Texts["history.stopOpening"]))
    } else if chosen(of: listed)?.canBeOpened == true {
      hints.append(Hint("Enter", text: Texts["history.open"]))
    }
    return hints + [Hint("F1", text: Texts["settings.keys.help"])]
  }

  // MARK: Places

  /// The page width from which list, curves and courses stand beside each other.
  static let leastBeside = 1240.0
  private static let top = 136.0
  private static let panelTop = 84.0
  private static let panelWidth = 376.0
  /// Between columns, as in the library.
  private static let wideGap = 40.0

  /// As the library: two columns below the title, a panel beside them.
  private func drawBeside(_ painter: inout Painter) {
    let bottom = painter.height - Space.hintBar - Space.gap
    let panelX = painter.width - Space.margin - HistoryScreen.panelWidth
    let right = panelX - HistoryScreen.wideGap
    let column = (right - Space.margin - Space.gap) / 2
    let listed = listed
    painter.screenTitle(Texts["history.title"], room: painter.width - Space.margin - right + column)
    drawCases(
      &painter,
      Rectangle(x: right - column, y: 80, width: column, height: Space.target))
    drawAttempts(
      &painter, listed,
      Rectangle(
        x: Space.margin, y: HistoryScreen.top, width: column, height: bottom - HistoryScreen.top))
    drawProgress(
      &painter, listed,
      Rectangle(
        x: right - column, y: HistoryScreen.top, width: column,
        height: bottom - HistoryScreen.top))
    let needed = panelHeight(painter, width: HistoryScreen.panelWidth)
    painter.scrolled(
      .side,
      in: Rectangle(
        x: panelX - 14, y: Space.appBar, width: HistoryScreen.panelWidth + 14 + Space.margin,
        height: painter.height - Space.hintBar - Space.appBar),
      length: HistoryScreen.panelTop - Space.appBar + needed + Space.gap
    ) { painter in
      drawPanel(
        &painter,
        Rectangle(
          x: panelX, y: HistoryScreen.panelTop, width: HistoryScreen.panelWidth, height: needed))
    }
  }

  /// One page: the courses and what is due, the curves, then the attempts.
  private func drawStacked(_ painter: inout Painter) {
    let width = painter.width - 2 * Space.margin
    let listed = listed
    let isPaired = painter.width >= 900
    let column = isPaired ? (width - Space.gap) / 2 : width
    let panel = panelHeight(painter, width: column)
    let progress =
      listed.isEmpty ? 0 : max(HistoryScreen.progressHeight, isPaired ? min(panel, 760) : 0)
    let list = attemptsHeight(listed)
    let first = HistoryScreen.top + (cases.count > 1 ? 60 : 0)
    let upper =
      isPaired ? max(panel, progress) : panel + (progress > 0 ? Space.gap + progress : 0)
    painter.page(length: first - Space.appBar + upper + Space.gap + list + Space.margin) {
      painter in
      painter.screenTitle(Texts["history.title"])
      drawCases(
        &painter,
        Rectangle(x: Space.margin, y: 132, width: min(width, 480), height: Space.target))
      drawPanel(&painter, Rectangle(x: Space.margin, y: first, width: column, height: panel))
      if progress > 0 {
        drawProgress(
          &painter, listed,
          Rectangle(
            x: Space.margin + (isPaired ? column + Space.gap : 0),
            y: first + (isPaired ? 0 : panel + Space.gap), width: column, height: progress))
      }
      drawRows(
        &painter, listed,
        Rectangle(
          x: Space.margin, y: first + upper + Space.gap, width: width, height: list))
    }
  }

  // MARK: Choosing

  /// All cases or one of them.
  private func drawCases(_ painter: inout Painter, _ area: Rectangle) {
    let cases = cases
    guard cases.count > 1 else { return }
    let place = cases.firstIndex { $0.id == choice.caseID }
    painter.stepper(
      area, place.map { cases[$0].title } ?? Texts["history.allCases"],
      earlier: (.stepHistoryCase(-1), Texts["history.earlierCase"]),
      later: (.stepHistoryCase(1), Texts["history.laterCase"]))
  }

  private func drawEmpty(_ painter: inout Painter) {
    let theme = painter.theme
    let width = min(640, painter.width - 2 * Space.margin)
    let advice = TextForm(
      TypeSize.button, .regular, theme.inkSecondary, maxWidth: width - 80, maxLines: 8)
    let height = 236 + painter.measure(Texts["history.emptyAdvice"], advice).height
    let left = (painter.width - width) / 2
    painter.page(length: HistoryScreen.top - Space.appBar + height + Space.margin) { painter in
      painter.screenTitle(Texts["history.title"])
      let area = Rectangle(x: left, y: HistoryScreen.top, width: width, height: height)
      painter.card(area)
      painter.canvas.fill(
        .circle(centre: Point(area.x + 68, area.y + 64), radius: 28), theme.tealTint)
      painter.icon(.curve, x: area.x + 54, y: area.y + 50, size: 28, theme.tealDeep)
      painter.text(
        Texts["history.empty"], x: area.x + 40, y: area.y + 132,
        TextForm(TypeSize.heading, .semibold, theme.ink, maxWidth: width - 80))
      let end = painter.paragraph(
        Texts["history.emptyAdvice"], x: area.x + 40, top: area.y + 146, advice)
      painter.button(
        .primary,
        Rectangle(x: area.x + 40, y: end + 20, width: min(280, width - 80), height: 48),
        Texts["history.toLibrary"], icon: .list, key: "Esc", command: .back)
    }
  }
}

extension Painter {
  /// One of several, with a way to the one before and the one after.
  mutating func stepper(
    _ area: Rectangle, _ label: String, earlier: (command: Command, label: String),
    later: (command: Command, label: String)
  ) {
    let box = Rectangle(x: area.x, y: area.y + 4, width: area.width, height: area.height - 8)
    fill(box, radius: Space.fieldRadius + 1, theme.surface)
    stroke(box.inset(0.5), radius: Space.fieldRadius + 0.5, theme.edge)
    let side = Space.target
    let left = Rectangle(x: area.x, y: area.y, width: side, height: area.height)
    let right = Rectangle(x: area.maxX - side, y: area.y, width: side, height: area.height)
    for (button, icon, way) in [(left, Icon.arrowLeft, earlier), (right, .chevron, later)] {
      if isHovered(way.command) {
        fill(
          Rectangle(x: button.x + 2, y: box.y + 2, width: side - 4, height: box.height - 4),
          radius: Space.fieldRadius, theme.sunken)
      }
      self.icon(
        icon, x: button.centre.x - 9, y: button.centre.y - 9, size: 18, theme.inkSecondary,
        width: 2)
      target(way.command, button, radius: Space.fieldRadius, label: way.label)
    }
    line(left.maxX, box.y + 8, left.maxX, box.maxY - 8, theme.line)
    line(right.x, box.y + 8, right.x, box.maxY - 8, theme.line)
    var form = TextForm(
      TypeSize.row, .semibold, theme.ink, alignment: .centre,
      maxWidth: area.width - 2 * side - 12, mayBeCut: true)
    // Smaller is better than a lost end.
    if measure(label, form).isCut { form.size = TypeSize.label }
    text(label, x: area.centre.x, y: area.centre.y + form.size * 0.36, form)
  }
}
