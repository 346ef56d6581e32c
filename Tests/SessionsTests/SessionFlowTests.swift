import Attempts
import Geometry
import Scenarios
import Sessions
import Testing

/// From screen to screen.
@Suite struct SessionFlowTests {
  @Test func fromTheLibraryToTheMassage() {
    var session = Session.fresh()
    #expect(session.screen == .library)
    session.begin(.practice, start: "", at: 0)
    #expect(session.screen == .patient)
    session.ask(.nerves, at: 10)
    session.ask(.nerves, at: 20)
    session.choose(.proceed)
    #expect(session.underWay?.attempt.decision == nil)
    session.confirmDecision(at: 30)
    #expect(session.screen == .preparation)
    session.prepare(.position(.prone), at: 40)
    session.prepare(.position(.prone), at: 45)
    session.startMassage(at: 50)
    #expect(session.screen == .practice)
    #expect(
      session.underWay.map { Array($0.events) } == [
        .act(.ask(.nerves), time: 10), .act(.decision(.proceed), time: 30),
        .act(.prepare(.position(.prone)), time: 40), .act(.phase("warm-up"), time: 50),
      ])
  }

  @Test func nothingIsDecidedWithoutAChoice() {
    var session = Session.fresh()
    session.begin(.practice, start: "", at: 0)
    session.confirmDecision(at: 10)
    #expect(session.screen == .patient)
    #expect(session.underWay?.events.isEmpty == true)
  }

  @Test func aReferralCarriesTheReasonsAndEndsTheAttempt() throws {
    var session = Session.fresh()
    session.begin(.practice, start: "", at: 0)
    session.toggle(.acute)
    #expect(session.reasons == [])
    session.choose(.refer)
    session.toggle(.acute)
    session.toggle(.noDiagnosis)
    session.toggle(.acute)
    session.confirmDecision(at: 10)
    #expect(session.screen == .debrief)
    let finished = try #require(session.finished)
    #expect(
      Array(finished.events) == [
        .act(.reason(.noDiagnosis), time: 10), .act(.decision(.refer), time: 10),
      ])
  }

  @Test func choosingToProceedDropsTheReasons() {
    var session = Session.fresh()
    session.begin(.practice, start: "", at: 0)
    session.choose(.emergency)
    session.toggle(.acute)
    session.choose(.proceed)
    #expect(session.reasons == [])
  }

  @Test func stepsFollowEachOtherAndCanBeGoneBackTo() {
    var session = Session.fresh()
    session.goToPractice()
    session.endStep(at: 3_000_000)
    #expect(session.underWay?.attempt.phaseIndex == 1)
    session.enterPhase(0, at: 4_000_000)
    #expect(session.underWay?.attempt.phaseIndex == 0)
    session.enterPhase(0, at: 5_000_000)
    session.enterPhase(7, at: 5_000_000)
    #expect(session.underWay?.events.last == .act(.phase("warm-up"), time: 4_000_000))
  }

  @Test func theLastStepAsksBeforeItEnds() {
    var session = Session.fresh()
    session.goToPractice()
    session.stroke(from: 3_000_000)
    session.endStep(at: 5_000_000)
    session.endStep(at: 6_000_000)
    #expect(session.question == .endAttempt(untouched: ["Closing"]))
    session.cancel(at: 6_500_000)
    #expect(session.screen == .practice)
    session.endStep(at: 7_000_000)
    session.confirm(at: 8_000_000)
    #expect(session.screen == .debrief)
    #expect(session.finished?.events.last == .act(.end, time: 8_000_000))
  }

  @Test func aDrillHasOneStepOnly() {
    var session = Session.fresh()
    session.begin(.practice, only: "closing", start: "", at: 0)
    #expect(session.screen == .practice)
    #expect(session.underWay?.header.mode == .drill)
    #expect(session.underWay?.header.scope == .phase("closing", timed: true))
    session.enterPhase(0, at: 10)
    #expect(session.underWay?.attempt.phaseIndex == 1)
    session.endStep(at: 20)
    #expect(session.question == .endAttempt(untouched: ["Closing"]))
  }

  @Test func anUnknownPhaseBeginsNothing() {
    var session = Session.fresh()
    session.begin(.practice, only: "dance", start: "", at: 0)
    #expect(session.underWay == nil)
    #expect(session.screen == .library)
  }

  @Test func leavingAnUntouchedCaseKeepsNothing() {
    var session = Session.fresh()
    session.begin(.exam, start: "", at: 0)
    session.back(at: 10)
    #expect(session.screen == .library)
    #expect(session.question == nil)
    #expect(session.underWay == nil)
  }

  @Test func helpStopsTheClockAndGivesTheKeysBack() {
    var session = Session.fresh()
    session.goToPractice()
    session.showHelp(at: 3_000_000)
    #expect(session.question == .help)
    #expect(session.underWay?.isPaused == true)
    session.back(at: 4_000_000)
    #expect(session.question == nil)
    #expect(session.screen == .practice)
  }

  @Test func anExamShowsNoAidsAndKnowsNoDemonstration() {
    var session = Session.fresh()
    session.goToPractice(.exam)
    #expect(session.underWay?.header.shown == [])
    session.toggle(.guide, at: 3_000_000)
    #expect(session.underWay?.attempt.shown == [])
    session.demonstrate(at: 3_000_000)
    #expect(session.demonstration == nil)
  }

  @Test func anAidIsHiddenAndShownInTheOrderOfTheCatalogue() {
    var session = Session.fresh()
    session.goToPractice()
    session.toggle(.guide, at: 3_000_000)
    #expect(session.underWay?.attempt.shown == [.gauges, .coach, .pacer, .warmth, .comfort])
    session.toggle(.guide, at: 4_000_000)
    #expect(session.underWay?.attempt.shown == Aid.allCases)
  }
}
