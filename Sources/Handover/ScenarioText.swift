import BackAtlas
import Geometry
public import Scenarios

/// A case in words, for a terminal: everything an instructor wrote, and what was left to defaults.
public enum ScenarioText {
  /// Columns of a line at most.
  public static let width = 80

  /// Lines of at most ``width`` columns, each with a line end.
  public static func text(_ scenario: Scenario) -> String {
    var page = TextPage(width: width)
    page.add(scenario.title)
    if !scenario.summary.isEmpty { page.add(scenario.summary) }
    page.gap()
    for (name, words) in facts(scenario) { add(&page, name, words) }
    for (index, area) in scenario.spasm.enumerated() {
      add(&page, index == 0 ? "In spasm" : "", self.area(area, on: scenario.patient.back))
    }
    for (index, phase) in scenario.phases.enumerated() {
      page.gap()
      add(&page, "Step \(index + 1)", "\(phase.title) (\(phase.id)): \(task(phase))")
      for line in asked(phase, on: scenario.patient.back) { add(&page, "", line) }
    }
    page.gap()
    for (name, words) in scoring(scenario) { add(&page, name, words) }
    return page.text
  }

  private static let column = 16

  private static func add(_ page: inout TextPage, _ name: String, _ words: String) {
    let gap = String(repeating: " ", count: max(1, column - name.count))
    page.add(words, after: name + gap, hang: column)
  }

  // MARK: The case

  private static func facts(_ scenario: Scenario) -> [(String, String)] {
    let patient = scenario.patient
    let person = [
      patient.name, "\(patient.age)", patient.sex.rawValue,
      "\((patient.back.stature + 5) / 10) cm", patient.occupation,
    ]
    return [
      (
        "Case",
        "\(scenario.id), \(difficulty(scenario.difficulty)), \(scenario.massage.rawValue) massage"
      ),
      ("Patient", person.filter { !$0.isEmpty }.joined(separator: ", ")),
      ("History", patient.history.isEmpty ? "not told" : patient.history),
      ("Cause", words(patient.cause.rawValue)),
      ("Period", patient.period.rawValue),
      ("Diagnosis", diagnosis(patient.diagnosis)),
      ("Red flags", list(patient.redFlags.map(\.rawValue))),
      ("Speaks against", contraindications(patient)),
      ("Allergies", list(patient.allergies.map(\.rawValue))),
      ("Prescription", prescription(patient.prescription)),
      ("Decision", decision(scenario)),
      ("Before", list(scenario.preparation.before.map(\.rawValue))),
      ("Preparation", preparation(scenario.preparation)),
    ]
  }

  private static func difficulty(_ difficulty: Difficulty) -> String {
    switch difficulty {
    case .basic: "basic"
    case .intermediate: "intermediate"
    case .advanced: "advanced"
    }
  }

  private static func diagnosis(_ diagnosis: Diagnosis?) -> String {
    guard let diagnosis else { return "nobody has diagnosed" }
    let on = diagnosis.on.map { ", \($0)" } ?? ""
    return "\(diagnosis.text) (\(diagnosis.by)\(on))"
  }

  private static func contraindications(_ patient: Patient) -> String {
    list(
      patient.contraindications.map { item in
        words(item.rawValue) + (patient.clearance.contains(item) ? " (the doctor allows it)" : "")
      })
  }

  private static func prescription(_ prescription: Prescription) -> String {
    let allowed = prescription.allow.map(\.rawValue)
    return count(prescription.sessions, "session")
      + (allowed.isEmpty ? "" : ", with \(allowed.joined(separator: " and "))")
  }

  private static func decision(_ scenario: Scenario) -> String {
    let reasons = scenario.patient.standingReasons.map { words($0.id) }
    return scenario.decision.rawValue
      + (reasons.isEmpty
        ? ""
        : scenario.decision == .proceed
          ? ", although: \(reasons.joined(separator: ", "))"
          : ", because of \(reasons.joined(separator: ", "))")
  }

  private static func preparation(_ preparation: Preparation) -> String {
    [
      words(preparation.position.rawValue),
      "arms " + (preparation.arms.map { words($0.rawValue) } ?? "either way"),
      "cushion " + (preparation.cushion.map(\.rawValue) ?? "or none"),
      preparation.product.map { words($0.rawValue) }.joined(separator: " or "),
    ].joined(separator: "; ")
  }

