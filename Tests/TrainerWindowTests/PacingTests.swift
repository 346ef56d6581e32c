import Scenes
import Scoring
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

  @Test func breathingAloneNeedsFewFrames() {
    var pacer = FramePacer()
    pacer.began(at: 0)
    var frames = 0
    for moment in stride(from: 0, to: 2_000_000, by: 1_000) {
      if pacer.isCalmFrameDue(at: moment) { pacer.isStale = true }
      if pacer.isFrameDue(at: moment) {
        pacer.began(at: moment)
        frames += 1
      }
    }
    #expect((20...30).contains(frames))
  }
}

@Suite struct PracticePictureTests {
  @Test func breathsAreKeptAsLongAsTheyAreShown() {
    var track = BreathTrack()
    for step in 0...3000 {
      track.follow(Double(step % 250) / 250, at: Double(step) / 60)
    }
    #expect((track.points.first?.time ?? 0) >= 50 - 8.6)
    #expect((track.points.last?.time ?? 0) > 49.9)
    #expect(track.points.count < 250)
    #expect(zip(track.points, track.points.dropFirst()).allSatisfy { $0.time < $1.time })
    track.follow(nil, at: 51)
    #expect(!track.isShown)
  }

  @Test func anotherAttemptBeginsTheLineAnew() {
    var track = BreathTrack()
    track.follow(0.1, at: 30)
    track.follow(0.2, at: 1)
    #expect(track.points.map(\.time) == [1])
  }

  @Test func aLineFadesWhenTheAdviceChanges() {
    var lines = LineChange()
    lines.follow(.steady, at: 10)
    #expect(lines.isFading(at: 10.1))
    #expect(!lines.isFading(at: 10.2))
    lines.follow(.tooFast(speed: 90, aim: 20...80), at: 11)
    #expect(lines.last?.cue == .steady)
    lines.follow(.tooFast(speed: 95, aim: 20...80), at: 12)
    #expect(!lines.isFading(at: 12.01))
  }
}
