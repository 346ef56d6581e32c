import Attempts
import Geometry
import Scenarios
import Sessions
import Testing

/// What devices report, as events.
@Suite struct HandTests {
  private let mouse = Device(kind: .mouse, pressure: .set)
  private let touch = Device(kind: .touch, pressure: .none)

  private func samples(_ events: some Sequence<Event>) -> [Sample] {
    events.compactMap {
      switch $0 {
      case .act: nil
      case .land(let landing): landing.sample
      case .move(_, let sample), .lift(_, let sample): sample
      }
    }
  }

  @Test func pressureStartsAtThirtyAndGoesInSteps() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.land(
      hand: 0, device: mouse, at: 3_000_000, Point(-52, 200), millimetresPerPixel: 1)
    session.changePressure(by: -3, at: 3_010_000)
    session.lift(hand: 0, at: 3_020_000, nil)
    let pressures = samples(try #require(session.underWay).events).map(\.pressure)
    #expect(pressures.first == 300)
    #expect(pressures.dropFirst().first == 150)
    session.changePressure(by: .max, at: 3_030_000)
    #expect(session.underWay?.pressure.share == 1)
    session.changePressure(by: .min, at: 3_030_000)
    #expect(session.underWay?.pressure.share == 0)
  }

  @Test func aHandAtRestIsRecordedEveryFiftyMilliseconds() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.land(
      hand: 0, device: mouse, at: 3_000_000, Point(-52, 200), millimetresPerPixel: 1)
    session.advance(to: 3_120_000)
    session.lift(hand: 0, at: 3_130_000, nil)
    let times = samples(try #require(session.underWay).events).map(\.time)
    #expect(times == [3_000_000, 3_050_000, 3_100_000, 3_130_000])
  }

  @Test func aPauseLiftsTheHandAndStopsTheClock() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.land(
      hand: 0, device: mouse, at: 3_000_000, Point(-52, 200), millimetresPerPixel: 1)
    session.pause(at: 3_010_000)
    #expect(session.underWay?.isAnyHandDown == false)
    session.land(
      hand: 0, device: mouse, at: 3_500_000, Point(-52, 200), millimetresPerPixel: 1)
    #expect(session.underWay?.isAnyHandDown == false)
    session.resume(at: 9_000_000)
    session.land(
      hand: 0, device: mouse, at: 9_100_000, Point(-52, 210), millimetresPerPixel: 1)
    let attempt = try #require(session.underWay)
    #expect(attempt.attempt.ignored == 0)
    let last = try #require(samples(attempt.events).last)
    #expect((3_110_000...3_110_010).contains(last.time))
  }

  @Test func losingTheFocusPausesPracticeButNotAnExam() {
    for mode in [Mode.practice, .exam] {
      var session = Session.fresh()
      session.goToPractice(mode)
      session.land(
        hand: 0, device: mouse, at: 3_000_000, Point(-52, 200), millimetresPerPixel: 1)
      session.loseFocus(at: 3_010_000)
      #expect(session.underWay?.isAnyHandDown == false)
      #expect(session.underWay?.isPaused == (mode == .practice))
    }
  }

  @Test func theFirstContactSaysWhichDeviceItIs() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.land(
      hand: 1, device: touch, at: 3_000_000, Point(-52, 200), millimetresPerPixel: 1)
    let attempt = try #require(session.underWay)
    #expect(attempt.header.device == touch)
    #expect(attempt.attempt.phaseIndex == 0)
    #expect(samples(attempt.events).map(\.pressure) == [nil])
    session.lift(hand: 1, at: 3_100_000, nil)
    session.land(
      hand: 0, device: mouse, at: 3_200_000, Point(-52, 200), millimetresPerPixel: 1)
    #expect(session.underWay?.isAnyHandDown == false)
    #expect(session.notice != nil)
  }

  @Test func twoFingersAreTwoHands() throws {
    var session = Session.fresh()
    session.goToPractice()
    for hand in 0...1 {
      session.land(
        hand: hand, device: touch, at: 3_000_000, Point(hand == 0 ? -52 : 52, 200),
        millimetresPerPixel: 1)
    }
    #expect(session.underWay?.attempt.down == [1, 2])
    session.lift(hand: 0, at: 3_100_000, nil)
    #expect(session.underWay?.attempt.down == [2])
  }

  @Test func endingAStepLiftsTheHandFirst() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.land(
      hand: 0, device: mouse, at: 3_000_000, Point(-52, 200), millimetresPerPixel: 1)
    session.endStep(at: 3_040_000)
    let events = try #require(session.underWay).events.suffix(2)
    guard case .lift(1, _) = events.first, case .act(.phase("closing"), _) = events.last else {
      Issue.record("a lift and the next phase, not \(events)")
      return
    }
  }

  @Test func theTrailFollowsTheHandAndOnlyTheHand() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.stroke(from: 3_000_000)
    session.move(hand: 0, at: 5_000_000, Point(0, 0))
    let strips = try #require(session.underWay).trail.strips
    #expect(strips.map(\.phase) == [0])
    let points = try #require(strips.first).points
    #expect(points.first?.place == Position(millimetres: -52, 200))
    #expect(points.last?.place == Position(millimetres: -52, 400))
    #expect(points.count == 126)
  }
}
