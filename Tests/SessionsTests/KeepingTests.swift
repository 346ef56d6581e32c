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

  /// Texts of a score in a saved result, and whether the attempt is counted with it.
  static let scores: [(text: String, isScore: Bool)] = [
    ("0", true), ("0.05", true), ("100", true), ("1e2", true), ("-0.0", true),
    ("-0.05", false), ("100.05", false), ("-1e308", false), ("1e308", false), ("1e999", false),
    ("NaN", false), ("Infinity", false), ("null", false), ("\"88\"", false), ("[88]", false),
    ("{}", false), ("true", false), ("", false),
    (String(repeating: "9", count: 5000), false), (String(repeating: "[", count: 5000), false),
  ]

  @Test(arguments: scores.indices)
  func whatCannotBeAScoreIsPassedOver(row: Int) throws {
    let (text, isScore) = Self.scores[row]
    let folder = try TemporaryFolder()
    func write(_ score: String, _ name: String) throws {
      let result = """
        {"scenario": {"id": "small-case"}, "mode": "practice", "origin": "live",
        "verdict": "passed", "score": \(score)}
        """
      try Data(result.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
    try write("70", "20260514-093000-small-case.json")
    try write(text, "20260514-094000-small-case.json")
    let past = AttemptStore(folder: folder.path).past(of: nil)
    #expect(past.attempts == (isScore ? 2 : 1), "\(text.prefix(40))")
    let known = try #require(past["small-case"])
    #expect(known.attempts == past.attempts)
    let second = Double(text).map { isScore ? max($0, 70) : 70 } ?? 70
    #expect(known.bestScore == second)
    #expect(past.averageScore.map { (0...100).contains($0) } == true)
  }

  @Test func whatOnlyLooksLikeAResultIsPassedOver() throws {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    try files.createDirectory(
      atPath: folder.path + "/folder.json", withIntermediateDirectories: false)
    try files.createSymbolicLink(
      atPath: folder.path + "/nowhere.json", withDestinationPath: folder.path + "/none")
    try files.createSymbolicLink(
      atPath: folder.path + "/round.json", withDestinationPath: folder.path + "/round.json")
    try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: folder.path + "/bytes.json"))
    #expect(mkfifo(folder.path + "/pipe.json", 0o600) == 0)
    #expect(AttemptStore(folder: folder.path).past(of: nil) == PastAttempts())
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
