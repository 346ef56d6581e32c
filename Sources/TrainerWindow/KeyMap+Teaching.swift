import Catalogue
import Scenarios
import Scenes
import Sessions

/// Keys of drills, aids, demonstrations and the guided minutes.
extension KeyMap {
  static let aids: [(key: Character, aid: Aid)] = [
    ("g", .guide), ("v", .gauges), ("c", .coach), ("p", .pacer), ("w", .warmth), ("o", .comfort),
  ]

  static func aid(of key: Character) -> Aid? { aids.first { $0.key == key }?.aid }

  /// A step of the selected case by its number.
  static func drill(_ sign: Character, session: Session) -> Command? {
    guard let number = sign.wholeNumberValue,
      let phases = session.selectedCase?.scenario.phases, (1...9).contains(number),
      number <= phases.count
    else { return nil }
    return .drill(number - 1)
  }

  /// The drill that a screen offers.
  static func offeredDrill(_ shown: [Target]) -> Command? {
    shown.first { if case .drill = $0.command { $0.isEnabled } else { false } }?.command
  }

  /// Keys of the demonstration and of the guided minutes, before those of practice.
  static func whileTaught(_ sign: Character, session: Session) -> Command? {
    if session.demonstration != nil {
      switch sign {
      case ",", "-": return .slower
      case ".", "+", "=": return .faster
      default: return nil
      }
    }
    return session.introduction != nil && sign == "n" ? .skipIntroductionStep : nil
  }

  /// Lines of the help about those keys.
  static func teachingHelp(on screen: Session.Screen, isExam: Bool) -> [Hint] {
    switch screen {
    case .library:
      [
        Hint("1", "…", "9", text: Texts["drill.keyHelp"]),
        Hint("I", text: Texts["introduction.keyHelp"]),
      ]
    case .practice where !isExam:
      [
        Hint("G", "V", "C", text: Texts["aid.keyHelp"]),
        Hint("P", "W", "O", text: Texts["aid.keyHelpMore"]),
      ]
    case .demonstration: [Hint(",", ".", text: Texts["playing.keyHelp"])]
    case .debrief: [Hint("S", text: Texts["drill.debriefKeyHelp"])]
    default: []
    }
  }
}
