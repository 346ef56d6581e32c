import Scenarios

@testable import Scoring

/// How near and how deep decides, one hundredth of a millimetre either side. The hand is a disc of
/// 15 mm; the area begins at x = 60 mm.
enum AreaEdges {
  static let all = [
    StorageEdge(
      name: "a hand enters an area when its shape overlaps", expected: StorageEdge.beyond,
      scenario: EdgeCases.spasm(),
      tracks: { offset in
        var track = UnitTrack(at: 4_500 + offset, 22_000, pressure: 100)
        track.rest(500_000)
        return [track]
      }, judge: { $0.result().areas[0].entries == 1 }),
    StorageEdge(
      name: "a hand has left an area at a clearance of 2 mm", expected: StorageEdge.from,
      scenario: EdgeCases.spasm(),
      tracks: { offset in
        var track = UnitTrack(at: 5_000, 22_000, pressure: 100)
        track.go(to: 4_300 - offset, 22_000, in: 100_000)
        track.go(to: 5_000, 22_000, in: 100_000)
        return [track]
      }, judge: { $0.result().areas[0].entries == 2 }),
    StorageEdge(
      name: "an entry costs all of its share from 3 mm of depth on", expected: StorageEdge.from,
      scenario: EdgeCases.spasm(.none),
      tracks: { offset in
        var track = UnitTrack(at: 4_800 + offset, 22_000, pressure: 100)
        track.rest(500_000)
        return [track]
      }, judge: { $0.measures.fold.areas[0].loss.total == 300_000_000 }),
    StorageEdge(
      name: "knuckles enter with the disc at the end of their row", expected: StorageEdge.beyond,
      scenario: EdgeCases.spasm(hand: .knuckles),
      tracks: { offset in
        var track = UnitTrack(at: 8_000, 20_000 - 3_300 - 900 + offset, pressure: 100)
        track.rest(500_000)
        return [track]
      }, judge: { $0.result().areas[0].entries == 1 }),
    StorageEdge(
      // The spine reaches 12 mm to either side.
      name: "a firm hand breaks the rule of the spine when it overlaps",
      expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(hand: .thumb),
      tracks: { offset in
        var track = UnitTrack(at: -2_200 + offset, 22_000, pressure: 100)
        track.rest(500_000)
        return [track]
      }, judge: { $0.result().areas[1 - 1].pressed.units != 0 }),
  ]
}

/// Pressures that decide, one thousandth either side.
enum PressureEdges {
  /// A hand that rests for a second.
  private static func rest(at x: Int, _ pressure: Int) -> [UnitTrack] {
    var track = UnitTrack(at: x, 22_000, pressure: pressure)
    track.rest(1_000_000)
    return [track]
  }

  static let all = [
    StorageEdge(
      name: "more than the greatest pressure breaks an area's rule", expected: StorageEdge.beyond,
      scenario: EdgeCases.spasm(), tracks: { rest(at: 8_000, 150 + $0) },
      judge: { $0.result().areas[0].pressed.units != 0 }),
    StorageEdge(
      name: "0.05 over the greatest pressure hurts", expected: StorageEdge.from,
      scenario: EdgeCases.spasm(), tracks: { rest(at: 8_000, 200 + $0) },
      judge: { $0.measures.fold.areas[0].signals.count == 1 }),
    StorageEdge(
      // An entry of 3 mm and more, and a second of it.
      name: "a breach costs all of its share from 0.10 over the pressure on",
      expected: StorageEdge.from,
      scenario: EdgeCases.spasm(), tracks: { rest(at: 8_000, 250 + $0) },
      judge: { $0.measures.fold.areas[0].loss.total == 400_000_000 }),
    StorageEdge(
      name: "more than 0.30 breaks the rule of the spine", expected: StorageEdge.beyond,
      scenario: EdgeCases.strokes(), tracks: { rest(at: 0, 300 + $0) },
      judge: { $0.result().areas[0].pressed.units != 0 }),
    StorageEdge(
      name: "pressure is in the band up to its upper edge", expected: StorageEdge.upTo,
      scenario: EdgeCases.strokes(), tracks: { rest(at: -6_000, 300 + $0) },
      judge: { $0.phase.pressureInBand?.value == 1 }),
    StorageEdge(
      name: "pressure is in the band from its lower edge on", expected: StorageEdge.from,
      scenario: EdgeCases.strokes(), tracks: { rest(at: -6_000, 50 + $0) },
      judge: { $0.phase.pressureInBand?.value == 1 }),
    StorageEdge(
      name: "three different values show that pressure is measured", expected: StorageEdge.from,
      scenario: EdgeCases.strokes(),
      tracks: { offset in
        var track = UnitTrack(at: -6_000, 22_000, pressure: 101)
        for value in 1...2 + offset {
          track.jump(to: -6_000, 22_000, in: 50_000, pressure: 101 + value)
          track.jump(to: -6_000, 22_000, in: 50_000, pressure: 101 + value)
        }
        return [track]
      }, judge: { $0.result().criteria.first { $0.criterion == .pressure }?.assessed == true }),
  ]
}
