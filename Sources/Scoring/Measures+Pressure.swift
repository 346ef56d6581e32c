import Attempts
import Scenarios

/// Pressure: how long the hand was too heavy or too light, and by how much.
extension Measures {
  /// Whether pressure is judged, and with how much of its weight, in halves.
  var pressureHalves: Int {
    guard judgesHands, fold.isTimed, !asked.isEmpty else { return 0 }
    switch scorer.header.device.pressure {
    case .measured: return scorer.hands.pressures.count >= rules.pressureValues ? 2 : 0
    // Set by the trainee: an act, but one that a wheel makes easy.
    case .set: return 1
    case .none: return 0
    }
  }

  var pressureLoss: CriterionLoss {
    var loss = CriterionLoss(criterion: .pressure, isAssessed: pressureHalves > 0)
    guard loss.isAssessed else { return loss }
    var hard = Loss()
    var light = Loss()
    var time = 0
    var hardest = 0
    var lightest = Int.max
    for phase in asked {
      let tally = scorer.hands.phases[phase].pressure
      hard.add(tally.hardLoss)
      light.add(tally.lightLoss)
      time += tally.time
      hardest = max(hardest, tally.hardest)
      lightest = min(lightest, tally.lightest)
    }
    let shares = banded([hard, light], judged: time, seconds: rules.pressureSeconds)
    loss.codes = [
      CodeLoss(
        code: "pressure.tooHard", share: shares[0], phase: hard.worstPhase, spans: hard.spans,
        message: "Too hard: pressure up to \(hardest / 10_000) of 100, \(self.aim(hard))"),
      CodeLoss(
        code: "pressure.tooLight", share: shares[1], phase: light.worstPhase, spans: light.spans,
        message: "Too light: pressure down to \(lightest == .max ? 0 : lightest / 10_000) of 100, "
          + self.aim(light)),
    ]
    loss.scale(byCompletion: completion, notShown: notShown(.pressure))
    return loss
  }

  private func aim(_ loss: Loss) -> String {
    guard let phase = loss.worstPhase ?? asked.first else { return "" }
    let band = fold.prepared.phases[phase].pressure
    return "aim for \(Words.whole(band.fullLow * 100)) to \(Words.whole(band.fullHigh * 100))"
  }
}
