import Geometry

/// The speed of one unbroken run of a contact: what a point dragged behind the hand on a string
/// travelled in the last 200 ms.
///
/// A chord over the window would read 50 mm/s for a hand that scrubs at 5 Hz and 500 mm/s; one pair
/// of samples reads the pixel grid.
struct SpeedTrack: Sendable {
  /// A tick whose speed is to be judged once the run is known to go on long enough.
  struct Judged: Sendable {
    var time: Int
    var duration: Int
    /// mm/s.
    var speed: Double
    var isReturning: Bool
  }

  let start: Int
  let string: Double
  private let rules: RuleSet
  private var dragged: FinePoint
  /// Travel of each of the last ticks, in nanometres, as a ring.
  private var ring: [Int]
  private var ringIndex = 0
  private var windowTravel = 0
  /// Travel of the whole run, in nanometres.
  private(set) var travel = 0
  private var waiting: [Judged] = []
  private var released = 0
  /// Speed at the last tick, in mm/s.
  private(set) var latest = 0.0
  private(set) var latestTime: Int

  init(start: Int, place: FinePoint, millimetresPerPixel: Double, rules: RuleSet) {
    self.start = start
    self.rules = rules
    string = max(rules.stringLength, rules.stringPixels * millimetresPerPixel)
    dragged = place
    ring = Array(repeating: 0, count: rules.speedWindow / rules.tick)
    latestTime = start
  }

  /// Moves the dragged point after the hand and returns its travel in nanometres.
  mutating func drag(to place: FinePoint) -> Int {
    let way = place.offset(from: dragged)
    let length = way.length
    guard length > string else { return 0 }
    dragged = FinePoint(dragged, offset: way * ((length - string) / length))
    let step = FinePoint.units(length - string)
    travel += step
    return step
  }

  /// Takes the travel up to a tick. The tick is judged later, see ``release(at:)``.
  mutating func tick(at time: Int, travelled step: Int, isReturning: Bool) {
    windowTravel += step - ring[ringIndex]
    ring[ringIndex] = step
    ringIndex = ringIndex + 1 == ring.count ? 0 : ringIndex + 1
    latest = min(
      rules.topSpeed,
      Double(windowTravel) / Double(FinePoint.perMillimetre) * 1_000_000
        / Double(rules.speedWindow))
    latestTime = time
    if time - start >= rules.speedWindow {
      waiting.append(
        Judged(time: time, duration: rules.tick, speed: latest, isReturning: isReturning))
    }
  }

  /// The next tick that is at least 200 ms before `time` in a run of at least 600 ms.
  mutating func release(at time: Int) -> Judged? {
    guard time - start >= rules.wholeContact, released < waiting.count,
      waiting[released].time + rules.speedWindow <= time
    else { return nil }
    released += 1
    let judged = waiting[released - 1]
    if released > 256 {
      waiting.removeFirst(released)
      released = 0
    }
    return judged
  }

  /// The speed of a run that ended before 600 ms, judged as a whole; nil for a longer one.
  func whole(endingAt end: Int) -> Judged? {
    let duration = end - start
    guard duration < rules.wholeContact else { return nil }
    let length = Double(travel) / Double(FinePoint.perMillimetre) + string
    let speed =
      duration > 0 ? min(rules.topSpeed, length * 1_000_000 / Double(duration)) : rules.topSpeed
    return Judged(time: end, duration: duration, speed: speed, isReturning: false)
  }

  /// Whether the reading is of a full window.
  var isSettled: Bool { latestTime - start >= rules.speedWindow }
}
