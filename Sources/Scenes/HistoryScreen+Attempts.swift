import Catalogue
import Drawing
import Geometry
import Scoring

/// The attempts, newest first.
extension HistoryScreen {
  static let row = 78.0
  private static let head = 50.0
  private static let button = 60.0

  /// What the list needs to show every row at once.
  func attemptsHeight(_ listed: [HistoryModel.Attempt]) -> Double {
    HistoryScreen.head + opening(listed)
      + (listed.isEmpty ? 40 : Double(listed.count) * HistoryScreen.row) + 8
  }

  /// Room for the way to the chosen attempt's debrief.
  private func opening(_ listed: [HistoryModel.Attempt]) -> Double {
    chosen(of: listed)?.canBeOpened == true ? HistoryScreen.button : 0
  }

  /// The list in a place of its own, where it scrolls by itself.
  func drawAttempts(
    _ painter: inout Painter, _ listed: [HistoryModel.Attempt], _ area: Rectangle
  ) {
    drawHead(&painter, listed, area)
    let top = area.y + HistoryScreen.head + opening(listed)
    let inner = Rectangle(
      x: area.x + 1, y: top, width: area.width - 2, height: area.maxY - 9 - top)
    painter.scrolled(
      .list, in: inner, length: Double(listed.count) * HistoryScreen.row
    ) { painter in
      // Beside the bar that moves it.
      drawRows(
        &painter, listed, from: top, x: area.x,
        width: area.width - (painter.view == nil ? 0 : 14))
    }
  }

  /// The list as part of a page that scrolls.
  func drawRows(_ painter: inout Painter, _ listed: [HistoryModel.Attempt], _ area: Rectangle) {
    drawHead(&painter, listed, area)
    drawRows(
      &painter, listed, from: area.y + HistoryScreen.head + opening(listed), x: area.x,
      width: area.width)
  }

