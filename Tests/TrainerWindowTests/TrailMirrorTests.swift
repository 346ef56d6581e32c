import Attempts
import Geometry
import Scenes
import Scoring
import Testing

@testable import Sessions
@testable import TrainerWindow

/// The trail as the scene draws it, beside the session's.
@Suite struct TrailMirrorTests {
  private func add(_ event: Event, phase: Int = 0, to trail: inout Trail) {
    trail.add(event, phase: phase, reading: LiveReading(phase: phase), quality: .inBand)
  }

  /// A contact with so many points, 1 mm apart.
  private func contact(
    _ number: Int, points: Int, phase: Int = 0, isOver: Bool = true, to trail: inout Trail
  ) {
    func sample(_ step: Int) -> Sample {
      Sample(time: step, position: Position(x: step * 100, y: 0), pressure: nil)
    }
    let landing = Landing(
      contact: number, hand: 0, nanometresPerPixel: 1_000_000, sample: sample(0))
    add(.land(landing), phase: phase, to: &trail)
    for step in 1..<points { add(.move(contact: number, sample(step)), phase: phase, to: &trail) }
    if isOver { add(.lift(contact: number, sample(points)), phase: phase, to: &trail) }
  }

  @Test func itFollowsWhatGrowsAndForgetsWhatTheSessionForgot() {
    var trail = Trail()
    var mirror = TrailMirror()
    for number in 1...400 {
      contact(number, points: 200, to: &trail)
      mirror.follow(trail, phase: 0, attempt: "one")
    }
    #expect(trail.forgotten > 0)
    #expect(mirror.contacts.map(\.contact) == trail.strips.map(\.contact))
    #expect(mirror.contacts.map(\.points.count) == trail.strips.map(\.points.count))
  }

  @Test func whatWasForgottenBetweenTwoFramesIsNotMissed() {
    var trail = Trail()
    var mirror = TrailMirror()
    contact(1, points: 10, to: &trail)
    mirror.follow(trail, phase: 0, attempt: "one")
    for number in 2...400 { contact(number, points: 200, to: &trail) }
    contact(401, points: 20, isOver: false, to: &trail)
    mirror.follow(trail, phase: 0, attempt: "one")
    #expect(mirror.contacts.last?.contact == 401)
    #expect(mirror.contacts.last?.isOver == false)
    #expect(mirror.contacts.count == trail.strips.count)
  }

  @Test func whatWasThereBeforeItLookedIsWhole() {
    var trail = Trail()
    for number in 1...40 { contact(number, points: 20, to: &trail) }
    var mirror = TrailMirror()
    mirror.follow(trail, phase: 0, attempt: "one")
    #expect(mirror.contacts.map(\.points.count) == trail.strips.map(\.points.count))
    #expect(mirror.contacts.count == 40 && mirror.contacts.allSatisfy(\.isOver))
  }

  @Test func itShowsOnlyTheStepOnScreenAndBeginsAnewWithAnAttempt() {
    var trail = Trail()
    var mirror = TrailMirror()
    contact(1, points: 10, to: &trail)
    contact(2, points: 10, phase: 1, to: &trail)
    mirror.follow(trail, phase: 1, attempt: "one")
    #expect(mirror.contacts.map(\.contact) == [2])
    mirror.follow(Trail(), phase: 1, attempt: "two")
    #expect(mirror.contacts.isEmpty)
  }
}
