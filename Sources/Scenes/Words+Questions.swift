/// English texts of dialogs.
extension Words {
  enum Questions {
    static let leaveTitle = "Leave this attempt?"
    static let leaveText =
      "It is kept as not finished and cannot be passed. To have it scored, end it instead."
    static let leave = "Leave"
    static let endTitle = "End the massage?"
    static let end = "End it"
    static let loseTitle = "The attempt could not be saved"
    static let loseText = "Leave without it?"
    static let lose = "Leave without it"
    static let tryAgain = "Stay here"
    static let helpTitle = "Keys"

    static func endText(_ untouched: [String]) -> String {
      guard !untouched.isEmpty else { return "The score is made from what you have done." }
      return "Nothing was done in " + Words.list(untouched) + ". What is left out costs points."
    }

    static let stay = "Go on"
    static let understood = "Understood"
  }
}
