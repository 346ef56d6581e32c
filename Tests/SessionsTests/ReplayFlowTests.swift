import Attempts
import Foundation
import Geometry
import History
import ScenarioFiles
import Scenarios
import Scoring
import Testing

@testable import Sessions

/// The replay in the session, and the expert beside the attempt.
@Suite struct ReplayFlowTests {
  /// From the library to the debrief of an attempt with strokes far too fast.
  private func debrief() throws -> Session {
    var session = Session.fresh()
    session.keepsEventsOnDisk = false
    session.goToPractice()
    let mouse = Device(kind: .mouse, pressure: .set)
    for round in 0..<4 {
      let start = 3_000_000 + round * 1_000_000
      session.land(hand: 0, device: mouse, at: start, Point(-52, 200), millimetresPerPixel: 0.5)
      for step in 1..<80 {
        session.move(
          hand: 0, at: start + step * 8_000, Point(-52, 200 + Double(step) * 2.5))
      }
      session.lift(hand: 0, at: start + 640_000, Point(-52, 400))
    }
    session.endAttempt(at: 8_000_000)
    try #require(session.screen == .debrief)
    return session
  }

  /// Waits until the replay stands.
  private func wait(_ session: inout Session, at moment: Int) throws {
    let end = ContinuousClock.now + .seconds(120)
    while session.replayProgress != nil, ContinuousClock.now < end {
      session.advance(to: moment)
    }
    try #require(session.replay != nil)
  }

  @Test func itOpensAtTheChosenDeductionAndLeadsBack() throws {
    var session = try debrief()
    let result = try #require(session.finished?.result)
    let index = try #require(result.deductions.firstIndex { $0.hasMoment })
    session.openReplay(showing: index)
    #expect(session.screen == .replay && session.replay == nil)
    #expect(session.replayProgress.map { (0...1).contains($0) } == true)
    try wait(&session, at: 9_000_000)
    let play = try #require(session.replay)
    #expect(play.chosen == index && !play.isPlaying)
    let mark = try #require(play.replay.marks.first { $0.deduction == index })
    #expect(play.time == mark.time)
    #expect(play.replay.result == result)
    #expect(play.expert != nil)
    session.stepReplayMark(by: 1, at: 9_100_000)
    session.stepReplay(by: 1, at: 9_200_000)
    session.back(at: 9_300_000)
    #expect(session.screen == .debrief)
    #expect(session.replay == nil && session.finished?.result == result)
  }

  @Test func withoutAChoiceItPlaysFromTheStart() throws {
    var session = try debrief()
    session.openReplay()
    try wait(&session, at: 9_000_000)
    #expect(session.isRunning && session.replay?.time == 0)
    session.advance(to: 9_500_000)
    #expect(session.replay?.time == 500_000)
    session.pause(at: 9_600_000)
    #expect(!session.isRunning && session.replay?.time == 600_000)
    session.resume(at: 9_700_000)
    session.advance(to: 9_800_000)
    #expect(session.replay?.time == 700_000)
  }

  @Test func theSpeedIsKeptForTheNextReplayAndIsNoDemonstrations() throws {
    var session = try debrief()
    session.openReplay()
    try wait(&session, at: 0)
    session.changeReplaySpeed(by: 1, at: 0)
    session.changeReplaySpeed(by: 1, at: 0)
    session.changeReplaySpeed(by: 1, at: 0)
    session.changeReplaySpeed(by: 1, at: 0)
    #expect(session.replay?.speed == .eightTimes && session.speed == .usual)
    session.advance(to: 100_000)
    #expect(session.replay?.time == 800_000)
    session.back(at: 200_000)
    session.openReplay()
    try wait(&session, at: 200_000)
    #expect(session.replay?.speed == .eightTimes)
  }

  @Test func aQuestionHoldsItAndSettingsLieOverIt() throws {
    var session = try debrief()
    session.openReplay()
    try wait(&session, at: 0)
    session.showHelp(at: 100_000)
    #expect(session.question == .help && session.replay?.isPlaying == false)
    session.seekReplay(to: 5, at: 110_000)
    #expect(session.replay?.time == 100_000)
    session.cancel(at: 500_000)
    session.advance(to: 600_000)
    #expect(session.replay?.time == 200_000)
    session.openSettings(at: 600_000)
    #expect(session.screen == .settings && session.replay?.isPlaying == false)
    session.back(at: 700_000)
    #expect(session.screen == .replay && session.replay?.time == 200_000)
  }

