import Attempts
import Geometry
import Scenarios
import Testing

@testable import Scoring

/// Bad massages made to look good to the measures: each must fail, and say why.
@Suite struct CheatTests {
  /// Jumps of 12 mm every 200 ms: over the speed's own window that is a calm 60 mm/s.
  @Test func jumpingInTimeWithTheSpeedWindowIsNoStroke() {
    var strokes = Strokes()
    for _ in 0..<2 {
      strokes.contact(seconds: 5, rate: 200) { seconds in
        let jump = (seconds / 0.2).rounded(.down)
        let share = min(1, (seconds - jump * 0.2) / 0.02)
        return Point(-60, 100 + min(300, 12 * (jump + share)))
      }
      strokes.wait(1)
    }
    let result = Cases.score(Cases.straight(strokes: 2), strokes.events)
    let phase = result.phases[0]
    #expect(phase.meanSpeed.map { abs($0.value - 60) < 3 } ?? false)
    #expect(phase.speedInBand?.value ?? 0 > 0.99 && phase.vibrations == 0)
    #expect(phase.guides[0].strokes == 0)
    #expect(result.verdict == .failed)
    #expect(result.deductions.contains { $0.message.contains("too fast to count") })
  }

  /// 8 mm forward and 4.8 back: never 5 mm behind the mark, and slow enough for the string.
  @Test func rubbingToAndFroIsNoStroke() {
    var strokes = Strokes()
    for _ in 0..<2 {
      strokes.contact(seconds: 37.5, rate: 100) { seconds in
        let cycle = (seconds / 0.4).rounded(.down)
        let share = (seconds - cycle * 0.4) / 0.4
        let way = share < 0.625 ? 8 * share / 0.625 : 8 - 4.8 * (share - 0.625) / 0.375
        return Point(-60, 100 + min(300, 3.2 * cycle + way))
      }
      strokes.wait(1)
    }
    let result = Cases.score(Cases.straight(strokes: 2), strokes.events)
    let phase = result.phases[0]
    #expect(phase.guides[0].backward?.value == 0 && phase.vibrations == 0)
    #expect(phase.guides[0].strokes == 0)
    #expect(result.verdict == .failed)
    #expect(
      result.deductions.contains { $0.message.contains("; 2 strokes of ") })
  }

  /// A stroke that hesitates and goes back a little is still a stroke.
  @Test func goingBackOnceIsNoRubbing() {
    var strokes = Strokes()
    strokes.contact(seconds: 6, rate: 100) { seconds in
      let arc = seconds < 3 ? 60 * seconds : seconds < 3.5 ? 180 - 30 * (seconds - 3) : 0
      return Point(-60, 100 + (seconds < 3.5 ? arc : 165 + 54 * (seconds - 3.5)))
    }
    let result = Cases.score(Cases.straight(), strokes.events)
    #expect(result.phases[0].guides[0].strokes == 1)
  }

  /// Where vibration is prescribed it is no fault. Nor is it a stroke: within it neither path nor
  /// speed is judged, so whoever shook all the time would be judged by nothing.
  @Test(arguments: [false, true]) func vibrationIsNoStrokeEvenWherePrescribed(prescribed: Bool) {
    // Far enough out that the palm clears the kidney.
    let guide = Guide(id: "line", path: [Cases.position(-150, 100), Cases.position(-150, 400)])
    var scenario = Cases.straight(strokes: 2, guides: [guide])
    if prescribed { scenario.patient.prescription.allow = [.vibration] }
    var strokes = Strokes()
    for _ in 0..<2 {
      strokes.contact(seconds: 5, rate: 200) { seconds in
        Point(-140 + 3 * Strokes.triangle(seconds * 8), 100 + 60 * seconds)
      }
      strokes.wait(1)
    }
    let result = Cases.score(scenario, strokes.events)
    #expect(result.phases[0].vibrations == 2)
    #expect(result.critical == (prescribed ? [] : ["technique.vibration"]))
    #expect(result.verdict == .failed)
  }

  /// The circles asked, and then anything near the lane without lifting the hand.
  @Test func scribblingAfterTheCirclesIsAnotherTechnique() {
    let scenario = Cases.circles()
    func score(scribbling seconds: Double) -> Result {
      var strokes = Strokes()
      let period = 2.5
      let working = period * 9
      strokes.contact(seconds: working + seconds, rate: 60) { time in
        guard time < working else {
          // To and fro along the lane, without a turn.
          let share = Strokes.triangle((time - working) / 6)
          return Point(-80, 250 + 40 * share)
        }
        let (cosine, sine) = Performer.circle(time / period)
        return Point(-80 + 30 * cosine, 120 + 20 * time / period + 30 * sine)
      }
      return Cases.score(scenario, strokes.events)
    }
    let good = score(scribbling: 0)
    #expect(good.phases[0].guides[0].done?.value == 1)
    #expect(good.verdict == .passed)
    let bad = score(scribbling: 60)
    #expect(bad.verdict == .failed)
    #expect(bad.below.contains(.technique))
    #expect(bad.deductions.contains { $0.code == "technique.other" })
  }
}
