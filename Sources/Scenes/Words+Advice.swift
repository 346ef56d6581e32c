import Catalogue
import Scenarios
import Scoring

/// Texts of the changes worth most: what to do, and what was measured.
extension Words.Debrief {
  /// A few words: what to do.
  static func advice(_ change: Change) -> String {
    switch change.kind {
    case .critical(let code): advice(code)
    case .decision:
      advice(
        change.codes.contains("procedure.wrongDecision")
          ? "procedure.wrongDecision" : "procedure.reason")
    case .preparation:
      advice(change.codes.count == 1 ? change.codes[0] : "procedure.before")
    case .notShown:
      change.codes == ["procedure.phaseMissing"]
        ? advice("procedure.phaseMissing") : Texts["deduction.notShown.advice"]
    case .code(let code): advice(code)
    }
  }

  /// What to do about a code next time.
  static func advice(_ code: String) -> String {
    code.hasSuffix(".notShown")
      ? Texts["deduction.notShown.advice"] : Texts["deduction.\(code).advice"]
  }

  /// Whose points a change would win back, and how many.
  static func gain(_ change: Change) -> String {
    let hasPoints = change.points.units > 0
    let points = Words.figure(change.points)
    if change.isCritical {
      return hasPoints ? Texts["gain.critical", ["points": points]] : Texts["gain.fails"]
    }
    let names =
      change.criteria.count > 2
      ? Texts.count("gain.criteria", change.criteria.count)
      : Words.list(
        change.criteria.map(Words.criterion).enumerated().map {
          $0 == 0 ? $1 : Texts.inSentence($1)
        })
    return hasPoints ? Texts["gain.points", ["criteria": names, "points": points]] : names
  }

  /// What was measured and what to aim for, in at most three short lines.
  static func detail(_ change: Change, in model: DebriefModel) -> String {
    ChangeWords(change: change, model: model).detail
  }
}
