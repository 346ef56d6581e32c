import Foundation
import Testing

@testable import Handover

/// Files of statements that wait.
@Suite struct OutboxTests {
  private let folder: OutboxFolder

  init() throws { folder = try OutboxFolder() }

  @Test func whatIsPutInWaitsUnderTheTraineesName() throws {
    let statement = try OutboxFolder.statement()
    let store = try OutboxFolder.store()
    #expect(try folder.outbox.put(statement, for: store) == .waits)
    let name = "t-7k3qvm2x-\(statement.id)-\(store.mark).json"
    #expect(try folder.waiting() == [name])
    let path = folder.outbox.folder + "/" + name
    #expect(
      try String(contentsOfFile: path, encoding: .utf8)
        == #"{"effleurage":1,"store":"https://lrs.example/xAPI/statements","statement":"#
        + statement.json + "}\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let above = try FileManager.default.attributesOfItem(atPath: folder.outbox.folder)
    #expect(above[.posixPermissions] as? Int == 0o700)
    let entry = try #require(try folder.outbox.entry(name))
    #expect(entry.json == statement.json && entry.id == statement.id)
    #expect(entry.store == store.description)
  }

  @Test func onceIsOnce() throws {
    let statement = try OutboxFolder.statement()
    let store = try OutboxFolder.store()
    _ = try folder.outbox.put(statement, for: store)
    #expect(try folder.outbox.put(statement, for: store) == .waitedAlready)
    // For another store it waits on its own.
    let other = try OutboxFolder.store("https://other.example/")
    #expect(try folder.outbox.put(statement, for: other) == .waits)
    #expect(try folder.waiting().count == 2)
    try folder.outbox.confirm(Outbox.name(of: statement, for: store))
    #expect(try folder.outbox.put(statement, for: store) == .deliveredBefore)
    #expect(try folder.waiting().count == 1)
    #expect(try folder.delivered().count == 1)
  }

  @Test func whatIsDamagedIsSaid() throws {
    let statement = try OutboxFolder.statement()
    let store = try OutboxFolder.store()
    _ = try folder.outbox.put(statement, for: store)
    let name = Outbox.name(of: statement, for: store)
    let path = folder.outbox.folder + "/" + name
    let whole = try Data(contentsOf: URL(filePath: path))
    func isDamaged(_ bytes: Data) throws -> Bool {
      try bytes.write(to: URL(filePath: path))
      do {
        _ = try folder.outbox.entry(name)
        return false
      } catch { return error.message.contains(name) }
    }
    #expect(try !isDamaged(whole))
    // Any end that is missing, and any byte that names something else.
    for count in stride(from: 0, to: whole.count, by: 97) {
      #expect(try isDamaged(whole.prefix(count)), "\(count) bytes")
    }
    #expect(try isDamaged(whole.dropLast()))
    let text = String(decoding: whole, as: UTF8.self)
    for (old, new) in [
      ("t-7k3qvm2x", "t-aaaabbbb"), (statement.id, "0" + statement.id.dropFirst()),
      ("lrs.example", "lrs.examplf"), (#""effleurage":1"#, #""effleurage":2"#),
      ("https://lrs", "http://lrs"), (#""store""#, #""shore""#), ("{", "["),
    ] {
      #expect(try isDamaged(Data(text.replacing(old, with: new).utf8)), "\(old)")
    }
    #expect(try isDamaged(Data([0xFF, 0xFE]) + whole))
  }

  @Test func aFolderThatIsNotThereHoldsNothing() throws {
    #expect(try folder.outbox.names() == [])
    #expect(try folder.outbox.entry("t-7k3qvm2x.json") == nil)
  }

  @Test func aPlaceThatCannotBeIsSaid() throws {
    try Data().write(to: URL(filePath: folder.path + "/outbox"))
    #expect(throws: Outbox.Failure.self) {
      try folder.outbox.put(try OutboxFolder.statement(), for: try OutboxFolder.store())
    }
  }

  @Test func whatOneHoldsNobodyElseTakes() throws {
    let statement = try OutboxFolder.statement()
    let store = try OutboxFolder.store()
    _ = try folder.outbox.put(statement, for: store)
    let path = folder.outbox.path(of: Outbox.name(of: statement, for: store))
    guard case .held(let lock) = OutboxLock.take(path) else {
      Issue.record("not held")
      return
    }
    if case .busy = OutboxLock.take(path) {} else { Issue.record("taken twice") }
    try withExtendedLifetime(lock) {
      try folder.outbox.confirm(Outbox.name(of: statement, for: store))
    }
    if case .gone = OutboxLock.take(path) {} else { Issue.record("not gone") }
  }
}
