import Geometry

/// Finds tapping: rows of short contacts near each other.
struct TapWatch: Sendable {
  struct Tap: Sendable {
    var contact: Int
    var phase: Int
    var landing: SettledSample
    var lift: Int
  }

  /// What a contact that ended means for contacts that wait.
  struct Outcome: Sendable {
    /// It waits itself: it may become part of an alarm.
    var holds = false
    /// Contacts that turned out to be no tapping, in order.
    var releases: [Int] = []
    /// Contacts that are part of an alarm.
    var drops: [Int] = []
    /// Whether an alarm began with this contact, and the stretch of what it added.
    var beginsAlarm = false
    var alarm: (start: Int, end: Int)?
  }

  private var row: [Tap] = []
  private var isAlarm = false

  /// A contact that may be a tap has ended.
  mutating func take(_ tap: Tap, rules: RuleSet) -> Outcome {
    var outcome = Outcome()
    if let last = row.last, !follows(tap, last, rules) {
      if !isAlarm { outcome.releases = row.map(\.contact) }
      row = []
      isAlarm = false
    }
    if isAlarm, let last = row.last {
      outcome.drops = [tap.contact]
      outcome.alarm = (last.lift, tap.lift)
      row = [tap]
      return outcome
    }
    row.append(tap)
    guard row.count >= rules.tapsForAlarm else {
      outcome.holds = true
      return outcome
    }
    isAlarm = true
    outcome.beginsAlarm = true
    outcome.drops = row.map(\.contact)
    outcome.alarm = (row[0].landing.time, tap.lift)
    row = [tap]
    return outcome
  }

  private func follows(_ tap: Tap, _ last: Tap, _ rules: RuleSet) -> Bool {
    tap.phase == last.phase && tap.landing.time - last.lift <= rules.tapPause
      && tap.landing.place.distance(to: last.landing.place) <= rules.tapReach
  }
}
