import Geometry
import Scoring
import Testing

@testable import study

/// That what the studies print is what the engine said.
@Suite struct JudgingTests {
  @Test func aStrokeBesideItsLineIsSoFarFromIt() throws {
    let line = (0...20).map { Point(Double($0) * 5, 0) }
    let points = (0...250).map { TracePoint(time: $0 * 8000, Double($0) * 0.4, 3) }
    let judged = StudyCase.stroke(along: line).judge(
      Trace(name: "t", millimetresPerPixel: 0.2, contacts: [points]))
    #expect(judged.guide?.meanDeviation?.value == 3)
    #expect(try #require(judged.guide?.coverage?.value) > 0.95)
    #expect(judged.vibrations == 0)
  }

  @Test func vibrationIsFoundAndWhen() throws {
    let judged = StudyCase.judgeCircles(
      GeneratedMotion.vibration(
        amplitude: 3, frequency: 6, direction: .down, speed: 0, phase: 0, duration: 1.5
      ).trace(rate: 125, pixel: 0.2))
    #expect(judged.vibrations == 1)
    #expect(judged.vibrationSeconds > 1)
    #expect(judged.isVibrationCritical)
  }

  @Test func circlesAreCountedWhereverTheyAre() {
    let circles = GeneratedMotion.circles(
      diameter: 40, perMinute: 60, advance: 0.3, phase: 0, duration: 3.2
    ).trace(rate: 125, pixel: 0.2)
    #expect((2...3).contains(StudyCase.judgeCircles(circles).loops))
    #expect(!StudyCase.judgeCircles(circles).isVibrationCritical)
  }

  @Test func workOnAllCoresKeepsItsOrder() {
    #expect(Concurrent.map(Array(0..<500)) { $0 * $0 } == (0..<500).map { $0 * $0 })
  }

  @Test func aFolderThatIsNotThereIsSaidSo() {
    #expect(throws: DataError("/nowhere/at-all/pdkit-taps", "there is no such folder")) {
      try DataFolder(path: "/nowhere/at-all").files(of: "pdkit-taps", ending: ".csv")
    }
  }
}
