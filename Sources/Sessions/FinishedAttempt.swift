public import Attempts
public import Patients
public import Scoring

/// An attempt that is over: what was recorded, and the result the fold had then.
public struct FinishedAttempt: Sendable {
  public let caseFile: CaseFile
  public let header: Header
  /// Read from the disk, from start to end, as often as it is asked for.
  public let events: EventLog
  public let trail: Trail
  public let deviations: DeviationHistory
  public let result: Result
  /// What it did to the patient, who began as ``AttemptUnderWay/patient`` did. Never judged.
  public let effect: SessionEffect
  /// Microseconds for which an exam's window was without the keyboard while the clock ran on. The
  /// record does not carry it.
  public let timeWithoutFocus: Int
  /// Where it was saved; nil while it is not.
  public internal(set) var saved: SavedAttempt?
  /// Why the history does not know of the attempt, whose files were saved; nil when it does.
  public internal(set) var historyProblem: String?
  /// The attempt before it that it can be compared with; nil without any.
  public internal(set) var last: LastAttempt?
  /// The state in which earlier sessions left the patient; nil: none were.
  let course: CourseState?
  /// Name of the record, without its kind, once that is saved; the result may not be yet.
  public internal(set) var recordName: String?
  /// Whether it was opened from the history: it was saved long ago, and leads back there.
  public let isFromHistory: Bool

  /// - Parameter record: path of the record that it was read from; nil: it was made just now.
  init(_ attempt: AttemptUnderWay, from record: String? = nil) {
    caseFile = attempt.caseFile
    header = attempt.header
    events = attempt.events
    trail = attempt.trail
    deviations = attempt.deviations
    timeWithoutFocus = attempt.timeWithoutFocus
    result = attempt.scorer.result()
    effect = attempt.patient.effect
    course = attempt.course
    isFromHistory = record != nil
    if let record {
      let stem = record.hasSuffix(".inkml") ? String(record.dropLast(".inkml".count)) : record
      saved = SavedAttempt(record: record, result: stem + ".json")
      recordName = AttemptStore.name(ofRecord: record)
    }
  }
}

/// An earlier attempt of the same trainee at the same case, in the same device class and judged by the
/// same rules.
public struct LastAttempt: Hashable, Sendable {
  /// Of 100.
  public var score: Figure
  /// Share of each criterion's weight that was kept, 0 to 1, in the order of `Criterion`; nil where
  /// it was not assessed.
  public var kept: [Double?]

  public init(score: Figure, kept: [Double?]) {
    self.score = score
    self.kept = kept
  }
}

/// The two files of a saved attempt.
public struct SavedAttempt: Hashable, Sendable {
  /// The record, `NAME.inkml`.
  public var record: String
  /// The result as the window showed it, `NAME.json`.
  public var result: String
}
