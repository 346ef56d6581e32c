import Attempts
import Scenarios
public import Scoring

/// Results as comma-separated values (RFC 4180): a header, then one row per attempt.
///
/// The columns are stable: new ones come at the end. Values are those of the JSON object; lists
/// are joined with spaces; what does not apply, and the points of a criterion that was not
/// assessed, are empty.
public enum ResultCSV {
  /// Ends every row.
  public static let lineEnd = "\r\n"

  public static let columns: [String] =
    [
      "record", "scenario", "scenario_sha256", "rules", "trainee", "mode", "origin", "device",
      "pressure", "duration_s", "verdict", "score", "passMark", "critical", "below", "borderline",
    ]
    + Criterion.allCases.flatMap {
      ["\($0.rawValue)_weight", "\($0.rawValue)_assessed", "\($0.rawValue)_lost"]
    }
    + ["digest"]

  /// The first row, without its line end.
  public static var header: String { columns.joined(separator: ",") }

  /// The row of an attempt, without its line end.
  public static func row(_ result: Result, record: String, scenarioSHA256: String) -> String {
    var cells = [
      record, result.scenarioID, scenarioSHA256, String(result.ruleSet),
      result.trainee ?? "",
      result.mode.rawValue, result.origin.rawValue, result.device.kind.rawValue,
      result.device.pressure.rawValue, result.duration.description, result.verdict.rawValue,
      result.score.description, String(result.passMark),
      result.critical.joined(separator: " "),
      result.below.map(\.rawValue).joined(separator: " "), String(result.borderline),
    ]
    for criterion in Criterion.allCases {
      if let judged = result.criteria.first(where: { $0.criterion == criterion }) {
        cells += [
          String(judged.weight), String(judged.assessed),
          judged.assessed ? judged.lost.description : "",
        ]
      } else {
        cells += ["", "false", ""]
      }
    }
    cells.append(ResultJSON.digest(result, scenarioSHA256: scenarioSHA256))
    return cells.map(cell).joined(separator: ",")
  }

  /// The whole file of an attempt, for people who open it in a spreadsheet: see ``ownText(_:)``.
  public static func file(
    _ result: Result, record: String, scenarioSHA256: String
  ) -> String {
    header + lineEnd
      + row(result, record: ownText(record), scenarioSHA256: scenarioSHA256) + lineEnd
  }

  /// A text that somebody else wrote, such as a file's name, as a value that no spreadsheet takes for
  /// a formula: where it begins like one, an apostrophe stands before it.
  public static func ownText(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, text.unicodeScalars.count > 1,
      ["=", "+", "-", "@", "\t", "\r", "\n"].contains(first)
    else { return text }
    return "'" + text
  }

  /// A value as a cell: quoted where it holds a comma, a quote or a line end.
  public static func cell(_ value: String) -> String {
    let special = value.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n"
    }
    guard special else { return value }
    var quoted = "\""
    for scalar in value.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
