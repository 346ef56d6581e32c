public import Attempts
public import Scenarios

/// How good an attempt was. Written as the contract's JSON object by `Handover`.
public struct Result: Hashable, Sendable {
  public enum Verdict: String, Sendable { case passed, failed, abandoned }

  public var scenarioID: String
  public var ruleSet: Int
  public var trainee: String?
  public var mode: Mode
  public var origin: Origin
  public var device: Device
  /// Seconds of the attempt's clock.
  public var duration: Figure
  public var verdict: Verdict
  /// 100 minus the sum of all deductions, exactly, in tenths.
  public var score: Figure
  public var passMark: Int
  /// Codes of critical faults, in order of time.
  public var critical: [String]
  /// Assessed criteria that kept less than the rubric's minimum.
  public var below: [Criterion]
  public var borderline: Bool
  /// In the order of ``Criterion``.
  public var criteria: [CriterionResult]
  /// By criterion, code, first span.
  public var deductions: [Deduction]
  public var phases: [PhaseResult]
  /// Areas in spasm in the order of the case, then spine, kidney-left, kidney-right.
  public var areas: [AreaResult]
}

public struct CriterionResult: Hashable, Sendable {
  public var criterion: Criterion
  /// As the rubric says.
  public var weight: Int
  public var assessed: Bool
  /// Points.
  public var lost: Figure
  /// The weight in tenths of a point after what is not assessed gave its weight away.
  public var effectiveTenths: Int
}

/// A stretch of the attempt's clock, in seconds.
public struct Span: Hashable, Sendable {
  public var start: Figure
  public var end: Figure
}

public struct Deduction: Hashable, Sendable {
  public var criterion: Criterion
  /// As in `speed.tooFast`.
  public var code: String
  public var points: Figure
  /// The phase in which most of it was lost; nil when it is of the whole attempt.
  public var phase: String?
  public var spans: [Span]
  /// English, part of the rule set: what was measured, what to aim for.
  public var message: String
}

/// Measures of one phase; nil where a measure does not apply.
public struct PhaseResult: Hashable, Sendable {
  public var id: String
  public var technique: Technique
  public var contact: Figure
  public var contacts: Int
  public var breaks: Int
  public var lost: Figure
  public var offPath: Figure?
  public var meanSpeed: Figure?
  public var speedInBand: Figure?
  public var speedTooSlow: Figure?
  public var speedTooFast: Figure?
  public var speedVariation: Figure?
  public var hesitation: Figure?
  public var meanPressure: Figure?
  public var pressureInBand: Figure?
  public var vibrations: Int?
  public var vibration: Figure?
  public var taps: Int?
  public var guides: [GuideResult]
  public var points: [PointResult]
  public var area: LiftResult?
}

public struct GuideResult: Hashable, Sendable {
  public var id: String
  public var done: Figure?
  public var strokes: Int?
  public var loops: Int?
  public var coverage: Figure?
  public var meanDeviation: Figure?
  public var meanOffset: Figure?
  public var maxDeviation: Figure?
  public var corridorShare: Figure?
  public var backward: Figure?
  public var wobble: Figure?
  public var meanDiameter: Figure?
  public var meanAdvance: Figure?
  public var loopsPerMinute: Figure?
}

public struct PointResult: Hashable, Sendable {
  public var id: String
  public var done: Figure?
  public var held: Figure?
  public var meanDistance: Figure?
}

public struct LiftResult: Hashable, Sendable {
  public var done: Figure?
  public var lifts: Int?
}

public struct AreaResult: Hashable, Sendable {
  public var id: String
  public var contact: Figure
  public var entries: Int
  public var depth: Figure
  public var peakPressure: Figure?
  /// Seconds in which the area's rule was broken.
  public var pressed: Figure
}
