import BackAtlas
import Catalogue
public import Drawing
import Geometry
import Scenarios
import Scoring

/// An attempt looked at once more, beside the expert's.
public struct ReplayScreen: Screen {
  /// Nil while the attempt is still being read.
  public var model: ReplayModel?
  /// Which share of that is done, 0 to 1.
  public var progress: Double
  /// The case's title.
  public var caseTitle: String
  /// Whether the program shows this replay alone, with no debrief to go back to.
  public var isAlone = false
  /// Kept while the screen is shown, so that a frame draws only what changed.
  let pictures: ReplayPictures

  public init(
    _ model: ReplayModel?, caseTitle: String, progress: Double = 0,
    pictures: ReplayPictures = ReplayPictures()
  ) {
    self.model = model
    self.caseTitle = caseTitle
    self.progress = progress
    self.pictures = pictures
  }

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
      let path = isAlone ? [caseTitle] : [caseTitle, Words.Debrief.title]
      painter.appBar(
        path: path + [Words.Replay.title],
        heading: model.map { Words.Debrief.attempt($0.debrief.result) } ?? "",
        subheading: model.map { Words.Debrief.length($0.debrief.duration) } ?? "")
      if let model {
        let parts = ReplayParts(model: model, pictures: pictures)
        let places = parts.places(painter)
        painter.page(length: places.bottom - Space.appBar) { parts.draw(places, on: &$0) }
        if let scrolled = places.list { parts.drawList(in: scrolled, on: &painter) }
      } else {
        drawReading(painter)
      }
      drawHints(painter)
    }
  }

  private func drawReading(_ painter: Painter) {
    let theme = painter.theme
    let width = min(360, painter.width - 2 * Space.margin)
    let middle = Space.appBar + (painter.height - Space.appBar - Space.hintBar) / 2
    painter.text(
      Words.Replay.reading, x: painter.width / 2, y: middle - 20,
      TextForm(TypeSize.button, .semibold, theme.ink, alignment: .centre))
    painter.scoreBar(
      Rectangle(x: (painter.width - width) / 2, y: middle, width: width, height: 12),
      share: progress, passShare: nil)
  }

  private func drawHints(_ painter: Painter) {
    var hints: [Hint] = []
    if let model {
      hints.append(Hint("Space", text: model.isPlaying ? Words.Replay.pause : Words.Replay.play))
      if !model.debrief.marks.isEmpty { hints.append(Hint("←", "→", text: Words.Replay.markHint)) }
      hints += [
        Hint(",", ".", text: Words.Replay.eventHint),
        Hint("−", "+", text: Words.Replay.speedHint),
        Hint("Home", "End", text: Words.Replay.endsHint), Hint("V", text: Words.Replay.viewHint),
      ]
    }
    hints.append(Hint("Esc", text: isAlone ? Words.Replay.close : Words.Replay.debrief))
    painter.hintBar(hints)
  }
}

/// The parts of the page, once there is something to show.
struct ReplayParts {
  let model: ReplayModel
  let pictures: ReplayPictures

  /// The debrief of the same attempt, whose numbers and shapes the marks have.
  var debrief: DebriefScreen { DebriefScreen(model: model.debrief, selected: model.chosen) }
  var scenario: Scenario { model.debrief.scenario }

  /// Where the cards are on the page.
  struct Places {
    var plates: Rectangle
    var transport: Rectangle
    var now: Rectangle
    /// Changes and deductions, as long as they are; nil where they scroll in a card of their own.
    var rows: Rectangle?
    /// That card.
    var list: Rectangle?
    var bottom: Double
  }

  /// Narrowest page on which plates and panel stand side by side.
  private static let wide = 1080.0

  func places(_ painter: Painter) -> Places {
    let left = Space.margin
    let top = 80.0
    let end = painter.height - Space.hintBar - 16
    guard painter.width >= ReplayParts.wide, !painter.isTall else {
      return stacked(painter, top: top, end: end)
    }
    let right = Rectangle(x: painter.width - 392, y: top, width: 368, height: 0)
    let width = right.x - 16 - left
    let transportHeight = transportHeight(width)
    let now = Rectangle(
      x: right.x, y: top, width: right.width, height: nowHeight(painter, right.width))
    // Where the page is too low for a list of its own, everything is one page to scroll.
    guard end - now.maxY - 16 >= 180 else {
      let plates = Rectangle(
        x: left, y: top, width: width, height: max(320, end - top - 16 - transportHeight))
      let transport = Rectangle(
        x: left, y: plates.maxY + 16, width: width, height: transportHeight)
      let rows = Rectangle(
        x: right.x, y: now.maxY + 16, width: right.width, height: rowsHeight(painter, right.width))
      return Places(
        plates: plates, transport: transport, now: now, rows: rows,
        bottom: max(transport.maxY, rows.maxY) + 16)
    }
    let plates = Rectangle(
      x: left, y: top, width: width, height: end - top - 16 - transportHeight)
    return Places(
      plates: plates,
      transport: Rectangle(
        x: left, y: plates.maxY + 16, width: width, height: transportHeight),
      now: now,
      list: Rectangle(
        x: right.x, y: now.maxY + 16, width: right.width, height: end - now.maxY - 16),
      bottom: painter.height - Space.hintBar)
  }

