import Attempts
import Foundation
import ScenarioFiles
import Scenarios
import Scenes
import Sessions
import Testing

@testable import TrainerWindow

/// The keys and words of what a stopped program left.
@Suite struct LeftAttemptTests {
  /// A library that offers an interrupted attempt.
  private func session(in folder: String) throws -> Session {
    let home = UserFolders(environment: ["EFFLEURAGE_HOME": folder], home: folder)
    let library = ScenarioLibrary(user: home, shipped: .ofThisProgram())
    let found = CaseFile(try library.find("lifting-easing-left"))
    let setting = Session.Setting(program: "effleurage test")
    do {
      var left = Session(
        cases: [found], setting: setting, store: AttemptStore(folder: home.records))
      left.begin(.practice, start: "2026-05-14T09:30:00Z", at: 0)
      left.choose(.proceed)
      left.confirmDecision(at: 1_000_000)
      left.startMassage(at: 2_000_000)
      left.keepJournal()
    }
    var session = Session(
      cases: [found], setting: setting, store: AttemptStore(folder: home.records))
    session.lookUpLeftAttempts(at: 0)
    session.advance(to: 1)
    return session
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/effleurage-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func everyWayHasAKey() throws {
    try withFolder { folder in
      let session = try session(in: folder)
      func command(_ key: Key) -> Command? {
        KeyMap.command(key, [], session: session, shown: [])
      }
      #expect(command(.enter) == .confirm)
      #expect(command(.escape) == .cancel)
      #expect(command(.character("r")) == .scoreLeftAttempt)
      #expect(command(.character("x")) == .discardLeftAttempt)
      // What somebody meant for the library does nothing.
      for sign in "sdeni/1" { #expect(command(.character(sign)) == nil) }
    }
  }

  @Test func theBeginningIsTheClockOnTheWall() throws {
    let zone = try #require(TimeZone(secondsFromGMT: 7_200))
    #expect(Trainer.localTime("2026-05-14T09:30:00Z", in: zone) == "2026-05-14 11:30:00")
    #expect(Trainer.localTime("some day", in: zone) == "some day")
    #expect(Trainer.localTime("", in: zone) == "")
  }
}
