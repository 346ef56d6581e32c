import Attempts
import History
import Scoring

/// Courses: what an attempt did as a session of one.
extension AttemptStore {
  /// Nil when it was none.
  func sessionDone(_ attempt: FinishedAttempt) -> SessionDone? {
    attempt.start.flatMap {
      SessionDone(
        $0, header: attempt.header, isAbandoned: attempt.result.verdict == .abandoned,
        effect: attempt.effect)
    }
  }
}
