import CSDL2
import Scenes

/// The controllers and joysticks that are connected, opened so that they report.
@MainActor
final class Controllers {
  /// How a device is understood.
  enum Layout: Equatable {
    /// SDL knows what each control of it is.
    case known
    /// Axes 0 and 1 move the hand; this one presses, or nil: button 0 touches, and pressure is set.
    case plain(trigger: Int?)
  }

  struct Device {
    let id: Int32
    let name: String
    let layout: Layout
    fileprivate let controller: OpaquePointer?
    fileprivate let joystick: OpaquePointer?

    var measuresPressure: Bool { layout != .plain(trigger: nil) }
  }

  private(set) var devices: [Device] = []
  private var isListening = false

  /// For the settings.
  var shown: InputDevices {
    InputDevices(
      controllers: devices.map {
        InputDevices.Controller(name: $0.name, measuresPressure: $0.measuresPressure)
      })
  }

  func device(_ id: Int32) -> Device? { devices.first { $0.id == id } }

  /// From now on SDL reports devices that come and go, those that are there already first. Where
  /// it cannot, there are none.
  func listen() {
    guard !isListening, SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) == 0 else { return }
    isListening = true
    look()
  }

  /// Opens what is new, and gives it.
  @discardableResult
  func look() -> [Device] {
    guard isListening else { return [] }
    var fresh: [Device] = []
    for index in 0..<max(SDL_NumJoysticks(), 0) {
      let id = SDL_JoystickGetDeviceInstanceID(index)
      guard id >= 0, device(id) == nil, let device = Controllers.open(index, id) else { continue }
      devices.append(device)
      fresh.append(device)
    }
    return fresh
  }

  /// Closes a device that is gone; nil when it was none of these.
  @discardableResult
  func remove(_ id: Int32) -> Device? {
    guard let index = devices.firstIndex(where: { $0.id == id }) else { return nil }
    let device = devices.remove(at: index)
    Controllers.close(device)
    return device
  }

  /// Sticks and triggers as they stand, as if they had been reported.
  func standing(_ device: Device) -> [Arrival] {
    if let controller = device.controller {
      return Controllers.axes.map { axis, sdl in
        let value = Double(SDL_GameControllerGetAxis(controller, sdl))
        return .axis(device.id, axis, max(value / 32767, -1))
      }
    }
    guard let joystick = device.joystick else { return [] }
    return (0..<max(SDL_JoystickNumAxes(joystick), 0)).map { axis in
      let value = Double(SDL_JoystickGetAxis(joystick, axis))
      return .plain(device.id, .axis(Int(axis), max(value / 32767, -1)))
    } + [.plain(device.id, .button(0, isDown: false))]
  }

  private static let axes: [(PadAxis, SDL_GameControllerAxis)] = [
    (.leftX, SDL_CONTROLLER_AXIS_LEFTX), (.leftY, SDL_CONTROLLER_AXIS_LEFTY),
    (.rightX, SDL_CONTROLLER_AXIS_RIGHTX), (.rightY, SDL_CONTROLLER_AXIS_RIGHTY),
    (.leftTrigger, SDL_CONTROLLER_AXIS_TRIGGERLEFT),
    (.rightTrigger, SDL_CONTROLLER_AXIS_TRIGGERRIGHT),
  ]

  func close() {
    guard isListening else { return }
    for device in devices { Controllers.close(device) }
    devices = []
    SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER)
    isListening = false
  }

  private static func open(_ index: Int32, _ id: Int32) -> Device? {
    if SDL_IsGameController(index) == SDL_TRUE {
      guard let controller = SDL_GameControllerOpen(index) else { return nil }
      return Device(
        id: id, name: text(SDL_GameControllerName(controller)), layout: .known,
        controller: controller, joystick: nil)
    }
    guard let joystick = SDL_JoystickOpen(index) else { return nil }
    return Device(
      id: id, name: text(SDL_JoystickName(joystick)),
      layout: .plain(trigger: trigger(of: joystick)), controller: nil, joystick: joystick)
  }

  private static func close(_ device: Device) {
    if let controller = device.controller { SDL_GameControllerClose(controller) }
    if let joystick = device.joystick { SDL_JoystickClose(joystick) }
  }

  private static func text(_ name: UnsafePointer<CChar>?) -> String {
    name.map { String(cString: $0) } ?? ""
  }

  /// The first axis beyond a stick's two that rests at its lower end, as only triggers do.
  private static func trigger(of joystick: OpaquePointer) -> Int? {
    let count = SDL_JoystickNumAxes(joystick)
    guard count > 2 else { return nil }
    return (2..<count).first { axis in
      var rest: Int16 = 0
      return SDL_JoystickGetAxisInitialState(joystick, axis, &rest) == SDL_TRUE && rest < -30_000
    }.map { Int($0) }
  }
}
