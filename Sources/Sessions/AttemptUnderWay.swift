public import Attempts
public import Geometry
public import Patients
public import Scenarios
public import Scoring

/// An attempt while it is made: what devices report goes in, and one fold judges it.
///
/// Times that come in are microseconds of a clock that never goes back; the events carry the
/// attempt's own clock, which stops in a pause.
public struct AttemptUnderWay: Sendable {
  public let caseFile: CaseFile
  public private(set) var header: Header
  /// What was recorded so far: folding it gives ``scorer``.
  public private(set) var events: EventLog
  public private(set) var scorer: Scorer
  /// What the same events do to the patient; it is never judged.
  public private(set) var patient: Patients.Patient
  public private(set) var trail = Trail()
  public private(set) var deviations = DeviationHistory()
  public private(set) var coach = Coach()
  public private(set) var pacer = Pacer()
  public private(set) var times: StepTimes
  public private(set) var pressure = SetPressure()
  /// Indexes of the phases in which a hand came down, in order.
  public private(set) var touchedPhases: [Int] = []
  /// Microseconds for which the window was without the keyboard, up to its coming back.
  public private(set) var timeWithoutFocus = 0
  /// The attempt's time when the window lost the keyboard; nil while it has it.
  private var focusLost: Int?
  /// The state in which earlier sessions left the patient; nil: none were.
  let course: CourseState?
  private var intake = Intake()
  private var clock: AttemptClock
  /// Where the hands that are down were reported last.
  private var places: [(hand: Int, place: Point)] = []

  /// - Parameters:
  ///   - moment: when the attempt is begun.
  ///   - elapsed: what its clock shows then, in microseconds.
  ///   - events: where its events go.
  ///   - course: the state in which earlier sessions left the patient; nil: none were.
  ///   - rules: that judge it.
  init(
    of caseFile: CaseFile, header: Header, at moment: Int, elapsed: Int = 0, events: EventLog,
    course: CourseState? = nil, rules: RuleSet = .latest
  ) {
    self.course = course
    self.events = events
    self.caseFile = caseFile
    self.header = header
    scorer = Scorer(scenario: caseFile.scenario, header: header, rules: rules)
    patient = Patients.Patient(scenario: caseFile.scenario, header: header, course: course)
    clock = AttemptClock(start: moment - elapsed)
    times = StepTimes(count: caseFile.scenario.phases.count)
    times.enter(scorer.attempt.phaseIndex, at: 0)
  }

  public var scenario: Scenario { caseFile.scenario }
  public var attempt: Attempt { scorer.attempt }
  public var isPaused: Bool { clock.isStopped }
  public var isAnyHandDown: Bool { intake.isAnyHandDown }

  /// Whether this hand touches.
  public func isDown(hand: Int) -> Bool { places.contains { $0.hand == hand } }

  /// Microseconds of the attempt's clock.
  public func time(at moment: Int) -> Int { clock.time(at: moment) }

  // MARK: Acts

  /// Records an act; hands that are down are lifted first, where they are.
  public mutating func act(_ act: Act, at moment: Int) {
    liftAll(at: moment)
    take(intake.act(act, at: clock.time(at: moment)), at: moment)
  }

  /// From now on these aids are shown. No hand is lifted: looking at a guide breaks no stroke.
  public mutating func show(_ aids: [Aid], at moment: Int) {
    advance(to: moment)
    take(intake.act(.show(aids), at: clock.time(at: moment)), at: moment)
  }

  /// Lifts the hands and stops the clock. Nothing changes when it stands already.
  public mutating func pause(at moment: Int) {
    guard !isPaused, !attempt.hasEnded else { return }
    act(.pause, at: moment)
    clock.stop(at: moment)
  }

  public mutating func resume(at moment: Int) {
    guard isPaused else { return }
    clock.goOn(at: moment)
    act(.resume, at: moment)
  }

  mutating func loseFocus(at moment: Int) {
    if focusLost == nil { focusLost = clock.time(at: moment) }
  }

  mutating func gainFocus(at moment: Int) {
    guard let lost = focusLost else { return }
    timeWithoutFocus += max(0, clock.time(at: moment) - lost)
    focusLost = nil
  }

  /// From now on the clock runs faster or slower, as of what is only played.
  mutating func play(at speed: DemonstrationSpeed, from moment: Int) {
    clock.run(halves: speed.halves, from: moment)
  }

  /// Adds what was recorded before the program was stopped: judged, and to be seen as it was.
  mutating func recover(_ event: Event, at moment: Int) {
    intake.follow(event)
    take(event, at: moment)
  }

  /// Lets the events take the place of the journal that they were recovered from.
  func releaseEvents() { events.release() }

  /// Lets the clock stand at a moment at which a pause was recorded already.
  mutating func standStill(at moment: Int) { clock.stop(at: moment) }

  /// The window was without the keyboard for so long, in microseconds.
  mutating func addTimeWithoutFocus(_ time: Int) { timeWithoutFocus += max(0, time) }

  // MARK: Hands

