import Attempts
import Geometry
import Scenarios
import Testing

@testable import Scoring

/// What is vibration and what is not, however it is seen.
@Suite struct VibrationTests {
  /// Two seconds of a hand that shakes about a place which moves down the guide, between two
  /// seconds of the same way in peace.
  private func result(
    _ sight: Sight, seconds: Double = 2, speed: Double = 30, _ shake: (Double) -> Point
  ) -> Result {
    var motion = Motion(sight)
    let calm = 0.5
    motion.contact(seconds: seconds + 2 * calm) { time in
      let place = Point(-60, 60 + speed * time)
      return time < calm || time > calm + seconds ? place : place + shake(time - calm)
    }
    return Cases.score(EdgeCases.strokes(), motion.events)
  }

  private static let quick = Sight.quick

  @Test(arguments: quick, [0.0, 45, 90, 135])
  func shakingBy3MillimetresIsCritical(sight: Sight, direction: Double) {
    for hertz in [4.0, 6, 8, 10, 12] {
      let result = result(sight) { time in
        Point.direction(direction) * (3 * Point.onCircle(turns: hertz * time - 0.25).x)
      }
      #expect(result.critical == ["technique.vibration"], "\(hertz) Hz")
      #expect((result.phases[0].vibration?.value ?? 0) >= 1, "\(hertz) Hz")
    }
  }

  @Test(arguments: [Sight(rate: 125), Sight(rate: 250), Sight(rate: 1000)], [2.0, 3, 4, 5])
  func tremblingInCirclesIsCritical(sight: Sight, diameter: Double) {
    for hertz in [5.0, 7.5, 10] {
      let result = result(sight) { time in
        (Point.onCircle(turns: hertz * time) - Point(1, 0)) * (diameter / 2)
      }
      #expect(result.critical == ["technique.vibration"], "\(hertz) Hz")
    }
  }

  @Test(arguments: Sight.usual, [0.0, 45, 90, 135])
  func threeTimesASecondIsNoVibration(sight: Sight, direction: Double) {
    for width in [3.0, 6, 12] {
      let result = result(sight) { time in
        Point.direction(direction) * (width * Point.onCircle(turns: 3 * time - 0.25).x)
      }
      #expect(result.phases[0].vibrations == 0, "\(width) mm")
      #expect(result.critical == [])
    }
  }

  @Test(arguments: Sight.usual, [20.0, 40, 60, 100])
  func circlingIsNoVibration(sight: Sight, diameter: Double) {
    for perMinute in [20.0, 60, 120, 300] {
      let result = result(sight, seconds: perMinute < 60 ? 6 : 2, speed: 10) { time in
        (Point.onCircle(turns: perMinute / 60 * time) - Point(1, 0)) * (diameter / 2)
      }
      #expect(result.phases[0].vibrations == 0, "\(perMinute) a minute")
    }
  }

  @Test(arguments: Sight.usual)
  func strokingIsNoVibration(sight: Sight) {
    for (speed, sway) in [(20.0, 0.0), (60, 4), (100, 8), (600, 0)] {
      let result = result(sight, speed: speed) { time in
        Point(sway * Point.onCircle(turns: 1.3 * time - 0.25).x, 0)
      }
      #expect(result.phases[0].vibrations == 0, "\(speed) mm/s")
    }
  }

  @Test func whatIsPrescribedIsNoFault() {
    func codes(_ allow: [PrescribableTechnique]) -> [String] {
      var scenario = EdgeCases.strokes()
      scenario.patient.prescription.allow = allow
      var motion = Motion(Sight(rate: 125))
      motion.contact(seconds: 5) { time in
        Point(-60 + 3 * Point.onCircle(turns: 8 * time).x, 100 + 30 * time)
      }
      for _ in 0..<6 {
        motion.wait(0.3)
        motion.contact(seconds: 0.1) { _ in Point(-60, 120) }
      }
      let result = Cases.score(scenario, motion.events)
      let codes = ["technique.vibration", "technique.tapping"]
      return result.critical + result.deductions.map(\.code).filter(codes.contains)
    }
    #expect(
      codes([]) == [
        "technique.vibration", "technique.tapping", "technique.vibration", "technique.tapping",
      ])
    #expect(codes([.vibration, .tapping]) == [])
    #expect(codes([.vibration]) == ["technique.tapping", "technique.tapping"])
  }

  /// A kidney is a kidney, prescribed or not.
  @Test func noPrescriptionAllowsItOverTheKidneys() {
    var scenario = EdgeCases.strokes()
    scenario.patient.prescription.allow = [.vibration, .tapping]
    var motion = Motion(Sight(rate: 125))
    motion.contact(seconds: 2) { time in
      Point(-60 + 3 * Point.onCircle(turns: 8 * time).x, 340)
    }
    let result = Cases.score(scenario, motion.events)
    #expect(result.critical == ["spasm.kidney"])
    #expect(result.areas.first { $0.id == "kidney-left" }?.pressed.units != 0)
  }

  @Test func withinAnAlarmPathSpeedAndFlowAreNotJudged() throws {
    // Far beside the guide and too fast for all of it, shaking or not.
    func fold(_ shake: Double) throws -> Fold {
      var motion = Motion(Sight(rate: 125))
      motion.contact(seconds: 2.2) { time in
        Point(-72 + shake * Point.onCircle(turns: 6 * time).x, 110 + 120 * time)
      }
      var scorer = Scorer(scenario: EdgeCases.strokes(), header: Cases.foreign)
      for event in motion.events { scorer.add(event) }
      return scorer.measures.fold
    }
    let (calm, shaking) = try (fold(0), fold(2.5))
    // What was done stays done.
    for fold in [calm, shaking] { #expect(fold.guides[0][0].tally.best[0] > 120) }
    // Only the beginning, before the first turning point, and the end are judged.
    func judged(_ fold: Fold) -> [Int] {
      let tally = fold.guides[0][0].tally
      return [
        tally.sums.length, tally.sums.wobbleLength, tally.offGuide.total, fold.phases[0].judged,
      ]
    }
    for (alarm, plain) in zip(judged(shaking), judged(calm)) {
      #expect(plain > 0)
      #expect(alarm * 8 < plain)
    }
  }
}
