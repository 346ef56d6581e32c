public import Attempts
public import Scenarios

/// The patient under the hands: a fold over the events of an attempt, beside the one that judges.
///
/// A value: copying it is a snapshot that can go on. It moves in fixed steps of 50 ms of the
/// attempt's clock. Events alone decide what the patient becomes; ``advance(to:)`` only says up to
/// when that is shown, however often and at whatever times it is called. So the same record gives
/// the same state, bit for bit. Nothing of it enters a score.
public struct Patient: Sendable {
  public let scenario: Scenario
  /// What the patient brought from earlier sessions; nil: the case's period says how it begins.
  public let course: CourseState?
  private let header: Header
  private let start: PatientIndicators
  private var attempt: Attempt
  /// As the events left the patient: every step before the newest event is taken.
  private var felt: PatientBody
  /// The same, run on to the time that is shown; nil when an event came since.
  private var shown: PatientBody?
  /// Time of the newest event, and the time that is shown, in microseconds of the attempt's clock.
  private var time = 0
  private var now = 0
  private var preparation: Prepared

  /// The patient before the first event.
  ///
  /// - Parameter course: the state in which earlier sessions left the patient; nil begins as the
  ///   case's period says.
  public init(scenario: Scenario, header: Header, course: CourseState? = nil) {
    self.scenario = scenario
    self.course = course
    self.header = header
    attempt = Attempt(scenario: scenario, header: header)
    felt = PatientBody(Ground(scenario, course ?? .beginning(scenario.patient.period)))
    start = PatientIndicators(felt.state, of: scenario, course: course)
    preparation = Prepared(product: nil, irritates: false, hasWarmHands: false)
    prepare()
  }

  /// The patient at the latest time that was heard of: that of the newest event or that of
  /// ``advance(to:)``.
  public var state: PatientState { body.state }

  /// What the session did up to that time.
  public var effect: SessionEffect {
    let reached = body
    return reached.effect(
      before: start, after: PatientIndicators(reached.state, of: scenario, course: course))
  }

  private var body: PatientBody {
    if let shown { return shown }
    var body = felt
    body.run(to: now, with: preparation)
    return body
  }

  /// Takes one event. Any order of events gives a defined state.
  public mutating func add(_ event: Event) {
    guard !attempt.hasEnded else { return }
    // Places and times that no record can hold are not felt.
    let sample = event.sample
    if let sample, !Bounds.holds(sample), !event.isLift { return }
    shown = nil
    time = min(max(time, event.time), Bounds.time)
    now = max(now, time)
    felt.run(to: time - 1, with: preparation)
    guard attempt.add(event) else { return }
    switch event {
    case .act(let act, _): note(act)
    case .land(let landing):
      if let phase = attempt.phaseIndex { felt.land(landing, phase: phase, with: preparation) }
    case .move(let contact, let sample): felt.move(contact, sample)
    case .lift(let contact, let sample):
      felt.lift(contact, Bounds.holds(sample) ? sample : nil)
    }
  }

  /// Shows the patient at a time of the attempt's clock, in microseconds, with or without events.
  /// Times never go back, and nothing changes after the end of an attempt.
  public mutating func advance(to time: Int) {
    guard !attempt.hasEnded else {
      if shown == nil { show() }
      return
    }
    now = max(now, min(time, Bounds.time))
    show()
  }

  private mutating func show() {
    var body = shown ?? felt
    // The copy that is shown must be the only one, lest every step copy the map of warmth.
    shown = nil
    body.run(to: now, with: preparation)
    shown = body
  }

  private mutating func note(_ act: Act) {
    switch act {
    case .prepare: prepare()
    case .pause: felt.liftAll()
    case .end:
      felt.liftAll()
      // Here the patient stays, whatever was shown beyond.
      now = time
      felt.run(to: time, with: preparation)
    default: break
    }
  }

  /// In a drill, and in a record of another program, everything was prepared as the case wants it.
  private mutating func prepare() {
    let asked = scenario.preparation
    let isWhole = header.scope == .whole
    preparation.product = isWhole ? attempt.product : asked.product.first
    preparation.hasWarmHands =
      !isWhole || !asked.before.contains(.hands) || attempt.before.contains(.hands)
    preparation.irritates =
      preparation.product?.allergen.map { scenario.patient.allergies.contains($0) } ?? false
  }
}

extension Event {
  fileprivate var sample: Sample? {
    switch self {
    case .act: nil
    case .land(let landing): landing.sample
    case .move(_, let sample), .lift(_, let sample): sample
    }
  }

  fileprivate var isLift: Bool { if case .lift = self { true } else { false } }
}
