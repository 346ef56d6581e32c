import Attempts
import BackAtlas
import Catalogue
import Patients
import Scenarios
import Scoring

/// Texts of the debrief.
extension Words {
  enum Debrief {
    static var title: String { Texts["debrief.title"] }
    static var total: String { Texts["debrief.total"] }
    static var of100: String { Texts["debrief.of100"] }
    static var criteria: String { Texts["debrief.criteria"] }
    static var weight: String { Texts["debrief.weight"] }
    static var score: String { Texts["debrief.score"] }
    static var lastColumn: String { Texts["debrief.lastColumn"] }
    static var lastKey: String { Texts["debrief.lastKey"] }
    static var lost: String { Texts["debrief.lost"] }
    static var passMark: String { Texts["debrief.passMark"] }
    static var notAssessed: String { Texts["debrief.notAssessed"] }
    static var timeline: String { Texts["debrief.timeline"] }
    static var before: String { Texts["debrief.before"] }
    static var beforeShort: String { Texts["debrief.beforeShort"] }
    static var next: String { Texts["debrief.next"] }
    static var retry: String { Texts["debrief.retry"] }
    static var library: String { Texts["debrief.library"] }
    static var stepHint: String { Texts["debrief.stepHint"] }
    static var earlier: String { Texts["debrief.earlier"] }
    static var later: String { Texts["debrief.later"] }
    static var noMoments: String { Texts["debrief.noMoments"] }
    static var play: String { Texts["debrief.play"] }
    static var pause: String { Texts["debrief.pause"] }
    static var momentOfStep: String { Texts["debrief.momentOfStep"] }
    static var momentOfSession: String { Texts["debrief.momentOfSession"] }
    static var earlierStretch: String { Texts["debrief.earlierStretch"] }
    static var laterStretch: String { Texts["debrief.laterStretch"] }
    static var export: String { Texts["debrief.export"] }
    static var exportHint: String { Texts["debrief.exportHint"] }
    static var closeCall: String { Texts["debrief.closeCall"] }
    static var whole: String { Texts["debrief.whole"] }
    static var noDeductions: String { Texts["debrief.noDeductions"] }
    static var noDeductionsAdvice: String { Texts["debrief.noDeductionsAdvice"] }
    static var noTrace: String { Texts["debrief.noTrace"] }
    static var clean: String { Texts["debrief.clean"] }

    static var work: String { Texts["debrief.work.title"] }
    static var workNote: String { Texts["debrief.work.note"] }
    static func indicator(_ indicator: Indicator) -> String {
      Texts["debrief.work.indicators.\(indicator.rawValue)"]
    }

    /// From what to what an indicator went, in hundredths.
    static func change(_ change: IndicatorChange) -> String {
      Texts[
        "debrief.work.change", ["from": String(change.from), "to": String(change.to)]]
    }

    static func direction(_ direction: IndicatorChange.Direction) -> String {
      switch direction {
      case .better: Texts["debrief.work.better"]
      case .worse: Texts["debrief.work.worse"]
      case .same: Texts["debrief.work.same"]
      }
    }

    static var origin: String { Texts["debrief.origin"] }

    static func origins(_ result: Scoring.Result) -> [(String, String)] {
      var rows = [(Texts["debrief.originCase"], result.scenarioID)]
      if let trainee = result.trainee { rows.append((Texts["debrief.originTrainee"], trainee)) }
      rows.append((Texts["debrief.originInput"], input(result.device)))
      rows.append(
        (Texts["debrief.originRules"], Texts["debrief.ruleSet", ["name": "\(result.ruleSet)"]]))
      return rows
    }

    private static func input(_ device: Device) -> String {
      Texts[
        "debrief.input.\(device.pressure.rawValue)",
        ["device": Texts["device.\(device.kind.rawValue)"]]]
    }

