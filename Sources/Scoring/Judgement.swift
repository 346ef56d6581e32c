import Attempts
import Scenarios

/// A finished fold turned into points.
struct Judgement {
  private let measures: Measures
  let procedure: CriterionLoss
  private let losses: [CriterionLoss]
  /// Tenths of a point that each criterion weighs, and that it loses.
  private let weights: [Int]
  private let lost: [Int]
  private let critical: [String]
  private let below: [Criterion]
  /// In tenths.
  private let score: Int

  /// - Parameter procedure: what procedure loses, for whoever knows it: it does not hang on places.
  init(_ scorer: Scorer, _ fold: Fold, procedure: CriterionLoss? = nil) {
    let measures = Measures(scorer, fold)
    let procedure = procedure ?? measures.procedureLoss
    var losses = [
      procedure, measures.pathLoss, measures.speedLoss,
      measures.pressureLoss, measures.spasmLoss, measures.flowLoss, measures.techniqueLoss,
    ]
    let rubric = scorer.scenario.rubric
    let effective = Judgement.effectiveWeights(losses, rubric, measures.pressureHalves)
    var lost: [Int] = []
    var below: [Criterion] = []
    for index in losses.indices {
      losses[index].cut()
      let tenths = effective[index]
      // Half up, in whole billionths.
      let exact =
        tenths * min(Fixed.one, losses[index].codes.reduce(0) { $0 + Fixed.units($1.share) })
      let cost = losses[index].isAssessed ? min(tenths, (exact + Fixed.one / 2) / Fixed.one) : 0
      lost.append(cost)
      if losses[index].isAssessed, (tenths - cost) * 100 < rubric.minimum * tenths {
        below.append(losses[index].criterion)
      }
    }
    self.measures = measures
    self.procedure = procedure
    self.losses = losses
    weights = effective
    self.lost = lost
    self.below = below
    critical = measures.critical
    score = 1000 - lost.reduce(0, +)
  }

  private static func effectiveWeights(
    _ losses: [CriterionLoss], _ rubric: Rubric, _ pressureHalves: Int
  ) -> [Int] {
    // In halves: set pressure weighs half of what measured pressure does.
    var weights = losses.map {
      $0.isAssessed
        ? rubric.weight($0.criterion) * ($0.criterion == .pressure ? pressureHalves : 2) : 0
    }
    if weights.allSatisfy({ $0 == 0 }) {
      // The rubric gives what is assessed no weight: then each weighs the same, so that nobody
      // passes by what was never looked at.
      weights = losses.map { $0.isAssessed ? 1 : 0 }
    }
    return Tenths.share(1000, by: weights)
  }

  /// The verdict, had the score been higher by some tenths.
  func verdict(scoreChangedBy tenths: Int = 0) -> Result.Verdict {
    guard measures.hasEnded else { return .abandoned }
    let passes =
      score + tenths >= measures.scenario.rubric.passMark * 10 && critical.isEmpty && below.isEmpty
    return passes ? .passed : .failed
  }

  /// Everything that is told of the attempt.
  func result() -> Result {
    let scorer = measures.scorer
    let rubric = scorer.scenario.rubric
    return Result(
      scenarioID: scorer.scenario.id, ruleSet: scorer.rules.number, trainee: scorer.header.trainee,
      mode: scorer.header.mode, origin: scorer.header.origin, device: scorer.header.device,
      duration: .seconds(scorer.attempt.time), verdict: verdict(),
      score: .tenths(score), passMark: rubric.passMark, critical: critical, below: below,
      borderline: false,
      criteria: losses.indices.map {
        CriterionResult(
          criterion: losses[$0].criterion, weight: rubric.weight(losses[$0].criterion),
          assessed: losses[$0].isAssessed, lost: .tenths(lost[$0]), effectiveTenths: weights[$0])
      },
      deductions: losses.indices.flatMap {
        Judgement.deductions(losses[$0], lost[$0], scorer.scenario)
      },
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
        message: code.message())
    }
  }
}
