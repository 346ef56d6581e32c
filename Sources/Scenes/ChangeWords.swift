import BackAtlas
import Catalogue
import Geometry
import Scenarios
import Scoring

/// Looks up what a change has to say for itself.
struct ChangeWords {
  let change: Change
  let scenario: Scenario
  let result: Scoring.Result
  /// Measures of the change's phase, and what was asked there.
  let measured: PhaseResult?
  let asked: Phase?
  /// Where most of it was, as in "left L3".
  let place: String?

  init(change: Change, model: DebriefModel) {
    self.change = change
    scenario = model.scenario
    result = model.result
    measured = model.result.phases.first { $0.id == change.phase }
    asked = change.phase.flatMap(model.scenario.phaseIndex).map { model.scenario.phases[$0] }
    let worst = change.deductions.max {
      let (a, b) = (
        model.result.deductions[$0].points.units, model.result.deductions[$1].points.units
      )
      return a != b ? a < b : $0 > $1
    }
    place = worst.flatMap { model.marks[$0].place }.map {
      Words.place(model.scenario.patient.back.name(of: $0))
    }
  }

  var detail: String {
    switch change.kind {
    case .critical(let code): critical(code)
    case .decision: decision
    case .preparation: preparation
    case .notShown: notShown
    case .code(let code): detail(code)
    }
  }

  private func critical(_ code: String) -> String {
    switch code {
    case "procedure.wrongDecision": decision
    case "procedure.allergy":
      Texts[
        "change.allergy",
        ["allergens": Words.Preparation.allergies(scenario.patient.allergies)]]
    case "spasm.wentOn": Texts["change.wentOn"]
    default: detail(code)
    }
  }

  private var decision: String {
    let reasons = scenario.patient.standingReasons
    let right = Texts["change.decision.\(scenario.decision.rawValue)"]
    guard scenario.decision != .proceed, !reasons.isEmpty else { return right }
    let shown = reasons.prefix(2).map { Texts.inSentence(Words.reason($0)) }
    let more = reasons.count - shown.count
    let named = shown + (more > 0 ? [Texts.count("change.moreReasons", more)] : [])
    return known(right)
      + Texts.count(
        "change.against", reasons.count, ["reasons": Words.sentence(Words.list(named))])
  }

  private var preparation: String {
    let right = scenario.preparation
    var parts: [String] = []
    for code in change.codes {
      switch code {
      case "procedure.position":
        parts.append(Texts.inSentence(Words.Preparation.position(right.position)))
      case "procedure.arms":
        parts += right.arms.map { [Texts["change.part.arms.\($0.rawValue)"]] } ?? []
      case "procedure.cushion":
        parts += right.cushion.map { [Texts["change.part.cushion.\($0.rawValue)"]] } ?? []
      case "procedure.product":
        let names = right.product.map { Texts.inSentence(Words.Preparation.product($0).title) }
        parts.append(Words.alternatives(names))
      default: parts.append(Texts["change.part.before"])
      }
    }
    return Texts["change.right", ["parts": Words.series(parts)]]
  }

  private var notShown: String {
    let done = result.completion.flatMap { completion in
      completion.units < 1000
        ? Texts["change.done", ["percent": percent(String(completion.units / 10))]] : nil
    }
    let isHasty = measured?.isMostlyTooFast ?? false
    let isBackward = measured?.isMostlyBackward ?? false
    if change.codes.contains("procedure.phaseMissing"), let leftOut {
      return known(done) + leftOut
    }
    return known(done)
      + (isHasty
        ? Texts["change.hasty"]
        : isBackward ? Texts["change.againstGuide"] : Texts["change.inFull"])
  }

  /// The steps in which no hand came down, by name where they are few.
  private var leftOut: String? {
    let steps = scenario.phases.filter { phase in
      result.phases.contains { $0.id == phase.id && $0.contacts == 0 }
    }
    guard !steps.isEmpty else { return nil }
    guard steps.count <= 2 else { return Texts.count("change.leftOutSteps", steps.count) }
    return Texts["change.leftOut", ["steps": Words.list(steps.map(Words.title))]]
  }

  private func detail(_ code: String) -> String {
    switch code {
    case "procedure.notAsked": Texts["change.notAsked"]
    case "procedure.order": Texts["change.order"]
    case "procedure.duration": duration
    default:
      path(code) ?? speed(code) ?? pressure(code) ?? spasm(code) ?? flow(code) ?? loops(code)
        ?? technique(code) ?? Words.Debrief.name(code) + "."
    }
  }

  private var duration: String {
    guard let measured, let minutes = asked?.minutes else { return Texts["change.contactUnknown"] }
    return Texts[
      "change.contact",
      [
        "time": Words.clock(measured.contact.value), "low": Words.clock(minutes.fullLow * 60),
        "high": Words.clock(minutes.fullHigh * 60),
      ]]
  }

  // MARK: Parts of sentences

  var near: String { place.map { Texts["change.longestAt", ["place": $0]] } ?? "" }

  /// A sentence before another one.
  func known(_ sentence: String?) -> String { sentence.map { $0 + " " } ?? "" }

  func number(_ value: Double, _ places: Int = 0) -> String {
    Words.number(value, places: places)
  }

  func range(_ band: Band) -> String {
    Texts["number.range", ["low": number(band.fullLow, 1), "high": number(band.fullHigh, 1)]]
  }

  func percent(_ number: String) -> String { Texts["number.percent", ["value": number]] }

  func share(_ share: Figure?) -> String? {
    guard let share, share.value >= 0.005 else { return nil }
    return percent(number(share.value * 100))
  }
}
