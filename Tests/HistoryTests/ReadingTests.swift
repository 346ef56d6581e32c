import Attempts
import Foundation
import History
import Scenarios
import Scoring
import Testing

/// What the screens ask.
@Suite struct ReadingTests {
  private let folder: TestFolder
  private let store: HistoryStore

  init() throws {
    folder = try TestFolder()
    store = folder.store()
  }

  @Test func thePastIsInOrderOfTimeAndOfWhatCounts() throws {
    for (second, mode, origin, trainee) in [
      (3, Mode.exam, Origin.live, Example.trainee), (1, .practice, .live, Example.trainee),
      (2, .drill, .live, Example.trainee), (4, .practice, .demonstration, Example.trainee),
      (5, .practice, .live, Example.other), (6, .practice, .live, nil),
    ] as [(Int, Mode, Origin, String?)] {
      let header = Example.header(
        start: "2025-05-14T09:30:0\(second)Z", trainee: trainee, mode: mode, origin: origin)
      try store.save(Example.attempt(header))
    }
    #expect(
      try store.past(of: Example.trainee).map(\.start)
        == ["2025-05-14T09:30:01Z", "2025-05-14T09:30:03Z"])
    #expect(try store.past(of: nil).map(\.start) == ["2025-05-14T09:30:06Z"])
    #expect(try store.past(of: Example.trainee).map(\.mode) == [.practice, .exam])
    func seconds(_ summaries: [AttemptSummary]) -> [String] {
      summaries.map { String($0.past.start.suffix(3).prefix(2)) }
    }
    #expect(try seconds(store.attempts(of: Example.trainee)) == ["04", "03", "02", "01"])
    #expect(try seconds(store.attempts(of: Example.trainee, limit: 2)) == ["04", "03"])
    #expect(try seconds(store.attempts(of: Example.trainee, limit: 0)).isEmpty)
    #expect(try seconds(store.attempts(limit: 3)) == ["06", "05", "04"])
    #expect(try seconds(store.attempts(of: nil)) == ["06"])
  }

  /// What each criterion kept, reckoned back from the score: what was lost of a hundred points.
  @Test(arguments: [PressureSource.set, .measured, .none])
  func whatWasKeptMakesTheScore(pressure: PressureSource) throws {
    let header = Example.header(device: Device(kind: .pen, pressure: pressure))
    let events = Example.events(pressure: pressure == .none ? nil : 200)
    let kept = try store.save(Example.attempt(header, events), events)
    let shares = try #require(try store.keptShares(of: Example.trainee)[kept.id])
    #expect(shares.count == Criterion.allCases.count)
    let result = try Example.judged(events, header)
    var score = 0.0
    for (row, share) in zip(result.criteria, shares) {
      #expect((share != nil) == row.assessed, "\(row.criterion)")
      if let share { score += share * Double(row.effectiveTenths) / 10 }
    }
    #expect(abs(score - result.score.value) < 0.001)
    #expect(try store.keptShares(of: Example.other).isEmpty)
  }

  @Test func anAttemptWithoutAHandHasNoScale() throws {
    let events: [Event] = [.act(.decision(.refer), time: 1), .act(.end, time: 2)]
    try store.save(Example.attempt(Example.header(), events), events)
    #expect(try store.attempts()[0].device.scale == nil)
  }

  @Test func aCaseHasItsBestAndWhetherItWasPassed() throws {
    func past(
      _ caseID: String, _ score: Int, _ verdict: Result.Verdict, _ mode: Mode = .practice,
      _ origin: Origin = .live
    ) -> PastAttempt {
      PastAttempt(
        id: 1, caseID: caseID, start: "", day: nil, score: score, verdict: verdict, mode: mode,
        origin: origin, ended: verdict != .abandoned)
    }
    let summaries = CaseSummary.all([
      past("b", 700, .failed), past("a", 990, .abandoned), past("b", 874, .passed),
      past("b", 1000, .passed, .drill), past("b", 1000, .passed, .exam, .demonstration),
      past("b", 800, .failed),
    ])
    #expect(summaries.map(\.caseID) == ["a", "b"])
    #expect(summaries.map(\.best) == [nil, 874])
    #expect(summaries.map(\.hasPassed) == [false, true])
    #expect(summaries.map(\.attempts) == [1, 3])
  }
}
