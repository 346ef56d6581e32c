import Attempts
import Scenarios
import Sessions
import Testing

/// Watching the expert.
@Suite struct DemonstrationTests {
  /// Lets so many seconds pass, 100 ms at a time.
  private func pass(_ seconds: Int, from moment: Int, _ session: inout Session) {
    for tick in 1...seconds * 10 { session.advance(to: moment + tick * 100_000) }
  }

  @Test func fromTheLibraryItPlaysFromTheFirstTouchToTheEnd() throws {
    var session = Session.fresh()
    session.demonstrate(at: 1_000_000)
    #expect(session.screen == .demonstration)
    #expect(session.onScreen?.attempt.phaseIndex == nil)
    pass(10, from: 1_000_000, &session)
    #expect(session.onScreen?.attempt.phaseIndex == 0)
    let ghost = try #require(session.onScreen)
    #expect(ghost.trail.strips.isEmpty == false)
    #expect(ghost.header.origin == .demonstration)
    #expect(session.underWay == nil)
    pass(600, from: 11_000_000, &session)
    #expect(session.demonstration == nil)
    #expect(session.screen == .library)
  }

  @Test func aPausedDemonstrationStandsStill() throws {
    var session = Session.fresh()
    session.demonstrate(at: 0)
    pass(5, from: 0, &session)
    session.pause(at: 5_000_000)
    let count = try #require(session.onScreen).events.count
    pass(60, from: 5_000_000, &session)
    #expect(session.onScreen?.events.count == count)
    session.resume(at: 65_000_000)
    pass(2, from: 65_000_000, &session)
    #expect(try #require(session.onScreen).events.count > count)
  }

  @Test func inPracticeItShowsTheStepAndLeavesTheAttemptAsItWas() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.endStep(at: 3_000_000)
    session.demonstrate(at: 4_000_000)
    #expect(session.screen == .practice)
    #expect(session.underWay?.isPaused == true)
    let before = Array(try #require(session.underWay).events)
    pass(5, from: 4_000_000, &session)
    #expect(session.onScreen?.attempt.phaseIndex == 1)
    #expect(session.onScreen?.trail.strips.allSatisfy { $0.phase == 1 } == true)
    session.back(at: 10_000_000)
    #expect(session.demonstration == nil)
    #expect(session.screen == .practice)
    #expect(session.underWay.map { Array($0.events) } == before)
    session.resume(at: 11_000_000)
    #expect(session.acceptsHands)
  }

  @Test func aPatientWhoIsNotToBeMassagedHasNothingToShow() {
    var scenario = smallScenario(decision: .refer)
    scenario.phases = []
    var session = Session.fresh([scenario])
    session.demonstrate(at: 0)
    #expect(session.screen == .library)
    #expect(session.notice != nil)
  }
}
