import Attempts
import Foundation
import History
import ScenarioFiles
import Scenarios
import Scoring
import Testing

@testable import Sessions

/// The attempt before, as the debrief has it, and the debrief as a document.
@Suite struct ComparingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func session() throws -> Session {
    let bytes = Array(ScenarioWriter.text(of: smallScenario()).utf8)
    let scenario = try #require(ScenarioReader.read(bytes: bytes).0)
    return Session(
      cases: [CaseFile(scenario: scenario, source: ScenarioSource(bytes: bytes))],
      setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: folder.path + "/records"))
  }

  /// Makes an attempt, up to its debrief.
  private func practise(
    _ session: inout Session, _ mode: Mode = .practice, minute: Int, seconds: Int = 1,
    only phase: String? = nil, scale: Double = 0.7
  ) throws -> FinishedAttempt {
    session.begin(mode, only: phase, start: "2026-05-14T09:\(minute):00Z", at: 0)
    if phase == nil {
      session.choose(.proceed)
      session.confirmDecision(at: 1_000_000)
      session.startMassage(at: 2_000_000)
    }
    session.stroke(from: 3_000_000, seconds: seconds, millimetresPerPixel: scale)
    session.endAttempt(at: 3_500_000 + seconds * 1_000_000)
    return try #require(session.finished)
  }

  private func isRefused(_ session: inout Session) -> Bool {
    session.beginExport(as: "png") == nil
  }

  @Test func theDebriefKnowsTheAttemptBefore() throws {
    var session = try session()
    let first = try practise(&session, minute: 10)
    #expect(first.last == nil)
    session.toLibrary()
    let second = try practise(&session, .exam, minute: 11, seconds: 4)
    #expect(second.last?.score == first.result.score)
    #expect(second.last?.kept.count == Criterion.allCases.count)
    for (row, kept) in zip(first.result.criteria, second.last?.kept ?? []) {
      #expect((kept != nil) == (row.assessed && row.effectiveTenths > 0))
    }
    session.toLibrary()
    // A drill counts for nobody, and another device class is another matter.
    #expect(try practise(&session, minute: 12, only: "closing").last == nil)
    session.toLibrary()
    #expect(try practise(&session, minute: 13, scale: 1.9).last == nil)
    session.toLibrary()
    let last = try practise(&session, minute: 14)
    #expect(last.last?.score == second.result.score)
  }

  @Test func anOpenedAttemptIsComparedWithTheOneBeforeIt() throws {
    var session = try session()
    var made: [FinishedAttempt] = []
    for minute in 10...12 {
      made.append(try practise(&session, minute: minute, seconds: minute - 9))
      session.toLibrary()
    }
    session.openHistory(at: 0)
    for (attempt, place) in zip(session.history.attempts.reversed(), made.indices) {
      session.openAttempt(attempt.id)
      let end = ContinuousClock.now + .seconds(60)
      while !session.takeOpenedAttempt(), ContinuousClock.now < end {}
      let opened = try #require(session.finished)
      #expect(opened.last == made[place].last)
      #expect(opened.last?.score == (place > 0 ? made[place - 1].result.score : nil))
      session.back(at: 0)
    }
  }

  @Test func aReportGoesBesideTheRecordsUnderItsName() throws {
    var session = try session()
    #expect(isRefused(&session))
    let made = try practise(&session, minute: 10)
    let record = try #require(made.saved?.record)
    #expect(session.offersExport)
    let begun = session.beginExport(as: "png")
    let next = try #require(begun)
    #expect(
      next.path == folder.path + "/reports/"
        + URL(filePath: record).deletingPathExtension().lastPathComponent + ".png")
    #expect(next.attempt.result == made.result)
    var isFolder: ObjCBool = false
    #expect(
      FileManager.default.fileExists(atPath: folder.path + "/reports", isDirectory: &isFolder)
        && isFolder.boolValue)
    session.showHelp(at: 0)
    #expect(!session.offersExport && isRefused(&session))
  }

  @Test func whatIsNotSavedIsSavedBeforeItIsExported() throws {
    var session = try session()
    // No folder can be made where a file stands.
    let records = folder.path + "/records"
    try Data().write(to: URL(filePath: records))
    let made = try practise(&session, minute: 10)
    #expect(made.saved == nil)
    session.dismissNotice()
    #expect(isRefused(&session))
    #expect(session.notice?.kind == .error)
    try FileManager.default.removeItem(atPath: records)
    let begun = session.beginExport(as: "png")
    let next = try #require(begun)
    #expect(session.finished?.saved != nil && next.attempt.saved != nil)
  }

  @Test func aFolderThatCannotBeMadeIsTold() throws {
    var session = try session()
    _ = try practise(&session, minute: 10)
    try Data().write(to: URL(filePath: folder.path + "/reports"))
    #expect(isRefused(&session))
    #expect(session.notice?.kind == .error)
    #expect(session.notice?.text.contains("/reports") == true)
  }
}
