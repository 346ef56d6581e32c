import Catalogue
import Drawing
import Geometry

/// One step of the guided minutes, as the practice screen says it.
public struct PracticeIntroduction: Hashable, Sendable {
  /// One sentence.
  public var text: String
  /// From 1.
  public var number: Int
  public var count: Int
  /// Whether something went wrong that the sentence is about.
  public var isWarning: Bool

  public init(text: String, number: Int, count: Int, isWarning: Bool = false) {
    self.text = text
    self.number = number
    self.count = count
    self.isWarning = isWarning
  }

  /// In the coaching line's place: how far one is, the sentence, and a way past it.
  func draw(_ area: Rectangle, on painter: inout Painter) {
    let theme = painter.theme
    let signal: Theme.Signal? = isWarning ? theme.spasm : nil
    painter.fill(area, radius: 12, signal?.tint ?? theme.tealTint)
    painter.stroke(area.inset(0.75), radius: 12, signal?.mark ?? theme.teal, width: 1.5)
    let isNarrow = area.width < 420
    let radius = isNarrow ? 18.0 : 20
    let centre = Point(area.x + (isNarrow ? 26 : 34), area.y + area.height / 2)
    painter.canvas.fill(.circle(centre: centre, radius: radius), signal?.text ?? theme.teal)
    painter.text(
      Texts["introduction.place", ["number": String(number), "count": String(count)]],
      x: centre.x, y: centre.y + 4.6,
      TextForm(
        TypeSize.caption, .bold, isWarning ? theme.surface : theme.onTeal, alignment: .centre,
        tabular: true))
    let isLast = number == count
    var word = TextForm(TypeSize.caption, .semibold, theme.tealDeep)
    // Beside the word stand a key's cap and the room around both.
    let width =
      isNarrow
      ? 44.0 : max(80, 50 + painter.measure(Texts["introduction.skip"], word).width)
    let skip = Rectangle(
      x: area.maxX - width - (isNarrow ? 4 : 8), y: area.y + (area.height - 44) / 2,
      width: width, height: 44)
    let left = centre.x + radius + (isNarrow ? 8 : 12)
    let form = sentenceForm((isLast ? area.maxX - 12 : skip.x - 6) - left, theme, painter)
    let height = painter.measure(text, form).height
    painter.paragraph(text, x: left, top: centre.y - height / 2, form)
    guard !isLast else { return }
    if painter.isHovered(.skipIntroductionStep) {
      painter.fill(skip, radius: Space.buttonRadius, theme.surface)
    }
    if isNarrow {
      // The word below its key leaves the sentence more room.
      painter.keyCap("N", x: skip.centre.x - painter.keyCapWidth("N") / 2, y: skip.y + 14)
      word.alignment = .centre
      painter.text(Texts["introduction.skip"], x: skip.centre.x, y: skip.maxY - 3, word)
    } else {
      let cap = painter.keyCap("N", x: skip.x + 8, y: skip.centre.y)
      painter.text(
        Texts["introduction.skip"], x: skip.x + 8 + cap + 7, y: skip.centre.y + 4.6, word)
    }
    painter.target(.skipIntroductionStep, skip, label: Texts["introduction.skipLabel"])
  }

  /// As large as the sentence may be without losing its end.
  private func sentenceForm(_ room: Double, _ theme: Theme, _ painter: Painter) -> TextForm {
    let sizes: [(size: Double, lines: Int)] = [
      (TypeSize.button, 2), (TypeSize.row, 3), (TypeSize.caption, 3),
    ]
    let forms = sizes.map {
      TextForm(
        $0.size, .semibold, theme.ink, maxWidth: room, maxLines: $0.lines,
        lineHeight: $0.lines > 2 ? 1.18 : 1.25)
    }
    return forms.first { !painter.measure(text, $0).isCut } ?? forms[forms.count - 1]
  }
}
