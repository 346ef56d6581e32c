import Attempts
import Foundation
import Geometry
import Handover
import Records
import ScenarioFiles
import Scenarios
import Scoring
import Testing

@testable import Sessions

/// What a stopped program left is offered at the next start.
@Suite struct RecoveryTests {
  private static let text = ScenarioWriter.text(of: smallScenario())
  /// A case whose bytes are those of a case file, so that it can be read from a journal.
  private static let small: CaseFile? = {
    let bytes = Array(text.utf8)
    return ScenarioReader.read(bytes: bytes).0.map {
      CaseFile(scenario: $0, source: ScenarioSource(bytes: bytes))
    }
  }()

  /// A program that is stopped and started again over the same folder.
  private func start(_ folder: TemporaryFolder, knowsCase: Bool = true) throws -> Session {
    let small = try #require(Self.small)
    return Session(
      cases: knowsCase ? [caseFile(smallScenario(id: "second-case")), small] : [],
      setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: folder.path))
  }

  /// What a started program does once its window stands.
  private func look(_ session: inout Session) {
    session.lookUpLeftAttempts(at: 100_000_000)
    session.advance(to: 100_000_000)
  }

  /// Leaves an attempt as a program leaves it that is killed after `work`.
  private func leave(
    _ folder: TemporaryFolder, _ mode: Mode = .practice, start: String = "2026-05-14T09:30:00Z",
    only phase: String? = nil, doing work: (inout Session) -> Void
  ) throws {
    var session = try self.start(folder)
    session.select(1)
    session.begin(mode, only: phase, start: start, at: 0)
    work(&session)
    session.keepJournal()
  }

  private static func practise(_ session: inout Session) {
    session.choose(.proceed)
    session.confirmDecision(at: 1_000_000)
    session.startMassage(at: 2_000_000)
    session.stroke(from: 3_000_000)
    session.endStep(at: 5_000_000)
    session.land(
      hand: 0, device: Device(kind: .mouse, pressure: .set), at: 6_000_000, .init(-52, 200),
      millimetresPerPixel: 1)
    session.move(hand: 0, at: 6_020_000, .init(-52, 210))
  }

  /// What the journal says, and its score.
  private func journal(_ folder: TemporaryFolder) throws -> (events: [Event], line: String) {
    let path = try #require(try folder.journals().first)
    let (head, events) = try RecordReader().read(.file(path))
    return (events, line(head, events))
  }

  private func line(_ head: RecordHead, _ events: [Event]) -> String {
    var scorer = Scorer(scenario: smallScenario(), header: head.header)
    for event in events { scorer.add(event) }
    return ResultJSON.line(scorer.result(), record: "-", scenarioSHA256: head.sha256)
  }

  private func record(_ session: Session) throws -> (head: RecordHead, events: [Event]) {
    try RecordReader().read(.file(try #require(session.finished?.saved?.record)))
  }

  @Test func itNamesCaseTraineeAndBeginning() throws {
    let folder = try TemporaryFolder()
    try leave(folder, doing: Self.practise)
    var session = try start(folder)
    look(&session)
    #expect(
      session.question
        == .leftAttempt(
          LeftAttempt.Summary(
            title: "A small case", trainee: nil, start: "2026-05-14T09:30:00Z", time: 6_020_000,
            hasEnded: false, isExam: false)))
  }

  /// Until it has become another program, one that is started has everything open that its starter has.
  @Test func aJournalThatIsLetGoIsFreeWhoeverElseHasItOpen() throws {
    let folder = try TemporaryFolder()
    var others: [Int32] = []
    defer { for other in others { close(other) } }
    do {
      var session = try start(folder)
      session.select(1)
      session.begin(.practice, start: "2026-05-14T09:30:00Z", at: 0)
      Self.practise(&session)
      session.keepJournal()
      let journal = try #require(try folder.journals().first)
      others = open(journal).map { dup($0) }
      var second = try start(folder)
      look(&second)
      #expect(second.question == nil)
    }
    #expect(others.count == 1)
    var session = try start(folder)
    look(&session)
    guard case .leftAttempt = session.question else {
      Issue.record("nothing is offered")
      return
    }
  }

  /// Descriptors of this process that stand for a file.
  private func open(_ path: String) -> [Int32] {
    var file = stat()
    guard stat(path, &file) == 0 else { return [] }
    return (0..<1_024).filter { descriptor in
      var opened = stat()
      return fstat(descriptor, &opened) == 0 && opened.st_ino == file.st_ino
        && opened.st_dev == file.st_dev
    }
  }

  @Test func goingOnStandsWhereItWasWithThePracticePaused() throws {
    let folder = try TemporaryFolder()
    try leave(folder, doing: Self.practise)
    let left = try journal(folder)
    var session = try start(folder)
    look(&session)
    session.confirm(at: 200_000_000)
    #expect(session.question == nil)
    #expect(session.screen == .practice)
    let attempt = try #require(session.underWay)
    #expect(Array(attempt.events).dropLast() == left.events[...])
    #expect(attempt.isPaused)
    #expect(attempt.attempt.isPaused)
    #expect(attempt.time(at: 300_000_000) == 6_020_000)
    #expect(try #require(attempt.events.last?.time) - 6_020_000 <= 1)
    #expect(attempt.attempt.phaseIndex == 1)
    #expect(attempt.touchedPhases == [0, 1])
    #expect(attempt.times.wasEntered(0))
    #expect(session.selected == 1)
    attempt.events.settle()
    #expect(try folder.journals().count == 1)

    // It goes on, ends and is saved like any other; nothing else is left.
    session.resume(at: 400_000_000)
    session.stroke(from: 401_000_000)
    session.askToEnd(at: 403_000_000)
    session.confirm(at: 404_000_000)
    let saved = try record(session)
    #expect(saved.events.starts(with: left.events))
    #expect(session.finished?.result.verdict != .abandoned)
    #expect(saved.events.last?.time ?? 0 < 15_000_000)
    #expect(try folder.names().count == 2)
    var scorer = Scorer(scenario: smallScenario(), header: saved.head.header)
    for event in saved.events { scorer.add(event) }
    #expect(scorer.result() == session.finished?.result)
    #expect(scorer.attempt.ignored == 0)
  }

  @Test func anAttemptThatGoesOnIsLeftAgainWithAllOfIt() throws {
    let folder = try TemporaryFolder()
    try leave(folder, doing: Self.practise)
    var session = try start(folder)
    look(&session)
    session.confirm(at: 200_000_000)
    session.resume(at: 201_000_000)
    session.stroke(from: 202_000_000)
    let events = Array(try #require(session.underWay).events)
    session.keepJournal()
    session = try start(folder)
    #expect(try folder.journals().count == 1)
    #expect(try journal(folder).events == events)
  }

  static let stages: [(screen: Session.Screen, work: @Sendable (inout Session) -> Void)] = [
    (.patient, { $0.ask(.nerves, at: 1_000_000) }),
    (
      .preparation,
      {
        $0.choose(.proceed)
        $0.confirmDecision(at: 1_000_000)
        $0.prepare(.before(.hands), at: 2_000_000)
      }
    ),
    (
      .practice,
      {
        $0.choose(.proceed)
        $0.confirmDecision(at: 1_000_000)
        $0.startMassage(at: 2_000_000)
        $0.pause(at: 3_000_000)
      }
    ),
  ]

  @Test(arguments: stages.indices)
  func everyScreenIsFoundAgain(index: Int) throws {
    let folder = try TemporaryFolder()
    try leave(folder, doing: Self.stages[index].work)
    let left = try journal(folder).events
    var session = try start(folder)
    look(&session)
    session.confirm(at: 200_000_000)
    #expect(session.screen == Self.stages[index].screen)
    // A pause that was recorded is not recorded again.
    #expect(Array(try #require(session.underWay).events) == left)
    #expect(session.underWay?.isPaused == (session.screen == .practice))
  }

  @Test func aDrillIsADrillAgain() throws {
    let folder = try TemporaryFolder()
    try leave(folder, only: "closing") { $0.stroke(from: 1_000_000) }
    var session = try start(folder)
    look(&session)
    session.confirm(at: 200_000_000)
    #expect(session.screen == .practice)
    #expect(session.hasSteps == false)
    #expect(session.underWay?.attempt.phaseIndex == 1)
  }

  @Test func theClockOfAnExamRanOn() throws {
    let folder = try TemporaryFolder()
    try leave(folder, .exam, doing: Self.practise)
    let path = try #require(try folder.journals().first)
    func age(_ seconds: Double) throws {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: path)
    }
    try age(600)
    var session = try start(folder)
    look(&session)
    session.confirm(at: 130_000_000)
    do {
      let attempt = try #require(session.underWay)
      #expect(!attempt.isPaused)
      // Ten minutes, and half a minute of the question; the test itself takes some.
      let away = attempt.timeWithoutFocus
      #expect((630_000_000..<900_000_000).contains(away))
      #expect(attempt.time(at: 131_000_000) == 6_020_000 + away + 1_000_000)
    }
    session.keepJournal()
    session = try start(folder)
    // An hour and a half: an hour counts.
    try age(5_400)
    look(&session)
    session.confirm(at: 130_000_000)
    #expect(session.underWay?.timeWithoutFocus == Session.longestAbsence)
  }

  @Test func scoringGivesWhatTheJournalGives() throws {
    let folder = try TemporaryFolder()
    try leave(folder, doing: Self.practise)
    let left = try journal(folder)
    var session = try start(folder)
    look(&session)
    session.scoreLeftAttempt(at: 200_000_000)
    #expect(session.screen == .debrief)
    #expect(session.finished?.result.verdict == .abandoned)
    let saved = try record(session)
    #expect(saved.events == left.events)
    #expect(line(saved.head, saved.events) == left.line)
    #expect(try folder.names().count == 2)
    session.toLibrary()
    session.advance(to: 300_000_000)
    #expect(session.question == nil)
  }

  /// The program was stopped between the end and the saving.
  @Test func whatWasOverIsSavedAsOver() throws {
    let folder = try TemporaryFolder()
    try leave(folder) { session in
      Self.practise(&session)
      session.underWay?.act(.end, at: 7_000_000)
    }
    var session = try start(folder)
    look(&session)
    guard case .leftAttempt(let left) = session.question else {
      Issue.record("nothing is offered")
      return
    }
    #expect(left.hasEnded)
    session.confirm(at: 200_000_000)
    #expect(session.screen == .debrief)
    #expect(session.finished?.result.verdict != .abandoned)
    #expect(session.finished?.saved != nil)
  }

  @Test func discardingRemovesItAndLaterKeepsIt() throws {
    let folder = try TemporaryFolder()
    try leave(folder, doing: Self.practise)
    var session = try start(folder)
    look(&session)
    session.cancel(at: 200_000_000)
    session.advance(to: 201_000_000)
    #expect(session.question == nil)
    #expect(session.screen == .library)
    #expect(try folder.journals().count == 1)
    session = try start(folder)
    look(&session)
    session.discardLeftAttempt()
    #expect(session.question == nil)
    #expect(try folder.names() == [])
  }

  @Test func theOldestComesFirst() throws {
    let folder = try TemporaryFolder()
    try leave(folder, start: "2026-05-15T09:30:00Z", doing: Self.practise)
    try leave(folder, start: "2026-05-14T10:00:00Z", doing: Self.practise)
    try leave(folder, start: "2026-05-16T09:00:00Z", doing: Self.practise)
    var session = try start(folder)
    look(&session)
    var starts: [String] = []
    while case .leftAttempt(let left) = session.question {
      starts.append(left.start)
      session.cancel(at: 200_000_000)
      session.advance(to: 201_000_000)
    }
    #expect(starts == starts.sorted())
    #expect(starts.count == 3)
  }

  @Test func whatAnotherProgramWorksWithIsNotOffered() throws {
    let folder = try TemporaryFolder()
    var working = try start(folder)
    working.select(1)
    working.begin(.practice, start: "2026-05-14T09:30:00Z", at: 0)
    Self.practise(&working)
    working.underWay?.events.settle()
    #expect(try folder.journals().count == 1)
    var session = try start(folder)
    look(&session)
    #expect(session.question == nil)
    // Neither is what another has offered already.
    try leave(folder, start: "2026-05-15T09:30:00Z", doing: Self.practise)
    var first = try start(folder)
    look(&first)
    var second = try start(folder)
    look(&second)
    #expect(first.question != nil)
    #expect(second.question == nil)
    #expect(working.underWay != nil)
  }

  @Test(arguments: [false, true])
  func whatWasSavedGoesSilently(withResult: Bool) throws {
    let folder = try TemporaryFolder()
    try leave(folder, doing: Self.practise)
    let path = try #require(try folder.journals().first)
    let bytes = try Data(contentsOf: URL(filePath: path))
    var session = try start(folder)
    look(&session)
    session.scoreLeftAttempt(at: 200_000_000)
    let saved = try #require(session.finished?.saved)
    let result = try Data(contentsOf: URL(filePath: saved.result))
    // As if the program had been stopped before the journal was removed.
    try bytes.write(to: URL(filePath: path))
    if !withResult { try FileManager.default.removeItem(atPath: saved.result) }
    session = try start(folder)
    look(&session)
    #expect(session.question == nil)
    #expect(try folder.names().count == 2)
    #expect(try Data(contentsOf: URL(filePath: saved.result)) == result)
  }

  @Test func aJournalWithoutAReadableOpeningIsKeptAndToldOnce() throws {
    let folder = try TemporaryFolder()
    let name = "/.20260514-093000-small-case.1.1"
    try Data("EFFLOG".utf8).write(to: URL(filePath: folder.path + name + ".attempt"))
    var session = try start(folder)
    look(&session)
    #expect(session.question == nil)
    #expect(session.notice?.kind == .warning)
    #expect(session.notice?.text.contains("small-case.1.1.damaged") == true)
    #expect(try folder.names() == ["20260514-093000-small-case.1.1.damaged"])
    session = try start(folder)
    look(&session)
    #expect(session.notice == nil)
  }

  @Test func aJournalWithoutAnEventGoes() throws {
    let folder = try TemporaryFolder()
    let bytes = JournalOpening.bytes(
      header: Header(device: Device(kind: .mouse, pressure: .set), program: "effleurage test"),
      scenario: Array(Self.text.utf8))
    try Data(bytes).write(to: URL(filePath: folder.path + "/.small.1.1.attempt"))
    var session = try start(folder)
    look(&session)
    #expect(session.question == nil)
    #expect(try folder.names() == [])
  }

  @Test func whatWasNeverFinishedGoesAfterAnHour() throws {
    let folder = try TemporaryFolder()
    // Hidden `.part` files are the history's to remove, a day later.
    let names = [".effleurage-a1B2c3", ".effleurage-notes", ".small.1.1.part", "effleurage.part"]
    for (age, kept) in [(3_500.0, names), (3_700.0, Array(names[1...]))] {
      for name in names {
        let path = folder.path + "/" + name
        try Data("half".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: path)
      }
      var session = try start(folder)
      look(&session)
      #expect(try folder.names() == kept.sorted(), "after \(age) s")
    }
  }

  @Test func theJournalsOwnCaseServesWhereTheLibraryHasNone() throws {
    let folder = try TemporaryFolder()
    try leave(folder, doing: Self.practise)
    var session = try start(folder, knowsCase: false)
    look(&session)
    session.confirm(at: 200_000_000)
    #expect(session.screen == .practice)
    #expect(session.underWay?.scenario.id == "small-case")
  }

  @Test func itWaitsUntilTheLibraryStands() throws {
    let folder = try TemporaryFolder()
    try leave(folder, doing: Self.practise)
    var session = try start(folder)
    session.begin(.practice, start: "2026-05-20T09:30:00Z", at: 0)
    look(&session)
    #expect(session.question == nil)
    session.back(at: 100_500_000)
    session.advance(to: 101_000_000)
    #expect(session.question != nil)
  }
}
