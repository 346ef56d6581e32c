import Attempts
import Foundation
import Scenarios
import Scoring
import Testing

@testable import Sessions

/// Aids that practice takes away.
@Suite struct FeedbackFadingTests {
  @Test(arguments: [
    ("", 0), ("p", 0), ("pp", 1), ("ppp", 1), ("pppp", 2), ("pf", 0), ("pfp", 0), ("pfpp", 1),
    ("ppf", 1), ("ppfp", 1), ("ppfpp", 2), ("pppfp", 1), ("fff", 0), ("pppppp", 3),
  ])
  func eachPairOfPassesInARowHidesOne(verdicts: String, hidden: Int) {
    var fading = FeedbackFading()
    for verdict in verdicts { fading.add(isPassed: verdict == "p") }
    #expect(fading.pairs == hidden)
  }

  /// Attempts that were kept, in order of their start.
  private func keep(
    _ verdicts: [Result.Verdict], mode: Mode = .practice, trainee: String? = nil, from minute: Int,
    second: Int = 10, in folder: TemporaryFolder
  ) throws {
    let store = AttemptStore(folder: folder.path + "/records")
    for (index, verdict) in verdicts.enumerated() {
      try keepAttempt(
        verdict, start: "2026-05-14T09:\(minute + index):\(second)Z", mode: mode, trainee: trainee,
        in: store.history)
    }
  }

  private func hidden(_ folder: TemporaryFolder) throws -> Int? {
    try AttemptStore(folder: folder.path + "/records").past(of: nil)["small-case"]?.fading.pairs
  }

  @Test func attemptsCountInOrderOfTime() throws {
    let folder = try TemporaryFolder()
    try keep([.passed, .passed, .failed], from: 30, in: folder)
    #expect(try hidden(folder) == 1)
    try keep([.failed], from: 20, in: folder)
    #expect(try hidden(folder) == 1)
    try keep([.passed], from: 40, in: folder)
    #expect(try hidden(folder) == 1)
    try keep([.passed], from: 41, in: folder)
    #expect(try hidden(folder) == 2)
    // One that comes from elsewhere stands where its start is.
    try keep([.failed], from: 30, second: 11, in: folder)
    #expect(try hidden(folder) == 1)
  }

  @Test func onlyLivePracticeOfTheTraineeCounts() throws {
    let folder = try TemporaryFolder()
    try keep([.passed], from: 10, in: folder)
    try keep([.passed], mode: .drill, from: 11, in: folder)
    try keep([.passed], mode: .exam, from: 12, in: folder)
    try keep([.passed], trainee: "t-abcdefgh", from: 14, in: folder)
    #expect(try hidden(folder) == 0)
    // An exam between them breaks no row, an abandoned attempt does.
    try keep([.passed], from: 15, in: folder)
    #expect(try hidden(folder) == 1)
    try keep([.passed, .abandoned, .passed], from: 16, in: folder)
    #expect(try hidden(folder) == 1)
  }

  @Test func practiceBeginsWithoutTheLastAidsAndTheirKeysBringThemBack() throws {
    let folder = try TemporaryFolder()
    try keep([.passed, .passed, .passed, .passed], from: 10, in: folder)
    var session = Session.fresh(store: AttemptStore(folder: folder.path + "/records"))
    session.goToPractice()
    #expect(session.underWay?.header.shown == [.guide, .gauges, .coach, .pacer])
    #expect(session.hiddenAids(of: smallScenario()) == 2)
    session.toggle(.comfort, at: 3_000_000)
    let last = try #require(session.underWay?.events.last)
    #expect(last == .act(.show([.guide, .gauges, .coach, .pacer, .comfort]), time: 3_000_000))
  }

  @Test func aCaseThatNeverFadesShowsAll() throws {
    let folder = try TemporaryFolder()
    try keep([Result.Verdict](repeating: .passed, count: 30), from: 10, in: folder)
    var scenario = smallScenario()
    scenario.feedback.show = [.coach, .guide]
    var session = Session.fresh([scenario], store: AttemptStore(folder: folder.path + "/records"))
    session.lookUpPast()
    #expect(session.hiddenAids(of: scenario) == 2)
    #expect(session.aids(of: scenario) == [])
    scenario.feedback.fade = .never
    #expect(session.aids(of: scenario) == [.coach, .guide])
  }
}
