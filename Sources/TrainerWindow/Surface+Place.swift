import CSDL2
import Geometry
import Preferences

/// Where the window stands, and on which display.
extension Surface {
  /// Puts the window where it was, if that is still in sight.
  func restore(_ place: WindowPlace) {
    if place.isMaximized {
      SDL_MaximizeWindow(window)
      return
    }
    let wanted = SDL_Rect(
      x: Int32(clamping: place.x), y: Int32(clamping: place.y), w: Int32(clamping: place.width),
      h: Int32(clamping: place.height))
    for display in 0..<SDL_GetNumVideoDisplays() {
      var room = SDL_Rect()
      guard SDL_GetDisplayUsableBounds(display, &room) == 0 else { continue }
      // Enough of its upper edge must be seen that it can be drawn away.
      let width = min(wanted.x + wanted.w, room.x + room.w) - max(wanted.x, room.x)
      let isTopIn = wanted.y >= room.y - 8 && wanted.y < room.y + room.h - 64
      if width >= 160, isTopIn {
        SDL_SetWindowPosition(window, wanted.x, wanted.y)
        return
      }
    }
  }

  /// The window's place now; of a maximized window the size it had before is not known to SDL, so
  /// the one given is kept.
  func place(before: WindowPlace?) -> WindowPlace {
    let flags = SDL_GetWindowFlags(window)
    if flags & SDL_WINDOW_MAXIMIZED.rawValue != 0 {
      var place = before ?? WindowPlace(x: 0, y: 0, width: 1280, height: 800)
      place.isMaximized = true
      return place
    }
    var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    SDL_GetWindowPosition(window, &x, &y)
    SDL_GetWindowSize(window, &width, &height)
    return WindowPlace(x: Int(x), y: Int(y), width: Int(width), height: Int(height))
  }

  /// The display on which the window stands, by its size; nil when SDL does not know.
  var display: DisplaySize? {
    var mode = SDL_DisplayMode()
    let index = SDL_GetWindowDisplayIndex(window)
    guard index >= 0, SDL_GetDesktopDisplayMode(index, &mode) == 0, mode.w > 0, mode.h > 0 else {
      return nil
    }
    return DisplaySize(width: Int(mode.w), height: Int(mode.h))
  }

  /// Frame pixels in a millimetre as the display reports its density, which is often wrong; 96 in
  /// an inch where it reports none.
  var guessedPixelsPerMillimetre: Double {
    let usual = 96 / 25.4
    var density: Float = 0
    let index = SDL_GetWindowDisplayIndex(window)
    let share = Double(pixels.width) / points.width
    guard index >= 0, SDL_GetDisplayDPI(index, nil, &density, nil) == 0 else {
      return usual * share
    }
    let guess = Double(density) / 25.4
    return LifeSize.range.contains(guess) ? guess : usual * share
  }

  // MARK: Text

  /// Whether letters are wanted; an input method shows its choices beside `area`.
  func takeText(_ isWanted: Bool, at area: Rectangle? = nil) {
    guard isWanted else { return SDL_StopTextInput() }
    if let area {
      let share = points.width / Double(max(pixels.width, 1))
      var box = SDL_Rect(
        x: Int32(clamping: Int(area.x * share)), y: Int32(clamping: Int(area.y * share)),
        w: Int32(clamping: Int(area.width * share)), h: Int32(clamping: Int(area.height * share)))
      SDL_SetTextInputRect(&box)
    }
    SDL_StartTextInput()
  }

  /// The text of the clipboard; nil when it holds none.
  var clipboard: String? {
    guard SDL_HasClipboardText() == SDL_TRUE, let text = SDL_GetClipboardText() else { return nil }
    defer { SDL_free(text) }
    return String(cString: text)
  }
}

extension Arrival {
  /// The letters in a C array of an event, up to its end mark.
  static func letters<Bytes>(_ bytes: Bytes) -> String {
    withUnsafeBytes(of: bytes) { raw in
      String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
