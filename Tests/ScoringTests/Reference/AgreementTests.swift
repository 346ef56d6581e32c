import Foundation
import Testing

@testable import Scoring

/// The fold against the reference, on attempts at random: every share of every code, completion,
/// what is critical, and every measure.
@Suite struct AgreementTests {
  /// Seeds in portions. `EFFLEURAGE_SEEDS=FROM-THROUGH` asks for others; a debug build takes few.
  static var portions: [ClosedRange<UInt64>] {
    #if DEBUG
      var seeds: ClosedRange<UInt64> = 1...24
    #else
      var seeds: ClosedRange<UInt64> = 1...1000
    #endif
    if let asked = ProcessInfo.processInfo.environment["EFFLEURAGE_SEEDS"] {
      let ends = asked.split(separator: "-").compactMap { UInt64($0) }
      if ends.count == 2, ends[0] <= ends[1] { seeds = ends[0]...ends[1] }
    }
    let size: UInt64 = 50
    return stride(from: seeds.lowerBound, through: seeds.upperBound, by: Int(size)).map {
      $0...min($0 + size - 1, seeds.upperBound)
    }
  }

  @Test(arguments: portions) func theFoldAndTheReferenceAgree(seeds: ClosedRange<UInt64>) {
    for seed in seeds {
      var numbers = RepeatableNumbers(seed: seed)
      let scenario = GeneratedScenario.make(&numbers)
      let attempt = GeneratedAttempt(scenario, &numbers)
      let agreement = Agreement(scenario, attempt.header, attempt.events)
      for figures in agreement.disagreements {
        Issue.record(
          """
          seed \(seed): \(figures.name): the fold says \(text(figures.fold)), \
          the reference \(text(figures.reference))
          """)
      }
    }
  }

  private func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "nothing" }
}