  private static func area(_ area: SpasmArea, on back: Back) -> String {
    let polygon = area.outline.polygon
    let extent = polygon.upperBound.offset(from: polygon.lowerBound)
    let middle = FinePoint(
      x: (polygon.lowerBound.x + polygon.upperBound.x) / 2,
      y: (polygon.lowerBound.y + polygon.upperBound.y) / 2)
    let contact =
      switch area.contact {
      case .none: "no contact"
      case .light: "light contact, pressure up to \(number(area.maxPressure))"
      }
    let reveal = area.reveal == .drawn ? "drawn" : "described only"
    return
      "\(area.id): \(back.name(of: middle.point)), \(number(extent.x)) x \(number(extent.y)) mm; "
      + "\(contact); margin \(number(area.margin)) mm; \(reveal)"
  }

  // MARK: Steps

  private static func task(_ phase: Phase) -> String {
    let hand =
      phase.hand == .knuckles
      ? "knuckles in a row \(phase.rowAcross ? "across" : "along") the spine" : phase.hand.rawValue
    switch phase.task {
    case .stroking(let task):
      return "stroking, \(hand), \(count(task.strokes, "stroke")) on each guide"
    case .combCircles(let task):
      let turn = task.turn == .either ? "" : ", \(task.turn.rawValue)"
      return "comb circles, \(hand), \(count(task.loops, "circle")) on each guide\(turn)"
    case .pointPress: return "point press, \(hand)"
    case .honeyLift(let task): return "honey lift, \(hand), \(count(task.lifts, "lift"))"
    }
  }

  private static func asked(_ phase: Phase, on back: Back) -> [String] {
    var lines: [String] = []
    let (guides, curve) = phase.task.guides
    for guide in guides {
      guard let first = guide.path.first, let last = guide.path.last else { continue }
      lines.append(
        "\(guide.id): from \(back.name(of: first.point)) to \(back.name(of: last.point)), "
          + "\(number(guide.line(curve).length.rounded())) mm")
    }
    switch phase.task {
    case .stroking(let task): lines.append("distance " + limit(task.corridor, "mm"))
    case .combCircles(let task):
      lines.append("diameter " + band(task.diameter, "mm"))
      lines.append("advance " + band(task.advance, "of the diameter"))
      lines.append("distance of the centre " + limit(task.corridor, "mm"))
    case .pointPress(let task):
      for point in task.points {
        lines.append("\(point.id): \(back.name(of: point.at.point)), \(number(point.hold)) s")
      }
      lines.append("distance " + limit(task.radius, "mm"))
    case .honeyLift(let task):
      let polygon = task.area.polygon
      let extent = polygon.upperBound.offset(from: polygon.lowerBound)
      lines.append("area of \(number(extent.x)) x \(number(extent.y)) mm")
    }
    if let speed = phase.speed { lines.append("speed " + band(speed, "mm/s")) }
    lines.append("pressure " + band(phase.pressure, "of the range"))
    if let minutes = phase.minutes { lines.append("contact " + band(minutes, "minutes")) }
    return lines
  }

  private static func scoring(_ scenario: Scenario) -> [(String, String)] {
    let rubric = scenario.rubric
    let weights = zip(Criterion.allCases, rubric.weights).map { "\($0.rawValue) \($1)" }
    let fade = scenario.feedback.fade == .never ? "" : ", fading after two passed attempts"
    return [
      (
        "Pass mark",
        "\(rubric.passMark); every criterion keeps at least \(rubric.minimum) percent"
      ),
      ("Weights", weights.joined(separator: ", ")),
      ("Aids", list(scenario.feedback.show.map(\.rawValue)) + fade),
    ]
  }

  // MARK: Words and numbers

  private static func words(_ id: String) -> String {
    String(id.map { $0 == "-" ? " " : $0 })
  }

  private static func list(_ ids: [String]) -> String {
    ids.isEmpty ? "none" : ids.map(words).joined(separator: ", ")
  }

  private static func band(_ band: Band, _ unit: String) -> String {
    "\(number(band.fullLow)) to \(number(band.fullHigh)) \(unit), nothing beyond "
      + "\(number(band.noneLow)) and \(number(band.noneHigh))"
  }

  private static func limit(_ limit: Limit, _ unit: String) -> String {
    "up to \(number(limit.full)) \(unit), nothing beyond \(number(limit.none))"
  }

  private static func count(_ number: Int, _ one: String) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(one)s"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
