import Attempts
import Geometry
import Scenarios
import Scoring
import Testing

/// The rows behind the measures: all of them, each once, and nothing changes by asking for them.
@Suite struct SeriesTests {
  private func series(_ events: [Event], of scenario: Scenario = Cases.straight())
    -> (rows: [SeriesRow], result: Result)
  {
    var scorer = Scorer(scenario: scenario, header: Cases.foreign)
    scorer.keepSeries()
    var rows: [SeriesRow] = []
    for event in events {
      scorer.add(event)
      rows += scorer.takeSeries()
    }
    return (rows + scorer.remainingSeries(), scorer.result())
  }

  private func time(_ rows: [SeriesRow], _ contact: Int) -> Int {
    rows.filter { $0.contact == contact }.reduce(0) { $0 + $1.duration }
  }

  @Test func askingForRowsChangesNoResult() {
    var strokes = Strokes()
    strokes.time = 1_234_567
    strokes.contact(seconds: 5, rate: 90) { Point(-58, 100 + 60 * $0) }
    let (rows, result) = series(strokes.events)
    #expect(result == Cases.score(Cases.straight(), strokes.events))
    #expect(rows.count > 900)
  }

  /// From a landing between two ticks to a lift between two ticks, through lost time.
  @Test func durationsAddUpToTheTimeInContact() {
    var strokes = Strokes()
    strokes.samples([
      (1.0012, -60, 100), (1.4, -60, 120), (1.8, -60, 140), (1.85, -60, 142), (2.5031, -60, 180),
    ])
    strokes.wait(1)
    strokes.contact(seconds: 0.1037, rate: 125) { Point(-60, 100 + 60 * $0) }
    strokes.wait(1)
    strokes.contact(seconds: 2.5, rate: 125) { Point(-60, 100 + 60 * $0) }
    let (rows, result) = series(strokes.events)
    // Between samples that are more than 100 ms apart nobody knows what the hand did.
    #expect(time(rows, 1) == 50_000)
    #expect(time(rows, 2) == 103_700)
    #expect(time(rows, 3) == 2_500_000)
    #expect(result.phases[0].contact.value == 2.654)
    for contact in 1...3 {
      let times = rows.filter { $0.contact == contact }.map(\.time)
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func aShortRunStandsForItsWholeSpeed() throws {
    var strokes = Strokes()
    strokes.contact(seconds: 0.5, rate: 200) { Point(-60, 100 + 60 * $0) }
    let (rows, result) = series(strokes.events)
    let speed = try #require(result.phases[0].meanSpeed?.value)
    #expect(rows.allSatisfy { $0.isSpeedJudged && abs(($0.speed ?? 0) - speed) < 0.01 })
  }

  @Test func ofALongRunTheEndsAreNotJudged() {
    var strokes = Strokes()
    strokes.time = 10_000_000
    strokes.contact(seconds: 2, rate: 200) { Point(-60, 100 + 60 * $0) }
    let judged = series(strokes.events).rows.filter(\.isSpeedJudged).map(\.time)
    #expect(judged.first == 10_200_000)
    #expect(judged.last == 11_800_000)
    #expect(judged.count == 321)
  }

  @Test func tapsAreNamedOnceTheyAreKnown() {
    var strokes = Strokes()
    for _ in 0..<4 {
      strokes.contact(seconds: 0.1, rate: 200) { _ in Point(-60, 250) }
      strokes.wait(0.2)
    }
    strokes.wait(5)
    strokes.contact(seconds: 0.1, rate: 200) { _ in Point(-60, 250) }
    strokes.wait(5)
    strokes.contact(seconds: 2, rate: 200) { Point(-60, 100 + 60 * $0) }
    let (rows, result) = series(strokes.events)
    #expect(result.phases[0].taps == 4)
    for contact in 1...6 {
      let states = rows.filter { $0.contact == contact }.map(\.state)
      #expect(states.allSatisfy { $0 == (contact <= 4 ? .tapping : .onGuide) })
      #expect(time(rows, contact) == (contact <= 5 ? 100_000 : 2_000_000))
    }
    #expect(rows.filter { $0.state == .tapping }.allSatisfy { !$0.isSpeedJudged })
  }

  @Test func vibrationIsNamedAndCountsForNoSpeed() throws {
    var strokes = Strokes()
    // A triangle wave of 8 Hz and 4 mm across a slow stroke.
    strokes.contact(seconds: 4, rate: 250) { seconds in
      let turn = seconds * 8
      let share = turn - turn.rounded(.down)
      let swing = seconds > 1 && seconds < 3 ? abs(share * 4 - 2) * 2 - 2 : 0
      return Point(-60 + swing, 100 + 60 * seconds)
    }
    let (rows, result) = series(strokes.events)
    let shaken = rows.filter { $0.state == .vibration }
    let seconds = Double(shaken.reduce(0) { $0 + $1.duration }) / 1_000_000
    #expect(seconds > 1.5)
    #expect(abs(seconds - (result.phases[0].vibration?.value ?? 0)) < 0.001)
    #expect(shaken.allSatisfy { !$0.isSpeedJudged && $0.covered == 0 })
  }

  @Test func aSecondHandOnAGuideIsNamed() {
    var strokes = Strokes()
    strokes.contact(seconds: 3, rate: 100) { Point(-60, 100 + 60 * $0) }
    strokes.time = 500_000
    strokes.contact(seconds: 0.1, rate: 100, hand: 1) { Point(-58, 130 + 60 * $0) }
    let events = strokes.events.sorted { ($0.time, $0.contact ?? 0) < ($1.time, $1.contact ?? 0) }
    let (rows, _) = series(events)
    let second = rows.filter { $0.contact == 2 }
    #expect(second.allSatisfy { $0.state == .second && !$0.isSpeedJudged })
    #expect(time(rows, 2) == 100_000)
    #expect(time(rows, 1) == 3_000_000)
  }

  /// Nobody waits for the other hand's lift to see what the first one did.
  @Test func rowsOfASecondHandComeAsItGoesOn() {
    var strokes = Strokes()
    strokes.contact(seconds: 3, rate: 100) { Point(-60, 100 + 60 * $0) }
    strokes.time = 300_000
    strokes.contact(seconds: 2.5, rate: 100, hand: 1) { Point(-58, 130 + 60 * $0) }
    let events = strokes.events.sorted { ($0.time, $0.contact ?? 0) < ($1.time, $1.contact ?? 0) }
    let (rows, _) = series(events)
    let second = rows.indices.filter { rows[$0].contact == 2 }
    #expect(second.count > 450)
    // Each comes within half a second of the first hand's row of that time.
    for index in second {
      let before = rows[..<index].last { $0.contact == 1 }?.time ?? 0
      #expect(abs(rows[index].time - before) < 500_000)
    }
  }
}
