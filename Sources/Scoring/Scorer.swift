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
  var fold: Fold
  /// The same attempt, every hand one pixel to the left, right, up and down: whether a verdict
  /// hangs on a pixel.
  private var shifted: [Fold]
  var moments = Moments()

  private static let shifts = [(-1, 0), (1, 0), (0, -1), (0, 1)]

  public init(scenario: Scenario, header: Header, rules: RuleSet = .latest) {
    self.scenario = scenario
    self.header = header
    self.rules = rules
    attempt = Attempt(scenario: scenario, header: header)
    let isTimed = if case .phase(_, let timed) = header.scope { timed } else { true }
    fold = Fold(
      prepared: PreparedCase(scenario, scope: header.scope, rules: rules), rules: rules,
      isTimed: isTimed)
    shifted = Scorer.shifts.map { [fold] _ in fold }
  }

  /// Takes one event. Any order of events gives a defined result.
  public mutating func add(_ event: Event) {
    guard attempt.add(event) else { return }
    switch event {
    case .act(let act, let time): note(act, time)
    case .land(let landing):
      guard let phase = attempt.phaseIndex else { return }
      fold.land(landing, phase: phase)
      shifts[landing.contact] = landing.nanometresPerPixel
      for index in shifted.indices {
        shifted[index].land(Scorer.moved(landing, Scorer.shifts[index]), phase: phase)
      }
    case .move(let contact, let sample):
      fold.move(contact, sample)
      for index in shifted.indices {
        shifted[index].move(contact, moved(sample, contact, Scorer.shifts[index]))
      }
    case .lift(let contact, let sample):
      fold.lift(contact, sample)
      for index in shifted.indices {
        shifted[index].lift(contact, moved(sample, contact, Scorer.shifts[index]))
      }
      shifts.remove(contact)
    }
  }

  /// The result as if the attempt stopped here.
  public func result() -> Result {
    let judgement = finished(fold)
    var result = judgement.result
    let others = shifted.map { finished($0).result.verdict }
    result.borderline =
      others.contains { $0 != result.verdict }
      || judgement.verdict(scoreChangedBy: -10) != result.verdict
      || judgement.verdict(scoreChangedBy: 10) != result.verdict
    return result
  }

  private func finished(_ fold: Fold) -> Judgement {
    var fold = fold
    fold.finish()
    return Judgement(self, fold)
  }

  private mutating func note(_ act: Act, _ time: Int) {
    switch act {
    case .decision: moments.decision = time
    case .prepare(.product): moments.product = time
    case .phase: moments.firstPhase = moments.firstPhase ?? time
    case .pause, .end:
      fold.endContacts()
      for index in shifted.indices { shifted[index].endContacts() }
      shifts = PixelScales()
    default: break
    }
  }

  // MARK: Pixels

  /// Nanometres a pixel of the contacts that are down.
  private var shifts = PixelScales()

  private static func moved(_ landing: Landing, _ way: (Int, Int)) -> Landing {
    var landing = landing
    landing.sample = moved(landing.sample, landing.nanometresPerPixel, way)
    return landing
  }

  private func moved(_ sample: Sample, _ contact: Int, _ way: (Int, Int)) -> Sample {
    Scorer.moved(sample, shifts[contact], way)
  }

  private static func moved(_ sample: Sample, _ nanometres: Int, _ way: (Int, Int)) -> Sample {
    let pixel = (nanometres + 5_000) / 10_000
    var sample = sample
    sample.position.x += way.0 * pixel
    sample.position.y += way.1 * pixel
    return sample
  }
}

/// When things were done, in microseconds.
struct Moments: Sendable {
  var decision: Int?
  var product: Int?
  var firstPhase: Int?
}

/// The scale of the contacts that are down: a handful, so a list.
private struct PixelScales: Sendable {
  private var entries: [(contact: Int, nanometres: Int)] = []

  subscript(contact: Int) -> Int {
    get { entries.first { $0.contact == contact }?.nanometres ?? 0 }
    set {
      entries.removeAll { $0.contact == contact }
      entries.append((contact, newValue))
    }
  }

  mutating func remove(_ contact: Int) { entries.removeAll { $0.contact == contact } }
}
