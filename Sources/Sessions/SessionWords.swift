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

  /// - Parameter paths: of journals that cannot be read, as they are called now.
  static func damagedJournals(_ paths: [String]) -> String {
    Texts["left.damaged", ["files": paths.joined(separator: ", ")]]
  }

  /// - Parameter reason: not a sentence, as the reader says it.
  static func unreadJournal(_ path: String, reason: String) -> String {
    Texts["left.unread", ["file": path, "reason": reason]]
  }

  /// - Parameter records: names of files that are no records, and why.
  static func leftRecords(_ records: [(name: String, reason: String)]) -> String {
    Texts[
      "keeping.leftRecords",
      ["files": records.map { "\($0.name): \($0.reason)" }.joined(separator: " ")]]
  }

  static var caseNotInLibrary: String { Texts["history.caseGone"] }

  /// - Parameter reason: not a sentence, as the reader says it.
  static func leftAttemptLost(_ reason: String) -> String {
    Texts["left.unreadable", ["reason": reason]]
  }
}
