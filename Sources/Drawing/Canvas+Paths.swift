import CCairo
import Geometry

extension Canvas {
  public func fill(_ path: Path, _ colour: Colour) { fill(path, .colour(colour)) }

  public func fill(_ path: Path, _ paint: Paint) {
    if let notes { return notes.add(.fill(onSurface(path), onSurface(paint))) }
    trace(path)
    withSource(paint) { cairo_fill(context) }
  }

  public func stroke(_ path: Path, _ style: StrokeStyle, _ colour: Colour) {
    stroke(path, style, .colour(colour))
  }

  public func stroke(_ path: Path, _ style: StrokeStyle, _ paint: Paint) {
    if let notes {
      return notes.add(.stroke(onSurface(path), onSurface(style), onSurface(paint)))
    }
    trace(path)
    cairo_set_line_width(context, style.width)
    let cap =
      switch style.cap {
      case .butt: CAIRO_LINE_CAP_BUTT
      case .round: CAIRO_LINE_CAP_ROUND
      case .square: CAIRO_LINE_CAP_SQUARE
      }
    cairo_set_line_cap(context, cap)
    cairo_set_line_join(
      context, style.join == .round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    cairo_set_dash(context, style.dash, Int32(style.dash.count), style.dashOffset)
    withSource(paint) { cairo_stroke(context) }
  }

  /// Parallel lines inside a path.
  ///
  /// - Parameters:
  ///   - angle: degrees, clockwise on screen from the horizontal.
  ///   - spacing: from line to line, in units; lines of all hatches of an angle are in step.
  public func hatch(
    _ path: Path, angle: Double, spacing: Double, width: Double, _ colour: Colour
  ) {
    precondition(spacing > 0, "hatching needs a distance between its lines")
    let box = path.bounds
    guard box.width > 0 || box.height > 0 else { return }
    let along = Point(onCircleAround: .zero, radius: 1, angle: angle * .pi / 180)
    let across = Point(-along.y, along.x)
    let corners = [
      Point(box.x, box.y), Point(box.maxX, box.y), Point(box.x, box.maxY),
      Point(box.maxX, box.maxY),
    ]
    func extent(_ way: Point) -> (Double, Double) {
      let places = corners.map { $0.x * way.x + $0.y * way.y }
      return (places.reduce(.infinity, min), places.reduce(-.infinity, max))
    }
    let (low, high) = extent(across)
    let (start, end) = extent(along)
    var lines = Path()
    var place = (low / spacing).rounded(.down) * spacing
    while place <= high {
      lines.move(to: across * place + along * (start - width))
      lines.line(to: across * place + along * (end + width))
      place += spacing
    }
    saved {
      clip(path)
      stroke(lines, StrokeStyle(width: width), colour)
    }
  }

  func trace(_ path: Path) {
    cairo_new_path(context)
    for element in path.elements {
      switch element {
      case .move(let p): cairo_move_to(context, p.x, p.y)
      case .line(let p): cairo_line_to(context, p.x, p.y)
      case .curve(let a, let b, let p): cairo_curve_to(context, a.x, a.y, b.x, b.y, p.x, p.y)
      case .close: cairo_close_path(context)
      }
    }
  }

  func withSource(_ paint: Paint, _ body: () -> Void) {
    switch paint {
    case .colour(let colour):
      cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, colour.alpha)
      body()
    case .linear(let from, let to, let stops):
      with(cairo_pattern_create_linear(from.x, from.y, to.x, to.y), stops, body)
    case .radial(let centre, let radius, let stops):
      with(
        cairo_pattern_create_radial(centre.x, centre.y, 0, centre.x, centre.y, radius), stops, body)
    }
  }

  private func with(_ pattern: OpaquePointer?, _ stops: [(Double, Colour)], _ body: () -> Void) {
    guard let pattern else { return }
    for (share, colour) in stops {
      cairo_pattern_add_color_stop_rgba(
        pattern, share, colour.red, colour.green, colour.blue, colour.alpha)
    }
    cairo_set_source(context, pattern)
    body()
    cairo_pattern_destroy(pattern)
  }
}
