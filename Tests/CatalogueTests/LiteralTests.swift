import Foundation
import Testing

/// No text that a person reads stands in the code of the window.
@Suite struct LiteralTests {
  static let rooms = ["Scenes", "Sessions", "TrainerWindow", "Reports"]

  /// Literals that look like texts and are none, each with the reason.
  static let allowed: [String: String] = [
    "Enter": "a key's name in the code; its cap is in the catalogue",
    "Esc": "a key's name in the code; its cap is in the catalogue",
    "Space": "a key's name in the code; its cap is in the catalogue",
    "Tab": "a key's name in the code; its cap is in the catalogue",
    "Ctrl": "a key's name in the code; its cap is in the catalogue",
    "parts to scroll do not lie in one another": "told to who wrote the program wrongly",
    "AppleInterfaceStyle": "names a default of macOS",
    "Dark": "a value of a default of macOS",
    "HOME": "names a variable of the environment",
    "XDG_CONFIG_HOME": "names a variable of the environment",
    "GTK_THEME": "names a variable of the environment",
    "LC_ALL": "names a variable of the environment",
    "LC_MESSAGES": "names a variable of the environment",
    "LANG": "names a variable of the environment",
    "ColorScheme": "names a setting of KDE",
    "AnimationDurationFactor": "names a setting of KDE",
  ]

  /// Files whose sentences go to standard error and not onto the screen.
  static let commandLine: Set<String> = [
    "TrainerWindow/WindowError.swift", "TrainerWindow/FrameLog.swift",
    "TrainerWindow/Surface.swift", "TrainerWindow/DisplayWatch.swift",
    "Reports/ReportError.swift",
  ]

  /// Files that hold what browsers run and not what people read.
  static let pages: Set<String> = [
    "Reports/AttemptPage+Style.swift", "Reports/AttemptPage+Script.swift",
  ]

  /// Whether a literal reads like a text: a word that begins with a capital, or words with spaces.
  static func isText(_ literal: String) -> Bool {
    let letters = literal.filter(\.isLetter)
    guard letters.count >= 2 else { return false }
    // A vertebra is called the same everywhere.
    if literal.wholeMatch(of: /[CTLS][0-9]{1,2}/) != nil { return false }
    return literal.contains(" ") || literal.first?.isUppercase == true
  }

  private func texts(_ uses: TextUses) -> [SwiftText.Literal] {
    uses.others.filter { Self.isText($0.text) }
  }

  @Test("Only what is allowed, and all of that is needed")
  func windows() {
    var met: Set<String> = []
    var files: Set<String> = []
    for (path, uses) in SourceTextsTests.files
    where Self.rooms.contains(where: { path.hasPrefix($0 + "/") }) {
      for literal in texts(uses) {
        if Self.commandLine.contains(path) || Self.pages.contains(path) {
          files.insert(path)
        } else if Self.allowed[literal.text] != nil {
          met.insert(literal.text)
        } else {
          Issue.record("\(path):\(literal.line): \"\(literal.text)\" belongs into the catalogue")
        }
      }
    }
    #expect(met == Set(Self.allowed.keys))
    #expect(files == Self.commandLine.union(Self.pages))
  }

  @Test("A text in the code is found")
  func found() {
    let source = #"""
      painter.text("Pause", x: 0, y: 0) // "A comment"
      painter.text("\(number) mm", x: 0, y: 0)
      painter.text(isBest ? "best of all" : Texts["library.best"], x: 0, y: 0)
      let key = ["left", "L4", "G", "practice.pause", "…"]
      let long = """
        Put your "hand" down
        """
      let raw = #"Raw "words" too"#
      let nested = "\(isOn ? "Switched on" : "-")"
      """#
    #expect(
      texts(TextUses(source, file: "x")).map {
        $0.text.trimmingCharacters(in: .whitespacesAndNewlines)
      }
        == [
          "Pause", "\u{FFFC} mm", "best of all", #"Put your "hand" down"#,
          #"Raw "words" too"#, "Switched on",
        ])
  }
}
