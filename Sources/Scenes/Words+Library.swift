import Catalogue
import Scenarios

/// Texts of the library.
extension Words {
  enum Library {
    static var isNew: String { Texts["library.new"] }
    static var passed: String { Texts["library.passed"] }
    static var tryAgain: String { Texts["library.tryAgain"] }
    static var unreadable: String { Texts["library.unreadable"] }
    static var best: String { Texts["library.best"] }
    static var noScore: String { Texts["library.noScore"] }
    static var notTried: String { Texts["library.notTried"] }
    static var aboutFile: String { Texts["library.aboutFile"] }
    static var watch: String { Texts["library.watch"] }
    static var chooseHint: String { Texts["library.chooseHint"] }
    static var demonstrationHint: String { Texts["library.demonstrationHint"] }
    static var tabHint: String { Texts["library.tabHint"] }
    static var themeHint: String { Texts["library.themeHint"] }
    static var empty: String { Texts["library.empty"] }
    static var emptyAdvice: String { Texts["library.emptyAdvice"] }
    static var disclaimer: String { Texts["library.disclaimer"] }
    static var disclaimerText: String { Texts["library.disclaimerText"] }
    static var mend: String { Texts["library.mend"] }

    static func attempts(_ number: Int) -> String { Texts.count("library.attempts", number) }
    static func passMark(_ mark: Int) -> String {
      Texts["library.passMark", ["mark": String(mark)]]
    }
    static func cases(_ number: Int) -> String { Texts.count("library.cases", number) }
    static func patient(_ patient: Patient) -> String {
      Texts[
        "library.patient", ["sex": sentence(Words.sex(patient.sex)), "age": String(patient.age)]]
    }

    /// What the case asks of the hand, without telling the right decision.
    static func task(_ scenario: Scenario) -> String {
      let massage = massage(scenario.massage)
      return minutes(scenario).map {
        Texts.count("library.taskWithMinutes", $0, ["massage": massage])
      } ?? Texts["library.task", ["massage": massage]]
    }

    private static func minutes(_ scenario: Scenario) -> Int? {
      let bands = scenario.phases.compactMap(\.minutes)
      guard !bands.isEmpty, bands.count == scenario.phases.count else { return nil }
      let middle = bands.reduce(0) { $0 + ($1.fullLow + $1.fullHigh) / 2 }
      return max(1, Int(middle.rounded()))
    }

    static var decideFirst: String { Texts["library.decideFirst"] }

    static func examNote(_ mark: Int) -> String {
      Texts["library.examNote", ["mark": String(mark)]]
    }
  }
}
