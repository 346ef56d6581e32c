import Attempts
import Geometry
import Scenarios
import Scoring
import Testing

/// Contacts, runs and speed.
@Suite struct ContactEdgeTables {
  @Test(arguments: [(100_000, 0.0), (100_001, 0.1)])
  func aLongerGapIsLost(gap: Int, lost: Double) {
    var ways = Ways()
    ways.contact([(0, -60, 100), (gap, -60, 100)], every: 1_000_000)
    #expect(Edge.phase(Cases.straight(), ways).lost.value == lost)
  }

  // 30 mm in 0.1 s, then rest: 50 mm/s as a whole; tick by tick too fast at first.
  @Test(arguments: [(595_000, true), (599_999, true), (600_000, false), (605_000, false)])
  func aShorterContactIsJudgedAsAWhole(duration: Int, isWhole: Bool) {
    var ways = Ways()
    ways.contact([(0, -60, 100), (100_000, -60, 130), (duration, -60, 130)])
    #expect((Edge.phase(Cases.straight(), ways).speedTooFast?.value == 0) == isWhole)
  }

  /// 12 mm in 0.2 s, then rest until 1 s. Of that the string takes 2 mm; the window of 200 ms then
  /// loses 0.3 mm a tick but for the first 2 mm; 121 ticks from 0.2 to 0.8 s are judged.
  @Test func speedIsTravelOverTwoTenthsOfASecond() {
    var ways = Ways()
    ways.contact([(0, -60, 100), (200_000, -60, 112), (1_000_000, -60, 112)])
    let travel = (0...120).reduce(0.0) { $0 + 10 - min(10, max(0, 0.3 * Double($1) - 2)) }
    let mean = Edge.phase(Cases.straight(), ways).meanSpeed
    #expect(mean == .hundredths(travel / 0.2 / 121))
  }

  // A hand at rest for half a second has the speed of its string.
  @Test(arguments: [(200_000, 4.0), (1_320_000, 4.0), (1_340_000, 4.02), (4_000_000, 12.0)])
  func theStringIsTwoMillimetresOrOneAndAHalfPixels(scale: Int, speed: Double) {
    var ways = Ways()
    ways.scale = scale
    ways.rest(-60, 100, for: 500_000)
    #expect(Edge.phase(Cases.straight(), ways).meanSpeed?.value == speed)
  }

  @Test(arguments: [(199.0, 1990.0), (200.5, 2000.0), (250.0, 2000.0)])
  func speedIsCapped(length: Double, speed: Double) {
    var ways = Ways()
    ways.contact([(0, -60, 100), (100_000, -60, 100 + length)])
    #expect(Edge.phase(Cases.straight(), ways).meanSpeed?.value == speed)
  }

  // Sideways at 60 mm/s from beyond the corridor, until 4 mm are left, and back.
  @Test(arguments: [(295_000, false), (300_000, true)])
  func offForThreeTenthsAHandGoesOverToAGuide(time: Int, joins: Bool) {
    let far = -60 + 4 + 60 * Double(time) / 1_000_000
    var ways = Ways()
    ways.contact([(0, far, 250), (time, -56, 250), (2 * time, far, 250), (1_000_000, far, 250)])
    let guide = Edge.phase(Cases.straight(), ways).guides[0]
    #expect((guide.coverage?.units != 0) == joins)
  }

  // Well within the corridor's full width only.
  @Test(arguments: [(4.0, true), (4.01, false)])
  func aHandGoesOverWhereItIsWellOnTheGuide(distance: Double, joins: Bool) {
    var ways = Ways()
    ways.contact([
      (0, -30, 250), (1_000_000, -60 + distance, 250), (2_000_000, -60 + distance, 250),
    ])
    let guide = Edge.phase(Cases.straight(), ways).guides[0]
    #expect((guide.coverage?.units != 0) == joins)
  }

  @Test(arguments: [(3_000_000, 1), (3_000_001, 0)])
  func aStrokeGoesOnAfterThreeSeconds(pause: Int, strokes: Int) {
    var ways = Ways()
    ways.stroke(to: 150)
    ways.time += pause
    ways.stroke(from: 150)
    #expect(Edge.phase(Cases.straight(), ways).guides[0].strokes == strokes)
  }

