import Catalogue
import Scenes

/// Keys of the history.
extension KeyMap {
  static func inHistory(_ key: Key, _ shown: [Target]) -> Command? {
    switch key {
    case .up: .stepAttempt(-1)
    case .down: .stepAttempt(1)
    case .left: .stepHistoryCurve(-1)
    case .right: .stepHistoryCurve(1)
    case .character("c"): .stepHistoryCase(1)
    case .character("d"): .stepHistoryClass(1)
    case .character("h"): .back
    case .enter:
      shown.first { if case .openAttempt = $0.command { $0.isEnabled } else { false } }?.command
    default: nil
    }
  }

  static var history: [Hint] {
    [
      Hint("↑", "↓", text: Texts["history.keys.attempt"]),
      Hint("←", "→", text: Texts["history.keys.curve"]),
      Hint("C", text: Texts["history.keys.case"]), Hint("D", text: Texts["history.keys.class"]),
      Hint("Enter", text: Texts["history.open"]), Hint("S", text: Texts["settings.title"]),
    ]
  }
}
