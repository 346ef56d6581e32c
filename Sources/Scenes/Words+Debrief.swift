import Attempts
import BackAtlas
import Scenarios
import Scoring

/// English texts of the debrief.
extension Words {
  enum Debrief {
    static let title = "Debrief"
    static let total = "Total score"
    static let of100 = "of 100"
    static let criteria = "Criteria"
    static let weight = "Weight"
    static let kept = "Kept"
    static let lost = "Lost"
    static let passMark = "pass mark"
    static let notAssessed = "Not assessed"
    static let timeline = "Session timeline"
    static let before = "Case, preparation"
    static let beforeShort = "Before"
    static let next = "Next case"
    static let retry = "Retry"
    static let library = "Library"
    static let stepHint = "Step through deductions"
    static let earlier = "Earlier deductions"
    static let later = "Later deductions"
    static let noMoments = "No mark has a moment of its own"
    static let chooseOne = "Choose a deduction to see its moment"
    static let whole = "whole attempt"
    static let noDeductions = "Nothing cost points"
    static let noDeductionsAdvice = "Take it as an exam, or go on to the next case."
    static let noTrace = "No hand touched the back"
    static let clean = "Every assessed criterion kept its full weight."

    static let origin = "What was judged"

    static func origins(_ result: Scoring.Result) -> [(String, String)] {
      var rows = [("Case", result.scenarioID)]
      if let trainee = result.trainee { rows.append(("Trainee", trainee)) }
      rows.append(("Input", input(result.device)))
      rows.append(("Rules", "set \(result.ruleSet)"))
      return rows
    }

    private static func input(_ device: Device) -> String {
      let kind =
        switch device.kind {
        case .mouse: "mouse"
        case .touch: "touch"
        case .pen: "pen"
        case .controller: "controller"
        case .demonstration: "demonstration"
        case .foreign: "foreign record"
        }
      return switch device.pressure {
      case .measured: kind + ", pressure measured"
      case .set: kind + ", pressure set"
      case .none: kind + ", no pressure"
      }
    }

    static func verdict(_ result: Scoring.Result) -> String {
      switch result.verdict {
      case .passed: "Passed, pass mark \(result.passMark)"
      case .failed: "Failed, pass mark \(result.passMark)"
      case .abandoned: "Not finished"
      }
    }

    /// Why the verdict is what it is, in one sentence.
    static func reason(_ result: Scoring.Result) -> String {
      if let code = result.critical.first { return "Critical: " + critical(code) }
      if result.verdict == .abandoned { return "The attempt was not ended." }
      if result.below.count > 3 { return "Too little kept of \(result.below.count) criteria." }
      if !result.below.isEmpty {
        return "Too little kept of " + list(result.below.map { criterion($0).lowercased() }) + "."
      }
      if result.borderline { return "Close to the mark: a pixel could decide." }
      let gap = result.score.value - Double(result.passMark)
      if result.verdict == .failed { return "\(tenths(-gap)) points short of the pass mark" }
      return gap == 0 ? "Exactly the pass mark" : "\(tenths(gap)) points above the pass mark"
    }

    private static func tenths(_ value: Double) -> String { Figure(value, places: 1).description }

    static func critical(_ code: String) -> String {
      switch code {
      case "procedure.wrongDecision": "massaged against the case."
      case "procedure.allergy": "a product the patient is allergic to."
      case "spasm.wentOn": "went on after the patient felt pain."
      case "technique.vibration": "vibration was not prescribed."
      case "technique.tapping": "tapping was not prescribed."
      case "spasm.kidney": "vibration or tapping over a kidney."
      default: code
      }
    }

    static func attempt(_ result: Scoring.Result) -> String {
      switch result.origin {
      case .live: Words.mode(result.mode)
      case .demonstration: "Demonstration"
      case .foreign: "Foreign record"
      }
    }

    static func length(_ seconds: Double) -> String { clock(seconds) + " min" }

    static func band(_ band: Band) -> String {
      "Speed in mm/s, target band \(number(band.fullLow))–\(number(band.fullHigh))"
    }

    static let speed = "Speed in mm/s"

    static func number(_ value: Double) -> String { Figure(value, places: 1).description }

    /// A few words for a deduction, as on the timeline.
    static func name(_ code: String) -> String {
      switch code {
      case "procedure.position": "Position"
      case "procedure.arms": "Arms"
      case "procedure.cushion": "Cushion"
      case "procedure.product": "Product"
      case "procedure.before": "Left out before"
      case "procedure.notAsked": "Not asked"
      case "procedure.phaseMissing": "Step left out"
      case "procedure.order": "Out of order"
      case "procedure.duration": "Step's length"
      case "procedure.reason": "Reasons"
      case "procedure.wrongDecision": "Wrong decision"
      case "path.offGuide": "Off the path"
      case "path.backward": "Backward"
      case "speed.tooFast": "Too fast"
      case "speed.tooSlow": "Too slow"
      case "speed.uneven": "Uneven speed"
      case "pressure.tooHard": "Too hard"
      case "pressure.tooLight": "Too light"
      case "spasm.pressed": "Spasm pressed"
      case "spasm.touched": "Spasm touched"
      case "spasm.spine": "On the spine"
      case "spasm.kidney": "Over a kidney"
      case "flow.wobble": "Wobble"
      case "flow.hesitation": "Hesitation"
      case "flow.breaks": "Breaks"
      case "technique.diameter": "Loop size"
      case "technique.advance": "Loop advance"
      case "technique.turn": "Wrong turn"
      case "technique.other": "Other technique"
      case "technique.press": "Presses"
      case "technique.vibration": "Vibration"
      case "technique.tapping": "Tapping"
      default: code.hasSuffix(".notShown") ? "Not shown" : sentence(code)
      }
    }

    static func moment(_ mark: DebriefModel.Mark, _ deduction: Deduction) -> String {
      let points = lost(deduction.points) + " points"
      guard let moment = mark.moment else { return points }
      let more = deduction.spans.count - 1
      let times = more > 0 ? ", " + count(more, "more time", "more times") : ""
      return "At \(clock(moment))\(times), \(points)"
    }

    /// Points lost with their tenth, such as "−6.0"; nothing lost is "0".
    static func lost(_ points: Figure) -> String {
      guard points.units != 0 else { return "0" }
      return "−" + points.description + (points.places == 1 && points.units % 10 == 0 ? ".0" : "")
    }

    /// - Parameter count: of the marks that are on the timeline.
    static func marks(_ count: Int) -> String {
      switch count {
      case 0: ""
      case 1: "The mark matches the timeline"
      default: "Marks 1–\(count) match the timeline"
      }
    }

    static func range(_ first: Int, _ last: Int, of total: Int) -> String {
      "Deductions \(first)–\(last) of \(total)"
    }
  }
}
