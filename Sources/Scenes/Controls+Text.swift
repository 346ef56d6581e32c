public import Drawing
import Geometry

/// What a screen wrote, for tests: where, and whether it was cut although it must not be.
final class TextRecorder {
  struct Entry {
    var text: String
    /// In layout units, as scrolled.
    var area: Rectangle
    /// What of it is in sight; nil: nothing.
    var visible: Rectangle?
    /// The part to scroll in which it stands.
    var scroll: ScrollArea.ID?
    var form: TextForm
    var isCut: Bool
    /// Whether an ellipsis is part of the design here.
    var mayBeCut: Bool
  }

  var entries: [Entry] = []
  /// Leaves the letters out, so that the ground on which they would stand can be measured.
  var leavesLettersOut = false
}

/// How a text is set.
public struct TextForm {
  public var size: Double
  public var weight: TextStyle.Weight
  public var colour: Colour
  public var alignment: TextStyle.Alignment
  /// Width beyond which the text wraps or ends in an ellipsis; nil: as wide as it is.
  public var maxWidth: Double?
  public var maxLines: Int
  public var lineHeight: Double
  public var tabular: Bool
  /// Whether an ellipsis is intended when the text is too long.
  public var mayBeCut: Bool

  public init(
    _ size: Double, _ weight: TextStyle.Weight = .regular, _ colour: Colour,
    alignment: TextStyle.Alignment = .leading, maxWidth: Double? = nil, maxLines: Int = 1,
    lineHeight: Double = 1.45, tabular: Bool = false, mayBeCut: Bool = false
  ) {
    self.size = size
    self.weight = weight
    self.colour = colour
    self.alignment = alignment
    self.maxWidth = maxWidth
    self.maxLines = maxLines
    self.lineHeight = lineHeight
    self.tabular = tabular
    self.mayBeCut = mayBeCut
  }

  var style: TextStyle {
    TextStyle(
      size: size, weight: weight, colour: colour, alignment: alignment, maxWidth: maxWidth,
      maxLines: maxLines, lineHeight: lineHeight, tabularFigures: tabular)
  }
}

extension Painter {
  /// Writes a text whose first baseline is at `y`; returns its width and height.
  @discardableResult
  public func text(_ text: String, x: Double, y: Double, _ form: TextForm) -> TextSize {
    if let recorder, !text.isEmpty {
      let measure = canvas.measure(text, form.style)
      let left =
        switch form.alignment {
        case .leading: x
        case .centre: x - measure.width / 2
        case .trailing: x - measure.width
        }
      let area = Rectangle(
        x: left, y: y - measure.baseline, width: measure.width, height: measure.height)
      let place = view?.place(area) ?? (area, area)
      recorder.entries.append(
        .init(
          text: text, area: place.area, visible: place.visible, scroll: view?.id, form: form,
          isCut: measure.isCut, mayBeCut: form.mayBeCut))
      if recorder.leavesLettersOut { return measure }
    }
    return canvas.text(text, at: Point(x, y), form.style)
  }

  /// The room a text will take.
  public func measure(_ text: String, _ form: TextForm) -> TextSize {
    canvas.measure(text, form.style)
  }

  /// Writes a text that may wrap, below `top`, and returns where the next may begin.
  @discardableResult
  public func paragraph(_ text: String, x: Double, top: Double, _ form: TextForm) -> Double {
    guard !text.isEmpty else { return top }
    let measure = canvas.measure(text, form.style)
    self.text(text, x: x, y: top + measure.baseline, form)
    return top + measure.height
  }
}
