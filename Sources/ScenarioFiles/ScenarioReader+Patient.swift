import BackAtlas
import Scenarios

extension ScenarioReader {
  /// The back on which places are tried when the patient's own is not known.
  static let usualBack = Back(sex: .male, stature: Back.medianStature(.male))

  private static let patientKeys = [
    "name", "sex", "age", "stature", "occupation", "history", "cause", "period", "diagnosis",
    "redFlags", "contraindications", "clearance", "allergies", "prescription",
  ]

  /// The patient, nil when anything about them is wrong.
  func patient(_ value: YAMLValue, _ what: String) -> Patient? {
    let errors = findings.errorCount
    guard
      let map = MapReader(
        value, path: what, keys: ScenarioReader.patientKeys, findings: findings)
    else { return nil }
    let name = map.optional("name") { field.text($0, $1, limit: 40) }
    let sex: Sex? = map.required("sex") { field.choice($0, $1) }
    let age = map.required("age") { field.whole($0, $1, in: 16...100) }
    let stature = map.optional("stature") { field.whole($0, $1, in: 1200...2200) }
    let occupation = map.optional("occupation") { field.text($0, $1, limit: 60) }
    let history = map.optional("history") { field.text($0, $1, limit: 400) }
    let cause: Cause? = map.required("cause") { field.choice($0, $1) }
    let period: Period? = map.required("period") { field.choice($0, $1) }
    let diagnosis = map.optional("diagnosis", self.diagnosis)
    let redFlags: [RedFlag]? = map.optional("redFlags") { field.choices($0, $1) }
    let contraindications: [Contraindication]? =
      map.optional("contraindications") { field.choices($0, $1) }
    let clearance = map.optional("clearance") { value, what in
      self.clearance(
        value, what, of: contraindications ?? [],
        isKnown: contraindications != nil || map.value("contraindications") == nil)
    }
    let allergies: [Allergen]? = map.optional("allergies") { field.choices($0, $1) }
    let prescription = map.optional("prescription", self.prescription)
    guard let sex, let age, let cause, let period, findings.errorCount == errors else {
      return nil
    }
    return Patient(
      name: name ?? "Patient", age: age,
      back: Back(sex: sex, stature: stature ?? Back.medianStature(sex)),
      occupation: occupation ?? "", history: history ?? "", cause: cause, period: period,
      diagnosis: diagnosis, redFlags: redFlags ?? [], contraindications: contraindications ?? [],
      clearance: clearance ?? [], allergies: allergies ?? [],
      prescription: prescription ?? Prescription())
  }

  private func diagnosis(_ value: YAMLValue, _ what: String) -> Diagnosis? {
    guard let map = MapReader(value, path: what, keys: ["by", "on", "text"], findings: findings)
    else { return nil }
    let by = map.required("by") { field.text($0, $1, limit: 200, allowsEmpty: false) }
    let on = map.optional("on") { field.text($0, $1, limit: 200) }
    let text = map.required("text") { field.text($0, $1, limit: 200, allowsEmpty: false) }
    guard let by, let text else { return nil }
    return Diagnosis(by: by, on: on, text: text)
  }

  /// - Parameter isKnown: whether the contraindications could be read, so that a clearance of
  ///   something else is the clearance's own error.
  private func clearance(
    _ value: YAMLValue, _ what: String, of contraindications: [Contraindication], isKnown: Bool
  ) -> [Contraindication]? {
    guard let cleared: [Contraindication] = field.choices(value, what) else { return nil }
    guard isKnown, case .list(let items) = value.content else { return cleared }
    for item in items {
      guard case .scalar(let scalar) = item.content,
        let one = Contraindication(rawValue: scalar.text), !contraindications.contains(one)
      else { continue }
      let allowed =
        contraindications.isEmpty
        ? "the patient has none" : contraindications.map(\.rawValue).joined(separator: ", ")
      findings.error(
        item.place,
        "\(what): found \"\(one.rawValue)\", allowed are the patient's contraindications: \(allowed)"
      )
    }
    return cleared
  }

  private func prescription(_ value: YAMLValue, _ what: String) -> Prescription? {
    guard let map = MapReader(value, path: what, keys: ["sessions", "allow"], findings: findings)
    else { return nil }
    let sessions = map.optional("sessions") { field.whole($0, $1, in: 1...30) }
    let allow: [PrescribableTechnique]? = map.optional("allow") { field.choices($0, $1) }
    let usual = Prescription()
    return Prescription(sessions: sessions ?? usual.sessions, allow: allow ?? usual.allow)
  }
}
