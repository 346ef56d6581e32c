import Attempts
import Geometry
import Scenarios
import Scoring
import Testing

/// The laws of the fold, bit for bit. Run in debug and in release: the same expectations hold.
@Suite struct DeterminismTests {
  private func demonstration(_ seed: UInt64, skill: Double) throws -> Demonstration {
    var options = Demonstration.Options()
    options.seed = seed
    options.skill = skill
    return try Demonstration(of: Cases.short(), options: options, program: "test")
  }

  /// FNV-1a over everything a result says.
  private func hash(_ result: Result) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in String(describing: result).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  @Test(
    arguments: [
      (1, 1.0, "99.9"), (7, 0.5, "92.5"), (11, 0.2, "80.2"), (42, 0.0, "66.4"),
    ] as [(UInt64, Double, String)])
  func pinnedScoresAreTheSameInEveryBuild(seed: UInt64, skill: Double, score: String) throws {
    let demonstration = try demonstration(seed, skill: skill)
    let result = Cases.score(Cases.short(), demonstration.events, header: demonstration.header)
    #expect(result.score.description == score, "hash \(hash(result))")
  }

  /// Who does not ask whether a verdict hangs on a pixel gets all else alike.
  @Test(arguments: [1.0, 0.5, 0.1])
  func withoutItsShiftsAnAttemptIsJudgedTheSame(skill: Double) throws {
    let demonstration = try demonstration(5, skill: skill)
    let whole = Cases.score(Cases.short(), demonstration.events, header: demonstration.header)
    var alone = Scorer(
      scenario: Cases.short(), header: demonstration.header, judgesBorderline: false)
    for event in demonstration.events { alone.add(event) }
    var result = alone.result()
    // What a point of the score decides is still told.
    if result.borderline { #expect(whole.borderline) }
    result.borderline = whole.borderline
    #expect(result == whole)
  }

  @Test func aSnapshotGoesOnToTheSameResult() throws {
    let demonstration = try demonstration(3, skill: 0.3)
    let whole = Cases.score(Cases.short(), demonstration.events, header: demonstration.header)
    var scorer = Scorer(scenario: Cases.short(), header: demonstration.header)
    for (index, event) in demonstration.events.enumerated() {
      if index % 997 == 0 {
        // Asking for a result in between, or copying, leaves no trace.
        let copy = scorer
        _ = copy.result()
        scorer = copy
      }
      scorer.add(event)
    }
    #expect(scorer.result() == whole)
  }

  @Test func repeatingASampleChangesNothing() throws {
    let demonstration = try demonstration(5, skill: 0.4)
    let whole = Cases.score(Cases.short(), demonstration.events, header: demonstration.header)
    let doubled = demonstration.events.enumerated().flatMap { index, event -> [Event] in
      guard case .move = event, index % 3 == 0 else { return [event] }
      return [event, event]
    }
    #expect(Cases.score(Cases.short(), doubled, header: demonstration.header) == whole)
  }

  private func wavy(_ change: (Position) -> Position) -> Scenario {
    let path = [(-60.0, 100.0), (-45, 190.5), (-72.25, 310), (-60, 420)].map {
      change(Cases.position($0.0, $0.1))
    }
    return Cases.straight(strokes: 2, guides: [Guide(id: "wave", path: path)], curve: .smooth)
  }

  private func trace(_ seed: Int) -> [Event] {
    var strokes = Strokes()
    for stroke in 0..<2 {
      strokes.contact(seconds: 5.3, rate: 125) { time in
        Point(-61.37 + Double(stroke * seed % 7) + 5 * (time - 2) * (time - 2), 99.1 + 60.3 * time)
      }
      strokes.wait(0.7)
    }
    return strokes.events
  }

  @Test(arguments: [(1, 1), (-12_345, 777), (100_003, -40_009)])
  func movingAttemptAndCaseTogetherChangesNothing(x: Int, y: Int) {
    // The spine stands still, so the hand is one that breaks no rule of it.
    let events = trace(3)
    let before = Cases.score(wavy { $0 }, events)
    let shift = { (place: Position) in Position(x: place.x + x, y: place.y + y) }
    let after = Cases.score(wavy(shift), events.moved(shift))
    #expect(after.phases == before.phases)
    #expect(after.score == before.score)
  }

  @Test func mirroringFlipsLeftAndRightOnly() throws {
    let events = trace(5)
    let mirror = { (place: Position) in Position(x: -place.x, y: place.y) }
    let before = Cases.score(wavy { $0 }, events)
    let after = Cases.score(wavy(mirror), events.moved(mirror))
    var guide = try #require(after.phases.first?.guides.first)
    let offset = try #require(guide.meanOffset)
    guide.meanOffset = Figure(units: -offset.units, places: offset.places)
    #expect(guide == before.phases[0].guides[0])
    #expect(after.score == before.score)
  }

  @Test func samplingRateHardlyMatters() throws {
    let scores = try [60, 125, 1000].map { rate in
      var strokes = Strokes()
      strokes.contact(seconds: 5.5, rate: Double(rate)) { time in
        Point(-60 + 6 * (time - 2.5), 95 + 60 * time)
      }
      let result = Cases.score(Cases.straight(), strokes.events)
      return try #require(result.criteria.first { $0.criterion == .path }).lost.value
    }
    #expect((scores.max() ?? 0) - (scores.min() ?? 0) <= 2, "\(scores)")
  }
}
