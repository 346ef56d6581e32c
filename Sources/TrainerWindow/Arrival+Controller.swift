import CSDL2

extension Arrival {
  /// What controllers and joysticks report; nil for everything else.
  init?(controller event: SDL_Event) {
    switch SDL_EventType(rawValue: event.type) {
    case SDL_CONTROLLERAXISMOTION:
      guard let axis = PadAxis(SDL_GameControllerAxis(rawValue: Int32(event.caxis.axis)))
      else { return nil }
      self = .axis(event.caxis.which, axis, Arrival.share(event.caxis.value))
    case SDL_CONTROLLERBUTTONDOWN, SDL_CONTROLLERBUTTONUP:
      guard let button = PadButton(SDL_GameControllerButton(rawValue: Int32(event.cbutton.button)))
      else { return nil }
      self = .button(event.cbutton.which, button, isDown: event.cbutton.state != 0)
    case SDL_JOYAXISMOTION:
      self = .plain(
        event.jaxis.which, .axis(Int(event.jaxis.axis), Arrival.share(event.jaxis.value)))
    case SDL_JOYBUTTONDOWN, SDL_JOYBUTTONUP:
      self = .plain(
        event.jbutton.which,
        .button(Int(event.jbutton.button), isDown: event.jbutton.state != 0))
    case SDL_JOYHATMOTION where event.jhat.hat == 0:
      self = .plain(event.jhat.which, .hat(event.jhat.value))
    case SDL_JOYDEVICEADDED: self = .controllersChanged
    case SDL_JOYDEVICEREMOVED: self = .controllerRemoved(event.jdevice.which)
    default: return nil
    }
  }

  private static func share(_ value: Int16) -> Double { max(Double(value) / 32767, -1) }
}

extension PadAxis {
  init?(_ axis: SDL_GameControllerAxis) {
    switch axis {
    case SDL_CONTROLLER_AXIS_LEFTX: self = .leftX
    case SDL_CONTROLLER_AXIS_LEFTY: self = .leftY
    case SDL_CONTROLLER_AXIS_RIGHTX: self = .rightX
    case SDL_CONTROLLER_AXIS_RIGHTY: self = .rightY
    case SDL_CONTROLLER_AXIS_TRIGGERLEFT: self = .leftTrigger
    case SDL_CONTROLLER_AXIS_TRIGGERRIGHT: self = .rightTrigger
    default: return nil
    }
  }
}

extension PadButton {
  init?(_ button: SDL_GameControllerButton) {
    switch button {
    case SDL_CONTROLLER_BUTTON_A: self = .a
    case SDL_CONTROLLER_BUTTON_B: self = .b
    case SDL_CONTROLLER_BUTTON_X: self = .x
    case SDL_CONTROLLER_BUTTON_Y: self = .y
    case SDL_CONTROLLER_BUTTON_BACK: self = .select
    case SDL_CONTROLLER_BUTTON_START: self = .start
    case SDL_CONTROLLER_BUTTON_LEFTSHOULDER: self = .leftShoulder
    case SDL_CONTROLLER_BUTTON_RIGHTSHOULDER: self = .rightShoulder
    case SDL_CONTROLLER_BUTTON_RIGHTSTICK: self = .rightStick
    case SDL_CONTROLLER_BUTTON_DPAD_UP: self = .up
    case SDL_CONTROLLER_BUTTON_DPAD_DOWN: self = .down
    case SDL_CONTROLLER_BUTTON_DPAD_LEFT: self = .left
    case SDL_CONTROLLER_BUTTON_DPAD_RIGHT: self = .right
    default: return nil
    }
  }
}
