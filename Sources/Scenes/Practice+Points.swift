import Drawing
import Geometry

/// Points to press as numbered discs: filled once held, a ring while they are.
struct PracticePoints {
  let guides: [PracticeGuide]
  let active: Int?

  func draw(in card: Rectangle, on painter: Painter) {
    let theme = painter.theme
    let canvas = painter.canvas
    let done = guides.count { $0.isFinished }
    painter.text(
      PracticeWords.counted(done, guides.count), x: card.maxX - 16, y: card.y + 25,
      TextForm(TypeSize.caption, .semibold, theme.ink, alignment: .trailing, tabular: true))
    // As many in a row as keep their numbers legible.
    let room = card.width - 32
    let columns = max(min(guides.count, guides.count > 15 ? 7 : 5), 1)
    let rows = (guides.count + columns - 1) / columns
    let step = Point(room / Double(columns), min(36, 96 / Double(max(rows, 1))))
    let radius = min(12, step.x / 2 - 1.5, step.y / 2 - 1.5)
    for (index, guide) in guides.enumerated() {
      let centre = Point(
        card.x + 16 + step.x * (Double(index % columns) + 0.5),
        card.y + 40 + step.y * (Double(index / columns) + 0.5))
      let disc = Path.circle(centre: centre, radius: radius - 0.75)
      if guide.isFinished {
        canvas.fill(disc, theme.inBand.mark)
      } else {
        canvas.fill(disc, index == active ? theme.tealTint : theme.surface)
        canvas.stroke(
          disc, StrokeStyle(width: 1.5), index == active ? theme.teal : theme.edge)
      }
      if !guide.isFinished, guide.coverage > 0.01 {
        canvas.stroke(
          .arc(
            centre: centre, radius: radius - 0.75, from: -.pi / 2,
            to: -.pi / 2 + 2 * .pi * min(guide.coverage, 1)), StrokeStyle(width: 3.5), theme.teal)
      }
      guard radius >= 8 else { continue }
      painter.text(
        "\(index + 1)", x: centre.x, y: centre.y + 4.3,
        TextForm(
          TypeSize.label, .semibold, guide.isFinished ? theme.surface : theme.ink,
          alignment: .centre, tabular: true))
    }
  }
}
