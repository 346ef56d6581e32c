import Attempts
import Geometry
import ScenarioFiles
import Scenarios
import Scoring
import Sessions

/// The expert's attempt, made by the hands of a session as a trainee makes one.
struct Performance {
  private(set) var session: Session
  private let script: [Event]
  private var next = 0
  /// Hands by their contact.
  private var hands: [Int: Int] = [:]

  /// - Throws: ``DemonstrationError`` when nothing can be demonstrated on the case.
  init(of loaded: LoadedScenario, store: AttemptStore, program: String, start: String)
    throws(DemonstrationError)
  {
    script = try Demonstration(
      of: loaded.scenario, options: Demonstration.Options(), program: program
    ).events
    session = Session(
      cases: [CaseFile(loaded)], setting: Session.Setting(program: program), store: store)
    session.begin(.practice, start: start, at: 0)
  }

  /// Whether the attempt is over, saved or not.
  var isOver: Bool { next >= script.count || session.finished != nil }

  /// Time of the newest event given, in microseconds of the attempt's clock.
  var time: Int? { session.underWay?.events.last?.time }

  /// Does what is due.
  ///
  /// - Parameter moment: microseconds since the attempt began.
  mutating func advance(to moment: Int) {
    while next < script.count, script[next].time <= moment, session.finished == nil {
      perform(script[next])
      next += 1
    }
    if !isOver { session.advance(to: moment) }
  }

  /// Lets the journal stay for the next start.
  func keepJournal() { session.keepJournal() }

  private mutating func perform(_ event: Event) {
    let moment = event.time
    session.advance(to: moment)
    switch event {
    case .act(let act, _): perform(act, at: moment)
    case .land(let landing):
      hands[landing.contact] = landing.hand
      session.land(
        hand: landing.hand, device: Device(kind: .mouse, pressure: .set), at: moment,
        landing.sample.position.point, millimetresPerPixel: landing.millimetresPerPixel)
    case .move(let contact, let sample):
      session.move(hand: hands[contact] ?? 0, at: moment, sample.position.point)
    case .lift(let contact, let sample):
      session.lift(hand: hands[contact] ?? 0, at: moment, sample.position.point)
    }
  }

  private mutating func perform(_ act: Act, at moment: Int) {
    switch act {
    case .ask(let group): session.ask(group, at: moment)
    case .reason(let reason):
      if session.chosen == nil { session.choose(session.selectedCase?.scenario.decision ?? .refer) }
      session.toggle(reason)
    case .decision(let decision):
      session.choose(decision)
      session.confirmDecision(at: moment)
    case .prepare(let choice): session.prepare(choice, at: moment)
    case .phase(let id):
      guard let index = session.underWay?.scenario.phaseIndex(id) else { return }
      if session.screen == .preparation {
        session.startMassage(at: moment)
      } else {
        session.enterPhase(index, at: moment)
      }
    case .pause: session.pause(at: moment)
    case .resume: session.resume(at: moment)
    case .show: break
    case .end: session.endAttempt(at: moment)
    }
  }
}
