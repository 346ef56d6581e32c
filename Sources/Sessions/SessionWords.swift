import Attempts
import Catalogue

/// What this room says, in one place.
enum SessionWords {
  static var nothingToDemonstrate: String { Texts["notice.nothingToDemonstrate"] }

  static func otherDevice(_ kind: DeviceKind) -> String {
    switch kind {
    case .controller: Texts["devices.madeByController"]
    case .touch: Texts["notice.beganByTouch"]
    default: Texts["notice.beganByMouse"]
    }
  }

  /// - Parameter reason: a sentence.
  static func notSaved(_ reason: String) -> String {
    Texts["notice.notSaved", ["reason": reason]]
  }
}
