import Catalogue
public import Drawing
import Geometry
import Scoring

/// A debrief as two sheets of A4, upright, light, on white.
///
/// The first says how it went and what to change; the second shows where, with every deduction.
public struct DebriefPages: Sendable {
  public static let count = 2
  /// Points.
  public static let width = 595.276
  public static let height = 841.89
  /// Points in a unit of layout: 12 units, the least size of type, are just under 8 points.
  private static let scale = 0.66
  static let margin = 46.0
  static let gap = 14.0

  let sheet: DebriefSheet

  public init(_ sheet: DebriefSheet) { self.sheet = sheet }

  /// The window's debrief, whose cards are laid out anew.
  var screen: DebriefScreen {
    DebriefScreen(model: sheet.model, hasNext: false, isPicture: true)
  }

  /// - Parameter page: from 0.
  public func draw(page: Int, on canvas: Canvas) {
    let frame = Frame(
      width: DebriefPages.width, height: DebriefPages.height, density: DebriefPages.scale)
    _ = Painter.paint(on: canvas, in: frame, recorder: nil, isOverlay: true) { painter in
      if page == 0 { drawFirst(&painter) } else { drawSecond(&painter) }
      drawFoot(painter, page)
    }
  }

  /// Where cards may be.
  func room(_ painter: Painter) -> Rectangle {
    Rectangle(
      x: DebriefPages.margin, y: DebriefPages.margin,
      width: painter.width - 2 * DebriefPages.margin,
      height: painter.height - 2 * DebriefPages.margin - 22)
  }

  private func drawFoot(_ painter: Painter, _ page: Int) {
    let theme = painter.theme
    let room = room(painter)
    let y = painter.height - DebriefPages.margin
    painter.rule(room.x, room.maxX, y: y - 18)
    var form = TextForm(
      TypeSize.label, .regular, theme.inkSecondary, maxWidth: room.width * 0.7, mayBeCut: true)
    painter.text(
      "\(Words.productName) · \(DebriefSheet.notADevice)", x: room.x, y: y, form)
    form.alignment = .trailing
    form.maxWidth = nil
    painter.text(
      Texts[
        "report.page", ["page": String(page + 1), "pages": String(DebriefPages.count)]],
      x: room.maxX, y: y, form)
  }

  // MARK: First page

  private func drawFirst(_ painter: inout Painter) {
    let room = room(painter)
    var y = drawHead(painter, room)
    let score = Rectangle(x: room.x, y: y, width: 264, height: 300)
    screen.drawScore(painter, score)
    screen.drawCriteria(
      painter,
      Rectangle(
        x: score.maxX + DebriefPages.gap, y: y,
        width: room.maxX - score.maxX - DebriefPages.gap, height: score.height))
    y = score.maxY + DebriefPages.gap
    y = drawRemarks(painter, room, y)
    // What is left goes to the session.
    let patient = screen.patientHeight(painter, room.width)
    let below = 48 + adviceHeight(painter, room) + DebriefPages.gap + (patient ?? 0)
    let height = min(320, max(190, room.maxY - y - below))
    let timeline = Rectangle(x: room.x, y: y, width: room.width, height: height)
    drawTimeline(&painter, timeline)
    y = timeline.maxY + 34
    painter.text(
      Texts["report.changes"], x: room.x, y: y,
      TextForm(TypeSize.title, .semibold, painter.theme.ink))
    y += 14
    y = drawAdvice(&painter, room, y)
    if let patient, y + patient <= room.maxY + 1 {
      screen.drawPatient(
        painter, Rectangle(x: room.x, y: y, width: room.width, height: patient))
    }
  }

