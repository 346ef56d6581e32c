import Scenarios

extension DemonstrationFault {
  /// Why the fault cannot be shown on a case beside others, as a sentence; nil when it can.
  func obstacle(in scenario: Scenario, beside faults: [DemonstrationFault]) -> String? {
    if self == .acuteAnyway {
      return scenario.decision == .proceed ? "massage is the right answer to this case" : nil
    }
    guard scenario.decision == .proceed || faults.contains(.acuteAnyway) else {
      return "this case asks for no massage"
    }
    if scenario.phases.isEmpty { return "this case has no phases" }
    switch self {
    case .slaps, .slapDawdle, .slapReturn, .returnScribble, .scrub, .backward, .scribble, .oneSpot,
      .oneMinute, .eightFingers, .tooFast, .tooSlow, .shortClosing:
      return obstacleInTasks(scenario)
    case .pressSpasm, .wentOn: return Self.obstacleInSpasm(scenario)
    case .vibrate, .tremble: return Self.obstacle(.vibration, scenario)
    case .tap: return Self.obstacle(.tapping, scenario)
    case .allergic:
      return scenario.patient.allergies.isEmpty ? "this patient has no allergy" : nil
    case .skipWarmUp, .skipClosing, .wrongOrder:
      return scenario.phases.count < 2 ? "this case has one phase only" : nil
    case .noConsent:
      return scenario.preparation.before.contains(.consent)
        ? nil : "this case does not ask for consent"
    case .overSpine, .kidneyTap, .acuteAnyway, .nothing: return nil
    }
  }

  private func obstacleInTasks(_ scenario: Scenario) -> String? {
    let bands = scenario.phases.compactMap(\.speed)
    switch self {
    case .scribble, .oneSpot, .eightFingers:
      return scenario.phases.contains { !$0.task.guides.guides.isEmpty }
        ? nil : "this case has no guides"
    case .oneMinute:
      return scenario.phases.contains { Self.asked($0.task) > 1 }
        ? nil : "this case asks for everything only once"
    case .tooFast:
      if bands.isEmpty { return "this case asks for no speed" }
      return bands.contains { $0.noneHigh * 1.3 + 5 > 1_900 }
        ? "this case bears any speed" : nil
    case .tooSlow:
      if bands.isEmpty { return "this case asks for no speed" }
      return bands.contains { $0.noneLow > 0 } ? nil : "this case bears any slowness"
    case .shortClosing:
      let last = scenario.phases.last.map { Self.asked($0.task) } ?? 0
      return last > 1 ? nil : "the last phase of this case asks for everything only once"
    default:
      return scenario.phases.contains { $0.technique == .stroking }
        ? nil : "this case asks for no strokes"
    }
  }

  /// How often a task asks for the same thing.
  private static func asked(_ task: PhaseTask) -> Int {
    switch task {
    case .stroking(let task): task.strokes
    case .combCircles(let task): task.loops
    // A press is made once, but for as long as it is asked.
    case .pointPress(let task): task.points.contains { $0.hold > 1 } ? 2 : 1
    case .honeyLift(let task): task.lifts
    }
  }

  /// Whether pressure, or any touch, on an area is something a patient complains of.
  static func canHurt(_ area: SpasmArea) -> Bool {
    area.contact == .none || area.maxPressure <= 0.85
  }

  private static func obstacleInSpasm(_ scenario: Scenario) -> String? {
    if scenario.spasm.isEmpty { return "this case has no area in spasm" }
    return scenario.spasm.contains(where: canHurt)
      ? nil : "every area in spasm of this case bears firm pressure"
  }

  private static func obstacle(_ technique: PrescribableTechnique, _ scenario: Scenario) -> String?
  {
    scenario.patient.prescription.allow.contains(technique)
      ? "\(technique.rawValue) is prescribed in this case" : nil
  }
}
