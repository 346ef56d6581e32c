import Drawing
import Geometry
import Scenarios
import Scoring

/// The moment that the plate shows, and how one gets to another.
extension DebriefScreen {
  /// Below the plate: play, a scrubber over the stay in the shown step, and the time.
  func drawPlayer(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    guard !isPicture else {
      painter.text(
        order.isEmpty
          ? Words.Debrief.noDeductions
          : momentCount > 0 ? Words.Debrief.marks(momentCount) : Words.Debrief.noMoments,
        x: area.x + 20, y: area.centre.y + 5,
        TextForm(TypeSize.row, .medium, theme.inkSecondary, maxWidth: area.width - 40))
      return
    }
    let middle = area.centre.y
    let play = Rectangle(x: area.x + 16, y: middle - 22, width: 44, height: 44)
    if canPlay, painter.isHovered(.playDebrief) {
      painter.fill(play, radius: Space.buttonRadius, theme.sunken)
    }
    painter.stroke(
      play.inset(0.75), radius: Space.buttonRadius - 0.75, canPlay ? theme.edge : theme.line,
      width: 1.5)
    painter.icon(
      choice.isPlaying ? .pause : .play, x: play.x + 12,
      y: play.y + 12 + painter.sinking(.playDebrief), canPlay ? theme.ink : theme.inkTertiary)
    painter.target(
      .playDebrief, play, isEnabled: canPlay,
      label: choice.isPlaying ? Words.Debrief.pause : Words.Debrief.play)
    let slider = Rectangle(
      x: play.maxX + 8, y: play.y, width: area.maxX - 16 - play.maxX - 8, height: 44)
    let track = Painter.sliderTrack(slider)
    guard canPlay else {
      painter.line(track.x, middle, area.maxX - 26, middle, theme.line, width: 6, cap: .round)
      return
    }
    let range = range
    let length = max(range.upperBound - range.lowerBound, 0.001)
    for mark in model.marks {
      guard let moment = mark.moment, range.contains(moment) else { continue }
      let x = track.x + track.width * (moment - range.lowerBound) / length
      painter.line(x, middle - 15, x, middle - 9, theme.inkSecondary, width: 1.75)
    }
    painter.slider(
      slider, share: (shownTime - range.lowerBound) / length, value: Words.clock(shownTime),
      label: Words.Debrief.momentOfStep, command: .debriefMoment)
  }

  // MARK: The chosen deduction's moments

  /// What the chosen deduction has to say at the foot of the plate: which of its stretches is shown,
  /// or that it has no moment.
  private enum Foot {
    case stretches(Int)
    case noMoment(String)
  }

  private var plateFoot: Foot? {
    guard !isPicture, let selected, model.marks.indices.contains(selected) else { return nil }
    switch model.marks[selected].stretches.count {
    case 0: return .noMoment(Words.Debrief.noMoment(deductions[selected].code))
    case 1: return nil
    case let count: return .stretches(count)
    }
  }

  private func noMomentForm(_ painter: Painter, _ area: Rectangle) -> TextForm {
    TextForm(
      TypeSize.caption, .medium, painter.theme.ink, maxWidth: area.width - 52, maxLines: 4,
      lineHeight: 1.35)
  }

  /// What it takes of the plate, with its margin below; 0 where there is nothing to say.
  func stretchesHeight(_ painter: Painter, _ area: Rectangle) -> Double {
    switch plateFoot {
    case .stretches: 54
    case .noMoment(let words):
      painter.measure(words, noMomentForm(painter, area)).height + 14 + 10
    case nil: 0
    }
  }

  func drawStretches(_ painter: inout Painter, _ area: Rectangle) {
    let theme = painter.theme
    switch plateFoot {
    case .noMoment(let words):
      let form = noMomentForm(painter, area)
      let size = painter.measure(words, form)
      let pill = Rectangle(
        x: area.x + 14, y: area.maxY - 10 - size.height - 14, width: size.width + 24,
        height: size.height + 14)
      painter.fill(pill, radius: 12, theme.surface)
      painter.stroke(pill.inset(0.5), radius: 11.5, theme.line)
      painter.paragraph(words, x: pill.x + 12, top: pill.y + 7, form)
    case .stretches(let count):
      let words = Words.Debrief.stretch(choice.stretch + 1, of: count)
      let form = TextForm(
        TypeSize.caption, .semibold, theme.ink, alignment: .centre, tabular: true)
      let room = painter.measure(words, form).width + 16
      let box = Rectangle(
        x: area.maxX - 10 - 88 - room, y: area.maxY - 54, width: 88 + room, height: 44)
      painter.fill(box, radius: Space.buttonRadius, theme.surface)
      painter.stroke(box.inset(0.75), radius: Space.buttonRadius - 0.75, theme.edge, width: 1.5)
      painter.text(words, x: box.centre.x, y: box.centre.y + 4.6, form)
      for (icon, x, step, label) in [
        (Icon.arrowLeft, box.x, -1, Words.Debrief.earlierStretch),
        (Icon.chevron, box.maxX - 44, 1, Words.Debrief.laterStretch),
      ] {
        let side = Rectangle(x: x, y: box.y, width: 44, height: 44)
        let isEnabled = (0..<count).contains(choice.stretch + step)
        let command = Command.stepStretch(step)
        if isEnabled, painter.isHovered(command) {
          painter.fill(side.inset(2), radius: Space.buttonRadius - 2, theme.sunken)
        }
        painter.icon(
          icon, x: side.x + 12, y: side.y + 12 + painter.sinking(command),
          isEnabled ? theme.ink : theme.inkTertiary)
        painter.target(command, side, isEnabled: isEnabled, label: label)
      }
    case nil: break
    }
  }
}
