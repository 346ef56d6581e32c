import Scenarios

/// The sentences of changes: what to do, with what was measured where it is known.
extension Result {
  func sentence(for change: Change) -> String {
    switch change.kind {
    case .critical(let code): criticalSentence(code)
    case .decision: decisionSentence(change)
    case .preparation:
      "Prepare as the case asks: mind " + Result.list(change.codes.map(Result.preparation)) + "."
    case .notShown: notShownSentence(change)
    case .code(let code):
      codeSentence(code, in: phase(change.phase))
        ?? change.deductions.first.map { deductions[$0].message } ?? code
    }
  }

  private func criticalSentence(_ code: String) -> String {
    switch code {
    case "procedure.wrongDecision":
      "Decide by the case: where it speaks against massage, send the patient on."
    case "procedure.allergy":
      "Ask about allergies, and choose a product without what the patient is allergic to."
    case "spasm.wentOn":
      "Leave or lighten at once when the patient says that it hurts."
    case "technique.vibration": "Leave vibration out: nobody prescribed it."
    case "technique.tapping": "Leave tapping out: nobody prescribed it."
    case "spasm.kidney": "Never vibrate or tap over a kidney."
    default: "Read what this critical fault means: \(code)."
    }
  }

  private func decisionSentence(_ change: Change) -> String {
    change.codes.contains("procedure.wrongDecision")
      ? "Decide by the case, and name the reasons that hold."
      : "Name every reason that holds, and no other."
  }

  private static func preparation(_ code: String) -> String {
    switch code {
    case "procedure.position": "the position"
    case "procedure.arms": "the arms"
    case "procedure.cushion": "the cushion"
    case "procedure.product": "the product"
    default: "what comes before the first touch"
    }
  }

  private func notShownSentence(_ change: Change) -> String {
    var advice = "Do all that is asked"
    if change.codes.contains("procedure.phaseMissing") { advice += " and leave no step out" }
    // What has no measure of its own can be missing although the rest was done.
    if let completion, completion.units < 1000 {
      advice += " (\(Result.percent(down: completion.value)) of it was done)"
    }
    let reason = change.deductions.map { deductions[$0] }.first { $0.isNotShown }?.reason
    return Result.joined(advice, reason) { $0 }
  }

  private func codeSentence(_ code: String, in phase: PhaseResult?) -> String? {
    switch code {
    case "procedure.notAsked": "Ask about all four groups before you decide."
    case "procedure.order": "Keep the steps in the order of the case."
    case "procedure.duration":
      Result.joined("Give each step its time", phase) {
        "\($0.id) had \(Figure($0.contact.value, places: 0)) s of contact"
      }
    case "path.offGuide": offGuideSentence(phase)
    case "path.backward": "Work along the guide, never back against it."
    case "flow.wobble": wobbleSentence(phase)
    case "flow.hesitation":
      Result.joined("Keep the hand moving along the whole guide", Result.percent(phase?.hesitation))
      {
        "it all but stopped for \($0) of the time"
      }
    case "flow.breaks":
      Result.joined("Keep a hand on the back until the step is done", breaks) {
        "contact was broken \($0)"
      }
    default:
      speedSentence(code, phase) ?? pressureSentence(code, phase) ?? spasmSentence(code)
        ?? techniqueSentence(code, phase)
    }
  }

  /// Less travel than this off every guide, in mm, is not worth a word.
  private static let littleTravel = 100.0

  private func offGuideSentence(_ phase: PhaseResult?) -> String {
    if let offPath = phase?.offPath, offPath.value >= Result.littleTravel {
      return "Stay on the guide: the hand went \(Figure(offPath.value / 10, places: 0)) cm off it."
    }
    var worst: (guide: GuideResult, distance: Figure)?
    for guide in phase?.guides ?? [] {
      guard let distance = guide.meanDeviation else { continue }
      if distance.value > worst?.distance.value ?? -1 { worst = (guide, distance) }
    }
    return Result.joined("Stay nearer to the guide", worst) {
      "on \"\($0.guide.id)\" the hand was \(Result.millimetres($0.distance.value)) off on average"
    }
  }

  private func wobbleSentence(_ phase: PhaseResult?) -> String {
    let wobbles = (phase?.guides ?? []).compactMap(\.wobble)
    return Result.joined("Draw each stroke in one calm line", wobbles.max { $0.value < $1.value }) {
      "it wobbled by \(Result.millimetres($0.value))"
    }
  }

  /// Of the attempt; nil when there were none.
  private var breaks: String? {
    let count = phases.reduce(0) { $0 + $1.breaks }
    return count == 0 ? nil : count == 1 ? "once" : "\(count) times"
  }

  private func speedSentence(_ code: String, _ phase: PhaseResult?) -> String? {
    switch code {
    case "speed.tooFast":
      Result.joined("Slow the hand down", Result.percent(phase?.speedTooFast)) {
        "\($0) of the time was too fast"
      }
    case "speed.tooSlow":
      Result.joined("Keep the hand moving", Result.percent(phase?.speedTooSlow)) {
        "\($0) of the time was too slow"
      }
    case "speed.uneven":
      Result.joined("Keep one even pace within each stroke", Result.percent(phase?.speedVariation))
      {
        "the speed varied by \($0) around its mean"
      }
    default: nil
    }
  }

