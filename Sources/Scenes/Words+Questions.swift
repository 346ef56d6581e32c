/// English texts of dialogs.
extension Words {
  enum Questions {
    static let leaveTitle = "Leave this attempt?"
    static let leaveText =
      "What you have done so far is thrown away and gets no score. To have it scored, end the attempt instead."
    static let leave = "Throw it away"
    static let stay = "Go on"
    static let understood = "Understood"
  }
}
