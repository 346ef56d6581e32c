import Geometry

extension DebriefScreen {
  /// Where the cards are on the page.
  struct Places {
    var score: Rectangle
    var criteria: Rectangle
    var timeline: Rectangle
    /// One card for each change.
    var advice: [Rectangle]
    var plate: Rectangle
    var buttons: Rectangle
    /// What the work did to the patient; nil where no hand was felt.
    var patient: Rectangle?
    /// The end of the page, with the margin below the cards.
    var bottom: Double
  }

  /// From button to button, downward.
  static let buttonRow = 60.0
  static let buttonsHeight = 2 * buttonRow + 48
  private static let leastAdvice = 128.0
  private static let scoreSize = (width: 264.0, height: 312.0)
  private static let mostLowered = 32.0

  func places(_ painter: Painter) -> Places {
    if !painter.isNarrow, !painter.isTall { return reference(painter) }
    return painter.width >= 820 ? rows(painter) : stacked(painter)
  }

  /// What is beyond the reference goes to the patient, then to the session and the plate. Where the
  /// patient's card has to be scrolled to, the heads are lower, so that its title is in sight.
  private func reference(_ painter: Painter) -> Places {
    let top = 80.0
    let width = painter.width
    let right = Rectangle(x: width - 392, y: top, width: 368, height: 0)
    let leftWidth = right.x - 16 - Space.margin
    let cardWidth = adviceWidth(leftWidth)
    let low = max(
      DebriefScreen.leastAdvice, changes.map { adviceHeight(painter, $0, cardWidth) }.max() ?? 0)
    let room = max(0, painter.height - Space.referenceHeight)
    let patient = patientHeight(painter, width - 2 * Space.margin).map { $0 + 16 } ?? 0
    var (score, criteria) = heads(painter, top: top, width: leftWidth)
    let lowered = min(DebriefScreen.mostLowered, max(0, patient - room))
    let needed = scoreHeight(painter, score.width)
    score.height = max(score.height - lowered, needed)
    criteria.height = score.height
    let timeline = Rectangle(
      x: Space.margin, y: score.maxY + 16, width: leftWidth,
      height: timelineHeight(width: leftWidth) + max(0, room - patient))
    let y = timeline.maxY + 16
    // Where advice is short, buttons begin above it.
    let raised = max(0, DebriefScreen.buttonsHeight - low)
    return Places(
      score: score, criteria: criteria, timeline: timeline,
      advice: (0..<max(1, changes.count)).map { index in
        Rectangle(
          x: Space.margin + Double(index) * (cardWidth + 16), y: y, width: cardWidth,
          height: low)
      },
      plate: Rectangle(x: right.x, y: top, width: 368, height: timeline.maxY - raised - top),
      buttons: Rectangle(
        x: right.x, y: y - raised, width: 368, height: low + raised),
      patient: patientPlace(painter, top: y + low + 16), bottom: y + low + 16 + patient)
  }

  private func patientPlace(_ painter: Painter, top: Double) -> Rectangle? {
    let width = painter.width - 2 * Space.margin
    return patientHeight(painter, width).map {
      Rectangle(x: Space.margin, y: top, width: width, height: $0)
    }
  }

  private func heads(
    _ painter: Painter, top: Double, width: Double
  ) -> (score: Rectangle, criteria: Rectangle) {
    let (own, usual) = DebriefScreen.scoreSize
    let score = Rectangle(
      x: Space.margin, y: top, width: own, height: max(usual, scoreHeight(painter, own)))
    let criteria = Rectangle(
      x: score.maxX + 16, y: top, width: width - score.width - 16, height: score.height)
    return (score, criteria)
  }

  private func adviceWidth(_ width: Double) -> Double {
    let count = Double(max(1, changes.count))
    return (width - 16 * (count - 1)) / count
  }

  /// Cards of advice below each other.
  private func column(_ painter: Painter, x: Double, top: Double, width: Double) -> [Rectangle] {
    guard !changes.isEmpty else {
      return [Rectangle(x: x, y: top, width: width, height: 84)]
    }
    var y = top
    return changes.map { change in
      let card = Rectangle(
        x: x, y: y, width: width, height: adviceHeight(painter, change, width, isCompact: true))
      y = card.maxY + 16
      return card
    }
  }

  /// Score and criteria, the session, and the plate with advice beside it.
  private func rows(_ painter: Painter) -> Places {
    let width = painter.width - 2 * Space.margin
    let (score, criteria) = heads(painter, top: 80, width: width)
    let below = patientHeight(painter, width).map { $0 + 16 } ?? 0
    let end = painter.height - Space.hintBar - Space.margin - below
    let timeline = Rectangle(
      x: Space.margin, y: score.maxY + 16, width: width,
      height: timelineHeight(width: width) + max(0, min(160, (end - 1000) * 0.3)))
    var plate = Rectangle(
      x: Space.margin, y: timeline.maxY + 16, width: painter.isNarrow ? 368 : (width - 16) / 2,
      height: 0)
    let x = plate.maxX + 16
    let advice = column(
      painter, x: x, top: plate.y, width: painter.width - Space.margin - x)
    let low = (advice.last?.maxY ?? plate.y) + 16 + DebriefScreen.buttonsHeight
    plate.height = max(480, low - plate.y, end - plate.y)
    let buttons = Rectangle(
      x: x, y: plate.maxY - DebriefScreen.buttonsHeight, width: painter.width - Space.margin - x,
      height: DebriefScreen.buttonsHeight)
    return Places(
      score: score, criteria: criteria, timeline: timeline, advice: advice, plate: plate,
      buttons: buttons, patient: patientPlace(painter, top: plate.maxY + 16),
      bottom: plate.maxY + below + Space.margin)
  }

  /// Everything below each other.
  private func stacked(_ painter: Painter) -> Places {
    let width = painter.width - 2 * Space.margin
    var next = 80.0
    func place(_ height: Double) -> Rectangle {
      let result = Rectangle(x: Space.margin, y: next, width: width, height: height)
      next = result.maxY + 16
      return result
    }
    let score = place(max(DebriefScreen.scoreSize.height, scoreHeight(painter, width)))
    let criteria = place(DebriefScreen.scoreSize.height)
    let timeline = place(timelineHeight(width: width))
    let plate = place(480)
    let advice = column(painter, x: Space.margin, top: next, width: width)
    next = (advice.last?.maxY ?? next) + 16
    let patient = patientHeight(painter, width).map(place)
    let buttons = place(DebriefScreen.buttonsHeight)
    return Places(
      score: score, criteria: criteria, timeline: timeline, advice: advice, plate: plate,
      buttons: buttons, patient: patient, bottom: buttons.maxY + Space.margin)
  }
}
