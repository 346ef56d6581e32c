/// What the program asks before it goes on.
public enum Question: Hashable, Sendable {
  /// Leave the attempt: it is kept as abandoned.
  case leaveAttempt
  /// End the attempt although nothing, or not all, of it was done: phases without a touch.
  case endAttempt(untouched: [String])
  /// The finished attempt could not be saved: leave without it? The reason is a sentence.
  case loseAttempt(reason: String)
  /// Go on with an attempt that a stopped program left, score it as it is, or throw it away?
  case leftAttempt(LeftAttempt.Summary)
  /// Delete a trainee with all that they did, so many attempts of every kind?
  case deleteTrainee(Trainee, attempts: Int)
  /// Which keys do what.
  case help
}

/// Something to tell, in words.
public struct Notice: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case information, warning, error
  }

  public var kind: Kind
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
