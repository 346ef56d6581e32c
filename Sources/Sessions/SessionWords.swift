import Attempts
import Catalogue

/// What this room says, in one place.
enum SessionWords {
  static let nothingToDemonstrate =
    "There is nothing to demonstrate: this patient is not to be massaged."

  static func otherDevice(_ kind: DeviceKind) -> String {
    switch kind {
    case .controller: Texts["devices.madeByController"]
    case .touch: "This attempt is made by touch. Go on by touch, or start anew with the mouse."
    default: "This attempt is made with the mouse. Go on with it, or start anew by touch."
    }
  }

  static func notSaved(_ reason: String) -> String {
    "The attempt is not saved yet: \(reason) It is tried again when you leave this screen."
  }
}
