import Attempts
import Geometry
import Patients
import Scenarios
import Testing

/// When an area in spasm hurts, by the rule of scoring.
@Suite("Pain")
struct PainTests {
  private let sore = Point(-28, 430)

  private func hurts(
    _ scenario: Scenario = Course.scenario(), step: Course.Step = .palm, seconds: Double = 0.5,
    pressure: Double?, at place: Point? = nil
  ) -> Bool {
    var course = Course(scenario, step: step)
    course.hold(seconds, pressure: pressure, at: place ?? sore)
    return course.state.isInPain
  }

  @Test("Too much pressure hurts after 0.3 s, not before")
  func delay() {
    #expect(!hurts(seconds: 0.25, pressure: 0.3))
    #expect(hurts(seconds: 0.4, pressure: 0.3))
  }

  @Test("It hurts from a twentieth over the limit")
  func excess() {
    #expect(!hurts(seconds: 2, pressure: 0.15))
    #expect(!hurts(seconds: 2, pressure: 0.199))
    #expect(hurts(pressure: 0.20))
  }

  @Test("Beside the area nothing hurts, at its edge it does")
  func place() {
    #expect(!hurts(pressure: 0.9, at: Point(-28 - 10 - 41, 430)))
    #expect(hurts(pressure: 0.9, at: Point(-28 - 10 - 39, 430)))
  }

  @Test("A hand that entered has left at 2 mm, not before")
  func leaving() {
    for (clearance, isInPain) in [(1.0, true), (3, false)] {
      var course = Course()
      course.contact(0.6, pressure: 0.9) { Point(-28 - 10 - ($0 < 0.1 ? 39 : 40 + clearance), 430) }
      #expect(course.state.isInPain == isInPain, "\(clearance) mm")
    }
  }

  @Test("Where nothing may touch, the lightest touch hurts")
  func forbidden() {
    #expect(hurts(Course.scenario(contact: .none), pressure: 0))
    #expect(hurts(Course.scenario(contact: .none), pressure: nil))
  }

  @Test("Without a pressure a firm hand hurts, a light one does not")
  func firmness() {
    #expect(hurts(step: .thumb, pressure: nil))
    #expect(hurts(step: .comb, pressure: nil))
    #expect(!hurts(pressure: nil))
  }

  @Test("Pain lasts a second after its cause, comfort falls, the breath quickens")
  func latch() {
    var course = Course()
    let before = course.state
    course.hold(2, pressure: 0.3, at: sore)
    #expect(course.state.isInPain)
    #expect(course.state.comfort < before.comfort * 0.75)
    #expect(course.state.breathingRate > before.breathingRate + 1)
    #expect(course.state.tone > before.tone)
    course.rest(0.9)
    #expect(course.state.isInPain)
    course.rest(0.2)
    #expect(!course.state.isInPain)
  }

  @Test("Lightening the hand ends it, though the hand stays")
  func lightening() {
    var course = Course()
    course.contact(4, { _ in sore }) { $0 < 1 ? 0.3 : 0.1 }
    #expect(!course.state.isInPain)
    #expect(course.state.guarding > 0.2)
  }

  @Test("The spine and hard work anywhere strain but are no pain")
  func elsewhere() {
    #expect(!hurts(step: .comb, seconds: 3, pressure: 0.9, at: Point(0, 250)))
    #expect(!hurts(seconds: 3, pressure: 1, at: Point(70, 250)))
  }
}
