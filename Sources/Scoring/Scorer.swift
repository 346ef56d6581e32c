public import Attempts
import Geometry
public import Scenarios

/// The one fold that judges: live, headless, in replay and in batches.
///
/// A value: copying it is a snapshot that can go on. Constant cost for each sample.
public struct Scorer: Sendable {
  public let scenario: Scenario
  public let header: Header
  public let rules: RuleSet
  public private(set) var attempt: Attempt
  /// What the hands did wherever they were, and where they were.
  var hands: Hands
  var fold: Fold
  /// The same attempt, every hand one pixel to the left, right, up and down: whether a verdict
  /// hangs on a pixel.
  private(set) var shifted: [Fold]
  var moments = Moments()
  /// In pixels.
  static let shifts = [(-1, 0), (1, 0), (0, -1), (0, 1)]

  /// - Parameter judgesBorderline: whether the attempt is judged four times more, shifted by a pixel
  ///   each way, to tell whether its verdict hangs on one: most of what judging costs. Without it
  ///   ``Result/borderline`` tells only whether the verdict hangs on a point of the score.
  public init(
    scenario: Scenario, header: Header, rules: RuleSet = .latest, judgesBorderline: Bool = true
  ) {
    self.scenario = scenario
    self.header = header
    self.rules = rules
    attempt = Attempt(scenario: scenario, header: header)
    let isTimed = if case .phase(_, let timed) = header.scope { timed } else { true }
    let prepared = PreparedCase(scenario, scope: header.scope, rules: rules)
    hands = Hands(prepared: prepared, rules: rules, isTimed: isTimed)
    let shared = SharedRules(rules)
    fold = Fold(prepared: prepared, rules: shared, isTimed: isTimed)
    shifted = (judgesBorderline ? Scorer.shifts : []).map {
      Fold(prepared: prepared, rules: shared, isTimed: isTimed, shift: $0, isTold: false)
    }
  }

  /// Takes one event. Any order of events gives a defined result.
  public mutating func add(_ event: Event) {
    guard attempt.add(event) else { return }
    switch event {
    case .act(let act, let time): note(act, time)
    case .land(let landing):
      guard let phase = attempt.phaseIndex,
        let isNewBreak = hands.land(landing, phase: phase)
      else { return }
      fold.land(landing, phase: phase, isNewBreak: isNewBreak)
      for index in shifted.indices {
        shifted[index].land(landing, phase: phase, isNewBreak: isNewBreak)
      }
    case .move(let contact, let sample):
      if let index = hands.index(of: contact) { move(index, sample) }
    case .lift(let contact, let sample):
      guard let index = hands.index(of: contact) else { return }
      move(index, sample)
      end(index)
    }
  }

  /// The result as if the attempt stopped here.
  public func result() -> Result {
    var stopped = self
    stopped.endContacts()
    return stopped.judged()
  }

  private func judged() -> Result {
    let judgement = finished(fold)
    var result = judgement.result()
    // Of an attempt that was abandoned nothing can make another verdict.
    guard result.verdict != .abandoned else { return result }
    result.borderline =
      shifted.contains {
        finished($0, procedure: judgement.procedure).verdict() != result.verdict
      }
      || judgement.verdict(scoreChangedBy: -10) != result.verdict
      || judgement.verdict(scoreChangedBy: 10) != result.verdict
    return result
  }

  /// Everything measured, as if the attempt stopped here.
  var measures: Measures {
    var stopped = self
    stopped.endContacts()
    stopped.fold.finish()
    return Measures(stopped, stopped.fold)
  }

  private func finished(_ fold: Fold, procedure: CriterionLoss? = nil) -> Judgement {
    var fold = fold
    fold.finish()
    return Judgement(self, fold, procedure: procedure)
  }

  private mutating func note(_ act: Act, _ time: Int) {
    switch act {
    case .decision: moments.decision = time
    case .prepare(.product): moments.product = time
    case .phase: moments.firstPhase = moments.firstPhase ?? time
    case .pause, .end: endContacts()
    default: break
    }
  }

  // MARK: Hands

  private mutating func move(_ index: Int, _ sample: Sample) {
    if hands.move(index, sample) { pass(index) }
  }

  /// Gives the newest step of a hand to all that follow it.
  private mutating func pass(_ index: Int) {
    if fold.rows != nil { fold.alarms = hands.motions[index].vibration.alarms }
    // Held here once for all folds: they are asked for it at every tick.
    let asked = fold.prepared.phases[hands.motions[index].phase]
    let line = fold.line(at: index, asked)
    Scorer.pass(&hands.motions[index].step, at: index, asked, line, to: &fold, &shifted)
  }

  private static func pass(
    _ step: inout MotionStep, at index: Int, _ asked: PreparedPhase, _ line: Polyline,
    to fold: inout Fold, _ shifted: inout [Fold]
  ) {
    fold.take(&step, at: index, asked, line)
    for other in shifted.indices { shifted[other].take(&step, at: index, asked, line) }
  }

  private mutating func end(_ index: Int) {
    if hands.settle(index) { pass(index) }
    hands.close(index)
    pass(index)
    let motion = hands.motions[index]
    let outcome = hands.end(index)
    fold.end(motion, at: index, outcome)
    for other in shifted.indices { shifted[other].end(motion, at: index, outcome) }
  }

  /// Ends every contact where it was last seen.
  mutating func endContacts() { while !hands.motions.isEmpty { end(0) } }
}

/// When things were done, in microseconds.
struct Moments: Sendable {
  var decision: Int?
  var product: Int?
  var firstPhase: Int?
}
