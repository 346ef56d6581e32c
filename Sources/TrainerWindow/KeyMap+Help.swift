import Catalogue
import Scenes
import Sessions

extension KeyMap {
  /// The keys of a screen in words, then those that work everywhere.
  static func help(on screen: Session.Screen, isExam: Bool, isAlone: Bool = false) -> [Hint] {
    let here: [Hint] =
      switch screen {
      case .library:
        [
          Hint("←", "↑", "↓", "→", text: Texts["help.chooseCase"]),
          Hint("Enter", text: Texts["help.practise"]),
          Hint("D", text: Texts["help.watch"]), Hint("E", text: Texts["help.exam"]),
          Hint("/", text: Texts["find.label"]), Hint("N", text: Texts["trainees.choose"]),
          Hint("H", text: Texts["history.keyHelp"]), Hint("S", text: Texts["settings.title"]),
        ]
      case .patient:
        [
          Hint("1", "2", "3", "4", text: Texts["help.ask"]),
          Hint("P", "R", "E", text: Texts["help.decide"]),
          Hint("Enter", text: Texts["help.confirm"]),
        ]
      case .preparation:
        [
          Hint("1", "…", "9", text: Texts["help.choose"]),
          Hint("Enter", text: Texts["help.begin"]),
        ]
      case .practice where isExam: stroking
      case .practice:
        stroking + [
          Hint("Space", text: Texts["help.pause"]),
          Hint("D", text: Texts["help.watchStep"]),
          Hint("M", text: Texts["sounds.metronomeKey"]),
        ]
      case .demonstration:
        [
          Hint("Space", text: Texts["help.pause"]), Hint("M", text: Texts["sounds.metronomeKey"]),
          Hint("Esc", text: Texts["help.toLibrary"]),
        ]
      case .settings, .lifeSize, .trainees, .about: settings(screen)
      case .history: history
      case .replay: replay
      case .debrief:
        [
          Hint("←", "→", text: Texts["help.deductions"]),
          Hint("↑", "↓", text: Texts["help.stretches"]),
          Hint("P", text: Texts["replay.keyHelp"]),
          Hint("Space", text: Texts["help.play"]), Hint("X", text: Texts["help.export"]),
          Hint("R", text: Texts["help.again"]),
          Hint("N", text: Texts["help.nextCase"]),
        ]
      }
    return here + teachingHelp(on: screen, isExam: isExam) + [
      Hint("Tab", text: Texts["help.nextControl"]), Hint("T", text: Texts["help.theme"]),
      Hint("Esc", text: escape(screen, isAlone: isAlone)),
      Hint("Ctrl", "Q", text: Texts["help.close"]),
    ]
  }

  private static func escape(_ screen: Session.Screen, isAlone: Bool) -> String {
    switch screen {
    case .practice: Texts["help.endStep"]
    case .replay: isAlone ? Texts["help.close"] : Texts["replay.keys.debrief"]
    default: Texts["help.back"]
    }
  }

  private static var stroking: [Hint] {
    [
      Hint("[", "]", text: Texts["help.pressure"]),
      Hint("1", "…", "9", text: Texts["help.toStep"]), Hint("Enter", text: Texts["help.endStep"]),
      Hint("Z", text: Texts["work.help-view"]),
    ]
  }
}
