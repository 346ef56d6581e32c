import Drawing
import Geometry

extension CaseScreen {
  /// Where the cards are on the page.
  struct Places {
    static let decisionHeight = 202.0

    var plate: Rectangle
    var sheet: Rectangle
    /// In the place of plate and sheet, where it is shown.
    var reasons: Rectangle?
    var questions: Rectangle
    var decision: Rectangle
    /// The end of the page, with the margin below the cards.
    var bottom: Double
  }

  func places(_ painter: Painter) -> Places {
    if !painter.isNarrow, !painter.isTall { return threeColumns(painter) }
    if showsReasons { return belowReasons(painter) }
    return painter.width >= 940 ? twoColumns(painter) : stacked(painter)
  }

  /// As high as the page; longer where the patient's history is.
  private func threeColumns(_ painter: Painter) -> Places {
    let top = 88.0
    let room = painter.width - Space.referenceWidth
    let leftWidth = (280 + room * 0.25).rounded()
    let middleWidth = (464 + room * 0.5).rounded()
    let height = max(
      max(painter.height, Space.referenceHeight) - Space.hintBar - 24 - top,
      showsReasons
        ? reasonsHeight(painter, width: leftWidth + Space.columnGap + middleWidth)
        : leastSheetHeight(painter, width: middleWidth),
      leastQuestionsHeight + 14 + Places.decisionHeight)
    let plate = Rectangle(x: Space.margin, y: top, width: leftWidth, height: height)
    let sheet = Rectangle(
      x: plate.maxX + Space.columnGap, y: top, width: middleWidth, height: height)
    let x = sheet.maxX + Space.columnGap
    let rightWidth = painter.width - Space.margin - x
    let decision = Rectangle(
      x: x, y: top + height - Places.decisionHeight, width: rightWidth,
      height: Places.decisionHeight)
    return Places(
      plate: plate, sheet: sheet,
      reasons: showsReasons
        ? Rectangle(x: plate.x, y: top, width: sheet.maxX - plate.x, height: height) : nil,
      questions: Rectangle(
        x: x, y: top, width: rightWidth, height: decision.y - 14 - top), decision: decision,
      bottom: top + height + 24)
  }

  /// The sheet with the plate below it; the questions with the decision below them.
  private func twoColumns(_ painter: Painter) -> Places {
    let top = 84.0
    let rightWidth = 440.0
    let leftWidth = painter.width - 2 * Space.margin - Space.columnGap - rightWidth
    let x = Space.margin + leftWidth + Space.columnGap
    let questions = Rectangle(x: x, y: top, width: rightWidth, height: questionsHeight)
    let decision = Rectangle(
      x: x, y: questions.maxY + Space.gap, width: rightWidth, height: Places.decisionHeight)
    let sheet = Rectangle(
      x: Space.margin, y: top, width: leftWidth,
      height: naturalSheetHeight(painter, width: leftWidth))
    let plate = Rectangle(
      x: Space.margin, y: sheet.maxY + Space.gap, width: leftWidth,
      height: max(
        420, decision.maxY - sheet.maxY - Space.gap,
        min(900, painter.height - Space.hintBar - Space.margin - sheet.maxY - Space.gap)))
    return Places(
      plate: plate, sheet: sheet, questions: questions, decision: decision,
      bottom: plate.maxY + Space.margin)
  }

  /// One below the other; plate and sheet share a row where it is wide enough.
  private func stacked(_ painter: Painter) -> Places {
    let top = 84.0
    let width = painter.width - 2 * Space.margin
    var plate = Rectangle(x: Space.margin, y: top, width: 280, height: 0)
    var sheet = Rectangle(x: Space.margin, y: top, width: width, height: 0)
    if width >= 760 {
      sheet.x = plate.maxX + Space.gap
      sheet.width = width - plate.width - Space.gap
      sheet.height = max(naturalSheetHeight(painter, width: sheet.width), 480)
      plate.height = sheet.height
    } else {
      sheet.height = naturalSheetHeight(painter, width: width)
      plate = Rectangle(
        x: Space.margin, y: sheet.maxY + Space.gap, width: width, height: 460)
    }
    let questions = Rectangle(
      x: Space.margin, y: max(plate.maxY, sheet.maxY) + Space.gap, width: width,
      height: questionsHeight)
    let decision = Rectangle(
      x: Space.margin, y: questions.maxY + Space.gap, width: width,
      height: Places.decisionHeight)
    return Places(
      plate: plate, sheet: sheet, questions: questions, decision: decision,
      bottom: decision.maxY + Space.margin)
  }

  /// The reasons over the whole width, then questions and decision, beside each other where there
  /// is room.
  private func belowReasons(_ painter: Painter) -> Places {
    let width = painter.width - 2 * Space.margin
    let reasons = Rectangle(
      x: Space.margin, y: 84, width: width, height: reasonsHeight(painter, width: width))
    let y = reasons.maxY + Space.gap
    var questions = Rectangle(x: Space.margin, y: y, width: width, height: questionsHeight)
    var decision = Rectangle(
      x: Space.margin, y: questions.maxY + Space.gap, width: width,
      height: Places.decisionHeight)
    if painter.width >= 940 {
      questions.width = (width - Space.columnGap) / 2
      decision.width = questions.width
      decision.x = questions.maxX + Space.columnGap
      decision.y = y
    }
    return Places(
      plate: reasons, sheet: reasons, reasons: reasons, questions: questions, decision: decision,
      bottom: max(questions.maxY, decision.maxY) + Space.margin)
  }
}
