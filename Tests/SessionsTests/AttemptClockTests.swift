import Sessions
import Testing

@Suite struct AttemptClockTests {
  @Test func itStandsStillInAPauseAndGoesOnWhereItStood() {
    var clock = AttemptClock(start: 1_000)
    #expect(clock.time(at: 5_000) == 4_000)
    clock.stop(at: 6_000)
    #expect(clock.time(at: 900_000) == 5_000)
    clock.stop(at: 800_000)
    #expect(clock.time(at: 900_000) == 5_000)
    clock.goOn(at: 1_000_000)
    #expect(clock.time(at: 1_000_000) == 5_000)
    #expect(clock.time(at: 1_000_700) == 5_700)
  }

  @Test func momentsBeforeTheStartAreTheStart() {
    let clock = AttemptClock(start: 1_000)
    #expect(clock.time(at: 10) == 0)
  }
}
