import Catalogue

/// Texts of dialogs.
extension Words {
  enum Questions {
    static var leaveTitle: String { Texts["dialog.leaveTitle"] }
    static var leaveText: String { Texts["dialog.leaveText"] }
    static var leave: String { Texts["dialog.leave"] }
    static var endTitle: String { Texts["dialog.endTitle"] }
    static var end: String { Texts["dialog.end"] }
    static var loseTitle: String { Texts["dialog.loseTitle"] }
    static var lose: String { Texts["dialog.lose"] }
    static var tryAgain: String { Texts["dialog.stayHere"] }
    static var helpTitle: String { Texts["dialog.helpTitle"] }
    static var stay: String { Texts["dialog.stay"] }
    static var understood: String { Texts["dialog.understood"] }

    /// - Parameter reason: a sentence.
    static func loseText(_ reason: String) -> String {
      Texts["dialog.loseText", ["reason": reason]]
    }

    static func endText(_ untouched: [String]) -> String {
      guard !untouched.isEmpty else { return Texts["dialog.endText"] }
      return Texts["dialog.endTextUntouched", ["steps": Words.list(untouched)]]
    }
  }
}
