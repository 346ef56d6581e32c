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
    let centre = Point(area.x + 34, area.y + area.height / 2)
    painter.canvas.fill(.circle(centre: centre, radius: 20), signal?.text ?? theme.teal)
    painter.text(
      Texts["introduction.place", ["number": String(number), "count": String(count)]],
      x: centre.x, y: centre.y + 4.6,
      TextForm(
        TypeSize.caption, .bold, isWarning ? theme.surface : theme.onTeal, alignment: .centre,
        tabular: true))
    let isLast = number == count
    let skipForm = TextForm(TypeSize.caption, .semibold, theme.tealDeep)
    // Beside the words stand a key's cap and the room around both.
    let skipWidth = max(80, 50 + painter.measure(Texts["introduction.skip"], skipForm).width)
    let skip = Rectangle(
      x: area.maxX - 8 - skipWidth, y: area.y + (area.height - 44) / 2, width: skipWidth,
      height: 44)
    let form = TextForm(
      TypeSize.button, .semibold, theme.ink,
      maxWidth: (isLast ? area.maxX - 16 : skip.x - 8) - area.x - 66, maxLines: 2,
      lineHeight: 1.25, mayBeCut: true)
    let height = painter.measure(text, form).height
    painter.paragraph(text, x: area.x + 66, top: centre.y - height / 2, form)
    guard !isLast else { return }
    if painter.isHovered(.skipIntroductionStep) {
      painter.fill(skip, radius: Space.buttonRadius, theme.surface)
    }
    let cap = painter.keyCap("N", x: skip.x + 8, y: skip.centre.y)
    painter.text(
      Texts["introduction.skip"], x: skip.x + 8 + cap + 7, y: skip.centre.y + 4.6,
      skipForm)
    painter.target(.skipIntroductionStep, skip, label: Texts["introduction.skipLabel"])
  }
}
