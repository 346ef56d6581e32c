import Attempts
import Scenarios
import Scoring
import Testing

@testable import Sessions

@Suite struct HistoryContentsTests {
  @Test func theHistoryOpensOverTheLibraryAlone() {
    var session = Session.fresh()
    #expect(session.offersHistory)
    session.openHistory(at: 0)
    #expect(session.screen == .history && !session.offersHistory)
    session.openHistory(at: 0)
    session.back(at: 0)
    #expect(session.screen == .library)
    session.begin(.practice, start: "2026-05-14T09:30:00Z", at: 0)
    session.openHistory(at: 0)
    #expect(session.screen == .patient)
  }

  @Test func anAttemptIsTakenFromItsResult() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh(store: AttemptStore(folder: folder.path))
    session.goToPractice()
    session.stroke(from: 3_000_000)
    session.askToEnd(at: 5_000_000)
    session.confirm(at: 5_000_000)
    let result = try #require(session.finished?.result)
    let attempt = HistoryContents.Attempt(
      id: "a", start: "2026-05-14T09:30:00Z", title: "A small case", result: result)
    #expect(attempt.caseID == "small-case" && attempt.mode == .practice)
    #expect(attempt.score == result.score.value && attempt.verdict == result.verdict)
    #expect(attempt.passMark == result.passMark && attempt.device == result.device)
    #expect(attempt.kept.count == Criterion.allCases.count)
    var lost = 0.0
    for (row, kept) in zip(result.criteria, attempt.kept) {
      #expect((kept != nil) == (row.assessed && row.effectiveTenths > 0), "\(row.criterion)")
      if let kept { lost += (1 - kept) * Double(row.effectiveTenths) / 10 }
    }
    // What the criteria lost is what the score lacks.
    #expect(abs(100 - lost - attempt.score) < 0.01)
  }
}
