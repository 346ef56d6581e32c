import Drawing
import Geometry
import Scenarios

extension CaseScreen {
  /// Three cards of equal weight, none chosen at first, and the button that confirms.
  func drawDecision(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    painter.card(area)
    let left = area.x + 16
    let width = area.width - 32
    painter.text(
      Words.Case.decision, x: left + 4, y: area.y + 28,
      TextForm(TypeSize.title, .semibold, theme.ink))
    painter.text(
      Words.Case.scored, x: area.maxX - 20, y: area.y + 28,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing))
    let cardWidth = (width - 16) / 3
    for (index, decision) in Decision.allCases.enumerated() {
      drawCard(
        &painter,
        Rectangle(
          x: left + Double(index) * (cardWidth + 8), y: area.y + 42, width: cardWidth, height: 84),
        decision, key: ["P", "R", "E"][index])
    }
    painter.button(
      .primary, Rectangle(x: left, y: area.y + 138, width: width, height: 48), Words.Case.confirm,
      key: "Enter", size: 16, command: .confirmDecision, isEnabled: choice != nil)
  }

  private func drawCard(
    _ painter: inout Painter, _ area: Rectangle, _ decision: Decision, key: String
  ) {
    let theme = painter.theme
    let words = Words.decision(decision)
    let command = Command.choose(decision)
    painter.choiceGround(area, command: command, isSelected: choice == decision)
    painter.radio(x: area.x + 22, y: area.y + 23, isSelected: choice == decision)
    painter.keyCap(key, x: area.maxX - 10 - painter.keyCapWidth(key), y: area.y + 23)
    let form = TextForm(TypeSize.button, .semibold, theme.ink, maxWidth: area.width - 22)
    painter.text(words.title, x: area.x + 13, y: area.y + 54, form)
    painter.text(
      words.detail, x: area.x + 13, y: area.y + 72,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, maxWidth: area.width - 22))
    painter.target(command, area, label: words.whole)
  }

  // MARK: Reasons

  /// The list of all reasons, over the case sheet: columns of rows with check boxes.
  func drawReasons(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    painter.card(area)
    let left = area.x + Space.padding
    let width = area.width - 2 * Space.padding
    painter.text(
      reasonsTitle, x: left, y: area.y + 34, TextForm(TypeSize.heading, .semibold, theme.ink))
    var facts = area.y + 56
    if reasonsAdviceIsBelow(painter, width: area.width) {
      painter.paragraph(
        Words.Case.reasonsAdvice, x: left, top: area.y + 42, adviceForm(painter, width: width))
      facts += CaseScreen.adviceBelow
    } else {
      painter.text(
        Words.Case.reasonsAdvice, x: left + width, y: area.y + 34,
        TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing))
    }
    painter.text(
      Words.Case.facts(scenario.patient), x: left, y: facts,
      TextForm(TypeSize.row, .medium, theme.inkSecondary, maxWidth: width, mayBeCut: true))
    painter.rule(left, left + width, y: facts + 11)
    drawReasonColumns(
      &painter,
      Rectangle(
        x: left, y: facts + 16, width: width, height: area.maxY - 6 - facts - 16))
  }

  private var reasonsTitle: String {
    choice == .emergency ? Words.Case.emergencyTitle : Words.Case.referTitle
  }

  /// Room for the advice where it stands below the title.
  private static let adviceBelow = 24.0

  private func adviceForm(_ painter: Painter, width: Double) -> TextForm {
    TextForm(
      TypeSize.caption, .regular, painter.theme.inkSecondary, maxWidth: width, maxLines: 1)
  }

  private func reasonsAdviceIsBelow(_ painter: Painter, width: Double) -> Bool {
    let title = painter.measure(
      reasonsTitle, TextForm(TypeSize.heading, .semibold, painter.theme.ink))
    let advice = painter.measure(
      Words.Case.reasonsAdvice, TextForm(TypeSize.caption, .regular, painter.theme.ink))
    return title.width + 24 + advice.width > width - 2 * Space.padding
  }

  /// What the list needs.
  func reasonsHeight(_ painter: Painter, width: Double) -> Double {
    let columns = reasonColumns(width: width - 2 * Space.padding)
    return 72 + (reasonsAdviceIsBelow(painter, width: width) ? CaseScreen.adviceBelow : 0)
      + (columns.map { $0.reduce(0) { $0 + CaseScreen.height(of: $1.1) } }.max() ?? 0) + 6
  }

  private static func height(of reasons: [Reason]) -> Double {
    22 + 44 * Double(reasons.count) + 6
  }

  /// The groups, dealt to three columns by hand, and to two by their lengths.
  private func reasonColumns(width: Double) -> [[(String, [Reason])]] {
    let illness = CaseScreen.flags(of: .illness)
    let signs = illness.filter { if case .redFlag = $0 { true } else { false } }
    let conditions = illness.filter { if case .contraindication = $0 { true } else { false } }
    let three: [[(String, [Reason])]] = [
      [
        (Words.Case.general, [.acute, .noDiagnosis]),
        (Words.group(.nerves), CaseScreen.flags(of: .nerves)),
        (Words.Case.conditions, conditions),
      ],
      [(Words.Case.signs, signs)],
      [
        (Words.group(.skinVessels), CaseScreen.flags(of: .skinVessels)),
        (Words.group(.medicinesPregnancy), CaseScreen.flags(of: .medicinesPregnancy)),
      ],
    ]
    guard width < 3 * 230 + 24 else { return three }
    let blocks = three.flatMap { $0 }
    let whole = blocks.reduce(0) { $0 + CaseScreen.height(of: $1.1) }
    var two: [[(String, [Reason])]] = [[], []]
    var height = 0.0
    for block in blocks {
      // The first column takes blocks until it is as long as what is left.
      two[height * 2 + CaseScreen.height(of: block.1) <= whole + 88 ? 0 : 1].append(block)
      height += CaseScreen.height(of: block.1)
    }
    return two
  }

  private func drawReasonColumns(_ painter: inout Painter, _ area: Rectangle) {
    let columns = reasonColumns(width: area.width)
    let count = Double(columns.count)
    let width = (area.width - 12 * (count - 1)) / count
    for (index, column) in columns.enumerated() {
      var y = area.y
      let x = area.x + Double(index) * (width + 12)
      for (title, reasons) in column {
        painter.text(
          title, x: x + 10, y: y + 16,
          TextForm(TypeSize.caption, .semibold, painter.theme.sepia, maxWidth: width - 10))
        y += 22
        for reason in reasons {
          drawReason(&painter, Rectangle(x: x, y: y, width: width, height: 44), reason)
          y += 44
        }
        y += 6
      }
    }
  }

  private func drawReason(_ painter: inout Painter, _ area: Rectangle, _ reason: Reason) {
    // What the case sheet says itself is for the trainee to see there.
    let isOnSheet = reason == .acute || reason == .noDiagnosis
    let mark = CaseScreen.mark(finding(reason), painter.theme)
    painter.checkRow(
      area, title: Words.reason(reason), isOn: reasons.contains(reason), size: TypeSize.caption,
      trailing: isOnSheet ? nil : (mark.icon, mark.word, mark.colour),
      command: .toggleReason(reason))
  }
}
