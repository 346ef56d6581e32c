import Attempts
import Geometry
import Scenarios
import Sessions
import Testing

/// What the practice screen tells of the work: times, pacer.
@Suite struct WorkTests {
  private let mouse = Device(kind: .mouse, pressure: .set)

  @Test func timeInAStepCountsAllItsEntriesAndNoPause() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.stroke(from: 3_000_000)
    session.enterPhase(1, at: 6_000_000)
    session.enterPhase(0, at: 7_000_000)
    session.pause(at: 8_000_000)
    session.resume(at: 58_000_000)
    let attempt = try #require(session.underWay)
    let time = attempt.time(at: 60_000_000)
    #expect(attempt.times.total(at: time) == 4_000_000 + 3_000_000)
    #expect(attempt.times.contact(at: time) == 1_000_000)
    #expect(attempt.times.wasEntered(1))
  }

  @Test func thePacerWaitsForTheHandAndRunsAtTheMiddleOfTheBand() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.advance(to: 9_000_000)
    #expect(session.underWay?.pacer.isMoving == false)
    #expect(session.underWay?.pacer.place == Point(-52, 200))
    session.land(
      hand: 0, device: mouse, at: 10_000_000, Point(-52, 200), millimetresPerPixel: 1)
    session.advance(to: 10_500_000)
    session.advance(to: 11_000_000)
    // The band is 20 to 100 mm/s: 60 mm in a second.
    let place = try #require(session.underWay?.pacer.place)
    #expect(place.distance(to: Point(-52, 260)) < 1)
    // A hand that rests for two seconds stops it.
    session.advance(to: 13_000_000)
    #expect(session.underWay?.pacer.isMoving == false)
  }

  @Test func thePacerCirclesWhereCirclesAreAsked() throws {
    var scenario = smallScenario()
    let task = CombCirclesTask(
      guides: [
        Guide(id: "left", path: [Position(x: -8000, y: 33000), Position(x: -8000, y: 44000)])
      ],
      loops: 4)
    scenario.phases[0].task = .combCircles(task)
    var session = Session.fresh([scenario])
    session.begin(
      .practice, only: scenario.phases[0].id, start: "2026-05-14T09:30:00Z", at: 0)
    session.advance(to: 10_000)
    let trace = task.trace(along: task.guides[0].line(task.curve))
    let start = try #require(session.underWay?.pacer.place)
    #expect(start.distance(to: trace[0]) < 0.01)
    let mouse = Device(kind: .mouse, pressure: .set)
    session.land(hand: 0, device: mouse, at: 1_000_000, trace[0], millimetresPerPixel: 1)
    for tick in 1...10 { session.advance(to: 1_000_000 + tick * 100_000) }
    let place = try #require(session.underWay?.pacer.place)
    // 60 mm in a second, along the circle: nearer as the crow flies, and still on the circle.
    #expect(trace.contains { $0.distance(to: place) < 4 })
    #expect((20...60).contains(place.distance(to: start)))
  }
}
