import Attempts
import Geometry
import Scenarios
import Testing

@testable import Patients

/// What holds for every attempt. Each failure says its seed.
@Suite("Laws of the patient")
struct PatientLawTests {
  private func fold(
    _ events: [Event], _ scenario: Scenario = Course.scenario(), header: Header = Course.header
  ) -> Patients.Patient {
    var patient = Patients.Patient(scenario: scenario, header: header)
    for event in events { patient.add(event) }
    return patient
  }

  @Test("However often and whenever it is shown, the patient is the same", arguments: 1...8)
  func showing(seed: Int) {
    let events = RandomEvents(seed: UInt64(seed), count: 1_500).events
    let plain = fold(events)
    var numbers = Numbers(seed: UInt64(seed) + 1_000)
    var shown = Patients.Patient(scenario: Course.scenario(), header: Course.header)
    for event in events {
      shown.add(event)
      // Frames run ahead of the stamps that events carry.
      for _ in 0..<numbers.whole(0...2) {
        shown.advance(to: event.time + numbers.whole(0...99_000))
      }
      if numbers.whole(0...20) == 0 { _ = shown.state }
    }
    #expect(shown.state == plain.state, "seed \(seed)")
    shown.advance(to: Bounds.time)
    #expect(shown.state == plain.state, "seed \(seed): nothing comes after the end")
  }

  @Test("What is shown is what the steps up to then make", arguments: 1...8)
  func moments(seed: Int) {
    let events = RandomEvents(seed: UInt64(seed), count: 600).events.dropLast()
    var numbers = Numbers(seed: UInt64(seed) + 2_000)
    let end = (events.last?.time ?? 0) + 3_000_000
    var once = fold(Array(events))
    var often = once
    var time = once.scenario.phases.count
    while time < end {
      often.advance(to: time)
      time += numbers.whole(1...400_000)
    }
    once.advance(to: end)
    often.advance(to: end)
    #expect(once.state == often.state, "seed \(seed)")
    // An earlier time changes nothing.
    often.advance(to: 0)
    #expect(once.state == often.state, "seed \(seed)")
  }

  @Test("A copy goes on by itself")
  func copies() {
    let events = RandomEvents(seed: 5, count: 800).events
    var first = fold(Array(events.prefix(400)))
    var copy = first
    copy.advance(to: Bounds.time / 24)
    for event in events.dropFirst(400) { first.add(event) }
    #expect(first.state == fold(events).state)
  }

  @Test("Left and right are alike", arguments: 1...8)
  func mirror(seed: Int) {
    let events = RandomEvents(seed: UInt64(seed), count: 1_500).events
    let scenario = Course.scenario()
    var turned = scenario
    turned.spasm[0].outline = .ellipse(
      at: Position(millimetres: 28, 430), radiusX: 10, radiusY: 20)
    let one = fold(events, scenario).state
    var other = fold(RandomEvents.mirrored(events), turned).state
    let columns = one.warmth.columns
    for row in 0..<one.warmth.rows {
      let range = row * columns..<(row + 1) * columns
      // Sums over a row run the other way: the last bits of means may differ.
      for (a, b) in zip(one.warmth.values[range], other.warmth.values[range].reversed()) {
        #expect(abs(a - b) < 1e-9, "seed \(seed)")
      }
    }
    #expect(abs(one.comfort - other.comfort) < 1e-9, "seed \(seed)")
    #expect(abs(one.tone - other.tone) < 1e-9, "seed \(seed)")
    #expect(abs(one.guarding - other.guarding) < 1e-9, "seed \(seed)")
    #expect(abs(one.breathingRate - other.breathingRate) < 1e-9, "seed \(seed)")
    #expect(one.isInPain == other.isInPain, "seed \(seed)")
    // A mirror that is not held up shows something else.
    other = fold(events, turned).state
    #expect(one.warmth == other.warmth, "seed \(seed)")
  }

  @Test("An attempt in which nobody touches changes nothing but the breath")
  func idle() {
    var course = Course()
    let before = course.state
    course.act(.phase("comb"))
    course.act(.pause)
    course.act(.resume)
    course.act(.show([]))
    course.rest(601.3)
    var after = course.state
    #expect(after.breath != before.breath)
    after.breath = before.breath
    #expect(after == before)
  }

  @Test("A breath goes on with the clock: sixteen in a minute at rest")
  func breath() {
    var course = Course()
    var breaths = 0
    var last = course.state.breath
    for _ in 0..<600 {
      course.rest(0.1)
      if course.state.breath < last { breaths += 1 }
      last = course.state.breath
    }
    #expect((15...16).contains(breaths))
  }

  @Test("Nothing of it has a hold on a drill: it was prepared as asked")
  func drill() {
    var header = Course.header
    header.scope = .phase("palm", timed: true)
    var course = Course()
    course.stroke(20)
    let worked = course.events.filter { $0.contact != nil }
    let drilled = fold(worked, header: header)
    #expect(drilled.state.comfort > Course().state.comfort)
    #expect(drilled.state.warmth == course.state.warmth)
  }