  @Test(arguments: [(2_000_000, 0), (2_000_001, 1)])
  func noHandForOverTwoSecondsIsABreak(pause: Int, breaks: Int) {
    var ways = Ways()
    ways.rest(100, 100, for: 1_000_000)
    ways.time += pause
    ways.rest(100, 100, for: 1_000_000)
    #expect(Edge.phase(Cases.straight(), ways).breaks == breaks)
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 2)])
  func twoHandsAreJudged(hands: Int, contacts: Int) {
    var events: [Event] = []
    for hand in 1...hands {
      let sample = Sample(time: hand * 1000, position: Cases.position(0, Double(hand) * 50))
      events.append(
        .land(Landing(contact: hand, hand: 0, nanometresPerPixel: 200_000, sample: sample)))
    }
    #expect(Cases.score(Cases.straight(), events).phases[0].contacts == contacts)
  }

  // A stroke of 60 mm/s with a jump within one tick. Over 50 ms that is the jump and nine ticks of
  // 0.3 mm more: the edge of 200 mm/s lies at a jump of 7.3 mm.
  @Test(arguments: [(7.2, true), (7.4, false)])
  func aJerkIsNoWork(jump: Double, isWork: Bool) {
    var ways = Ways()
    ways.contact([
      (0, -60, 100), (2_000_000, -60, 220), (2_005_000, -60, 220 + jump),
      (2_005_000 + Int((180 - jump) / 60 * 1_000_000), -60, 400),
    ])
    #expect((Edge.phase(Cases.straight(), ways).guides[0].coverage?.value == 1) == isWork)
  }

  // What is touched from 25 ms before a jerk to 25 ms after it does not count: 1.5 mm before a jump
  // from 121.2 to 129.2 mm, and 1.2 mm after. Whole bins are covered up to 120 and from 130 mm.
  @Test func aJerkTakesWhatIsAroundIt() {
    var ways = Ways()
    ways.contact([
      (0, -60, 100), (2_020_000, -60, 221.2), (2_025_000, -60, 229.2),
      (2_025_000 + Int(170.8 / 60 * 1_000_000), -60, 400),
    ])
    let coverage = Edge.phase(Cases.straight(), ways).guides[0].coverage
    #expect(coverage == .thousandths(145.0 / 150))
  }

  // Bins touched count only when the hand is calm 200 ms later: at 200 mm/s, not over it.
  @Test(arguments: [(199.0, true), (202.0, false)])
  func aStrokeOverTheUpperEdgeIsNotDone(speed: Double, isDone: Bool) {
    var ways = Ways()
    ways.contact([(0, -60, 100), (Int(300 / speed * 1_000_000), -60, 400)])
    #expect((Edge.phase(Cases.straight(), ways).guides[0].strokes == 1) == isDone)
  }

  // Of equal times the last sample counts, and so for the landing: the hand rests.
  @Test func aLandingMayBeReplaced() {
    var events: [Event] = []
    for (index, place) in [(150.0, 60.0), (-60, 100), (-60, 100)].enumerated() {
      let sample = Sample(
        time: index < 2 ? 0 : 500_000, position: Cases.position(place.0, place.1))
      events.append(
        index == 0
          ? .land(Landing(contact: 1, hand: 0, nanometresPerPixel: 200_000, sample: sample))
          : .move(contact: 1, sample))
      if index == 1 {
        for step in 1..<100 {
          let sample = Sample(time: step * 5_000, position: Cases.position(-60, 100))
          events.append(.move(contact: 1, sample))
        }
      }
    }
    events.append(
      .lift(contact: 1, Sample(time: 500_000, position: Cases.position(-60, 100))))
    let phase = Cases.score(Cases.straight(), events).phases[0]
    #expect(phase.meanSpeed?.value == 4)
  }

  // A hand that comes down on its guide is on it at once, and so when it goes on with a stroke.
  @Test func aHandIsOnItsGuideFromTheLanding() {
    var ways = Ways()
    ways.contact([(0, -60, 100), (5_000, -60, 112), (1_000_000, -60, 160)])
    ways.time += 500_000
    ways.contact([(0, -60, 160), (5_000, -60, 172), (1_000_000, -60, 200)])
    #expect(Edge.phase(Cases.straight(), ways).offPath?.value == 0)
  }

  // Bins of about 2 mm, at least one: a hand at the beginning covers this share.
  @Test(arguments: [(2.0, 1.0), (2.9, 1), (3.1, 0.5), (10, 0.2)])
  func aGuideIsCutIntoBins(length: Double, coverage: Double) {
    var ways = Ways()
    ways.rest(-60, 100, for: 1_000_000)
    let guide = Edge.phase(Edge.guide([(-60, 100), (-60, 100 + length)]), ways).guides[0]
    #expect(guide.coverage?.value == coverage)
  }
}
