import Attempts
public import Patients
import Scenarios
public import Scoring

/// A recorded attempt that can be looked at as it was at any time.
///
/// It is folded once, from start to end, and keeps copies of the fold on the way. What it was at a
/// time is the nearest copy before that and the events from there: never anything but the fold of
/// all events up to then.
public struct Replay: Sendable {
  /// Events from one copy of the fold to the next: some milliseconds of folding.
  public static let usualSpacing = 1_024
  /// Copies that are kept at most. Of longer attempts every second one goes, and the rest lie twice
  /// as far apart: memory has a bound, and seeking takes longer instead.
  public static let mostCopies = 1_024

  /// The fold after some of the events.
  struct Copy: Sendable {
    /// Time of the last event that it took; before the first one, as early as can be.
    var time: Int
    /// Frame of the log that comes next.
    var frame: Int
    var state: AttemptUnderWay
  }

  public let attempt: RecordedAttempt
  public let result: Scoring.Result
  /// What the whole attempt did to the patient. Never judged.
  public let effect: SessionEffect
  /// Time of the last event, in microseconds of the attempt's clock.
  public let end: Int
  /// When something happened that is worth a look, ascending and each once: acts, hands that came
  /// and went, the patient's pain, deductions.
  public let stops: [Int]
  /// The deductions that have a moment, in the order of their moments.
  public let marks: [Mark]
  /// Pieces of work as they were begun, and steps as they were entered.
  let course: WorkCourse
  let copies: [Copy]

  /// Where a deduction is shown.
  public struct Mark: Hashable, Sendable {
    /// Index in the result's deductions.
    public let deduction: Int
    /// Microseconds of the attempt's clock.
    public let time: Int
    /// When what it is shown by had ended.
    public let end: Int
  }

  /// What was when all events up to a time, that of the time itself too, had happened.
  ///
  /// - Parameter time: in microseconds of the attempt's clock.
  public func state(at time: Int) -> AttemptUnderWay { cursor(at: time).state }

  func cursor(at time: Int) -> ReplayCursor {
    var cursor = ReplayCursor(copy(before: time), of: attempt.events)
    cursor.advance(to: time)
    return cursor
  }

  /// The last copy that holds no event after a time.
  func copy(before time: Int) -> Copy {
    var (low, high) = (0, copies.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if copies[middle].time <= time { low = middle } else { high = middle }
    }
    return copies[low]
  }
}

/// A fold on its way through a recorded attempt, forward alone.
struct ReplayCursor: Sendable {
  private(set) var state: AttemptUnderWay
  /// Of the last ``advance(to:)``.
  private(set) var time: Int
  private var events: EventLog.Iterator
  private var next: Event?

  /// Number of the log's frame that is read next.
  var frame: Int { events.frame }

  init(_ copy: Replay.Copy, of log: EventLog) {
    state = copy.state
    time = copy.time
    events = log.events(from: copy.frame)
    next = events.next()
  }

  /// Takes every event up to a time, and shows the patient as at that time.
  mutating func advance(to time: Int) {
    while let event = next, event.time <= time {
      state.play(event, at: event.time)
      next = events.next()
    }
    state.watchPatient(at: time)
    self.time = max(time, self.time)
  }
}