  private func drawHead(
    _ painter: inout Painter, _ listed: [HistoryModel.Attempt], _ area: Rectangle
  ) {
    let theme = painter.theme
    painter.card(area)
    painter.text(
      Texts["history.attempts"], x: area.x + Space.padding, y: area.y + 33,
      TextForm(TypeSize.title, .semibold, theme.ink))
    painter.text(
      listed.isEmpty ? Texts["library.noAttempts"] : Texts["history.newestFirst"],
      x: area.maxX - Space.padding, y: area.y + 33,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing))
    painter.rule(area.x + 1, area.maxX - 1, y: area.y + HistoryScreen.head + opening(listed) - 1)
    guard let chosen = chosen(of: listed), chosen.canBeOpened else { return }
    let isOpening = chosen.id == opening
    painter.button(
      .secondary,
      Rectangle(
        x: area.x + Space.padding, y: area.y + HistoryScreen.head - 2,
        width: min(area.width - 2 * Space.padding, 360), height: 48),
      isOpening ? Texts["history.opening"] : Texts["history.open"], icon: .eye,
      key: isOpening ? "Esc" : "Enter", command: .openAttempt(chosen.id), isEnabled: !isOpening)
  }

  /// Draws only rows in sight: there may be ten thousand.
  ///
  /// The rows next to the chosen one are controls too, so that keys can go on to them. What is
  /// taken down in words has all rows where they are not too many.
  private func drawRows(
    _ painter: inout Painter, _ listed: [HistoryModel.Attempt], from top: Double, x: Double,
    width: Double
  ) {
    guard !listed.isEmpty else { return }
    let chosenID = chosen(of: listed)?.id
    var shown = 0..<listed.count
    var near = 0..<0
    if let view = painter.view, painter.recorder == nil || listed.count > 400 {
      let first = Int(((view.area.y + view.offset - top) / HistoryScreen.row).rounded(.down))
      let last = Int(((view.area.maxY + view.offset - top) / HistoryScreen.row).rounded(.up))
      shown = shown.clamped(to: max(0, min(first, listed.count))..<max(0, last, first))
      let place = listed.firstIndex { $0.id == chosenID } ?? 0
      near = max(0, place - 8)..<min(listed.count, place + 9)
    }
    // In the order of the list, whether drawn or only near.
    let indices =
      near.isEmpty
      ? Array(shown)
      : Array(near.prefix { $0 < shown.lowerBound }) + Array(shown)
        + Array(near.drop { $0 < shown.upperBound })
    for index in indices {
      let attempt = listed[index]
      let area = Rectangle(
        x: x + 6, y: top + Double(index) * HistoryScreen.row, width: width - 12,
        height: HistoryScreen.row)
      if shown.contains(index) {
        drawRow(&painter, attempt, area, isChosen: attempt.id == chosenID)
      }
      painter.target(
        .selectAttempt(attempt.id), area.inset(3), radius: Space.fieldRadius,
        label: label(of: attempt), isChosen: attempt.id == chosenID)
    }
  }

  private func label(of attempt: HistoryModel.Attempt) -> String {
    Texts[
      "history.label",
      [
        "title": attempt.title,
        "occasion": Words.History.occasion(attempt, today: model.today),
      ]]
  }

  private func drawRow(
    _ painter: inout Painter, _ attempt: HistoryModel.Attempt, _ area: Rectangle, isChosen: Bool
  ) {
    let theme = painter.theme
    let command = Command.selectAttempt(attempt.id)
    let ground = area.inset(3)
    if isChosen {
      painter.fill(ground, radius: Space.fieldRadius, theme.tealTint)
      painter.stroke(ground.inset(0.75), radius: Space.fieldRadius - 0.75, theme.teal, width: 1.5)
    } else if painter.isHovered(command) {
      painter.fill(ground, radius: Space.fieldRadius, theme.sunken)
    }
    let left = area.x + Space.padding - 6
    let right = area.maxX - Space.padding + 2
    let look = HistoryScreen.look(attempt.verdict, theme)
    let score =
      attempt.verdict == .abandoned ? "–" : Words.History.value(attempt.score / 100, .score)
    let scoreWidth = painter.text(
      score, x: right, y: area.y + 28,
      TextForm(TypeSize.title, .bold, theme.ink, alignment: .trailing, tabular: true)
    ).width
    let verdict = Words.History.verdict(attempt.verdict)
    let verdictForm = TextForm(
      TypeSize.caption, .semibold, look.signal.text, alignment: .trailing)
    let verdictWidth = painter.text(verdict, x: right, y: area.y + 47, verdictForm).width
    painter.icon(
      look.icon, x: right - verdictWidth - 20, y: area.y + 35, size: 16, look.signal.text,
      width: 2)
    write(
      painter, attempt.title, x: left, y: area.y + 27, room: right - scoreWidth - 16 - left,
      TextForm(TypeSize.row, .semibold, theme.ink, mayBeCut: true))
    write(
      painter, Words.History.occasion(attempt, today: model.today), x: left, y: area.y + 47,
      room: right - verdictWidth - 30 - left,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, mayBeCut: true))
    write(
      painter, Words.History.deviceClass(attempt.deviceClass), x: left, y: area.y + 65,
      room: right - left,
      TextForm(TypeSize.label, .regular, theme.inkTertiary, mayBeCut: true))
  }

  /// A text that fits stands at the left, whichever way it is written.
  func write(
    _ painter: Painter, _ text: String, x: Double, y: Double, room: Double, _ form: TextForm
  ) {
    var form = form
    if painter.measure(text, form).width > room { form.maxWidth = max(room, 0) }
    painter.text(text, x: x, y: y, form)
  }

  static func look(_ verdict: Result.Verdict, _ theme: Theme) -> (icon: Icon, signal: Theme.Signal)
  {
    switch verdict {
    case .passed: (.tickedCircle, theme.inBand)
    case .failed: (.octagon, theme.high)
    case .abandoned: (.triangle, theme.low)
    }
  }
}