  @Test func whatIsLeftEarlyNeverStands() throws {
    var session = try debrief()
    session.openReplay()
    session.back(at: 0)
    #expect(session.screen == .debrief && session.replayProgress == nil)
    session.advance(to: 1)
    #expect(session.replay == nil && session.screen == .debrief)
    // Nobody opens one elsewhere.
    session.toLibrary()
    if session.question != nil { session.confirm(at: 2) }
    session.openReplay()
    #expect(session.screen == .library && session.replayProgress == nil)
  }

  @Test func everyChangeLeadsToItsMoment() throws {
    var session = try debrief()
    session.openReplay()
    try wait(&session, at: 0)
    let result = try #require(session.replay?.replay.result)
    try #require(!result.changes.isEmpty)
    for (index, change) in result.changes.enumerated() {
      session.playReplay(true, at: 0)
      session.chooseChangeInReplay(index, at: 0)
      let chosen = try #require(session.replay?.chosen)
      #expect(change.deductions.contains(chosen) && session.replay?.isPlaying == false)
      let marks = try #require(session.replay?.replay.marks)
      if let mark = marks.first(where: { $0.deduction == chosen }) {
        #expect(session.replay?.time == mark.time)
      } else {
        #expect(!change.deductions.contains { result.deductions[$0].hasMoment })
      }
    }
    session.chooseChangeInReplay(7, at: 0)
  }

