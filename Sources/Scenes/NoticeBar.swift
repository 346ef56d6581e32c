public import Drawing
import Geometry

/// A sentence over the lower edge of whatever screen stands.
public struct NoticeBar {
  public enum Kind: Sendable { case information, warning, error }

  private static let padding = 16.0

  public var kind: Kind
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// Draws it over what is on the canvas.
  public func draw(on canvas: Canvas, in frame: Frame) {
    _ = draw(on: canvas, in: frame, recorder: nil)
  }

  func draw(on canvas: Canvas, in frame: Frame, recorder: TextRecorder?) -> Drawn {
    Painter.paint(on: canvas, in: frame, recorder: recorder, isOverlay: true) { painter in
      let theme = painter.theme
      let signal: Theme.Signal? =
        switch kind {
        case .information: nil
        case .warning: theme.low
        case .error: theme.high
        }
      let margin = painter.width < Space.referenceWidth ? 40.0 : 80
      let form = TextForm(
        TypeSize.row, .semibold, signal?.text ?? theme.ink,
        maxWidth: painter.width - 2 * margin, maxLines: 8)
      let size = painter.measure(text, form)
      let box = Rectangle(
        x: (painter.width - size.width) / 2 - NoticeBar.padding,
        y: painter.height - Space.hintBar - 12 - size.height - NoticeBar.padding,
        width: size.width + 2 * NoticeBar.padding, height: size.height + NoticeBar.padding)
      painter.fill(box, radius: Space.buttonRadius, signal?.tint ?? theme.surface)
      painter.stroke(
        box, radius: Space.buttonRadius, signal?.edge ?? theme.edge, width: 1.5)
      painter.paragraph(text, x: box.x + NoticeBar.padding, top: box.y + 8, form)
    }
  }
}