  /// The device that makes the strokes. It is known with the first contact; what was recorded
  /// before is folded again under the right header. Says whether the device is the attempt's.
  public mutating func adopt(_ device: Device) -> Bool {
    guard device != header.device else { return true }
    guard trail.isEmpty else { return false }
    header.device = device
    events.note(device)
    scorer = Scorer(scenario: scenario, header: header, rules: scorer.rules)
    for event in events { scorer.add(event) }
    return true
  }

  /// A hand coming down. Nothing happens outside a phase, in a pause, or when it is down already.
  ///
  /// - Parameter measured: what a sensor says; nil takes the set pressure where the attempt's
  ///   device has one.
  public mutating func land(
    hand: Int, at moment: Int, _ place: Point, measured: Double? = nil, millimetresPerPixel: Double
  ) {
    guard attempt.phaseIndex != nil, !isPaused else { return }
    advance(to: moment)
    let event = intake.land(
      hand: hand, at: clock.time(at: moment), place, pressure: share(measured),
      millimetresPerPixel: millimetresPerPixel)
    guard let event else { return }
    places.append((hand, place))
    take(event, at: moment)
  }

  public mutating func move(
    hand: Int, at moment: Int, _ place: Point, measured: Double? = nil
  ) {
    guard let index = places.firstIndex(where: { $0.hand == hand }) else { return }
    places[index].place = place
    advance(to: moment)
    let event = intake.move(
      hand: hand, at: clock.time(at: moment), place, pressure: share(measured))
    if let event { take(event, at: moment) }
  }

  /// A hand leaving; without a place it leaves from where it was seen last.
  public mutating func lift(hand: Int, at moment: Int, _ place: Point?) {
    places.removeAll { $0.hand == hand }
    advance(to: moment)
    if let event = intake.lift(hand: hand, at: clock.time(at: moment), place) {
      take(event, at: moment)
    }
  }

  public mutating func liftAll(at moment: Int) {
    places = []
    advance(to: moment)
    for event in intake.liftAll(at: clock.time(at: moment)) { take(event, at: moment) }
  }

  /// Records hands that rest, and lets the coaching line go on. Call at least every 50 ms while a
  /// hand is down.
  public mutating func advance(to moment: Int) {
    for event in intake.rest(at: clock.time(at: moment)) { take(event, at: moment) }
    watchPatient(at: moment)
    coach.hear(scorer.cue, at: moment)
    pacer.advance(to: clock.time(at: moment), scenario, scorer.reading)
  }

  /// Changes the set pressure by steps, under hands that are down too; says whether it changed.
  @discardableResult
  public mutating func changePressure(by steps: Int, at moment: Int) -> Bool {
    guard pressure.change(by: steps) else { return false }
    if header.device.pressure == .set {
      for (hand, place) in places { move(hand: hand, at: moment, place) }
    }
    return true
  }

  private func share(_ measured: Double?) -> Double? {
    switch header.device.pressure {
    case .measured: measured
    case .set: pressure.share
    case .none: nil
    }
  }

  // MARK: The fold

  /// Adds an event that was made elsewhere, as a demonstration's are; what hands do after it, nil
  /// after an act or outside any phase.
  @discardableResult
  mutating func play(_ event: Event, at moment: Int) -> LiveReading? { take(event, at: moment) }

  /// Adds what happened before anybody looked: judged, but not to be seen.
  mutating func skip(_ event: Event) { judge(event) }

  /// Shows the patient as at a moment: time goes on for a patient without events too.
  mutating func watchPatient(at moment: Int) { patient.advance(to: clock.time(at: moment)) }

  /// Stops and starts the clock of what is only played, which records no pause.
  mutating func hold(_ isHeld: Bool, at moment: Int) {
    if isHeld { clock.stop(at: moment) } else { clock.goOn(at: moment) }
  }

  private mutating func judge(_ event: Event) {
    events.append(event)
    scorer.add(event)
    patient.add(event)
    times.hands(areDown: !attempt.down.isEmpty, at: event.time)
    if case .act(.phase, let time) = event { times.enter(attempt.phaseIndex, at: time) }
  }

  @discardableResult
  private mutating func take(_ event: Event, at moment: Int) -> LiveReading? {
    judge(event)
    guard event.contact != nil, let phase = attempt.phaseIndex else { return nil }
    if case .land = event, !touchedPhases.contains(phase) { touchedPhases.append(phase) }
    let reading = scorer.reading
    let cue = scorer.cue
    if trail.add(event, phase: phase, reading: reading, quality: cue.quality) {
      pacer.handMoved(at: event.time)
    }
    let hand = reading.hands.first { $0.contact == event.contact }
    deviations.add(
      time: event.time, deviation: hand.flatMap { $0.isReturning ? nil : $0.deviation },
      quality: cue.quality)
    coach.hear(cue, at: moment)
    return reading
  }

  /// What the coaching line says at a moment when nothing arrived since the last event.
  public func line(at moment: Int) -> Cue {
    var coach = coach
    coach.hear(scorer.cue, at: moment)
    return coach.line
  }
}
