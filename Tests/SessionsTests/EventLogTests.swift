import Attempts
import Foundation
import Geometry
import Records
import ScenarioFiles
import Scenarios
import Testing

@testable import Sessions

/// Events on the disk while an attempt is made.
@Suite struct EventLogTests {
  private let header = Header(
    mode: .drill, device: Device(kind: .mouse, pressure: .set), program: "effleurage test",
    start: "2026-05-14T09:30:00Z", trainee: "t-abcdefgh", shown: [.guide, .coach],
    scope: .phase("comb", timed: true))

  /// Every kind of act, words of any length, and hands at the edges of what can be recorded.
  private let events: [Event] = {
    let acts: [Act] = [
      .ask(.medicinesPregnancy), .decision(.refer), .reason(.noDiagnosis),
      .prepare(.position(.prone)), .phase("a"), .phase(String(repeating: "b", count: 64)),
      .phase(String(repeating: "c", count: 300)), .pause, .resume, .show([]),
      .show(Aid.allCases), .end,
    ]
    let edge = Sample(
      time: Bounds.time, position: Position(x: -200_000, y: 200_000), pressure: 1_000)
    return acts.enumerated().map { .act($1, time: $0 * 1_000) } + [
      .land(Landing(contact: 10_000, hand: 9, nanometresPerPixel: 1_000_000_000, sample: edge)),
      .move(
        contact: 10_000, Sample(time: Bounds.time, position: Position(x: 0, y: -1), pressure: nil)),
      .lift(
        contact: 10_000, Sample(time: Bounds.time, position: Position(x: 1, y: 0), pressure: 0)),
    ]
  }()

  private func log(in folder: TemporaryFolder) -> EventLog {
    EventLog(in: folder.path, stem: "small", header: header, caseFile: caseFile())
  }

  @Test func everyEventReadsBackAsItWas() throws {
    let folder = try TemporaryFolder()
    var log = log(in: folder)
    #expect(try folder.names() == [])
    for event in events { log.append(event) }
    #expect(Array(log) == events)
    log.settle()
    #expect(Array(log) == events)
    #expect(log.count == events.count)
    #expect(log.last == events.last)
    #expect(log.failure == nil)
    #expect(try folder.names().count == 1)
    #expect(try folder.names().first?.hasPrefix(".small.") == true)
    log.removeFile()
    #expect(try folder.names() == [])
    #expect(Array(log) == events)
  }

  @Test func theFileGoesWithTheLog() throws {
    let folder = try TemporaryFolder()
    do {
      var log = log(in: folder)
      log.append(.act(.pause, time: 0))
      log.settle()
      #expect(try folder.names().count == 1)
    }
    #expect(try folder.names() == [])
  }

  @Test func whatWaitsReachesTheDiskThoughNothingFollows() async throws {
    let folder = try TemporaryFolder()
    var log = log(in: folder)
    log.append(events[12])
    // Nobody asks for it, and no further event comes.
    while try folder.journals().isEmpty { await Task.yield() }
    let journal = try JournalReader(.file(try #require(try folder.journals().first)))
    #expect(try journal.events(liftsHands: false) == [events[12]])
    log.append(events[13])
    let path = try #require(try folder.journals().first)
    while try JournalReader(.file(path)).ending.events < 2 { await Task.yield() }
    #expect(try JournalReader(.file(path)).events(liftsHands: false) == Array(events[12...13]))
  }

  @Test func aJournalInUseIsHeldAgainstOthers() throws {
    let folder = try TemporaryFolder()
    do {
      var log = log(in: folder)
      log.append(events[0])
      log.settle()
      let path = try #require(try folder.journals().first)
      #expect(JournalHold(path) == nil)
      #expect(log.keepFile())
    }
    let path = try #require(try folder.journals().first)
    let hold = JournalHold(path)
    #expect(hold != nil)
    #expect(JournalHold(path) == nil)
    _ = hold
  }

  @Test func theOpeningSaysWhatAttemptItIs() throws {
    let folder = try TemporaryFolder()
    var log = log(in: folder)
    log.append(.act(.end, time: 5))
    log.settle()
    let file = folder.path + "/" + (try #require(try folder.names().first))
    let journal = try JournalReader(.file(file))
    #expect(journal.head.header == header)
    #expect(journal.head.scenario == caseFile().source.bytes)
    #expect(try journal.events() == [.act(.end, time: 5)])
  }

  @Test func aBrokenFrameEndsTheReading() throws {
    let folder = try TemporaryFolder()
    var log = log(in: folder)
    for event in events { log.append(event) }
    log.settle()
    let file = folder.path + "/" + (try #require(try folder.names().first))
    let handle = try #require(FileHandle(forUpdatingAtPath: file))
    // One bit of the last frame.
    let end = try handle.seekToEnd()
    try handle.seek(toOffset: end - 20)
    let byte = try #require(try handle.read(upToCount: 1)?.first)
    try handle.seek(toOffset: end - 20)
    try handle.write(contentsOf: Data([byte ^ 1]))
    try handle.close()
    #expect(Array(log) == Array(events.dropLast()))
  }

  @Test func copiesGoTheirOwnWays() throws {
    let folder = try TemporaryFolder()
    var one = log(in: folder)
    for time in 0..<10 { one.append(.act(.pause, time: time)) }
    var other = one
    one.append(.act(.resume, time: 10))
    other.append(.act(.end, time: 10))
    one.append(.act(.end, time: 11))
    #expect(Array(one).suffix(2) == [.act(.resume, time: 10), .act(.end, time: 11)])
    #expect(Array(other).suffix(2) == [.act(.pause, time: 9), .act(.end, time: 10)])
    #expect(Array(one).count == 12)
    #expect(Array(other).count == 11)
  }

  @Test func whereNothingCanBeWrittenEventsStayInMemory() throws {
    var log = EventLog(
      in: "/dev/null/records", stem: "small", header: header, caseFile: caseFile())
    for event in events { log.append(event) }
    log.settle()
    #expect(log.failure?.contains("/dev/null/records") == true)
    #expect(!log.keepFile())
    #expect(Array(log) == events)
  }

  @Test func theTraineeIsToldOnceAndPracticeGoesOn() {
    var session = Session.fresh()
    session.goToPractice()
    session.underWay?.events.settle()
    session.advance(to: 3_000_000)
    #expect(session.notice?.kind == .warning)
    session.dismissNotice()
    session.stroke(from: 4_000_000)
    session.advance(to: 6_000_000)
    #expect(session.notice == nil)
    #expect(session.underWay?.touchedPhases == [0])
  }

  /// A case whose result cannot be written, while its record can: a folder stands in its place.
  @Test func aSecondTryWritesNoSecondRecord() throws {
    let folder = try TemporaryFolder()
    let store = AttemptStore(folder: folder.path)
    var session = Session.fresh(store: store)
    session.goToPractice()
    session.endStep(at: 3_000_000)
    session.endStep(at: 4_000_000)
    session.confirm(at: 5_000_000)
    var attempt = try #require(session.finished)
    let saved = try #require(attempt.saved)
    try FileManager.default.removeItem(atPath: saved.result)
    try FileManager.default.createDirectory(
      atPath: saved.result + "/in-the-way", withIntermediateDirectories: true)
    attempt.saved = nil
    #expect(throws: StoreError.self) { try store.save(&attempt) }
    #expect(try folder.names().filter { $0.hasSuffix(".inkml") }.count == 1)
    try FileManager.default.removeItem(atPath: saved.result)
    try store.save(&attempt)
    #expect(attempt.saved == saved)
    #expect(try folder.names().count == 2)
  }
}
