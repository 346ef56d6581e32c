import Synchronization
import Threads

/// Folds a recorded attempt, and the expert's beside it, while the program goes on: a long one
/// takes longer than a person would wait for a frame.
final class ReplayOpening: Sendable {
  /// What came of it.
  typealias Outcome = Swift.Result<ReplayPlay, StoreError>

  private let outcome = Mutex<Outcome?>(nil)
  private let share = Mutex(0.0)
  private let isCancelled = Mutex(false)

  /// Begins, on a thread of its own; where there is none, it is done at once.
  init(_ attempt: RecordedAttempt, by start: WorkThread.Starter = WorkThread.usual) {
    WorkThread.doBeside(by: start) { [self] in
      let made = ReplayOpening.make(
        attempt, isCancelled: { isCancelled.withLock { $0 } },
        progress: { done in share.withLock { $0 = done } })
      guard let made else { return }
      outcome.withLock { $0 = made }
    }
  }

  /// What came of it, once; nil while it goes on.
  func take() -> Outcome? {
    outcome.withLock { outcome in
      defer { outcome = nil }
      return outcome
    }
  }

  /// Which share is done, 0 to 1.
  var progress: Double { share.withLock { $0 } }

  /// Ends early.
  func cancel() { isCancelled.withLock { $0 = true } }

  /// Folds both attempts on the thread that calls; nil when it was cancelled.
  static func make(
    _ attempt: RecordedAttempt, isCancelled: () -> Bool = { false },
    progress: (Double) -> Void = { _ in }
  ) -> Outcome? {
    let beside = RecordedAttempt(ofExpertBeside: attempt)
    let own = attempt.events.count
    let all = Double(max(1, own + (beside?.events.count ?? 0)))
    do throws(StoreError) {
      let replay = try Replay.fold(attempt, isCancelled: isCancelled) { done in
        progress(done * Double(own) / all)
      }
      guard let replay else { return nil }
      var expert: Replay?
      if let beside {
        expert = try Replay.fold(beside, isCancelled: isCancelled) { done in
          progress((Double(own) + done * (all - Double(own))) / all)
        }
        guard expert != nil else { return nil }
      }
      return .success(ReplayPlay(replay, beside: expert))
    } catch {
      return .failure(error)
    }
  }
}
