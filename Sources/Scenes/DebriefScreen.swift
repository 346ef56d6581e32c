import Catalogue
public import Drawing
import Geometry
import Scenarios
import Scoring

/// How an attempt went: score, criteria, session, marks on the back, and what to change first.
public struct DebriefScreen: Screen {
  public var model: DebriefModel
  public var choice = DebriefChoice()
  /// Whether there is a case after this one.
  public var hasNext: Bool
  /// A picture to keep: nothing on it is to press, it says what was judged instead.
  public var isPicture: Bool
  /// What is quietly said of how the attempt was made: what an exam hid.
  public var note: String?
  /// The step that is on the plate whatever is chosen; nil: it follows the choice.
  var shownStep: Int?
  /// Whether the foot of the plate says what the kinds of trail mean, and not what is chosen.
  var hasLegend = false
  /// Whether it was opened from the history, to which it leads back.
  public var isFromHistory = false
  /// Whether a report of the attempt can be written.
  public var canExport = true
  /// What is kept from frame to frame; nil: nothing.
  public var pictures: DebriefPictures?

  public init(
    model: DebriefModel, selected: Int? = nil, hasNext: Bool = true, isPicture: Bool = false
  ) {
    self.model = model
    self.hasNext = hasNext
    self.isPicture = isPicture
    self.selected = selected
  }

  /// Index of the step that can be drilled because the chosen mark lies in it; nil: none.
  public var drillStep: Int? {
    selected.flatMap { model.marks.indices.contains($0) ? model.marks[$0].phase : nil }
  }

  var deductions: [Deduction] { model.result.deductions }

  /// Deductions in the order of their moments, those without one last: the numbers of the marks.
  var order: [Int] {
    deductions.indices.sorted { a, b in
      let first = model.marks[a].moment ?? .infinity
      let second = model.marks[b].moment ?? .infinity
      return first == second ? a < b : first < second
    }
  }

  /// How many marks are on the timeline: what was left out has no moment, and they come last.
  var momentCount: Int { model.marks.count { $0.moment != nil } }

  /// The deduction before (-1) or after (1) the chosen one in the order of moments; the first when
  /// none is chosen, nil beyond the ends.
  public func neighbour(_ step: Int) -> Int? {
    let order = order
    guard let place = selected.flatMap({ order.firstIndex(of: $0) }) else { return order.first }
    return order.indices.contains(place + step) ? order[place + step] : nil
  }

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    if let pictures, recorder == nil, choice.endsAtTime, !isPicture {
      return drawMoment(pictures, on: canvas, in: frame)
    }
    return Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
      _ = draw(.all, on: &painter)
    }
  }

  /// Draws all of the screen, or what stays while a moment moves on; gives where its cards are.
  func draw(_ part: Part, on painter: inout Painter) -> Places {
    let result = model.result
    painter.appBar(
      path: [
        isFromHistory ? Texts["history.title"] : Words.library, model.scenario.title,
        Words.Debrief.title,
      ],
      heading: Words.Debrief.attempt(result),
      subheading: Words.Debrief.length(result.duration.value), isPicture: isPicture)
    let places = places(painter)
    painter.page(length: places.bottom - Space.appBar) { painter in
      drawScore(painter, places.score)
      drawCriteria(painter, places.criteria)
      drawTimeline(&painter, places.timeline, part)
      drawAdvice(&painter, places.advice)
      drawPlate(&painter, places.plate, part)
      drawPatient(painter, places.patient)
      if isPicture {
        drawOrigin(painter, places.buttons)
      } else {
        drawButtons(&painter, places.buttons)
      }
    }
    if isPicture {
      painter.hintBar([], remark: Words.notADevice)
    } else {
      drawHints(painter)
    }
    return places
  }

  /// Two beside each other, as many rows as it takes.
  private func drawButtons(_ painter: inout Painter, _ area: Rectangle) {
    let buttons: [(words: String, icon: Icon, key: String, command: Command, isEnabled: Bool)] = [
      (Words.Debrief.next, .chevron, "N", .nextCase, hasNext),
      (Words.Debrief.retry, .retry, "R", .retry, true),
      (Words.Replay.open, .play, "P", .replay, true),
      (Words.Debrief.export, .export, "X", .export, canExport),
      (
        isFromHistory ? Texts["history.title"] : Words.Debrief.library, .list, "Esc", .toLibrary,
        true
      ),
    ]
    let width = (area.width - 16) / 2
    for (index, button) in buttons.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: 2)
      let isAlone = index == buttons.count - 1 && column == 0
      painter.button(
        index == 0 ? .primary : .secondary,
        Rectangle(
          x: area.x + Double(column) * (width + 16),
          y: area.y + Double(row) * DebriefScreen.buttonRow, width: isAlone ? area.width : width,
          height: 48),
        button.words, icon: button.icon, key: button.key, size: 16, command: button.command,
        isEnabled: button.isEnabled)
    }
  }

  /// What a picture says in place of the buttons: what was judged and how.
  private func drawOrigin(_ painter: Painter, _ area: Rectangle) {
    let theme = painter.theme
    painter.card(area)
    painter.text(
      Words.Debrief.origin, x: area.x + 20, y: area.y + 30,
      TextForm(TypeSize.button, .semibold, theme.ink))
    for (index, row) in Words.Debrief.origins(model.result).enumerated() {
      let y = area.y + 54 + 19 * Double(index)
      painter.text(
        row.0, x: area.x + 20, y: y, TextForm(TypeSize.caption, .regular, theme.inkSecondary))
      painter.text(
        row.1, x: area.x + 110, y: y,
        TextForm(
          TypeSize.caption, .medium, theme.ink, maxWidth: area.width - 130, mayBeCut: true))
    }
  }

  private func drawHints(_ painter: Painter) {
    var hints: [Hint] = []
    if let note {
      // The other keys stand on their buttons.
      if !deductions.isEmpty { hints.append(Hint("←", "→", text: Words.Debrief.stepHint)) }
      return painter.hintBar(hints, remark: note)
    }
    if hasNext { hints.append(Hint("N", text: Words.Debrief.next)) }
    hints.append(Hint("R", text: Words.Debrief.retry))
    hints.append(Hint("P", text: Words.Replay.open))
    if !deductions.isEmpty { hints.append(Hint("←", "→", text: Words.Debrief.stepHint)) }
    if canExport { hints.append(Hint("X", text: Words.Debrief.exportHint)) }
    hints.append(
      Hint("Esc", text: isFromHistory ? Texts["history.title"] : Words.Debrief.library))
    painter.hintBar(hints, remark: Words.Debrief.marks(momentCount))
  }
}
