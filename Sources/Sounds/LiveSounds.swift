public import Scenarios
public import Scoring

/// Makes of what the hands do what is to be heard of it.
///
/// It keeps the beats of the step it was asked about last, because measuring guides takes longer
/// than a sound may be late; apart from that its answers depend on the question alone.
public struct LiveSounds: Sendable {
  private var phase: Phase?
  private var beats: [Beat] = []

  public init() {}

  /// - Parameters:
  ///   - guide: index of the guide to work on, which sets the tempo while no hand is on one.
  ///   - isInPain: whether the patient is, which lasts longer than the touch that hurt: so pain is
  ///     heard however short its cause was.
  public mutating func state(
    of scenario: Scenario, _ reading: LiveReading, guide: Int?, isInPain: Bool
  ) -> SoundState {
    guard let index = reading.phase, scenario.phases.indices.contains(index) else {
      return .silent
    }
    let phase = scenario.phases[index]
    if phase != self.phase {
      self.phase = phase
      beats = Beat.all(of: phase)
    }
    let worked = reading.hands.lazy.compactMap(\.guide).first ?? guide ?? 0
    return SoundState(
      beat: beats.indices.contains(worked) ? beats[worked] : beats.first,
      speed: HandSpeed(reading.hands, phase),
      nearness: isInPain ? .pain : SpasmNearness(reading.hands, phase, scenario.spasm))
  }
}

extension HandSpeed {
  /// Of the hand that landed first, as the gauges show it; nil in the first 200 ms of a contact.
  init?(_ hands: [HandReading], _ phase: Phase) {
    guard let hand = hands.first, let speed = hand.speed, let band = phase.speed else {
      return nil
    }
    self.init(speed, of: hand.isReturning ? band.upperEdgesDoubled : band)
  }
}

extension SpasmNearness {
  /// The worst of all hands.
  ///
  /// A hand that may lie on an area as lightly as it does is not warned: a stroke across such an
  /// area is what some cases ask for.
  init(_ hands: [HandReading], _ phase: Phase, _ areas: [SpasmArea]) {
    self = hands.map { SpasmNearness($0, phase, areas) }.max() ?? .none
  }

  private init(_ hand: HandReading, _ phase: Phase, _ areas: [SpasmArea]) {
    switch hand.area {
    case .clear: self = .none
    case .margin, .touching:
      let area = areas.first { $0.id == hand.areaID }
      let isLight = hand.pressure.map { $0 <= area?.maxPressure ?? 0 } ?? true
      let isAllowed = !phase.hand.isFirm && area?.contact == .light && isLight
      self = isAllowed ? .none : .margin
    case .breakingRule: self = .pressing
    case .pain: self = .pain
    }
  }
}
