import Attempts
import Scenarios
public import Scoring

/// Deductions as comma-separated values (RFC 4180): a header, then one row for each of an attempt.
///
/// The columns are stable: new ones come at the end. Values are those of the JSON object. Times are
/// seconds of the attempt's clock; a deduction without a moment has none. The sentence is English,
/// part of the rule set. A record's name and the sentence, which may begin with
/// the title of a step, are as in ``ResultCSV/ownText(_:)``.
public enum DeductionCSV {
  public static let columns = [
    "record", "trainee", "scenario", "scenario_sha256", "rules", "mode", "origin", "verdict",
    "score", "criterion", "code", "points", "phase", "spans", "first_start_s", "first_end_s",
    "total_s", "message", "digest",
  ]

  /// The first row, without its line end.
  public static var header: String { columns.joined(separator: ",") }

  /// The rows of an attempt, in the order of the result, without their line ends; none where
  /// nothing was deducted.
  public static func rows(
    _ result: Result, record: String, scenarioSHA256: String
  ) -> [String] {
    let digest = ResultJSON.digest(result, scenarioSHA256: scenarioSHA256)
    let attempt = [
      ResultCSV.ownText(record), result.trainee ?? "", result.scenarioID, scenarioSHA256,
      String(result.ruleSet), result.mode.rawValue, result.origin.rawValue,
      result.verdict.rawValue, result.score.description,
    ]
    return result.deductions.map { deduction in
      // Spans are merged, so their lengths add up.
      let total = deduction.spans.reduce(0) { $0 + $1.end.units - $1.start.units }
      let cells =
        attempt + [
          deduction.criterion.rawValue, deduction.code, deduction.points.description,
          deduction.phase ?? "", String(deduction.spans.count),
          deduction.spans.first?.start.description ?? "",
          deduction.spans.first?.end.description ?? "",
          deduction.spans.isEmpty ? "" : Figure(units: total, places: 3).description,
          ResultCSV.ownText(deduction.message), digest,
        ]
      return cells.map(ResultCSV.cell).joined(separator: ",")
    }
  }

  /// The whole file of an attempt.
  public static func file(
    _ result: Result, record: String, scenarioSHA256: String
  ) -> String {
    ([header] + rows(result, record: record, scenarioSHA256: scenarioSHA256))
      .map { $0 + ResultCSV.lineEnd }.joined()
  }
}
