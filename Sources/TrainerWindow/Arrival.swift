/// What a device or the desktop reported, in the program's own terms.
enum Arrival: Hashable, Sendable {
  // Places in window points.
  case pointer(x: Double, y: Double)
  case press(x: Double, y: Double)
  case release(x: Double, y: Double)
  /// Notches away from the user.
  case wheel(Int)
  case pointerLeft
  // Places as shares of the window.
  case fingerDown(Int64, x: Double, y: Double)
  case fingerMove(Int64, x: Double, y: Double)
  case fingerUp(Int64, x: Double, y: Double)
  case key(Key, Modifiers)
  /// Letters that were typed, or settled by an input method.
  case text(String)
  /// What an input method composes at the caret; empty: nothing any more.
  case composition(String)
  // A device of SDL's number.
  case axis(Int32, PadAxis, Double)
  case button(Int32, PadButton, isDown: Bool)
  case plain(Int32, PlainControl)
  case controllersChanged
  case controllerRemoved(Int32)
  /// To another window, or because this one is hidden or the program goes to the background.
  case focusLost
  case focusGained
  /// A device that can be heard.
  case soundDeviceAdded
  /// The open device of this number is gone.
  case soundDeviceRemoved(UInt32)
  case resized
  case exposed
  case quit
}

/// Keys that mean something here.
enum Key: Hashable, Sendable {
  case enter, space, escape, tab, left, right, up, down, help, home, end, pageUp, pageDown
  case backspace, delete
  /// Lower-case letter, digit or sign.
  case character(Character)
}

struct Modifiers: OptionSet, Hashable, Sendable {
  let rawValue: Int

  static let shift = Modifiers(rawValue: 1)
  static let control = Modifiers(rawValue: 2)
  static let alternate = Modifiers(rawValue: 4)
  /// The key is held down and repeats.
  static let isRepeat = Modifiers(rawValue: 8)
}
