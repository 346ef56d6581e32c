import Drawing
import Geometry
import Scenes
import Sessions

/// A sentence over the lower edge of whatever screen stands.
struct NoticeBar {
  private static let padding = 16.0

  let notice: Notice

  init(_ notice: Notice) { self.notice = notice }

  func draw(on canvas: Canvas, in frame: Frame) {
    let theme = Theme.of(frame)
    let scale = min(frame.width / Space.referenceWidth, frame.height / Space.referenceHeight)
    guard scale > 0 else { return }
    let width = frame.width / scale
    let height = frame.height / scale
    let signal: Theme.Signal? =
      switch notice.kind {
      case .information: nil
      case .warning: theme.low
      case .error: theme.high
      }
    var style = TextStyle(size: 14, weight: .semibold, colour: signal?.text ?? theme.ink)
    style.maxWidth = width - 160
    style.maxLines = 3
    let size = canvas.measure(notice.text, style)
    canvas.saved {
      canvas.scale(scale, scale)
      let box = Rectangle(
        x: (width - size.width) / 2 - NoticeBar.padding,
        y: height - Space.hintBar - 12 - size.height - NoticeBar.padding,
        width: size.width + 2 * NoticeBar.padding, height: size.height + NoticeBar.padding)
      let outline = Path.roundedRectangle(box, radius: 10)
      canvas.fill(outline, signal?.tint ?? theme.surface)
      canvas.stroke(outline, StrokeStyle(width: 1.5), signal?.edge ?? theme.edge)
      canvas.text(
        notice.text, at: Point(box.x + NoticeBar.padding, box.y + 8 + size.baseline), style)
    }
  }
}
