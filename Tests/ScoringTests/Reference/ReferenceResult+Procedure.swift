import Attempts
import Scenarios

extension ReferenceResult {
  /// Proceeding against the case, or not calling an emergency.
  var isWrongDecisionCritical: Bool {
    guard isWhole, let chosen = attempt.decision else { return false }
    switch scenario.decision {
    case .proceed: return false
    case .refer: return chosen == .proceed
    case .emergency: return chosen != .emergency
    }
  }

  var procedureLoss: Loss {
    guard isWhole else { return Loss() }
    let attempt = attempt
    let (right, chosen) = (scenario.decision, attempt.decision)
    var codes: [(code: String, share: Double)] = []
    func lose(_ name: String, _ share: Double) { codes.append(("procedure." + name, share)) }

    // Right to send the patient on: of procedure only questions, reasons and decision count.
    if right == .proceed, chosen == .proceed {
      let asked = scenario.preparation
      lose("position", attempt.position == asked.position ? 0 : 0.15)
      lose("arms", asked.arms == nil || attempt.arms == asked.arms ? 0 : 0.15)
      lose("cushion", asked.cushion == nil || attempt.cushion == asked.cushion ? 0 : 0.15)
      lose(
        "product", attempt.product.map { asked.product.contains($0) } ?? false ? 0 : 0.15)
      lose("before", 0.1 * Double(asked.before.filter { !attempt.before.contains($0) }.count))
    }
    lose("notAsked", 0.1 * Double(FlagGroup.allCases.filter { !attempt.asked.contains($0) }.count))
    if right == .proceed, chosen == .proceed {
      let touched = phases.filter { !$0.contacts.isEmpty }
      lose("phaseMissing", 0.2 * Double(phases.count - touched.count))
      let order = phases.indices.filter { !phases[$0].contacts.isEmpty }
        .sorted { phases[$0].contacts[0].order < phases[$1].contacts[0].order }
      lose("order", order == order.sorted() ? 0 : 0.2)
      lose(
        "duration",
        touched.reduce(0) { sum, phase in
          guard let minutes = phase.phase.minutes else { return sum }
          return sum + 0.2
            * (1
              - ReferenceFigures.grade(
                Double(phase.contactTime) / 60_000_000, fullLow: minutes.fullLow,
                fullHigh: minutes.fullHigh, noneLow: minutes.noneLow,
                noneHigh: minutes.noneHigh))
        })
    }
    if chosen != nil, right != .proceed || chosen != .proceed {
      let standing = scenario.patient.standingReasons
      let wrong = attempt.reasons.filter { !standing.contains($0) }.count
      let missing = standing.filter { !attempt.reasons.contains($0) }.count
      lose("reason", 0.2 * Double(wrong + missing))
    }
    if isWrongDecisionCritical {
      // It costs all, and nothing else is the reason for it.
      return Loss(isAssessed: true, codes: [("procedure.wrongDecision", 1)])
    } else if chosen != right {
      lose("wrongDecision", 0.5)
    }
    var loss = Loss(isAssessed: true, codes: codes)
    loss.cut()
    return loss
  }
}
