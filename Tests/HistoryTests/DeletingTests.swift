import Attempts
import Foundation
import GRDB
import History
import Testing

/// Who is deleted leaves nothing.
@Suite struct DeletingTests {
  private let folder: TestFolder
  private let store: HistoryStore

  init() throws {
    folder = try TestFolder()
    store = folder.store()
  }

  private func stem(_ record: String) -> String {
    URL(filePath: record).deletingPathExtension().lastPathComponent
  }

  private func write(_ text: String, to path: String) throws {
    let file = URL(filePath: folder.history + "/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  @Test func nothingRemainsOfWhoIsDeleted() throws {
    let name = "Zenobia Quartermaine"
    let id = try store.id(of: name)
    let other = try store.id(of: "Bo")
    for second in 0..<30 {
      let theirs = second % 3 != 0
      let start = "2025-05-\(second < 9 ? "0" : "")\(second + 1)T09:30:10Z"
      try store.save(
        Example.attempt(
          Example.header(start: start, trainee: theirs ? id : other),
          work: Example.work()))
    }
    // What stands beside it: an older result, a journal, a record of which no row knows, what waits.
    try write("{\"trainee\":\"\(id)\"}", to: "records/20250514-093011-smallest.json")
    try write("EFFLOG1\ntrainee \(id)\n\u{0}", to: "records/.20250514.attempt")
    try write("EFFLOG1\ntrainee \(other)\n", to: "records/.20250515.attempt")
    try write(String(repeating: "x", count: 262_140) + id, to: "outbox/statement-1.json")
    try write(other, to: "outbox/statement-2.json")
    try write("{\"Zenobia Quartermaine II\": \"\(id)\"}", to: "trainees.json")
    let record = try #require(try store.attempts(of: id).first?.record)
    let text = String(decoding: try folder.bytes(record), as: UTF8.self)
    try write(text.replacingOccurrences(of: "09:30", with: "09:31"), to: "records/unknown.inkml")
    // Reports under the names of records, of which only some tell whose they are.
    let names = try store.attempts(of: id).map { stem($0.record) }
    let others = try store.attempts(of: other).map { stem($0.record) }
    try write("picture", to: "reports/\(names[0]).png")
    try write("page", to: "reports/\(names[0]).html")
    try write("page of \(id)", to: "reports/copy.html")
    try write("picture", to: "reports/unknown.png")
    try write("picture", to: "reports/\(others[0]).png")
    #expect(try folder.files(holding: id).count > 20)
    #expect(try !folder.files(holding: name).isEmpty)

    let deletion = try store.delete(trainee: id)
    #expect(deletion.attempts == 20)
    #expect(deletion.courses == 1)
    #expect(deletion.files == 20 + 4 + 4)
    #expect(folder.names(in: store.reportsFolder) == ["\(others[0]).png"])
    // With the history open and closed.
    #expect(try folder.files(holding: id) == [])
    #expect(try folder.files(holding: name) == [])
    store.close()
    #expect(try folder.files(holding: id) == [])
    #expect(try folder.files(holding: name) == [])

    #expect(try store.everybody() == [Trainee(id: other, name: "Bo")])
    #expect(try store.attempts().count == 10)
    #expect(try store.course(of: other, caseID: "smallest")?.sessions.count == 10)
    #expect(
      folder.names(in: folder.records).filter { !$0.hasSuffix(".inkml") }
        == [".20250515.attempt"])
    #expect(folder.names(in: folder.history + "/outbox") == ["statement-2.json"])
    #expect(try store.adopt() == Adoption())
    #expect(try store.delete(trainee: id) == store.delete(trainee: id))
  }

  @Test func anIDThatIsNoneDeletesNothing() throws {
    try store.save(Example.attempt(Example.header(trainee: nil)))
    for id in ["", "t-", "smallest", "%", "t-7k3qvm2x "] {
      #expect(throws: HistoryError.self) { try store.delete(trainee: id) }
    }
    #expect(try store.attempts().count == 1)
    #expect(FileManager.default.fileExists(atPath: try store.attempts()[0].record))
  }

  @Test func whoReadsMeanwhileIsNamed() throws {
    try store.save(Example.attempt())
    store.close()
    let quick = folder.store(patience: 0.1)
    _ = try quick.attempts()
    let reader = try DatabaseQueue(path: folder.file)
    try reader.inDatabase { (db: Database) throws in
      try db.execute(sql: "BEGIN; SELECT * FROM attempt")
      _ = try Row.fetchAll(db, sql: "SELECT * FROM attempt")
      #expect {
        try quick.delete(trainee: Example.trainee)
      } throws: {
        ($0 as? HistoryError)?.kind == .locked
      }
      try db.execute(sql: "COMMIT")
    }
    _ = try quick.delete(trainee: Example.trainee)
    #expect(try folder.files(holding: Example.trainee) == [])
  }

  /// A report bears the name of its attempt: no other one gets it while the report stands.
  @Test func aNewRecordIsNotNamedLikeTheReportOfAnother() throws {
    try write("picture", to: "reports/20250514-093000-smallest.png")
    let kept = try store.save(Example.attempt(Example.header(trainee: nil)))
    #expect(stem(kept.record) == "20250514-093000-smallest-2")
  }

  /// A picture does not tell whose it is, so it goes where its record goes.
  @Test func aReportFollowsItsRecordToAnotherName() throws {
    let id = try store.id(of: "Ada")
    let kept = try store.save(Example.attempt(Example.header(trainee: id)))
    try write("picture", to: "reports/\(stem(kept.record)).png")
    try FileManager.default.moveItem(
      atPath: kept.record, toPath: folder.records + "/mine.inkml")
    #expect(try store.adopt() == Adoption())
    #expect(folder.names(in: store.reportsFolder) == ["mine.png"])
    #expect(try store.delete(trainee: id).files == 2)
    #expect(folder.names(in: store.reportsFolder) == [])
  }

  /// Links that lead nowhere hold nobody's words; one that cannot be followed may.
  @Test(arguments: [
    ("nowhere", true), ("loop.attempt", true), ("smallest.json/x", true),
    (String(repeating: "n", count: 300), false),
  ])
  func whatCannotBeLookedAtIsSaid(destination: String, isNothing: Bool) throws {
    let id = try store.id(of: "Zenobia Quartermaine")
    try write("page", to: "records/smallest.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.records + "/loop.attempt", withDestinationPath: destination)
    if isNothing {
      _ = try store.delete(trainee: id)
      #expect(try store.everybody().isEmpty)
    } else {
      #expect {
        _ = try store.delete(trainee: id)
      } throws: { error in
        let words = (error as? HistoryError)?.message ?? ""
        return words.contains("loop.attempt cannot be looked at")
          && words.contains("delete once more")
      }
      #expect(try store.everybody().count == 1)
    }
  }
}
