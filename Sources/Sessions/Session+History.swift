/// The history screen, opened over the library.
extension Session {
  /// Whether the history can be opened.
  public var offersHistory: Bool { question == nil && screen == .library }

  public mutating func openHistory(at moment: Int) {
    guard offersHistory else { return }
    open(.history, at: moment)
  }

  /// Takes what the trainee who practises now did so far.
  public mutating func take(_ history: HistoryContents) { self.history = history }
}
