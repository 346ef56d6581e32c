import Scenarios

/// Spasm: keeping pressure off the areas in spasm, and off the spine.
extension Measures {
  var spasmLoss: CriterionLoss {
    var loss = CriterionLoss(criterion: .spasm, isAssessed: judgesHands && !asked.isEmpty)
    guard loss.isAssessed else { return loss }
    let order = ["spasm.pressed", "spasm.touched", "spasm.spine", "spasm.kidney"]
    var sums = order.map { _ in Loss() }
    var details = order.map { _ in AreaDetail() }
    for (area, tally) in zip(fold.prepared.areas, fold.areas) {
      guard let index = order.firstIndex(of: area.code) else { continue }
      sums[index].add(tally.loss)
      details[index].add(area, tally)
    }
    for (index, code) in order.enumerated() {
      loss.codes.append(
        CodeLoss(
          code: code, share: Double(sums[index].total) / Double(Fixed.one),
          phase: sums[index].worstPhase, spans: sums[index].spans,
          message: details[index].message(code)))
    }
    loss.scale(byCompletion: completion, notShown: notShown(.spasm))
    return loss
  }

  var areaResults: [AreaResult] {
    zip(fold.prepared.areas, fold.areas).map { area, tally in
      AreaResult(
        id: area.id, contact: .seconds(tally.contact), entries: tally.entries,
        depth: .hundredths(tally.depth),
        peakPressure: tally.peakPressure.map { Figure(units: $0, places: 3) },
        pressed: .seconds(tally.pressed))
    }
  }
}

/// What a sentence about a kind of area needs.
private struct AreaDetail {
  var pressed = 0
  var names: [String] = []
  var peak: Int?
  var limit = 0

  mutating func add(_ area: WatchedArea, _ tally: AreaTally) {
    guard tally.loss.total > 0 else { return }
    pressed += tally.pressed
    names.append(area.id)
    if let pressure = tally.peakPressure { peak = max(peak ?? 0, pressure) }
    limit = area.rule.maxPressure
  }

  func message(_ code: String) -> String {
    let time = Words.seconds(pressed)
    let what = names.joined(separator: ", ")
    switch code {
    case "spasm.touched": return "Touched \(what) for \(time), keep every part of the hand off it"
    case "spasm.spine":
      return "Pressed on the spine for \(time), work beside it and never on it"
    case "spasm.kidney": return "Worked over a kidney for \(time), keep off it"
    default:
      let pressure = peak.map { " with pressure up to \($0 / 10) of 100" } ?? ""
      return "Pressed \(what) for \(time)\(pressure), "
        + "stay at or under \(limit / 10) of 100 and keep firm hands off"
    }
  }
}
