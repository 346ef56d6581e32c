import CCairo
import Geometry

extension Canvas {
  /// Takes down what is drawn, instead of drawing it.
  ///
  /// Layers are left out: they are pixels.
  ///
  /// - Parameter width: units, as is `height`; beyond 1 to 32,767 the size is cut.
  public static func picture(
    width: Double, height: Double, draw: (Canvas) -> Void
  ) -> VectorPicture {
    let notes = VectorNotes()
    // Cairo keeps the state alone; nothing reaches its surface.
    let canvas = Canvas(
      surface: cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1),
      width: Int(min(max(width, 1), 32_767).rounded(.up)),
      height: Int(min(max(height, 1), 32_767).rounded(.up)), keepsLetters: true, notes: notes)
    draw(canvas)
    return VectorPicture(width: width, height: height, elements: notes.elements)
  }

  // MARK: As things stand

  func onSurface(_ point: Point) -> Point {
    var (x, y) = (point.x, point.y)
    cairo_user_to_device(context, &x, &y)
    return Point(x, y)
  }

  func onSurface(_ path: Path) -> Path { path.transformed(onSurface) }

  func onSurface(_ style: StrokeStyle) -> StrokeStyle {
    let scale = pixelsPerUnit
    guard scale != 1 else { return style }
    var style = style
    style.width *= scale
    style.dash = style.dash.map { $0 * scale }
    style.dashOffset *= scale
    return style
  }

  func onSurface(_ paint: Paint) -> Paint {
    switch paint {
    case .colour: paint
    case .linear(let from, let to, let stops):
      .linear(from: onSurface(from), to: onSurface(to), stops: stops)
    case .radial(let centre, let radius, let stops):
      .radial(centre: onSurface(centre), radius: radius * pixelsPerUnit, stops: stops)
    }
  }
}
