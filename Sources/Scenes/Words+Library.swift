import Scenarios

/// English texts of the library.
extension Words {
  enum Library {
    static let isNew = "New"
    static let passed = "Passed"
    static let tryAgain = "Try again"
    static let unreadable = "Cannot be read"
    static let best = "best"
    static let noScore = "No score"
    static let notTried = "Not tried yet"
    static let aboutCase = "About this case"
    static let aboutFile = "About this file"
    static let watch = "Watch demonstration"
    static let chooseHint = "Choose a case"
    static let demonstrationHint = "Demonstration"
    static let tabHint = "Tab moves between controls"
    static let helpHint = "Help"
    static let themeHint = "Light or dark"
    static let earlier = "Earlier cases"
    static let later = "Later cases"
    static let empty = "There are no cases yet."
    static let emptyAdvice =
      "Put scenario files into your scenarios folder, or install the program with its own cases."
    static let disclaimer = "A teaching tool"
    static let disclaimerText =
      "Not a medical device. Scores show how the exercise was done, not what is safe for a person."
    static let mend = "Mend the file and open the library again. The other cases are not affected."
    static let noBrokenPractice = "A case that cannot be read cannot be practised."

    static func attempts(_ number: Int) -> String { count(number, "attempt", "attempts") }
    static func passMark(_ mark: Int) -> String { "Pass mark \(mark)" }
    static func cases(_ number: Int) -> String { count(number, "case", "cases") }
    static func range(_ first: Int, _ last: Int, of total: Int) -> String {
      "\(first)–\(last) of \(total)"
    }

    static func patient(_ patient: Patient) -> String {
      sentence(Words.sex(patient.sex)) + ", \(patient.age)"
    }

    /// What the case asks of the hand, without telling the right decision.
    static func task(_ scenario: Scenario) -> String {
      var parts = [massage(scenario.massage)]
      if let minutes = minutes(scenario) { parts.append("about \(minutes) minutes") }
      return parts.joined(separator: ", ") + "."
    }

    private static func minutes(_ scenario: Scenario) -> Int? {
      let bands = scenario.phases.compactMap(\.minutes)
      guard !bands.isEmpty, bands.count == scenario.phases.count else { return nil }
      let middle = bands.reduce(0) { $0 + ($1.fullLow + $1.fullHigh) / 2 }
      return max(1, Int(middle.rounded()))
    }

    static let decideFirst = "First you decide whether to massage at all."

    static func examNote(_ mark: Int) -> String {
      "Exam hides the guide and coaching. Pass mark \(mark)."
    }
  }
}
