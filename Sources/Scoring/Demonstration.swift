public import Attempts
import Geometry
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
      if let reason = fault.obstacle(in: scenario) {
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

/// A bad massage that a demonstration can show.
public enum DemonstrationFault: String, CaseIterable, Sendable {
  /// Full strokes of 0.39 s.
  case slaps
  /// To and fro at 5 Hz along the guide.
  case scrub
  /// Good strokes, then minutes anywhere.
  case scribble
  /// Strokes against the guide.
  case backward
  /// Strokes over the area in spasm with firm pressure.
  case pressSpasm = "press-spasm"
  /// Strokes along the spine with firm pressure.
  case overSpine = "over-spine"
  /// Massage although the right answer is not to.
  case acuteAnyway = "acute-anyway"
  /// Everything but the massage.
  case nothing

  private static func spineObstacle(in scenario: Scenario) -> String? {
    for phase in scenario.phases {
      guard case .stroking(let task) = phase.task else { continue }
      for guide in task.guides where guide.path.first?.y == guide.path.last?.y {
        return "the guide \(guide.id) of \(phase.id) does not lead along the spine"
      }
    }
    return nil
  }

  /// Why the fault cannot be shown on a case, as a sentence; nil when it can.
  func obstacle(in scenario: Scenario) -> String? {
    let hasStrokes = scenario.phases.contains { $0.technique == .stroking }
    switch self {
    case .acuteAnyway:
      return scenario.decision == .proceed
        ? "massage is the right answer to this case" : nil
    case .nothing:
      return scenario.decision == .proceed ? nil : "this case asks for no massage"
    case .pressSpasm where scenario.spasm.isEmpty:
      return "this case has no area in spasm"
    case .slaps, .scrub, .scribble, .backward, .pressSpasm, .overSpine:
      if scenario.decision != .proceed { return "this case asks for no massage" }
      if !hasStrokes { return "this case asks for no strokes" }
      return self == .overSpine ? Self.spineObstacle(in: scenario) : nil
    }
  }
}

public struct DemonstrationError: Error, Hashable, Sendable {
  /// The fault that cannot apply; nil: the demonstration itself cannot be made.
  public var fault: DemonstrationFault?
  /// Why it cannot be, as a sentence.
  public var reason: String
}