  private func pressureSentence(_ code: String, _ phase: PhaseResult?) -> String? {
    let mean = phase?.meanPressure.map { Figure($0.value * 100, places: 0).description }
    return switch code {
    case "pressure.tooHard":
      Result.joined("Lighten the hand", mean) { "the pressure was \($0) of 100 on average" }
    case "pressure.tooLight":
      Result.joined("Give the hand more weight", mean) {
        "the pressure was \($0) of 100 on average"
      }
    default: nil
    }
  }

  private func spasmSentence(_ code: String) -> String? {
    switch code {
    case "spasm.pressed":
      Result.joined("Keep weight and firm hands off the area in spasm", pressed { $0.isSpasm }) {
        "it was pressed for \($0) s"
      }
    case "spasm.touched":
      Result.joined("Steer around the area in spasm", pressed { $0.isSpasm }) {
        "it was touched for \($0) s"
      }
    case "spasm.spine":
      Result.joined("Work beside the spine, never on it", pressed { $0.id == AreaResult.spine }) {
        "it was pressed for \($0) s"
      }
    case "spasm.kidney": "Never vibrate or tap over a kidney."
    default: nil
    }
  }

  /// Seconds in which the rules of some areas were broken; nil when never.
  private func pressed(_ isMeant: (AreaResult) -> Bool) -> String? {
    let units = areas.filter(isMeant).reduce(0) { $0 + $1.pressed.units }
    let seconds = Figure(Figure(units: units, places: 3).value, places: 1)
    return seconds.units > 0 ? seconds.description : nil
  }

  private func techniqueSentence(_ code: String, _ phase: PhaseResult?) -> String? {
    switch code {
    case "technique.diameter":
      Result.joined("Mind the size of the circles", Result.mean(phase, \.meanDiameter)) {
        "they were \(Figure($0, places: 0)) mm wide on average"
      }
    case "technique.advance":
      Result.joined("Move on evenly from circle to circle", Result.mean(phase, \.meanAdvance)) {
        "each went on by \(Figure($0, places: 2)) of its width on average"
      }
    case "technique.turn": "Turn the circles the other way."
    case "technique.other": "Keep to the technique that the step asks for."
    case "technique.press": "Hold each point still until its time is over."
    case "technique.vibration": "Leave vibration out: nobody prescribed it."
    case "technique.tapping": "Leave tapping out: nobody prescribed it."
    default: nil
    }
  }

  /// Mean of a measure over a phase's guides, weighted by loops.
  private static func mean(_ phase: PhaseResult?, _ measure: (GuideResult) -> Figure?) -> Double? {
    var sum = 0.0
    var weight = 0.0
    for guide in phase?.guides ?? [] {
      guard let value = measure(guide) else { continue }
      let loops = Double(max(1, guide.loops ?? 1))
      sum += value.value * loops
      weight += loops
    }
    return weight > 0 ? sum / weight : nil
  }
}

/// Parts of sentences.
extension Result {
  /// "Do this: it was so." or, where nothing is known, "Do this."
  private static func joined<Known>(
    _ advice: String, _ known: Known?, _ words: (Known) -> String
  ) -> String {
    known.map { "\(advice): \(words($0))." } ?? advice + "."
  }

  private static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// To a tenth; what is less is not said to be nothing.
  static func millimetres(_ value: Double) -> String {
    let tenths = Figure(value, places: 1)
    return tenths.units == 0 ? "less than 0.1 mm" : "\(tenths) mm"
  }

  /// Of a share; nil when it rounds to nothing.
  private static func percent(_ share: Figure?) -> String? {
    guard let share else { return nil }
    let percent = Figure(share.value * 100, places: 0)
    return percent.units > 0 ? "\(percent) %" : nil
  }

  /// Rounded down, so that not quite all never reads as all.
  static func percent(down share: Double) -> String {
    "\(Int((share * 100 + 1e-9).rounded(.down))) %"
  }
}

extension Deduction {
  /// The part of the sentence after the first semicolon: why so little counts as done.
  fileprivate var reason: String? {
    let parts = message.split(separator: ";", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let reason = parts[1].drop { $0 == " " }
    return reason.isEmpty ? nil : String(reason)
  }
}

extension PhaseResult {
  /// Whether little can count as done because the hand was too fast.
  public var isMostlyTooFast: Bool { (speedTooFast?.units ?? 0) > 500 }

  /// Whether little can count as done because the hand went against its guides: none has a whole
  /// stroke, and on each of them the hand went back a good way.
  public var isMostlyBackward: Bool {
    technique == .stroking && !guides.isEmpty
      && guides.allSatisfy {
        ($0.strokes ?? 0) == 0 && ($0.backward?.value ?? 0) >= PhaseResult.goodWay
      }
  }

  /// In mm.
  private static let goodWay = 100.0
}

extension AreaResult {
  static let spine = "spine"

  /// Whether the case drew it; else it is one that every back has.
  var isSpasm: Bool { ![AreaResult.spine, "kidney-left", "kidney-right"].contains(id) }
}
