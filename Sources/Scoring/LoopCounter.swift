import Geometry
import Scenarios

/// One turn of the hand, closed.
struct ClosedLoop: Sendable {
  var start: Int
  var end: Int
  /// Middle of the loop without its drift.
  var centre: FinePoint
  /// Of the circle of the same area, in mm.
  var diameter: Double
  var isClockwise: Bool
  /// Of the dragged point, in nanometres.
  var travel: Int
  /// Greatest speed over 50 ms in it, in mm/s.
  var burst: Double

  var duration: Int { end - start }
}

/// What a tick means for loops.
struct Turning: Sendable {
  var closed: ClosedLoop?
  var marks = TurningMarks()
}

/// What a tick means for loops that have not closed.
struct TurningMarks: Sendable {
  /// The first change of direction of the run.
  var isFirstChange = false
  /// A loop of this turn begins here if it closes.
  var restartsClockwise = false
  var restartsCounterclockwise = false
}

/// Counts turns of a hand by the octants of its steps.
///
/// Counting eighths instead of angles needs no arc tangent, and a pixel grid turns no step into a
/// loop: what goes back is undone.
struct LoopCounter: Sendable {
  private let step: Double
  private let eighths: Int
  private let eighthsBack: Int
  private let leadParts: Int
  private let longestLead: Int
  /// Place and octant of the last step.
  private var anchor: FinePoint?
  private var octant: Int?
  /// Eighths of a turn, clockwise positive, since the last loop closed.
  private var count = 0
  /// Farthest count each way since it last left zero.
  private var highest = 0
  private var lowest = 0
  private var firstChange: Int?
  /// What a loop of each turn has come to if it closes.
  private var clockwise: LoopSums?
  private var counterclockwise: LoopSums?
  /// Ticks of the run up to the first change of octant: the first loop begins among them.
  private var lead: [LeadTick] = []

  private struct LeadTick: Sendable {
    var time: Int
    var place: FinePoint
    var travelled: Int
    var burst: Double
  }

  init(rules: RuleSet) {
    step = rules.loopStep
    eighths = rules.eighthsOfLoop
    eighthsBack = rules.eighthsBack
    leadParts = rules.loopLeadParts
    longestLead = rules.longestLoopLead
  }

  /// Begins the next run.
  mutating func restart() {
    anchor = nil
    octant = nil
    count = 0
    highest = 0
    lowest = 0
    firstChange = nil
    clockwise = nil
    counterclockwise = nil
    lead = []
  }

  /// Takes the next tick. `travelled` is the travel of the dragged point in the run so far.
  mutating func take(_ place: FinePoint, time: Int, travelled: Int, burst: Double)
    -> Turning
  {
    var turning = Turning()
    if firstChange == nil {
      keepLead(LeadTick(time: time, place: place, travelled: travelled, burst: burst))
    }
    clockwise?.add(place, time: time, burst: burst)
    counterclockwise?.add(place, time: time, burst: burst)
    guard let anchor else {
      anchor = place
      return turning
    }
    let way = place.offset(from: anchor)
    guard way.length >= step else { return turning }
    self.anchor = place
    let next = LoopCounter.octant(way)
    defer { octant = next }
    guard let octant, octant != next else { return turning }
    if firstChange == nil {
      firstChange = time
      turning.marks.isFirstChange = true
      let sums = LoopSums(place, time: time, travelled: travelled, isFirst: true)
      clockwise = sums
      counterclockwise = sums
    }
    let difference = (next - octant + 11) % 8 - 3
    if difference != 4 { turn(by: difference, place, time, travelled, &turning) }
    return turning
  }

  private mutating func turn(
    by difference: Int, _ place: FinePoint, _ time: Int, _ travelled: Int, _ turning: inout Turning
  ) {
    let before = count
    count += difference
    if before != 0, count == 0 || (count > 0) != (before > 0) {
      // Back at the beginning after turning the other way: a loop begins here.
      if lowest <= -eighthsBack {
        clockwise = LoopSums(place, time: time, travelled: travelled, isFirst: false)
        turning.marks.restartsClockwise = true
      }
      if highest >= eighthsBack {
        counterclockwise = LoopSums(place, time: time, travelled: travelled, isFirst: false)
        turning.marks.restartsCounterclockwise = true
      }
      highest = 0
      lowest = 0
    }
    highest = max(highest, count)
    lowest = min(lowest, count)
    guard abs(count) >= eighths, let sums = count > 0 ? clockwise : counterclockwise else { return }
    turning.closed = close(sums, isClockwise: count > 0, travelled: travelled)
    count -= count > 0 ? eighths : -eighths
    highest = max(0, count)
    lowest = min(0, count)
    let fresh = LoopSums(place, time: time, travelled: travelled, isFirst: false)
    clockwise = fresh
    counterclockwise = fresh
    lead = []
  }

  private func close(_ sums: LoopSums, isClockwise: Bool, travelled: Int) -> ClosedLoop {
    guard sums.isFirst, let firstChange else {
      return sums.closed(isClockwise: isClockwise, travelled: travelled)
    }
    // The part of the first eighth that was there before it could be seen.
    let earliest = firstChange - min((sums.time - firstChange) / leadParts, longestLead)
    var whole = sums
    var index = lead.count - 1
    while index >= 0, lead[index].time >= earliest {
      let tick = lead[index]
      whole.prepend(
        tick.place, time: tick.time, travelled: tick.travelled, burst: tick.burst)
      index -= 1
    }
    return whole.closed(isClockwise: isClockwise, travelled: travelled)
  }

  private mutating func keepLead(_ tick: LeadTick) {
    lead.append(tick)
    // Twice as many as can be needed before the old half goes: no copy at every tick.
    guard let first = lead.first, tick.time - first.time > 2 * longestLead else { return }
    lead.removeAll { $0.time < tick.time - longestLead }
  }

  /// 0 toward +x, then clockwise as seen on screen (+x+y is 1): centred on axes and diagonals.
  private static func octant(_ way: Point) -> Int {
    let (x, y) = (abs(way.x), abs(way.y))
    // The tangent of an eighth of half a turn: sqrt(2) - 1.
    let tangent = 2.0.squareRoot() - 1
    if y < tangent * x { return way.x > 0 ? 0 : 4 }
    if x < tangent * y { return way.y > 0 ? 2 : 6 }
    if way.x > 0 { return way.y > 0 ? 1 : 7 }
    return way.y > 0 ? 3 : 5
  }
}
