import Drawing
import Geometry
import Scenarios
import Scoring

/// Playing, stepping, and the line of time.
extension ReplayParts {
  private static let button = 44.0
  /// Seconds within which two moments are one.
  private static let instant = 0.001
  private static let pace = 52.0
  /// What the buttons, the time and the speeds need beside each other.
  private static let oneRow = 740.0

  private func rows(_ width: Double) -> Double { width >= ReplayParts.oneRow ? 1 : 2 }

  func transportHeight(_ width: Double) -> Double { 110 + 56 * rows(width) }

  func drawTransport(_ area: Rectangle, on painter: inout Painter) {
    painter.card(area)
    let left = area.x + 20
    let top = area.y + 14
    drawButtons(left, top, on: &painter)
    drawTime(left + 5 * 52 + 28, top, on: painter)
    let isOneRow = rows(area.width) == 1
    let speeds = Rectangle(
      x: isOneRow ? area.maxX - 20 - ReplayParts.pace * Double(model.speeds.count) : left,
      y: (isOneRow ? top : top + 56) - 2,
      width: ReplayParts.pace * Double(model.speeds.count),
      // What can be clicked lies 2 within the outline.
      height: ReplayParts.button + 4)
    drawSpeeds(speeds, on: &painter)
    let below = top + 56 * rows(area.width)
    let line = Rectangle(
      x: area.x + 20 - ReplayTimeline.inset, y: below + 26,
      width: area.width - 40 + 2 * ReplayTimeline.inset, height: ReplayTimeline.height)
    let timeline = ReplayTimeline(line, debrief)
    drawSegments(timeline, y: below + 2, on: painter)
    drawLine(timeline, on: &painter)
  }

  private func drawButtons(_ x: Double, _ y: Double, on painter: inout Painter) {
    let theme = painter.theme
    let play = Rectangle(x: x, y: y, width: 52, height: ReplayParts.button)
    let command: Command = model.isPlaying ? .pause : .resume
    painter.fill(
      play, radius: Space.buttonRadius, painter.isHovered(command) ? theme.tealDeep : theme.teal)
    painter.icon(
      model.isPlaying ? .pause : .play, x: play.centre.x - 10,
      y: play.centre.y - 10 + painter.sinking(command), theme.onTeal, width: 2)
    painter.target(
      command, play, label: model.isPlaying ? Words.Replay.pause : Words.Replay.play)
    let steps: [(Icon, Command, String, Bool)] = [
      (.markBefore, .stepMark(-1), Words.Replay.markBefore, hasMark(before: true)),
      (.eventBefore, .stepEvent(-1), Words.Replay.eventBefore, model.time > 0),
      (
        .eventAfter, .stepEvent(1), Words.Replay.eventAfter,
        model.time < model.debrief.duration
      ),
      (.markAfter, .stepMark(1), Words.Replay.markAfter, hasMark(before: false)),
    ]
    for (index, (icon, command, label, isEnabled)) in steps.enumerated() {
      let box = Rectangle(
        x: play.maxX + 8 + Double(index) * 52, y: y, width: ReplayParts.button,
        height: ReplayParts.button)
      if isEnabled, painter.isHovered(command) {
        painter.fill(box, radius: Space.buttonRadius, theme.sunken)
      }
      painter.stroke(
        box.inset(0.75), radius: Space.buttonRadius - 0.75, isEnabled ? theme.edge : theme.line,
        width: 1.5)
      painter.icon(
        icon, x: box.x + 12, y: box.y + 12 + painter.sinking(command),
        isEnabled ? theme.ink : theme.inkTertiary)
      painter.target(command, box, isEnabled: isEnabled, label: label)
    }
  }

