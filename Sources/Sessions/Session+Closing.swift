/// Closing where nobody can be asked: a signal ends the program, or the display is lost.
extension Session {
  /// What became of an attempt when nobody could be asked.
  public enum Closing: Hashable, Sendable {
    /// There was nothing to save.
    case nothing
    /// It is saved; as abandoned when it was not over.
    case saved(asAbandoned: Bool)
    /// It could not be saved; the reason is a sentence.
    ///
    /// - isOffered: whether its journal holds all of it, so that the next start offers it.
    case unsaved(reason: String, isOffered: Bool)
  }

  /// Closes without anybody to ask: what is under way is saved as abandoned, and what cannot be
  /// saved keeps its journal. Nobody agrees to lose an attempt by this, whatever question stands.
  public mutating func closeUnasked(at moment: Int) -> Closing {
    if case .loseAttempt = question { question = nil }
    let wasUnderWay = underWay?.events.isEmpty == false && introduction == nil
    let wasUnsaved = finished.map { $0.isWorthKeeping && $0.saved == nil } ?? false
    close(at: moment)
    if case .loseAttempt(let reason) = question {
      return .unsaved(reason: reason, isOffered: keepJournal())
    }
    return wasUnderWay || wasUnsaved ? .saved(asAbandoned: wasUnderWay) : .nothing
  }
}
