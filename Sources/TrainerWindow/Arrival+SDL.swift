import CSDL2

extension Arrival {
  /// Nil for what this program does not listen to.
  init?(_ event: SDL_Event) {
    switch SDL_EventType(rawValue: event.type) {
    case SDL_MOUSEMOTION:
      guard event.motion.which != effleurage_touch_mouse_id() else { return nil }
      self = .pointer(x: Double(event.motion.x), y: Double(event.motion.y))
    case SDL_MOUSEBUTTONDOWN:
      guard event.button.which != effleurage_touch_mouse_id(), event.button.button == 1
      else { return nil }
      self = .press(x: Double(event.button.x), y: Double(event.button.y))
    case SDL_MOUSEBUTTONUP:
      guard event.button.which != effleurage_touch_mouse_id(), event.button.button == 1
      else { return nil }
      self = .release(x: Double(event.button.x), y: Double(event.button.y))
    case SDL_MOUSEWHEEL:
      let isFlipped = event.wheel.direction == SDL_MOUSEWHEEL_FLIPPED.rawValue
      let notches = Int(event.wheel.y)
      guard notches != 0 else { return nil }
      self = .wheel(isFlipped ? -notches : notches)
    case SDL_FINGERDOWN:
      guard event.tfinger.touchId != effleurage_mouse_touch_id() else { return nil }
      self = .fingerDown(
        event.tfinger.fingerId, x: Double(event.tfinger.x), y: Double(event.tfinger.y))
    case SDL_FINGERMOTION:
      guard event.tfinger.touchId != effleurage_mouse_touch_id() else { return nil }
      self = .fingerMove(
        event.tfinger.fingerId, x: Double(event.tfinger.x), y: Double(event.tfinger.y))
    case SDL_FINGERUP:
      guard event.tfinger.touchId != effleurage_mouse_touch_id() else { return nil }
      self = .fingerUp(
        event.tfinger.fingerId, x: Double(event.tfinger.x), y: Double(event.tfinger.y))
    case SDL_KEYDOWN:
      guard let key = Key(event.key.keysym) else { return nil }
      var modifiers = Modifiers()
      let held = UInt32(event.key.keysym.mod)
      if held & KMOD_SHIFT.rawValue != 0 { modifiers.insert(.shift) }
      if held & KMOD_CTRL.rawValue != 0 { modifiers.insert(.control) }
      if held & KMOD_ALT.rawValue != 0 { modifiers.insert(.alternate) }
      if event.key.repeat != 0 { modifiers.insert(.isRepeat) }
      self = .key(key, modifiers)
    case SDL_TEXTINPUT: self = .text(Arrival.letters(event.text.text))
    case SDL_TEXTEDITING: self = .composition(Arrival.letters(event.edit.text))
    case SDL_WINDOWEVENT:
      switch SDL_WindowEventID(rawValue: UInt32(event.window.event)) {
      case SDL_WINDOWEVENT_SIZE_CHANGED: self = .resized
      case SDL_WINDOWEVENT_EXPOSED, SDL_WINDOWEVENT_SHOWN, SDL_WINDOWEVENT_RESTORED:
        self = .exposed
      case SDL_WINDOWEVENT_FOCUS_LOST, SDL_WINDOWEVENT_MINIMIZED, SDL_WINDOWEVENT_HIDDEN:
        self = .focusLost
      case SDL_WINDOWEVENT_FOCUS_GAINED: self = .focusGained
      case SDL_WINDOWEVENT_LEAVE: self = .pointerLeft
      default: return nil
      }
    // Textures are lost with the device; the frame is drawn into a new one.
    case SDL_RENDER_TARGETS_RESET, SDL_RENDER_DEVICE_RESET: self = .resized
    case SDL_AUDIODEVICEADDED:
      guard event.adevice.iscapture == 0 else { return nil }
      self = .soundDeviceAdded
    case SDL_AUDIODEVICEREMOVED:
      guard event.adevice.iscapture == 0 else { return nil }
      self = .soundDeviceRemoved(event.adevice.which)
    // The system may stop the program right after this.
    case SDL_APP_WILLENTERBACKGROUND, SDL_APP_DIDENTERBACKGROUND: self = .focusLost
    case SDL_APP_DIDENTERFOREGROUND: self = .focusGained
    case SDL_QUIT, SDL_APP_TERMINATING: self = .quit
    default:
      guard let arrival = Arrival(controller: event) else { return nil }
      self = arrival
    }
  }
}

extension Key {
  /// The key by what is printed on it; where the layout prints no Latin letter, by its place.
  init?(_ symbol: SDL_Keysym) {
    switch SDL_KeyCode(rawValue: UInt32(bitPattern: symbol.sym)) {
    case SDLK_RETURN, SDLK_KP_ENTER: self = .enter
    case SDLK_SPACE: self = .space
    case SDLK_ESCAPE: self = .escape
    case SDLK_TAB: self = .tab
    case SDLK_LEFT: self = .left
    case SDLK_RIGHT: self = .right
    case SDLK_UP: self = .up
    case SDLK_DOWN: self = .down
    case SDLK_HOME: self = .home
    case SDLK_END: self = .end
    case SDLK_PAGEUP: self = .pageUp
    case SDLK_PAGEDOWN: self = .pageDown
    case SDLK_F1: self = .help
    case SDLK_BACKSPACE: self = .backspace
    case SDLK_DELETE: self = .delete
    case SDLK_KP_PLUS: self = .character("+")
    case SDLK_KP_MINUS: self = .character("-")
    default:
      if let character = Key.printed(symbol.sym) ?? Key.placed(symbol.scancode) {
        self = .character(character)
      } else {
        return nil
      }
    }
  }

  private static func printed(_ code: Int32) -> Character? {
    guard let byte = UInt8(exactly: code), (0x21...0x7E).contains(byte) else { return nil }
    return Character(Unicode.Scalar(byte))
  }

  private static func placed(_ code: SDL_Scancode) -> Character? {
    switch code {
    case SDL_SCANCODE_LEFTBRACKET: return "["
    case SDL_SCANCODE_RIGHTBRACKET: return "]"
    default:
      let first = SDL_SCANCODE_A.rawValue
      guard code.rawValue >= first, code.rawValue <= SDL_SCANCODE_Z.rawValue,
        let scalar = Unicode.Scalar(UInt32(UInt8(ascii: "a")) + UInt32(code.rawValue - first))
      else { return nil }
      return Character(scalar)
    }
  }
}
