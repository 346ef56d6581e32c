import Scenes
import Scoring

/// When the coaching line changed, and from what: the old one fades.
struct LineChange {
  private(set) var last: (cue: Cue, until: Double)?
  private var shown: Cue = .none

  /// - Parameter now: seconds on a clock that always runs.
  mutating func follow(_ cue: Cue, at now: Double) {
    guard cue != shown else { return }
    if !PracticeScreen.isSameAdvice(cue, shown) { last = (shown, now) }
    shown = cue
  }

  /// Whether the change is still to be seen.
  func isFading(at now: Double) -> Bool {
    last.map { now - $0.until < PracticeScreen.fade } ?? false
  }
}

/// The patient's breathing as far as it is shown.
struct BreathTrack {
  private(set) var points: [BreathPoint] = []
  /// Whether there is anything that moves.
  var isShown: Bool { !points.isEmpty }

  /// Seconds that are kept, a little more than are shown.
  private static let kept = 8.5
  /// Seconds from point to point.
  private static let step = 0.04

  /// - Parameters:
  ///   - breath: where in a breath the patient is, 0 to 1; nil: not known.
  ///   - clock: seconds on the attempt's clock.
  mutating func follow(_ breath: Double?, at clock: Double) {
    guard let breath else {
      points = []
      return
    }
    if let last = points.last {
      if clock < last.time { points = [] } else if clock - last.time < BreathTrack.step { return }
    }
    points.append(BreathPoint(time: clock, rise: PracticeScreen.rise(ofBreath: breath)))
    points.removeFirst(points.prefix { $0.time < clock - BreathTrack.kept }.count)
  }
}
