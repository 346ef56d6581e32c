import Attempts
import Scenarios

@testable import Scoring

/// The result that the documentation shows, with every kind of measure in it.
enum SampleResult {
  static let scenarioSHA256 = "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c"

  static var result: Result {
    Result(
      scenarioID: "lifting-easing-left", ruleSet: 1, trainee: "t-7k3qvm2x", mode: .practice,
      origin: .live, device: Device(kind: .mouse, pressure: .set),
      duration: Figure(units: 412_500, places: 3), verdict: .passed, score: .tenths(874),
      passMark: 75, critical: [], below: [], borderline: false,
      criteria: [
        CriterionResult(
          criterion: .path, weight: 25, assessed: true, lost: .tenths(31), effectiveTenths: 250),
        CriterionResult(
          criterion: .flow, weight: 10, assessed: false, lost: .tenths(0), effectiveTenths: 0),
      ],
      deductions: [
        Deduction(
          criterion: .speed, code: "speed.tooFast", points: .tenths(22), phase: "comb",
          spans: [
            Span(start: .seconds(131_200_000), end: .seconds(133_900_000)),
            Span(start: .seconds(140_000_000), end: .seconds(140_005_000)),
          ],
          message: "Too fast: up to 142 mm/s, aim for 20 to 100"),
        Deduction(
          criterion: .procedure, code: "procedure.notAsked", points: .tenths(10), phase: nil,
          spans: [], message: "Not asked: \"illness\""),
      ],
      phases: [stroking, pressing, lifting],
      areas: [
        AreaResult(
          id: "left-l4", contact: .seconds(23_000_000), entries: 13, depth: .hundredths(8.4),
          peakPressure: .thousandths(0.12), pressed: .seconds(0)),
        AreaResult(
          id: "spine", contact: .seconds(0), entries: 0, depth: .hundredths(0),
          peakPressure: nil, pressed: .seconds(0)),
      ])
  }

  private static var stroking: PhaseResult {
    PhaseResult(
      id: "warm-up", technique: .stroking, contact: .thousandths(162.1), contacts: 16, breaks: 0,
      lost: .thousandths(0), offPath: .hundredths(0), meanSpeed: .hundredths(58.3),
      speedInBand: .thousandths(0.98), speedTooSlow: .thousandths(0.02),
      speedTooFast: .thousandths(0), speedVariation: .thousandths(0.21),
      hesitation: .thousandths(0.01), meanPressure: .thousandths(0.12),
      pressureInBand: .thousandths(1), vibrations: 0, vibration: .seconds(0), taps: 0,
      guides: [
        GuideResult(
          id: "left", done: .thousandths(1), strokes: 8, loops: 0, coverage: .thousandths(1),
          meanDeviation: .hundredths(6.02), meanOffset: .hundredths(-1.2),
          maxDeviation: .hundredths(14.8), corridorShare: .thousandths(0.97),
          backward: .hundredths(0), wobble: .hundredths(0.4), meanDiameter: nil,
          meanAdvance: nil, loopsPerMinute: nil)
      ],
      points: [], area: nil)
  }

  private static var pressing: PhaseResult {
    untouched(
      "press", .pointPress,
      points: [
        PointResult(
          id: "a", done: .thousandths(1), held: .seconds(3_200_000),
          meanDistance: .hundredths(2.1))
      ], area: nil)
  }

  private static var lifting: PhaseResult {
    untouched(
      "lift", .honeyLift, points: [], area: LiftResult(done: .thousandths(0.85), lifts: 17))
  }

  private static func untouched(
    _ id: String, _ technique: Technique, points: [PointResult], area: LiftResult?
  ) -> PhaseResult {
    PhaseResult(
      id: id, technique: technique, contact: .seconds(0), contacts: 0, breaks: 0,
      lost: .seconds(0), offPath: nil, meanSpeed: nil, speedInBand: nil, speedTooSlow: nil,
      speedTooFast: nil, speedVariation: nil, hesitation: nil, meanPressure: nil,
      pressureInBand: nil, vibrations: nil, vibration: nil, taps: nil, guides: [],
      points: points, area: area)
  }
}
