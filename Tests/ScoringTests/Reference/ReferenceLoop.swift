import Attempts
import Geometry

/// A circle that a hand closed.
struct ReferenceLoop {
  var start: Int
  var end: Int
  /// From when (itself excluded) the hand counts as inside the loop.
  var insideFrom: Int
  var isClockwise: Bool
  /// In mm.
  var diameter: Double
  var centre: FinePoint
  /// Of the dragged point, in mm.
  var travel: Double
  /// The greatest speed over 50 ms at its ticks, in mm/s.
  var burst: Double

  var duration: Int { end - start }
  var stretch: ReferenceStretch { ReferenceStretch(start: start, end: end) }
}

/// Loops of a run, by octants.
enum ReferenceLoops {
  /// A step of at least 2 mm.
  private struct Step {
    /// Of the tick that made it.
    var time: Int
    var octant: Int
  }

  static func all(in ticks: [ReferenceTick]) -> [ReferenceLoop] {
    let ticks = ticks.filter(\.isOnGrid)
    guard let first = ticks.first else { return [] }
    let steps = steps(ticks)
    // Eighths of a turn at each step after the first: clockwise is positive.
    var turns: [(time: Int, eighths: Int)] = []
    var firstChange: Int?
    for (before, step) in zip(steps, steps.dropFirst()) {
      var difference = ((step.octant - before.octant) % 8 + 8) % 8
      if difference > 4 { difference -= 8 }
      if difference != 0 { firstChange = firstChange ?? step.time }
      turns.append((step.time, difference == 4 ? 0 : difference))
    }

    var loops: [ReferenceLoop] = []
    // The running count since the last closing; what the closing left over comes first.
    var history: [(time: Int, count: Int)] = [(first.time, 0)]
    for turn in turns {
      let count = history[history.count - 1].count + turn.eighths
      history.append((turn.time, count))
      guard abs(count) >= 8 else { continue }
      let isClockwise = count > 0
      var start = turn.time
      var insideFrom = turn.time
      var isFirst = false
      if let last = loops.last {
        start = last.end
        insideFrom = last.end
      } else if let change = firstChange {
        let grid = ReferenceFigures.tick
        let lead = min(Double(turn.time - change) / 7, Double(ReferenceFigures.longestLead))
        let exact = max(Double(first.time), Double(change) - lead)
        start = Int((exact / Double(grid)).rounded(.up)) * grid
        insideFrom = change
        isFirst = true
      }
      if let back = backToZero(history, isClockwise: isClockwise) {
        start = back
        insideFrom = back
        isFirst = false
      }
      loops.append(
        loop(
          ticks, start, turn.time, insideFrom: insideFrom, isClockwise: isClockwise,
          isFirst: isFirst))
      history = [(turn.time, count > 0 ? count - 8 : count + 8)]
    }
    return loops
  }

  private static func steps(_ ticks: [ReferenceTick]) -> [Step] {
    var steps: [Step] = []
    var anchor = ticks[0].place
    for tick in ticks.dropFirst() {
      let way = tick.place.offset(from: anchor)
      guard way.length >= ReferenceFigures.loopStep else { continue }
      steps.append(Step(time: tick.time, octant: octant(way)))
      anchor = tick.place
    }
    return steps
  }

  /// 0 toward +x, then clockwise as seen on a screen whose y grows downward.
  static func octant(_ way: Point) -> Int {
    let tangent = 2.0.squareRoot() - 1
    let (width, height) = (abs(way.x), abs(way.y))
    if height < tangent * width { return way.x > 0 ? 0 : 4 }
    if width < tangent * height { return way.y > 0 ? 2 : 6 }
    switch (way.x > 0, way.y > 0) {
    case (true, true): return 1
    case (false, true): return 3
    case (false, false): return 5
    case (true, false): return 7
    }
  }

  /// The last time at which the count came back to zero, or crossed it, after two eighths or more
  /// the other way.
  private static func backToZero(_ history: [(time: Int, count: Int)], isClockwise: Bool) -> Int? {
    var farthest = 0
    var result: Int?
    for (time, count) in history {
      let forward = isClockwise ? count : -count
      if forward < 0 {
        farthest = min(farthest, forward)
      } else {
        if farthest <= -2 { result = time }
        farthest = 0
      }
    }
    return result
  }

  private static func loop(
    _ ticks: [ReferenceTick], _ start: Int, _ end: Int, insideFrom: Int, isClockwise: Bool,
    isFirst: Bool
  ) -> ReferenceLoop {
    let part = ticks.filter { start <= $0.time && $0.time <= end }
    let origin = part[0].place
    let duration = Double(end - start)
    let way = part[part.count - 1].place.offset(from: origin)
    // The straight line from the first to the last point is taken away in proportion to time.
    let points = part.map { tick in
      tick.place.offset(from: origin)
        - way * (duration > 0 ? Double(tick.time - start) / duration : 0)
    }
    var area = 0.0
    var moment = Point.zero
    for (a, b) in zip(points, points.dropFirst()) {
      let cross = a.x * b.y - a.y * b.x
      area += cross / 2
      moment = moment + (a + b) * (cross / 6)
    }
    // Twice the area below 2e-9, or a centroid farther off than 10 m: there is none.
    let centroid = abs(area) < 1e-9 ? nil : moment * (1 / area)
    let mean = points.reduce(.zero, +) * (1 / Double(points.count))
    let middle = centroid.flatMap { $0.length > 10_000 ? nil : $0 } ?? mean
    return ReferenceLoop(
      start: start, end: end, insideFrom: insideFrom, isClockwise: isClockwise,
      diameter: min(2 * (abs(area) / Double.pi).squareRoot(), 10_000),
      centre: FinePoint(origin, offset: middle + way * 0.5),
      travel: part.dropFirst().reduce(0) { $0 + $1.dragged },
      // The tick at which the loop before ended belongs to that.
      burst: part.dropFirst(isFirst ? 0 : 1).map(\.burst).max() ?? 0)
  }
}
