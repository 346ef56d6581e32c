import BackAtlas

/// Whether what is asked leaves a hand any room, and is of the kind of massage that is named.
extension Scenario {
  /// The least that a hand needs to be right more than by chance: half of what a calm person's own
  /// strokes spread over.
  private enum Least {
    /// mm/s from the lower to the upper edge of full marks.
    static let speed = 10.0
    /// Share of the input's range.
    static let pressure = 0.05
    /// mm around a point.
    static let radius = 3.0
    /// mm: a hand beyond belongs to no guide and no point.
    static let none = 12.0
  }

  func reviewWidths() -> [ScenarioFinding] {
    var findings: [ScenarioFinding] = []
    for (index, phase) in phases.enumerated() {
      func narrow(_ key: String, _ what: String) {
        findings.append(
          ScenarioFinding(.warning, [.key("phases"), .index(index), .key(key)], what))
      }
      if let speed = phase.speed {
        if speed.fullHigh <= 0 {
          findings.append(
            ScenarioFinding(
              .error, [.key("phases"), .index(index), .key("speed")],
              "full marks only at 0 mm/s: nobody can work without moving"))
        } else if speed.fullHigh - speed.fullLow < Least.speed {
          narrow(
            "speed",
            "full is \((speed.fullHigh - speed.fullLow).words) mm/s wide, too narrow "
              + "for a hand; allow at least \(Least.speed.words)")
        }
      }
      // A billionth for what thousandths leave as doubles.
      if phase.pressure.fullHigh - phase.pressure.fullLow < Least.pressure - 1e-9 {
        narrow("pressure", "full is too narrow for a hand; allow at least 0.05 from end to end")
      }
      switch phase.task {
      case .stroking(let task) where task.corridor.none < Least.none:
        narrow("corridor", Scenario.tooNear(task.corridor.none))
      case .combCircles(let task) where task.corridor.none < Least.none:
        narrow("corridor", Scenario.tooNear(task.corridor.none))
      case .pointPress(let task) where task.radius.none < Least.none:
        narrow("radius", Scenario.tooNear(task.radius.none))
      case .pointPress(let task) where task.radius.full < Least.radius:
        narrow(
          "radius",
          "full ends at \(task.radius.full.words) mm, too near for a hand; "
            + "allow at least \(Least.radius.words)")
      default: break
      }
    }
    return findings
  }

  private static func tooNear(_ none: Double) -> String {
    "none begins at \(none.words) mm, and a hand beyond belongs to nothing; "
      + "allow at least \(Least.none.words)"
  }

  /// Whether the words about the case fit its work and its patient.
  func reviewKinds() -> [ScenarioFinding] {
    var findings: [ScenarioFinding] = []
    let pregnancies: [Contraindication] = [.pregnancy, .firstTrimester]
    if patient.sex == .male,
      let index = patient.contraindications.firstIndex(where: pregnancies.contains)
    {
      findings.append(
        ScenarioFinding(
          .warning, [.key("patient"), .key("contraindications"), .index(index)],
          "\(patient.contraindications[index].rawValue), but the patient is male"))
    }
    guard decision == .proceed else { return findings }
    let techniques = phases.map(\.technique)
    for (kind, technique) in [(MassageKind.honey, Technique.honeyLift), (.point, .pointPress)]
    where massage == kind && !techniques.contains(technique) {
      findings.append(
        ScenarioFinding(
          .warning, [.key("massage")],
          "found \(kind.rawValue), but no phase is \(technique.rawValue)"))
    }
    return findings
  }
}
