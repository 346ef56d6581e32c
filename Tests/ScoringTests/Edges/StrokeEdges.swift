import Scenarios

@testable import Scoring

/// Ways that decide about strokes, one hundredth of a millimetre either side.
enum StrokeEdges {
  private static let line = EdgeCases.line
  private static let top = EdgeCases.top

  /// Along the guide from arc to arc, in hundredths of a millimetre, at about 60 mm/s: it turns at
  /// ticks of the grid, because nothing between them is judged.
  private static func along(_ arcs: [Int], nanometresPerPixel: Int = 200_000) -> UnitTrack {
    var track = UnitTrack(at: line, top + arcs[0], nanometresPerPixel: nanometresPerPixel)
    for (from, to) in zip(arcs, arcs.dropFirst()) {
      track.go(to: line, top + to, in: (abs(to - from) / 30 + 1) * 5_000)
    }
    return track
  }

  static let all = corridor + pauses + turns + matches + rubbing

  private static let corridor = [
    StorageEdge(
      name: "a hand that lands up to 20 mm beside a guide belongs to it",
      expected: StorageEdge.upTo,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = UnitTrack(at: line - 2_000 - offset, 20_000)
        track.go(to: line - 2_000 - offset, 26_000, in: 1_000_000)
        return [track]
      }, judge: { $0.guide.coverage?.units != 0 }),
    StorageEdge(
      name: "a hand farther than 20 mm from its guide is off it", expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = UnitTrack(at: line, 20_000)
        track.go(to: line + 2_000 + offset, 20_000, in: 400_000)
        track.go(to: line + 2_000 + offset, 26_000, in: 1_000_000)
        return [track]
      }, judge: { $0.phase.offPath?.units != 0 }),
    StorageEdge(
      name: "a stray hand goes over to a guide up to 4 mm away", expected: StorageEdge.upTo,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = UnitTrack(at: line - 3_000, 20_000)
        track.jump(to: line - 400 - offset, 20_000)
        track.rest(500_000)
        return [track]
      }, judge: { $0.guide.coverage?.units != 0 }),
    StorageEdge(
      name: "travel up to 4 mm beside the guide is in its corridor", expected: StorageEdge.upTo,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = UnitTrack(at: line + 400 + offset, 20_000)
        track.go(to: line + 400 + offset, 26_000, in: 1_000_000)
        return [track]
      }, judge: { $0.guide.corridorShare?.value == 1 }),
    StorageEdge(
      // Pieces of 2 mm: 135 of 150 are nine tenths.
      name: "a stroke that covers nine tenths is made", expected: StorageEdge.from,
      scenario: EdgeCases.strokes(),
      tracks: { [along([0, 26_800 + $0])] }, judge: { $0.guide.strokes == 1 }),
  ]

  private static let pauses = [
    StorageEdge(
      name: "a stroke goes on when the hand left it up to 30 mm from the mark",
      expected: StorageEdge.upTo, scenario: EdgeCases.strokes(),
      tracks: { offset in
        var first = along([0, 15_000])
        first.go(to: line - 3_000 - offset, top + 15_000, in: 500_000)
        var second = UnitTrack(at: line, top + 15_000, time: first.time + 500_000)
        second.go(to: line, top + 30_000, in: 2_500_000)
        return [first, second]
      }, judge: { $0.phase.breaks == 1 && $0.guide.strokes == 1 }),
    StorageEdge(
      name: "a stroke goes on when the hand is back up to 30 mm ahead of the mark",
      expected: StorageEdge.upTo, scenario: EdgeCases.strokes(),
      tracks: { offset in
        let first = along([0, 15_000])
        var second = UnitTrack(
          at: line, top + 18_000 + offset, time: first.time + 500_000)
        second.go(to: line, top + 30_000, in: 2_000_000)
        return [first, second]
      }, judge: { $0.phase.breaks == 1 }),
    StorageEdge(
      name: "a stroke goes on when the hand is back up to 30 mm behind the mark",
      expected: StorageEdge.upTo, scenario: EdgeCases.strokes(),
      tracks: { offset in
        let first = along([0, 15_000])
        var second = UnitTrack(
          at: line, top + 12_000 - offset, time: first.time + 500_000)
        second.go(to: line, top + 30_000, in: 3_000_000)
        return [first, second]
      }, judge: { $0.phase.breaks == 1 }),
  ]

  private static let turns = [
    StorageEdge(
      name: "going back by more than 5 mm is backward", expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(), tracks: { [along([0, 20_000, 19_500 - $0, 25_000])] },
      judge: { $0.guide.backward?.units != 0 }),
    StorageEdge(
      name: "with pixels of 2 mm going back by more than 8 mm is backward",
      expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(),
      tracks: { [along([0, 20_000, 19_200 - $0, 25_000], nanometresPerPixel: 2_000_000)] },
      judge: { $0.guide.backward?.units != 0 }),
    StorageEdge(
      // 76 pieces of the first stroke of two, and those of the second if it began.
      name: "after a run back the next stroke begins beyond 5 mm forward",
      expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(2), tracks: { [along([0, 15_000, 2_000, 2_500 + $0])] },
      judge: { ($0.guide.coverage?.units ?? 0) > 253 }),
    StorageEdge(
      name: "a run back ends the stroke when it reaches the first tenth",
      expected: StorageEdge.upTo,
      scenario: EdgeCases.strokes(2), tracks: { [along([0, 15_000, 3_000 + $0, 6_000])] },
      judge: { ($0.guide.coverage?.units ?? 0) > 253 }),
    StorageEdge(
      name: "a run back ends the stroke when it is longer than half of the guide",
      expected: StorageEdge.beyond, scenario: EdgeCases.strokes(2),
      tracks: { [along([0, 25_000, 10_000 - $0, 12_000])] },
      judge: { ($0.guide.coverage?.units ?? 0) > 420 }),
    StorageEdge(
      name: "travel back is a return after at least half of the guide", expected: StorageEdge.from,
      scenario: EdgeCases.strokes(), tracks: { [along([15_000 - $0, 30_000, 24_000])] },
      judge: { $0.guide.backward?.units == 0 }),
    StorageEdge(
      name: "travel back is a return from the last tenth on", expected: StorageEdge.from,
      scenario: EdgeCases.strokes(), tracks: { [along([0, 27_000 + $0, 21_000])] },
      judge: { $0.guide.backward?.units == 0 }),
  ]

  private static let matches = [
    StorageEdge(
      // The match reaches 30 mm of arc, the corridor 20 mm beyond.
      name: "a hand that jumps more than 50 mm along its guide is off it",
      expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = along([0, 10_000])
        track.jump(to: line, top + 15_000 + offset)
        track.rest(300_000)
        return [track]
      }, judge: { $0.phase.offPath?.units != 0 }),
    StorageEdge(
      // Back on the guide it is sought up to 60 mm ahead of the mark, the corridor is 20 mm more.
      name: "a hand that is off comes back up to 80 mm ahead of the mark",
      expected: StorageEdge.upTo,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = along([0, 10_000])
        track.go(to: line - 3_000, top + 10_000, in: 500_000)
        track.jump(to: line, top + 18_000 + offset)
        track.go(to: line, top + 26_000, in: 1_500_000)
        return [track]
      }, judge: { ($0.guide.coverage?.value ?? 0) > 0.5 }),
  ]
  /// To and fro from an arc on: so many ways back of one length, each after one forward.
  private static func rub(_ ways: Int, forward: Int, back: Int, last: Int) -> [UnitTrack] {
    var arcs = [4_000]
    for _ in 0..<ways {
      arcs.append(arcs[arcs.count - 1] + forward)
      arcs.append(arcs[arcs.count - 1] - back)
    }
    arcs.append(arcs[arcs.count - 1] + last)
    return [along(arcs)]
  }

  private static let rubbing = [
    StorageEdge(
      // Two ways back of 10 mm, and 60 mm in all.
      name: "ways back of more than 20 mm in all are rubbing", expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        let arcs = [4_000, 8_000, 7_000, 9_000, 8_000 - offset, 10_000]
        return [along(arcs)]
      }, judge: { $0.guide.coverage?.units == 0 }),
    StorageEdge(
      // 30 mm back of 120 mm forward are a quarter.
      name: "ways back of more than a quarter of the way forward are rubbing",
      expected: StorageEdge.before, scenario: EdgeCases.strokes(),
      tracks: { rub(3, forward: 3_000, back: 1_000, last: 3_000 + $0) },
      judge: { $0.guide.coverage?.units == 0 }),
    StorageEdge(
      name: "a way back is one of 2 mm or more", expected: StorageEdge.from,
      scenario: EdgeCases.strokes(),
      tracks: { rub(12, forward: 600, back: 200 + $0, last: 600) },
      judge: { $0.guide.coverage?.units == 0 }),
  ]
}
