import Geometry

/// One piece of what a hand does while it is down: a way at a speed, then perhaps a rest.
struct PerformerLeg: Sendable {
  var route: PerformerRoute
  /// In mm/s.
  var speed: Double
  /// Seconds in which the hand gathers its speed, and in which it loses it.
  var ramp = 0.0
  /// Seconds at the end of the way.
  var rest = 0.0
  /// Share of pressure that is meant, where the way allows it.
  var pressure: Double
  /// Whether the way itself strays as far as the hand does.
  var isStraying = false

  /// About how long it takes, in seconds.
  var seconds: Double { route.length / speed + (route.length > 0 ? ramp : 0) + rest }
}

/// A contact as it goes on: where the hand is and how firmly it presses at each moment.
///
/// Moves in steps of 5 ms whatever the rate of samples, so that another rate is the same movement
/// looked at more or less often.
struct PerformerMotion: Sendable {
  private let legs: [PerformerLeg]
  private var unsteadiness: PerformerUnsteadiness
  private var leg = 0
  private var arc = 0.0
  private var formerArc = 0.0
  private var velocity = 0.0
  /// Microseconds left of a rest; nil while under way.
  private var rest: Int?
  private var time = 0
  /// When the contact ends, in microseconds since landing; nil: not yet.
  private(set) var end: Int?

  private static let step = 5_000

  /// - Precondition: at least one leg.
  init(_ legs: [PerformerLeg], _ unsteadiness: PerformerUnsteadiness) {
    precondition(!legs.isEmpty, "a contact has a leg")
    self.legs = legs
    self.unsteadiness = unsteadiness
  }

  /// Place, direction of travel and share of pressure some microseconds after landing, which never
  /// go back from call to call.
  mutating func state(at elapsed: Int) -> (place: Point, along: Point, pressure: Double) {
    while time < elapsed, end == nil { advance() }
    let moment = min(elapsed, end ?? elapsed)
    let share =
      time > moment ? Double(time - moment) / Double(PerformerMotion.step) : 0
    let here = arc - (arc - formerArc) * share
    let route = legs[leg].route
    let seconds = Double(moment) / 1_000_000
    let along = route.direction(at: here)
    let pressure = min(legs[leg].pressure, route.limit(at: here))
    return (
      route.place(at: here)
        + unsteadiness.stray(at: seconds, along: along, keepsWay: legs[leg].isStraying), along,
      unsteadiness.pressure(pressure, at: seconds)
    )
  }

  private mutating func advance() {
    time += PerformerMotion.step
    formerArc = arc
    if let left = rest {
      rest = left - PerformerMotion.step
      if left <= PerformerMotion.step { next() }
      return
    }
    let leg = legs[leg]
    let remaining = leg.route.length - arc
    let seconds = Double(PerformerMotion.step) / 1_000_000
    let meant =
      leg.speed * unsteadiness.haste * unsteadiness.pace(at: Double(time) / 1_000_000)
    if leg.ramp > 0 {
      let gain = leg.speed / leg.ramp
      let former = velocity
      velocity = min(
        min(former + gain * seconds, meant), (2 * gain * max(0, remaining)).squareRoot())
      arc += (former + velocity) / 2 * seconds
    } else {
      velocity = meant
      arc += velocity * seconds
    }
    if leg.route.length - arc <= max(velocity * seconds, 0.02) {
      arc = leg.route.length
      velocity = 0
      if leg.rest > 0 {
        rest = Int((leg.rest * 1_000_000).rounded())
      } else {
        next()
      }
    }
  }

  private mutating func next() {
    rest = nil
    if leg + 1 < legs.count {
      leg += 1
      arc = 0
      formerArc = 0
      velocity = 0
    } else {
      end = time
    }
  }
}
