import Foundation
import Testing

@testable import Handover

/// Sending what waits, to a store in memory.
@Suite struct DeliveryTests {
  private let folder: OutboxFolder
  private let store: StoreAddress
  private let scripted = ScriptedStore()

  init() throws {
    folder = try OutboxFolder()
    store = try OutboxFolder.store()
  }

  @discardableResult
  private func fill(_ count: Int) throws -> [Statement] {
    try (0..<count).map { second in
      let statement = try OutboxFolder.statement(second)
      _ = try folder.outbox.put(statement, for: store)
      return statement
    }
  }

  private func answer(_ status: Int, _ body: String = "", retry: Double? = nil) -> StoreReply {
    .answer(StoreAnswer(status: status, body: body, retryAfter: retry))
  }

  @Test func allAreSentTogetherAndMovedAway() throws {
    let statements = try fill(3)
    let report = try scripted.deliver(folder.outbox, to: store)
    #expect(report.delivered == 3 && report.waiting == 0 && report.stop == nil)
    #expect(scripted.requests.map(\.method) == [.post])
    #expect(Set(scripted.statements.values) == Set(statements.map(\.json)))
    #expect(try folder.waiting() == [] && folder.delivered().count == 3)
    // And never again.
    #expect(try scripted.deliver(folder.outbox, to: store) == Delivery.Report())
    #expect(scripted.requests.count == 1)
  }

