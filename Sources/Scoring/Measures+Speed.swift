import Attempts
import Scenarios

/// Speed: how long the hand moved too fast or too slowly, by how much, and how evenly it moved.
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
    let evenness = evenness(phases)
    let bandShare = evenness.mean == nil ? 1 : rules.bandShare
    let shares = banded([fast, slow], judged: judged, seconds: rules.speedSeconds)
    loss.codes = [
      CodeLoss(
        code: "speed.tooFast", share: bandShare * shares[0], phase: fast.worstPhase,
        spans: fast.spans,
        message: "Too fast: up to \(Words.whole(fastest)) mm/s, \(self.aim(fast, phases))"),
      CodeLoss(
        code: "speed.tooSlow", share: bandShare * shares[1], phase: slow.worstPhase,
        spans: slow.spans,
        message:
          "Too slow: down to \(slowest < .infinity ? Words.whole(slowest) : "0") mm/s, "
          + self.aim(slow, phases)),
    ]
    if let mean = evenness.mean {
      let share = (judged > 0 ? rules.evennessShare : 1) * (1 - rules.variation.grade(mean))
      loss.codes.append(
        CodeLoss(
          code: "speed.uneven", share: share, phase: unevenPhase(phases),
          spans: work(unevenPhase(phases)),
          message: "Uneven: the speed within a stroke varied by \(Words.percent(mean)), "
            + "keep it under \(Words.percent(self.rules.variation.full))"))
    }
    loss.scale(byCompletion: completion, notShown: notShown(.speed))
    return loss
  }

  /// Shares of a sum of losses over time, together at most 1: each loss over the judged time, of
  /// which no more than some seconds dilute it.
  func banded(_ losses: [Loss], judged: Int, seconds: Double) -> [Double] {
    // Losses are microseconds times share, in the same millionths as the judged microseconds are.
    let base = min(Double(judged), seconds * 1_000_000) * 1_000_000
    guard base > 0 else { return losses.map { _ in 0 } }
    let sum = Double(losses.reduce(0) { $0 + $1.total })
    let cut = sum > base ? base / sum : 1
    return losses.map { Double($0.total) * cut / base }
  }

  func evenness(_ phases: [Int]) -> Evenness {
    var all = Evenness()
    for phase in phases { all.add(evenness(of: phase)) }
    return all
  }

  func evenness(of phase: Int) -> Evenness {
    var all = fold.phases[phase].evenness
    for track in fold.guides[phase] { all.add(track.tally.evenness) }
    return all
  }

  private func unevenPhase(_ phases: [Int]) -> Int? {
    var worst: (phase: Int, mean: Double)?
    for phase in phases {
      guard let mean = evenness(of: phase).mean, mean > worst?.mean ?? 0 else { continue }
      worst = (phase, mean)
    }
    return worst?.phase
  }

  /// From the first to the last contact of a phase, or all of the attempt.
  func work(_ phase: Int?) -> SpanList {
    guard let phase, let start = scorer.hands.phases[phase].firstContact else {
      return SpanList(0, attempt.time)
    }
    return SpanList(start, scorer.hands.phases[phase].lastContact ?? attempt.time)
  }

  private func aim(_ loss: Loss, _ phases: [Int]) -> String {
    guard let phase = loss.worstPhase ?? phases.first, let band = fold.prepared.phases[phase].speed
    else { return "" }
    return "aim for \(Words.whole(band.fullLow)) to \(Words.whole(band.fullHigh))"
  }
}
