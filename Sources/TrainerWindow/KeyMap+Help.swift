import Catalogue
import Scenes
import Sessions

extension KeyMap {
  /// The keys of a screen in words, then those that work everywhere.
  static func help(on screen: Session.Screen, isExam: Bool) -> [Hint] {
    let here: [Hint] =
      switch screen {
      case .library:
        [
          Hint("←", "↑", "↓", "→", text: "Choose a case"), Hint("Enter", text: "Practise it"),
          Hint("D", text: "Watch the expert"), Hint("E", text: "Take the exam"),
        ]
      case .patient:
        [
          Hint("1", "2", "3", "4", text: "Ask a group of questions"),
          Hint("P", "R", "E", text: "Proceed, refer, emergency"),
          Hint("Enter", text: "Confirm the decision"),
        ]
      case .preparation:
        [
          Hint("1", "…", "9", text: "And the letters on the cards: choose"),
          Hint("Enter", text: "Begin the massage"),
        ]
      case .practice where isExam: stroking
      case .practice:
        stroking + [
          Hint("Space", text: "Pause"), Hint("G", text: "Show or hide the guide"),
          Hint("W", text: Texts["work.help-warmth"]),
          Hint("D", text: "Watch the expert do this step"),
        ]
      case .demonstration: [Hint("Space", text: "Pause"), Hint("Esc", text: "Back to the library")]
      case .debrief:
        [
          Hint("←", "→", text: "Step through the deductions"), Hint("R", text: "Do it once more"),
          Hint("N", text: "Next case"),
        ]
      }
    return here + [
      Hint("Tab", text: "Next control"), Hint("T", text: "Light or dark"),
      Hint("Esc", text: screen == .practice ? "End the step" : "Back"),
      Hint("Ctrl", "Q", text: "Close the window"),
    ]
  }

  private static let stroking = [
    Hint("[", "]", text: "Press more lightly, harder; the wheel too"),
    Hint("1", "…", "9", text: "Go to a step"), Hint("Enter", text: "End the step"),
    Hint("Z", text: Texts["work.help-view"]),
  ]
}
