import Attempts
import Geometry
import Patients
import Sessions
import Testing

/// The patient of an attempt under way.
@Suite struct PatientTests {
  private let mouse = Device(kind: .mouse, pressure: .set)

  @Test func thePatientFeelsTheEventsThatAreJudged() throws {
    var session = Session.fresh()
    session.goToPractice()
    let before = try #require(session.underWay).patient.state
    session.stroke(from: 3_000_000)
    session.advance(to: 4_020_000)
    let attempt = try #require(session.underWay)
    #expect(attempt.patient.state.warmth != before.warmth)
    var other = Patients.Patient(scenario: attempt.scenario, header: attempt.header)
    for event in attempt.events { other.add(event) }
    other.advance(to: attempt.time(at: 4_020_000))
    #expect(attempt.patient.state == other.state)
  }

  @Test func thePatientBreathesWithoutEventsAndStandsStillInAPause() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.advance(to: 3_000_000)
    let first = try #require(session.underWay).patient.state
    session.advance(to: 4_000_000)
    let second = try #require(session.underWay).patient.state
    #expect(second.breath != first.breath)
    session.pause(at: 4_000_000)
    session.advance(to: 9_000_000)
    #expect(try #require(session.underWay).patient.state == second)
    session.resume(at: 9_000_000)
    session.advance(to: 10_000_000)
    #expect(try #require(session.underWay).patient.state.breath != second.breath)
  }

  @Test func theSetPressureOfAHandOnTheSpasmHurts() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.land(
      hand: 0, device: mouse, at: 3_000_000, Point(-28, 430), millimetresPerPixel: 1.35)
    for frame in 1...60 { session.advance(to: 3_000_000 + frame * 16_000) }
    #expect(try #require(session.underWay).patient.state.isInPain)
  }

  @Test func theExpertsPatientIsShownToo() throws {
    var session = Session.fresh()
    session.demonstrate(at: 0)
    for frame in 1...100 { session.advance(to: frame * 100_000) }
    let attempt = try #require(session.onScreen)
    #expect(attempt.patient.state.warmth.values.contains { $0 > 0 })
    // Between two events of the script the patient breathes.
    let breath = attempt.patient.state.breath
    session.pause(at: 10_000_000)
    session.advance(to: 12_000_000)
    #expect(session.onScreen?.patient.state.breath == breath)
  }

  @Test func aFinishedAttemptKeepsWhatItDid() throws {
    var session = Session.fresh()
    session.goToPractice()
    session.stroke(from: 3_000_000)
    session.endAttempt(at: 8_000_000)
    let finished = try #require(session.finished)
    var other = Patients.Patient(
      scenario: finished.caseFile.scenario, header: finished.header)
    for event in finished.events { other.add(event) }
    #expect(finished.effect == other.effect)
    #expect(finished.effect.wasTouched)
    #expect(finished.effect.after.circulation > finished.effect.before.circulation)
  }
}
