import CCairo
public import Geometry

/// A picture kept in pixels, drawn once and painted often.
public final class Layer {
  /// For drawing more into the layer; in units, the origin at the layer's upper left corner.
  public let canvas: Canvas
  /// Units.
  public let width: Double
  public let height: Double
  /// Pixels per unit.
  public let scale: Double

  init(width: Double, height: Double, scale: Double, isOpaque: Bool) {
    self.width = width
    self.height = height
    self.scale = scale
    canvas = Canvas(
      width: Int((width * scale).rounded(.up)), height: Int((height * scale).rounded(.up)),
      scale: scale, isOpaque: isOpaque)
  }
}

extension Canvas {
  /// Draws a picture into a layer that has the pixels this canvas has at its present scale.
  ///
  /// - Parameter isOpaque: the layer covers what lies under it and is painted faster for it.
  public func layer(
    width: Double, height: Double, isOpaque: Bool = false, draw: (Canvas) -> Void
  ) -> Layer {
    let layer = Layer(width: width, height: height, scale: pixelsPerUnit, isOpaque: isOpaque)
    draw(layer.canvas)
    return layer
  }

  /// Paints a layer with its upper left corner at a point. At the layer's own scale the corner is
  /// put on the nearest whole pixel, so that the picture stays sharp.
  public func paint(_ layer: Layer, at point: Point, opacity: Double = 1) {
    saved {
      var (x, y) = (point.x, point.y)
      let isAligned = abs(pixelsPerUnit - layer.scale) < 1e-9
      if isAligned {
        var (deviceX, deviceY) = (x, y)
        cairo_user_to_device(context, &deviceX, &deviceY)
        var (device, other) = (1.0, 1.0)
        cairo_surface_get_device_scale(surface, &device, &other)
        deviceX = (deviceX * device).rounded() / device
        deviceY = (deviceY * device).rounded() / device
        cairo_device_to_user(context, &deviceX, &deviceY)
        (x, y) = (deviceX, deviceY)
      }
      cairo_surface_flush(layer.canvas.surface)
      cairo_set_source_surface(context, layer.canvas.surface, x, y)
      cairo_pattern_set_filter(
        cairo_get_source(context), isAligned ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD)
      if opacity >= 1 {
        cairo_paint(context)
      } else {
        cairo_paint_with_alpha(context, max(0, opacity))
      }
    }
  }
}