  @Test func aRecordAloneEndsTheProgramWhenItIsLeft() throws {
    let (attempt, _) = try ReplayTests.attempt(smallScenario())
    var session = Session(
      cases: [], setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: "/dev/null/records"))
    session.openReplay(of: attempt, from: 2_500_000)
    #expect(session.screen == .replay && session.isReplayAlone)
    try wait(&session, at: 0)
    #expect(session.replay?.time == 2_500_000 && !session.isRunning)
    session.back(at: 1)
    #expect(session.isClosed && session.question == nil)
  }

  @Test func pictureOfARecordStandsAtOnce() throws {
    let (attempt, _) = try ReplayTests.attempt(smallScenario())
    var session = Session(
      cases: [], setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: "/dev/null/records"))
    session.openReplayAtOnce(of: attempt, from: 1_000_000, at: 0)
    #expect(session.screen == .replay && session.replay?.time == 1_000_000)
    #expect(session.replayProgress == nil && !session.isRunning)
  }

  @Test func whereThereIsNoThreadItIsFoldedAtOnce() throws {
    let (attempt, _) = try ReplayTests.attempt(smallScenario())
    let opening = ReplayOpening(attempt, by: { _ in false })
    #expect(try opening.take()?.get().replay.end ?? 0 > 0)
    #expect(opening.take() == nil)
  }

  // MARK: The expert

  @Test func aCaseThatIsReferredHasNoExpertToShow() throws {
    let scenario = smallScenario(decision: .refer)
    let (attempt, _) = try ReplayTests.attempt(scenario, faults: [.acuteAnyway])
    #expect(RecordedAttempt(ofExpertBeside: attempt) == nil)
    guard case .success(let play) = ReplayOpening.make(attempt) else {
      Issue.record("no replay")
      return
    }
    #expect(play.expert == nil && play.expertShown == nil && play.replay.end > 0)
  }

  @Test func theExpertIsAtTheSameStrokeAndGoesAtItsOwnPace() throws {
    let (attempt, events) = try ReplayTests.attempt(smallScenario(), skill: 1, faults: [.tooFast])
    guard case .success(var play) = ReplayOpening.make(attempt) else {
      Issue.record("no replay")
      return
    }
    let expert = try #require(play.expert)
    let landings = events.compactMap { event -> Int? in
      if case .land(let landing) = event { landing.sample.time } else { nil }
    }
    let own = expert.course.pieces
    #expect(own.allSatisfy { $0.guide == 0 } && own.map(\.phase) == own.map(\.phase).sorted())
    for (number, landing) in landings.enumerated() {
      play.seek(to: landing, at: 0)
      let shown = try #require(play.expertShown)
      // Both have just come down, in the same step.
      #expect(shown.attempt.phaseIndex == play.shown.attempt.phaseIndex, "stroke \(number)")
      #expect(shown.attempt.down.count == 1 && play.shown.attempt.down.count == 1)
      #expect(own.contains { $0.start == play.expertTime })
      let start = play.expertTime
      play.seek(to: landing + 100_000, at: 0)
      #expect(play.expertTime == start + 100_000)
    }
    // The trainee is faster: when the next stroke begins, the expert's is not finished.
    play.seek(to: landings[1] - 1, at: 0)
    let piece = try #require(own.last { $0.start <= play.expertTime })
    #expect(play.expertTime < piece.end)
    // Before the first step each goes its own way, and never into it.
    let entered = try #require(expert.course.entries.first?.time)
    play.seek(to: 500_000, at: 0)
    #expect(play.expertTime == 500_000)
    for time in stride(from: 0, to: landings[0], by: 250_000) {
      play.seek(to: time, at: 0)
      #expect(play.expertShown?.attempt.down.isEmpty == true)
    }
    #expect(entered > 0)
  }

  @Test func theExpertWaitsForAHandThatRests() {
    let attempt = WorkCourse.made(
      entries: [(0, 10)], pieces: [(0, 0, 0, 100, 900), (0, 0, 1, 2_000, 2_100)])
    let expert = WorkCourse.made(
      entries: [(0, 5)], pieces: [(0, 0, 0, 50, 150), (0, 0, 1, 200, 300)])
    let alignment = ExpertAlignment(attempt, expert)
    func check(_ time: Int, _ expected: Int) { #expect(alignment.time(at: time) == expected) }
    check(0, 0)
    check(3, 3)
    check(9, 4)
    check(10, 5)
    check(60, 49)
    check(100, 50)
    check(150, 100)
    check(200, 150)
    check(1_999, 150)
    check(2_000, 200)
    check(2_090, 290)
    check(9_000, 300)
  }

  @Test func workThatTheExpertDoesNotDoFindsTheNearest() {
    let attempt = WorkCourse.made(
      entries: [(0, 0), (1, 500)],
      pieces: [(0, nil, 0, 10, 20), (0, 1, 7, 30, 40), (0, 3, 0, 50, 60), (1, 0, 0, 600, 700)])
    let expert = WorkCourse.made(
      entries: [(0, 1_000), (1, 5_000)],
      pieces: [
        (0, 0, 0, 1_100, 1_200), (0, 1, 0, 1_300, 1_400), (0, 1, 1, 1_500, 1_600),
        (1, 0, 0, 5_100, 5_200),
      ])
    let alignment = ExpertAlignment(attempt, expert)
    // Of no guide: the first piece; more strokes than are asked: the last; a guide that the expert
    // leaves out: the first of the step.
    #expect(alignment.time(at: 10) == 1_100)
    #expect(alignment.time(at: 30) == 1_500)
    #expect(alignment.time(at: 50) == 1_100)
    #expect(alignment.time(at: 500) == 5_000)
    #expect(alignment.time(at: 600) == 5_100)
  }

  @Test func circlesBeginTogetherOneByOne() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let library = ScenarioLibrary(folders: [(path: root + "/Scenarios", origin: .shipped)])
    let scenario = try #require(
      library.entries.compactMap(\.scenario).first { $0.id == "lifting-easing-left" })
    let comb = try #require(
      scenario.phases.firstIndex { $0.technique == .combCircles })
    let (attempt, _) = try ReplayTests.attempt(scenario, skill: 0.9)
    let replay = try #require(try Replay.fold(attempt))
    let pieces = replay.course.pieces.filter { $0.phase == comb }
    let guides = scenario.phases[comb].task.guides.guides.count
    for guide in 0..<guides {
      let own = pieces.filter { $0.guide == guide }
      #expect(own.count > 3 && own.map(\.count) == own.map(\.count).sorted())
    }
    for (piece, next) in zip(pieces, pieces.dropFirst()) { #expect(piece.end <= next.start) }
    // The expert beside itself is everywhere at the same time as itself, but where it waits.
    let same = ExpertAlignment(replay.course, replay.course)
    for piece in pieces where piece.guide != nil {
      #expect(same.time(at: piece.start) == piece.start)
    }
  }
}

extension WorkCourse {
  fileprivate static func made(
    entries: [(Int, Int)], pieces: [(Int, Int?, Int, Int, Int)]
  ) -> WorkCourse {
    WorkCourse(
      pieces: pieces.map { Piece(phase: $0.0, guide: $0.1, count: $0.2, start: $0.3, end: $0.4) },
      entries: entries.map { Entry(phase: $0.0, time: $0.1) })
  }
}