  @Test("Values stay in their ranges whatever comes in", arguments: 1...12)
  func hostile(seed: Int) {
    var numbers = Numbers(seed: UInt64(seed))
    var patient = Patients.Patient(
      scenario: Course.scenario(contact: seed % 2 == 0 ? .none : .light, allergies: [.honey]),
      header: Course.header)
    for event in RandomEvents(seed: UInt64(seed), count: 300).events.dropLast() {
      patient.add(event)
      patient.add(garbage(&numbers))
      if numbers.whole(0...30) == 0 { expectInRange(patient.state, "seed \(seed)") }
    }
    patient.advance(to: .min)
    // Once more, an hour on; then as far as there is time.
    patient.advance(to: 3_600_000_000)
    expectInRange(patient.state, "seed \(seed)")
    if seed == 1 { patient.add(.act(.end, time: .max)) }
    expectInRange(patient.state, "seed \(seed)")
  }

  private func garbage(_ numbers: inout Numbers) -> Event {
    let times = [Int.min, -1, 0, 1, 3_000_000, Bounds.time + 1, .max]
    let places = [Int.min, -200_001, -200_000, 0, 200_000, .max]
    let sample = Sample(
      time: times[numbers.whole(0...6)],
      position: Position(x: places[numbers.whole(0...5)], y: places[numbers.whole(0...5)]),
      pressure: [nil, Int.min, -1, 0, 1_000, .max][numbers.whole(0...5)])
    let contact = numbers.whole(-1...12)
    switch numbers.whole(0...4) {
    case 0:
      return .land(
        Landing(
          contact: contact, hand: 0,
          nanometresPerPixel: [Int.min, -1, 0, 1, .max][numbers.whole(0...4)], sample: sample))
    case 1: return .lift(contact: contact, sample)
    case 2: return .act(.phase("nowhere"), time: numbers.whole(0...1) == 0 ? .min : 0)
    case 3: return .act(.ask(.nerves), time: 0)
    default: return .move(contact: contact, sample)
    }
  }

  private func expectInRange(_ state: PatientState, _ comment: Comment) {
    #expect((0...1).contains(state.comfort), comment)
    #expect((0...1).contains(state.tone), comment)
    #expect((0...1).contains(state.guarding), comment)
    #expect((12...20).contains(state.breathingRate), comment)
    #expect(state.breath >= 0 && state.breath < 1, comment)
    #expect(state.warmth.values.allSatisfy { (0...1).contains($0) }, comment)
  }

  @Test("A hundred hands at once are felt as ten")
  func manyHands() {
    var patient = Patients.Patient(scenario: Course.scenario(), header: Course.header)
    for event in Course().events { patient.add(event) }
    for contact in 1...100 {
      let place = Position(millimetres: Double(contact % 10) * 20 - 100, Double(contact) * 5)
      let sample = Sample(time: 10_000, position: place, pressure: 1_000)
      patient.add(
        .land(Landing(contact: contact, hand: contact, nanometresPerPixel: 1, sample: sample)))
    }
    patient.advance(to: 3_000_000)
    expectInRange(patient.state, "many hands")
    #expect(patient.state.warmth.values.contains { $0 > 0 })
    #expect(patient.state.comfort < 0.6)
    // The tenth lies at 50 mm; below its palm nobody is felt.
    let map = patient.state.warmth
    for (index, value) in map.values.enumerated() where value > 0 {
      #expect(map.top + Double(index / map.columns) * WarmthMap.cell < 90)
    }
  }

  @Test("No touch is too short to be felt, and a gap is felt as nothing")
  func shortAndLost() {
    var course = Course()
    course.hold(0.008)
    course.rest(0.05)
    #expect(course.warmest > 0)
    // A hand that was not heard of for ten seconds did nothing in them.
    var patient = course.patient
    let at = Sample(
      time: course.time, position: Position(millimetres: 70, 250), pressure: 150)
    patient.add(.land(Landing(contact: 99, hand: 0, nanometresPerPixel: 1, sample: at)))
    patient.advance(to: course.time + 200_000)
    let warmth = patient.state.warmth
    #expect(warmth != course.state.warmth)
    patient.advance(to: course.time + 9_000_000)
    #expect(patient.state.warmth == warmth)
  }

  @Test("After a gap a hand begins anew where it is: nothing between is touched")
  func gap() {
    var patient = Patients.Patient(scenario: Course.scenario(), header: Course.header)
    for event in Course().events { patient.add(event) }
    func sample(_ time: Int, _ y: Double) -> Sample {
      Sample(time: time, position: Position(millimetres: 70, y), pressure: 150)
    }
    patient.add(
      .land(
        Landing(contact: 1, hand: 0, nanometresPerPixel: 1, sample: sample(10_000, 150))))
    patient.add(.move(contact: 1, sample(1_010_000, 450)))
    patient.add(.lift(contact: 1, sample(1_060_000, 450)))
    patient.advance(to: 1_500_000)
    let map = patient.state.warmth
    func isWarm(_ y: Double) -> Bool {
      map.values[
        Int((y - map.top) / WarmthMap.cell) * map.columns
          + Int((70 - map.left) / WarmthMap.cell)] > 0
    }
    #expect(isWarm(150) && isWarm(450) && !isWarm(300))
    // Nor was it fast.
    #expect(patient.state.guarding == 0)
  }
}
