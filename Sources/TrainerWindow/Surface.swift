import CSDL2
import Drawing

/// The window, and the way frames reach it: its own pixels where they can be written, else a
/// texture.
@MainActor
final class Surface {
  let window: OpaquePointer
  private var windowPixels: WindowPixels?
  /// Nil while the window's own pixels are written.
  private var renderer: OpaquePointer?
  private var texture: OpaquePointer?
  private var canvas: Canvas?

  /// Whether the driver that SDL chose shows its windows nowhere.
  private static var isDrawnForNobody: Bool {
    guard let driver = SDL_GetCurrentVideoDriver() else { return false }
    return ["offscreen", "dummy"].contains(String(cString: driver))
  }

  /// Opens the window.
  ///
  /// A frame is drawn by the processor, so writing it into the window shows it soonest, and after
  /// that SDL's own software renderer; another can be asked for by SDL's environment variable.
  init(title: String, width: Int, height: Int) throws(WindowError) {
    for (hint, value) in Surface.hints { SDL_SetHint(hint, value) }
    DisplayWatch.prepare()
    guard SDL_Init(SDL_INIT_VIDEO) == 0 else { throw .noDisplay(Surface.problem) }
    if SDL_GetHint(SDL_HINT_VIDEODRIVER) == nil, Surface.isDrawnForNobody {
      // Without a display SDL draws where nobody can see it.
      SDL_Quit()
      throw .noDisplay("no display was found")
    }
    let centre = Int32(effleurage_window_centered())
    guard
      let window = SDL_CreateWindow(
        title, centre, centre, Int32(width), Int32(height),
        SDL_WINDOW_RESIZABLE.rawValue | SDL_WINDOW_ALLOW_HIGHDPI.rawValue)
    else {
      defer { SDL_Quit() }
      throw .noDisplay(Surface.problem)
    }
    let isChosen = SDL_GetHint(SDL_HINT_RENDER_DRIVER) != nil
    windowPixels = isChosen ? nil : WindowPixels(of: window)
    if windowPixels == nil {
      let flags: UInt32 = isChosen ? 0 : SDL_RENDERER_SOFTWARE.rawValue
      renderer = SDL_CreateRenderer(window, -1, flags) ?? SDL_CreateRenderer(window, -1, 0)
      guard renderer != nil else {
        defer {
          SDL_DestroyWindow(window)
          SDL_Quit()
        }
        throw .failed("the window cannot be drawn into", Surface.problem)
      }
    }
    self.window = window
    SDL_SetWindowMinimumSize(window, 960, 600)
    SDL_StopTextInput()
  }

  private static let hints = [
    // A touch is a touch and a mouse a mouse; otherwise each would count twice.
    (SDL_HINT_TOUCH_MOUSE_EVENTS, "0"), (SDL_HINT_MOUSE_TOUCH_EVENTS, "0"),
    // Frames are paced here: waiting for the screen would hold up the pump.
    (SDL_HINT_RENDER_VSYNC, "0"),
    // Signals are for the program, which answers them with their own exit code.
    (SDL_HINT_NO_SIGNAL_HANDLERS, "1"),
    // The click that brings the window to the front may begin a stroke.
    (SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1"),
    (SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1"),
  ]

  private static var problem: String {
    let words = String(cString: SDL_GetError())
    return words.isEmpty ? "SDL gives no reason" : words
  }

  /// Closes the window and ends SDL. Nothing may be shown afterwards.
  ///
  /// - Parameter endsAll: whether nothing else of SDL is in use. What hangs in another part of it
  ///   would not survive its end.
  func close(endsAll: Bool) {
    if let texture { SDL_DestroyTexture(texture) }
    texture = nil
    if let renderer { SDL_DestroyRenderer(renderer) }
    SDL_DestroyWindow(window)
    if endsAll { SDL_Quit() } else { SDL_QuitSubSystem(SDL_INIT_VIDEO) }
  }

  /// Window points, in which the pointer is reported.
  var points: (width: Double, height: Double) {
    var (width, height): (Int32, Int32) = (0, 0)
    SDL_GetWindowSize(window, &width, &height)
    return (Double(max(width, 1)), Double(max(height, 1)))
  }

  /// Gets the pixels that the window has by now. After a change of size that asks the display, as
  /// nothing does that merely reads a size.
  func renew() { _ = pixels }

  /// Pixels of a frame; more than points on a display of high density.
  var pixels: (width: Int, height: Int) {
    if let size = windowPixels?.size { return size }
    var (width, height): (Int32, Int32) = (0, 0)
    guard let renderer, SDL_GetRendererOutputSize(renderer, &width, &height) == 0, width > 0,
      height > 0
    else {
      let points = points
      return (Int(points.width), Int(points.height))
    }
    return (Int(width), Int(height))
  }

  /// The canvas of the next frame, as large as the window is now.
  var frame: Canvas {
    let (width, height) = pixels
    if let canvas, canvas.width == width, canvas.height == height { return canvas }
    let fresh = Canvas.image(width: width, height: height)
    canvas = fresh
    dropTexture()
    return fresh
  }

  /// The window was uncovered: nothing is known of what it shows.
  func forgetShown() { windowPixels?.forget() }

  /// Throws the texture away; the next frame makes a new one.
  func dropTexture() {
    forgetShown()
    if let texture { SDL_DestroyTexture(texture) }
    texture = nil
  }

  /// Brings the canvas of ``frame`` to the screen.
  func present() throws(WindowError) {
    guard let canvas else { return }
    if windowPixels != nil {
      if windowPixels?.present(canvas) == true { return }
      // A size that changed meanwhile is drawn anew with its own event.
      if let size = windowPixels?.size, size != (canvas.width, canvas.height) { return }
      throw .failed("a frame cannot be shown", Surface.problem)
    }
    guard let renderer else { return }
    if texture == nil {
      texture = SDL_CreateTexture(
        renderer, SDL_PIXELFORMAT_RGB888.rawValue, Int32(SDL_TEXTUREACCESS_STREAMING.rawValue),
        Int32(canvas.width), Int32(canvas.height))
      SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_NONE)
    }
    guard let texture else { throw .failed("a frame cannot be shown", Surface.problem) }
    let updated = canvas.withPixels { pixels, stride in
      SDL_UpdateTexture(texture, nil, pixels, Int32(stride))
    }
    guard updated == 0, SDL_RenderCopy(renderer, texture, nil, nil) == 0 else {
      throw .failed("a frame cannot be shown", Surface.problem)
    }
    SDL_RenderPresent(renderer)
  }

  /// Where SDL last saw the pointer, in window points.
  var pointer: (x: Double, y: Double) {
    var (x, y): (Int32, Int32) = (0, 0)
    SDL_GetMouseState(&x, &y)
    return (Double(x), Double(y))
  }

  var isPointerOver: Bool { SDL_GetMouseFocus() == window }

  /// Whether the first button is down as far as SDL learned from the window's events.
  var isButtonDownForSDL: Bool { SDL_GetMouseState(nil, nil) & 1 != 0 }

  /// Whether the first button is down, wherever the pointer is; where the desktop does not tell,
  /// as SDL believes.
  var isButtonDown: Bool { SDL_GetGlobalMouseState(nil, nil) & 1 != 0 }

  /// While held, the pointer is followed beyond the window's edge.
  func capturePointer(_ isHeld: Bool) { SDL_CaptureMouse(isHeld ? SDL_TRUE : SDL_FALSE) }
}
