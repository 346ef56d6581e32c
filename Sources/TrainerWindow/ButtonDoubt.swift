/// A button of the pointer that may have gone up where the window could not learn of it.
///
/// A window that loses the keyboard loses the pointer that it followed, too. A button that then goes
/// up over another window stays down for SDL, which takes the next press for no news. While that is
/// in doubt the desktop itself is asked how the button stands.
struct ButtonDoubt {
  /// How often the desktop is asked while the pointer is over the window, in milliseconds: less
  /// than the shortest press.
  static let period = 8

  private enum State {
    case settled
    /// Down for SDL, and perhaps in truth.
    case down
    /// In truth it is up, unless SDL learns so in its next turn.
    case upOnce
    /// It went up unseen: the next press will be, too.
    case missed
  }

  private var state = State.settled

  var isOpen: Bool { state != .settled }

  /// The window lost the keyboard while SDL held the button for down.
  mutating func begin() { state = .down }

  mutating func settle() { state = .settled }

  /// Takes note of how the button stands for SDL and for the desktop.
  ///
  /// - Returns: Whether it was pressed over the window without SDL's noticing.
  mutating func look(isDownForSDL: Bool, isDown: Bool, isOverWindow: Bool) -> Bool {
    guard isOpen else { return false }
    guard isDownForSDL else {
      settle()
      return false
    }
    switch (state, isDown) {
    case (.down, false): state = .upOnce
    case (.upOnce, false): state = .missed
    case (.upOnce, true): state = .down
    case (.missed, true):
      // Over another window it is none of ours, and goes up there.
      state = isOverWindow ? .settled : .down
      return isOverWindow
    default: break
    }
    return false
  }

  /// SDL reports that the button went up.
  ///
  /// - Returns: Whether it was pressed, too short a time ago to be seen.
  mutating func release() -> Bool {
    defer { settle() }
    return state == .missed
  }
}
