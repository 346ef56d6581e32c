import Catalogue
import Preferences
import Sessions

/// Which devices work on the back: a person can choose one, and the others still reach the controls.
extension Trainer {
  func makesHand(_ device: Settings.Input) -> Bool {
    let chosen = session.settings.input
    return chosen == .automatic || chosen == device
  }

  /// Says to who touches the back with another device which one was chosen.
  func tellOfChosenDevice() {
    session.tell(Notice(.information, Texts["devices.only.\(session.settings.input.rawValue)"]))
    pacer.isStale = true
  }
}
