public import Attempts
public import Scenarios

/// A synthetic attempt: the expert at skill 1.
public struct Demonstration: Sendable {
  public struct Options: Hashable, Sendable {
    public var seed: UInt64 = 1
    /// Samples a second, 20 to 250... 1000.
    public var rate: Int = 125
    /// 0 to 1; 1 is the expert.
    public var skill: Double = 1
    public var faults: [Fault] = []

    public init() {}
  }

  public enum Fault: String, CaseIterable, Sendable {
    case slaps, scrub, scribble, backward
    case pressSpasm = "press-spasm"
    case overSpine = "over-spine"
    case acuteAnyway = "acute-anyway"
    case nothing
  }

  public let header: Header
  /// In canonical order.
  public let events: [Event]

  /// Nil when a fault cannot apply to the case (it names which).
  public init(of scenario: Scenario, options: Options, program: String) throws(DemonstrationError) {
    header = Header(
      origin: .demonstration, device: Device(kind: .demonstration, pressure: .set), program: program)
    events = []
  }
}

public struct DemonstrationError: Error, Hashable, Sendable {
  public var fault: Demonstration.Fault
  /// Why it cannot apply, as a sentence.
  public var reason: String
}
