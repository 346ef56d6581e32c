import CSDL2
import Drawing
import Foundation

/// The pixels of the window themselves, where the desktop lets a program write them (X11 with shared
/// memory).
///
/// A frame is drawn by the processor into a canvas. Only the tiles that differ from what the window
/// shows are copied and sent, which is a few percent of a frame of practice; a renderer would copy
/// all of it three times.
@MainActor
struct WindowPixels {
  /// Edge of a tile, in pixels.
  private static let tile = 64

  private let window: OpaquePointer
  /// Where the pixels were last time: elsewhere, nothing of them is known.
  private var known: UnsafeMutableRawPointer?

  /// Nil where the window's pixels cannot be written as they are drawn.
  init?(of window: OpaquePointer) {
    // Otherwise SDL would make a renderer behind the surface.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0")
    self.window = window
    guard let driver = SDL_GetCurrentVideoDriver(), String(cString: driver) == "x11",
      WindowPixels.surface(of: window) != nil
    else { return nil }
  }

  /// Pixels of a frame.
  var size: (width: Int, height: Int)? {
    WindowPixels.surface(of: window).map { (Int($0.pointee.w), Int($0.pointee.h)) }
  }

  /// The window may show something else by now: everything is sent with the next frame.
  mutating func forget() { known = nil }

  /// Brings a frame to the screen; says whether it could.
  mutating func present(_ canvas: Canvas) -> Bool {
    guard let surface = WindowPixels.surface(of: window),
      Int(surface.pointee.w) == canvas.width, Int(surface.pointee.h) == canvas.height,
      let shown = surface.pointee.pixels
    else { return false }
    let isAll = known != shown
    known = shown
    let stride = Int(surface.pointee.pitch)
    var areas =
      canvas.withPixels { drawn, drawnStride in
        WindowPixels.copy(
          from: drawn, drawnStride, to: shown, stride, width: canvas.width, height: canvas.height,
          isAll: isAll)
      } ?? []
    guard !areas.isEmpty else { return true }
    return SDL_UpdateWindowSurfaceRects(window, &areas, Int32(areas.count)) == 0
  }

  /// The window's surface, when its pixels are laid out as a canvas lays out its own.
  private static func surface(of window: OpaquePointer) -> UnsafeMutablePointer<SDL_Surface>? {
    guard let surface = SDL_GetWindowSurface(window), let format = surface.pointee.format,
      [SDL_PIXELFORMAT_RGB888.rawValue, SDL_PIXELFORMAT_ARGB8888.rawValue]
        .contains(format.pointee.format)
    else { return nil }
    return surface
  }

  /// Copies the tiles that differ, and gives their places, tiles beside each other as one.
  static func copy(
    from drawn: UnsafeRawPointer, _ drawnStride: Int, to shown: UnsafeMutableRawPointer,
    _ shownStride: Int, width: Int, height: Int, isAll: Bool
  ) -> [SDL_Rect] {
    var areas: [SDL_Rect] = []
    for top in stride(from: 0, to: height, by: tile) {
      let rows = min(tile, height - top)
      var start: Int?
      func end(at x: Int) {
        guard let left = start else { return }
        areas.append(
          SDL_Rect(x: Int32(left), y: Int32(top), w: Int32(x - left), h: Int32(rows)))
        start = nil
      }
      for left in stride(from: 0, to: width, by: tile) {
        let bytes = min(tile, width - left) * 4
        var differs = isAll
        for row in top..<top + rows {
          let from = drawn + row * drawnStride + left * 4
          let to = shown + row * shownStride + left * 4
          if !differs, memcmp(from, to, bytes) == 0 { continue }
          differs = true
          memcpy(to, from, bytes)
        }
        if differs {
          if start == nil { start = left }
        } else {
          end(at: left)
        }
      }
      end(at: width)
    }
    return areas
  }
}
