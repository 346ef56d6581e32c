import Attempts
import Geometry
import Patients
import Scenarios
import Testing

/// What a session is remembered to have done.
@Suite("The effect of a session")
struct SessionEffectTests {
  private func effect(
    _ scenario: Scenario = Course.scenario(), product: Product? = .warmingOil, hands: Bool = true,
    _ work: (inout Course) -> Void
  ) -> SessionEffect {
    var course = Course(scenario, product: product, hands: hands)
    work(&course)
    return course.patient.effect
  }

  @Test("Before the first touch nothing was done")
  func nothing() {
    let effect = effect { $0.rest(30) }
    #expect(!effect.wasTouched)
    #expect(effect.before == effect.after)
    #expect(effect == SessionEffect(before: effect.before, after: effect.before))
  }

  @Test("Calm strokes are calm contact and nothing else")
  func calm() {
    let effect = effect { $0.stroke(60) }
    #expect((59...60.1).contains(effect.contact))
    #expect(effect.calm > 30 && effect.calm <= effect.contact)
    #expect(effect.painSignals == 0 && effect.shaking == 0 && effect.irritation == 0)
    #expect(effect.strain == 0 && effect.guarding == 0 && effect.cold == 0)
    for indicator in Indicator.allCases {
      let rises = effect.after[indicator] > effect.before[indicator]
      #expect(rises == indicator.isBetterWhenMore, "\(indicator)")
    }
  }

  @Test("Each pain is counted once, however long it lasts")
  func pains() {
    let sore = Point(-28, 430)
    let effect = effect { course in
      for seconds in [0.5, 4, 1] {
        course.hold(seconds, pressure: 0.3, at: sore)
        course.rest(3)
      }
      // Two presses within the second that a pain lasts are one.
      course.hold(0.5, pressure: 0.3, at: sore)
      course.rest(0.2)
      course.hold(0.5, pressure: 0.3, at: sore)
    }
    #expect(effect.painSignals == 4)
    #expect(effect.strain > 3 && effect.guarding > 2)
    #expect(effect.after.pain >= 0.8)
  }

  @Test("Shaking, cold hands and an irritated skin are remembered")
  func harms() {
    let shaken = effect { $0.contact(10, EffectTests.shaking) }
    #expect((8...10).contains(shaken.shaking))
    let prescribed = effect(Course.scenario(prescribed: [.vibration])) {
      $0.contact(10, EffectTests.shaking)
    }
    #expect(prescribed.shaking == 0)
    let cold = effect(hands: false) { $0.stroke(60) }
    #expect((30...45).contains(cold.cold))
    let allergic = effect(Course.scenario(allergies: [.nuts])) { $0.stroke(60) }
    #expect((0.5...0.7).contains(allergic.irritation))
  }

  @Test("The same events give the same effect, whenever it is shown", arguments: 1...6)
  func determinism(seed: Int) {
    let events = RandomEvents(seed: UInt64(seed), count: 800).events
    let course = CourseState.beginning(.easing)
      .finishing(CourseStateTests.session()).resting(days: 5)
    var plain = Patients.Patient(
      scenario: Course.scenario(), header: Course.header, course: course)
    var shown = plain
    var numbers = Numbers(seed: UInt64(seed) + 3_000)
    for event in events {
      plain.add(event)
      shown.add(event)
      shown.advance(to: event.time + numbers.whole(0...300_000))
      if numbers.whole(0...50) == 0 { _ = shown.effect }
    }
    #expect(plain.effect == shown.effect, "seed \(seed)")
    #expect(plain.state == shown.state, "seed \(seed)")
    #expect(
      course.finishing(plain.effect) == course.finishing(shown.effect), "seed \(seed)")
  }

  @Test("A session begins as the course left the patient")
  func carried() {
    let scenario = Course.scenario()
    var course = CourseState.beginning(.easing)
    for _ in 0..<5 { course = course.finishing(CourseStateTests.session()) }
    let fresh = Patients.Patient(scenario: scenario, header: Course.header)
    let begun = Patients.Patient(
      scenario: scenario, header: Course.header, course: .beginning(.easing))
    #expect(begun.state == fresh.state && begun.effect == fresh.effect)
    var later = Patients.Patient(scenario: scenario, header: Course.header, course: course)
    #expect(later.state.comfort == course.comfort && later.state.tone == course.tone)
    #expect(later.effect.before.rootPressure == course.rootPressure)
    for indicator in Indicator.allCases where indicator != .circulation {
      let rises = later.effect.before[indicator] > fresh.effect.before[indicator]
      #expect(rises == indicator.isBetterWhenMore, "\(indicator)")
    }
    // In rest the patient stays as it came.
    later.advance(to: 600_000_000)
    #expect(later.state.comfort == course.comfort && later.state.tone == course.tone)
  }
}
