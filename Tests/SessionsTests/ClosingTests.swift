import Attempts
import Foundation
import Scenarios
import Testing

@testable import Sessions

/// The program ends and nobody can be asked.
@Suite struct ClosingTests {
  /// A session whose attempt has its journal, and a way to make that nothing can be saved.
  private struct Place {
    let folder: TemporaryFolder
    var records: String { folder.path + "/records" }
    private var aside: String { folder.path + "/aside" }

    init() throws { folder = try TemporaryFolder() }

    func session() -> Session {
      var session = Session.fresh(store: AttemptStore(folder: records))
      session.goToPractice()
      session.stroke(from: 3_000_000)
      session.underWay?.events.settle()
      return session
    }

    /// The folder is gone, with the open journal in it.
    func block() throws {
      try FileManager.default.moveItem(atPath: records, toPath: aside)
      try Data("no folder".utf8).write(to: URL(filePath: records))
    }

    func free() throws {
      try FileManager.default.removeItem(atPath: records)
      try FileManager.default.moveItem(atPath: aside, toPath: records)
    }
  }

  @Test func whatIsUnderWayIsSaved() throws {
    let place = try Place()
    var session = place.session()
    #expect(session.closeUnasked(at: 9_000_000) == .saved(asAbandoned: true))
    #expect(session.isClosed)
    #expect(try place.folder.names(in: "records").count == 2)
  }

  @Test func nothingIsNothing() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh(store: AttemptStore(folder: folder.path + "/records"))
    #expect(session.closeUnasked(at: 0) == .nothing)
    session = Session.fresh(store: AttemptStore(folder: folder.path + "/records"))
    session.begin(.practice, start: "", at: 0)
    #expect(session.closeUnasked(at: 1) == .nothing)
    #expect(try folder.names() == [])
    // A debrief whose attempt is saved has nothing left to save.
    session = Session.fresh(store: AttemptStore(folder: folder.path + "/records"))
    session.goToPractice()
    session.endAttempt(at: 5_000_000)
    #expect(session.finished?.saved != nil)
    #expect(session.closeUnasked(at: 6_000_000) == .nothing)
  }

  /// To close once more is to agree; to be ended is not.
  @Test func aStandingQuestionIsNoAgreement() throws {
    let place = try Place()
    do {
      var session = place.session()
      let events = Array(try #require(session.underWay).events)
      try place.block()
      session.close(at: 9_000_000)
      guard case .loseAttempt(let reason) = session.question else {
        Issue.record("a question, not \(String(describing: session.question))")
        return
      }
      #expect(session.closeUnasked(at: 10_000_000) == .unsaved(reason: reason, isOffered: true))
      #expect(!session.isClosed)
      #expect(session.finished.map { Array($0.events) } == events)
    }
    try place.free()
    #expect(try place.folder.journals(in: "records").count == 1)
  }

  @Test func aStandingQuestionIsAnsweredBySavingWhereThatIsPossible() throws {
    let place = try Place()
    var session = place.session()
    try place.block()
    session.close(at: 9_000_000)
    #expect(session.question != nil)
    try place.free()
    #expect(session.closeUnasked(at: 10_000_000) == .saved(asAbandoned: false))
    #expect(try place.folder.names(in: "records").count == 2)
  }

  @Test func withoutAJournalItIsSaidToBeLost() throws {
    var session = Session.fresh(store: AttemptStore(folder: "/dev/null/records"))
    session.goToPractice()
    session.close(at: 9_000_000)
    guard case .loseAttempt(let reason) = session.question else {
      Issue.record("a question, not \(String(describing: session.question))")
      return
    }
    #expect(session.closeUnasked(at: 10_000_000) == .unsaved(reason: reason, isOffered: false))
  }
}
