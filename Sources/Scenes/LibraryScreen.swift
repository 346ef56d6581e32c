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
      if painter.width < LibraryScreen.leastBeside {
        drawStacked(&painter)
      } else {
        drawGrid(&painter)
        drawDetails(&painter)
      }
      drawHints(painter)
    }
  }

  /// The page width from which the panel stands beside the cases.
  static let leastBeside = 900.0

  /// Where the cards are, and the panel beside them.
  struct Grid {
    static let top = 136.0
    static let cardHeight = 188.0
    static let panelWidth = 376.0
    static let pitch = cardHeight + Space.gap
    /// Room above the first card and below the last one.
    static let above = 8.0
    static let below = 28.0
    /// Height of a row of its own for filter and search.
    static let find = 60.0
    /// Right end of the cards from which filter and search have room beside the title.
    static let leastForFind = 640.0

    var columns: Int
    var cardWidth: Double
    var panelX: Double
    /// Right end of the cards.
    var right: Double

    init(width: Double) {
      panelX = width - Space.margin - Grid.panelWidth
      right = width < LibraryScreen.leastBeside ? width - Space.margin : panelX - 40
      let room = right - Space.margin
      columns = max(1, Int((room + Space.gap) / (380 + Space.gap)))
      cardWidth = (room - Space.gap * Double(columns - 1)) / Double(columns)
    }

    func rows(_ count: Int) -> Int { (count + columns - 1) / columns }

    /// - Parameter top: of the first row.
    func area(_ place: Int, top: Double = Grid.top) -> Rectangle {
      Rectangle(
        x: Space.margin + Double(place % columns) * (cardWidth + Space.gap),
        y: top + Double(place / columns) * Grid.pitch, width: cardWidth, height: Grid.cardHeight)
    }
  }

  func drawTitle(_ painter: Painter) {
    painter.text(
      Words.library, x: Space.margin, y: 108,
      TextForm(TypeSize.screen, .semibold, painter.theme.ink))
  }

  /// The cases in a list that scrolls by itself.
  private func drawGrid(_ painter: inout Painter) {
    let grid = Grid(width: painter.width)
    drawTitle(painter)
    // Filter and search stand beside the title, or below it where the cards are one column.
    let isBelow = header != nil && grid.right < Grid.leastForFind
    let first = Grid.top + (isBelow ? Grid.find : 0)
    drawFind(
      &painter, left: isBelow ? Space.margin : 260, right: grid.right,
      middle: isBelow ? Grid.top + 24 : 102, isWide: isBelow)
    guard !cases.isEmpty else { return drawEmpty(painter, grid, top: first) }
    let top = first - Grid.above
    painter.scrolled(
      .list,
      in: Rectangle(
        x: Space.margin - 8, y: top, width: grid.right + 20 - Space.margin + 8,
        height: painter.height - Space.hintBar - top),
      length: Grid.above + Double(grid.rows(cases.count)) * Grid.pitch - Space.gap + Grid.below
    ) { painter in
      for index in cases.indices { drawCard(&painter, grid.area(index, top: first), index: index) }
    }
  }

  func drawEmpty(_ painter: Painter, _ grid: Grid, top: Double = Grid.top) {
    let theme = painter.theme
    let area = Rectangle(
      x: Space.margin, y: top, width: grid.right - Space.margin, height: Grid.cardHeight)
    if header?.isNarrowed == true { return drawNothingFound(painter, area) }
    painter.card(area)
    painter.text(
      Words.Library.empty, x: area.x + 20, y: area.y + 40,
      TextForm(TypeSize.title, .semibold, theme.ink))
    painter.paragraph(
      Words.Library.emptyAdvice, x: area.x + 20, top: area.y + 56,
      TextForm(
        TypeSize.row, .regular, theme.inkSecondary, maxWidth: area.width - 40, maxLines: 6))
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
      hints.append(Hint("H", text: Texts["history.title"]))
      hints.append(Hint("/", text: Texts["find.key"]))
      hints.append(Hint("S", text: Texts["settings.title"]))
      hints.append(Hint("F1", text: Texts["settings.keys.help"]))
    }
    painter.hintBar(hints, remark: Words.Library.tabHint)
  }

  var current: LibraryCase? { cases.indices.contains(selected) ? cases[selected] : nil }

  var canStart: Bool {
    if case .scenario = current?.content { true } else { false }
  }
}
