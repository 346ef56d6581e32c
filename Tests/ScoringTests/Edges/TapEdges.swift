import Scenarios

@testable import Scoring

/// What decides whether contacts are taps, and taps an alarm.
enum TapEdges {
  private static let line = EdgeCases.line

  /// Contacts down the guide, one after the other.
  private static func taps(
    _ count: Int, lasting: Int = 80_000, moving: Int = 0, pause: Int = 300_000, apart: Int = 0,
    place: (Int) -> (x: Int, y: Int) = { _ in (line, 12_000) }
  ) -> [UnitTrack] {
    var time = 0
    return (0..<count).map { index in
      let (x, y) = place(index)
      var track = UnitTrack(at: x, y + apart * index, time: time)
      track.go(to: x + moving, y + apart * index, in: lasting)
      time = track.time + pause
      return track
    }
  }

  static let all = [
    StorageEdge(
      name: "a tap lasts up to 250 ms", expected: StorageEdge.upTo, scenario: EdgeCases.strokes(),
      tracks: { taps(3, lasting: 250_000 + $0) }, judge: { $0.phase.taps == 3 }),
    StorageEdge(
      name: "a tap moves by up to 8 mm", expected: StorageEdge.upTo, scenario: EdgeCases.strokes(),
      tracks: { taps(3, moving: 800 + $0) }, judge: { $0.phase.taps == 3 }),
    StorageEdge(
      name: "taps follow each other after up to 800 ms", expected: StorageEdge.upTo,
      scenario: EdgeCases.strokes(), tracks: { taps(3, pause: 800_000 + $0) },
      judge: { $0.phase.taps == 3 }),
    StorageEdge(
      name: "taps follow each other within 60 mm", expected: StorageEdge.upTo,
      scenario: EdgeCases.strokes(), tracks: { taps(3, apart: 6_000 + $0) },
      judge: { $0.phase.taps == 3 }),
    StorageEdge(
      name: "three taps are an alarm", expected: StorageEdge.from, scenario: EdgeCases.strokes(),
      tracks: { taps(3 + $0) },
      judge: { $0.measures.scorer.hands.phases[0].tapAlarms == 1 }),
    StorageEdge(
      name: "six taps in alarms are critical", expected: StorageEdge.from,
      scenario: EdgeCases.strokes(),
      tracks: { taps(6 + $0) }, judge: { $0.result().critical == ["technique.tapping"] }),
    StorageEdge(
      // Five taps in all; the left kidney ends at 429 mm, the fingertips reach 15 mm.
      name: "three taps over the kidneys are critical", expected: StorageEdge.from,
      scenario: EdgeCases.strokes(hand: .fingertips),
      tracks: { offset in
        taps(5) { (line, $0 < 3 + offset ? 41_000 : 45_000) }
      }, judge: { $0.result().critical == ["spasm.kidney"] }),
    StorageEdge(
      // Taps of 100 ms that enter the kidney by a hundredth of a millimetre, or miss it.
      name: "a tap is over a kidney when its shape overlaps", expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(hand: .fingertips),
      tracks: { offset in taps(3) { _ in (line, 42_900 + 1_500 - offset) } },
      judge: { $0.result().critical == ["spasm.kidney"] }),
  ]
}

/// What decides about presses and lifts.
enum PressEdges {
  private static let line = EdgeCases.line

  private static func press(_ duration: Int, at time: Int = 0, beside: Int = 0) -> UnitTrack {
    var track = UnitTrack(at: line + beside, 25_000, time: time)
    track.rest(duration)
    return track
  }

  private static func lift(_ duration: Int = 800_000, x: Int = -8_000, moving: Int = 0)
    -> [UnitTrack]
  {
    var track = UnitTrack(at: x, 26_000)
    track.go(to: x + moving, 26_000, in: duration)
    return [track]
  }

  static let all = presses + lifts

  private static let presses = [
    StorageEdge(
      name: "a press is a contact up to 20 mm from its point", expected: StorageEdge.upTo,
      scenario: EdgeCases.point(), tracks: { [press(3_500_000, beside: 2_000 + $0)] },
      judge: { $0.phase.points[0].meanDistance != nil }),
    StorageEdge(
      name: "a press is held while it is up to 20 mm from its point", expected: StorageEdge.upTo,
      scenario: EdgeCases.point(),
      tracks: { offset in
        var track = UnitTrack(at: line, 25_000)
        track.go(to: line + 2_000 + offset, 25_000, in: 500_000)
        track.rest(3_000_000)
        return [track]
      }, judge: { $0.phase.points[0].done?.value == 1 }),
    StorageEdge(
      name: "a press lifted before its time is one lifted early", expected: StorageEdge.before,
      scenario: EdgeCases.point(), tracks: { [press(3_000_000 + $0)] },
      judge: { $0.measures.fold.points[0][0].faulty == 1 }),
    StorageEdge(
      name: "a press has slipped when it moves by more than 10 mm", expected: StorageEdge.beyond,
      scenario: EdgeCases.point(),
      tracks: { offset in
        var track = press(3_000_000)
        track.go(to: line + 1_000 + offset, 25_000, in: 500_000)
        return [track]
      }, judge: { $0.measures.fold.points[0][0].faulty == 1 }),
    StorageEdge(
      // A second press finds the point still to be done, or nothing to press.
      name: "a point is done when it was held for its time", expected: StorageEdge.before,
      scenario: EdgeCases.point(),
      tracks: { [press(3_000_000 + $0), press(1_000_000, at: 4_000_000)] },
      judge: { $0.measures.fold.points[0][0].presses == 2 }),
  ]

  private static let lifts = [
    StorageEdge(
      name: "a lift lasts at least 0.3 s", expected: StorageEdge.from, scenario: EdgeCases.lifts(),
      tracks: { lift(300_000 + $0) }, judge: { $0.phase.area?.lifts == 1 }),
    StorageEdge(
      name: "a lift lasts up to 3 s", expected: StorageEdge.upTo, scenario: EdgeCases.lifts(),
      tracks: { lift(3_000_000 + $0) }, judge: { $0.phase.area?.lifts == 1 }),
    StorageEdge(
      name: "a lift moves by up to 15 mm", expected: StorageEdge.upTo, scenario: EdgeCases.lifts(),
      tracks: { lift(moving: 1_500 + $0) }, judge: { $0.phase.area?.lifts == 1 }),
    StorageEdge(
      name: "a lift lies within its area", expected: [(-1, true), (1, false)],
      scenario: EdgeCases.lifts(), tracks: { lift(x: -2_000 + $0) },
      judge: { $0.phase.area?.lifts == 1 }),
    StorageEdge(
      name: "a lift stays within its area", expected: [(-1, true), (1, false)],
      scenario: EdgeCases.lifts(), tracks: { lift(x: -2_500, moving: 500 + $0) },
      judge: { $0.phase.area?.lifts == 1 }),
  ]
}
