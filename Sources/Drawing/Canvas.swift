import CCairo

/// A drawing surface; x grows to the right and y downward, in layout units.
///
/// It wraps a Cairo context, belongs to the thread that made it, and draws exactly the same pixels
/// wherever it runs. Some draw a document's pages (``pdf(width:height:pages:information:draw:)``) or
/// take down what is drawn (``picture(width:height:draw:)``) instead of filling pixels.
public final class Canvas {
  let surface: OpaquePointer
  let context: OpaquePointer
  let isOpaque: Bool
  /// Whether letters stay letters, as in a document from which text can be copied.
  let keepsLetters: Bool
  /// Takes down what is drawn; nil: it is drawn.
  let notes: VectorNotes?
  /// Pixels.
  public let width: Int
  public let height: Int
  lazy var typesetter = Typesetter()

  /// - Parameters:
  ///   - width: pixels, 1 to 32,767, as is `height`; beyond, the size is cut.
  ///   - scale: pixels per unit of drawing.
  init(width: Int, height: Int, scale: Double, isOpaque: Bool) {
    self.width = min(max(width, 1), 32_767)
    self.height = min(max(height, 1), 32_767)
    self.isOpaque = isOpaque
    keepsLetters = false
    notes = nil
    surface = cairo_image_surface_create(
      isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, Int32(self.width), Int32(self.height))
    cairo_surface_set_device_scale(surface, scale, scale)
    context = cairo_create(surface)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_GOOD)
  }

  /// Draws on a surface that is made for it, which it owns from now on.
  init(
    surface: OpaquePointer, width: Int, height: Int, keepsLetters: Bool, notes: VectorNotes? = nil
  ) {
    self.surface = surface
    self.width = width
    self.height = height
    self.keepsLetters = keepsLetters
    self.notes = notes
    isOpaque = false
    context = cairo_create(surface)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// An opaque frame, black at first.
  ///
  /// - Parameters:
  ///   - width: pixels, as is `height`.
  ///   - scale: pixels per unit of drawing.
  public static func image(width: Int, height: Int, scale: Double = 1) -> Canvas {
    Canvas(width: width, height: height, scale: scale, isOpaque: true)
  }

  /// Gives the raw buffer: rows of 32-bit `xRGB` pixels in the machine's byte order (premultiplied
  /// `ARGB` in a layer), and the bytes a row takes.
  public func withPixels<R>(_ body: (UnsafeMutableRawPointer, _ stride: Int) throws -> R) rethrows
    -> R?
  {
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return nil }
    let result = try body(
      UnsafeMutableRawPointer(data), Int(cairo_image_surface_get_stride(surface)))
    cairo_surface_mark_dirty(surface)
    return result
  }

  /// One pixel as `0xAARRGGBB`; nil outside the picture. For tests and comparisons.
  public func pixel(x: Int, y: Int) -> UInt32? {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return nil }
    return withPixels { data, stride in
      data.load(fromByteOffset: y * stride + x * 4, as: UInt32.self)
    }
  }

  // MARK: State

  public func save() {
    cairo_save(context)
    notes?.save()
  }

  public func restore() {
    cairo_restore(context)
    notes?.restore()
  }

  public func saved(_ body: () -> Void) {
    save()
    body()
    restore()
  }

  public func translate(_ x: Double, _ y: Double) { cairo_translate(context, x, y) }

  /// - Precondition: neither is zero.
  public func scale(_ x: Double, _ y: Double) {
    precondition(x != 0 && y != 0, "a scale of zero cannot be undone")
    cairo_scale(context, x, y)
  }

  public func rotate(_ radians: Double) { cairo_rotate(context, radians) }

  /// Narrows what is drawn from now on, until the state is restored.
  public func clip(_ path: Path) {
    if let notes { return notes.clip(onSurface(path)) }
    trace(path)
    cairo_clip(context)
  }

  /// Pixels per unit as things stand.
  public var pixelsPerUnit: Double {
    var matrix = cairo_matrix_t()
    cairo_get_matrix(context, &matrix)
    var (device, other) = (1.0, 1.0)
    cairo_surface_get_device_scale(surface, &device, &other)
    return (matrix.xx * matrix.xx + matrix.yx * matrix.yx).squareRoot() * device
  }

  /// Makes everything transparent (black in an opaque frame).
  public func clear() {
    saved {
      cairo_set_operator(context, CAIRO_OPERATOR_SOURCE)
      cairo_set_source_rgba(context, 0, 0, 0, 0)
      cairo_paint(context)
    }
  }
}
