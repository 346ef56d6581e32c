import Geometry
import Scenarios

@testable import Scoring

/// What decides about loops. The hand jumps from corner to corner within one tick and rests there,
/// so that judging sees the corners alone and the loop's area is that of the polygon.
enum LoopEdges {
  private static let line = EdgeCases.line
  private static let middle = 25_000

  /// From corner to corner, each after a rest; the first corner is where the hand comes down.
  private static func jumps(_ corners: [(x: Int, y: Int)], rest: Int) -> UnitTrack {
    var track = UnitTrack(at: corners[0].x, corners[0].y)
    for corner in corners.dropFirst() {
      track.rest(rest - 5_000)
      track.jump(to: corner.x, corner.y)
    }
    track.rest(rest)
    return track
  }

  /// Three turns and a corner around a rectangle, clockwise as seen.
  private static func rectangle(
    width: Int, height: Int, x: Int = line, rest: Int
  ) -> [UnitTrack] {
    let (left, upper) = (x - width / 2, middle - height / 2)
    let corners = [
      (left, upper), (left + width, upper), (left + width, upper + height), (left, upper + height),
    ]
    return [jumps((0...13).map { corners[$0 % 4] }, rest: rest)]
  }

  /// Four turns around a circle, a turn in 201 ticks.
  private static func round(radius: Int) -> UnitTrack {
    func place(_ tick: Int) -> (x: Int, y: Int) {
      let way = Point.onCircle(turns: Double(tick % 201) / 201) * Double(radius)
      return (line + Int(way.x.rounded()), middle + Int(way.y.rounded()))
    }
    var track = UnitTrack(at: place(0).x, place(0).y)
    for tick in 1...4 * 201 { track.jump(to: place(tick).x, place(tick).y) }
    return track
  }

  /// Steps of 5 mm, each in one of the eight directions: 0 toward +x, then clockwise as seen.
  private static func steps(_ octants: [Int]) -> [UnitTrack] {
    let ways = [
      (500, 0), (354, 354), (0, 500), (-354, 354), (-500, 0), (-354, -354), (0, -500), (354, -354),
    ]
    var corners = [(x: line, y: middle)]
    for octant in octants {
      let (last, way) = (corners[corners.count - 1], ways[(octant + 16) % 8])
      corners.append((last.x + way.0, last.y + way.1))
    }
    return [jumps(corners, rest: 100_000)]
  }

  static let all = counting + lanes

  private static let counting = [
    StorageEdge(
      name: "a step is one of 2 mm or more", expected: StorageEdge.from,
      scenario: EdgeCases.circles(),
      tracks: { offset in
        let corners = [(0, 0), (200 + offset, 0), (100, 174)].map { (line + $0.0, middle + $0.1) }
        return [jumps((0...12).map { corners[$0 % 3] }, rest: 100_000)]
      }, judge: { $0.guide.loops != 0 }),
    StorageEdge(
      name: "eight eighths of a turn are a loop", expected: StorageEdge.from,
      scenario: EdgeCases.circles(), tracks: { steps(Array(0...8 + $0)) },
      judge: { $0.guide.loops == 1 }),
    StorageEdge(
      // Eight steps of 100 ms from where it came back to the beginning.
      name: "two eighths the other way begin the loop anew", expected: StorageEdge.from,
      scenario: EdgeCases.circles(),
      tracks: { offset in
        let back = 2 + offset
        return steps((0...back).map { -$0 } + (0..<back).map { $0 + 1 - back } + Array(1...8))
      }, judge: { $0.guide.loops == 1 && $0.guide.loopsPerMinute?.value == 75 }),
    StorageEdge(
      // A polygon of 201 corners, one a tick: pi times its diameter is 201 mm at a radius of
      // 31.9948 mm. The first circle of a contact is not whole and may be slower.
      name: "a loop faster than 200 mm/s does not count", expected: [(0, true), (1, false)],
      scenario: EdgeCases.circles(), tracks: { [round(radius: 3_199 + $0)] },
      judge: { ($0.guide.loops ?? 0) > 1 }),
    StorageEdge(
      // A square of 13.29 mm has the area of a circle of 14.996 mm, one side longer of 15.002 mm.
      name: "circles of 15 mm and more are another technique than strokes",
      expected: StorageEdge.between,
      scenario: EdgeCases.strokes(),
      tracks: { rectangle(width: 1_329, height: 1_329 + $0, rest: 250_000) },
      judge: { $0.measures.fold.phases[0].other.total != 0 }),
  ]

  private static let lanes = [
    StorageEdge(
      name: "a loop counts when its centre is up to 25 mm from the lane",
      expected: StorageEdge.upTo,
      scenario: EdgeCases.circles(),
      tracks: { rectangle(width: 800, height: 800, x: line - 2_500 - $0, rest: 250_000) },
      judge: { $0.guide.loops != 0 }),
    StorageEdge(
      // 25 mm for the centre and half of the widest full diameter.
      name: "travel without loops is off the path beyond 75 mm", expected: StorageEdge.beyond,
      scenario: EdgeCases.circles(),
      tracks: { offset in
        var track = UnitTrack(at: line - 7_500 - offset, 20_000)
        track.go(to: line - 7_500 - offset, 26_000, in: 1_000_000)
        return [track]
      }, judge: { $0.phase.offPath?.units != 0 }),
    StorageEdge(
      // The second hand goes off the path: that is judged only when it is not the lane's second.
      name: "a hand that lands up to 75 mm from a lane with a hand is its second",
      expected: StorageEdge.beyond, scenario: EdgeCases.circles(),
      tracks: { offset in
        var first = UnitTrack(at: line, 20_000)
        first.rest(1_000_000)
        var second = UnitTrack(at: line - 7_500 - offset, 20_000, time: 100_000)
        second.go(to: line - 9_000, 20_000, in: 200_000)
        second.go(to: line - 9_000, 24_000, in: 600_000)
        return [first, second]
      }, judge: { $0.phase.offPath?.units != 0 }),
  ]
}
