import Attempts
import CSDL2
import Foundation
import Geometry
import Scenarios
import Sessions
import Testing

@testable import TrainerWindow

extension SDLTests {
  /// What takes the hand off the back without the trainee lifting it.
  @Suite(.enabled(if: Stage.hasDisplay, Stage.needsDisplay)) @MainActor struct Losses {}
}

extension SDLTests.Losses {
  enum Loss: CaseIterable {
    case focus, minimised, hidden, background

    @MainActor func happen(on stage: Stage) throws {
      switch self {
      case .focus: try stage.window(SDL_WINDOWEVENT_FOCUS_LOST)
      case .minimised: try stage.window(SDL_WINDOWEVENT_MINIMIZED)
      case .hidden: try stage.window(SDL_WINDOWEVENT_HIDDEN)
      case .background: try stage.tell(SDL_APP_WILLENTERBACKGROUND)
      }
    }
  }

  private func stroking(_ mode: Mode) throws -> Stage {
    let stage = try Stage(mode)
    try stage.finger(SDL_FINGERDOWN, 1, Point(-60, 300))
    try stage.finger(SDL_FINGERMOTION, 1, Point(-60, 310))
    try stage.turn("a hand on the back") { try stage.attempt.isAnyHandDown }
    return stage
  }

  @Test(arguments: Loss.allCases, [Mode.practice, .exam])
  func theHandIsLiftedAndPracticePauses(loss: Loss, mode: Mode) throws {
    let stage = try stroking(mode)
    defer { stage.close() }
    try loss.happen(on: stage)
    try stage.turn("no hand") { try !stage.attempt.isAnyHandDown }
    #expect(try stage.attempt.isPaused == (mode == .practice))
    // The finger that is still there moves and leaves: nobody is touched by it.
    try stage.finger(SDL_FINGERMOTION, 1, Point(-60, 330))
    try stage.finger(SDL_FINGERUP, 1, Point(-60, 330))
    try stage.turn()
    #expect(try stage.lifts() == [1])
    #expect(try stage.attempt.attempt.down.isEmpty)
    #expect(stage.session.screen == .practice)
  }

  @Test(arguments: [Mode.practice, .exam])
  func theMachineSleeps(mode: Mode) throws {
    let stage = try stroking(mode)
    defer { stage.close() }
    try stage.turn()
    let before = stage.trainer.lastTurn
    let time = try stage.attempt.time(at: before)
    stage.sleepMachine(microseconds: 90_000_000)
    try stage.turn("no hand") { try !stage.attempt.isAnyHandDown }
    // The hand left when it was last seen, not when the machine woke.
    let lift = try #require(try stage.samples(of: 1).last)
    #expect(lift.time - time < 60_000_000)
    #expect(stage.session.notice?.text.contains("90") == true)
    let now = stage.trainer.lastTurn
    if mode == .practice {
      #expect(try stage.attempt.isPaused)
      #expect(try stage.attempt.time(at: now) - time < 90_000_000)
    } else {
      // An exam's clock runs on.
      #expect(try !stage.attempt.isPaused)
      #expect(try stage.attempt.time(at: Moments.now) - time >= 90_000_000)
    }
    #expect(stage.session.screen == .practice)
  }

  @Test func aClockThatIsSetALittleIsNoSleep() throws {
    let stage = try stroking(.practice)
    defer { stage.close() }
    try stage.turn()
    stage.sleepMachine(microseconds: 999_999)
    try stage.turn()
    stage.sleepMachine(microseconds: -5_000_000)
    try stage.turn()
    #expect(try stage.attempt.isAnyHandDown)
    #expect(stage.session.notice == nil)
  }

  // MARK: The watch over the display

  private func session() throws -> (Session, Stage) {
    let stage = try stroking(.practice)
    return (stage.session, stage)
  }

  @Test func onlyACallThatLastsCountsAsHung() throws {
    let (session, stage) = try session()
    defer { stage.close() }
    let watch = DisplayWatch { lost in preconditionFailure(lost.description) }
    var seen = watch.look(after: (-1, 0))
    #expect(seen.ticks == 0)
    watch.during(session, at: 0) {
      seen = watch.look(after: seen)
      #expect(seen.ticks == 0)
      for tick in 1...30 {
        seen = watch.look(after: seen)
        #expect(seen.ticks == tick)
      }
    }
    seen = watch.look(after: seen)
    #expect(seen.ticks == 0)
    watch.during(session, at: 0) { seen = watch.look(after: seen) }
    // Another call, however soon, is another.
    watch.during(session, at: 0) { seen = watch.look(after: seen) }
    #expect(seen.ticks == 0)
  }

  @Test func whatIsHandedOverIsSaved() throws {
    let (session, stage) = try session()
    defer { stage.close() }
    let words = DisplayWatch.save(session, after: "It went", at: stage.trainer.lastTurn)
    #expect(words.contains("saved as abandoned"))
    #expect(words.contains(session.store.folder))
    var nowhere = Session(
      cases: session.cases, setting: session.setting, store: AttemptStore(folder: "/dev/null/no"))
    nowhere.begin(.practice, start: "", at: 0)
    #expect(DisplayWatch.save(nowhere, after: "It went", at: 1).contains("No attempt"))
    nowhere.choose(.proceed)
    nowhere.confirmDecision(at: 1)
    #expect(DisplayWatch.save(nowhere, after: "It went", at: 2).contains("lost: "))
  }

  /// The disk takes nothing, the window was closed, and the question whether to lose the attempt
  /// stands: neither a signal nor a lost display agrees to that.
  @Test(arguments: [false, true])
  func whileTheQuestionStandsNothingIsLost(bySignal: Bool) throws {
    let stage = try stroking(.practice)
    defer { stage.close() }
    let records = stage.home.appendingPathComponent("records").path
    try stage.turn("a journal") {
      try FileManager.default.contentsOfDirectory(atPath: records).contains {
        $0.hasSuffix(".attempt")
      }
    }
    let aside = stage.home.appendingPathComponent("aside").path
    try FileManager.default.moveItem(atPath: records, toPath: aside)
    try Data("no folder".utf8).write(to: URL(filePath: records))
    stage.trainer.session.close(at: stage.trainer.lastTurn)
    guard case .loseAttempt(let reason) = stage.session.question else {
      Issue.record("a question, not \(String(describing: stage.session.question))")
      return
    }
    if bySignal {
      #expect(
        stage.trainer.stop(by: SIGTERM) == .unsaved(reason: reason, isOffered: true))
    } else {
      #expect(
        DisplayWatch.save(stage.session, after: "It went", at: stage.trainer.lastTurn)
          == "It went. The attempt is not saved, and offered at the next start: \(reason)")
    }
    #expect(!stage.session.isClosed)
    #expect(stage.session.finished != nil)
    // With the way free again it is saved, and that is said of it.
    try FileManager.default.removeItem(atPath: records)
    try FileManager.default.moveItem(atPath: aside, toPath: records)
    #expect(
      DisplayWatch.save(stage.session, after: "It went", at: stage.trainer.lastTurn)
        .contains("The attempt is saved, in "))
  }
}
