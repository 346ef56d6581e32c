import Catalogue
import Drawing
import Geometry
import Scenarios
import Scoring

/// One line of advice, and the pill that says the same at the hand.
struct PracticeCoaching {
  let cue: Cue
  /// Whether a press is held, where no pace is to be kept.
  var isHold = false
  /// What is said in place of the line's own words; nil: those.
  var words: String?

  private struct Look {
    var ground: Colour
    var border: Colour
    var disc: Colour
    var mark: Colour
    var icon: Icon
  }

  private func look(_ theme: Theme) -> Look {
    func of(_ signal: Theme.Signal, _ icon: Icon) -> Look {
      // On paper the disc is the dark edge with a pale mark, on the dark rail the bright mark.
      Look(
        ground: signal.tint, border: signal.mark, disc: theme.isDark ? signal.mark : signal.text,
        mark: signal.tint, icon: icon)
    }
    return switch cue {
    case .pain, .pressingArea: of(theme.spasm, .octagon)
    case .nearArea: of(theme.spasm, .triangle)
    case .tooHard, .tooFast, .vibrating, .tapping: of(theme.high, .worsen)
    case .offPath, .backward: of(theme.high, .retry)
    case .tooLight, .tooSlow: of(theme.low, .improve)
    case .steady: of(theme.inBand, .tick)
    case .none:
      Look(
        ground: theme.surface, border: theme.line, disc: theme.tealTint, mark: theme.teal,
        icon: .hands)
    }
  }

  /// Seconds in which one line gives way to the next.
  static let fade = 0.15

  /// The line as the model has it; while it changes, the old one shines through.
  static func draw(
    _ model: PracticeModel, isStill: Bool, in area: Rectangle, on painter: Painter
  ) {
    let isHold = model.currentPhase?.technique == .pointPress
    let line = PracticeCoaching(cue: model.cue, isHold: isHold)
    guard !isStill, let last = model.lastCue else { return line.draw(area, on: painter) }
    let share = (model.now - last.until) / PracticeCoaching.fade
    guard share < 1, share >= 0 else { return line.draw(area, on: painter) }
    // Figures that change within a line do not fade, or nobody could read them.
    guard !PracticeCoaching(cue: last.cue).isAlike(line) else {
      return line.draw(area, on: painter)
    }
    PracticeCoaching(cue: last.cue, isHold: isHold).draw(area, on: painter)
    let next = painter.canvas.layer(width: area.width, height: area.height) { canvas in
      let inner = painter.onto(canvas)
      line.draw(Rectangle(x: 0, y: 0, width: area.width, height: area.height), on: inner)
    }
    painter.canvas.paint(next, at: Point(area.x, area.y), opacity: share)
  }

  /// Whether two lines say the same with other figures.
  func isAlike(_ other: PracticeCoaching) -> Bool {
    switch (cue, other.cue) {
    case (.tooHard, .tooHard), (.tooLight, .tooLight), (.tooFast, .tooFast),
      (.tooSlow, .tooSlow), (.offPath, .offPath):
      true
    default: cue == other.cue
    }
  }

  func draw(_ area: Rectangle, on painter: Painter) {
    let look = look(painter.theme)
    painter.fill(area, radius: 12, look.ground)
    painter.stroke(area.inset(0.75), radius: 12, look.border, width: 1.5)
    let middle = area.y + area.height / 2
    let centre = Point(area.x + 32, middle)
    painter.canvas.fill(.circle(centre: centre, radius: 18), look.disc)
    painter.icon(
      look.icon, x: centre.x - 10, y: centre.y - 10, look.mark, width: 2.4)
    let words =
      words
      ?? (isHold && cue == .steady ? Texts["coaching.steadyHold"] : PracticeWords.coaching(cue))
    var form = TextForm(TypeSize.coaching, .semibold, painter.theme.ink)
    if painter.measure(words, form).width > area.width - 76 {
      form = TextForm(
        TypeSize.title, .semibold, painter.theme.ink, maxWidth: area.width - 76, maxLines: 2,
        lineHeight: 1.2, mayBeCut: true)
    }
    let size = painter.measure(words, form)
    let isWrapped = size.height > form.size * 1.8
    painter.text(
      words, x: area.x + 64,
      y: isWrapped ? middle - size.height / 2 + size.baseline : middle + form.size * 0.36, form)
  }

  /// - Parameters:
  ///   - hand: the hand's place in layout units.
  ///   - reach: from there to the hand's edge.
  func drawPill(at hand: Point, reach: Double, within area: Rectangle, on painter: Painter) {
    guard let short = PracticeWords.short(cue) else { return }
    let theme = painter.theme
    let look = look(theme)
    let text = signalText(theme)
    let form = TextForm(TypeSize.caption, .bold, text, tabular: true)
    let width = painter.measure(short, form).width + 42
    var x = hand.x + reach + 12
    if x + width > area.maxX - 8 { x = hand.x - reach - 12 - width }
    let pill = Rectangle(x: x, y: hand.y - 13.25, width: width, height: 26.5)
    painter.fill(pill, radius: 13.25, theme.surface)
    painter.stroke(pill, radius: 13.25, look.border, width: 1.75)
    painter.icon(look.icon, x: x + 8, y: hand.y - 8, size: 16, text, width: 2.6)
    painter.text(short, x: x + 28, y: hand.y + 4.8, form)
  }

  private func signalText(_ theme: Theme) -> Colour {
    switch cue {
    case .pain, .pressingArea, .nearArea: theme.spasm.text
    case .tooHard, .tooFast, .offPath, .backward, .vibrating, .tapping: theme.high.text
    case .tooLight, .tooSlow: theme.low.text
    case .steady, .none: theme.inBand.text
    }
  }

  func mark(_ theme: Theme) -> Colour {
    switch cue.quality {
    case .inBand: theme.inBand.mark
    case .high: theme.high.mark
    case .low: theme.low.mark
    case .spasm: theme.spasm.edge
    }
  }
}
