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

  /// The whole result of an ordinary attempt: points add up.
  static var ordinary: Result {
    var result = result
    let lost = [0, 76, 54, 1, 2, 11, 1]
    result.criteria = Criterion.allCases.enumerated().map { index, criterion in
      CriterionResult(
        criterion: criterion, weight: [15, 25, 15, 10, 15, 10, 10][index], assessed: true,
        lost: .tenths(lost[index]), effectiveTenths: [158, 263, 158, 53, 158, 105, 105][index])
    }
    result.phases[2].area?.done = .thousandths(0.97)
    result.score = .tenths(1000 - lost.reduce(0, +))
    func deduction(
      _ criterion: Criterion, _ code: String, _ tenths: Int, _ phase: String?, _ spans: [Span],
      _ message: String
    ) -> Deduction {
      Deduction(
        criterion: criterion, code: criterion.rawValue + "." + code, points: .tenths(tenths),
        phase: phase, spans: spans, message: message)
    }
    func notShown(_ criterion: Criterion, _ tenths: Int) -> Deduction {
      deduction(
        criterion, "notShown", tenths, "lift",
        [Span(start: .seconds(0), end: .seconds(412_500_000))],
        "Not shown: as much as was done; make every lift of Lift, over the whole area")
    }
    result.deductions = [
      deduction(
        .path, "offGuide", 73, "warm-up",
        [Span(start: .seconds(64_000_000), end: .seconds(69_000_000))]
          + (0..<107).map { index in
            let start = 100_000_000 + index * 1_000_000
            return Span(
              start: .seconds(start), end: .seconds(start + (index == 100 ? 6_200_000 : 400_000)))
          }, "Beside the guide: 6.2 mm on average, keep within 4 mm"),
      notShown(.path, 3),
      deduction(
        .speed, "tooFast", 52, "comb", result.deductions[0].spans, result.deductions[0].message),
      notShown(.speed, 2), notShown(.pressure, 1), notShown(.spasm, 2),
      deduction(.flow, "breaks", 10, nil, [], "Two breaks, keep a hand on the back"),
      notShown(.flow, 1), notShown(.technique, 1),
    ]
    return result
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
