import Drawing
import Geometry
import Scenarios
import Scoring

extension DebriefScreen {
  /// The ring from 135 to 405 degrees, the pass mark as a tick across it, the verdict below.
  func drawScore(_ painter: Painter, _ area: Rectangle) {
    let theme = painter.theme
    let result = model.result
    painter.card(area)
    painter.text(
      Words.Debrief.total, x: area.x + 20, y: area.y + 34,
      TextForm(TypeSize.title, .semibold, theme.ink))
    let ring = ring(painter, area)
    let (centre, size) = (ring.centre, ring.size)
    let start = 0.75 * Double.pi
    let whole = 1.5 * Double.pi
    func arc(_ share: Double) -> Path {
      Path.arc(centre: centre, radius: 84 * size, from: start, to: start + whole * share)
    }
    painter.canvas.stroke(arc(1), StrokeStyle(width: 16, cap: .round), theme.edge)
    painter.canvas.stroke(arc(1), StrokeStyle(width: 14, cap: .round), theme.sunken)
    let share = min(max(result.score.value / 100, 0), 1)
    let pass = Double(result.passMark) / 100
    if share > 0 {
      if share < pass {
        painter.canvas.stroke(
          arc(share), StrokeStyle(width: 16, cap: .round), theme.low.edge)
      }
      painter.canvas.stroke(
        arc(share), StrokeStyle(width: 14, cap: .round),
        share < pass ? theme.low.mark : theme.inBand.mark)
    }
    drawPassMark(painter, ring, angle: start + whole * pass)
    painter.text(
      Words.figure(result.score), x: centre.x, y: centre.y + 14 * size,
      TextForm(
        (result.score.description.count > 3 ? 46 : TypeSize.score) * max(size, 0.8), .bold,
        theme.ink, alignment: .centre))
    painter.text(
      Words.Debrief.of100, x: centre.x, y: centre.y + 14 * size + 26,
      TextForm(TypeSize.row, .regular, theme.inkSecondary, alignment: .centre))
    drawVerdict(painter, area, below: centre.y + 84 * size)
  }

  /// Where the ring is, and how large to that of the reference: it gives way to what is said below.
  private struct Ring {
    var centre: Point
    var size: Double
  }

  /// The ring's top and foot about its centre, and the pill with its margins, in the reference.
  private static let ringHeight = 176.0
  private static let aroundRing = 50.0
  private static let leastRing = 0.78

  private func ring(_ painter: Painter, _ area: Rectangle) -> Ring {
    let notes = notesHeight(painter, area.width)
    // Where room is scarce the ring begins beside the title.
    let (usual, high) = (56.0, 44.0)
    let room = area.height - DebriefScreen.aroundRing - notes
    if room - usual >= DebriefScreen.ringHeight {
      return Ring(centre: Point(area.centre.x, area.y + usual + 92), size: 1)
    }
    let size = min(1, max(0.5, (room - high) / DebriefScreen.ringHeight))
    let top = max(high, room - DebriefScreen.ringHeight * size)
    return Ring(centre: Point(area.centre.x, area.y + top + 92 * size), size: size)
  }

  /// What the card needs so that its ring is not too small.
  func scoreHeight(_ painter: Painter, _ width: Double) -> Double {
    44 + DebriefScreen.ringHeight * DebriefScreen.leastRing + DebriefScreen.aroundRing
      + notesHeight(painter, width)
  }

  private func drawPassMark(_ painter: Painter, _ ring: Ring, angle: Double) {
    let theme = painter.theme
    func at(_ radius: Double) -> Point {
      Point(
        onCircleAround: ring.centre, radius: 84 * ring.size + radius - 84, angle: angle)
    }
    for (inner, outer, width, colour) in [
      (73.0, 97.0, 6.0, theme.surface), (72, 98, 2.5, theme.ink),
    ] {
      painter.canvas.stroke(
        .polyline([at(inner), at(outer)], closed: false),
        StrokeStyle(width: width, cap: width < 6 ? .round : .butt), colour)
    }
    let label = at(110)
    painter.text(
      "\(model.result.passMark)", x: label.x, y: label.y + 4.5,
      TextForm(TypeSize.caption, .semibold, theme.ink, alignment: .centre))
  }

  private func drawVerdict(_ painter: Painter, _ area: Rectangle, below top: Double) {
    let theme = painter.theme
    let result = model.result
    let look: (Icon, Theme.Signal) =
      switch result.verdict {
      case .passed: (.tickedCircle, theme.inBand)
      case .failed: (.octagon, theme.high)
      case .abandoned: (.triangle, theme.low)
      }
    let words = Words.Debrief.verdict(result)
    let width = painter.pillWidth(words, hasIcon: true, height: 28, size: TypeSize.caption)
    painter.pill(
      words, icon: look.0, x: area.centre.x - width / 2, y: top, height: 28,
      size: TypeSize.caption, text: look.1.text, tint: look.1.tint)
    let notes = notes(painter, area.width)
    var y = top + 28 + (area.maxY - top - 28 - notesHeight(painter, area.width)) / 2
    for note in notes {
      y = painter.paragraph(note.words, x: area.centre.x, top: y, note.form) + DebriefScreen.noteGap
    }
  }

  private static let noteGap = 4.0

  /// What is said below the verdict: why it is so, whether it was close, and how the attempt before
  /// it went. Points above or below the mark give way to the attempt before.
  private func notes(_ painter: Painter, _ width: Double) -> [(words: String, form: TextForm)] {
    let theme = painter.theme
    let form = TextForm(
      TypeSize.caption, .medium, theme.inkSecondary, alignment: .centre, maxWidth: width - 24,
      maxLines: 4, lineHeight: 1.3)
    var close = form
    close.weight = .semibold
    close.colour = theme.ink
    let result = model.result
    var notes: [(words: String, form: TextForm)] = []
    if model.last == nil || result.hasReason {
      notes.append((Words.Debrief.reason(result), form))
    }
    if result.borderline { notes.append((Words.Debrief.closeCall, close)) }
    if let last = model.last { notes.append((Words.Debrief.last(last, now: result.score), form)) }
    return notes
  }

  private func notesHeight(_ painter: Painter, _ width: Double) -> Double {
    let notes = notes(painter, width)
    return notes.reduce(-DebriefScreen.noteGap) {
      $0 + painter.measure($1.words, $1.form).height + DebriefScreen.noteGap
    }
  }
}

extension Scoring.Result {
  /// Whether the verdict has another reason than the score.
  fileprivate var hasReason: Bool {
    !critical.isEmpty || verdict == .abandoned || !below.isEmpty
  }
}
