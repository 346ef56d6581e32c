import Attempts
import Foundation
import Sessions
import Testing

/// What is kept of an attempt, and that nothing is lost.
@Suite struct KeepingTests {
  @Test func anEndedAttemptIsSavedOnceAndOverwritesNothing() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh(store: AttemptStore(folder: folder.path + "/records"))
    for _ in 0..<2 {
      session.goToPractice()
      session.endStep(at: 3_000_000)
      session.endStep(at: 4_000_000)
      session.confirm(at: 5_000_000)
      #expect(session.finished?.saved != nil)
      session.toLibrary()
      #expect(session.screen == .library)
    }
    #expect(
      try folder.names(in: "records") == [
        "20260514-093000-small-case-2.inkml", "20260514-093000-small-case-2.json",
        "20260514-093000-small-case.inkml", "20260514-093000-small-case.json",
      ])
  }

  @Test func leavingKeepsTheAttemptAsAbandoned() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh(store: AttemptStore(folder: folder.path))
    session.goToPractice()
    session.back(at: 3_000_000)
    #expect(session.question == .leaveAttempt)
    session.confirm(at: 4_000_000)
    #expect(session.screen == .library)
    #expect(session.underWay == nil)
    #expect(try folder.names().count == 2)
    let json = try #require(try folder.names().first { $0.hasSuffix(".json") })
    let text = try String(contentsOfFile: folder.path + "/" + json, encoding: .utf8)
    #expect(text.contains(#""verdict":"abandoned""#))
  }

  @Test func closingSavesWhatIsUnderWay() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh(store: AttemptStore(folder: folder.path))
    session.goToPractice()
    session.close(at: 60_000_000)
    #expect(session.isClosed)
    #expect(try folder.names().count == 2)
  }

  @Test func closingTheLibraryMakesNoFile() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh(store: AttemptStore(folder: folder.path + "/records"))
    session.begin(.practice, start: "", at: 0)
    session.close(at: 60_000_000)
    #expect(session.isClosed)
    #expect(try folder.names() == [])
  }

  @Test func whatCannotBeSavedIsNotLostSilently() throws {
    let folder = try TemporaryFolder()
    let blocked = folder.path + "/blocked"
    try Data("a file".utf8).write(to: URL(fileURLWithPath: blocked))
    var session = Session.fresh(store: AttemptStore(folder: blocked + "/records"))
    session.goToPractice()
    session.endStep(at: 3_000_000)
    session.endStep(at: 4_000_000)
    session.confirm(at: 5_000_000)
    #expect(session.screen == .debrief)
    #expect(session.notice?.kind == .error)
    session.close(at: 60_000_000)
    #expect(!session.isClosed)
    guard case .loseAttempt = session.question else {
      Issue.record("a question, not \(String(describing: session.question))")
      return
    }
    session.cancel(at: 61_000_000)
    #expect(session.finished != nil)
    #expect(!session.isClosed)
    // The way is free again: trying again saves it.
    try FileManager.default.removeItem(atPath: blocked)
    session.cancel(at: 61_000_000)
    #expect(session.isClosed)
    #expect(try folder.names(in: "blocked/records").count == 2)
  }

  @Test func agreeingLosesIt() throws {
    let folder = try TemporaryFolder()
    let blocked = folder.path + "/blocked"
    try Data("a file".utf8).write(to: URL(fileURLWithPath: blocked))
    var session = Session.fresh(store: AttemptStore(folder: blocked))
    session.goToPractice()
    session.close(at: 60_000_000)
    #expect(!session.isClosed)
    session.confirm(at: 4_000_000)
    #expect(session.isClosed)
  }

  @Test func earlierAttemptsAreFoundAgainByCaseAndTrainee() throws {
    let folder = try TemporaryFolder()
    let store = AttemptStore(folder: folder.path)
    var session = Session.fresh(store: store)
    session.goToPractice()
    session.close(at: 60_000_000)
    try Data("{}".utf8).write(to: URL(fileURLWithPath: folder.path + "/other.json"))
    let past = store.past(of: nil)
    #expect(past["small-case"]?.attempts == 1)
    #expect(past["small-case"]?.bestScore == nil)
    #expect(past["small-case"]?.hasPassed == false)
    #expect(past["second-case"] == nil)
    #expect(store.past(of: "t-abcdefgh")["small-case"] == nil)
    #expect(session.past == past)
  }

  @Test func aTraineeKeepsTheId() throws {
    let folder = try TemporaryFolder()
    let trainees = Trainees(file: folder.path + "/data/trainees.json")
    let first = try trainees.id(of: "Anna")
    #expect(first.wholeMatch(of: /t-[a-z2-9]{8}/) != nil)
    #expect(try trainees.id(of: " Anna ") == first)
    #expect(try trainees.id(of: "Marek") != first)
    try Data("names: [".utf8).write(to: URL(fileURLWithPath: folder.path + "/data/trainees.json"))
    #expect(throws: StoreError.self) { try trainees.id(of: "Anna") }
  }
}
