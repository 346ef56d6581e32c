import Attempts
import Foundation
import Scenarios
import Testing

@testable import Scoring

/// The fold against the reference, on attempts at random: every share of every code, what it costs,
/// completion, what is critical, the verdict and every measure.
@Suite struct ReferenceAgreementTests {
  /// Seeds 1...1000 in portions, few of them in a debug build. `REFERENCE_ATTEMPTS` asks for
  /// another number.
  private static var portions: [ClosedRange<UInt64>] {
    #if DEBUG
      var count: UInt64 = 40
    #else
      var count: UInt64 = 1000
    #endif
    let asked = ProcessInfo.processInfo.environment["REFERENCE_ATTEMPTS"].flatMap { UInt64($0) }
    if let asked, asked > 0 { count = asked }
    let size: UInt64 = 20
    return stride(from: 1, through: count, by: Int(size)).map {
      $0...min($0 + size - 1, count)
    }
  }

  /// Every tenth also by whether its verdict hangs on a pixel: that takes five references.
  private func agreement(_ scenario: Scenario, _ attempt: GeneratedAttempt, _ events: [Event])
    -> Agreement
  {
    Agreement(scenario, attempt.header, events, isBorderlineCompared: attempt.seed % 10 == 0)
  }

  @Test(arguments: portions) func theFoldAndTheReferenceAgree(seeds: ClosedRange<UInt64>) {
    for seed in seeds {
      let (scenario, attempt) = GeneratedAttempt.make(seed: seed)
      let disagreements = agreement(scenario, attempt, attempt.events).disagreements
      guard let first = disagreements.first else { continue }
      let smallest = ShrunkAttempt.events(attempt.events) { events in
        agreement(scenario, attempt, events).disagreements.contains { $0.name == first.name }
      }
      Issue.record(
        """
        \(first.name): seed \(seed): the fold says \(text(first.fold)), the reference \
        \(text(first.reference)); \(disagreements.map(\.name)); as in \(smallest)
        """)
    }
  }

  private func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "nothing" }

  #if !DEBUG
    /// A generator that never does a thing says nothing about it.
    @Test func everyCodeAndEveryCriticalFaultOccurs() {
      var codes: Set<String> = []
      var critical: Set<String> = []
      var seed: UInt64 = 1
      while seed <= 800, codes.count < Self.codes.count || critical.count < Self.critical.count {
        let (scenario, attempt) = GeneratedAttempt.make(seed: seed)
        var scorer = Scorer(scenario: scenario, header: attempt.header)
        for event in attempt.events { scorer.add(event) }
        let result = scorer.result()
        codes.formUnion(result.deductions.map(\.code))
        critical.formUnion(result.critical)
        seed += 1
      }
      #expect(Set(Self.codes).subtracting(codes) == [])
      #expect(codes.subtracting(Self.codes) == [])
      #expect(critical == Set(Self.critical))
    }
  #endif

  /// The tables of docs/measures.md.
  private static let codes = [
    "procedure.position", "procedure.arms", "procedure.cushion", "procedure.product",
    "procedure.before", "procedure.notAsked", "procedure.phaseMissing", "procedure.order",
    "procedure.duration", "procedure.reason", "procedure.wrongDecision",
    "path.offGuide", "path.backward", "path.notShown",
    "speed.tooFast", "speed.tooSlow", "speed.uneven", "speed.notShown",
    "pressure.tooHard", "pressure.tooLight", "pressure.notShown",
    "spasm.pressed", "spasm.touched", "spasm.spine", "spasm.kidney", "spasm.notShown",
    "flow.wobble", "flow.hesitation", "flow.breaks", "flow.notShown",
    "technique.diameter", "technique.advance", "technique.turn", "technique.other",
    "technique.press", "technique.vibration", "technique.tapping", "technique.notShown",
  ]

  private static let critical = [
    "procedure.wrongDecision", "procedure.allergy", "spasm.wentOn", "technique.vibration",
    "technique.tapping", "spasm.kidney",
  ]
}
