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

  /// What the history shows of an attempt is what the debrief said, and what was kept makes its score.
  @Test func anAttemptIsListedAsItWasJudged() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh(store: AttemptStore(folder: folder.path))
    session.goToPractice()
    session.stroke(from: 3_000_000)
    session.askToEnd(at: 5_000_000)
    session.confirm(at: 5_000_000)
    let made = try #require(session.finished)
    session.toLibrary()
    session.openHistory(at: 6_000_000)
    #expect(session.history.attempts.count == 1)
    let attempt = try #require(session.history.attempts.first)
    #expect(attempt.caseID == "small-case" && attempt.mode == .practice)
    #expect(attempt.score == made.result.score.value && attempt.verdict == made.result.verdict)
    #expect(attempt.passMark == made.result.passMark && attempt.device == made.result.device)
    #expect(attempt.record == made.saved?.record && attempt.sha256 != nil && attempt.day != nil)
    var score = 0.0
    for (row, kept) in zip(made.result.criteria, attempt.kept) {
      #expect((kept != nil) == row.assessed, "\(row.criterion)")
      if let kept { score += kept * Double(row.effectiveTenths) / 10 }
    }
    #expect(abs(score - attempt.score) < 0.001)
    // It was the first session of a course.
    #expect(session.history.courses.map(\.sessionsDone) == [1])
    #expect(session.history.courses.first?.indicators.count == 2)
  }

  /// Leaving an attempt leaves nothing in the way.
  @Test func afterAnAttemptThatWasLeftTheLibraryIsFree() throws {
    let folder = try TemporaryFolder()
    let store = AttemptStore(folder: folder.path)
    var session = Session(
      cases: [caseFile()], setting: .init(program: "test"), store: store,
      traineeList: Trainees(history: store.history))
    session.addTrainee("Anna")
    session.goToPractice()
    session.stroke(from: 3_000_000)
    session.back(at: 5_000_000)
    session.confirm(at: 5_000_000)
    #expect(session.screen == .library && session.finished == nil)
    #expect(session.canDeleteTrainees && session.canChangeTrainee)
    #expect(session.past.attempts == 1)
    #expect(session.history.courses.isEmpty || session.history.courses[0].sessionsDone == 0)
  }
}
