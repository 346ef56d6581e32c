import BackAtlas
import Geometry
import Scenarios

/// The patient, the preparation, areas in spasm, rubric and feedback.
extension ScenarioWriter {
  mutating func patient(_ patient: Patient) {
    let usual = Patient(
      age: patient.age, back: patient.back, cause: patient.cause, period: patient.period)
    func path(_ key: String) -> [ScenarioPath.Step] { .keys("patient", key) }
    func differs<Value: Equatable>(_ key: String, _ value: KeyPath<Patient, Value>) -> Bool {
      isWritten(path(key), patient[keyPath: value] != usual[keyPath: value])
    }
    head(.keys("patient"))
    if differs("name", \.name) { put(path("name"), text: patient.name, indent: 2) }
    put(path("sex"), .atom(patient.sex.rawValue), indent: 2)
    put(path("age"), .whole(patient.age), indent: 2)
    let stature = patient.back.stature
    if isWritten(path("stature"), stature != Back.medianStature(patient.sex)) {
      put(path("stature"), .whole(stature), indent: 2)
    }
    if differs("occupation", \.occupation) {
      put(path("occupation"), text: patient.occupation, indent: 2)
    }
    if differs("history", \.history) { put(path("history"), text: patient.history, indent: 2) }
    put(path("cause"), .atom(patient.cause.rawValue), indent: 2)
    put(path("period"), .atom(patient.period.rawValue), indent: 2)
    if let diagnosis = patient.diagnosis { self.diagnosis(diagnosis) }
    if differs("redFlags", \.redFlags) {
      put(path("redFlags"), .words(patient.redFlags), indent: 2)
    }
    if differs("contraindications", \.contraindications) {
      put(path("contraindications"), .words(patient.contraindications), indent: 2)
    }
    if differs("clearance", \.clearance) {
      put(path("clearance"), .words(patient.clearance), indent: 2)
    }
    if differs("allergies", \.allergies) {
      put(path("allergies"), .words(patient.allergies), indent: 2)
    }
    if differs("prescription", \.prescription) {
      put(
        path("prescription"),
        .map([
          ("sessions", .whole(patient.prescription.sessions)),
          ("allow", .words(patient.prescription.allow)),
        ]), indent: 2)
    }
  }

  private mutating func diagnosis(_ diagnosis: Diagnosis) {
    head(.keys("patient", "diagnosis"), indent: 2)
    put(.keys("patient", "diagnosis", "by"), text: diagnosis.by, indent: 4)
    if let on = diagnosis.on { put(.keys("patient", "diagnosis", "on"), text: on, indent: 4) }
    put(.keys("patient", "diagnosis", "text"), text: diagnosis.text, indent: 4)
  }

  /// What differs from the usual; all of it when nothing does.
  func preparation(_ preparation: Preparation) -> YAMLFlow {
    let usual = Preparation()
    let isUsual = preparation == usual
    var entries: [(key: String, value: YAMLFlow)] = []
    if isUsual || preparation.before != usual.before {
      entries.append(("before", .words(preparation.before)))
    }
    if isUsual || preparation.position != usual.position {
      entries.append(("position", .atom(preparation.position.rawValue)))
    }
    if isUsual || preparation.arms != usual.arms {
      entries.append(("arms", .atom(preparation.arms?.rawValue ?? "either")))
    }
    if isUsual || preparation.cushion != usual.cushion {
      entries.append(("cushion", .atom(preparation.cushion?.rawValue ?? "either")))
    }
    if isUsual || preparation.product != usual.product {
      entries.append(("product", .words(preparation.product)))
    }
    return .map(entries)
  }

  mutating func spasm(_ areas: [SpasmArea]) {
    guard !areas.isEmpty else {
      put(.keys("spasm"), .list([]))
      return
    }
    head(.keys("spasm"))
    for (index, area) in areas.enumerated() {
      let usual = SpasmArea(id: area.id, outline: area.outline)
      var entries: [(key: String, value: YAMLFlow)] = [
        ("id", .text(area.id)), ("outline", outline(area.outline)),
      ]
      if area.margin != usual.margin { entries.append(("margin", .number(area.margin))) }
      // What may touch the area is what it is about.
      entries.append(("contact", .atom(area.contact.rawValue)))
      if area.contact == .light || area.maxPressure != usual.maxPressure {
        entries.append(("maxPressure", .number(area.maxPressure)))
      }
      if area.reveal != usual.reveal { entries.append(("reveal", .atom(area.reveal.rawValue))) }
      put(item: .keys("spasm") + [.index(index)], .map(entries), indent: 2)
    }
  }

  func rubric(_ rubric: Rubric) -> YAMLFlow {
    let usual = Rubric()
    var entries: [(key: String, value: YAMLFlow)] = [
      ("passMark", .whole(rubric.passMark)), ("minimum", .whole(rubric.minimum)),
    ]
    if rubric.weights != usual.weights {
      let weights = Criterion.allCases.map {
        (key: $0.rawValue, value: YAMLFlow.whole(rubric.weight($0)))
      }
      entries.append(("weights", .map(weights)))
    }
    return .map(entries)
  }

  func feedback(_ feedback: Feedback) -> YAMLFlow {
    .map([("show", .words(feedback.show)), ("fade", .atom(feedback.fade.rawValue))])
  }

  // MARK: Places

  /// `[LANDMARK, x]` or `[LANDMARK, x, dy]`, exactly the stored hundredths of a millimetre.
  func place(_ position: Position) -> YAMLFlow {
    let level = back.nearestLevel(Double(position.y) / 100)
    let further = position.y - back.level(level) * 100
    let words =
      [level.rawValue, YAMLText.hundredths(position.x)]
      + (further == 0 ? [] : [YAMLText.hundredths(further)])
    return .atom("[" + words.joined(separator: ", ") + "]")
  }

  func outline(_ outline: Outline) -> YAMLFlow {
    switch outline {
    case .ellipse(let at, let radiusX, let radiusY):
      .map([
        (
          "ellipse",
          .map([("at", place(at)), ("radii", .list([.number(radiusX), .number(radiusY)]))])
        )
      ])
    case .polygon(let corners): .map([("polygon", .list(corners.map(place)))])
    }
  }
}