  private func stacked(_ painter: Painter, top: Double, end: Double) -> Places {
    let left = Space.margin
    let width = painter.width - 2 * left
    let transportHeight = transportHeight(width)
    let plates = Rectangle(
      x: left, y: top, width: width,
      height: min(max(300, end - top - 16 - transportHeight), width * 0.9))
    let transport = Rectangle(x: left, y: plates.maxY + 16, width: width, height: transportHeight)
    let now: Rectangle
    let rows: Rectangle
    if width >= 760 {
      let half = (width - 16) / 2
      now = Rectangle(
        x: left, y: transport.maxY + 16, width: half, height: nowHeight(painter, half))
      rows = Rectangle(
        x: now.maxX + 16, y: now.y, width: half, height: rowsHeight(painter, half))
    } else {
      now = Rectangle(
        x: left, y: transport.maxY + 16, width: width, height: nowHeight(painter, width))
      rows = Rectangle(
        x: left, y: now.maxY + 16, width: width, height: rowsHeight(painter, width))
    }
    return Places(
      plates: plates, transport: transport, now: now, rows: rows,
      bottom: max(now.maxY, rows.maxY) + 16)
  }

  func draw(_ places: Places, on painter: inout Painter) {
    drawPlates(places.plates, on: painter)
    drawTransport(places.transport, on: &painter)
    drawNow(places.now, on: painter)
    if let rows = places.rows {
      painter.card(rows)
      drawRows(rows, on: &painter)
    }
  }

  /// The list in a card of its own, in which it scrolls.
  func drawList(in area: Rectangle, on painter: inout Painter) {
    painter.card(area)
    let inner = Rectangle(x: area.x, y: area.y + 1, width: area.width, height: area.height - 2)
    let length = rowsHeight(painter, area.width)
    painter.scrolled(.side, in: inner, length: length) { painter in
      drawRows(
        Rectangle(x: inner.x, y: inner.y, width: inner.width, height: length), on: &painter)
    }
  }

  // MARK: Plates

  private static let ruler = 40.0
  /// Between the plates.
  private static let gap = 8.0

  private func drawPlates(_ area: Rectangle, on painter: Painter) {
    let theme = painter.theme
    let canvas = painter.canvas
    painter.card(area)
    let sides = [(model.attempt, false)] + (model.expert.map { [($0, true)] } ?? [])
    let gaps = ReplayParts.gap * Double(sides.count - 1)
    let width = (area.width - ReplayParts.ruler - gaps) / Double(sides.count)
    // Both show the same part of the back, so that places compare.
    let view = ReplayPlate.view(
      model.view, model.attempt.practice.currentPhase ?? scenario.phases.first,
      back: scenario.patient.back, width: width, height: area.height)
    canvas.saved {
      canvas.clip(.roundedRectangle(area.inset(1), radius: Space.cardRadius - 1))
      for (index, (side, isExpert)) in sides.enumerated() {
        let x = area.x + ReplayParts.ruler + Double(index) * (width + ReplayParts.gap)
        ReplayPlate(
          side: side, scenario: scenario, view: view,
          title: isExpert ? Words.Replay.expert : Words.Replay.attempt, isExpert: isExpert,
          pictures: isExpert ? pictures.expert : pictures.attempt
        ).draw(at: Point(x, area.y), on: painter)
        for edge in [x, x + width] {
          painter.line(edge + 0.5, area.y, edge + 0.5, area.maxY, theme.line)
        }
      }
    }
    painter.stroke(area.inset(0.5), radius: Space.cardRadius - 0.5, theme.line)
    drawRuler(area, view, on: painter)
  }

  private func drawRuler(_ area: Rectangle, _ view: PlateView, on painter: Painter) {
    let theme = painter.theme
    let right = area.x + ReplayParts.ruler
    var last = -Double.infinity
    // Where levels stand close, some are left out.
    let pitch = model.view == .wholeBack ? 26.0 : 15
    for landmark in Landmark.allCases {
      let y = area.y + view.layout(Point(0, Double(scenario.patient.back.level(landmark)))).y
      guard y > area.y + 14, y < area.maxY - 10, y - last >= pitch else { continue }
      last = y
      let isMain = landmark == .t12 || landmark == .l4
      painter.text(
        landmark.rawValue, x: right - 31, y: y + 4.3,
        TextForm(TypeSize.label, isMain ? .semibold : .regular, theme.sepia))
      painter.line(right - 6, y, right, y, theme.sepiaFine)
    }
  }
}
