import Attempts
import Geometry
import Scenarios
import Testing

@testable import Scoring

/// The figures of vibration. They decide about a filtered signal on the grid, whose edges no record
/// can meet to the unit, so the counter of swings is asked itself; what records can meet, to the
/// tick, follows below.
@Suite struct SwingEdgeTests {
  /// To and fro between two values, from the first of them on; the alarm that it makes. A turning
  /// point is confirmed by the next one.
  private func alarm(
    swings: Int, lasting: Int = 50_000, width: Double = 4, hysteresis: Double = 0.5
  ) -> (start: Int, end: Int)? {
    var counter = SwingCounter(value: 0, time: 0)
    var alarm: (start: Int, end: Int)?
    for turn in 1...swings + 1 {
      let found = counter.take(
        turn % 2 == 1 ? width : 0, time: turn * lasting, hysteresis: hysteresis,
        loopClosedAt: nil, limits: SwingLimits(.one))
      if let found { alarm = (alarm?.start ?? found.start, found.end) }
    }
    return alarm
  }

  @Test(arguments: [(5, false), (6, true), (7, true)])
  func sixGoodSwingsAreAnAlarm(swings: Int, is expected: Bool) {
    #expect((alarm(swings: swings) != nil) == expected)
  }

  @Test func theAlarmIsFromTheFirstTurningPointToTheLast() throws {
    let alarm = try #require(self.alarm(swings: 9))
    #expect(alarm.start == 0)
    #expect(alarm.end == 9 * 50_000)
  }

  // Both edges are in.
  @Test(arguments: [
    (19_999, false), (20_000, true), (20_001, true), (149_999, true), (150_000, true),
    (150_001, false),
  ])
  func aGoodSwingLasts20To150Milliseconds(duration: Int, is expected: Bool) {
    #expect((alarm(swings: 8, lasting: duration) != nil) == expected)
  }

  @Test(arguments: [(11.999_999, true), (12, true), (12.000_001, false)])
  func aGoodSwingIsUpTo12MillimetresWide(width: Double, is expected: Bool) {
    #expect((alarm(swings: 8, width: width) != nil) == expected)
  }

  @Test(arguments: [(0.499_999, false), (0.5, true), (0.500_001, true)])
  func aTurningPointComesBackByTheHysteresis(width: Double, is expected: Bool) {
    #expect((alarm(swings: 8, width: width, hysteresis: 0.5) != nil) == expected)
  }

  /// Six swings of 50 ms between 0 and 4 mm, each turning point confirmed by a step back to 2 mm.
  private func confirmed(after delays: (Int) -> Int, loopClosedAt: Int? = nil) -> Bool {
    var counter = SwingCounter(value: 0, time: 0)
    var alarm = false
    for turn in 1...6 {
      let point = turn * 50_000
      for (place, time) in [(turn % 2 == 1 ? 4.0 : 0, point), (2, point + delays(turn))] {
        let closed = loopClosedAt.flatMap { $0 <= time ? $0 : nil }
        let found = counter.take(
          place, time: time, hysteresis: 0.5, loopClosedAt: closed, limits: SwingLimits(.one))
        alarm = alarm || found != nil
      }
    }
    return alarm
  }

  @Test(arguments: [(149_999, true), (150_000, true), (150_001, false)])
  func aTurningPointIsConfirmedWithin150Milliseconds(delay: Int, is expected: Bool) {
    #expect(confirmed(after: { $0 == 6 ? delay : 5_000 }) == expected)
  }

  // The first swing is from 0 ms, the last to 300 ms: after its start, up to its end.
  @Test(arguments: [(0, true), (1, false), (300_000, false), (300_001, true)])
  func aWorkingLoopThatClosesWithinASwingEndsTheRow(at time: Int, is expected: Bool) {
    #expect(confirmed(after: { _ in 5_000 }, loopClosedAt: time) == expected)
  }

  // MARK: In attempts, to the tick

  /// To and fro across the guide, each way of one duration, and one in the middle of another.
  private func shaking(
    _ ways: Int, lasting: Int, width: Int, odd: Int? = nil, y: Int = 12_000,
    scenario: Scenario = EdgeCases.strokes(), rules: RuleSet = .one
  ) -> Scorer {
    var track = UnitTrack(at: -6_000 - width / 2, y)
    track.rest(300_000)
    for way in 1...ways {
      let side = way % 2 == 1 ? width / 2 : -width / 2
      track.go(to: -6_000 + side, y, in: way == ways / 2 ? odd ?? lasting : lasting)
    }
    track.rest(300_000)
    let edge = StorageEdge(
      name: "", expected: [], scenario: scenario, tracks: { _ in [] }, judge: { _ in true })
    var scorer = Scorer(scenario: scenario, header: edge.header, rules: rules)
    for event in [track].events { scorer.add(event) }
    return scorer
  }

