import Attempts
import Geometry
import Scenarios
import Testing

@testable import Scoring

/// The folds that only say whether the attempt would pass a pixel away find every loss and every critical
/// fault as the whole fold does of the attempt that is moved there.
@Suite struct ShiftLawTests {
  /// Seeds 1 to 1,000 in portions, in a debug build few.
  private static var portions: [ClosedRange<UInt64>] {
    #if DEBUG
      [1...40]
    #else
      (0..<10).map { $0 * 100 + 1...$0 * 100 + 100 }
    #endif
  }

  private struct Outcome: Equatable {
    var shares: [[Double]]
    var phases: [[Int?]]
    var critical: [String]
    var verdict: Result.Verdict

    init(_ measures: Measures, _ verdict: Result.Verdict) {
      let losses = [
        measures.pathLoss, measures.speedLoss, measures.pressureLoss, measures.spasmLoss,
        measures.flowLoss, measures.techniqueLoss,
      ]
      shares = losses.map { $0.codes.map(\.share) }
      phases = losses.map { $0.codes.map(\.phase) }
      critical = measures.critical
      self.verdict = verdict
    }
  }

  /// The size of a pixel in units of places, where all hands have the same: what lies between hands would
  /// else move too.
  private func pixel(of events: [Event]) -> Int? {
    var sizes: Set<Int> = []
    for case .land(let landing) in events { sizes.insert(landing.nanometresPerPixel) }
    return sizes.count == 1 ? sizes.first.map { ($0 + 5_000) / 10_000 } : nil
  }

  @Test(arguments: portions) func aShiftIsAMovedAttempt(seeds: ClosedRange<UInt64>) {
    var compared = 0
    var inAreas = 0
    for seed in seeds {
      let (scenario, attempt) = GeneratedAttempt.make(seed: seed)
      guard let pixel = pixel(of: attempt.events) else { continue }
      compared += 1
      var scorer = Scorer(scenario: scenario, header: attempt.header)
      for event in attempt.events { scorer.add(event) }
      scorer.endContacts()
      for (shift, fold) in zip(Scorer.shifts, scorer.shifted) {
        var moved = Scorer(scenario: scenario, header: attempt.header, judgesBorderline: false)
        let events = attempt.events.moved {
          Position(x: $0.x + shift.0 * pixel, y: $0.y + shift.1 * pixel)
        }
        for event in events { moved.add(event) }
        var finished = fold
        finished.finish()
        let found = Outcome(
          Measures(scorer, finished), Judgement(scorer, finished).verdict())
        let expected = Outcome(moved.measures, moved.result().verdict)
        #expect(found == expected, "seed \(seed), shifted by \(shift)")
        if finished.areas.contains(where: { $0.entries > 0 && $0.loss.total > 0 }) { inAreas += 1 }
      }
    }
    #expect(compared > 0 && inAreas > 0, "\(compared) attempts, \(inAreas) with a loss in an area")
  }
}
