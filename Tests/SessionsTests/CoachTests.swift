import Scoring
import Sessions
import Testing

@Suite struct CoachTests {
  private let fast = Cue.tooFast(speed: 150, aim: 20...100)
  private let faster = Cue.tooFast(speed: 190, aim: 20...100)
  private let off = Cue.offPath(deviation: 30)
  private let pain = Cue.pain(area: "left-l4")

  @Test func aLineStaysForOneAndAHalfSeconds() {
    var coach = Coach()
    coach.hear(fast, at: 0)
    #expect(coach.line == fast)
    coach.hear(.steady, at: 1_499_999)
    #expect(coach.line == fast)
    coach.hear(.steady, at: 1_500_000)
    #expect(coach.line == .steady)
  }

  @Test func painInterruptsAtOnceAndIsHeldItself() {
    var coach = Coach()
    coach.hear(fast, at: 0)
    coach.hear(pain, at: 100)
    #expect(coach.line == pain)
    coach.hear(fast, at: 1_000_000)
    #expect(coach.line == pain)
  }

  @Test func anyOtherLineWaits() {
    var coach = Coach()
    coach.hear(off, at: 0)
    coach.hear(fast, at: 200_000)
    #expect(coach.line == off)
  }

  @Test func figuresOfALineAreRenewedEveryHalfSecond() {
    var coach = Coach()
    coach.hear(fast, at: 0)
    coach.hear(faster, at: 499_999)
    #expect(coach.line == fast)
    coach.hear(faster, at: 500_000)
    #expect(coach.line == faster)
  }
}
