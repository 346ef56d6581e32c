import Attempts
import BackAtlas
import Geometry
import Scenarios
import Testing

@Suite struct AttemptTests {
  private static func phase(_ id: String) -> Phase {
    Phase(
      id: id,
      task: .stroking(
        StrokingTask(
          guides: [Guide(id: "left", path: [Position(x: 0, y: 0), Position(x: 0, y: 10_000)])])))
  }

  private static let scenario = Scenario(
    id: "case", title: "Case",
    patient: Patient(
      age: 40, back: Back(sex: .female, stature: 1_626), cause: .chilling, period: .easing,
      diagnosis: Diagnosis(by: "neurologist", text: "Easing")),
    decision: .proceed, phases: [phase("first"), phase("second")])

  private func attempt(_ scope: Scope = .whole) -> Attempt {
    Attempt(
      scenario: Self.scenario,
      header: Header(
        device: Device(kind: .mouse, pressure: .set), program: "1", shown: [.guide],
        scope: scope))
  }

  private func touch(_ kind: Int, _ contact: Int, at time: Int) -> Event {
    let sample = Sample(time: time, position: Position(x: 0, y: 0))
    return switch kind {
    case 0:
      .land(Landing(contact: contact, hand: 0, nanometresPerPixel: 1, sample: sample))
    case 1: .move(contact: contact, sample)
    default: .lift(contact: contact, sample)
    }
  }

  private func act(_ act: Act, at time: Int = 0) -> Event { .act(act, time: time) }

  @Test("The way through a case, step by step")
  func way() {
    var attempt = attempt()
    #expect(attempt.stage == .deciding)
    for event in [
      act(.ask(.nerves)), act(.ask(.nerves)), act(.decision(.proceed)),
      act(.prepare(.before(.hands))), act(.prepare(.position(.sideLying))),
      act(.prepare(.position(.prone))), act(.prepare(.product(.honey))),
    ] { check(attempt.add(event)) }
    #expect(attempt.asked == [.nerves])
    #expect(attempt.decision == .proceed)
    #expect(attempt.stage == .preparing)
    #expect(attempt.position == .prone)
    #expect(attempt.product == .honey)
    #expect(attempt.arms == nil)
    check(attempt.add(act(.phase("first"), at: 10)))
    #expect(attempt.phaseIndex == 0)
    check(attempt.add(touch(0, 1, at: 11)))
    #expect(attempt.down == [1])
    check(attempt.add(touch(1, 1, at: 12)))
    check(attempt.add(touch(2, 1, at: 13)))
    #expect(attempt.down == [])
    check(attempt.add(act(.phase("second"), at: 14)))
    check(attempt.add(act(.phase("first"), at: 15)))
    #expect(attempt.phaseIndex == 0)
    check(attempt.add(act(.show([.coach]), at: 16)))
    #expect(attempt.shown == [.coach])
    check(attempt.add(act(.end, at: 17)))
    #expect(attempt.hasEnded)
    #expect(attempt.time == 17)
    #expect(attempt.ignored == 0)
  }

  @Test("To refer ends the attempt", arguments: [Decision.refer, .emergency])
  func referred(decision: Decision) {
    var attempt = attempt()
    check(attempt.add(act(.reason(.acute))))
    check(attempt.add(act(.decision(decision))))
    #expect(attempt.hasEnded)
    check(!attempt.add(act(.decision(.proceed))))
    #expect(attempt.decision == decision)
    #expect(attempt.reasons == [.acute])
  }

  @Test("What does not fit is counted and changes nothing else")
  func misfits() {
    var attempt = attempt()
    for event in [
      act(.prepare(.before(.hands))), act(.phase("first")), act(.resume), touch(0, 1, at: 0),
      touch(1, 1, at: 0), touch(2, 1, at: 0),
    ] { check(!attempt.add(event)) }
    #expect(attempt.ignored == 6)
    #expect(attempt.stage == .deciding)
    attempt.add(act(.decision(.proceed)))
    check(!attempt.add(act(.ask(.nerves))))
    check(!attempt.add(act(.phase("third"))))
    attempt.add(act(.phase("first")))
    check(!attempt.add(act(.prepare(.before(.hands)))))
    attempt.add(act(.pause))
    #expect(attempt.isPaused)
    check(!attempt.add(act(.pause)))
    check(!attempt.add(touch(0, 1, at: 1)))
    attempt.add(act(.resume))
    check(attempt.add(touch(0, 1, at: 2)))
    check(!attempt.add(touch(0, 1, at: 3)))
    #expect(attempt.down == [1])
    #expect(attempt.ignored == 12)
  }

  @Test("A drill begins in its phase")
  func drill() {
    var attempt = attempt(.phase("second", timed: true))
    #expect(attempt.phaseIndex == 1)
    check(attempt.add(touch(0, 1, at: 0)))
  }
}
