import Attempts
import Scenarios
import Testing

@testable import Scoring

/// Verdicts, a whole number of the rubric either side: a case that is rightly referred without its
/// reason keeps 80 of 100, all of it in procedure.
@Suite struct RubricEdgeTests {
  private func result(_ rubric: Rubric) -> Result {
    var scenario = Cases.acute()
    scenario.rubric = rubric
    let acts = FlagGroup.allCases.map(Act.ask) + [.decision(.refer), .end]
    let events = acts.enumerated().map { Event.act($1, time: $0 * 1_000_000) }
    return Cases.score(
      scenario, events,
      header: Header(device: Device(kind: .mouse, pressure: .set), program: "test"))
  }

  @Test(arguments: [(79, Result.Verdict.passed), (80, .passed), (81, .failed)])
  func thePassMarkIsEnough(passMark: Int, verdict: Result.Verdict) {
    #expect(result(Rubric(passMark: passMark)).verdict == verdict)
  }

  @Test(arguments: [(79, [Criterion]()), (80, []), (81, [.procedure])])
  func theMinimumIsEnough(minimum: Int, below: [Criterion]) {
    let result = result(Rubric(passMark: 1, minimum: minimum))
    #expect(result.below == below)
    #expect(result.verdict == (below.isEmpty ? .passed : .failed))
  }

  // One point more or less of 80 would change the verdict of pass marks from 80 to 81.
  @Test(arguments: [(79, false), (80, true), (81, true), (82, false)])
  func aVerdictIsBorderlineWithinAPoint(passMark: Int, is expected: Bool) {
    #expect(result(Rubric(passMark: passMark)).borderline == expected)
  }

  /// No break, one, two, three: nothing, a third, a third, all of what breaks weigh.
  @Test(arguments: [(0, 0.0), (1, 1.0 / 3), (2, 1.0 / 3), (3, 1)])
  func breaksCostAThirdAndThenAll(breaks: Int, share: Double) throws {
    var tracks: [UnitTrack] = []
    var time = 0
    let parts = breaks + 1
    for part in 0..<parts {
      var track = UnitTrack(at: -6_000, 10_000 + 30_000 * part / parts, time: time)
      track.go(to: -6_000, 10_000 + 30_000 * (part + 1) / parts, in: 6_000_000 / parts)
      tracks.append(track)
      time = track.time + 500_000
    }
    let edge = StorageEdge(
      name: "", expected: [], scenario: EdgeCases.strokes(), tracks: { _ in [] },
      judge: { _ in true })
    let scorer = edge.scorer(tracks.events)
    #expect(scorer.phase.breaks == breaks)
    let code = scorer.measures.flowLoss.codes.first { $0.code == "flow.breaks" }
    #expect(abs(try #require(code).share - 0.3 * share * scorer.measures.completion) < 1e-9)
  }
}
