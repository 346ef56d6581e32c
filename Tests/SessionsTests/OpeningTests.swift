import Attempts
import Foundation
import History
import Patients
import ScenarioFiles
import Scenarios
import Scoring
import Testing

@testable import Sessions

/// Debriefs of earlier attempts, opened from the history.
@Suite struct OpeningTests {
  private static let file: CaseFile? = {
    let bytes = Array(ScenarioWriter.text(of: smallScenario()).utf8)
    return ScenarioReader.read(bytes: bytes).0.map {
      CaseFile(scenario: $0, source: ScenarioSource(bytes: bytes))
    }
  }()

  /// A library of another case and the small one, the small one chosen.
  private func start(_ folder: TemporaryFolder, knowsCase: Bool = true) throws -> Session {
    let small = try #require(Self.file)
    var session = Session(
      cases: [caseFile(smallScenario(id: "second-case"))] + (knowsCase ? [small] : []),
      setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: folder.path))
    session.select(1)
    return session
  }

  /// Makes an attempt and returns to the library.
  private func practise(
    _ session: inout Session, start: String = "2026-05-14T09:30:00Z", seconds: Int = 1,
    only phase: String? = nil
  ) throws -> FinishedAttempt {
    session.begin(.practice, only: phase, start: start, at: 0)
    if phase == nil {
      session.choose(.proceed)
      session.confirmDecision(at: 1_000_000)
      session.startMassage(at: 2_000_000)
    }
    session.stroke(from: 3_000_000, seconds: seconds)
    session.endAttempt(at: 3_500_000 + seconds * 1_000_000)
    let finished = try #require(session.finished)
    session.toLibrary()
    return finished
  }

  /// Opens an attempt and waits until its debrief stands or is told to be impossible.
  private func open(_ id: String, in session: inout Session) throws {
    session.openAttempt(id)
    try #require(session.openingAttempt == id)
    let end = ContinuousClock.now + .seconds(60)
    var hasCome = false
    while !hasCome, ContinuousClock.now < end { hasCome = session.takeOpenedAttempt() }
    try #require(hasCome)
    #expect(session.openingAttempt == nil)
  }

  private func names(_ folder: TemporaryFolder) throws -> [String] { try folder.names() }

  @Test func theDebriefIsTheOneThatStoodThen() throws {
    let folder = try TemporaryFolder()
    var session = try start(folder)
    let made = try practise(&session)
    let files = try names(folder)
    session.openHistory(at: 0)
    let listed = try #require(session.history.attempts.first)
    #expect(listed.record == made.saved?.record)
    try open(listed.id, in: &session)
    #expect(session.screen == .debrief)
    let opened = try #require(session.finished)
    #expect(opened.isFromHistory && !made.isFromHistory)
    #expect(opened.result == made.result)
    #expect(opened.header == made.header)
    #expect(opened.effect == made.effect)
    #expect(Array(opened.events) == Array(made.events))
    #expect(opened.trail.strips == made.trail.strips)
    #expect(opened.caseFile.source == made.caseFile.source)
    // It is never saved again, and nothing of it is removed.
    #expect(opened.saved == made.saved)
    let past = session.past
    session.back(at: 0)
    #expect(session.screen == .history && session.finished == nil && session.question == nil)
    #expect(session.past == past)
    #expect(try names(folder) == files)
    #expect(try session.store.history.attempts().count == 1)
    session.back(at: 0)
    #expect(session.screen == .library)
  }

  @Test func thePatientBeginsAsTheSessionOfTheCourseDid() throws {
    let folder = try TemporaryFolder()
    var session = try start(folder)
    let first = try practise(&session, seconds: 4)
    let second = try practise(&session, start: "2026-05-15T09:30:00Z", seconds: 2)
    let course = try session.store.history.course(of: nil, caseID: first.caseFile.scenario.id)
    #expect(course?.sessions.map(\.number) == [1, 2])
    #expect(second.effect.before != first.effect.before)
    session.openHistory(at: 0)
    let listed = session.history.attempts
    try #require(listed.map(\.start) == [second.header.start, first.header.start])
    for (attempt, made) in zip(listed, [second, first]) {
      try open(attempt.id, in: &session)
      #expect(session.finished?.effect == made.effect)
      session.back(at: 0)
    }
  }

  @Test func whereThereIsNoThreadItIsOpenedAtOnce() throws {
    let folder = try TemporaryFolder()
    var session = try start(folder)
    let made = try practise(&session)
    session.openHistory(at: 0)
    let listed = try #require(session.history.attempts.first)
    let opening = AttemptOpening(listed, of: nil, in: session.store, by: { _ in false })
    #expect(try opening.take()?.get().result == made.result)
    #expect(opening.take() == nil)
  }

  @Test func retryBeginsTheCaseAnewAndNextTheOneAfter() throws {
    let folder = try TemporaryFolder()
    var session = try start(folder)
    _ = try practise(&session)
    session.select(0)
    session.openHistory(at: 0)
    let id = try #require(session.history.attempts.first?.id)
    try open(id, in: &session)
    // To look at it chooses nothing.
    #expect(session.selected == 0)
    session.retry(start: "2026-05-16T09:30:00Z", at: 10)
    #expect(session.screen == .patient && session.finished == nil)
    #expect(session.underWay?.scenario.id == "small-case" && session.selected == 1)
    session.back(at: 10)
    // What is over leads to the library, not to the history below.
    #expect(session.screen == .library)
    session.openHistory(at: 0)
    try open(id, in: &session)
    session.nextCase(start: "2026-05-16T09:30:00Z", at: 10)
    #expect(session.underWay?.scenario.id == "second-case")
  }

  @Test func aCaseThatIsGoneIsTold() throws {
    let folder = try TemporaryFolder()
    var session = try start(folder)
    _ = try practise(&session)
    session = try start(folder, knowsCase: false)
    session.openHistory(at: 0)
    try open(try #require(session.history.attempts.first?.id), in: &session)
    #expect(session.finished?.caseFile.scenario.title == "A small case")
    session.retry(start: "2026-05-16T09:30:00Z", at: 10)
    #expect(session.screen == .debrief && session.notice?.kind == .information)
    session.dismissNotice()
    session.drill(0, start: "2026-05-16T09:30:00Z", at: 10)
    #expect(session.screen == .debrief && session.notice?.kind == .information)
    session.nextCase(start: "2026-05-16T09:30:00Z", at: 10)
    #expect(session.underWay?.scenario.id == "second-case")
  }

  @Test func aDrillOfTheDebriefLeavesTheHistory() throws {
    let folder = try TemporaryFolder()
    var session = try start(folder)
    _ = try practise(&session)
    session.openHistory(at: 0)
    try open(try #require(session.history.attempts.first?.id), in: &session)
    session.drill(1, start: "2026-05-16T09:30:00Z", at: 10)
    #expect(session.screen == .practice && session.underWay?.header.mode == .drill)
    session.endAttempt(at: 20)
    session.back(at: 20)
    #expect(session.screen == .library)
  }

  @Test(arguments: ["gone", "cut", "empty", "another", "foreign"])
  func aRecordThatCannotBeOpenedIsToldInWords(_ how: String) throws {
    let folder = try TemporaryFolder()
    var session = try start(folder)
    let made = try practise(&session)
    let other = try practise(&session, start: "2026-05-15T09:30:00Z")
    let path = try #require(made.saved?.record)
    session.openHistory(at: 0)
    let url = URL(fileURLWithPath: path)
    switch how {
    case "gone": try FileManager.default.removeItem(at: url)
    case "cut":
      let whole = try Data(contentsOf: url)
      try whole.prefix(whole.count / 2).write(to: url)
    case "another":
      try Data(contentsOf: URL(fileURLWithPath: try #require(other.saved?.record))).write(to: url)
    case "foreign":
      try Data(
        "<ink xmlns=\"http://www.w3.org/2003/InkML\"><trace>1 1, 2 2</trace></ink>".utf8
      ).write(to: url)
    default: try Data().write(to: url)
    }
    let id = try #require(session.history.attempts.last?.id)
    try open(id, in: &session)
    #expect(session.screen == .history && session.finished == nil)
    let notice = try #require(session.notice)
    #expect(notice.kind == .error && notice.text.contains(path) && notice.text.hasSuffix("."))
    // What is gone is not offered any more.
    #expect((session.history.attempts.last?.record == nil) == (how == "gone"))
    session.back(at: 0)
    session.openHistory(at: 0)
    #expect((session.history.attempts.last?.record == nil) == (how == "gone"))
    #expect(session.history.attempts.first?.record == other.saved?.record)
  }

  @Test func whatIsCancelledNeverStands() throws {
    let folder = try TemporaryFolder()
    var session = try start(folder)
    _ = try practise(&session)
    session.openHistory(at: 0)
    let id = try #require(session.history.attempts.first?.id)
    session.openAttempt(id)
    session.back(at: 0)
    #expect(session.openingAttempt == nil && session.screen == .history)
    var hasCome = session.takeOpenedAttempt()
    #expect(!hasCome)
    // Settings over the history end it too.
    session.openAttempt(id)
    session.openSettings(at: 0)
    #expect(session.openingAttempt == nil)
    session.back(at: 0)
    hasCome = session.takeOpenedAttempt()
    #expect(!hasCome && session.screen == .history)
    // The reading itself stops at the first event.
    let attempt = try #require(session.history.attempts.first)
    var asked = 0
    let opened = try session.store.open(attempt, of: nil) {
      asked += 1
      return true
    }
    #expect(opened == nil && asked == 1)
    // Nobody opens what is not listed.
    session.openAttempt("none")
    #expect(session.openingAttempt == nil)
  }

  @Test func settingsOverTheDebriefLeadBackAndAnotherTraineeHasTheirOwnHistory() throws {
    let folder = try TemporaryFolder()
    let small = try #require(Self.file)
    let store = AttemptStore(folder: folder.path)
    var session = Session(
      cases: [small], setting: Session.Setting(program: "effleurage test"), store: store,
      traineeList: Trainees(history: store.history))
    _ = try practise(&session)
    session.openHistory(at: 0)
    try open(try #require(session.history.attempts.first?.id), in: &session)
    session.openSettings(at: 0)
    session.openTrainees(at: 0)
    session.addTrainee("Anna")
    #expect(session.history.attempts.isEmpty)
    session.choose(trainee: nil)
    #expect(session.history.attempts.count == 1)
    session.back(at: 0)
    session.back(at: 0)
    #expect(session.screen == .debrief)
    session.toLibrary()
    #expect(session.screen == .history && session.history.attempts.count == 1)
  }
}
