/// How many of a case's aids its practice has taken away.
///
/// Two passed attempts in a row hide one more aid, from the end of the case's list: each complete
/// pair counts once, and the next pair begins after it. An attempt that was not passed, abandoned
/// ones too, begins the row anew. What was hidden stays hidden, as a trainee who needs it can bring
/// it back by its key.
public struct FeedbackFading: Hashable, Sendable {
  /// Aids that are hidden, as far as the case has so many.
  public private(set) var pairs = 0
  /// Passed attempts in a row at the end.
  public private(set) var row = 0

  public init() {}

  /// Takes the verdict of the next attempt at practice, in order of time.
  mutating func add(isPassed: Bool) {
    guard isPassed else {
      row = 0
      return
    }
    row += 1
    if row % 2 == 0 { pairs += 1 }
  }
}
