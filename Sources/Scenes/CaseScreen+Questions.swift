import Drawing
import Geometry
import Scenarios

extension CaseScreen {
  private static let rowHeight = 18.0
  private static let headHeight = 25.0
  private static let blockFoot = 6.0

  private func height(of group: FlagGroup) -> Double {
    CaseScreen.headHeight + CaseScreen.rowHeight * Double(CaseScreen.flags(of: group).count)
      + CaseScreen.blockFoot
  }

  private static let columns: [[FlagGroup]] = [
    [.nerves, .illness], [.skinVessels, .medicinesPregnancy],
  ]

  /// What the groups need, with some air between them.
  var questionsHeight: Double {
    let heights = CaseScreen.columns.map { $0.reduce(8) { $0 + height(of: $1) } }
    return 42 + (heights.max() ?? 0) + 12 + 12
  }

  /// What the groups need at least.
  var leastQuestionsHeight: Double { questionsHeight - 22 }

  /// The four groups of questions: each a button until it is asked, then what it brought to light.
  func drawQuestions(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    painter.card(area)
    let left = area.x + 16
    let right = area.maxX - 16
    painter.text(
      Words.Case.questions, x: left + 4, y: area.y + 29,
      TextForm(TypeSize.title, .semibold, theme.ink))
    let present = CaseScreen.count(of: self, .present) + CaseScreen.count(of: self, .cleared)
    painter.text(
      Words.Case.asked(asked.count, present: present), x: right - 4, y: area.y + 29,
      TextForm(TypeSize.caption, .medium, theme.inkSecondary, alignment: .trailing))
    let width = (right - left - 8) / 2
    let room = area.height - 44 - 12
    let needed = height(of: .nerves) + height(of: .illness) + 8
    let spare = max(0, min(12, room - needed))
    let top = area.y + 42
    var areas: [(FlagGroup, Rectangle)] = []
    for (x, groups) in zip([left, left + width + 8], CaseScreen.columns) {
      var y = top
      for group in groups {
        let block = Rectangle(x: x, y: y, width: width, height: height(of: group))
        areas.append((group, block))
        y = block.maxY + 8 + spare
      }
    }
    for (index, entry) in areas.enumerated() {
      drawGroup(&painter, entry.1, entry.0, key: "\(index + 1)")
    }
    if let last = areas.last?.1 { drawLegend(painter, last, bottom: area.maxY - 12) }
  }

  private static func count(of screen: CaseScreen, _ finding: Finding) -> Int {
    FlagGroup.allCases.reduce(0) { sum, group in
      sum + flags(of: group).filter { screen.finding($0) == finding }.count
    }
  }

  private func drawGroup(
    _ painter: inout Painter, _ area: Rectangle, _ group: FlagGroup, key: String
  ) {
    let theme = painter.theme
    let isAsked = asked.contains(group)
    let command = Command.ask(group)
    if !isAsked {
      painter.fill(
        area, radius: Space.fieldRadius,
        painter.isHovered(command) ? theme.sunken : theme.surface)
      painter.stroke(
        area.inset(0.75), radius: Space.fieldRadius - 0.75, theme.edge, width: 1.5)
      painter.keyCap(key, x: area.maxX - 8 - painter.keyCapWidth(key), y: area.y + 17)
    }
    painter.text(
      Words.group(group), x: area.x + 10, y: area.y + 19,
      TextForm(TypeSize.caption, .semibold, isAsked ? theme.sepia : theme.ink))
    if isAsked {
      painter.rule(area.x + 10, area.maxX - 10, y: area.y + CaseScreen.headHeight)
    }
    var y = area.y + CaseScreen.headHeight + 2
    for flag in CaseScreen.flags(of: group) {
      drawFlag(painter, flag, x: area.x + 10, right: area.maxX - 10, middle: y + 9)
      y += CaseScreen.rowHeight
    }
    if !isAsked {
      painter.target(command, area, radius: Space.fieldRadius, label: Words.group(group))
    }
  }

  private func drawFlag(
    _ painter: Painter, _ flag: Reason, x: Double, right: Double, middle: Double
  ) {
    let theme = painter.theme
    let finding = finding(flag)
    let mark = CaseScreen.mark(finding, theme)
    painter.icon(mark.icon, x: x, y: middle - 6.5, size: 13, mark.colour, width: 2.1)
    let isFound = finding == .present || finding == .cleared
    let weight: TextStyle.Weight = isFound ? .semibold : .regular
    let form = TextForm(TypeSize.label, weight, isFound ? theme.ink : theme.inkSecondary)
    painter.text(Words.reason(flag), x: x + 19, y: middle + 4.3, form)
    guard finding != .notAsked else { return }
    let wordForm = TextForm(TypeSize.label, weight, mark.colour, alignment: .trailing)
    // Where there is no room for the word, its shape stands alone.
    let needed =
      19 + painter.measure(Words.reason(flag), form).width + 6
      + painter.measure(mark.word, wordForm).width
    if needed <= right - x { painter.text(mark.word, x: right, y: middle + 4.3, wordForm) }
  }

  /// How a finding is marked: a shape, a word and a colour, any of which would do.
  static func mark(_ finding: Finding, _ theme: Theme) -> (icon: Icon, word: String, colour: Colour)
  {
    switch finding {
    case .notAsked: (.question, Words.Case.notAsked, theme.inkTertiary)
    case .absent: (.minusCircle, Words.Case.absent, theme.inkSecondary)
    case .present: (.filledTriangle, Words.Case.present, theme.high.text)
    case .cleared: (.tickedCircle, Words.Case.cleared, theme.inBand.text)
    }
  }

  /// What the marks mean, in the room that is left below the last group.
  private func drawLegend(_ painter: Painter, _ last: Rectangle, bottom: Double) {
    let theme = painter.theme
    let form = TextForm(
      TypeSize.label, .regular, theme.inkSecondary, maxWidth: last.width - 20, maxLines: 3)
    let height = painter.measure(Words.Case.clearedNote, form).height
    guard last.maxY + 16 + height <= bottom else { return }
    painter.paragraph(Words.Case.clearedNote, x: last.x + 10, top: bottom - height, form)
  }
}
