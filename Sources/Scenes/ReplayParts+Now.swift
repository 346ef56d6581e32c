import Drawing
import Geometry
import Scenarios
import Scoring

/// What both attempts are like at this moment, and what costs points in it.
extension ReplayParts {
  private static let row = 30.0
  private static let head = 58.0
  private static let cue = 52.0

  private struct Row {
    var name: String
    var aim: String
    var values: [(text: String, state: GaugeReading.State?)]
  }

  func nowHeight(_ painter: Painter, _ width: Double) -> Double {
    // Room for a name and two lines of words, so that the card does not change while it plays.
    let least = 100.0
    let fault = model.now.first.map { faultHeight($0, painter, width) } ?? 0
    return (ReplayParts.head + 4 * ReplayParts.row + ReplayParts.cue + 12 + max(least, fault) + 8)
      .rounded(.up)
  }

  func drawNow(_ area: Rectangle, on painter: Painter) {
    let theme = painter.theme
    painter.card(area)
    let left = area.x + 20
    painter.text(
      Words.Replay.now, x: left, y: area.y + 30, TextForm(TypeSize.title, .semibold, theme.ink))
    let columns = columns(area)
    let small = TextForm(TypeSize.label, .medium, theme.inkSecondary, alignment: .trailing)
    var heads = [Words.Replay.aim, Words.Replay.attemptColumn]
    if model.expert != nil { heads.append(Words.Replay.expertColumn) }
    for (head, x) in zip(heads, columns) { painter.text(head, x: x, y: area.y + 52, small) }
    for (index, row) in figures.enumerated() {
      let y = area.y + ReplayParts.head + Double(index) * ReplayParts.row
      painter.rule(left, area.maxX - 20, y: y)
      draw(row, x: left, y: y + 20, columns, on: painter)
    }
    let below = area.y + ReplayParts.head + 4 * ReplayParts.row + 2
    drawCue(
      Rectangle(x: left, y: below, width: area.width - 40, height: ReplayParts.cue),
      on: painter)
    drawFault(
      Rectangle(
        x: left, y: below + ReplayParts.cue + 12, width: area.width - 40,
        height: area.maxY - below - ReplayParts.cue - 20), on: painter)
  }

  /// Right edges of what is aimed at, the attempt and the expert.
  private func columns(_ area: Rectangle) -> [Double] {
    let right = area.maxX - 20
    let width = min(80, (area.width - 40) * 0.23)
    return model.expert == nil
      ? [right - width - 12, right] : [right - 2 * width - 12, right - width, right]
  }

  // MARK: Figures

  private var figures: [Row] {
    let phase = model.attempt.practice.currentPhase
    let sides = [model.attempt] + (model.expert.map { [$0] } ?? [])
    func row(
      _ name: String, _ aim: String, _ gauge: GaugeReading?,
      _ value: (PracticeHand) -> Double?
    ) -> Row {
      Row(
        name: name, aim: gauge == nil ? "" : aim,
        values: sides.map { side in
          guard var gauge, side.practice.phase != nil, let hand = side.practice.hands.first,
            let value = value(hand)
          else { return (PracticeWords.noValue, nil) }
          gauge.show(value, allowance: gauge.kind == .speed && hand.isReturning ? 2 : 1)
          return (PracticeWords.number(abs(value)), gauge.state)
        })
    }
    let corridor = phase.flatMap { PracticeRail.corridor($0) }
    return [
      row(
        Words.Replay.speedRow, phase?.speed.map { PracticeWords.range($0.full) } ?? "",
        phase?.speed.map { .speed($0) }
      ) { $0.speed },
      row(
        Words.Replay.pressureRow,
        phase.map { PracticeWords.range($0.pressure.full, times: 100) } ?? "",
        phase.map { .pressure($0.pressure) }
      ) { $0.pressure.map { $0 * 100 } },
      row(
        Words.Replay.pathRow,
        corridor.map { Words.Replay.upTo($0.full) } ?? "",
        corridor.map { .path($0) }
      ) { $0.deviation },
      countRow(phase, sides),
    ]
  }

