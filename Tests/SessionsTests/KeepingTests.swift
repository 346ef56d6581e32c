import Attempts
import Foundation
import History
import ScenarioFiles
import Sessions
import Testing

/// What is kept of an attempt, and that nothing is lost.
@Suite struct KeepingTests {
  @Test func anEndedAttemptIsSavedOnceAndOverwritesNothing() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh(store: AttemptStore(folder: folder.path + "/records"))
    for number in 0..<2 {
      session.goToPractice()
      // Two attempts of the same second that differ.
      if number == 1 { session.changePressure(by: 1, at: 2_500_000) }
      session.stroke(from: 2_000_000 + number * 100_000)
      session.endStep(at: 3_500_000)
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
    var session = Session.fresh(store: AttemptStore(folder: folder.path + "/records"))
    session.goToPractice()
    session.back(at: 3_000_000)
    #expect(session.question == .leaveAttempt)
    session.confirm(at: 4_000_000)
    #expect(session.screen == .library)
    #expect(session.underWay == nil)
    #expect(try folder.names(in: "records").count == 2)
    let json = try #require(try folder.names(in: "records").first { $0.hasSuffix(".json") })
    let text = try String(contentsOfFile: folder.path + "/records/" + json, encoding: .utf8)
    #expect(text.contains(#""verdict":"abandoned""#))
  }

  @Test func closingSavesWhatIsUnderWay() throws {
    let folder = try TemporaryFolder()
    var session = Session.fresh(store: AttemptStore(folder: folder.path + "/records"))
    session.goToPractice()
    session.close(at: 60_000_000)
    #expect(session.isClosed)
    #expect(try folder.names(in: "records").count == 2)
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
    let store = AttemptStore(folder: folder.path + "/records")
    var session = Session.fresh(store: store)
    session.goToPractice()
    session.close(at: 60_000_000)
    let past = try store.past(of: nil)
    #expect(past["small-case"]?.attempts == 1)
    #expect(past["small-case"]?.bestScore == nil)
    #expect(past["small-case"]?.hasPassed == false)
    #expect(past["second-case"] == nil)
    #expect(try store.past(of: "t-abcdefgh")["small-case"] == nil)
    #expect(session.past == past)
  }

  @Test func aTraineeKeepsTheId() throws {
    let folder = try TemporaryFolder()
    let store = AttemptStore(folder: folder.path + "/data/records")
    let trainees = Trainees(history: store.history)
    let first = try trainees.id(of: "Anna")
    #expect(first.wholeMatch(of: /t-[a-z2-9]{8}/) != nil)
    #expect(try trainees.id(of: " Anna ") == first)
    #expect(try trainees.id(of: "Marek") != first)
    store.history.close()
    try Data("names: [".utf8).write(to: URL(fileURLWithPath: store.history.file))
    #expect(throws: StoreError.self) { try trainees.id(of: "Anna") }
  }

  /// What stands where the history was is left alone, and the attempt is kept as files.
  @Test func withoutAHistoryTheAttemptIsKeptAsAFile() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/history.sqlite"
    try Data("no history".utf8).write(to: URL(fileURLWithPath: file))
    let bytes = Array(ScenarioWriter.text(of: smallScenario()).utf8)
    let scenario = try #require(ScenarioReader.read(bytes: bytes).0)
    var session = Session(
      cases: [CaseFile(scenario: scenario, source: ScenarioSource(bytes: bytes))],
      setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: folder.path + "/records"))
    session.goToPractice()
    session.stroke(from: 3_000_000)
    session.endAttempt(at: 5_000_000)
    #expect(session.finished?.saved != nil)
    let problem = try #require(session.finished?.historyProblem)
    #expect(session.notice == Notice(.warning, problem))
    #expect(problem.contains(file) && problem.contains("records/20260514-093000-small-case.inkml"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "no history")
    session.toLibrary()
    #expect(try folder.names(in: "records").count == 2)
    // With the way free again the next start enters it.
    try FileManager.default.removeItem(atPath: file)
    let next = AttemptStore(folder: folder.path + "/records")
    // Or the one after that, where there is no thread for it.
    let none = HistoryAdoption(next)
    none.begin { _ in false }
    #expect(none.take() == nil)
    #expect(try next.past(of: nil).attempts == 0)
    let later = HistoryAdoption(next)
    later.begin { work in
      work()
      return true
    }
    #expect(later.take()?.added == ["20260514-093000-small-case.inkml"])
    #expect(try next.past(of: nil).attempts == 1)
  }

  /// Whoever else works at the machine reads nothing of it, journals neither.
  @Test func onlyTheOwnerReadsWhatIsKept() throws {
    let folder = try TemporaryFolder()
    func mode(_ name: String) throws -> String {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
      return String(try #require(attributes[.posixPermissions] as? Int), radix: 8)
    }
    var session = Session.fresh(store: AttemptStore(folder: folder.path + "/new/home/records"))
    session.goToPractice()
    session.keepJournal()
    // The journal comes first, and makes the folders.
    let journal = try #require(try folder.names(in: "new/home/records").first)
    #expect(journal.hasSuffix(".attempt"))
    #expect(try mode("new/home/records/" + journal) == "600")
    session.close(at: 60_000_000)
    #expect(session.isClosed)
    for name in ["new", "new/home", "new/home/records"] {
      #expect(try mode(name) == "700", "\(name)")
    }
    let names = try folder.names(in: "new/home/records")
    #expect(names.count == 2)
    for name in names { #expect(try mode("new/home/records/" + name) == "600", "\(name)") }
    #expect(try mode("new/home/history.sqlite") == "600")
  }

  /// A folder that somebody made as they want it stays so.
  @Test func aFolderThatIsThereKeepsItsMode() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/records", withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o750])
    var session = Session.fresh(store: AttemptStore(folder: folder.path + "/records"))
    session.goToPractice()
    session.close(at: 60_000_000)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/records")
    #expect(attributes[.posixPermissions] as? Int == 0o750)
  }
}
