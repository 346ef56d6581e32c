import CCairo

extension Canvas {
  /// The picture as a PNG file's bytes.
  ///
  /// - Throws: ``DrawingError/cannotEncode(reason:)``.
  public func pngData() throws(DrawingError) -> [UInt8] {
    var bytes: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &bytes) { pointer in
      cairo_surface_write_to_png_stream(
        surface,
        { closure, data, length in
          guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
          closure.assumingMemoryBound(to: [UInt8].self).pointee.append(
            contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
          return CAIRO_STATUS_SUCCESS
        }, pointer)
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cannotEncode(reason: String(cString: cairo_status_to_string(status)))
    }
    return bytes
  }

  /// Writes the picture as a PNG file, which is whole or not there.
  ///
  /// - Throws: ``DrawingError/cannotWrite(path:reason:)`` with the system's reason.
  public func writePNG(to path: String) throws(DrawingError) {
    let bytes = try pngData()
    let failure = effleurage_write_file(path + ".part", path, bytes, bytes.count)
    guard failure == 0 else {
      throw .cannotWrite(path: path, reason: String(cString: effleurage_error_text(failure)))
    }
  }

  /// A picture read from a PNG file, for comparisons; nil when it cannot be read.
  public static func readPNG(from path: String) -> Canvas? {
    guard let read = cairo_image_surface_create_from_png(path) else { return nil }
    defer { cairo_surface_destroy(read) }
    guard cairo_surface_status(read) == CAIRO_STATUS_SUCCESS else { return nil }
    let canvas = Canvas.image(
      width: Int(cairo_image_surface_get_width(read)),
      height: Int(cairo_image_surface_get_height(read)))
    cairo_set_source_surface(canvas.context, read, 0, 0)
    cairo_paint(canvas.context)
    return canvas
  }
}