  @Test func batchesAreBounded() throws {
    try fill(55)
    let report = try scripted.deliver(folder.outbox, to: store)
    #expect(report.delivered == 55)
    #expect(
      scripted.requests.map { ScriptedStore.parts(of: $0.body ?? "").count } == [50, 5])
  }

  /// What may go better in a while, and the pauses before each further try.
  @Test(arguments: [
    StoreReply.answer(StoreAnswer(status: 500)), .answer(StoreAnswer(status: 502)),
    .answer(StoreAnswer(status: 503)), .answer(StoreAnswer(status: 429)),
    .answer(StoreAnswer(status: 408)), .failure(StoreFailure(.refused)),
    .failure(StoreFailure(.lost)), .failure(StoreFailure(.unknownHost)),
    .failure(StoreFailure(.other, words: "x")),
  ])
  func troubleIsTriedAgainUntilPatienceEnds(reply: StoreReply) throws {
    try fill(2)
    scripted.replies = Array(repeating: reply, count: 100)
    let report = try scripted.deliver(folder.outbox, to: store, patience: 10)
    #expect(scripted.pauses == [0.25, 0.5, 1, 2, 4])
    #expect(scripted.requests.count == 6)
    #expect(report.waiting == 2 && report.delivered == 0)
    #expect(report.stop?.contains(store.description) == true)
    // Later it goes on where it stopped.
    scripted.replies = []
    #expect(try scripted.deliver(folder.outbox, to: store).delivered == 2)
  }

  @Test func troubleThatPassesIsNoTrouble() throws {
    try fill(2)
    scripted.replies = [answer(500), .failure(StoreFailure(.lost)), answer(503)]
    let report = try scripted.deliver(folder.outbox, to: store)
    #expect(report.delivered == 2 && report.stop == nil)
    #expect(Set(scripted.requests.map(\.body)).count == 1)
  }

  @Test func timeSpentWaitingForAnswersCounts() throws {
    try fill(1)
    scripted.replies = Array(repeating: .failure(StoreFailure(.timedOut)), count: 100)
    let report = try scripted.deliver(folder.outbox, to: store, timeout: 5, patience: 10)
    #expect(report.stop == "\(store) did not answer within 5 s")
    #expect(scripted.requests.count == 3)
  }

  @Test func pausesGrowToHalfAMinute() {
    let pauses = (1...12).map { Delivery.Patience.pause(afterFailures: $0) }
    #expect(pauses == [0.25, 0.5, 1, 2, 4, 8, 16, 30, 30, 30, 30, 30])
  }

  @Test(arguments: [(3.0, [3.0]), (0, [0.25]), (0.3, [0.3])] as [(Double, [Double])])
  func aWishToWaitIsHeard(seconds: Double, pauses: [Double]) throws {
    try fill(1)
    scripted.replies = [answer(429, retry: seconds)]
    #expect(try scripted.deliver(folder.outbox, to: store).delivered == 1)
    #expect(scripted.pauses == pauses)
  }

  @Test func aWishForTooLongEndsIt() throws {
    try fill(1)
    scripted.replies = [answer(503, retry: 3_600)]
    let report = try scripted.deliver(folder.outbox, to: store, patience: 60)
    #expect(report.stop == "\(store) failed (503) and asks to wait 3600 s")
    #expect(scripted.pauses == [] && report.waiting == 1)
  }

  /// Whatever a store asks, a day is the longest and nothing traps.
  @Test(
    arguments: [
      (86_399.2, "86400"), (86_400, "86400"), (86_401, "86400"), (9.223372036854776e18, "86400"),
      (.greatestFiniteMagnitude, "86400"), (.infinity, "86400"),
    ] as [(Double, String)])
  func aWishIsAtMostADay(seconds: Double, words: String) throws {
    try fill(1)
    for status in [429, 500, 503] {
      scripted.replies = [answer(status, retry: seconds)]
      let report = try scripted.deliver(folder.outbox, to: store, patience: 60)
      #expect(report.stop?.hasSuffix("(\(status)) and asks to wait \(words) s") == true)
    }
    #expect(scripted.pauses == [])
  }

  @Test(arguments: [-.ulpOfOne, -3, -.infinity, .nan] as [Double])
  func aWishThatIsNoTimeIsNone(seconds: Double) throws {
    try fill(1)
    scripted.replies = [answer(503, retry: seconds)]
    #expect(try scripted.deliver(folder.outbox, to: store).delivered == 1)
    #expect(scripted.pauses == [0.25])
  }

  /// The header, at 30 s past its example of RFC 9110, 5.6.7.
  @Test(
    arguments: [
      ("0", 0), (" 120 ", 120), ("86400", 86_400), ("86401", 86_400),
      ("9223372036854775807", 86_400), ("9223372036854775808", 86_400),
      ("99999999999999999999999999", 86_400), ("-1", nil), ("", nil), ("1.5", nil), ("soon", nil),
      ("nan", nil), ("inf", nil),
      ("Sun, 06 Nov 1994 08:50:37 GMT", 30), ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
      ("Sun, 06 Nov 9994 08:49:37 GMT", 86_400),
    ] as [(String, Double?)])
  func theHeaderIsReadWithinADay(text: String, seconds: Double?) {
    let now = Date(timeIntervalSince1970: 784_111_777 + 30)
    #expect(StoreAnswer.seconds(ofRetryAfter: text, now: now) == seconds)
  }

  @Test(arguments: [
    (401, "credentials"), (403, "user"), (404, "no learning record store"), (410, "no learning"),
    (301, "elsewhere"), (302, "elsewhere"), (307, "elsewhere"), (308, "elsewhere"),
    (100, "no store"), (0, "no store"), (700, "no store"),
  ])
  func whatNoTryMendsIsTriedOnce(status: Int, words: String) throws {
    try fill(3)
    scripted.replies = Array(repeating: answer(status), count: 9)
    let report = try scripted.deliver(folder.outbox, to: store)
    #expect(report.stop?.contains(words) == true, "\(report.stop ?? "")")
    #expect(scripted.requests.count == 1 && report.waiting == 3)
  }

  @Test func oneThatIsNotTakenDoesNotStopTheOthers() throws {
    let statements = try fill(3)
    let names = try folder.waiting()
    scripted.replies = [answer(400), answer(204), answer(400, "too \n odd"), answer(204)]
    let report = try scripted.deliver(folder.outbox, to: store)
    #expect(scripted.requests.map(\.method) == [.post, .put, .put, .put])
    #expect(report.delivered == 2 && report.waiting == 1 && report.stop == nil)
    #expect(
      report.kept == [
        "\(folder.outbox.folder)/\(names[1]): the store does not take it (400): too odd"
      ])
    #expect(try folder.waiting() == [names[1]])
    let urls = scripted.requests.dropFirst().map(\.url)
    #expect(
      Set(urls) == Set(statements.map { "\(store)?statementId=\($0.id)" }))
  }

  @Test func whatNamesTheSameTwiceIsNotSentTwice() throws {
    let statement = try #require(try fill(1).first)
    // Stopped between the store's answer and the move, then delivered by another program.
    try FileManager.default.createDirectory(
      atPath: folder.outbox.delivered, withIntermediateDirectories: true)
    let name = Outbox.name(of: statement, for: store)
    try FileManager.default.copyItem(
      atPath: folder.outbox.path(of: name), toPath: folder.outbox.deliveredPath(of: name))
    let report = try scripted.deliver(folder.outbox, to: store)
    #expect(report.byOthers == 1 && report.delivered == 0 && report.waiting == 0)
    #expect(scripted.requests.isEmpty)
    #expect(try folder.waiting() == [])
  }

  @Test func damagedAndForeignFilesStayAndAreSaid() throws {
    try fill(2)
    let damaged = folder.outbox.path(of: try folder.waiting()[0])
    try Data("{".utf8).write(to: URL(filePath: damaged))
    try Data("{}".utf8).write(to: URL(filePath: folder.outbox.folder + "/note.json"))
    try Data("x".utf8).write(to: URL(filePath: folder.outbox.folder + "/.effleurage-half"))
    let report = try scripted.deliver(folder.outbox, to: store)
    #expect(report.delivered == 1)
    #expect(
      report.kept == [
        "\(folder.outbox.folder)/note.json is no statement that waits", "\(damaged) is damaged",
      ])
    #expect(try folder.waiting().count == 3)
  }

  @Test func otherStoresAreLeftAlone() throws {
    let other = try OutboxFolder.store("https://other.example/")
    _ = try folder.outbox.put(try OutboxFolder.statement(), for: other)
    try fill(1)
    let report = try scripted.deliver(folder.outbox, to: store)
    #expect(report.delivered == 1 && report.elsewhere == 1 && report.waiting == 0)
    #expect(try folder.waiting().count == 1)
  }

  /// Two that send at once: each statement goes out once.
  @Test func anotherThatSendsIsWaitedFor() throws {
    try fill(4)
    let second = ScriptedStore()
    var isFirst = true
    var reports: [Delivery.Report] = []
    scripted.meanwhile = { [folder, store] _ in
      guard isFirst else { return }
      isFirst = false
      // While the first sends all, the second finds all held, waits, and leaves them.
      reports.append(try second.deliver(folder.outbox, to: store, patience: 1))
    }
    let report = try scripted.deliver(folder.outbox, to: store)
    #expect(report.delivered == 4)
    #expect(second.requests.isEmpty)
    #expect(reports.first?.stop?.contains("another program") == true)
    #expect(reports.first?.waiting == 4)
  }

  @Test func whatAnotherTookIsCountedAsItsOwn() throws {
    try fill(3)
    let names = try folder.waiting()
    guard case .held(let lock) = OutboxLock.take(folder.outbox.path(of: names[0])) else {
      Issue.record("not held")
      return
    }
    var held: OutboxLock? = lock
    scripted.meanwhile = { [folder] _ in
      // The other has sent it in the meantime.
      try folder.outbox.confirm(names[0])
      held = nil
    }
    let report = try scripted.deliver(folder.outbox, to: store)
    #expect(held == nil)
    #expect(report.delivered == 2 && report.byOthers == 1 && report.stop == nil)
    #expect(scripted.statements.count == 2)
  }
}
