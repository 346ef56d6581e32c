import CSDL2
import Geometry
import Preferences

/// Where the window stands, and on which display.
extension Surface {
  /// Puts the window where it was, if that is still in sight, and makes it no larger than the
  /// display has room for.
  func restore(_ place: WindowPlace) {
    let rooms = (0..<max(SDL_GetNumVideoDisplays(), 0)).compactMap { display -> WindowPlace? in
      var room = SDL_Rect()
      guard SDL_GetDisplayUsableBounds(display, &room) == 0 else { return nil }
      return WindowPlace(x: Int(room.x), y: Int(room.y), width: Int(room.w), height: Int(room.h))
    }
    if let fitted = place.fitted(into: rooms) {
      SDL_SetWindowSize(window, Int32(clamping: fitted.width), Int32(clamping: fitted.height))
      SDL_SetWindowPosition(window, Int32(clamping: fitted.x), Int32(clamping: fitted.y))
    }
    if place.isMaximized { SDL_MaximizeWindow(window) }
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

  /// The text of the clipboard; nil when it holds none. Events come in while it is asked for, also
  /// of a new size.
  var pasted: String? {
    defer { renew() }
    guard SDL_HasClipboardText() == SDL_TRUE, let text = SDL_GetClipboardText() else { return nil }
    defer { SDL_free(text) }
    return String(cString: text)
  }
}

extension WindowPlace {
  /// The place with a size that the display on which it lies has room for; of one that lies out of
  /// sight, in the middle of the first display. Nil without a display.
  func fitted(into rooms: [WindowPlace]) -> WindowPlace? {
    let seen = rooms.first { room in
      // Enough of its upper edge must be seen that it can be drawn away.
      let share = min(x + width, room.x + room.width) - max(x, room.x)
      return share >= 160 && y >= room.y - 8 && y < room.y + room.height - 64
    }
    guard let room = seen ?? rooms.first else { return nil }
    var place = self
    place.width = min(width, room.width)
    place.height = min(height, room.height)
    if seen == nil {
      place.x = room.x + (room.width - place.width) / 2
      place.y = room.y + (room.height - place.height) / 2
    }
    // What had to shrink is shown whole.
    if place.width < width { place.x = room.x }
    if place.height < height { place.y = room.y }
    return place
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
