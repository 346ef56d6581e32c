import Attempts
import Geometry
import Testing

/// An expectation about what a mutating call gives, which `#expect` cannot take.
func check(_ condition: Bool, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(condition, sourceLocation: sourceLocation)
}

@Suite struct IntakeTests {
  private let here = Point(1, 2)

  private func land(_ intake: inout Intake, hand: Int = 0, at time: Int) throws -> Landing {
    let event = intake.land(
      hand: hand, at: time, here, pressure: 0.5, millimetresPerPixel: 0.35)
    guard case .land(let landing) = event else {
      throw Missing()
    }
    return landing
  }

  private struct Missing: Error {}

  @Test("A report is rounded once, half away from zero")
  func rounding() throws {
    var intake = Intake()
    let event = intake.land(
      hand: 3, at: 7, Point(-0.005, 12.344), pressure: 0.0005, millimetresPerPixel: 0.35)
    let sample = Sample(time: 7, position: Position(x: -1, y: 1_234), pressure: 1)
    #expect(
      event == .land(Landing(contact: 1, hand: 3, nanometresPerPixel: 350_000, sample: sample)))
  }

  @Test("Pressure is held to its range; absent stays absent")
  func pressure() throws {
    for (given, kept) in [(-1.0, 0), (2.0, 1000), (0.3, 300)] as [(Double, Int)] {
      var intake = Intake()
      _ = intake.land(hand: 0, at: 0, here, pressure: given, millimetresPerPixel: 1)
      guard case .lift(_, let sample) = intake.lift(hand: 0, at: 1, nil) else { throw Missing() }
      #expect(sample.pressure == kept)
    }
    var intake = Intake()
    _ = intake.land(hand: 0, at: 0, here, pressure: .nan, millimetresPerPixel: 1)
    guard case .lift(_, let sample) = intake.lift(hand: 0, at: 1, nil) else { throw Missing() }
    #expect(sample.pressure == nil)
  }

  @Test("At most 250 samples a second are kept, and the lift is where the hand was last")
  func thinning() throws {
    var intake = Intake()
    _ = try land(&intake, at: 0)
    var kept: [Int] = []
    for step in 1...2_000 {
      let place = Point(Double(step) / 100, 0)
      if case .move(_, let sample) = intake.move(
        hand: 0, at: step * 1_000, place, pressure: 0.5)
      {
        kept.append(sample.time)
      }
    }
    #expect(kept.count == 500)
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $1 - $0 >= 4_000 })
    check(intake.move(hand: 0, at: 2_001_000, Point(30, 1), pressure: 0.5) == nil)
    guard case .lift(1, let last) = intake.lift(hand: 0, at: 2_002_000, nil) else {
      throw Missing()
    }
    #expect(last.position == Position(x: 3_000, y: 100))
    #expect(last.time == 2_002_000)
  }

  @Test("A resting hand has a sample every 50 ms")
  func rest() throws {
    var intake = Intake()
    _ = try land(&intake, at: 10_000)
    check(intake.rest(at: 59_999).isEmpty)
    check(intake.rest(at: 230_000).map(\.time) == [60_000, 110_000, 160_000, 210_000])
    check(intake.rest(at: 259_999).isEmpty)
  }

  @Test("A resting hand has its samples though the other hand keeps moving")
  func restBesideAnother() throws {
    var intake = Intake()
    _ = try land(&intake, hand: 0, at: 0)
    _ = try land(&intake, hand: 1, at: 1_000)
    var resting: [Int] = [0]
    for step in 1...100 {
      // The mover reports just before the rest is asked for, and so is always ahead.
      _ = intake.move(hand: 1, at: step * 9_000, Point(Double(step), 0), pressure: nil)
      for case .move(let contact, let sample) in intake.rest(at: step * 9_000) where contact == 1 {
        resting.append(sample.time)
      }
    }
    #expect(resting.count >= 15)
    #expect(zip(resting, resting.dropFirst()).allSatisfy { $1 - $0 <= 60_000 })
  }

  @Test(
    "Events come in the one order, whatever the reports' times",
    arguments: 1...100 as ClosedRange<UInt64>)
  func order(seed: UInt64) {
    var state = seed
    func random(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    var intake = Intake()
    var events: [Event] = []
    var clock = 0
    for _ in 0..<300 {
      clock += random(4) == 0 ? 0 : random(30_000)
      let moment = clock - random(3) * 500
      let place = Point(Double(random(400)) - 200, Double(random(400)))
      let hand = random(3)
      switch random(6) {
      case 0:
        if !intake.isAnyHandDown { events.append(intake.act(.pause, at: moment)) }
      case 1:
        if let event = intake.land(
          hand: hand, at: moment, place, pressure: nil, millimetresPerPixel: 1)
        {
          events.append(event)
        }
      case 2:
        if let event = intake.lift(hand: hand, at: moment, place) { events.append(event) }
      case 3: events += intake.rest(at: moment)
      default:
        if let event = intake.move(hand: hand, at: moment, place, pressure: nil) {
          events.append(event)
        }
      }
    }
    events += intake.liftAll(at: clock)
    #expect(!intake.isAnyHandDown)
    for (a, b) in zip(events, events.dropFirst()) {
      let isOrdered =
        a.time < b.time || a.time == b.time && (a.contact ?? 0) <= (b.contact ?? 0)
      #expect(isOrdered, "seed \(seed)")
    }
  }

  @Test("What is out of bounds is no event, and a late end stays within them")
  func bounds() throws {
    var intake = Intake()
    for place in [Point(.nan, 0), Point(0, .infinity), Point(2_000.1, 0), Point(0, -2_001)] {
      check(
        intake.land(hand: 0, at: 0, place, pressure: nil, millimetresPerPixel: 1) == nil)
    }
    _ = try land(&intake, at: 5)
    check(intake.land(hand: 0, at: 6, here, pressure: nil, millimetresPerPixel: 1) == nil)
    check(intake.move(hand: 1, at: 6, here, pressure: nil) == nil)
    let lifts = intake.liftAll(at: Bounds.time * 2)
    let end = intake.act(.end, at: Bounds.time * 2)
    #expect(lifts.count == 1)
    #expect(lifts[0].time <= Bounds.time)
    #expect(end.time > lifts[0].time && end.time <= Bounds.time)
  }
}
