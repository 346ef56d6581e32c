import Attempts
import Foundation
import GRDB
import Scenarios
import Scoring
import Testing

@testable import History

/// Which attempt another one is compared with.
@Suite struct ComparingTests {
  private let folder: TestFolder
  private let store: HistoryStore

  init() throws {
    folder = try TestFolder()
    store = folder.store()
  }

  /// An earlier attempt that differs from the later one in one thing.
  struct Earlier: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var counts: Bool
    var start = "2025-05-14T09:30:00Z"
    var trainee: String? = Example.trainee
    var mode = Mode.practice
    var origin = Origin.live
    var device = Device(kind: .mouse, pressure: .set)
    var scale = 500_000
    var verdict = Result.Verdict.failed
    var caseID = "smallest"
  }

  /// The scales of a pixel lie at both sides of the edges of a class: the later attempt is of the
  /// class of half a millimetre, from 0.354 to 0.707 mm.
  static let kinds: [Earlier] = [
    Earlier(testDescription: "like it", counts: true),
    Earlier(testDescription: "passed", counts: true, verdict: .passed),
    Earlier(testDescription: "an exam", counts: true, mode: .exam),
    Earlier(testDescription: "a drill", counts: false, mode: .drill),
    Earlier(testDescription: "abandoned", counts: false, verdict: .abandoned),
    Earlier(testDescription: "a demonstration", counts: false, origin: .demonstration),
    Earlier(testDescription: "foreign", counts: false, origin: .foreign),
    Earlier(testDescription: "of another", counts: false, trainee: Example.other),
    Earlier(testDescription: "of nobody", counts: false, trainee: nil),
    Earlier(testDescription: "at another case", counts: false, caseID: "other"),
    Earlier(testDescription: "later", counts: false, start: "2025-05-14T09:32:00Z"),
    Earlier(testDescription: "without a start", counts: false, start: ""),
    Earlier(
      testDescription: "by touch", counts: false, device: Device(kind: .touch, pressure: .set)),
    Earlier(
      testDescription: "measured", counts: false, device: Device(kind: .mouse, pressure: .measured)),
    Earlier(testDescription: "just finer", counts: false, scale: 353_552),
    Earlier(testDescription: "the finest of its class", counts: true, scale: 353_553),
    Earlier(testDescription: "the coarsest of its class", counts: true, scale: 707_106),
    Earlier(testDescription: "just coarser", counts: false, scale: 707_107),
  ]

  @discardableResult
  private func keep(_ earlier: Earlier, score: Int = 740) throws -> Int {
    let events = Example.events(scale: earlier.scale)
    let header = Example.header(
      start: earlier.start, trainee: earlier.trainee, mode: earlier.mode, origin: earlier.origin,
      device: earlier.device)
    return try store.save(
      Example.attempt(
        header, events, verdict: earlier.verdict, score: score, caseID: earlier.caseID), events
    ).id
  }

  private func keepLater(_ change: (inout Earlier) -> Void = { _ in }) throws -> Int {
    var later = Earlier(testDescription: "the later one", counts: true)
    later.start = "2025-05-14T09:31:00Z"
    change(&later)
    return try keep(later, score: 820)
  }

  @Test(arguments: kinds)
  func onlyWhatIsAsHardIsCompared(earlier: Earlier) throws {
    let first = try keep(earlier)
    let later = try keepLater()
    let found = try store.attempt(before: later)
    #expect(found?.id == (earlier.counts ? first : nil))
    guard earlier.counts else { return }
    #expect(found?.score == 740)
    #expect(try found?.kept == store.keptShares(of: Example.trainee)[first])
  }

  /// A changed case asks for other things, so that what changed may not be the trainee's.
  @Test func anAttemptAtTheCaseAsItWasIsNotCompared() throws {
    try keep(Earlier(testDescription: "before the change", counts: false))
    let later = try keepLater()
    #expect(try store.attempt(before: later) != nil)
    store.close()
    let queue = try DatabaseQueue(path: folder.file)
    try queue.write { (db: Database) throws in
      try db.execute(
        sql: "UPDATE attempt SET scenario_sha256 = ? WHERE id = ?",
        arguments: [String(repeating: "0", count: 64), later])
    }
    try queue.close()
    #expect(try folder.store().attempt(before: later) == nil)
  }

  @Test func theLastOfSeveralIsTaken() throws {
    var ids: [Int] = []
    // Kept in another order than they were made.
    for minute in [20, 10, 25, 15] {
      ids.append(
        try keep(
          Earlier(
            testDescription: "", counts: true, start: "2025-05-14T09:\(minute):00Z")))
    }
    let later = try keepLater()
    #expect(try store.attempt(before: later)?.id == ids[2])
    #expect(try store.attempt(before: ids[2])?.id == ids[0])
    #expect(try store.attempt(before: ids[0])?.id == ids[3])
    #expect(try store.attempt(before: ids[3])?.id == ids[1])
    #expect(try store.attempt(before: ids[1]) == nil)
    // Of two that began at once the one that was kept first is the earlier.
    let same = try keep(
      Earlier(testDescription: "", counts: true, start: "2025-05-14T09:31:00Z", scale: 510_000))
    #expect(try store.attempt(before: same)?.id == later)
    #expect(try store.attempt(before: later)?.id == ids[2])
  }

  @Test func aDrillAndWhatWasAbandonedAreComparedWithNothing() throws {
    try keep(Earlier(testDescription: "", counts: true))
    #expect(try store.attempt(before: keepLater { $0.mode = .drill }) == nil)
    #expect(try store.attempt(before: keepLater { $0.verdict = .abandoned }) == nil)
    #expect(try store.attempt(before: keepLater { $0.origin = .demonstration }) == nil)
    #expect(try store.attempt(before: keepLater { $0.start = "" }) == nil)
    #expect(try store.attempt(before: 12_345) == nil)
  }

  @Test func acrossRuleSetsNothingIsSaid() throws {
    let oldest = try keep(
      Earlier(testDescription: "", counts: true, start: "2025-05-14T09:10:00Z"))
    let before = try keep(Earlier(testDescription: "", counts: true))
    let later = try keepLater()
    func judge(_ id: Int, by rules: Int) throws {
      try store.write { db in
        try db.execute(
          sql: "UPDATE attempt SET rules = ? WHERE id = ?", arguments: [rules, id])
      }
    }
    try judge(later, by: 2)
    #expect(try store.attempt(before: later) == nil)
    // What lies further back is not the last attempt, whatever judged it.
    try judge(oldest, by: 2)
    #expect(try store.attempt(before: later) == nil)
    try judge(before, by: 2)
    #expect(try store.attempt(before: later)?.id == before)
  }

  @Test func attemptsWithoutAHandAreComparedWithEachOther() throws {
    let events: [Event] = [.act(.decision(.refer), time: 1), .act(.end, time: 2)]
    var ids: [Int] = []
    for minute in 10...11 {
      let header = Example.header(start: "2025-05-14T09:\(minute):00Z")
      ids.append(
        try store.save(Example.attempt(header, events, verdict: .passed), events).id)
    }
    #expect(try store.attempt(before: ids[1])?.id == ids[0])
    #expect(try store.attempt(before: keepLater()) == nil)
  }

  @Test func withoutAHistoryThereIsNone() throws {
    #expect(try store.attempt(before: 1) == nil)
    #expect(!FileManager.default.fileExists(atPath: folder.file))
  }
}
