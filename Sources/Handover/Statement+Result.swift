import Scenarios
import Scoring

extension Statement {
  /// The result of a statement. An attempt that was left early is not complete and has no score: a
  /// grade book would take the score so far for a grade.
  static func result(_ result: Result, digest: String) -> String {
    let isWhole = result.verdict != .abandoned
    return JSONText.object([
      ("score", isWhole ? score(result.score) : nil),
      ("success", isWhole ? JSONText.boolean(result.verdict == .passed) : nil),
      ("completion", JSONText.boolean(isWhole)),
      ("duration", JSONText.string(duration(result.duration))),
      (
        "extensions",
        JSONText.object([
          (extensionKey("criteria"), JSONText.array(result.criteria.map(criterion))),
          (extensionKey("deductions"), JSONText.array(result.deductions.map(deduction))),
          (
            extensionKey("critical"),
            JSONText.array(result.critical.map { JSONText.string($0) })
          ),
          (
            extensionKey("below"),
            JSONText.array(result.below.map { JSONText.string($0.rawValue) })
          ),
          (extensionKey("borderline"), JSONText.boolean(result.borderline)),
          (extensionKey("pass-mark"), String(result.passMark)),
          (extensionKey("rules"), String(result.ruleSet)),
          (extensionKey("digest"), JSONText.string(digest)),
        ])
      ),
    ])
  }

  /// Of 100 points; scaled to 0 to 1.
  private static func score(_ score: Figure) -> String {
    JSONText.object([
      "scaled": Figure(units: score.units, places: score.places + 2).description,
      "raw": score.description, "min": "0", "max": "100",
    ])
  }

  /// ISO 8601 in seconds with two decimals, as in `PT412.50S`; rounded half away from zero.
  static func duration(_ duration: Figure) -> String {
    let hundredths = Figure(duration.value, places: 2).units
    let fraction = String(hundredths % 100 + 100).dropFirst()
    return "PT\(hundredths / 100).\(fraction)S"
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
    ])
  }
}
