import Scenarios

@testable import Scoring

/// Times that decide, one microsecond either side.
enum TimeEdges {
  /// Down the guide at 60 mm/s.
  private static func down(from y: Int, to end: Int, at time: Int) -> UnitTrack {
    var track = UnitTrack(at: EdgeCases.line, y, time: time)
    track.go(to: EdgeCases.line, end, in: (end - y) * 1_000_000 / 6_000)
    return track
  }

  static let all = [
    StorageEdge(
      name: "a gap is lost time when it is longer than 100 ms", expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = down(from: EdgeCases.top, to: 16_000, at: 0)
        track.jump(to: EdgeCases.line, 16_000, in: 100_000 + offset)
        track.go(to: EdgeCases.line, 22_000, in: 1_000_000)
        return [track]
      }, judge: { $0.phase.lost.units > 0 }),
    StorageEdge(
      // 15 mm in 100 ms, then at rest: as a whole 25 mm/s, tick by tick too slow in the end.
      name: "a contact is judged as a whole when it is shorter than 600 ms",
      expected: StorageEdge.before,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = UnitTrack(at: EdgeCases.line, EdgeCases.top)
        track.go(to: EdgeCases.line, EdgeCases.top + 1_500, in: 100_000)
        track.rest(500_000 + offset)
        return [track]
      }, judge: { $0.phase.speedInBand?.value == 1 }),
    StorageEdge(
      // From 200 ms after the beginning to 200 ms before the end: 41 ticks, and one more.
      name: "a tick is judged from 200 ms before the end on", expected: StorageEdge.from,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = UnitTrack(at: EdgeCases.line, EdgeCases.top)
        track.go(to: EdgeCases.line, EdgeCases.top + 3_630, in: 605_000 + offset)
        return [track]
      }, judge: { $0.measures.fold.phases[0].judged == 42 * 5_000 }),
    StorageEdge(
      name: "a hand of no guide goes over to one after 300 ms", expected: StorageEdge.from,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = UnitTrack(at: EdgeCases.line - 2_001, 25_000)
        track.jump(to: EdgeCases.line, 25_000)
        track.rest(295_000 + offset)
        return [track]
      }, judge: { $0.guide.coverage?.units != 0 }),
    StorageEdge(
      name: "a stroke goes on after a lift of at most 3 s", expected: StorageEdge.upTo,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        let first = down(from: EdgeCases.top, to: 25_000, at: 0)
        return [first, down(from: 25_000, to: 40_000, at: first.time + 3_000_000 + offset)]
      }, judge: { $0.guide.strokes == 1 }),
    StorageEdge(
      // Off every guide, so that no stroke makes a break of its own.
      name: "no hand for longer than 2 s is a break", expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var first = UnitTrack(at: -15_000, 20_000)
        first.go(to: -15_000, 26_000, in: 1_000_000)
        var second = UnitTrack(at: -15_000, 20_000, time: first.time + 2_000_000 + offset)
        second.go(to: -15_000, 26_000, in: 1_000_000)
        return [first, second]
      }, judge: { $0.phase.breaks == 1 }),
    StorageEdge(
      name: "breaking the rule of an area hurts from 0.3 s on", expected: StorageEdge.from,
      scenario: EdgeCases.spasm(),
      tracks: { offset in
        var track = UnitTrack(at: 8_000, 22_000, pressure: 300)
        track.rest(300_000 + offset)
        return [track]
      }, judge: { $0.measures.fold.areas[0].signals.count == 1 }),
    StorageEdge(
      name: "going on for 1.5 s after the pain signal is critical", expected: StorageEdge.from,
      scenario: EdgeCases.spasm(),
      tracks: { offset in
        var track = UnitTrack(at: 8_000, 22_000, pressure: 300)
        track.rest(1_800_000 + offset)
        return [track]
      }, judge: { $0.result().critical == ["spasm.wentOn"] }),
    StorageEdge(
      // The rule is broken by any excess after the signal.
      name: "going on lightly after the pain signal is critical too", expected: StorageEdge.from,
      scenario: EdgeCases.spasm(),
      tracks: { offset in
        var track = UnitTrack(at: 8_000, 22_000, pressure: 300)
        track.rest(300_000)
        track.jump(to: 8_000, 22_000, pressure: 151)
        track.rest(1_495_000 + offset)
        return [track]
      }, judge: { $0.result().critical == ["spasm.wentOn"] }),
  ]
}
