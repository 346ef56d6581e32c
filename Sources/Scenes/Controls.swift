public import Drawing
public import Geometry

/// Draws one frame of a screen with the shared controls and collects what can be clicked.
///
/// Everything is in layout units, of which a frame has so many as ``Frame/scale`` says. Screens are
/// designed for 1280 by 800; on a smaller page their cards flow and the page scrolls.
public struct Painter {
  public let canvas: Canvas
  public let theme: Theme
  /// Of the page, in layout units: at least 640 and 400.
  public let width: Double
  public let height: Double
  /// Controls in reading order.
  public private(set) var targets: [Target] = []
  /// What can be scrolled, in layout units.
  var scrolls: [ScrollArea] = []
  /// What is being scrolled, while that is drawn.
  var view: ScrollView?

  let frame: Frame
  let recorder: TextRecorder?

  /// Draws `body` scaled to the frame; the targets are in the frame's units.
  public static func paint(
    on canvas: Canvas, in frame: Frame, _ body: (inout Painter) -> Void
  ) -> Drawn {
    paint(on: canvas, in: frame, recorder: nil, body)
  }

  /// - Parameter isOverlay: leaves what is on the canvas as the ground.
  static func paint(
    on canvas: Canvas, in frame: Frame, recorder: TextRecorder?, isOverlay: Bool = false,
    _ body: (inout Painter) -> Void
  ) -> Drawn {
    guard frame.width > 0, frame.height > 0 else { return Drawn() }
    let scale = frame.scale
    var painter = Painter(
      canvas: canvas, theme: Theme.of(frame), width: frame.width / scale,
      height: frame.height / scale, frame: frame, recorder: recorder)
    canvas.save()
    canvas.scale(scale, scale)
    if !isOverlay {
      painter.fill(
        Rectangle(x: 0, y: 0, width: painter.width, height: painter.height), painter.theme.window)
    }
    body(&painter)
    canvas.restore()
    return Drawn(
      targets: painter.targets.map { target in
        var target = target
        target.area = target.area.scaled(scale)
        target.visible = target.visible?.scaled(scale)
        return target
      },
      scrolls: painter.scrolls.map { part in
        ScrollArea(
          id: part.id, area: part.area.scaled(scale), length: part.length * scale,
          offset: part.offset * scale, track: part.track.scaled(scale),
          thumb: part.thumb.scaled(scale))
      })
  }

  private init(
    canvas: Canvas, theme: Theme, width: Double, height: Double, frame: Frame,
    recorder: TextRecorder?
  ) {
    self.canvas = canvas
    self.theme = theme
    self.width = width
    self.height = height
    self.frame = frame
    self.recorder = recorder
  }

  /// The same surroundings on another canvas, such as a layer that is painted when it is done. What
  /// becomes a target there is not noted.
  func onto(_ canvas: Canvas) -> Painter {
    Painter(
      canvas: canvas, theme: theme, width: width, height: height, frame: frame,
      recorder: recorder)
  }

  /// Notes the controls of a part that is drawn elsewhere.
  mutating func noting(_ body: (inout Painter) -> Void) {
    var noted: [Target] = []
    _ = canvas.layer(width: 1, height: 1) {
      var other = onto($0)
      other.view = view
      body(&other)
      noted = other.targets
    }
    targets += noted
  }

  /// Whether the pointer is over a control, or a finger holds it.
  public func isHovered(_ command: Command) -> Bool {
    frame.hover == command || frame.pressed == command
  }

  /// How much lower what is in a control stands: it gives way under the press.
  func sinking(_ command: Command) -> Double { frame.pressed == command ? 1 : 0 }

  public func isFocused(_ command: Command) -> Bool { frame.focus == command }

  /// Notes a control and draws its focus ring when it has the focus.
  public mutating func target(
    _ command: Command, _ area: Rectangle, radius: Double = Space.buttonRadius,
    isEnabled: Bool = true, label: String, isChosen: Bool = false, isSpot: Bool = false
  ) {
    var target = Target(command, area, isEnabled: isEnabled, label: label)
    target.isChosen = isChosen
    target.isSpot = isSpot
    if let view {
      target.scroll = view.id
      (target.area, target.visible) = view.place(area)
    }
    targets.append(target)
    if isFocused(command) { focusRing(area, radius: radius) }
  }

  /// A 3 px ring, 2 px outside a control; coming up where the focus is new.
  public func focusRing(_ area: Rectangle, radius: Double) {
    let strength = min(max(frame.focusStrength, 0), 1)
    guard strength > 0 else { return }
    stroke(
      area.inset(-3.5), radius: radius + 3.5,
      strength < 1 ? theme.teal.opacity(strength) : theme.teal, width: 3)
  }

  // MARK: Shapes

  public func fill(_ area: Rectangle, radius: Double = 0, _ colour: Colour) {
    canvas.fill(radius > 0 ? .roundedRectangle(area, radius: radius) : .rectangle(area), colour)
  }

  /// Strokes the outline of a rectangle along its edges.
  public func stroke(
    _ area: Rectangle, radius: Double = 0, _ colour: Colour, width: Double = 1,
    dash: [Double] = []
  ) {
    canvas.stroke(
      radius > 0 ? .roundedRectangle(area, radius: radius) : .rectangle(area),
      StrokeStyle(width: width, dash: dash), colour)
  }

  public func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: Colour, width: Double = 1,
    dash: [Double] = [], cap: StrokeStyle.Cap = .butt
  ) {
    canvas.stroke(
      .polyline([Point(x1, y1), Point(x2, y2)], closed: false),
      StrokeStyle(width: width, dash: dash, cap: cap), colour)
  }

  /// A level hairline.
  public func rule(_ x1: Double, _ x2: Double, y: Double) {
    line(x1, y.rounded(.down) + 0.5, x2, y.rounded(.down) + 0.5, theme.line)
  }

  /// A card with its hairline.
  public func card(_ area: Rectangle) {
    fill(area, radius: Space.cardRadius, theme.surface)
    stroke(area.inset(0.5), radius: Space.cardRadius - 0.5, theme.line)
  }

  /// An icon whose 20 by 20 grid is drawn `size` wide with its upper left corner at a place.
  public func icon(
    _ icon: Icon, x: Double, y: Double, size: Double = 20, _ colour: Colour,
    width: Double = 1.75
  ) {
    let shapes = icon.shapes
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(size / 20, size / 20)
    let style = StrokeStyle(width: width, cap: .round, join: .round)
    for path in shapes.lines { canvas.stroke(path, style, colour) }
    for path in shapes.filled { canvas.fill(path, colour) }
    canvas.restore()
  }
}
