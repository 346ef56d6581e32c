import Attempts
import Foundation
import Scenarios
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

  /// A saved result as far as it matters here.
  private func save(
    _ verdict: String, _ name: String, mode: String = "practice", origin: String = "live",
    trainee: String? = nil, in folder: TemporaryFolder
  ) throws {
    let person = trainee.map { #""trainee":"\#($0)","# } ?? ""
    let text =
      #"{"scenario":{"id":"small-case"},\#(person)"mode":"\#(mode)","origin":"\#(origin)","#
      + #""verdict":"\#(verdict)","score":80}"#
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name + ".json"))
  }

  private func hidden(_ folder: TemporaryFolder) -> Int? {
    AttemptStore(folder: folder.path).past(of: nil)["small-case"]?.fading.pairs
  }

  @Test func resultsCountInOrderOfTimeWhateverTheFolderSays() throws {
    let folder = try TemporaryFolder()
    // In the order of names the fail would stand between the passes of one second.
    try save("passed", "20260514-093000-small-case", in: folder)
    try save("passed", "20260514-093000-small-case-2", in: folder)
    try save("failed", "20260514-093000-small-case-10", in: folder)
    #expect(hidden(folder) == 1)
    try save("failed", "20260513-093000-small-case", in: folder)
    #expect(hidden(folder) == 1)
    try save("passed", "20260515-093000-small-case", in: folder)
    #expect(hidden(folder) == 1)
    try save("passed", "20260516-093000-small-case", in: folder)
    #expect(hidden(folder) == 2)
  }

  @Test func onlyLivePracticeOfTheTraineeCounts() throws {
    let folder = try TemporaryFolder()
    try save("passed", "20260514-093000-small-case", in: folder)
    try save("passed", "20260514-093100-small-case", mode: "drill", in: folder)
    try save("passed", "20260514-093200-small-case", mode: "exam", in: folder)
    try save("passed", "20260514-093300-small-case", origin: "demonstration", in: folder)
    try save("passed", "20260514-093400-small-case", trainee: "t-abcdefgh", in: folder)
    #expect(hidden(folder) == 0)
    // An exam between them breaks no row, an abandoned attempt does.
    try save("passed", "20260514-093500-small-case", in: folder)
    #expect(hidden(folder) == 1)
    try save("passed", "20260514-093600-small-case", in: folder)
    try save("abandoned", "20260514-093700-small-case", in: folder)
    try save("passed", "20260514-093800-small-case", in: folder)
    #expect(hidden(folder) == 1)
  }

  @Test func practiceBeginsWithoutTheLastAidsAndTheirKeysBringThemBack() throws {
    let folder = try TemporaryFolder()
    for minute in 10..<14 {
      try save("passed", "20260514-09\(minute)00-small-case", in: folder)
    }
    var session = Session.fresh(store: AttemptStore(folder: folder.path))
    session.goToPractice()
    #expect(session.underWay?.header.shown == [.guide, .gauges, .coach, .pacer])
    #expect(session.hiddenAids(of: smallScenario()) == 2)
    session.toggle(.comfort, at: 3_000_000)
    let last = try #require(session.underWay?.events.last)
    #expect(last == .act(.show([.guide, .gauges, .coach, .pacer, .comfort]), time: 3_000_000))
  }

  @Test func aCaseThatNeverFadesShowsAll() throws {
    let folder = try TemporaryFolder()
    for minute in 10..<40 {
      try save("passed", "20260514-09\(minute)00-small-case", in: folder)
    }
    var scenario = smallScenario()
    scenario.feedback.show = [.coach, .guide]
    var session = Session.fresh([scenario], store: AttemptStore(folder: folder.path))
    session.lookUpPast()
    #expect(session.hiddenAids(of: scenario) == 2)
    #expect(session.aids(of: scenario) == [])
    scenario.feedback.fade = .never
    #expect(session.aids(of: scenario) == [.coach, .guide])
  }
}
