import Attempts
import Digests
import Scenarios
public import Scoring

/// A result as the one JSON object per record, on one line, that leaves the program.
///
/// The bytes depend on the record and the rule set alone: not on machine, process, build, locale,
/// order or number of jobs.
public enum ResultJSON {
  /// Version of the format.
  public static let format = 1

  /// The object, without a line end.
  ///
  /// - Parameters:
  ///   - record: the last part of the record's file name, `-` for standard input.
  ///   - scenarioSHA256: of the bytes of the scenario's file, lower-case hex.
  public static func line(
    _ result: Result, record: String, scenarioSHA256: String
  ) -> String {
    let judged = judged(result, scenarioSHA256: scenarioSHA256)
    return "{" + opening(record) + "," + judged + ",\"digest\":"
      + JSONText.string(hexadecimalSHA256(judged)) + "}"
  }

  /// The object that stands in a series of results for a record that could not be scored.
  public static func errorLine(record: String, error: String) -> String {
    "{" + opening(record) + ",\"error\":" + JSONText.string(error) + "}"
  }

  /// The result's `digest`: equal for equal judgements of equal scenarios, whatever the record's
  /// name.
  public static func digest(_ result: Result, scenarioSHA256: String) -> String {
    hexadecimalSHA256(judged(result, scenarioSHA256: scenarioSHA256))
  }

  private static func opening(_ record: String) -> String {
    JSONText.members(["effleurage": String(format), "record": JSONText.string(record)])
  }

  /// What the digest covers: from `"scenario"` to the byte before `,"digest"`.
  private static func judged(_ result: Result, scenarioSHA256: String) -> String {
    JSONText.members([
      "scenario": JSONText.object([
        "id": JSONText.string(result.scenarioID),
        "sha256": JSONText.string(scenarioSHA256),
      ]),
      "rules": String(result.ruleSet),
      "trainee": JSONText.string(result.trainee),
      "mode": JSONText.string(result.mode.rawValue),
      "origin": JSONText.string(result.origin.rawValue),
      "device": JSONText.object([
        "kind": JSONText.string(result.device.kind.rawValue),
        "pressure": JSONText.string(result.device.pressure.rawValue),
      ]),
      "duration_s": JSONText.figure(result.duration),
      "verdict": JSONText.string(result.verdict.rawValue),
      "score": JSONText.figure(result.score),
      "passMark": String(result.passMark),
      "critical": JSONText.array(result.critical.map { JSONText.string($0) }),
      "below": JSONText.array(result.below.map { JSONText.string($0.rawValue) }),
      "borderline": JSONText.boolean(result.borderline),
      "criteria": JSONText.array(result.criteria.map(criterion)),
      "deductions": JSONText.array(result.deductions.map(deduction)),
      "phases": JSONText.array(result.phases.map(phase)),
      "areas": JSONText.array(result.areas.map(area)),
    ])
  }

  private static func criterion(_ result: CriterionResult) -> String {
    JSONText.object([
      "id": JSONText.string(result.criterion.rawValue),
      "weight": String(result.weight),
      "assessed": JSONText.boolean(result.assessed),
      "lost": JSONText.figure(result.lost),
    ])
  }

  private static func deduction(_ deduction: Deduction) -> String {
    JSONText.object([
      "criterion": JSONText.string(deduction.criterion.rawValue),
      "code": JSONText.string(deduction.code),
      "points": JSONText.figure(deduction.points),
      "phase": JSONText.string(deduction.phase),
      "spans": JSONText.array(
        deduction.spans.map { JSONText.array([$0.start.description, $0.end.description]) }),
      "message": JSONText.string(deduction.message),
    ])
  }

  private static func area(_ area: AreaResult) -> String {
    JSONText.object([
      "id": JSONText.string(area.id),
      "contact_s": JSONText.figure(area.contact),
      "entries": String(area.entries),
      "depth_mm": JSONText.figure(area.depth),
      "peakPressure": JSONText.figure(area.peakPressure),
      "pressed_s": JSONText.figure(area.pressed),
    ])
  }

  private static func hexadecimalSHA256(_ text: String) -> String {
    SHA256.text(of: Array(text.utf8))
  }
}
