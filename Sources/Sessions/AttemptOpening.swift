import Synchronization
import Threads

/// Reads the record of an attempt of the history beside what the program does: a long one takes
/// longer than a person would wait for a frame.
final class AttemptOpening: Sendable {
  /// Of the attempt.
  let id: String
  private let outcome = Mutex<Swift.Result<FinishedAttempt, StoreError>?>(nil)
  private let isCancelled = Mutex(false)

  /// Begins, on a thread of its own; where there is none, it is done at once.
  init(
    _ attempt: HistoryContents.Attempt, of trainee: String?, in store: AttemptStore,
    by start: WorkThread.Starter = WorkThread.usual
  ) {
    id = attempt.id
    WorkThread.doBeside(by: start) { [self] in
      let read: Swift.Result<FinishedAttempt, StoreError>
      do throws(StoreError) {
        let opened = try store.open(
          attempt, of: trainee, isCancelled: { isCancelled.withLock { $0 } })
        guard let opened else { return }
        read = .success(opened)
      } catch {
        read = .failure(error)
      }
      outcome.withLock { $0 = read }
    }
  }

  /// What came of it, once; nil while it goes on.
  func take() -> Swift.Result<FinishedAttempt, StoreError>? {
    outcome.withLock { outcome in
      defer { outcome = nil }
      return outcome
    }
  }

  /// Ends early.
  func cancel() { isCancelled.withLock { $0 = true } }
}
