import Attempts
import Catalogue
import Records
import ScenarioFiles
import Scenarios
import Scoring

/// Attempts that were under way when the program was stopped: going on with them, scoring them,
/// throwing them away.
extension Session {
  /// Microseconds for which an exam's clock runs on without the program, at most: what is longer
  /// says no more about the exam.
  public static let longestAbsence = 3_600_000_000

  /// Looks for attempts that a stopped program left; they are offered in the library, the oldest
  /// first. It takes longer, the more they hold.
  public mutating func lookUpLeftAttempts(at moment: Int) {
    let found = store.lookForLeftJournals()
    leftAttempts = found.attempts
    leftLookUp = moment
    var problems = found.unread.map { SessionWords.unreadJournal($0.path, reason: $0.reason) }
    if !found.damaged.isEmpty { problems.append(SessionWords.damagedJournals(found.damaged)) }
    if !problems.isEmpty { tell(Notice(.warning, problems.joined(separator: " "))) }
  }

  /// Asks what is to be done with the next attempt that was left, where it can be asked.
  mutating func offerLeftAttempt() {
    guard screen == .library, question == nil, underWay == nil, introduction == nil,
      let next = leftAttempts.first
    else { return }
    question = .leftAttempt(next.summary)
  }

  /// Goes on with the attempt that is offered, where it stood; one that was over is scored.
  mutating func goOnWithLeftAttempt(at moment: Int) {
    guard let left = leftAttempts.first else { return }
    guard !left.summary.hasEnded else { return scoreLeftAttempt(at: moment) }
    guard takeUp(left, at: moment) else { return }
    let stage = underWay?.attempt.stage
    screen =
      switch stage {
      case .preparing: .preparation
      case .phase: .practice
      case .deciding, .ended, nil: .patient
      }
    // A pause that was recorded holds; another is recorded where the clock may stop.
    if underWay?.attempt.isPaused == true {
      underWay?.standStill(at: moment)
    } else {
      stopClock(at: moment)
    }
    chosen = nil
    reasons = []
  }

  /// Scores the attempt that is offered as far as it came, saves it and opens its debrief.
  public mutating func scoreLeftAttempt(at moment: Int) {
    guard case .leftAttempt = question, let left = leftAttempts.first, takeUp(left, at: moment)
    else { return }
    finish()
  }

  /// Throws the attempt that is offered away.
  public mutating func discardLeftAttempt() {
    guard case .leftAttempt = question, let left = leftAttempts.first else { return }
    left.remove()
    dropOffer()
  }

  /// Leaves the attempt that is offered for the next start.
  mutating func leaveLeftAttempt() { dropOffer() }

  /// Lets the journal of the attempt stay when the program ends without having saved it; says
  /// whether it holds all of the attempt.
  @discardableResult
  public func keepJournal() -> Bool {
    (underWay?.events ?? finished?.events)?.keepFile() ?? false
  }

  private mutating func dropOffer() {
    question = nil
    leftAttempts.removeFirst()
  }

  /// Makes the attempt that is offered the one under way; its events take its journal's place.
  private mutating func takeUp(_ left: LeftAttempt, at moment: Int) -> Bool {
    let isExam = left.header.mode == .exam && !left.summary.hasEnded
    let absence =
      isExam ? min(left.age + max(0, moment - leftLookUp), Session.longestAbsence) : 0
    let stem = AttemptStore.stem(of: left.caseFile.scenario.id, header: left.header)
    var attempt = AttemptUnderWay(
      of: left.caseFile, header: left.header, at: moment,
      elapsed: min(left.summary.time + absence, Bounds.time),
      events: keepsEventsOnDisk
        ? EventLog(goingOnFrom: left, in: store.folder, stem: stem) : .inMemory,
      course: patientState(of: left.caseFile.scenario, for: left.header))
    do throws(RecordError) {
      try left.forEach { (event) throws(RecordError) in attempt.recover(event, at: moment) }
    } catch {
      dropOffer()
      tell(Notice(.error, SessionWords.leftAttemptLost(error.description)))
      return false
    }
    attempt.addTimeWithoutFocus(absence)
    attempt.releaseEvents()
    leftAttempts.removeFirst()
    question = nil
    if let place = cases.firstIndex(where: { $0.source == left.caseFile.source }) {
      selected = place
      noteLastCase()
    }
    lastMode = left.header.mode
    lastDrill = nil
    if case .phase(let id, _) = left.header.scope { lastDrill = id }
    underWay = attempt
    hasToldOfMemory = false
    finished = nil
    demonstration = nil
    isHeldByQuestion = false
    return true
  }
}
