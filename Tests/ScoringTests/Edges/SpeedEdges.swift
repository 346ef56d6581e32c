import Scenarios

@testable import Scoring

/// Speeds that decide. A speed is a way over a time, so its unit is a hundredth of a millimetre in
/// the 200 ms that are looked at, or in a contact that is judged as a whole.
enum SpeedEdges {
  private static let line = EdgeCases.line
  private static let top = EdgeCases.top

  /// A contact of half a second down the guide, judged as a whole.
  private static func brief(_ way: Int) -> [UnitTrack] {
    var track = UnitTrack(at: line, top)
    track.go(to: line, top + way, in: 500_000)
    return [track]
  }

  /// One millimetre a tick, 200 mm/s, but in one tick a little more or less.
  private static func even(
    from y: Int, by step: Int, ticks: Int, _ offset: Int, _ track: inout UnitTrack
  ) {
    for tick in 1...ticks {
      let more = tick >= ticks / 2 ? offset * step.signum() : 0
      track.jump(to: line, y + tick * step + more)
    }
  }

  static let all = [
    StorageEdge(
      name: "a brief contact of up to 100 mm/s is not too fast", expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(), tracks: { brief(5_000 + $0) },
      judge: { $0.phase.speedTooFast?.units != 0 }),
    StorageEdge(
      name: "a brief contact of less than 20 mm/s is too slow", expected: StorageEdge.before,
      scenario: EdgeCases.strokes(), tracks: { brief(1_000 + $0) },
      judge: { $0.phase.speedTooSlow?.units != 0 }),
    StorageEdge(
      name: "a brief contact of up to 200 mm/s counts as done", expected: StorageEdge.upTo,
      scenario: EdgeCases.strokes(), tracks: { brief(10_000 + $0) },
      judge: { $0.guide.coverage?.units != 0 }),
    StorageEdge(
      name: "what is touched at up to 200 mm/s counts as done", expected: StorageEdge.upTo,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = UnitTrack(at: line, top)
        even(from: top, by: 100, ticks: 299, offset, &track)
        return [track]
      }, judge: { $0.guide.strokes == 1 }),
    StorageEdge(
      name: "on a return the band's upper edge is doubled", expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = UnitTrack(at: line, top)
        track.go(to: line, top + 30_000, in: 5_000_000)
        even(from: top + 30_000, by: -100, ticks: 200, offset, &track)
        return [track]
      }, judge: { $0.phase.speedTooFast?.units != 0 }),
    StorageEdge(
      // The string is 2 mm long: what stays within it is no travel.
      name: "a hand that moves by up to 2 mm does not travel", expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = UnitTrack(at: line, top)
        track.rest(300_000)
        track.jump(to: line, top + 200 + offset)
        track.rest(400_000)
        return [track]
      }, judge: { $0.measures.fold.phases[0].speedSum != 0 }),
  ]
}
