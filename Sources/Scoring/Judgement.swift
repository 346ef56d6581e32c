import Attempts
import Scenarios

/// A finished fold turned into points.
struct Judgement {
  let scorer: Scorer
  let fold: Fold
  let result: Result

  init(_ scorer: Scorer, _ fold: Fold) {
    self.scorer = scorer
    self.fold = fold
    result = Judgement.result(Measures(scorer, fold))
  }

  /// The verdict had the score been higher by some tenths.
  func verdict(scoreChangedBy tenths: Int) -> Result.Verdict {
    Judgement.verdict(
      Measures(scorer, fold), score: result.score.units + tenths, critical: result.critical,
      below: result.below)
  }

  private static func result(_ measures: Measures) -> Result {
    let scorer = measures.scorer
    let losses = [
      measures.procedureLoss, measures.pathLoss, measures.speedLoss,
      measures.pressureLoss, measures.spasmLoss, measures.flowLoss, measures.techniqueLoss,
    ]
    let rubric = scorer.scenario.rubric
    // In halves: set pressure weighs half of what measured pressure does.
    var weights = losses.map {
      $0.isAssessed
        ? rubric.weight($0.criterion) * ($0.criterion == .pressure ? measures.pressureHalves : 2)
        : 0
    }
    if weights.allSatisfy({ $0 == 0 }) {
      // The rubric gives what is assessed no weight: then each weighs the same, so that nobody
      // passes by what was never looked at.
      weights = losses.map { $0.isAssessed ? 1 : 0 }
    }
    let effective = Tenths.share(1000, by: weights)
    var criteria: [CriterionResult] = []
    var deductions: [Deduction] = []
    var below: [Criterion] = []
    var score = 1000
    for (loss, tenths) in zip(losses, effective) {
      var loss = loss
      loss.cut()
      // Half up, in whole billionths.
      let exact = tenths * min(Fixed.one, loss.codes.reduce(0) { $0 + Fixed.units($1.share) })
      let lost = loss.isAssessed ? min(tenths, (exact + Fixed.one / 2) / Fixed.one) : 0
      score -= lost
      criteria.append(
        CriterionResult(
          criterion: loss.criterion, weight: rubric.weight(loss.criterion),
          assessed: loss.isAssessed, lost: .tenths(lost), effectiveTenths: tenths))
      if loss.isAssessed, (tenths - lost) * 100 < rubric.minimum * tenths {
        below.append(loss.criterion)
      }
      deductions += self.deductions(loss, lost, scorer.scenario)
    }
    let critical = measures.critical
    return Result(
      scenarioID: scorer.scenario.id, ruleSet: scorer.rules.number, trainee: scorer.header.trainee,
      mode: scorer.header.mode, origin: scorer.header.origin, device: scorer.header.device,
      duration: .seconds(scorer.attempt.time),
      verdict: verdict(measures, score: score, critical: critical, below: below),
      score: .tenths(score), passMark: rubric.passMark, critical: critical, below: below,
      borderline: false, criteria: criteria, deductions: deductions,
      phases: measures.phaseResults, areas: measures.areaResults)
  }

  private static func deductions(_ loss: CriterionLoss, _ lost: Int, _ scenario: Scenario)
    -> [Deduction]
  {
    let shares = Tenths.share(lost, by: loss.codes.map { Fixed.units($0.share) })
    return zip(loss.codes, shares).compactMap { code, points in
      guard points > 0 else { return nil }
      return Deduction(
        criterion: loss.criterion, code: code.code, points: .tenths(points),
        phase: code.phase.map { scenario.phases[$0].id }, spans: code.spans.figures,
        message: code.message)
    }
  }

  private static func verdict(
    _ measures: Measures, score: Int, critical: [String], below: [Criterion]
  ) -> Result.Verdict {
    guard measures.hasEnded else { return .abandoned }
    let passes =
      score >= measures.scorer.scenario.rubric.passMark * 10 && critical.isEmpty && below.isEmpty
    return passes ? .passed : .failed
  }
}
