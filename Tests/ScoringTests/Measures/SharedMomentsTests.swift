import Attempts
import Geometry
import Scenarios
import Scoring
import Testing

/// Moments that are of two things at once: hands, kidneys, taps and strokes.
@Suite struct SharedMomentsTests {
  private static let guides = [
    Guide(id: "left", path: [Cases.position(-60, 100), Cases.position(-60, 400)]),
    Guide(id: "right", path: [Cases.position(60, 100), Cases.position(60, 400)]),
  ]

  private func sample(_ seconds: Double, _ x: Double, _ y: Double) -> Sample {
    Sample(time: Int(seconds * 1_000_000), position: Cases.position(x, y), pressure: nil)
  }

  private func landing(_ contact: Int, _ sample: Sample) -> Event {
    .land(
      Landing(contact: contact, hand: contact - 1, nanometresPerPixel: 200_000, sample: sample))
  }

  /// A hand that stays at a place from one time to another, in seconds.
  private func hand(_ contact: Int, x: Double, from start: Double, through end: Double) -> [Event] {
    let times = stride(from: start + 0.05, to: end - 0.01, by: 0.05)
    return [landing(contact, sample(start, x, 200))]
      + times.map { .move(contact: contact, sample($0, x, 200)) }
      + [.lift(contact: contact, sample(end, x, 200))]
  }

  @Test func lostTimeIsContactOnlyWhileAnotherHandIsThere() {
    let scenario = Cases.straight(guides: Self.guides)
    // Lost from 1 to 3 s; the other hand leaves at 2 s.
    let events =
      hand(1, x: -60, from: 0, through: 1).dropLast()
      + [.move(contact: 1, sample(1, -60, 200)), .move(contact: 1, sample(3, -60, 200))]
      + [.lift(contact: 1, sample(3.1, -60, 200))] + hand(2, x: 60, from: 0.5, through: 2)
    let sorted = events.enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }.map(\.element)
    let phase = Cases.score(scenario, sorted).phases[0]
    #expect(phase.lost.value == 2)
    #expect(phase.contact.value == 2.1)
  }

  @Test func timeOverBothKidneysCountsOnce() {
    var strokes = Strokes()
    strokes.contact(seconds: 0.5, rate: 200) {
      Point(4 * Point.onCircle(turns: 8 * $0).x, 380)
    }
    let result = Cases.score(Cases.straight(), strokes.events)
    #expect(result.areas.suffix(2).allSatisfy { $0.pressed.value > 0.25 })
    #expect(result.areas.suffix(2).allSatisfy { $0.pressed.value < 0.5 })
    #expect(!result.critical.contains("spasm.kidney"))
  }

  @Test func prescribedVibrationIsNoStrokeWhereSpeedIsNotJudgedEither() {
    var scenario = Cases.straight()
    scenario.patient.prescription.allow = [.vibration]
    scenario.phases[0].speed = nil
    var strokes = Strokes()
    strokes.contact(seconds: 5, rate: 200) {
      Point(-60 + 4 * Point.onCircle(turns: 8 * $0).x, 100 + 60 * $0)
    }
    #expect((Cases.score(scenario, strokes.events).phases[0].guides[0].done?.value ?? 1) < 0.2)
  }

  private func done(_ events: [Event]) -> Double {
    Cases.score(Cases.straight(), events).phases[0].guides[0].done?.value ?? 0
  }

  /// A contact as short as a tap, too long before three taps to be one of them.
  @Test func tapsLeaveAQuickContactBeforeThem() {
    var strokes = Strokes()
    strokes.contact(seconds: 0.15, rate: 200) { _ in Point(-60, 200) }
    let alone = done(strokes.events)
    strokes.wait(0.95)
    for _ in 0..<3 {
      strokes.contact(seconds: 0.1, rate: 200) { _ in Point(-60, 190) }
      strokes.wait(0.3)
    }
    #expect(alone > 0)
    #expect(done(strokes.events) == alone)
  }

  /// Between two taps a contact that is none.
  @Test func whatIsBetweenTapsIsNotLost() {
    var strokes = Strokes()
    func tap() {
      strokes.contact(seconds: 0.1, rate: 200) { _ in Point(-60, 200) }
      strokes.wait(0.1)
    }
    tap()
    strokes.contact(seconds: 0.3, rate: 200) { Point(-60, 200 + 60 * $0) }
    strokes.wait(0.1)
    tap()
    tap()
    let result = Cases.score(Cases.straight(), strokes.events)
    #expect(result.phases[0].taps == 3)
    #expect((result.phases[0].guides[0].done?.value ?? 0) > 0)
  }
}
