import Attempts
import Drawing
import Geometry
import Scenarios

/// The set pressure on a card of its own: where gauges or comfort are not shown.
struct PracticePressure {
  let model: PracticeModel
  let card: Rectangle

  private var x: Double { card.x + 16 }
  private var right: Double { card.maxX - 16 }
  private var top: Double { card.y + 25 }

  /// Keys and names, or why there is nothing to set.
  func drawGround(on painter: inout Painter) {
    let theme = painter.theme
    painter.card(card)
    let caption = TextForm(TypeSize.caption, .medium, theme.inkSecondary)
    guard model.setPressure != nil else {
      let isMeasured = model.hands.contains { $0.pressure != nil }
      let words =
        model.isDemonstration
        ? PracticeWords.demonstratedPressure
        : isMeasured || model.hands.isEmpty
          ? PracticeWords.measuredPressure : PracticeWords.unknownPressure
      painter.paragraph(
        words, x: x, top: top - 14,
        TextForm(
          TypeSize.caption, .regular, theme.inkSecondary, maxWidth: card.width - 32, maxLines: 2))
      return
    }
    painter.text(PracticeWords.setPressure, x: x, y: top, caption)
    let buttons: [(String, Double, Command, String)] = [
      ("[", x - 4, .pressureDown, PracticeWords.pressureDown),
      ("]", right - 40, .pressureUp, PracticeWords.pressureUp),
    ]
    for (key, place, command, label) in buttons {
      let area = Rectangle(x: place, y: top + 8, width: 44, height: 44)
      if painter.isHovered(command) { painter.fill(area.inset(4), radius: 8, theme.sunken) }
      let width = painter.keyCapWidth(key)
      painter.keyCap(key, x: area.centre.x - width / 2, y: area.centre.y)
      painter.target(command, area, radius: 8, label: label)
    }
  }

  /// The share and its place between the keys.
  func draw(on painter: Painter) {
    guard let pressure = model.setPressure else { return }
    let theme = painter.theme
    painter.text(
      "\(PracticeWords.percent(pressure)) \(PracticeWords.pressureUnit)", x: right, y: top,
      TextForm(TypeSize.caption, .semibold, theme.ink, alignment: .trailing, tabular: true))
    let bar = Rectangle(x: x + 44, y: top + 25, width: right - x - 88, height: 10)
    painter.fill(bar, radius: 5, theme.sunken)
    painter.stroke(bar, radius: 5, theme.edge)
    let share = min(max(pressure, 0), 1)
    if let band = model.currentPhase?.pressure, model.shows(.gauges) {
      painter.fill(
        Rectangle(
          x: bar.x + bar.width * min(band.fullLow, 1), y: bar.y,
          width: bar.width * max(0, min(band.fullHigh, 1) - band.fullLow), height: 10),
        theme.teal.opacity(theme.isDark ? 0.4 : 0.32))
    }
    let place = Point(bar.x + bar.width * share, bar.y + 5)
    painter.canvas.fill(.circle(centre: place, radius: 8), theme.surface)
    painter.canvas.stroke(
      .circle(centre: place, radius: 7), StrokeStyle(width: 1.5 + 4 * share), theme.ink)
  }
}
