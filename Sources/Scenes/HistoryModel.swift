public import Attempts
public import Scenarios
public import Scoring

/// What was done so far, as the history screen shows it.
public struct HistoryModel: Hashable, Sendable {
  /// Nil when nobody is named.
  public var trainee: String?
  public var today: CalendarDay
  /// Newest first.
  public var attempts: [Attempt]
  public var courses: [CourseModel]

  public init(
    trainee: String? = nil, today: CalendarDay, attempts: [Attempt] = [],
    courses: [CourseModel] = []
  ) {
    self.trainee = trainee
    self.today = today
    self.attempts = attempts
    self.courses = courses
  }

  /// One attempt of the past.
  public struct Attempt: Hashable, Sendable {
    public var id: String
    /// Nil where it is not known.
    public var day: CalendarDay?
    /// Minutes since midnight, where the trainee is.
    public var minute: Int
    public var caseID: String
    public var title: String
    public var mode: Mode
    /// 0 to 100.
    public var score: Double
    public var passMark: Int
    public var verdict: Result.Verdict
    public var deviceClass: DeviceClass
    /// Share of each criterion's weight that was kept, 0 to 1, in the order of `Criterion`; nil
    /// where it was not assessed.
    public var kept: [Double?]
    /// Whether its record is there, so that its debrief can be opened.
    public var canBeOpened: Bool

    public init(
      id: String, day: CalendarDay?, minute: Int = 0, caseID: String, title: String,
      mode: Mode = .practice, score: Double, passMark: Int, verdict: Result.Verdict,
      deviceClass: DeviceClass, kept: [Double?], canBeOpened: Bool = false
    ) {
      self.id = id
      self.day = day
      self.minute = minute
      self.caseID = caseID
      self.title = title
      self.mode = mode
      self.score = score
      self.passMark = passMark
      self.verdict = verdict
      self.deviceClass = deviceClass
      self.kept = kept
      self.canBeOpened = canBeOpened
    }

    /// Whether it stands in curves: drills are not counted, and what was abandoned has no score.
    var isCounted: Bool { mode != .drill && verdict != .abandoned }

    /// 0 to 1; nil where it was not assessed.
    func share(_ curve: HistoryCurve) -> Double? {
      switch curve {
      case .score: return score / 100
      case .criterion(let criterion):
        guard let place = Criterion.allCases.firstIndex(of: criterion),
          kept.indices.contains(place)
        else { return nil }
        return kept[place]
      }
    }
  }
}

/// Attempts of one device class can be compared: what moved the hand, where pressure came from,
/// and how fine the pointer's steps were.
public struct DeviceClass: Hashable, Sendable {
  public var device: Device
  /// Quarters of a millimetre of the back in a pixel: 1, 2, 4 or 8; nil where it is not known.
  public var quarters: Int?

  /// - Parameter millimetresPerPixel: taken as the nearest of 0.25, 0.5, 1 and 2.
  public init(_ device: Device, millimetresPerPixel: Double? = nil) {
    self.device = device
    quarters = millimetresPerPixel.flatMap { measure in
      measure > 0
        ? [1, 2, 4, 8].min { abs(measure * 4 - Double($0)) < abs(measure * 4 - Double($1)) } : nil
    }
  }
}

/// What is drawn over the attempts.
public enum HistoryCurve: Hashable, Sendable {
  case score, criterion(Criterion)

  public static let all: [HistoryCurve] = [.score] + Criterion.allCases.map { .criterion($0) }
}

/// What a person chose on the history screen.
public struct HistoryChoice: Hashable, Sendable {
  /// Nil: all cases.
  public var caseID: String?
  /// Nil: that of the chosen attempt.
  public var deviceClass: DeviceClass?
  public var curve = HistoryCurve.score
  /// Id of the chosen attempt; nil: the newest.
  public var attempt: String?

  public init() {}
}
