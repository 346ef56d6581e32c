public import Scenarios

/// What a patient carries from one session of a course to the next.
///
/// A value of pure functions: the same sessions and the same days lead to the same state, bit for
/// bit. Didactic, as all of the model; the disc itself does not change.
public struct CourseState: Hashable, Sendable {
  /// In which the course began.
  public let period: Period
  /// How the patient feels before a session: 0, painful, to 1, at ease.
  public private(set) var comfort: Double
  /// Tension of the back muscles before a session: 0, slack, to 1, as tense as can be.
  public private(set) var tone: Double
  /// Pressure on the nerve's root before a session, 0, none, to 1, pinched.
  public private(set) var rootPressure: Double
  /// Sessions done: those in which a hand was felt.
  public private(set) var sessions: Int

  private init(period: Period, comfort: Double, tone: Double, rootPressure: Double, sessions: Int) {
    self.period = period
    self.comfort = comfort
    self.tone = tone
    self.rootPressure = rootPressure
    self.sessions = sessions
  }

  /// The patient before the first session of a course.
  public static func beginning(_ period: Period) -> CourseState {
    CourseState(
      period: period, comfort: Figures.comfort(period), tone: Figures.tone(period),
      rootPressure: Figures.rootPressure(period), sessions: 0)
  }

  /// The patient after a session: good work helps, harm sets back, and where no hand was felt
  /// nothing changes.
  public func finishing(_ session: SessionEffect) -> CourseState {
    guard session.wasTouched else { return self }
    let harm = session.harm
    let gain = Figures.sessionGain * session.help * max(0, 1 - Figures.helpLostToHarm * harm)
    let loss = Figures.sessionLoss * harm
    func moved(_ value: Double, reached: Double, worst: Double) -> Double {
      // What is as good as massage makes it already is not made worse by more of it.
      let isThere = worst < reached ? value >= reached : value <= reached
      let helped = isThere ? value : value + (reached - value) * gain
      return min(max(helped + (worst - helped) * loss, 0), 1)
    }
    var next = self
    next.comfort = moved(comfort, reached: Figures.reachedComfort, worst: 0)
    next.tone = moved(tone, reached: Figures.reachedTone, worst: 1)
    next.rootPressure = moved(
      rootPressure, reached: Figures.rootPressure(period) * Figures.discShare, worst: 1)
    next.sessions += sessions < Int.max ? 1 : 0
    return next
  }

  /// The patient so many days after a session: beyond the two that are planned the gain decays
  /// toward the beginning. Rest alone neither helps nor makes worse than that.
  public func resting(days: Int) -> CourseState {
    let missed = min(max(0, days) - Figures.plannedDays, Figures.mostDecayDays)
    guard missed > 0 else { return self }
    var kept = 1.0
    for _ in 0..<missed { kept *= 1 - Figures.dailyDecay }
    let start = CourseState.beginning(period)
    var next = self
    if comfort > start.comfort { next.comfort = start.comfort + (comfort - start.comfort) * kept }
    if tone < start.tone { next.tone = start.tone + (tone - start.tone) * kept }
    if rootPressure < start.rootPressure {
      next.rootPressure = start.rootPressure + (rootPressure - start.rootPressure) * kept
    }
    return next
  }
}
