import Scenarios
import Scoring

/// English texts of the changes worth most: what to do, and what was measured.
extension Words.Debrief {
  /// A few words: what to do.
  static func advice(_ change: Change) -> String {
    switch change.kind {
    case .critical(let code): advice(code)
    case .decision:
      advice(
        change.codes.contains("procedure.wrongDecision")
          ? "procedure.wrongDecision" : "procedure.reason")
    case .preparation: change.codes.count == 1 ? advice(change.codes[0]) : "Prepare completely"
    case .notShown:
      change.codes == ["procedure.phaseMissing"]
        ? advice("procedure.phaseMissing") : "Do all that is asked"
    case .code(let code): advice(code)
    }
  }

  /// What to do about a code next time.
  static func advice(_ code: String) -> String {
    switch code {
    case "procedure.position": "Choose the right position"
    case "procedure.arms": "Place the arms right"
    case "procedure.cushion": "Mind the cushion"
    case "procedure.product": "Choose a fitting product"
    case "procedure.before": "Prepare completely"
    case "procedure.notAsked": "Ask all four groups"
    case "procedure.phaseMissing": "Leave no step out"
    case "procedure.order": "Keep the order of steps"
    case "procedure.duration": "Give each step its time"
    case "procedure.reason": "Name the right reasons"
    case "procedure.wrongDecision": "Decide by the case"
    case "procedure.allergy": "Mind the allergy"
    case "path.offGuide": "Stay on the guide"
    case "path.backward": "Stroke one way"
    case "speed.tooFast": "Slow the hand"
    case "speed.tooSlow": "Keep the hand moving"
    case "speed.uneven": "Keep one even pace"
    case "pressure.tooHard": "Lighten the hand"
    case "pressure.tooLight": "Give a little more weight"
    case "spasm.pressed": "Keep off the spasm"
    case "spasm.touched": "Do not touch the spasm"
    case "spasm.spine": "Keep off the spine"
    case "spasm.kidney": "Keep calm over the kidneys"
    case "spasm.wentOn": "Stop when it hurts"
    case "flow.wobble": "Steady the line"
    case "flow.hesitation": "Do not stop on the way"
    case "flow.breaks": "Keep the hand on the back"
    case "technique.diameter": "Mind the size of the loops"
    case "technique.advance": "Advance loop by loop"
    case "technique.turn": "Turn the other way"
    case "technique.other": "Use the technique asked"
    case "technique.press": "Press still and long enough"
    case "technique.vibration": "No vibration"
    case "technique.tapping": "No tapping"
    default: code.hasSuffix(".notShown") ? "Do all that is asked" : Words.sentence(code)
    }
  }

  /// Whose points a change would win back, and how many.
  static func gain(_ change: Change) -> String {
    let names =
      change.criteria.count > 2
      ? Words.count(change.criteria.count, "criterion", "criteria")
      : Words.list(
        change.criteria.map(Words.criterion).enumerated().map {
          $0 == 0 ? $1 : $1.prefix(1).lowercased() + $1.dropFirst()
        })
    let points = change.points.units > 0 ? "up to +\(change.points)" : nil
    if change.isCritical {
      return points.map { "Critical, \($0)" } ?? "Critical: fails the attempt"
    }
    return [names, points].compactMap(\.self).joined(separator: ", ")
  }

  /// What was measured and what to aim for, in at most three short lines.
  static func detail(_ change: Change, in model: DebriefModel) -> String {
    ChangeWords(change: change, model: model).detail
  }
}
