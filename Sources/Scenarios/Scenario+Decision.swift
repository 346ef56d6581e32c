import Geometry

/// Whether the case's own decision and products are right for its patient.
extension Scenario {
  func checkDecision() -> [ScenarioFinding] {
    let reasons = patient.standingReasons
    let emergencies = patient.redFlags.filter(\.isEmergency)
    let path: [ScenarioPath.Step] = [.key("decision")]
    if !emergencies.isEmpty && decision != .emergency {
      let names = emergencies.map(\.rawValue).joined(separator: ", ")
      return [
        ScenarioFinding(
          .error, path, "found \(decision.rawValue), but \(names) calls for emergency")
      ]
    }
    if emergencies.isEmpty && decision == .emergency {
      let flags = RedFlag.allCases.filter(\.isEmergency).map(\.rawValue).joined(separator: ", ")
      return [
        ScenarioFinding(
          .error, path, "found emergency, but the patient has none of its signs: \(flags)")
      ]
    }
    if decision == .refer && reasons.isEmpty {
      return [
        ScenarioFinding(
          .error, path,
          "found refer, but nothing speaks against massage: the period is \(patient.period.rawValue), "
            + "there is a diagnosis, and no red flag or contraindication stands without clearance")
      ]
    }
    if decision == .proceed && !reasons.isEmpty {
      let names = reasons.map(\.id).joined(separator: ", ")
      // A sketch of a case without a diagnosis can still be practised.
      let severity: ScenarioFinding.Severity = reasons == [.noDiagnosis] ? .warning : .error
      return [
        ScenarioFinding(
          severity, path, "found proceed, but the case calls for refer: \(names)")
      ]
    }
    return []
  }

  /// Whether any accepted product holds nothing that the patient is allergic to.
  public var hasSafeProduct: Bool {
    preparation.product.contains { product in
      product.allergen.map { !patient.allergies.contains($0) } ?? true
    }
  }

  func checkProducts() -> [ScenarioFinding] {
    guard decision == .proceed, !hasSafeProduct, !preparation.product.isEmpty else { return [] }
    return [
      ScenarioFinding(
        .warning, [.key("preparation"), .key("product")],
        "the patient is allergic to every product that is accepted")
    ]
  }

  /// Nobody who is pregnant lies on the belly, at no stage: it is what schools teach for late
  /// pregnancy, and early on nobody loses by it. Of somebody who lies on one side only the other
  /// can be reached.
  func reviewPosition() -> [ScenarioFinding] {
    guard decision == .proceed else { return [] }
    var findings: [ScenarioFinding] = []
    let isPregnant = !patient.contraindications.filter {
      $0 == .pregnancy || $0 == .firstTrimester
    }.isEmpty
    if isPregnant && preparation.position == .prone {
      findings.append(
        ScenarioFinding(
          .error, [.key("preparation"), .key("position")],
          "found prone, but the patient is pregnant: side-lying, with work on the free side"))
    }
    if preparation.position == .sideLying {
      let sides = workedSides
      if sides.left && sides.right {
        findings.append(
          ScenarioFinding(
            .warning, [.key("phases")],
            "the patient lies on one side, but both sides of the back are worked on; keep to one"))
      }
    }
    return findings
  }

  /// On which sides of the spine guides, points and areas to lift lie.
  private var workedSides: (left: Bool, right: Bool) {
    var sides = (left: false, right: false)
    for phase in phases {
      var places = phase.task.guides.guides.flatMap(\.path)
      if case .pointPress(let task) = phase.task { places += task.points.map(\.at) }
      for place in places {
        if place.x < 0 { sides.left = true }
        if place.x > 0 { sides.right = true }
      }
      if case .honeyLift(let task) = phase.task {
        let area = task.area.polygon
        if area.lowerBound.x < 0 { sides.left = true }
        if area.upperBound.x > 0 { sides.right = true }
      }
    }
    return sides
  }
}
