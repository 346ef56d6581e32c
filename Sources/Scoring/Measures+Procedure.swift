import Attempts
import Scenarios

/// Procedure: the decision, the questions, the preparation, and the order of the phases.
extension Measures {
  /// Massaging against the case, or not calling an emergency.
  var isWrongDecisionCritical: Bool {
    guard isWhole, let decision = attempt.decision, decision != scenario.decision else {
      return false
    }
    return decision == .proceed || scenario.decision == .emergency
  }

  var procedureLoss: CriterionLoss {
    var loss = CriterionLoss(criterion: .procedure, isAssessed: isWhole)
    guard isWhole else { return loss }
    if attempt.decision == .proceed {
      loss.codes += preparationCodes
    }
    loss.codes.append(notAskedCode)
    if attempt.decision == .proceed { loss.codes += phaseCodes }
    loss.codes.append(reasonCode)
    loss.codes.append(wrongDecisionCode)
    loss.codes.removeAll { $0.share == 0 }
    if isWrongDecisionCritical {
      // Nothing of procedure is kept, and the decision is the reason for it.
      loss.codes = loss.codes.filter { $0.code == "procedure.wrongDecision" }
    }
    return loss
  }

  private var beforeMassage: SpanList {
    let start = scorer.moments.decision ?? 0
    return SpanList(start, scorer.moments.firstPhase ?? max(start, attempt.time))
  }

  private func code(_ name: String, _ share: Double, _ spans: SpanList, _ message: String)
    -> CodeLoss
  {
    CodeLoss(
      code: "procedure." + name, share: share, phase: nil, spans: spans, message: message)
  }

  private var preparationCodes: [CodeLoss] {
    let asked = scenario.preparation
    func choice(_ name: String, _ isRight: Bool, _ chosen: String?, _ right: String) -> CodeLoss {
      code(
        name, isRight ? 0 : rules.choiceLoss, beforeMassage,
        (chosen.map { "For the \(name) \($0) was chosen" } ?? "Nothing was chosen for the \(name)")
          + ", right is \(right)")
    }
    let missing = asked.before.filter { !attempt.before.contains($0) }
    return [
      choice(
        "position", attempt.position == asked.position, attempt.position?.rawValue,
        asked.position.rawValue),
      choice(
        "arms", asked.arms == nil || attempt.arms == asked.arms, attempt.arms?.rawValue,
        asked.arms?.rawValue ?? "either"),
      choice(
        "cushion", asked.cushion == nil || attempt.cushion == asked.cushion,
        attempt.cushion?.rawValue, asked.cushion?.rawValue ?? "either"),
      choice(
        "product", attempt.product.map(asked.product.contains) ?? false,
        attempt.product?.rawValue, asked.product.map(\.rawValue).joined(separator: " or ")),
      code(
        "before", rules.itemLoss * Double(missing.count), beforeMassage,
        "Left out before the massage: " + missing.map(\.rawValue).joined(separator: ", ")),
    ]
  }

  private var notAskedCode: CodeLoss {
    let missing = FlagGroup.allCases.filter { !attempt.asked.contains($0) }
    return code(
      "notAsked", rules.itemLoss * Double(missing.count),
      SpanList(0, scorer.moments.decision ?? attempt.time),
      "Not asked about: " + missing.map(\.rawValue).joined(separator: ", "))
  }

  private var phaseCodes: [CodeLoss] {
    let touched = asked.filter { scorer.hands.phases[$0].firstContact != nil }
    let left = asked.filter { scorer.hands.phases[$0].firstContact == nil }
    let byTime = touched.sorted {
      (scorer.hands.phases[$0].firstContact ?? 0, $0) < (
        scorer.hands.phases[$1].firstContact ?? 0, $1
      )
    }
    var disorder = SpanList()
    for (earlier, later) in zip(byTime, byTime.dropFirst()) where later < earlier {
      let time = scorer.hands.phases[later].firstContact ?? 0
      disorder.add(time, time)
    }
    return [
      code(
        "phaseMissing", rules.phaseLoss * Double(left.count), SpanList(attempt.time, attempt.time),
        "Left out: " + left.map { scenario.phases[$0].title }.joined(separator: ", ")),
      code(
        "order", byTime == touched ? 0 : rules.phaseLoss, disorder,
        "Out of order, right is "
          + touched.map { scenario.phases[$0].title }.joined(separator: ", ")),
      durationCode(touched),
    ]
  }

  private func durationCode(_ touched: [Int]) -> CodeLoss {
    var share = 0.0
    var spans = SpanList()
    var worst: (phase: Int, loss: Double)?
    for phase in touched {
      guard let band = fold.prepared.phases[phase].minutes else { continue }
      let loss =
        rules.phaseLoss * (1 - band.grade(Double(scorer.hands.phases[phase].contact) / 60_000_000))
      share += loss
      guard loss > 0 else { continue }
      if loss > worst?.loss ?? 0 { worst = (phase, loss) }
      let tally = scorer.hands.phases[phase]
      spans.add(tally.firstContact ?? 0, tally.lastContact ?? attempt.time)
    }
    guard let worst, let band = fold.prepared.phases[worst.phase].minutes else {
      return code("duration", 0, spans, "")
    }
    var loss = code(
      "duration", share, spans,
      "\(scenario.phases[worst.phase].title) had \(Words.seconds(scorer.hands.phases[worst.phase].contact)) "
        + "of contact, aim for \(Figure(band.fullLow, places: 1)) to "
        + "\(Figure(band.fullHigh, places: 1)) minutes")
    loss.phase = worst.phase
    return loss
  }

  private var reasonCode: CodeLoss {
    let deciding: [Decision] = [.refer, .emergency]
    let counts =
      deciding.contains(scenario.decision)
      || (attempt.decision.map(deciding.contains) ?? false)
    let right = scenario.patient.standingReasons
    let missing = right.filter { !attempt.reasons.contains($0) }
    let wrong = attempt.reasons.filter { !right.contains($0) }
    var parts: [String] = []
    if !missing.isEmpty {
      parts.append("Reasons not given: " + missing.map(\.id).joined(separator: ", "))
    }
    if !wrong.isEmpty {
      parts.append("Given although they do not hold: " + wrong.map(\.id).joined(separator: ", "))
    }
    let moment = scorer.moments.decision ?? attempt.time
    return code(
      "reason",
      counts && attempt.decision != nil
        ? rules.phaseLoss * Double(missing.count + wrong.count) : 0,
      SpanList(moment, moment), parts.joined(separator: "; "))
  }

  private var wrongDecisionCode: CodeLoss {
    let right = scenario.decision.rawValue
    let moment = scorer.moments.decision ?? attempt.time
    let span = SpanList(moment, moment)
    guard let decision = attempt.decision else {
      return code(
        "wrongDecision", rules.wrongDecisionLoss, span, "No decision was made, right is \(right)")
    }
    guard decision != scenario.decision else { return code("wrongDecision", 0, span, "") }
    return code(
      "wrongDecision", isWrongDecisionCritical ? 1 : rules.wrongDecisionLoss, span,
      "Decided to \(Measures.verb(decision)), right is \(right)")
  }

  private static func verb(_ decision: Decision) -> String {
    switch decision {
    case .proceed: "massage"
    case .refer: "refer"
    case .emergency: "call an emergency"
    }
  }
}
