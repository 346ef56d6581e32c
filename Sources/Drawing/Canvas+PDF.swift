import CCairo

/// What a document says of itself.
public struct DocumentInformation: Hashable, Sendable {
  public var title: String
  /// The program that made it.
  public var creator: String
  /// ISO 8601; what it is of, never the time at which it is written. Nil: none is said.
  public var created: String?

  public init(title: String, creator: String, created: String? = nil) {
    self.title = title
    self.creator = creator
    self.created = created
  }
}

extension Canvas {
  /// A PDF document in vectors, whose texts can be searched and copied.
  ///
  /// The same drawing gives the same bytes.
  ///
  /// - Parameters:
  ///   - width: points (1/72 inch), as is `height`; a unit of drawing is a point.
  ///   - draw: draws the page of a number from 0.
  /// - Throws: ``DrawingError/cannotEncode(reason:)``.
  public static func pdf(
    width: Double, height: Double, pages: Int, information: DocumentInformation,
    draw: (Canvas, Int) -> Void
  ) throws(DrawingError) -> [UInt8] {
    var bytes: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &bytes) { pointer -> cairo_status_t in
      guard
        let surface = cairo_pdf_surface_create_for_stream(
          { closure, data, length in
            guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
            closure.assumingMemoryBound(to: [UInt8].self).pointee.append(
              contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
            return CAIRO_STATUS_SUCCESS
          }, pointer, width, height)
      else { return CAIRO_STATUS_NO_MEMORY }
      cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, information.title)
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, information.creator)
      // Without a date of its own Cairo would write what the clock says.
      cairo_pdf_surface_set_metadata(
        surface, CAIRO_PDF_METADATA_CREATE_DATE, information.created ?? "")
      let canvas = Canvas(
        surface: surface, width: Int(width.rounded(.up)), height: Int(height.rounded(.up)),
        keepsLetters: true)
      for page in 0..<pages {
        draw(canvas, page)
        cairo_show_page(canvas.context)
      }
      let drawn = cairo_status(canvas.context)
      cairo_surface_finish(surface)
      let written = cairo_surface_status(surface)
      return drawn == CAIRO_STATUS_SUCCESS ? written : drawn
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cannotEncode(reason: String(cString: cairo_status_to_string(status)))
    }
    return bytes
  }
}
