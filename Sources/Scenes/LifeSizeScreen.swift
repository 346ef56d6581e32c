import Catalogue
public import Drawing
import Geometry
import Preferences

/// The outline of a bank card that a person makes as large as a real one laid on the display.
public struct LifeSizeScreen: Screen {
  /// Frame units, which are pixels, in a millimetre: as measured, or else as guessed.
  public var pixelsPerMillimetre: Double
  /// Whether the display was measured.
  public var isSet: Bool
  public var canUndo: Bool

  public init(pixelsPerMillimetre: Double, isSet: Bool, canUndo: Bool = false) {
    self.pixelsPerMillimetre = pixelsPerMillimetre
    self.isSet = isSet
    self.canUndo = canUndo
  }

  /// A fine and a coarse step, in pixels of the card's width.
  public static let steps = (fine: 1, coarse: 10)

  /// The measure that a step leads to, in pixels per millimetre.
  public static func stepped(_ measure: Double, by pixels: Int) -> Double {
    ((measure * BankCard.width).rounded() + Double(pixels)) / BankCard.width
  }

  /// The measure at which a card in the middle of a frame reaches to a place.
  public static func measure(reaching x: Double, inFrameOf width: Double) -> Double {
    2 * abs(x - width / 2) / BankCard.width
  }

  /// As in "3.78 pixels in a millimetre".
  static func words(_ measure: Double) -> String {
    let hundredths = Int((measure * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    let number = "\(whole)" + Texts["number.decimal"] + "\(rest < 10 ? "0" : "")\(rest)"
    return Texts["lifeSize.measure", ["number": number]]
  }

  public func draw(on canvas: Canvas, in frame: Frame) -> Drawn {
    draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
      painter.appBar(path: [Texts["settings.title"], Texts["settings.hand.lifeSize"]])
      let unit = frame.scale
      let card = Rectangle(
        x: (frame.width - BankCard.width * pixelsPerMillimetre) / 2 / unit, y: 0,
        width: BankCard.width * pixelsPerMillimetre / unit,
        height: BankCard.height * pixelsPerMillimetre / unit)
      let body = TextForm(
        TypeSize.button, .regular, painter.theme.inkSecondary,
        maxWidth: min(760, painter.width - 2 * Space.margin), maxLines: 6)
      let explained = 124 + painter.measure(Texts["lifeSize.explain"], body).height
      let top = explained + 28
      let length = top + card.height + 28 + 48 + 16 + 24 + Space.margin - Space.appBar
      painter.page(length: length) { painter in
        painter.screenTitle(Texts["settings.hand.lifeSize"], room: 0)
        painter.paragraph(Texts["lifeSize.explain"], x: Space.margin, top: 124, body)
        // Beside short contents the card stands in the middle of what is left.
        let spare = max(0, painter.pageArea.height - length) / 2
        var place = card
        place.y = top + spare
        drawCard(&painter, place, unit: unit)
        drawButtons(&painter, top: place.maxY + 28)
      }
      painter.hintBar(
        [
          Hint("−", "+", text: Texts["lifeSize.keys.fine"]),
          Hint("[", "]", text: Texts["lifeSize.keys.coarse"]),
          Hint("0", text: Texts["lifeSize.forget"]),
          Hint("Enter", text: Texts["lifeSize.done"]),
        ], remark: Texts["settings.keys.back"])
    }
  }

  private func drawCard(_ painter: inout Painter, _ area: Rectangle, unit: Double) {
    let theme = painter.theme
    let millimetre = pixelsPerMillimetre / unit
    let radius = BankCard.cornerRadius * millimetre
    painter.fill(area, radius: radius, theme.tealTint)
    painter.stroke(area, radius: radius, theme.teal, width: 2)
    // The chip, where ISO/IEC 7816-2 has its contacts.
    let chip = Rectangle(
      x: area.x + 10.25 * millimetre, y: area.y + 19.23 * millimetre, width: 11 * millimetre,
      height: 9.3 * millimetre)
    painter.fill(chip, radius: 1.4 * millimetre, theme.surface)
    painter.stroke(chip, radius: 1.4 * millimetre, theme.edge)
    for share in [1.0 / 3, 2.0 / 3] {
      let y = chip.y + chip.height * share
      painter.line(chip.x, y, chip.x + chip.width * 0.36, y, theme.edge)
      painter.line(chip.x + chip.width * 0.64, y, chip.maxX, y, theme.edge)
    }
    painter.line(
      chip.x + chip.width * 0.36, chip.y, chip.x + chip.width * 0.36, chip.maxY, theme.edge)
    painter.line(
      chip.x + chip.width * 0.64, chip.y, chip.x + chip.width * 0.64, chip.maxY, theme.edge)
    let form = TextForm(
      TypeSize.caption, .medium, theme.tealDeep, alignment: .centre,
      maxWidth: area.width - 24, mayBeCut: true)
    painter.text(Texts["lifeSize.card"], x: area.centre.x, y: area.maxY - 16, form)
    // A grip at each edge shows that it can be drawn.
    for x in [area.x, area.maxX] {
      let grip = Rectangle(x: x - 4, y: area.centre.y - 22, width: 8, height: 44)
      painter.fill(grip, radius: 4, theme.surface)
      painter.stroke(
        grip, radius: 4, theme.teal, width: painter.isHovered(.lifeSizeEdge) ? 3 : 2)
    }
    painter.target(
      .lifeSizeEdge,
      Rectangle(x: area.maxX - 22, y: area.centre.y - 22, width: 44, height: 44),
      radius: Space.fieldRadius, label: Texts["lifeSize.edge"])
  }

  private func drawButtons(_ painter: inout Painter, top: Double) {
    let middle = painter.width / 2
    let steps: [(Icon, Int, String, String)] = [
      (.minusCircle, -LifeSizeScreen.steps.coarse, "[", Texts["lifeSize.muchSmaller"]),
      (.minusCircle, -LifeSizeScreen.steps.fine, "−", Texts["lifeSize.smaller"]),
      (.plus, LifeSizeScreen.steps.fine, "+", Texts["lifeSize.larger"]),
      (.plus, LifeSizeScreen.steps.coarse, "]", Texts["lifeSize.muchLarger"]),
    ]
    let font = TextForm(TypeSize.button, .semibold, painter.theme.ink)
    let isNarrow = painter.width < 1000
    let widths = steps.map { step in
      isNarrow ? 60 : painter.measure(step.3, font).width + 68
    }
    let forget = painter.measure(Texts["lifeSize.forget"], font).width + 68
    let total = widths.reduce(0, +) + forget + 32 + 24
    var left = middle - total / 2
    for (step, width) in zip(steps, widths) {
      let area = Rectangle(x: left, y: top, width: width, height: 48)
      if isNarrow {
        painter.button(
          .secondary, area, "", key: step.2, command: .stepLifeSize(step.1), name: step.3)
      } else {
        painter.button(
          .secondary, area, step.3, key: step.2, command: .stepLifeSize(step.1))
      }
      left += width + 8
    }
    painter.button(
      .secondary, Rectangle(x: left + 24, y: top, width: forget, height: 48),
      Texts["lifeSize.forget"], key: "0", command: .forgetLifeSize, isEnabled: isSet)
    let state = isSet ? Texts["lifeSize.set"] : Texts["lifeSize.guess"]
    painter.text(
      LifeSizeScreen.words(pixelsPerMillimetre) + " · " + state, x: middle, y: top + 48 + 28,
      TextForm(
        TypeSize.row, .semibold, painter.theme.ink, alignment: .centre, tabular: true))
  }
}
