import Testing

@testable import TrainerWindow

@Suite struct PacingTests {
  @Test func sixtyFramesASecondWhileSomethingMoves() {
    var pacer = FramePacer()
    var frames = 0
    for moment in stride(from: 1_000_000, to: 3_000_000, by: 500) {
      pacer.isStale = true
      if pacer.isFrameDue(at: moment) {
        pacer.began(at: moment)
        frames += 1
      }
    }
    #expect((120...121).contains(frames))
  }

  @Test func aLateFrameDoesNotDelayTheNext() {
    var pacer = FramePacer()
    pacer.began(at: 1_000_000)
    let due = pacer.due
    pacer.began(at: due + 3_000)
    #expect(pacer.due == due + FramePacer.period)
  }

  @Test func nothingIsDueWhileNothingChanges() {
    var pacer = FramePacer()
    pacer.began(at: 0)
    #expect(!pacer.isFrameDue(at: 10_000_000))
    #expect(pacer.wait(at: 10_000_000) > 50)
    pacer.isStale = true
    #expect(pacer.isFrameDue(at: 10_000_000))
    #expect(pacer.wait(at: 10_000_000) == 0)
  }

  @Test func theWaitTowardAFrameIsShort() {
    var pacer = FramePacer()
    pacer.began(at: 1_000_000)
    pacer.isStale = true
    #expect(pacer.wait(at: pacer.due - 9_000) == 1)
  }
}

@Suite struct FrameLogTests {
  @Test func aRowHasMillisecondsWithThreeDecimals() {
    let row = FrameRow(
      start: 1_234_567, draw: 89, present: 1_000, events: 3, newestAge: 12_005,
      screen: "practice", hands: 1)
    #expect(FrameLog.text(row) == "1234.567,0.089,1.000,3,12.005,practice,1\n")
  }

  @Test func withoutEventsTheAgeIsEmpty() {
    let row = FrameRow(
      start: 0, draw: 0, present: 0, events: 0, newestAge: nil, screen: "library", hands: 0)
    #expect(FrameLog.text(row) == "0.000,0.000,0.000,0,,library,0\n")
  }

  @Test func aLogThatCannotBeMadeIsAnError() {
    #expect(throws: FrameLogError.self) { try FrameLog(path: "/dev/null/frames.csv") }
  }
}

@Suite struct SmootherTests {
  @Test func itGoesTowardTheValueAndStartsAnewAfterAGap() throws {
    var smoother = Smoother()
    #expect(smoother.follow(10, at: 0) == 10)
    // After one time constant of steady change, half of the way.
    #expect(smoother.follow(20, at: 120_000) == 15)
    #expect(smoother.follow(nil, at: 130_000) == nil)
    #expect(smoother.follow(80, at: 140_000) == 80)
  }
}

@Suite struct FingerTableTests {
  @Test func eachFingerHasTheLowestFreeHand() {
    var table = FingerTable()
    #expect(table.land(901) == 0)
    #expect(table.land(77) == 1)
    #expect(table.land(901) == 0)
    #expect(table.lift(901) == 0)
    #expect(table.land(5) == 0)
    #expect(table.hand(of: 77) == 1)
    #expect(table.lift(901) == nil)
  }
}
