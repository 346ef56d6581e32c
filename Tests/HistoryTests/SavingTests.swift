import Attempts
import Foundation
import GRDB
import Handover
import History
import Records
import ScenarioFiles
import Scoring
import Testing

/// An attempt is kept: its record, then its rows.
@Suite struct SavingTests {
  private let folder: TestFolder
  private let store: HistoryStore

  init() throws {
    folder = try TestFolder()
    store = folder.store()
  }

  @Test func nothingIsMadeBeforeSomethingIsKept() throws {
    #expect(try store.past(of: nil).isEmpty)
    #expect(try store.attempts().isEmpty)
    #expect(try store.trainees().isEmpty)
    #expect(try store.course(of: nil, caseID: "smallest") == nil)
    #expect(try store.adopt() == Adoption())
    #expect(!FileManager.default.fileExists(atPath: folder.history))
  }

  @Test func theRecordReadsBackAndTheRowsTellOfIt() throws {
    let attempt = try Example.attempt()
    let kept = try store.save(attempt)
    #expect(kept.isNew)
    #expect(kept.record == folder.records + "/20250514-093000-smallest.inkml")
    let (head, events) = try RecordReader().read(.file(kept.record))
    #expect(head.header == attempt.header)
    #expect(head.scenario == Example.scenario)
    #expect(events == Example.events())

    let summary = try #require(try store.attempts(of: Example.trainee).first)
    #expect(summary.past.id == kept.id)
    #expect(summary.past.caseID == "smallest")
    #expect(summary.title == "One stroke")
    #expect(summary.past.start == "2025-05-14T09:30:00Z")
    #expect(summary.past.day == Day(start: "2025-05-14T09:30:00Z", in: .current))
    #expect(summary.past.score == Int((attempt.result.score.value * 10).rounded()))
    #expect(summary.past.verdict == attempt.result.verdict)
    #expect(summary.past.ended)
    #expect(
      summary.device
        == DeviceClass(kind: .mouse, pressure: .set, scale: .quarter))
    #expect(summary.duration == 10_000)
    #expect(summary.passMark == 75)
    #expect(summary.record == kept.record)
    #expect(summary.session == nil)
    #expect(
      try store.result(of: kept.id)
        == ResultJSON.line(
          attempt.result, record: "20250514-093000-smallest.inkml",
          scenarioSHA256: ScenarioSource(bytes: Example.scenario).sha256))
  }

  @Test func theSameRecordTwiceIsOneAttempt() throws {
    let first = try store.save(Example.attempt())
    let second = try store.save(Example.attempt())
    #expect(second.id == first.id)
    #expect(second.record == first.record)
    #expect(!second.isNew)
    #expect(try store.attempts().count == 1)
    #expect(folder.names(in: folder.records) == ["20250514-093000-smallest.inkml"])
  }

  @Test func aRecordThatWasLostIsKeptAnew() throws {
    let first = try store.save(Example.attempt())
    try FileManager.default.removeItem(atPath: first.record)
    let second = try store.save(Example.attempt())
    #expect(second.isNew)
    #expect(second.id == first.id)
    #expect(FileManager.default.fileExists(atPath: second.record))
    #expect(try store.attempts().map(\.record) == [second.record])
  }

  @Test func nothingThatIsThereIsOverwritten() throws {
    try FileManager.default.createDirectory(
      atPath: folder.records, withIntermediateDirectories: true)
    let taken = ["20250514-093000-smallest.inkml", "20250514-093000-smallest-2.json"]
    for name in taken {
      try Data("mine".utf8).write(to: URL(filePath: folder.records + "/" + name))
    }
    let kept = try store.save(Example.attempt())
    #expect(kept.record.hasSuffix("/20250514-093000-smallest-3.inkml"))
    for name in taken {
      #expect(try folder.bytes(folder.records + "/" + name) == Data("mine".utf8))
    }
  }

  @Test func halfAnAttemptIsNotKept() throws {
    let events = Example.events()
    #expect {
      try store.save(events.dropLast(), count: events.count, of: Example.attempt())
    } throws: {
      ($0 as? HistoryError)?.message.contains("15 of the attempt's 16 events") == true
    }
    #expect(folder.names(in: folder.records).isEmpty)
    #expect(try store.attempts().isEmpty)
  }

  @Test func onlyTheOwnerMayLook() throws {
    try store.save(Example.attempt())
    func mode(_ path: String) throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }
    #expect(try mode(folder.history) == 0o700)
    #expect(try mode(folder.records) == 0o700)
    #expect(try mode(folder.file) == 0o600)
  }

  @Test func theHistorySaysWhatItIs() throws {
    try store.save(Example.attempt())
    store.close()
    let queue = try DatabaseQueue(path: folder.file)
    try queue.read { (db: Database) throws in
      #expect(try Int.fetchOne(db, sql: "PRAGMA application_id") == 0x4566_666C)
      #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == 4)
      #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal")
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
    }
  }

  @Test func severalProgramsKeepAtOnce() throws {
    let home = folder.history
    // Each with a connection of its own, as two programs have.
    DispatchQueue.concurrentPerform(iterations: 4) { program in
      let store = HistoryStore(folder: home, patience: 60)
      for number in 0..<5 {
        do {
          let header = Example.header(start: "2025-05-14T09:3\(program):0\(number)Z")
          try store.save(Example.attempt(header))
          _ = try store.id(of: "Name \(number)")
        } catch {
          Issue.record("\(error)")
        }
      }
    }
    #expect(try store.attempts().count == 20)
    #expect(try store.trainees().map(\.name) == (0..<5).map { "Name \($0)" })
    #expect(folder.names(in: folder.records).count == 20)
    #expect(try store.adopt() == Adoption())
  }

  @Test(arguments: [
    (1, ScaleClass.quarter), (353_552, .quarter), (353_553, .half), (707_106, .half),
    (707_107, .one), (1_414_213, .one), (1_414_214, .two), (1_000_000_000, .two),
  ])
  func aScaleIsOfTheNearestClass(nanometres: Int, scale: ScaleClass) {
    #expect(ScaleClass(nanometresPerPixel: nanometres) == scale)
  }
}
