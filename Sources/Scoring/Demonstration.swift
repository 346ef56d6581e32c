public import Attempts
public import Scenarios

/// A synthetic attempt: the expert at skill 1, worse below, or wrong on purpose.
///
/// The same scenario and options give the same events, bit for bit.
public struct Demonstration: Sendable {
  public struct Options: Hashable, Sendable {
    public var seed: UInt64 = 1
    /// Samples a second, 20 to 1000.
    public var rate = 125
    /// 0 to 1; 1 is the expert.
    public var skill = 1.0
    /// Several go together where they do not contradict each other; of two ways to make the same
    /// stroke the one that stands first in ``DemonstrationFault`` is shown.
    public var faults: [DemonstrationFault] = []

    public init() {}
  }

  public let header: Header
  /// In the one order of events.
  public let events: [Event]

  /// - Precondition: `rate` in 20...1000, `skill` in 0...1.
  /// - Throws: ``DemonstrationError`` when a fault cannot apply to the case, or the massage would
  ///   be longer than a record can hold.
  public init(of scenario: Scenario, options: Options, program: String) throws(DemonstrationError) {
    precondition((20...1000).contains(options.rate) && (0...1).contains(options.skill))
    for fault in options.faults {
      if let reason = fault.obstacle(in: scenario, beside: options.faults) {
        throw DemonstrationError(fault: fault, reason: reason)
      }
    }
    header = Header(
      origin: .demonstration, device: Device(kind: .demonstration, pressure: .set),
      ruleSet: RuleSet.latest.number, program: program)
    var performer = Performer(scenario, options)
    performer.perform()
    if performer.isTooLong {
      throw DemonstrationError(
        fault: nil, reason: "the massage this case asks for is longer than a record can hold")
    }
    events = performer.events
  }
}

public struct DemonstrationError: Error, Hashable, Sendable {
  /// The fault that cannot apply; nil: the demonstration itself cannot be made.
  public var fault: DemonstrationFault?
  /// Why it cannot be, as a sentence.
  public var reason: String
}
