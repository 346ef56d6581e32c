import Drawing
import Geometry
import Patients

/// How the patient takes the work: comfort in fifths, breathing as a line of the last 8 s.
struct PracticePatient {
  let patient: PatientState
  let card: Rectangle

  /// From so many breaths in a minute on breathing is called quick.
  static let quickRate = 18.5
  /// Seconds that the line shows.
  static let window = 8.0

  private var left: Double { card.x + 16 }
  private var right: Double { card.maxX - 16 }

  /// How many of five segments a comfort fills: none only when nothing of it is left.
  static func fifths(_ comfort: Double) -> Int {
    min(max(Int((comfort * 5).rounded(.up)), 0), 5)
  }

  /// How far the chest has risen at a place in a breath: in up to 0.4, then out, both soft at their
  /// ends.
  static func rise(_ breath: Double) -> Double {
    let place = min(max(breath, 0), 1)
    let share = place < 0.4 ? place / 0.4 : (1 - place) / 0.6
    return share * share * (3 - 2 * share)
  }

  /// Card, names and the rule between: what does not move.
  static func drawGround(_ card: Rectangle, on painter: Painter) {
    let theme = painter.theme
    painter.card(card)
    let caption = TextForm(TypeSize.caption, .medium, theme.inkSecondary)
    painter.text(PracticeTexts.comfort, x: card.x + 16, y: card.y + 25, caption)
    painter.rule(card.x + 16, card.maxX - 16, y: card.y + 66)
    painter.text(PracticeTexts.breathing, x: card.x + 16, y: card.y + 89, caption)
  }

  /// - Parameters:
  ///   - breaths: in the order of time, seconds on the attempt's clock.
  ///   - isStill: words only, for who wants nothing to move.
  func draw(breaths: [BreathPoint], clock: Double, isStill: Bool, on painter: Painter) {
    drawComfort(on: painter)
    let isQuick = patient.breathingRate >= PracticePatient.quickRate
    painter.text(
      PracticeTexts.breathing(rate: patient.breathingRate, isQuick: isQuick), x: right,
      y: card.y + 89,
      TextForm(
        TypeSize.caption, .semibold, isQuick ? painter.theme.low.text : painter.theme.ink,
        alignment: .trailing, tabular: true))
    if !isStill { drawLine(breaths, clock, on: painter) }
  }

  private func drawComfort(on painter: Painter) {
    let theme = painter.theme
    let count = PracticePatient.fifths(patient.comfort)
    let (mark, text): (Colour, Colour) =
      if patient.isInPain {
        (theme.spasm.edge, theme.spasm.text)
      } else {
        switch count {
        case ...1: (theme.high.mark, theme.high.text)
        case 2: (theme.low.mark, theme.low.text)
        default: (theme.inBand.mark, theme.ink)
        }
      }
    let form = TextForm(TypeSize.caption, .semibold, text, alignment: .trailing)
    let word = patient.isInPain ? PracticeTexts.pain : PracticeTexts.comfort(fifths: count)
    painter.text(word, x: right, y: card.y + 25, form)
    if patient.isInPain || count < 3 {
      painter.icon(
        patient.isInPain ? .octagon : .triangle,
        x: right - painter.measure(word, form).width - 21, y: card.y + 12, size: 16, text,
        width: 2.1)
    }
    let width = (right - left - 16) / 5
    for index in 0..<5 {
      let segment = Rectangle(
        x: left + (width + 4) * Double(index), y: card.y + 36, width: width, height: 10)
      if index < count {
        painter.fill(segment, radius: 5, mark)
      } else {
        painter.fill(segment, radius: 5, theme.sunken)
        painter.stroke(segment.inset(0.5), radius: 4.5, theme.edge)
      }
    }
  }

  private func drawLine(_ breaths: [BreathPoint], _ clock: Double, on painter: Painter) {
    let theme = painter.theme
    let (top, height) = (card.y + 107.0, 21.0)
    let pace = (right - left) / PracticePatient.window
    let points = breaths.compactMap { breath -> Point? in
      let age = clock - breath.time
      guard age >= 0, age <= PracticePatient.window else { return nil }
      return Point(right - age * pace, top + height * (1 - breath.rise))
    }
    painter.canvas.stroke(
      .polyline(points), StrokeStyle(width: 2, cap: .round, join: .round), theme.teal)
    guard let end = points.last else { return }
    painter.canvas.fill(.circle(centre: end, radius: 6.5), theme.surface)
    painter.canvas.fill(.circle(centre: end, radius: 4.5), theme.teal)
  }
}
