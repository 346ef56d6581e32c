import Foundation
import Handover
import Scoring

/// An outbox of a test's own, which goes with it.
final class OutboxFolder: Sendable {
  let path: String
  let outbox: Outbox

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "outbox-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    outbox = Outbox(folder: path + "/outbox", delivered: path + "/delivered")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  static func store(_ address: String = "https://lrs.example/") throws -> StoreAddress {
    try StoreAddress(address)
  }

  /// A statement for each second of a minute.
  static func statement(_ second: Int = 0, trainee: String = "t-7k3qvm2x") throws -> Statement {
    var result = SampleResult.result
    result.trainee = trainee
    let digits = String(second + 100).dropFirst()
    return try Statement(
      of: JudgedAttempt(
        result: result, scenarioSHA256: SampleResult.scenarioSHA256, title: "A <\"case\">",
        summary: "", start: "2025-05-14T09:30:\(digits)Z", program: "0.1.0"))
  }

  func waiting() throws -> [String] { try names("outbox") }
  func delivered() throws -> [String] { try names("delivered") }

  private func names(_ folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: path + "/" + folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
  }
}

/// A store in memory, with a clock that only waiting moves.
final class ScriptedStore {
  /// What to answer first; when there is nothing left it takes statements.
  var replies: [StoreReply] = []
  var requests: [StoreRequest] = []
  var statements: [String: String] = [:]
  var clock = 0.0
  var pauses: [Double] = []
  /// Called with each request before it is answered.
  var meanwhile: (StoreRequest) throws -> Void = { _ in }

  func deliver(
    _ outbox: Outbox, to store: StoreAddress, timeout: Double = 5, patience: Double = 10
  ) throws -> Delivery.Report {
    var delivery = Delivery(
      of: outbox, to: store, patience: Delivery.Patience(timeout: timeout, total: patience),
      surroundings: Delivery.Surroundings(
        exchange: { request in self.reply(to: request) }, now: { self.clock },
        pause: { seconds in
          self.pauses.append(seconds)
          self.clock += seconds
        }))
    return try delivery.run()
  }

  private func reply(to request: StoreRequest) -> StoreReply {
    requests.append(request)
    do { try meanwhile(request) } catch {
      return .failure(StoreFailure(.other, words: "\(error)"))
    }
    if !replies.isEmpty {
      let reply = replies.removeFirst()
      if reply == .failure(StoreFailure(.timedOut)) { clock += request.timeout }
      return reply
    }
    switch request.method {
    case .get:
      let id = request.url.split(separator: "=").last.map(String.init) ?? ""
      guard let known = statements[id] else { return .answer(StoreAnswer(status: 404)) }
      return .answer(StoreAnswer(status: 200, body: known))
    case .put:
      take([request.body ?? ""])
      return .answer(StoreAnswer(status: 204))
    case .post:
      let ids = take(ScriptedStore.parts(of: request.body ?? ""))
      let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
      return .answer(StoreAnswer(status: 200, body: "[\(list)]"))
    }
  }

  static func parts(of body: String) -> [String] {
    body.dropFirst().dropLast().components(separatedBy: ",\n")
  }

  @discardableResult
  private func take(_ texts: [String]) -> [String] {
    texts.map { text in
      let id = String(text.dropFirst(#"{"id":""#.count).prefix(36))
      statements[id] = text
      return id
    }
  }
}
