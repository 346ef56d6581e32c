import Attempts
import Foundation
import Records
import ScenarioFiles
import Scenarios
import Testing

@testable import Sessions

/// A journal of which something cannot be read is never removed and never shortened.
@Suite struct UnreadableJournalTests {
  private static let header = Header(
    device: Device(kind: .mouse, pressure: .set), program: "effleurage test",
    start: "2026-05-14T09:30:00Z")
  private static let opening = JournalOpening.bytes(
    header: header, scenario: Array(ScenarioWriter.text(of: smallScenario()).utf8))
  private static let name = ".20260514-093000-small-case.1.1.attempt"

  private func session(_ folder: TemporaryFolder) -> Session {
    var session = Session(
      cases: [], setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: folder.path))
    session.lookUpLeftAttempts(at: 0)
    session.advance(to: 0)
    return session
  }

  private static func frames(_ events: [Event]) -> [UInt8] {
    var bytes: [UInt8] = []
    var number = 0
    for event in events { JournalFrame.append(event, to: &bytes, number: &number) }
    return bytes
  }

  /// Bytes behind the opening that are no frame, or not all of one.
  @Test(arguments: [1, JournalFrame.length - 1, JournalFrame.length, 10 * JournalFrame.length])
  func aFirstFrameThatCannotBeReadIsKept(count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = Self.opening + [UInt8](repeating: 0xA5, count: count)
    try Data(bytes).write(to: URL(filePath: folder.path + "/" + Self.name))
    let session = session(folder)
    #expect(session.question == nil)
    #expect(session.notice?.kind == .warning)
    let kept = "20260514-093000-small-case.1.1.damaged"
    #expect(try folder.names() == [kept])
    #expect(try Data(contentsOf: URL(filePath: folder.path + "/" + kept)) == Data(bytes))
  }

  /// Between the look and the taking up the end of the journal was lost.
  @Test(arguments: [false, true])
  func whatWasLostSinceTheLookIsNotTakenForTheAttempt(scores: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/" + Self.name
    let events: [Event] = [
      .act(.decision(.proceed), time: 1), .act(.phase("warm-up"), time: 2),
      .act(.pause, time: 3),
    ]
    try Data(Self.opening + Self.frames(events)).write(to: URL(filePath: path))
    var session = session(folder)
    guard case .leftAttempt = session.question else {
      Issue.record("nothing is offered")
      return
    }
    let shorter = Data(Self.opening + Self.frames(Array(events.dropLast())))
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.truncate(atOffset: UInt64(shorter.count))
    try file.close()
    if scores { session.scoreLeftAttempt(at: 1) } else { session.confirm(at: 1) }
    #expect(session.notice?.kind == .error)
    #expect(session.underWay == nil && session.finished == nil)
    #expect(session.question == nil)
    session.advance(to: 2)
    #expect(try folder.names() == [Self.name])
    #expect(try Data(contentsOf: URL(filePath: path)) == shorter)
  }

  /// What another program's demonstration left is not this one's to remove.
  @Test func aJournalOfAnotherOriginIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    var header = Self.header
    header.origin = .demonstration
    let bytes = JournalOpening.bytes(
      header: header, scenario: Array(ScenarioWriter.text(of: smallScenario()).utf8))
    try Data(bytes).write(to: URL(filePath: folder.path + "/" + Self.name))
    #expect(session(folder).question == nil)
    #expect(try folder.names() == [Self.name])
  }
}
