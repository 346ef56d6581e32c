import Scenarios

/// Speed: how long the hand moved too fast or too slowly, and by how much.
extension Measures {
  var speedLoss: CriterionLoss {
    let phases = asked.filter { fold.prepared.phases[$0].speed != nil }
    var loss = CriterionLoss(
      criterion: .speed, isAssessed: judgesHands && fold.isTimed && !phases.isEmpty)
    guard loss.isAssessed else { return loss }
    var fast = Loss()
    var slow = Loss()
    var judged = 0
    var fastest = 0.0
    var slowest = Double.infinity
    for phase in phases {
      let tally = fold.phases[phase]
      fast.add(tally.fastLoss)
      slow.add(tally.slowLoss)
      judged += tally.judged
      fastest = max(fastest, tally.fastest)
      slowest = min(slowest, tally.slowest)
    }
    // Losses are seconds times share, in the same millionths as the judged microseconds are.
    let base = min(Double(judged) * 1_000_000, rules.speedSeconds * 1_000_000_000_000)
    if base > 0 {
      let sum = Double(fast.total + slow.total)
      // A part with nothing to judge gives its share to the others: the band carries all of it.
      let cut = sum > base ? base / sum : 1
      func share(_ loss: Loss) -> Double { Double(loss.total) * cut / base }
      loss.codes = [
        CodeLoss(
          code: "speed.tooFast", share: share(fast), phase: fast.worstPhase, spans: fast.spans,
          message: "Too fast: up to \(Words.whole(fastest)) mm/s, \(aim(fast, phases))"),
        CodeLoss(
          code: "speed.tooSlow", share: share(slow), phase: slow.worstPhase, spans: slow.spans,
          message:
            "Too slow: down to \(slowest < .infinity ? Words.whole(slowest) : "0") mm/s, "
            + aim(slow, phases)),
      ]
    }
    loss.scale(byCompletion: completion, notShown: notShown(.speed))
    return loss
  }

  private func aim(_ loss: Loss, _ phases: [Int]) -> String {
    guard let phase = loss.worstPhase ?? phases.first, let band = fold.prepared.phases[phase].speed
    else { return "" }
    return "aim for \(Words.whole(band.fullLow)) to \(Words.whole(band.fullHigh))"
  }
}