  /// Title, and who, when and how; returns where the next may begin.
  private func drawHead(_ painter: Painter, _ room: Rectangle) -> Double {
    let theme = painter.theme
    painter.text(
      "\(DebriefSheet.debrief) · \(sheet.attempt)", x: room.x, y: room.y + 12,
      TextForm(TypeSize.row, .semibold, theme.tealDeep))
    let titleForm = TextForm(
      26, .semibold, theme.ink, maxWidth: room.width, maxLines: 2, lineHeight: 1.2,
      mayBeCut: true)
    var y = painter.paragraph(sheet.title, x: room.x, top: room.y + 20, titleForm) + 8
    let term = TextForm(TypeSize.label, .regular, theme.inkSecondary)
    // As many beside each other as there is room for.
    let columns = 4
    let width = room.width / Double(columns)
    for (index, fact) in sheet.facts.enumerated() {
      let x = room.x + Double(index % columns) * width
      let top = y + Double(index / columns) * 38
      painter.text(fact.term, x: x, y: top + 12, term)
      painter.text(
        fact.value, x: x, y: top + 29,
        TextForm(TypeSize.caption, .medium, theme.ink, maxWidth: width - 12, mayBeCut: true))
    }
    y += Double((sheet.facts.count + columns - 1) / columns) * 38 + 8
    return y
  }

  /// Critical faults, what is below its minimum, a close verdict: all that hangs on the verdict.
  private func drawRemarks(_ painter: Painter, _ room: Rectangle, _ top: Double) -> Double {
    let theme = painter.theme
    var lines = sheet.critical.map { "\($0.term) (\($0.value))" }
    for line in [sheet.below, sheet.borderline] {
      if let line, line != sheet.reason { lines.append(line) }
    }
    // One alone stands in the card of the score.
    guard !lines.isEmpty, lines.count > 1 || !sheet.critical.isEmpty else { return top }
    let form = TextForm(
      TypeSize.caption, .medium, theme.ink, maxWidth: room.width - 60, maxLines: 2,
      lineHeight: 1.35)
    let heights = lines.map { painter.measure($0, form).height + 4 }
    let area = Rectangle(
      x: room.x, y: top, width: room.width, height: heights.reduce(0, +) + 18)
    painter.fill(area, radius: Space.cardRadius, theme.high.tint)
    painter.icon(.octagon, x: area.x + 14, y: area.y + 9, size: 18, theme.high.text, width: 2)
    var y = area.y + 9
    for (line, height) in zip(lines, heights) {
      painter.paragraph(line, x: area.x + 44, top: y, form)
      y += height
    }
    return area.maxY + DebriefPages.gap
  }

  private func drawTimeline(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    painter.card(area)
    painter.text(
      DebriefSheet.timeline, x: area.x + 20, y: area.y + 30,
      TextForm(TypeSize.title, .semibold, theme.ink))
    painter.text(
      screen.captionText, x: area.maxX - 20, y: area.y + 30,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing))
    // The names that stand below the chart of the window are on the second page.
    var place = area
    place.height += 42
    let chart = DebriefScreen.Chart(area: place, model: sheet.model)
    screen.drawSegments(painter, chart)
    screen.drawBands(painter, chart)
    screen.drawSpeeds(painter, chart)
    screen.drawMoments(&painter, chart)
  }

  private func adviceWidth(_ room: Rectangle) -> Double {
    let count = Double(max(1, screen.changes.count))
    return (room.width - DebriefPages.gap * (count - 1)) / count
  }

  private func adviceHeight(_ painter: Painter, _ room: Rectangle) -> Double {
    let width = adviceWidth(room)
    return max(
      84,
      screen.changes.map {
        screen.adviceHeight(painter, $0, width, isCompact: true)
      }.max() ?? 0)
  }

  private func drawAdvice(
    _ painter: inout Painter, _ room: Rectangle, _ top: Double
  ) -> Double {
    let (width, height) = (adviceWidth(room), adviceHeight(painter, room))
    screen.drawAdvice(
      &painter,
      (0..<max(1, screen.changes.count)).map {
        Rectangle(
          x: room.x + Double($0) * (width + DebriefPages.gap), y: top, width: width,
          height: height)
      })
    return top + height + DebriefPages.gap
  }
}
