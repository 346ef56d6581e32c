import Catalogue
public import Drawing
import Geometry
import Scenarios

/// The cases, what is known of them, and what can be started.
public struct LibraryScreen: Screen {
  public var cases: [LibraryCase]
  /// Index of the chosen case.
  public var selected: Int
  public var offersDemonstration: Bool
  public var offersExam: Bool
  /// Whether three guided minutes are offered, as at the first start.
  public var offersIntroduction: Bool
  /// Who practises and what is looked for; nil: the cases alone.
  public var header: LibraryHeader?

  public init(
    cases: [LibraryCase], selected: Int = 0, offersDemonstration: Bool = true,
    offersExam: Bool = true, offersIntroduction: Bool = false
  ) {
    self.offersIntroduction = offersIntroduction
    self.cases = cases
    self.selected = selected
    self.offersDemonstration = offersDemonstration
    self.offersExam = offersExam
  }

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
      drawBar(&painter)
      drawGrid(&painter)
      if offersIntroduction { drawIntroduction(&painter) }
      drawDetails(&painter)
      drawHints(painter)
    }
  }

  /// How many columns and rows of cards a layout holds, and where they are.
  struct Grid {
    static let top = 136.0
    static let cardHeight = 188.0
    static let panelWidth = 376.0

    var columns: Int
    var rows: Int
    var cardWidth: Double
    /// Row pitch: the rows share what height is left.
    var pitch: Double
    var panelX: Double

    init(width: Double, height: Double) {
      panelX = width - Space.margin - Grid.panelWidth
      let room = panelX - 40 - Space.margin
      columns = max(1, Int((room + Space.gap) / (380 + Space.gap)))
      cardWidth = (room - Space.gap * Double(columns - 1)) / Double(columns)
      let bottom = height - Space.hintBar - 28
      pitch = Grid.cardHeight + Space.gap
      rows = max(1, Int((bottom - Grid.top + Space.gap) / pitch))
    }

    /// The first row that is shown so that the chosen card is in view.
    func firstRow(selected: Int, count: Int) -> Int {
      let row = max(0, selected) / columns
      let page = row / rows
      let last = max(0, (count + columns - 1) / columns - rows)
      return min(page * rows, last)
    }

    func area(_ place: Int) -> Rectangle {
      Rectangle(
        x: Space.margin + Double(place % columns) * (cardWidth + Space.gap),
        y: Grid.top + Double(place / columns) * pitch, width: cardWidth, height: Grid.cardHeight)
    }
  }

  private func drawGrid(_ painter: inout Painter) {
    let theme = painter.theme
    let grid = Grid(width: painter.width, height: painter.height)
    painter.text(
      Words.library, x: Space.margin, y: 108, TextForm(TypeSize.screen, .semibold, theme.ink))
    drawFind(&painter, left: 260, right: grid.panelX - 40, middle: 102)
    if cases.isEmpty, header?.isNarrowed == true {
      return drawNothingFound(
        painter,
        Rectangle(
          x: Space.margin, y: Grid.top, width: grid.panelX - 40 - Space.margin,
          height: Grid.cardHeight))
    }
    guard !cases.isEmpty else {
      let area = Rectangle(
        x: Space.margin, y: Grid.top, width: grid.panelX - 40 - Space.margin,
        height: Grid.cardHeight)
      painter.card(area)
      painter.text(
        Words.Library.empty, x: area.x + 20, y: area.y + 40,
        TextForm(TypeSize.title, .semibold, theme.ink))
      painter.paragraph(
        Words.Library.emptyAdvice, x: area.x + 20, top: area.y + 56,
        TextForm(
          TypeSize.row, .regular, theme.inkSecondary, maxWidth: area.width - 40, maxLines: 3))
      return
    }
    let first = grid.firstRow(selected: selected, count: cases.count) * grid.columns
    let last = min(cases.count, first + grid.rows * grid.columns)
    drawPaging(&painter, grid, first: first, last: last)
    for index in first..<last {
      drawCard(&painter, grid.area(index - first), index: index)
    }
  }

  /// Shown only where there are more cases than fit.
  private func drawPaging(_ painter: inout Painter, _ grid: Grid, first: Int, last: Int) {
    let page = grid.rows * grid.columns
    guard cases.count > page else { return }
    let theme = painter.theme
    let right = grid.panelX - 40 - (header == nil ? 0 : 420)
    let y = 102.0
    let hasEarlier = first > 0
    let hasLater = last < cases.count
    for (label, isEnabled, x, target) in [
      (Words.Library.earlier, hasEarlier, right - 96, max(0, first - page)),
      (Words.Library.later, hasLater, right - 44, min(cases.count - 1, last)),
    ] {
      let area = Rectangle(x: x, y: y - 22, width: 44, height: 44)
      let command = Command.selectCase(target)
      if isEnabled, painter.isHovered(command) {
        painter.fill(area, radius: Space.buttonRadius, theme.sunken)
      }
      painter.stroke(
        area.inset(0.75), radius: Space.buttonRadius - 0.75,
        isEnabled ? theme.edge : theme.line, width: 1.5)
      let ink = isEnabled ? theme.ink : theme.inkTertiary
      if label == Words.Library.earlier {
        painter.icon(.arrowLeft, x: area.x + 12, y: area.y + 12, ink)
      } else {
        painter.icon(.chevron, x: area.x + 12, y: area.y + 12, ink)
      }
      if isEnabled { painter.target(command, area, label: label) }
    }
    painter.text(
      Words.Library.range(first + 1, last, of: cases.count), x: right - 112, y: y + 5,
      TextForm(
        TypeSize.row, .medium, theme.inkSecondary, alignment: .trailing, tabular: true))
  }

  private func drawHints(_ painter: Painter) {
    var hints: [Hint] = []
    if !cases.isEmpty {
      hints = [Hint("←", "↑", "↓", "→", text: Words.Library.chooseHint)]
      if canStart {
        hints.append(Hint("Enter", text: Words.practice))
        if offersDemonstration { hints.append(Hint("D", text: Words.Library.demonstrationHint)) }
        if offersExam { hints.append(Hint("E", text: Words.exam)) }
        if hasSteps { hints.append(drillHint) }
      }
    }
    if header == nil {
      hints.append(Hint("T", text: Words.Library.themeHint))
    } else {
      hints.append(Hint("/", text: Texts["find.key"]))
      hints.append(Hint("S", text: Texts["settings.title"]))
      hints.append(Hint("F1", text: Words.Library.helpHint))
    }
    painter.hintBar(hints, remark: Words.Library.tabHint)
  }

  var current: LibraryCase? { cases.indices.contains(selected) ? cases[selected] : nil }

  var canStart: Bool {
    if case .scenario = current?.content { true } else { false }
  }
}
