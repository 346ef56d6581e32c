import Attempts
import Scoring

/// Ending, leaving and keeping an attempt.
extension Session {
  /// The trainee ended the attempt.
  public mutating func endAttempt(at moment: Int) {
    guard let attempt = underWay, !attempt.attempt.hasEnded else { return }
    underWay?.resume(at: moment)
    underWay?.act(.end, at: moment)
    finish()
  }

  /// Back from where one is: out of a question, a demonstration or a screen.
  public mutating func back(at moment: Int) {
    if question != nil { return cancel(at: moment) }
    switch screen {
    case .library: break
    case .demonstration: endDemonstration(at: moment)
    case .patient where underWay?.events.isEmpty == true:
      // Nothing was asked and nothing decided: there is no attempt to keep.
      underWay = nil
      screen = .library
    case .practice where demonstration != nil: endDemonstration(at: moment)
    case .practice where introduction != nil: endIntroduction()
    case .patient, .preparation, .practice:
      hold(at: moment)
      question = .leaveAttempt
    case .debrief: toLibrary()
    case .replay: closeReplay(at: moment)
    // Reading a record is left before the history is.
    case .history where opening != nil: cancelOpening()
    case .settings, .lifeSize, .trainees, .about, .history: closePanel()
    }
  }

  public mutating func showHelp(at moment: Int) {
    guard question == nil else { return }
    hold(at: moment)
    question = .help
  }

  /// Yes to the question that stands.
  public mutating func confirm(at moment: Int) {
    guard let question else { return }
    if case .leftAttempt = question { return goOnWithLeftAttempt(at: moment) }
    self.question = nil
    switch question {
    case .help: goOnAfterQuestion(at: moment)
    case .endAttempt: endAttempt(at: moment)
    case .leaveAttempt:
      finish()
      // What could not be saved stays on screen, with the reason.
      if finished?.saved != nil {
        finished = nil
        screen = .library
      }
    case .loseAttempt:
      leave(to: pending ?? .library)
    // To delete is a way of its own.
    case .leftAttempt, .deleteTrainee: break
    }
    pending = nil
  }

  /// No to the question that stands: an attempt is not left, not ended, not lost, for which saving
  /// is tried again; one that a stopped program left stays for the next start. What the question paused goes on.
  public mutating func cancel(at moment: Int) {
    if case .leftAttempt = question { return leaveLeftAttempt() }
    guard case .loseAttempt = question else {
      question = nil
      goOnAfterQuestion(at: moment)
      return
    }
    question = nil
    _ = leaveDebrief(to: pending ?? .library)
  }

  /// The window is to be closed: what is under way is saved as abandoned. The window may close
  /// when ``isClosed`` says so; it does not while an attempt could not be saved and nobody agreed
  /// to lose it. To close once more is to agree.
  public mutating func close(at moment: Int) {
    if case .loseAttempt = question { return leave(to: .close) }
    question = nil
    if introduction != nil { endIntroduction() }
    underWay?.liftAll(at: moment)
    underWay?.gainFocus(at: moment)
    if underWay?.events.isEmpty == false { finish() }
    _ = leaveDebrief(to: .close)
  }

  /// Lifts the hands and stops the clock where it may stop, as long as the question stands.
  private mutating func hold(at moment: Int) {
    underWay?.liftAll(at: moment)
    if screen == .replay {
      isHeldByQuestion = replay?.isPlaying == true
      return playReplay(false, at: moment)
    }
    guard screen == .practice || screen == .demonstration else { return }
    isHeldByQuestion = onScreen?.isPaused == false
    stopClock(at: moment)
  }

  /// What ran before a question goes on by itself; what was paused stays so.
  private mutating func goOnAfterQuestion(at moment: Int) {
    guard isHeldByQuestion else { return }
    isHeldByQuestion = false
    resume(at: moment)
  }

  /// Turns the attempt under way into a finished one, saves it and opens the debrief.
  mutating func finish() {
    guard introduction == nil else { return endIntroduction() }
    guard let attempt = underWay else { return }
    finished = FinishedAttempt(attempt)
    underWay = nil
    demonstration = nil
    question = nil
    screen = .debrief
    if let reason = save() {
      tell(Notice(.error, SessionWords.notSaved(reason)))
    } else if let problem = finished?.historyProblem {
      tell(Notice(.warning, problem))
    }
  }

  /// Saves the finished attempt when it is to be kept and is not yet; the reason when it cannot.
  mutating func save() -> String? {
    guard var attempt = finished, attempt.isWorthKeeping, attempt.saved == nil else { return nil }
    defer { finished = attempt }
    do throws(StoreError) {
      try store.save(&attempt)
      if attempt.header.mode != .drill, attempt.header.trainee == setting.trainee {
        past.add(
          caseID: attempt.result.scenarioID, score: attempt.result.score.value,
          verdict: attempt.result.verdict.rawValue, mode: attempt.header.mode.rawValue)
        lookUpCourses()
      }
      return nil
    } catch {
      return error.description
    }
  }

  /// Leaves the debrief, having tried once more to save; asks when that would lose the attempt.
  mutating func leaveDebrief(to place: Pending) -> Bool {
    if let reason = save() {
      pending = place
      question = .loseAttempt(reason: reason)
      return false
    }
    leave(to: place)
    return true
  }

  private mutating func leave(to place: Pending) {
    question = nil
    pending = nil
    let isFromHistory = finished?.isFromHistory == true
    finished = nil
    notice = nil
    switch place {
    case .library where isFromHistory: closePanel()
    case .library: screen = .library
    case .close: isClosed = true
    }
  }
}

extension FinishedAttempt {
  /// Only what a trainee did is kept: a demonstration can be made again at any time.
  public var isWorthKeeping: Bool { header.origin == .live && !events.isEmpty }
}
