import Geometry

/// Sums over the ticks of a loop from which its area and middle follow once its drift is known.
///
/// With p a place, t its time and b the drift per time (last place less first, over the time), the
/// loop without drift has the corners r = p - b t. Twice its area is the sum of r x r' over
/// neighbours, which is linear in b; its middle (the centroid of the area) is quadratic in b. So
/// the sums below are enough, and no corner has to be kept.
/// Formulas: the shoelace formula; https://en.wikipedia.org/wiki/Centroid#Of_a_polygon
struct LoopSums: Sendable {
  /// Whether the loop begins somewhere before these sums do: at the first change of octant of a run.
  let isFirst: Bool
  /// Frame of the sums: small figures, and moving everything changes none of them.
  private let origin: FinePoint
  private let originTime: Int
  private(set) var time: Int
  private var last = Point.zero
  /// First corner; before the origin once something was prepended.
  private var first = Point.zero
  private var firstTime: Int
  private var travelledBefore: Int
  /// Greatest speed over 50 ms, in mm/s.
  private var burst = 0.0
  /// Sum of p x p'.
  private var area = 0.0
  /// Sum of w = t' p - t p'.
  private var shear = Point.zero
  /// Sum of (p + p') (p x p').
  private var moment = Point.zero
  /// Sums of (p + p').x w and (p + p').y w.
  private var momentShearX = Point.zero
  private var momentShearY = Point.zero
  /// Sum of (t + t') (p x p'), and of (t + t') w.
  private var timedArea = 0.0
  private var timedShear = Point.zero
  /// Sums of p and t, and their number, for loops without area.
  private var places = Point.zero
  private var times = 0.0
  private var corners = 1.0

  init(_ place: FinePoint, time: Int, travelled: Int, isFirst: Bool) {
    self.isFirst = isFirst
    origin = place
    originTime = time
    self.time = time
    firstTime = time
    travelledBefore = travelled
  }

  /// Takes the next tick.
  mutating func add(_ place: FinePoint, time next: Int, burst here: Double) {
    burst = max(burst, here)
    let point = place.offset(from: origin)
    add(last, Double(time - originTime) / 1_000_000, point, Double(next - originTime) / 1_000_000)
    last = point
    time = next
    places = places + point
    times += Double(next - originTime) / 1_000_000
    corners += 1
  }

  /// Takes a tick before the first one.
  mutating func prepend(_ place: FinePoint, time before: Int, travelled: Int, burst here: Double) {
    guard before < firstTime else { return }
    burst = max(burst, here)
    let point = place.offset(from: origin)
    add(
      point, Double(before - originTime) / 1_000_000, first,
      Double(firstTime - originTime) / 1_000_000)
    first = point
    firstTime = before
    travelledBefore = travelled
    places = places + point
    times += Double(before - originTime) / 1_000_000
    corners += 1
  }

  /// Twice an area in mm2, and a distance in mm, beyond which the middle of the area says nothing.
  private static let leastArea = 2e-9
  private static let farthest = 10_000.0
  /// No loop on a back is wider than this, in mm.
  private static let widest = 10_000.0

  private mutating func add(_ p: Point, _ t: Double, _ q: Point, _ u: Double) {
    let cross = LoopSums.cross(p, q)
    let w = p * u - q * t
    let sum = p + q
    area += cross
    shear = shear + w
    moment = moment + sum * cross
    momentShearX = momentShearX + w * sum.x
    momentShearY = momentShearY + w * sum.y
    timedArea += (t + u) * cross
    timedShear = timedShear + w * (t + u)
  }

  /// The loop that ends at the last tick taken.
  func closed(isClockwise: Bool, travelled: Int) -> ClosedLoop {
    let duration = Double(time - firstTime) / 1_000_000
    let drift = last - first
    let rate = duration > 0 ? drift * (1 / duration) : .zero
    let doubled = area - LoopSums.cross(shear, rate)
    let start = Double(firstTime - originTime) / 1_000_000
    let sheared = Point(LoopSums.cross(momentShearX, rate), LoopSums.cross(momentShearY, rate))
    let timed = timedArea - LoopSums.cross(timedShear, rate)
    var middle = (moment - sheared - rate * timed) * (1 / (3 * doubled))
    if abs(doubled) < LoopSums.leastArea || !(middle.length <= LoopSums.farthest) {
      // A loop that folds onto itself has its area's middle anywhere: that of its corners, then.
      middle = (places - rate * times) * (1 / corners)
    }
    // The corners hang on the straight line of the drift: back to where the loop was, half of it.
    middle = middle + rate * start + drift * 0.5
    return ClosedLoop(
      start: firstTime, end: time, centre: FinePoint(origin, offset: middle),
      diameter: min(LoopSums.widest, 2 * (abs(doubled) / 2 / Double.pi).squareRoot()),
      isClockwise: isClockwise,
      travel: travelled - travelledBefore, burst: burst)
  }

  private static func cross(_ a: Point, _ b: Point) -> Double { a.x * b.y - a.y * b.x }
}
