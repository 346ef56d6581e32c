/// One of the two attempts that a replay shows beside each other, at a time.
public struct ReplaySide: Sendable {
  /// What the hands did then, as practice shows it.
  public var practice: PracticeModel
  /// Changes where the trail is not the one before with more of it: then it is drawn anew.
  public var version: Int

  public init(_ practice: PracticeModel, version: Int = 0) {
    self.practice = practice
    self.version = version
  }
}

/// What the replay of an attempt shows at a time.
public struct ReplayModel: Sendable {
  /// The attempt as a whole: its case, result, steps and marks.
  public var debrief: DebriefModel
  public var attempt: ReplaySide
  /// The expert at the same piece of work; nil where the case has nothing to show.
  public var expert: ReplaySide?
  /// Seconds on the attempt's clock.
  public var time: Double
  public var isPlaying = false
  /// How many seconds of the attempt pass in one, and what that can be.
  public var speed = 1.0
  public var speeds = [0.5, 1, 2, 4, 8]
  /// Index of the deduction that was jumped to.
  public var chosen: Int?
  /// Deductions for something that goes on now, the chosen one first.
  public var now: [Int] = []
  public var view = PlateView.Kind.lowerBack

  public init(
    debrief: DebriefModel, attempt: ReplaySide, expert: ReplaySide?, time: Double
  ) {
    self.debrief = debrief
    self.attempt = attempt
    self.expert = expert
    self.time = time
  }
}