    static func verdict(_ result: Scoring.Result) -> String {
      switch result.verdict {
      case .passed: Texts["debrief.passed", ["mark": String(result.passMark)]]
      case .failed: Texts["debrief.failed", ["mark": String(result.passMark)]]
      case .abandoned: Texts["debrief.abandoned"]
      }
    }

    /// Why the verdict is what it is, in one sentence.
    static func reason(_ result: Scoring.Result) -> String {
      if let code = result.critical.first {
        return Texts["debrief.critical", ["what": critical(code)]]
      }
      if result.verdict == .abandoned { return Texts["debrief.notEnded"] }
      if result.below.count > 3 {
        return Texts.count("debrief.tooLittleOfMany", result.below.count)
      }
      if !result.below.isEmpty {
        let names = result.below.map { Texts.inSentence(criterion($0)) }
        return Texts["debrief.tooLittle", ["criteria": list(names)]]
      }
      let gap = result.score.value - Double(result.passMark)
      if result.verdict == .failed { return Texts["debrief.short", ["points": number(-gap)]] }
      return gap == 0
        ? Texts["debrief.exact"] : Texts["debrief.above", ["points": number(gap)]]
    }

    static func critical(_ code: String) -> String { Texts["deduction.\(code).critical"] }

    static func attempt(_ result: Scoring.Result) -> String {
      switch result.origin {
      case .live: Words.mode(result.mode)
      case .demonstration: Texts["debrief.demonstration"]
      case .foreign: Texts["debrief.foreign"]
      }
    }

    static func length(_ seconds: Double) -> String {
      Texts["number.minutes", ["time": clock(seconds)]]
    }

    static func band(_ band: Band) -> String {
      Texts["debrief.band", ["low": number(band.fullLow), "high": number(band.fullHigh)]]
    }

    static var speed: String { Texts["debrief.speed"] }

    static func number(_ value: Double) -> String { Words.number(value, places: 1) }

    /// A few words for a deduction, as on the timeline.
    static func name(_ code: String) -> String {
      code.hasSuffix(".notShown")
        ? Texts["deduction.notShown.name"] : Texts["deduction.\(code).name"]
    }

    /// Which of a deduction's moments is shown, such as "1 of 4".
    static func stretch(_ number: Int, of count: Int) -> String {
      Texts["debrief.stretch", ["number": String(number), "total": String(count)]]
    }

    /// Why a deduction has no moment.
    static func noMoment(_ code: String) -> String {
      let leftOut = ["procedure.notAsked", "procedure.before", "procedure.phaseMissing"]
      return code.hasSuffix(".notShown") || leftOut.contains(code)
        ? Texts["debrief.leftOut"] : Texts["debrief.noMoment"]
    }

    /// How the attempt before went, and how much better or worse this one.
    static func last(_ last: DebriefModel.Last, now: Figure) -> String {
      let gap = now.value - last.score.value
      guard abs(gap) >= 0.05 else {
        return Texts["debrief.lastSame", ["last": figure(last.score)]]
      }
      let points = Figure(abs(gap), places: 1)
      return Texts.count(
        gap > 0 ? "debrief.lastUp" : "debrief.lastDown", points.value == 1 ? 1 : 2,
        ["last": figure(last.score), "points": figure(points)])
    }

    static func percent(_ share: Figure) -> String {
      Texts["number.percent", ["value": figure(share)]]
    }

    /// Points lost with their tenth, such as "−6.0"; nothing lost is "0".
    static func lost(_ points: Figure) -> String {
      guard points.units != 0 else { return "0" }
      let zero = points.places == 1 && points.units % 10 == 0 ? Texts["number.decimal"] + "0" : ""
      return "−" + figure(points) + zero
    }

    /// - Parameter count: of the marks that are on the timeline.
    static func marks(_ count: Int) -> String {
      count == 0 ? "" : Texts.count("debrief.marks", count)
    }

    static func range(_ first: Int, _ last: Int, of total: Int) -> String {
      Texts[
        "debrief.range", ["first": String(first), "last": String(last), "total": String(total)]]
    }
  }
}
