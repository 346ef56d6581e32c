import Attempts
import Geometry

/// One hand on the back, from landing to lift. Its memory does not grow with its samples.
struct ContactTrack: Sendable {
  let number: Int
  let phase: Int
  let millimetresPerPixel: Double
  /// Going back by less than this, in mm, is no run back.
  let turn: Double
  /// The last sample that no later one can replace; nil before the second time.
  var settled: SettledSample?
  /// The newest sample: of equal times the last one counts.
  var newest: SettledSample
  /// Whether path and speed are judged: not for a second hand on one guide.
  let isStroking: Bool
  var speed: SpeedTrack
  var follow: Follow?
  /// Since when the hand is of no guide or OFF its own.
  var strayedSince: Int?
  /// Touched bins that wait for the speed 200 ms later.
  var touches: [Touch] = []
  /// One an area of the case.
  var areas: [AreaContact]

  init(
    _ landing: Landing, phase: Int, isStroking: Bool, areas: Int, rules: RuleSet
  ) {
    number = landing.contact
    self.phase = phase
    millimetresPerPixel = landing.millimetresPerPixel
    turn = max(rules.turnLength, rules.turnPixels * landing.millimetresPerPixel)
    newest = SettledSample(landing.sample)
    self.isStroking = isStroking
    speed = SpeedTrack(
      start: newest.time, place: newest.place, millimetresPerPixel: millimetresPerPixel,
      rules: rules)
    self.areas = Array(repeating: AreaContact(), count: areas)
  }
}
