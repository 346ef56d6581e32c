import Attempts
import Geometry
import Scenarios
import Scoring
import Testing

@Suite struct StrokeMeasureTests {
  @Test(arguments: [60.0, 125, 1000])
  func aParallelTraceHasItsOffsetSpeedAndCoverage(rate: Double) throws {
    var strokes = Strokes()
    strokes.contact(seconds: 5, rate: rate) { Point(-54, 100 + 60 * $0) }
    let result = Cases.score(Cases.straight(), strokes.events)
    let phase = result.phases[0]
    let guide = phase.guides[0]
    #expect(abs(try #require(guide.meanDeviation).value - 6) <= 0.02)
    #expect(abs(try #require(guide.meanOffset).value - 6) <= 0.02)
    #expect(abs(try #require(phase.meanSpeed).value - 60) <= 0.1)
    #expect(phase.speedInBand?.value == 1)
    #expect(try #require(guide.coverage).value >= 0.99)
    #expect(guide.strokes == 1)
    #expect(phase.offPath?.units == 0)
    #expect(guide.backward?.units == 0)
  }

  @Test func aSlapIsNotDoneAndEarnsNothing() throws {
    var strokes = Strokes()
    strokes.contact(seconds: 0.39, rate: 125) { Point(-60, 100 + 300 / 0.39 * $0) }
    let result = Cases.score(Cases.straight(), strokes.events)
    #expect(result.phases[0].guides[0].done?.units == 0)
    #expect(result.score.units == 0)
  }

  private func scrub(hertz: Double, width: Double) -> Result {
    var strokes = Strokes()
    strokes.contact(seconds: 12, rate: 125) { time in
      let turns = time * hertz
      let share = turns - turns.rounded(.down)
      let wave = 2 * width * (share < 0.5 ? share : 1 - share)
      return Point(-60, 100 + (300 - width) / 12 * time + wave)
    }
    return Cases.score(Cases.straight(), strokes.events)
  }

  @Test func aScrubbingHandIsTooFast() throws {
    let result = scrub(hertz: 3, width: 40)
    #expect(try #require(result.phases[0].speedTooFast).value > 0.9)
    #expect(result.phases[0].vibrations == 0)
    #expect(result.verdict == .failed)
  }

  /// Five times a second it is vibration, within which speed is not judged.
  @Test func aQuickScrubIsVibration() {
    let result = scrub(hertz: 5, width: 15)
    #expect(result.critical.first == "technique.vibration")
    #expect(result.phases[0].speedTooFast == nil)
  }

  @Test func aCalmReturnInContactIsGoodEffleurage() throws {
    var strokes = Strokes()
    strokes.contact(seconds: 7.5, rate: 125) { time in
      Point(-60, time < 5 ? 100 + 60 * time : 400 - 120 * (time - 5))
    }
    let result = Cases.score(Cases.straight(), strokes.events)
    #expect(result.phases[0].guides[0].backward?.units == 0)
    #expect(result.phases[0].guides[0].strokes == 1)
    // 120 mm/s is too fast on the way out, and not on the way back.
    #expect(result.phases[0].speedTooFast?.units == 0)
    #expect(result.deductions.filter { $0.criterion == .path }.isEmpty)
  }

  @Test(arguments: [(1, 0.0), (3, 700.0)])
  func aReturnBesideTheCorridorIsForgivenForOneLength(ways: Int, least: Double) throws {
    // Down the guide, then 240 mm to and fro beside it: once is less than the guide's length,
    // three times is wandering, all of it.
    var strokes = Strokes()
    strokes.contact(seconds: 5 + 2 * Double(ways), rate: 125) { time in
      if time < 5 { return Point(-60, 100 + 60 * time) }
      let way = (time - 5) / 2
      let share = way - 2 * (way / 2).rounded(.down)
      return Point(-100, 400 - 240 * (share < 1 ? share : 2 - share))
    }
    let phase = Cases.score(Cases.straight(), strokes.events).phases[0]
    let off = try #require(phase.offPath).value
    #expect(least == 0 ? off == 0 : off > least)
  }

  @Test func strokesOneAfterTheOtherInContactAreCounted() throws {
    var strokes = Strokes()
    strokes.contact(seconds: 30, rate: 125) { time in
      let cycle = time - (time / 10).rounded(.down) * 10
      return Point(-60, cycle < 5 ? 100 + 60 * cycle : 400 - 60 * (cycle - 5))
    }
    let result = Cases.score(Cases.straight(strokes: 3), strokes.events)
    #expect(result.phases[0].guides[0].strokes == 3)
    #expect(try #require(result.phases[0].guides[0].coverage).value > 0.98)
    #expect(result.phases[0].guides[0].backward?.units == 0)
  }

  @Test func aReversedStrokeIsBackwardForItsWholeLength() throws {
    var strokes = Strokes()
    strokes.contact(seconds: 5, rate: 125) { Point(-60, 400 - 60 * $0) }
    let guide = Cases.score(Cases.straight(), strokes.events).phases[0].guides[0]
    #expect(abs(try #require(guide.backward).value - 300) < 0.5)
    #expect(guide.coverage?.units == 0)
    #expect(guide.meanDeviation == nil)
  }

  @Test func aLiftWithinAStrokeIsABreakAndTheStrokeGoesOn() throws {
    func guide(gap: Double) -> (GuideResult, Int) {
      var strokes = Strokes()
      strokes.contact(seconds: 2.5, rate: 125) { Point(-60, 100 + 60 * $0) }
      strokes.wait(gap)
      strokes.contact(seconds: 2.5, rate: 125) { Point(-60, 250 + 60 * $0) }
      let phase = Cases.score(Cases.straight(), strokes.events).phases[0]
      return (phase.guides[0], phase.breaks)
    }
    let near = guide(gap: 1)
    #expect(near.0.strokes == 1)
    #expect(near.1 == 1)
    let late = guide(gap: 2.5)
    #expect(late.0.strokes == 1)
    #expect(late.1 == 1)
    let far = guide(gap: 3.1)
    #expect(far.0.strokes == 0)
    #expect(far.1 == 1)
    #expect(try #require(far.0.coverage).value < 0.55)
  }

