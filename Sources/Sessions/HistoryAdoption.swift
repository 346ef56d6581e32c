public import History
import Synchronization
public import Threads

/// Enters what stands beside the history and is not in it, beside what the program does: records of
/// attempts that a power cut or a history that could not be written left as files.
public final class HistoryAdoption: Sendable {
  private let history: HistoryStore
  private let found = Mutex<Adoption?>(nil)
  private let isOver = Mutex(false)

  /// With a connection of its own, so that nobody waits for it.
  public init(_ store: AttemptStore) { history = AttemptStore(folder: store.folder).history }

  /// Begins, on a thread of its own. Where there is none it is left to the next start: nobody waits for
  /// it, and it may last.
  public func begin(by start: WorkThread.Starter = WorkThread.usual) {
    _ = start { [self] in
      // A history that cannot be asked is told by whoever asks it; its records stay.
      guard let adoption = try? history.adopt(progress: { _, _ in !isOver.withLock { $0 } }) else {
        return
      }
      found.withLock { $0 = adoption }
    }
  }

  /// What was found, once.
  public func take() -> Adoption? {
    found.withLock { found in
      defer { found = nil }
      return found
    }
  }

  /// Ends early: the rest is done by the next start.
  public func stop() { isOver.withLock { $0 = true } }
}
