import Catalogue

/// What this room says of settings and trainees.
extension SessionWords {
  static func settingsUnusable(_ file: String, _ reason: String) -> String {
    Texts["settings.file.unusable", ["file": file, "reason": reason]]
  }

  static func settingsStrange(_ file: String, keys: [String]) -> String {
    Texts["settings.file.strange", ["file": file, "keys": keys.joined(separator: ", ")]]
  }

  static var settingsUnreadable: String { Texts["settings.file.unreadable"] }
  static var settingsNoText: String { Texts["settings.file.noText"] }
  static var settingsNoVersion: String { Texts["settings.file.noVersion"] }
  static var settingsNewer: String { Texts["settings.file.newer"] }

  static func settingsDamaged(line: Int, problem: String) -> String {
    Texts["settings.file.damaged", ["line": String(line), "problem": problem]]
  }

  static var traineeInAttempt: String { Texts["trainees.inAttempt"] }
  static var traineeKnown: String { Texts["trainees.known"] }
  static var traineeStaysInAttempt: String { Texts["trainees.deleteInAttempt"] }

  /// - Parameter attempts: how many went with the trainee.
  static func deleted(_ name: String, attempts: Int) -> String {
    attempts == 0
      ? Texts["trainees.deletedAlone", ["name": name]]
      : Texts.count("trainees.deleted", attempts, ["name": name])
  }
}
