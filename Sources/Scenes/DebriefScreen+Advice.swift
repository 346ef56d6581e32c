import Drawing
import Geometry
import Scenarios
import Scoring

extension DebriefScreen {
  /// The changes worth most, as every report of the result names them.
  var changes: [Change] { model.result.changes }

  /// What to change first: three cards, or fewer where fewer things cost points.
  func drawAdvice(_ painter: inout Painter, _ areas: [Rectangle]) {
    let theme = painter.theme
    if changes.isEmpty, let area = areas.first {
      painter.card(area)
      painter.icon(.tickedCircle, x: area.x + 16, y: area.y + 17, theme.inBand.text)
      painter.text(
        Words.Debrief.noDeductions, x: area.x + 44, y: area.y + 32,
        TextForm(TypeSize.button, .semibold, theme.ink))
      painter.text(
        Words.Debrief.noDeductionsAdvice, x: area.x + 44, y: area.y + 56,
        TextForm(TypeSize.caption, .regular, theme.inkSecondary, maxWidth: area.width - 60))
    }
    for (place, (area, change)) in zip(areas, changes).enumerated() {
      drawCard(&painter, area, change, place)
    }
  }

  /// Heading, detail and gain of a card.
  private func forms(_ painter: Painter, _ width: Double) -> [TextForm] {
    let theme = painter.theme
    let room = width - 32
    return [
      TextForm(
        TypeSize.button, .semibold, theme.ink, maxWidth: room, maxLines: 4, lineHeight: 1.3),
      TextForm(
        TypeSize.caption, .regular, theme.inkSecondary, maxWidth: room, maxLines: 20,
        lineHeight: 1.4),
      TextForm(
        TypeSize.caption, .semibold, theme.tealDeep, maxWidth: room - 22, maxLines: 4),
    ]
  }

  /// What is beyond one line of the heading, three of the detail and one of the gain.
  ///
  /// - Parameter isCompact: does not keep room for lines that the detail does not have.
  private func extra(_ painter: Painter, _ change: Change, _ width: Double, isCompact: Bool)
    -> (heading: Double, detail: Double, gain: Double)
  {
    let forms = forms(painter, width)
    let heading = painter.measure(Words.Debrief.advice(change), forms[0]).height
    let detail = painter.measure(Words.Debrief.detail(change, in: model), forms[1]).height
    let gain = painter.measure(Words.Debrief.gain(change), forms[2]).height
    return (
      max(0, heading - TypeSize.button * 1.5),
      max(isCompact ? -36 : 0, detail - 3 * TypeSize.caption * 1.4 - 1),
      max(0, gain - TypeSize.caption * 1.6)
    )
  }

  /// What a card needs to show every text whole.
  func adviceHeight(
    _ painter: Painter, _ change: Change, _ width: Double, isCompact: Bool = false
  ) -> Double {
    let extra = extra(painter, change, width, isCompact: isCompact)
    return (128 + extra.heading + extra.detail + extra.gain).rounded(.up)
  }

  private func drawCard(
    _ painter: inout Painter, _ area: Rectangle, _ change: Change, _ place: Int
  ) {
    let theme = painter.theme
    let command = Command.selectAdvice(place)
    let deduction = isPicture ? nil : deduction(ofAdvice: place)
    painter.card(area)
    if deduction != nil, painter.isHovered(command) {
      painter.fill(area.inset(1), radius: Space.cardRadius - 1, theme.sunken)
    }
    let left = area.x + 16
    let forms = forms(painter, area.width)
    let extra = extra(
      painter, change, area.width, isCompact: area.height < DebriefScreen.buttonsHeight)
    painter.text(Words.Debrief.advice(change), x: left, y: area.y + 30, forms[0])
    painter.paragraph(
      Words.Debrief.detail(change, in: model), x: left, top: area.y + 39 + extra.heading, forms[1])
    let foot = area.y + extra.heading + extra.detail
    painter.icon(.improve, x: left - 2, y: foot + 97, size: 17, theme.tealDeep, width: 2.2)
    let gain = painter.text(Words.Debrief.gain(change), x: left + 22, y: foot + 111, forms[2])
    guard let deduction else { return }
    drawLead(
      painter, to: deduction, right: area.maxX - 12, y: foot + 111,
      room: area.maxX - 28 - (left + 22 + gain.width))
    painter.target(
      command, area, radius: Space.cardRadius, label: Words.Debrief.advice(change),
      isChosen: deduction == selected)
  }

  /// Where a press on a card leads: to a moment.
  private func drawLead(
    _ painter: Painter, to deduction: Int, right: Double, y: Double, room: Double
  ) {
    let theme = painter.theme
    let words = model.marks[deduction].moment.map { Words.clock($0) } ?? ""
    let form = TextForm(
      TypeSize.caption, .medium, theme.inkSecondary, alignment: .trailing, tabular: true)
    guard room >= 16 else { return }
    painter.icon(.chevron, x: right - 14, y: y - 12.5, size: 16, theme.inkSecondary)
    guard painter.measure(words, form).width + 20 <= room else { return }
    painter.text(words, x: right - 16, y: y, form)
  }
}
