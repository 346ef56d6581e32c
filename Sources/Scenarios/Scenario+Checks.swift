import BackAtlas
import Geometry

/// The way from a scenario's top to one of its values, in the words of its file.
public enum ScenarioPath {
  public enum Step: Hashable, Sendable {
    case key(String)
    /// From 0.
    case index(Int)
  }
}

/// Something about a case that contradicts itself or looks unintended.
public struct ScenarioFinding: Hashable, Sendable {
  public enum Severity: String, Sendable {
    case error, warning
  }

  public var severity: Severity
  public var path: [ScenarioPath.Step]
  public var message: String

  public init(_ severity: Severity, _ path: [ScenarioPath.Step], _ message: String) {
    self.severity = severity
    self.path = path
    self.message = message
  }
}

extension Scenario {
  /// What contradicts itself (errors) and what looks unintended (warnings), in the order of a file.
  public func check() -> [ScenarioFinding] {
    checkDecision() + checkProducts() + checkGuides()
  }

  // MARK: Decision

  private func checkDecision() -> [ScenarioFinding] {
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

  // MARK: Products

  private func checkProducts() -> [ScenarioFinding] {
    let safe = preparation.product.filter { product in
      product.allergen.map { !patient.allergies.contains($0) } ?? true
    }
    guard decision == .proceed, safe.isEmpty, !preparation.product.isEmpty else { return [] }
    return [
      ScenarioFinding(
        .warning, [.key("preparation"), .key("product")],
        "the patient is allergic to every product that is accepted")
    ]
  }

  // MARK: Guides

  private func checkGuides() -> [ScenarioFinding] {
    var findings: [ScenarioFinding] = []
    let spine = Region.spine.outline(on: patient.back)
    let forbidden = spasm.filter { $0.contact == .none }.map { ($0.id, $0.outline.polygon) }
    for (phaseIndex, phase) in phases.enumerated() {
      let (guides, curve) = phase.task.guides
      for (guideIndex, guide) in guides.enumerated() {
        let path: [ScenarioPath.Step] = [
          .key("phases"), .index(phaseIndex), .key("guides"), .index(guideIndex), .key("path"),
        ]
        if let point = guide.path.firstIndex(where: { !isOnBack($0) }) {
          findings.append(
            ScenarioFinding(.warning, path + [.index(point)], "this point lies beside the back"))
        }
        let swept = SweptGuide(phase, guide, curve)
        if phase.hand.isFirm && swept.clearance(of: spine) < 0 {
          findings.append(
            ScenarioFinding(
              .warning, path,
              "\(phase.hand.rawValue) on this guide press on the spine, "
                + "12 mm either side of the midline"))
        }
        for (id, outline) in forbidden where swept.clearance(of: outline) < 0 {
          findings.append(
            ScenarioFinding(
              .warning, path,
              "\(phase.hand.rawValue) on this guide touch the area \"\(id)\", "
                + "where no contact is allowed"))
        }
      }
    }
    return findings
  }

  /// Whether a point lies within the width of the shoulders and between the neck and the hips.
  private func isOnBack(_ position: Position) -> Bool {
    let back = patient.back
    let (halfWidth, hips) = back.sex == .male ? (255.0, 672.0) : (225.0, 613.0)
    let scale = Double(back.stature) / Double(Back.medianStature(back.sex))
    let point = position.point
    return abs(point.x) <= halfWidth * scale && point.y >= -60 * scale && point.y <= hips * scale
  }
}

/// What a hand covers that follows a guide exactly, with circles of the middle asked diameter.
private struct SweptGuide {
  /// Where the middle goes, in straight steps.
  let way: [FinePoint]
  let offsets: [Point]
  /// Radius of a disc and, for circles, of the circle that its middle runs on.
  let reach: Double

  init(_ phase: Phase, _ guide: Guide, _ curve: CurveKind) {
    switch curve {
    case .smooth: way = CatmullRom.open(through: guide.path)
    case .straight: way = guide.path.map(\.fine)
    }
    offsets = phase.hand.discOffsets(rowAcross: phase.rowAcross)
    var reach = phase.hand.discRadius
    if case .combCircles(let task) = phase.task {
      reach += (task.diameter.fullLow + task.diameter.fullHigh) / 4
    }
    self.reach = reach
  }

  /// Free space in mm between the hand and an outline, negative where they overlap.
  func clearance(of outline: Polygon) -> Double {
    var least = Double.infinity
    for offset in offsets {
      var previous: FinePoint?
      for vertex in way {
        let place = FinePoint(vertex, offset: offset)
        if let previous, outline.mayReach(previous, place, within: reach) {
          least = min(least, outline.deepestSignedDistance(from: previous, to: place))
        }
        previous = place
      }
    }
    return least - reach
  }
}