  @Test(arguments: [(15_000, false), (20_000, true), (150_000, true), (155_000, false)])
  func aHandShakesInSwingsOf20To150Milliseconds(duration: Int, is expected: Bool) {
    let scorer = shaking(30, lasting: duration, width: 800)
    #expect((scorer.phase.vibrations ?? 0 > 0) == expected)
  }

  @Test func aSecondOfAlarmIsCritical() {
    var seen: [Int] = []
    for ways in 18...26 {
      for odd in [35_000, 40_000, 45_000] {
        let scorer = shaking(ways, lasting: 50_000, width: 600, odd: odd)
        let time = scorer.hands.phases[0].vibration
        seen.append(time)
        #expect((scorer.result().critical == ["technique.vibration"]) == (time >= 1_000_000))
      }
    }
    // The three nearest that ticks of 5 ms can have.
    for time in [995_000, 1_000_000, 1_005_000] { #expect(seen.contains(time), "\(seen)") }
  }

  @Test func halfASecondOfAlarmOverAKidneyIsCritical() {
    var seen: [Int] = []
    for ways in 8...16 {
      for odd in [35_000, 40_000, 45_000] {
        let scorer = shaking(ways, lasting: 50_000, width: 600, odd: odd, y: 34_000)
        let time = scorer.measures.fold.areas.map(\.vibration).max() ?? 0
        seen.append(time)
        #expect(scorer.result().critical.contains("spasm.kidney") == (time >= 500_000))
      }
    }
    for time in [495_000, 500_000, 505_000] { #expect(seen.contains(time), "\(seen)") }
  }

  /// In and out of a kidney at every swing, often enough that what is noted of it has to be cut.
  @Test func aHandThatShakesInAndOutOfAKidneyIsBookedWhole() {
    let scenario = EdgeCases.strokes()
    let kidney = WatchedArea.all(of: scenario, rules: .one).first { $0.kind == .kidney }
    let top = (kidney?.outline.lowerBound.y ?? 0) / 10_000
    for offset in [0, 7, 13] {
      var track = UnitTrack(at: -6_000, top - 4_400)
      track.rest(295_000 + offset * 1_000)
      for way in 1...160 {
        track.go(to: -6_000, way % 2 == 1 ? top - 3_400 : top - 4_400, in: 25_000)
      }
      track.rest(300_000)
      let edge = StorageEdge(
        name: "", expected: [], scenario: scenario, tracks: { _ in [] }, judge: { _ in true })
      let agreement = Agreement(scenario, edge.header, [track].events)
      #expect(agreement.disagreements.map(\.name) == [], "\(offset)")
      #expect(agreement.result.areas.contains { $0.pressed.value > 2 }, "\(offset)")
    }
  }

  /// The figure is moved instead of the hand: a microsecond either side of what the hand did.
  @Test(arguments: [(-1, true), (0, true), (1, false)])
  func theEdgesOfCriticalAlarmsAreIn(offset: Int, is expected: Bool) {
    let usual = shaking(20, lasting: 50_000, width: 600, y: 34_000)
    let time = usual.hands.phases[0].vibration
    var rules = RuleSet.one
    rules.criticalVibration = time + offset
    rules.criticalKidney = time + offset
    let scorer = shaking(20, lasting: 50_000, width: 600, y: 34_000, rules: rules)
    #expect(scorer.result().critical.contains("technique.vibration") == expected)
    #expect(scorer.result().critical.contains("spasm.kidney") == expected)
  }

  // A square of 13.29 mm has the area of a circle of 14.996 mm, one side longer of 15.002 mm.
  @Test(arguments: [(0, true), (1, false)])
  func circlesOf15MillimetresAndMoreAreNoVibration(offset: Int, is expected: Bool) {
    var track = UnitTrack(at: -6_000, 12_000)
    for _ in 0..<8 {
      for (x, y) in [(1_329, 0), (1_329, 1_329 + offset), (0, 1_329 + offset), (0, 0)] {
        track.go(to: -6_000 + x, 12_000 + y, in: 60_000)
      }
    }
    let edge = StorageEdge(
      name: "", expected: [], scenario: EdgeCases.strokes(), tracks: { _ in [] },
      judge: { _ in true })
    #expect((edge.scorer([track].events).phase.vibrations ?? 0 > 0) == expected)
  }
}
