import Geometry

/// The speed of one unbroken run of a contact: what a point dragged behind the hand on a string
/// travelled in the last 200 ms.
///
/// A chord over the window would read 50 mm/s for a hand that scrubs at 5 Hz and 500 mm/s; one pair
/// of samples reads the pixel grid.
struct SpeedTrack: Sendable {
  /// When the run began.
  private(set) var start: Int
  /// Length of the string, in mm.
  private let string: Double
  private let window: Int
  private let burstTicks: Int
  private let burstWindow: Int
  private let topSpeed: Double
  private let wholeRun: Int
  private var dragged: FinePoint
  /// Travel of each of the last ticks, in nanometres, as a ring.
  private var ring: [Int]
  private var ringIndex = 0
  private var windowTravel = 0
  private var burstTravel = 0
  /// Travel of the whole run, in nanometres.
  private(set) var travel = 0
  /// Speed at the last tick, in mm/s, and when that was.
  private(set) var latest = 0.0
  private(set) var latestTime: Int

  init(start: Int, place: FinePoint, millimetresPerPixel: Double, rules: RuleSet) {
    self.start = start
    string = max(rules.stringLength, rules.stringPixels * millimetresPerPixel)
    window = rules.speedWindow
    burstWindow = rules.burstWindow
    burstTicks = rules.burstWindow / rules.tick
    topSpeed = rules.topSpeed
    wholeRun = rules.wholeContact
    dragged = place
    ring = Array(repeating: 0, count: rules.speedWindow / rules.tick)
    latestTime = start
  }

  /// Begins the next run.
  mutating func restart(at time: Int, _ place: FinePoint) {
    start = time
    dragged = place
    for index in ring.indices { ring[index] = 0 }
    ringIndex = 0
    windowTravel = 0
    burstTravel = 0
    travel = 0
    latest = 0
    latestTime = time
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

  /// Takes the travel up to a tick and returns the speed there, in mm/s.
  mutating func tick(at time: Int, travelled step: Int) -> Double {
    windowTravel += step - ring[ringIndex]
    burstTravel += step - ring[(ringIndex + ring.count - burstTicks) % ring.count]
    ring[ringIndex] = step
    ringIndex = ringIndex + 1 == ring.count ? 0 : ringIndex + 1
    latest = min(
      topSpeed,
      Double(windowTravel) / Double(FinePoint.perMillimetre) * 1_000_000 / Double(window))
    latestTime = time
    return latest
  }

  /// Speed over the last 50 ms, in mm/s.
  var burst: Double {
    Double(burstTravel) / Double(FinePoint.perMillimetre) * 1_000_000 / Double(burstWindow)
  }

  /// The speed in mm/s of a run that ended before 600 ms, judged as a whole; nil for a longer one.
  func whole(endingAt end: Int) -> Double? {
    let duration = end - start
    guard duration < wholeRun else { return nil }
    let length = Double(travel) / Double(FinePoint.perMillimetre) + string
    return duration > 0 ? min(topSpeed, length * 1_000_000 / Double(duration)) : topSpeed
  }

  /// Whether the reading is of a full window.
  var isSettled: Bool { latestTime - start >= window }
}
