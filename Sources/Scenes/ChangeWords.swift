import BackAtlas
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
      model.scenario.patient.back.name(of: $0).description
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
      "The patient is allergic: \(Words.Preparation.allergies(scenario.patient.allergies)). "
        + "Ask before you choose what comes on the hands."
    case "spasm.wentOn":
      "The patient said that it hurts. Leave or lighten at once, not a breath later."
    default: detail(code)
    }
  }

  private var decision: String {
    let reasons = scenario.patient.standingReasons
    let right =
      switch scenario.decision {
      case .proceed: "This patient may be massaged."
      case .refer: "Refer this patient to the doctor."
      case .emergency: "This patient needs an emergency call."
      }
    guard scenario.decision != .proceed, !reasons.isEmpty else { return right }
    let shown = reasons.prefix(2).map { Words.reason($0).lowercased() }
    let more = reasons.count - shown.count
    return right + " "
      + (Words.sentence(Words.list(shown + (more > 0 ? ["\(more) more"] : [])))
        + (reasons.count == 1 ? " speaks against massage." : " speak against massage."))
  }

  private var preparation: String {
    let right = scenario.preparation
    var parts: [String] = []
    for code in change.codes {
      switch code {
      case "procedure.position": parts.append(Words.Preparation.position(right.position))
      case "procedure.arms":
        parts += right.arms.map { ["arms " + Words.Preparation.arms($0)] } ?? []
      case "procedure.cushion":
        parts +=
          right.cushion.map { [$0 == .under ? "cushion under the belly" : "no cushion"] } ?? []
      case "procedure.product":
        let names = right.product.map { Words.Preparation.product($0).title.lowercased() }
        parts.append(names.joined(separator: " or "))
      default: parts.append("all before you touch")
      }
    }
    return "Right here: " + parts.map { $0.lowercased() }.joined(separator: ", ") + "."
  }

  private var notShown: String {
    let done =
      result.completion.flatMap { completion in
        completion.units < 1000
          ? "\(completion.units / 10) % of what the case asks was done. " : nil
      } ?? ""
    let isHasty = measured?.isMostlyTooFast ?? false
    let isBackward = measured?.isMostlyBackward ?? false
    return done
      + (isHasty
        ? "What is too fast counts as not done."
        : isBackward
          ? "Against the guide counts as not done." : "Each step in full, at a working pace.")
  }

  private func detail(_ code: String) -> String {
    switch code {
    case "procedure.notAsked": "A flag that nobody asks about cannot be weighed."
    case "procedure.order": "The list beside the back shows which step comes next."
    case "procedure.duration": duration
    default:
      path(code) ?? speed(code) ?? pressure(code) ?? spasm(code) ?? flow(code) ?? loops(code)
        ?? technique(code) ?? Words.Debrief.name(code) + "."
    }
  }

  private var duration: String {
    guard let measured, let minutes = asked?.minutes else {
      return "The case says how long the hands work in each step."
    }
    return "\(Words.clock(measured.contact.value)) min of contact in this step. Aim for "
      + "\(Words.clock(minutes.fullLow * 60))–\(Words.clock(minutes.fullHigh * 60)) min."
  }
}

/// By criterion.
extension ChangeWords {
  private func path(_ code: String) -> String? {
    switch code {
    case "path.offGuide":
      let worst = (measured?.guides ?? []).compactMap(\.meanDeviation).max { $0.value < $1.value }
      let aim = corridor.map { " Stay within \(number($0.full)) mm." } ?? ""
      guard let worst else { return "Keep your eyes a little ahead of the hand." + aim }
      return "\(number(worst.value, 1)) mm from the guide on average\(near)." + aim
    case "path.backward":
      let back = (measured?.guides ?? []).compactMap(\.backward?.value).reduce(0, +)
      return known(back >= 1 ? "\(number(back)) mm went against the guide." : nil)
        + "Go back lightly after a whole stroke, or lift."
    default: return nil
    }
  }

  private var corridor: Limit? {
    switch asked?.task {
    case .stroking(let task): task.corridor
    case .combCircles(let task): task.corridor
    case .pointPress(let task): task.radius
    case .honeyLift, nil: nil
    }
  }

  private func speed(_ code: String) -> String? {
    let aim = (asked?.speed).map { "Aim for \(range($0)) mm/s." } ?? "Count an even beat."
    switch code {
    case "speed.tooFast":
      return known(share(measured?.speedTooFast).map { "\($0) of the time too fast\(near)." }) + aim
    case "speed.tooSlow":
      return known(share(measured?.speedTooSlow).map { "\($0) of the time too slow\(near)." }) + aim
    case "speed.uneven":
      return known(
        share(measured?.speedVariation).map { "The speed varied by \($0) around its mean." })
        + "Count an even beat."
    default: return nil
    }
  }

