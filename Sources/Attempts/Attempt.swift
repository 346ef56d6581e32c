public import Scenarios

/// How far an attempt has come, folded from its events.
///
/// Total: any order of events gives a defined state. What does not fit the state (a touch before
/// the decision, a phase that the case does not have) is kept in ``ignored`` as a count.
public struct Attempt: Sendable {
  public enum Stage: Hashable, Sendable {
    /// Reading the case; nothing is decided.
    case deciding
    /// Decided to proceed; no phase was entered yet.
    case preparing
    /// In the phase of this index.
    case phase(Int)
    case ended
  }

  public let scenario: Scenario
  public private(set) var stage: Stage
  public private(set) var isPaused = false
  /// Time of the last event, in microseconds.
  public private(set) var time = 0
  public private(set) var asked: [FlagGroup] = []
  public private(set) var reasons: [Reason] = []
  public private(set) var decision: Decision?
  public private(set) var before: [BeforeItem] = []
  public private(set) var position: PatientPosition?
  public private(set) var arms: Arms?
  public private(set) var cushion: Cushion?
  public private(set) var product: Product?
  public private(set) var shown: [Aid]
  /// Contacts that are down, in the order of landing. A pause and the end lift every hand: what
  /// a contact does after them fits no state.
  public private(set) var down: [Int] = []
  /// Events that did not fit the state they met.
  public private(set) var ignored = 0

  public init(scenario: Scenario, header: Header) {
    self.scenario = scenario
    shown = header.shown
    switch header.scope {
    case .whole: stage = .deciding
    case .phase(let id, _):
      stage = scenario.phaseIndex(id).map(Stage.phase) ?? .preparing
    }
  }

  /// The phase under the hand, or nil outside any.
  public var phaseIndex: Int? { if case .phase(let index) = stage { index } else { nil } }

  public var hasEnded: Bool { stage == .ended }

  /// Takes one event and says whether it fitted the state.
  @discardableResult
  public mutating func add(_ event: Event) -> Bool {
    // The end is the end, whatever a record holds after it.
    if stage != .ended { time = max(time, event.time) }
    let fits =
      switch event {
      case .act(let act, _): take(act)
      case .land(let landing): land(landing.contact)
      case .move(let contact, _): down.contains(contact)
      case .lift(let contact, _): lift(contact)
      }
    if !fits { ignored += 1 }
    return fits
  }

  private mutating func land(_ contact: Int) -> Bool {
    guard phaseIndex != nil, !isPaused, !down.contains(contact) else { return false }
    down.append(contact)
    return true
  }

  private mutating func lift(_ contact: Int) -> Bool {
    guard let index = down.firstIndex(of: contact) else { return false }
    down.remove(at: index)
    return true
  }

  private mutating func take(_ act: Act) -> Bool {
    guard stage != .ended else { return false }
    switch act {
    case .ask(let group):
      // Asking belongs before the decision: later it can no longer have informed it.
      guard stage == .deciding else { return false }
      if !asked.contains(group) { asked.append(group) }
    case .reason(let reason):
      guard stage == .deciding else { return false }
      if !reasons.contains(reason) { reasons.append(reason) }
    case .decision(let choice):
      guard stage == .deciding else { return false }
      decision = choice
      stage = choice == .proceed ? .preparing : .ended
    case .prepare(let choice):
      guard stage == .preparing else { return false }
      take(choice)
    case .phase(let id):
      guard stage != .deciding, let index = scenario.phaseIndex(id) else { return false }
      stage = .phase(index)
    case .pause:
      guard !isPaused else { return false }
      isPaused = true
      down = []
    case .resume:
      guard isPaused else { return false }
      isPaused = false
    case .show(let aids): shown = aids
    case .end:
      stage = .ended
      down = []
    }
    return true
  }

  private mutating func take(_ choice: PreparationChoice) {
    switch choice {
    case .before(let item): if !before.contains(item) { before.append(item) }
    case .position(let choice): position = choice
    case .arms(let choice): arms = choice
    case .cushion(let choice): cushion = choice
    case .product(let choice): product = choice
    }
  }
}
