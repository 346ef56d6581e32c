import Foundation
import Geometry
import Scenarios

@testable import Scoring

/// Where a hand goes while it is down: legs, one after the other.
struct GeneratedMotion {
  /// Seconds, and the place at a time from the leg's beginning.
  private struct Leg {
    var seconds: Double
    var place: (Double) -> Point
  }

  private var legs: [Leg] = []
  private var tremor: (direction: Point, hertz: Double, from: Double, through: Double)?
  private(set) var seconds = 0.0

  /// Where the last leg ended.
  private(set) var end: Point

  init(at start: Point) { end = start }

  mutating func add(_ seconds: Double, _ place: @escaping (Double) -> Point) {
    legs.append(Leg(seconds: seconds, place: place))
    self.seconds += seconds
    end = place(seconds)
  }

  func place(at time: Double) -> Point {
    var rest = time
    var place = end
    for leg in legs {
      if rest <= leg.seconds {
        place = leg.place(rest)
        break
      }
      rest -= leg.seconds
    }
    if let tremor, time >= tremor.from, time <= tremor.through {
      place = place + tremor.direction * sin(2 * Double.pi * tremor.hertz * time)
    }
    return place
  }

  // MARK: Legs

  mutating func go(to place: Point, speed: Double) {
    let start = end
    let length = start.distance(to: place)
    guard length > 0 else { return }
    add(length / speed) { start + (place - start) * min(1, $0 * speed / length) }
  }

  mutating func rest(_ seconds: Double) {
    let start = end
    add(seconds) { _ in start }
  }

  /// Along a line from one arc to another, beside it by an offset that sways.
  mutating func follow(
    _ line: Polyline, from: Double, to: Double, speed: Double, offset: Double, sway: Double,
    hertz: Double
  ) {
    let length = abs(to - from)
    guard length > 0 else { return }
    let direction = to > from ? 1.0 : -1
    add(length / speed) { time in
      let arc = from + direction * min(length, speed * time)
      let way = line.direction(at: min(max(arc, 0), line.length))
      let aside = offset + sway * sin(2 * Double.pi * hertz * time)
      return line.place(at: arc).point + Point(way.y, -way.x) * aside
    }
  }

  mutating func circle(
    diameter: Double, turns: Double, hertz: Double, clockwise: Bool, drift: Point
  ) {
    let start = end
    let radius = diameter / 2
    add(turns / hertz) { time in
      let turn = 2 * Double.pi * hertz * time * (clockwise ? 1 : -1)
      return start + Point(cos(turn) - 1, sin(turn)) * radius + drift * (hertz * time)
    }
  }

  mutating func scrub(_ way: Point, hertz: Double, seconds: Double) {
    let start = end
    add(seconds) { start + way * sin(2 * Double.pi * hertz * $0) }
  }

  mutating func tremble(_ numbers: inout RepeatableNumbers) {
    let turn = numbers.number(0...Double.pi)
    let from = numbers.number(0...seconds)
    tremor = (
      Point(cos(turn), sin(turn)) * numbers.number(0.2...6), numbers.number(2...16), from,
      from + numbers.number(0.1...3)
    )
  }
}

extension GeneratedMotion {
  /// What a hand might do in a phase, well or badly.
  static func make(_ phase: Phase, _ numbers: inout RepeatableNumbers) -> GeneratedMotion {
    let (guides, curve) = phase.task.guides
    var motion: GeneratedMotion
    if guides.isEmpty || numbers.chance(0.08) {
      motion = free(phase, &numbers)
    } else {
      let line = numbers.pick(guides).line(curve)
      let others = guides.map { $0.line(curve) }
      motion =
        phase.technique == .combCircles && numbers.chance(0.75)
        ? circles(along: line, &numbers) : strokes(along: line, others, &numbers)
    }
    if numbers.chance(0.12) { motion.tremble(&numbers) }
    return motion
  }