  private func hasMark(before: Bool) -> Bool {
    let moments = model.debrief.marks.compactMap(\.moment)
    // Of marks at one moment each is a step of its own.
    if let chosen = model.chosen, let moment = model.debrief.marks[chosen].moment,
      abs(moment - model.time) < ReplayParts.instant
    {
      let numbered = debrief.order.filter { model.debrief.marks[$0].moment != nil }
      return before ? numbered.first != chosen : numbered.last != chosen
    }
    return moments.contains {
      before ? $0 <= model.time + ReplayParts.instant : $0 >= model.time - ReplayParts.instant
    }
  }

  private func drawTime(_ x: Double, _ y: Double, on painter: Painter) {
    let theme = painter.theme
    let size = painter.text(
      PracticeWords.time(model.time), x: x, y: y + 30.5,
      TextForm(TypeSize.value, .semibold, theme.ink, tabular: true))
    painter.text(
      Words.Replay.of(model.debrief.duration), x: x + size.width + 8, y: y + 30.5,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary, tabular: true))
  }

  private func drawSpeeds(_ area: Rectangle, on painter: inout Painter) {
    painter.segmentedControl(
      area,
      model.speeds.map { speed in
        (
          label: Words.Replay.speed(speed), command: .replaySpeed(speed),
          isSelected: speed == model.speed
        )
      })
  }

  /// Case and preparation, then every entry into a step.
  private func drawSegments(_ timeline: ReplayTimeline, y: Double, on painter: Painter) {
    let theme = painter.theme
    for segment in model.debrief.segments {
      let x = timeline.x(segment.start) + 1
      let box = Rectangle(
        x: x, y: y, width: max(2, timeline.x(segment.end) - 1 - x), height: 20)
      let isNow = segment.start <= model.time && model.time < segment.end
      painter.fill(box, radius: min(5, box.width / 2), isNow ? theme.tealTint : theme.sunken)
      let title =
        segment.phase.map { Words.title(scenario.phases[$0]) } ?? Words.Debrief.before
      let short = segment.phase.map { "\($0 + 1)" } ?? Words.Debrief.beforeShort
      let form = TextForm(
        TypeSize.label, isNow ? .semibold : .medium,
        isNow ? theme.tealDeep : theme.inkSecondary, alignment: .centre)
      for words in [title, short] where painter.measure(words, form).width <= box.width - 4 {
        painter.text(words, x: box.centre.x, y: box.y + 14.6, form)
        break
      }
    }
  }

  private func drawLine(_ timeline: ReplayTimeline, on painter: inout Painter) {
    let theme = painter.theme
    let canvas = painter.canvas
    let y = timeline.area.y + ReplayTimeline.line
    let now = timeline.x(model.time)
    let round = StrokeStyle(width: 5, cap: .round)
    canvas.stroke(
      .polyline([Point(timeline.left, y), Point(timeline.right, y)], closed: false), round,
      theme.edge)
    if now > timeline.left {
      canvas.stroke(
        .polyline([Point(timeline.left, y), Point(now, y)], closed: false), round, theme.teal)
    }
    let marks = timeline.area.y + ReplayTimeline.markLine
    for mark in timeline.marks {
      let x = timeline.x(mark.time)
      let isChosen = mark.deduction == model.chosen
      canvas.stroke(
        .polyline([Point(x, y - 6), Point(x, y + 6), Point(mark.x, marks - 10)], closed: false),
        StrokeStyle(width: isChosen ? 2 : 1.25, join: .round), theme.inkSecondary)
    }
    for isChosen in [false, true] {
      for mark in timeline.marks where (mark.deduction == model.chosen) == isChosen {
        debrief.drawMark(
          painter, model.debrief.marks[mark.deduction].shape, mark.number,
          at: Point(mark.x, marks), isSelected: isChosen)
      }
    }
    canvas.fill(.circle(centre: Point(now, y), radius: 12), theme.surface)
    canvas.fill(.circle(centre: Point(now, y), radius: 10), theme.teal)
    painter.target(.scrub, timeline.area, radius: 8, label: Words.Replay.timeline)
  }
}