  @Test func aSecondHandOnOneGuideIsTheSameStroke() throws {
    var first = Strokes()
    first.contact(seconds: 5, rate: 125) { Point(-60, 100 + 60 * $0) }
    let alone = Cases.score(Cases.straight(), first.events)
    let second = first.events.map { event -> Event in
      switch event {
      case .land(var landing):
        landing.contact = 2
        landing.hand = 1
        landing.sample.position.x += 500
        return .land(landing)
      case .move(_, var sample):
        sample.position.x += 500
        return .move(contact: 2, sample)
      case .lift(_, var sample):
        sample.position.x += 500
        return .lift(contact: 2, sample)
      case .act: return event
      }
    }
    let both = zip(first.events, second).flatMap { [$0, $1] }
    let result = Cases.score(Cases.straight(), both)
    #expect(result.phases[0].guides == alone.phases[0].guides)
    #expect(result.phases[0].contacts == 2)
    #expect(result.score == alone.score)
  }

  @Test func aHandThatStraysOntoAnotherGuideGoesOver() throws {
    let guides = [
      Guide(id: "left", path: [Cases.position(-60, 100), Cases.position(-60, 400)]),
      Guide(id: "right", path: [Cases.position(60, 100), Cases.position(60, 400)]),
    ]
    var strokes = Strokes()
    strokes.contact(seconds: 12, rate: 125) { time in
      if time < 5 { return Point(-60, 100 + 60 * time) }
      if time < 7 { return Point(-60 + 60 * (time - 5), 400 - 150 * (time - 5)) }
      return Point(60, 100 + 60 * (time - 7))
    }
    let result = Cases.score(Cases.straight(guides: guides), strokes.events)
    #expect(result.phases[0].guides[0].strokes == 1)
    #expect(try #require(result.phases[0].guides[1].coverage).value > 0.9)
  }

  @Test func aReturnBesideTheCorridorThatComesInAtTheTopLeavesTheStrokeWhole() throws {
    // Down from just below the guide's beginning, out sideways, up beside it, and in again.
    let corners = [
      (-60.0, 103.0), (-60, 400), (-95, 398), (-95, 190), (-58, 125), (-60, 103), (-60, 130),
    ].map { Position(millimetres: $0.0, $0.1).fine }
    let way = Polyline(corners)
    var strokes = Strokes()
    strokes.contact(seconds: way.length / 60, rate: 125) { way.place(at: 60 * $0).point }
    let guide = Cases.score(Cases.straight(), strokes.events).phases[0].guides[0]
    #expect(guide.strokes == 1)
    #expect(try #require(guide.coverage).value > 0.97)
    #expect(guide.backward?.units == 0)
  }

  @Test func aSlapThatThenStandsStillIsJudgedAsAWhole() throws {
    // 300 mm in 0.25 s, then at rest until 0.55 s: the contact is under 600 ms.
    var strokes = Strokes()
    strokes.contact(seconds: 0.55, rate: 125) { Point(-60, 100 + min(300, 1200 * $0)) }
    let result = Cases.score(Cases.straight(), strokes.events)
    #expect(result.phases[0].guides[0].coverage?.units == 0)
    #expect(result.score.units == 0)
  }

  @Test func whatWasPassedInLostTimeIsNotCovered() throws {
    // All travel lies in gaps of 101 ms; between them the hand rests.
    var list: [(Double, Double, Double)] = []
    var time = 0.0
    for step in 0...10 {
      let y = 100 + 29 * Double(step)
      for rest in 0..<6 { list.append((time + 0.02 * Double(rest), -60, y)) }
      time += 0.1 + 0.101
    }
    var strokes = Strokes()
    strokes.samples(list)
    let phase = Cases.score(Cases.straight(), strokes.events).phases[0]
    #expect(try #require(phase.guides[0].coverage).value < 0.1)
    #expect(phase.lost.value > 1)
  }

  @Test func whatComesAfterTheEndIsNotJudged() throws {
    func coverage(_ end: Int?) throws -> Double {
      var strokes = Strokes()
      strokes.contact(seconds: 5, rate: 125) { Point(-60, 100 + 60 * $0) }
      var events = strokes.events
      if let end {
        let index = events.firstIndex { $0.time >= end } ?? 0
        events.insert(.act(.end, time: end), at: index)
      }
      return try #require(
        Cases.score(Cases.straight(), events).phases[0].guides[0].coverage
      ).value
    }
    #expect(try coverage(nil) > 0.99)
    #expect(abs(try coverage(2_500_000) - 0.5) < 0.02)
  }

  @Test func aMadeStrokeCountsAsSoonAsTheHandIsLifted() {
    var strokes = Strokes()
    strokes.contact(seconds: 5, rate: 125) { Point(-60, 100 + 60 * $0) }
    var scorer = Scorer(scenario: Cases.straight(strokes: 2), header: Cases.foreign)
    for event in strokes.events.dropLast() { scorer.add(event) }
    #expect(scorer.reading.guides[0].strokesDone == 0)
    #expect(scorer.reading.guides[0].currentCoverage > 0.8)
    scorer.add(strokes.events[strokes.events.count - 1])
    #expect(scorer.reading.guides[0].strokesDone == 1)
    #expect(scorer.reading.guides[0].currentCoverage == 0)
  }
}
