public import Attempts
public import Scenarios
public import Scoring

/// Three guided minutes: one small thing after another, each seen by the fold before the next is
/// asked. It is never counted and nothing of it is kept.
public struct GuidedIntroduction: Hashable, Sendable {
  public enum Step: String, CaseIterable, Sendable {
    /// Put the hand down and stroke once along a lane.
    case stroke
    /// Set the pressure until it is in its band.
    case pressure
    /// Follow the pacer for three strokes.
    case pacer
    /// Go on to comb circles and make two.
    case circles
    /// One more circle or stroke without touching the area in spasm.
    case spasm
    /// Nothing more is asked.
    case end
  }

  /// What the fold and the device say at a moment.
  public struct Sight {
    public var phase: Phase?
    public var reading: LiveReading
    public var source: PressureSource
    /// The pressure that is set, 0 to 1, where the trainee sets it.
    public var setPressure: Double

    public init(
      phase: Phase?, reading: LiveReading, source: PressureSource = .set,
      setPressure: Double = 0.3
    ) {
      self.phase = phase
      self.reading = reading
      self.source = source
      self.setPressure = setPressure
    }
  }

  static let pacedStrokes = 3
  static let circles = 2

  public private(set) var step = Step.stroke
  /// Whether the area in spasm was touched since it was to be left alone.
  public private(set) var hasTouchedArea = false
  /// Steps that this case and device can show, in order.
  public let steps: [Step]
  /// Strokes or circles that there were when the step began.
  private var base: Int?
  /// The pressure that was set when the step began, and whether another was set since.
  private var firstPressure: Double?
  private var hasSetPressure = false

  /// - Parameter source: without a pressure there is none to set.
  public init(for scenario: Scenario, source: PressureSource = .set) {
    let hasCircles = scenario.phases.contains { $0.technique == .combCircles }
    steps = Step.allCases.filter {
      switch $0 {
      case .pressure: source != .none
      case .circles: hasCircles
      case .spasm: scenario.spasm.contains { $0.reveal == .drawn }
      case .stroke, .pacer, .end: true
      }
    }
  }

  /// Place of the step, from 0.
  public var place: Int { steps.firstIndex(of: step) ?? 0 }

  public var isOver: Bool { step == .end }

  /// Goes on without having seen it.
  public mutating func skip() {
    guard place + 1 < steps.count else { return }
    step = steps[place + 1]
    base = nil
    firstPressure = nil
    hasSetPressure = false
    hasTouchedArea = false
  }

  /// Looks whether what the step asks was done, and goes on when it was.
  public mutating func see(_ sight: Sight) {
    let strokes = sight.reading.guides.map(\.strokesDone).reduce(0, +)
    let loops = sight.reading.guides.map(\.loopsDone).reduce(0, +)
    let isCircling = sight.phase?.technique == .combCircles
    let isDone: Bool
    switch step {
    case .stroke:
      isDone = strokes > 0
    case .pressure:
      isDone = isPressureRight(sight)
    case .pacer:
      isDone = done(strokes, of: GuidedIntroduction.pacedStrokes, counts: !isCircling)
    case .circles:
      isDone = done(loops, of: GuidedIntroduction.circles, counts: isCircling)
    case .spasm:
      if sight.reading.hands.contains(where: { $0.area >= .touching }) {
        hasTouchedArea = true
        base = nil
      }
      isDone = done(isCircling ? loops : strokes, of: 1, counts: true)
    case .end:
      isDone = false
    }
    guard isDone else { return }
    skip()
    // What there is now is what the next step begins with.
    see(sight)
  }

  /// Whether so many came to what there was when the step began; another phase begins anew.
  private mutating func done(_ count: Int, of asked: Int, counts: Bool) -> Bool {
    guard counts else {
      base = nil
      return false
    }
    let base = min(self.base ?? count, count)
    self.base = base
    return count - base >= asked
  }

  private mutating func isPressureRight(_ sight: Sight) -> Bool {
    guard let band = sight.phase?.pressure.full else { return false }
    switch sight.source {
    case .none: return true
    case .measured: return sight.reading.hands.contains { $0.pressure.map(band.contains) ?? false }
    case .set:
      // A pressure that happens to be right already teaches nobody how to set it.
      let first = firstPressure ?? sight.setPressure
      firstPressure = first
      if sight.setPressure != first { hasSetPressure = true }
      return hasSetPressure && band.contains(sight.setPressure)
    }
  }
}
