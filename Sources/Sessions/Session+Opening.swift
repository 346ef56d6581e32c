import Attempts
import Scenarios

/// Debriefs of earlier attempts, opened over the history.
extension Session {
  /// Id of the attempt whose record is being read; nil while none is.
  public var openingAttempt: String? { opening?.id }

  /// Begins to read the record of an attempt of the history. Its debrief stands once
  /// ``takeOpenedAttempt()`` finds it read.
  public mutating func openAttempt(_ id: String) {
    guard screen == .history, question == nil, opening?.id != id,
      let attempt = history.attempts.first(where: { $0.id == id }), attempt.record != nil
    else { return }
    cancelOpening()
    opening = AttemptOpening(attempt, of: setting.trainee, in: store)
  }

  /// Shows the debrief of an attempt that was read, or tells why there is none.
  ///
  /// - Returns: whether anything changed.
  public mutating func takeOpenedAttempt() -> Bool {
    guard screen == .history, question == nil, let opening, let outcome = opening.take() else {
      return false
    }
    self.opening = nil
    switch outcome {
    case .success(let attempt):
      finished = attempt
      demonstration = nil
      lastMode = attempt.header.mode
      lastDrill = nil
      if case .phase(let id, _) = attempt.header.scope { lastDrill = id }
      under.append(.history)
      screen = .debrief
    case .failure(let error):
      if case .recordGone = error,
        let place = history.attempts.firstIndex(where: { $0.id == opening.id })
      {
        history.attempts[place].record = nil
      }
      tell(Notice(.error, error.description))
    }
    return true
  }

  /// Reads no further; the history stays as it is.
  public mutating func cancelOpening() {
    opening?.cancel()
    opening = nil
  }

  /// Where the library has the case of an attempt that was opened from the history: the same file,
  /// else one of the same id that has the step of a drill. Nil of any other attempt.
  var placeOfOpenedCase: Int? {
    guard let finished, finished.isFromHistory else { return nil }
    let opened = finished.caseFile
    let place =
      cases.firstIndex { $0.source == opened.source } ?? place(ofCase: opened.scenario.id)
    guard let place else { return nil }
    if let lastDrill, cases[place].scenario.phaseIndex(lastDrill) == nil { return nil }
    return place
  }

  mutating func tellOfMissingCase() {
    tell(Notice(.information, SessionWords.caseNotInLibrary))
  }
}