  private func countRow(_ phase: Phase?, _ sides: [ReplaySide]) -> Row {
    guard let phase else {
      return Row(
        name: Words.Replay.done, aim: "",
        values: sides.map { _ in (PracticeWords.noValue, nil) })
    }
    let asked = model.attempt.practice.guides.reduce(0) { $0 + $1.asked }
    return Row(
      name: Words.Replay.count(phase.technique), aim: String(asked),
      values: sides.map { side in
        (String(side.practice.guides.reduce(0) { $0 + min($1.done, $1.asked) }), nil)
      })
  }

  private func draw(_ row: Row, x: Double, y: Double, _ columns: [Double], on painter: Painter) {
    let theme = painter.theme
    let room = columns[0] - x - 44
    painter.text(
      row.name, x: x, y: y,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, maxWidth: room, mayBeCut: true))
    painter.text(
      row.aim, x: columns[0], y: y,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, alignment: .trailing, tabular: true))
    for (value, right) in zip(row.values, columns.dropFirst()) {
      let signal: Theme.Signal? =
        switch value.state {
        case .inBand: theme.inBand
        case .low: theme.low
        case .high: theme.high
        case nil: nil
        }
      let isNone = value.text == PracticeWords.noValue
      let form = TextForm(
        TypeSize.button, isNone ? .regular : .semibold,
        signal?.text ?? (isNone ? theme.inkTertiary : theme.ink), alignment: .trailing,
        tabular: true)
      let size = painter.text(value.text, x: right, y: y + 1, form)
      if let signal {
        painter.icon(
          value.state == .inBand ? .tickedCircle : .triangle, x: right - size.width - 19,
          y: y - 11.5, size: 15, signal.text, width: 2.1)
      }
    }
  }

  // MARK: The coaching line and the deduction

  private func drawCue(_ area: Rectangle, on painter: Painter) {
    let practice = model.attempt.practice
    var line = PracticeCoaching(
      cue: practice.cue, isHold: practice.currentPhase?.technique == .pointPress)
    if practice.cue == .none {
      line.words = practice.isPaused ? Words.Replay.paused : Words.Replay.noHand
    }
    line.draw(area, on: painter)
  }

  private func faultForms(_ painter: Painter, _ width: Double) -> (TextForm, TextForm) {
    let theme = painter.theme
    return (
      TextForm(
        TypeSize.row, .semibold, theme.ink, maxWidth: width - 34, maxLines: 3, lineHeight: 1.3),
      TextForm(
        TypeSize.caption, .regular, theme.inkSecondary, maxWidth: width - 34, maxLines: 8,
        lineHeight: 1.4)
    )
  }

  private func faultWords(_ index: Int) -> (name: String, detail: String) {
    let deduction = debrief.deductions[index]
    let points = Words.Replay.points(deduction)
    return (
      Words.series([Words.Debrief.name(deduction.code), points]),
      ChangeWords(
        change: model.debrief.result.change(ofDeduction: index), model: model.debrief
      ).detail
    )
  }

  private func faultHeight(_ index: Int, _ painter: Painter, _ width: Double) -> Double {
    let forms = faultForms(painter, width - 40)
    let words = faultWords(index)
    return painter.measure(words.name, forms.0).height
      + painter.measure(words.detail, forms.1).height + (model.now.count > 1 ? 22 : 0) + 8
  }

  private func drawFault(_ area: Rectangle, on painter: Painter) {
    let theme = painter.theme
    guard let index = model.now.first, let number = debrief.order.firstIndex(of: index) else {
      painter.icon(.tickedCircle, x: area.x, y: area.y + 2, theme.inBand.text)
      painter.text(
        Words.Replay.nothingNow, x: area.x + 30, y: area.y + 17,
        TextForm(
          TypeSize.row, .medium, theme.inkSecondary, maxWidth: area.width - 30, maxLines: 2,
          lineHeight: 1.3))
      return
    }
    debrief.drawMark(
      painter, model.debrief.marks[index].shape, number + 1,
      at: Point(area.x + 12, area.y + 13), size: 11)
    let forms = faultForms(painter, area.width)
    let words = faultWords(index)
    var top = painter.paragraph(words.name, x: area.x + 34, top: area.y + 2, forms.0)
    top = painter.paragraph(words.detail, x: area.x + 34, top: top + 2, forms.1)
    if model.now.count > 1 {
      painter.text(
        Words.Replay.more(model.now.count - 1), x: area.x + 34, y: top + 16,
        TextForm(TypeSize.caption, .medium, theme.inkSecondary, maxWidth: area.width - 34))
    }
  }
}
