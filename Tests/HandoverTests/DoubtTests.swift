import Foundation
import Testing

@testable import Handover

/// Answers that leave open whether the store has a statement.
@Suite struct DoubtTests {
  private let folder: OutboxFolder
  private let store: StoreAddress
  private let scripted = ScriptedStore()
  private let statement: Statement

  init() throws {
    folder = try OutboxFolder()
    store = try OutboxFolder.store()
    statement = try OutboxFolder.statement()
    _ = try folder.outbox.put(statement, for: store)
  }

  private func deliver(_ replies: (Int, String)...) throws -> Delivery.Report {
    scripted.replies = replies.map { .answer(StoreAnswer(status: $0.0, body: $0.1)) }
    return try scripted.deliver(folder.outbox, to: store)
  }

  @Test func theListOfIDsConfirms() throws {
    #expect(try deliver((200, "[\"\(statement.id.uppercased())\"]")).delivered == 1)
    #expect(scripted.requests.count == 1)
  }

  /// Nothing said of many is no word about each; of one by its id it is.
  @Test func nothingToSayConfirmsOneAndNotMany() throws {
    let second = try OutboxFolder.statement(1)
    _ = try folder.outbox.put(second, for: store)
    let report = try deliver((204, ""), (204, ""), (400, ""))
    #expect(scripted.requests.map(\.method) == [.post, .put, .put])
    #expect(report.delivered == 1 && report.waiting == 1)
  }

  @Test func theIDConfirmsOneToo() throws {
    #expect(try deliver((204, ""), (200, "[\"\(statement.id)\"]")).delivered == 1)
    #expect(scripted.requests.map(\.method) == [.post, .put])
  }

  @Test(arguments: [200, 201, 202, 299])
  func whatIsShownIsBelieved(status: Int) throws {
    let report = try deliver((204, ""), (status, ""), (200, statement.json))
    #expect(report.delivered == 1 && report.unread == 0 && report.kept == [])
  }

  @Test(arguments: [200, 201, 202, 299], [404, 405, 410, 501, 204, 302, 400])
  func whatIsNotShownWaits(status: Int, shown: Int) throws {
    let report = try deliver((204, ""), (status, ""), (shown, ""))
    #expect(report.delivered == 0 && report.waiting == 1 && report.stop == nil)
    #expect(
      report.kept.first?.contains("took it (\(status)) and does not show it (\(shown))") == true)
  }

  @Test func anotherStatementIsNoConfirmation() throws {
    let other = try OutboxFolder.statement(1).json
    let report = try deliver((204, ""), (200, ""), (200, other))
    #expect(report.delivered == 0 && report.waiting == 1)
  }

  @Test(arguments: [408, 425, 429, 500, 503])
  func troubleWhileLookingForWhatWasTakenIsTriedAgain(status: Int) throws {
    let report = try deliver(
      (204, ""), (202, ""), (status, ""), (202, ""), (200, statement.json))
    #expect(report.delivered == 1)
    #expect(scripted.requests.map(\.method) == [.post, .put, .get, .put, .get])
  }

  @Test func aConflictWithTheSameStatementIsDelivery() throws {
    let report = try deliver((409, ""), (409, ""), (200, statement.json))
    #expect(report.delivered == 1 && report.kept == [])
    #expect(scripted.requests.map(\.method) == [.post, .put, .get])
  }

  /// A store adds its own members, orders them its way, and may answer with a list.
  @Test func theSameStatementMayLookDifferent() throws {
    var object = try #require(
      try JSONSerialization.jsonObject(with: Data(statement.json.utf8)) as? [String: Any])
    object["stored"] = "2025-06-01T00:00:00.000Z"
    object["authority"] = ["mbox": "mailto:a@b.example"]
    object["timestamp"] = "2025-05-14T09:36:52.5Z"
    object["verb"] = [
      "id": "http://adlnet.gov/expapi/verbs/passed", "display": ["de": "bestanden"],
    ]
    let answer = String(
      decoding: try JSONSerialization.data(withJSONObject: ["statements": [object]]), as: UTF8.self)
    #expect(try deliver((409, ""), (409, ""), (200, answer)).delivered == 1)
  }

  @Test(arguments: [
    ("\"raw\":87.4", "\"raw\":87.5"), ("t-7k3qvm2x", "t-aaaabbbb"),
    ("verbs/passed", "verbs/failed"),
    ("\"PT412.50S\"", "\"PT412.51S\""), ("\"success\":true", "\"success\":false"),
    ("09:36:52.500Z", "09:36:53.500Z"), ("\"mode\":", "\"mood\":"), ("cases/", "case/"),
    ("extensions/mode\":\"practice\"", "extensions/mode\":\"exam\""),
  ])
  func aConflictWithAnotherStatementIsKept(old: String, new: String) throws {
    let other = statement.json.replacing(old, with: new)
    guard other != statement.json else { return }
    let report = try deliver((409, ""), (409, ""), (200, other))
    #expect(report.delivered == 0 && report.waiting == 1)
    #expect(report.kept.first?.contains("another statement of the same id (409)") == true)
  }

  @Test(arguments: [401, 403, 404, 405, 410, 501])
  func aConflictThatTheStoreDoesNotShowIsKept(status: Int) throws {
    let report = try deliver((409, ""), (409, ""), (status, ""))
    #expect(report.waiting == 1 && report.kept.count == 1 && report.stop == nil)
  }

  @Test func aPageOfSomebodyElseIsNoConfirmation() throws {
    let page = "<html>Log in to the network</html>"
    let report = try deliver((200, page), (200, page), (200, page))
    #expect(report.delivered == 0 && report.waiting == 1)
    #expect(report.kept.first?.contains("is \(store) a learning record store?") == true)
  }

  @Test(arguments: [401, 403])
  func whoMayOnlyWriteIsBelievedAndCounted(status: Int) throws {
    let report = try deliver((200, "[]"), (200, ""), (status, ""))
    #expect(report.delivered == 1 && report.unread == 1 && report.waiting == 0)
  }

  @Test func troubleWhileLookingIsTriedAgain() throws {
    let report = try deliver((409, ""), (409, ""), (503, ""), (409, ""), (200, statement.json))
    #expect(report.delivered == 1)
    #expect(scripted.requests.map(\.method) == [.post, .put, .get, .put, .get])
  }

  /// The store took them, the answer was lost, and asked again it says so in one of its ways.
  @Test(arguments: [204, 200, 409])
  func aLostAnswerIsMadeGood(status: Int) throws {
    scripted.replies = [.failure(StoreFailure(.lost))]
    switch status {
    case 204: scripted.replies.append(.answer(StoreAnswer(status: 204)))
    case 409:
      scripted.replies += [409, 409].map { .answer(StoreAnswer(status: $0)) }
      scripted.statements[statement.id] = statement.json
    default: break
    }
    let report = try scripted.deliver(folder.outbox, to: store)
    #expect(report.delivered == 1 && report.stop == nil)
  }
}