  private static func strokes(
    along line: Polyline, _ others: [Polyline], _ numbers: inout RepeatableNumbers
  ) -> GeneratedMotion {
    let length = line.length
    let isGood = numbers.chance(0.5)
    var arc = isGood ? numbers.number(-0.02...0.08) * length : numbers.number(0...1) * length
    var motion = GeneratedMotion(at: line.place(at: arc).point)
    for _ in 0..<numbers.whole(1...(isGood ? 3 : 6)) {
      let speed = numbers.chance(0.7) ? numbers.number(25...140) : numbers.number(5...600)
      let offset = numbers.chance(0.7) ? numbers.number(-6...6) : numbers.number(-45...45)
      let sway = numbers.chance(0.6) ? 0 : numbers.number(0...12)
      let hertz = numbers.number(0.2...6)
      switch numbers.weighted(isGood ? [6, 2, 1, 0.5, 0.3, 0.3, 0.3] : [5, 5, 2, 1, 1, 1, 1]) {
      case 0, 1:
        let target =
          isGood
          ? (arc < length / 2 ? numbers.number(0.85...1.02) : numbers.number(-0.02...0.2)) * length
          : numbers.number(-0.1...1.1) * length
        motion.follow(
          line, from: arc, to: target, speed: max(speed, abs(target - arc) / 8), offset: offset,
          sway: sway, hertz: hertz)
        arc = target
      case 2: motion.rest(numbers.number(0.05...1.5))
      case 3:
        motion.scrub(
          Point(numbers.number(-20...20), numbers.number(-20...20)), hertz: hertz,
          seconds: numbers.number(0.3...2))
      case 4:
        motion.circle(
          diameter: numbers.number(3...90), turns: numbers.number(0.5...4),
          hertz: numbers.number(0.3...5), clockwise: numbers.chance(0.5), drift: .zero)
      case 5:
        // Out and back in, or over to another guide.
        let way = Point(numbers.number(-60...60), numbers.number(-40...40))
        motion.go(to: motion.end + way, speed: max(30, speed))
        if numbers.chance(0.6) { motion.rest(numbers.number(0...0.5)) }
      default:
        let other = numbers.pick(others)
        let from = numbers.number(0...1) * other.length
        motion.go(to: other.place(at: from).point, speed: max(60, speed))
        motion.follow(
          other, from: from, to: numbers.number(0...1) * other.length, speed: max(30, speed),
          offset: offset, sway: sway, hertz: hertz)
      }
    }
    return motion
  }

  private static func circles(along line: Polyline, _ numbers: inout RepeatableNumbers)
    -> GeneratedMotion
  {
    let start = numbers.number(0...1) * line.length
    let place = line.place(at: start).point
    var motion = GeneratedMotion(
      at: place + Point(numbers.number(-30...30), numbers.number(-30...30)))
    for _ in 0..<numbers.whole(1...3) {
      let diameter = numbers.chance(0.6) ? numbers.number(20...80) : numbers.number(2...150)
      let way = line.direction(at: start) * (diameter * numbers.number(-0.3...0.9))
      motion.circle(
        diameter: diameter, turns: numbers.number(0.5...5), hertz: numbers.number(0.25...3),
        clockwise: numbers.chance(0.5), drift: way)
      if numbers.chance(0.2) { motion.rest(numbers.number(0.1...1)) }
    }
    return motion
  }

  private static func free(_ phase: Phase, _ numbers: inout RepeatableNumbers) -> GeneratedMotion {
    var start = GeneratedScenario.place(&numbers)
    switch phase.task {
    case .pointPress(let task):
      let point = numbers.pick(task.points).at.point
      start = point + Point(numbers.number(-14...14), numbers.number(-14...14))
    case .honeyLift(let task):
      let outline = task.area.polygon
      let (low, high) = (outline.lowerBound.point, outline.upperBound.point)
      start = Point(numbers.number(low.x...high.x), numbers.number(low.y...high.y))
    default: break
    }
    var motion = GeneratedMotion(at: start)
    if numbers.chance(0.7) {
      motion.rest(numbers.number(0.05...(numbers.chance(0.5) ? 4 : 1)))
      let way = Point(numbers.number(-12...12), numbers.number(-12...12))
      if numbers.chance(0.4) { motion.go(to: start + way, speed: numbers.number(5...60)) }
      if numbers.chance(0.3) { motion.rest(numbers.number(0.1...1.5)) }
    } else {
      for _ in 0..<numbers.whole(1...3) {
        motion.go(to: GeneratedScenario.place(&numbers), speed: numbers.number(40...400))
      }
    }
    return motion
  }
}