  private func pressure(_ code: String) -> String? {
    guard code == "pressure.tooHard" || code == "pressure.tooLight" else { return nil }
    let aim =
      (asked?.pressure).map {
        "Aim for \(number($0.fullLow * 100))–\(number($0.fullHigh * 100)) of 100."
      } ?? (code == "pressure.tooHard" ? "Let the hand lie." : "Lean in a little.")
    return known(
      measured?.meanPressure.map { "Pressure \(number($0.value * 100)) of 100 on average\(near)." })
      + aim
  }

  private func spasm(_ code: String) -> String? {
    let ids = scenario.spasm.map(\.id)
    func seconds(_ isMeant: (String) -> Bool) -> String? {
      let sum = result.areas.filter { isMeant($0.id) }.reduce(0) { $0 + $1.pressed.value }
      return sum >= 0.05 ? number(sum, 1) + " s" : nil
    }
    switch code {
    case "spasm.pressed":
      return known(seconds(ids.contains).map { "Pressed for \($0)\(near)." })
        + "Steer the hand outward sooner."
    case "spasm.touched":
      return known(seconds(ids.contains).map { "Touched for \($0)\(near)." })
        + "No part of the hand comes over its edge."
    case "spasm.spine":
      return known(seconds { $0 == "spine" }.map { "\($0) with weight on the spine." })
        + "Work beside it, never on it."
    case "spasm.kidney":
      return known(seconds { $0.hasPrefix("kidney") }.map { "\($0) over a kidney." })
        + "Never vibrate or tap there."
    default: return nil
    }
  }

  private func flow(_ code: String) -> String? {
    switch code {
    case "flow.wobble":
      let worst = (measured?.guides ?? []).compactMap(\.wobble?.value).max()
      return known(worst.map { "The line wobbled by \(number($0, 1)) mm." })
        + "Lead from the shoulder, not from the wrist."
    case "flow.hesitation":
      return known(
        share(measured?.hesitation).map { "The hand all but stopped for \($0) of the time." })
        + "Let each stroke run out to its end."
    case "flow.breaks":
      let breaks = result.phases.reduce(0) { $0 + $1.breaks }
      return known(breaks > 0 ? Words.count(breaks, "break", "breaks") + " in the work." : nil)
        + "One hand stays on the back until the step is done."
    default: return nil
    }
  }

  private func loops(_ code: String) -> String? {
    guard case .combCircles(let task)? = asked?.task else {
      return switch code {
      case "technique.diameter": "Mind how wide the case wants them."
      case "technique.advance": "Each goes on a little from the last."
      case "technique.turn": "The case says which way they turn."
      default: nil
      }
    }
    func mean(_ values: [Double]) -> Double? {
      values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
    let guides = measured?.guides ?? []
    switch code {
    case "technique.diameter":
      return known(
        mean(guides.compactMap(\.meanDiameter?.value)).map {
          "Loops \(number($0)) mm wide on average."
        }) + "Aim for \(range(task.diameter)) mm."
    case "technique.advance":
      return known(
        mean(guides.compactMap(\.meanAdvance?.value)).map {
          "Each loop went on by \(number($0 * 100)) % of its width."
        })
        + "Aim for \(number(task.advance.fullLow * 100))–\(number(task.advance.fullHigh * 100)) %."
    case "technique.turn":
      return switch task.turn {
      case .clockwise: "The case asks for clockwise loops, as you see them."
      case .counterclockwise: "The case asks for counterclockwise loops, as you see them."
      case .either: "The case says which way they turn."
      }
    default: return nil
    }
  }

  private func technique(_ code: String) -> String? {
    switch code {
    case "technique.other":
      return asked.map { "This step asks for \(Words.technique($0.technique).lowercased()) alone." }
        ?? "Each step asks for one technique alone."
    case "technique.press":
      guard case .pointPress(let task)? = asked?.task, let first = task.points.first else {
        return "Hold each point still until its time is over."
      }
      return "Hold each point still for \(number(first.hold, 1)) s, then lift."
    case "technique.vibration":
      let count = result.phases.reduce(0) { $0 + ($1.vibrations ?? 0) }
      return known(count > 0 ? "Vibrated \(Words.count(count, "time", "times"))." : nil)
        + "No doctor prescribed it."
    case "technique.tapping":
      let count = result.phases.reduce(0) { $0 + ($1.taps ?? 0) }
      return known(count > 0 ? Words.count(count, "tap", "taps") + "." : nil)
        + "No doctor prescribed it."
    default: return nil
    }
  }
}

/// Parts of sentences.
extension ChangeWords {
  private var near: String { place.map { ", longest at " + $0 } ?? "" }

  private func known(_ sentence: String?) -> String { sentence.map { $0 + " " } ?? "" }

  private func number(_ value: Double, _ places: Int = 0) -> String {
    Figure(value, places: places).description
  }

  private func range(_ band: Band) -> String {
    "\(number(band.fullLow, 1))–\(number(band.fullHigh, 1))"
  }

  private func share(_ share: Figure?) -> String? {
    guard let share, share.value >= 0.005 else { return nil }
    return number(share.value * 100) + " %"
  }
}
