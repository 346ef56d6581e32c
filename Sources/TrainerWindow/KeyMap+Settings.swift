import Catalogue
import Scenes
import Sessions

/// Keys of the settings and what belongs to them.
extension KeyMap {
  static func inLifeSize(_ key: Key) -> Command? {
    switch key {
    case .enter: .back
    case .character("-"): .stepLifeSize(-LifeSizeScreen.steps.fine)
    case .character("+"), .character("="): .stepLifeSize(LifeSizeScreen.steps.fine)
    case .character("["): .stepLifeSize(-LifeSizeScreen.steps.coarse)
    case .character("]"): .stepLifeSize(LifeSizeScreen.steps.coarse)
    case .character("0"): .forgetLifeSize
    case .character("u"): .undoChange
    default: nil
    }
  }

  static func inTrainees(_ key: Key, session: Session) -> Command? {
    switch key {
    case .character("n"): .nameField
    case .character("r"): session.trainee.map { .renameTrainee($0.id) }
    case .character("x"): session.trainee.map { .deleteTrainee($0.id) }
    default: nil
    }
  }

  static func settings(_ screen: Session.Screen) -> [Hint] {
    switch screen {
    case .settings:
      [
        Hint("Space", text: Texts["settings.keys.change"]),
        Hint("U", text: Texts["settings.undo"]),
      ]
    case .lifeSize:
      [
        Hint("−", "+", text: Texts["lifeSize.keys.fine"]),
        Hint("[", "]", text: Texts["lifeSize.keys.coarse"]),
        Hint("0", text: Texts["lifeSize.forget"]), Hint("Enter", text: Texts["lifeSize.done"]),
      ]
    case .trainees:
      [
        Hint("N", text: Texts["trainees.keys.new"]),
        Hint("R", text: Texts["trainees.keys.rename"]),
        Hint("X", text: Texts["trainees.keys.delete"]),
        Hint("Enter", text: Texts["trainees.keys.choose"]),
      ]
    default: [Hint("S", text: Texts["settings.title"])]
    }
  }
}
