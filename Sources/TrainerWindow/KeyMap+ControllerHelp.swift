import Catalogue
import Scenes
import Sessions

extension KeyMap {
  /// What a controller does on a screen, in words; nothing without one.
  static func controllerHelp(on screen: Session.Screen, _ devices: InputDevices) -> [Hint] {
    guard let controller = devices.controllers.last else { return [] }
    guard screen == .practice else {
      return [
        Hint(Texts["devices.pad"], "A", text: Texts["devices.confirm"]),
        Hint(Texts["devices.bumpers"], text: Texts["devices.walk"]),
      ]
    }
    let hands =
      controller.measuresPressure
      ? [
        Hint(Texts["devices.trigger"], text: Texts["devices.press"]),
        Hint(Texts["devices.rightStick"], text: Texts["devices.second"]),
      ] : [Hint("1", text: Texts["devices.touch"])]
    return [Hint(Texts["devices.stick"], text: Texts["devices.move"])] + hands + [
      Hint(Texts["devices.bumpers"], text: Texts["devices.steps"]),
      Hint(Texts["devices.start"], text: Texts["devices.pause"]),
    ]
  }
}
