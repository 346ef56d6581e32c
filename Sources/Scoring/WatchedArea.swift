import BackAtlas
import Geometry
import Scenarios

/// The rule about touching an area.
struct AreaRule: Sendable {
  enum Kind: Hashable, Sendable { case spasm, spine, kidney }

  let kind: Kind
  let margin: Double
  let contact: AllowedContact
  /// Thousandths.
  let maxPressure: Int

  /// By how much a touch breaks the rule, in thousandths of pressure; nil: not at all. `Int.max`
  /// where a touch breaks it whatever the pressure.
  func excess(isFirm: Bool, pressure: Int?) -> Int? {
    switch kind {
    case .kidney: return nil
    case .spine:
      if isFirm { return .max }
    case .spasm:
      if contact == .none { return .max }
      if pressure == nil { return isFirm ? .max : nil }
    }
    guard let pressure, pressure > maxPressure else { return nil }
    return pressure - maxPressure
  }

  /// The excess of the worse of two touches.
  func excess(isFirm: Bool, from a: SettledSample, to b: SettledSample) -> Int? {
    let first = excess(isFirm: isFirm, pressure: a.thousandths)
    guard let second = excess(isFirm: isFirm, pressure: b.thousandths) else { return first }
    return first.map { max($0, second) } ?? second
  }

  /// The greatest pressure in thousandths, read or not, with which a touch surely does not break the
  /// rule; nil: any touch may. It is ``excess(isFirm:pressure:)`` asked the other way round, and
  /// changes with it.
  func limit(isFirm: Bool) -> Int? {
    switch kind {
    case .kidney: .max
    case .spine: isFirm ? nil : maxPressure
    case .spasm: isFirm || contact == .none ? nil : maxPressure
    }
  }

  /// How far from the outline, in mm, a hand is of interest.
  func reach(_ rules: RuleSet) -> Double { max(rules.leaveClearance, margin) }
}

/// An area of the back and the rule about touching it.
final class WatchedArea: Sendable {
  let id: String
  let outline: Polygon
  let rule: AreaRule

  init(id: String, outline: Polygon, rule: AreaRule) {
    self.id = id
    self.outline = outline
    self.rule = rule
  }

  var kind: AreaRule.Kind { rule.kind }

  var code: String {
    switch kind {
    case .spine: "spasm.spine"
    case .kidney: "spasm.kidney"
    case .spasm: rule.contact == .none ? "spasm.touched" : "spasm.pressed"
    }
  }

  static func all(of scenario: Scenario, rules: RuleSet) -> [WatchedArea] {
    var areas = scenario.spasm.map {
      WatchedArea(
        id: $0.id, outline: $0.outline.polygon,
        rule: AreaRule(
          kind: .spasm, margin: $0.margin, contact: $0.contact,
          maxPressure: Int(nearest: $0.maxPressure * 1000)))
    }
    for region in Region.allCases {
      areas.append(
        WatchedArea(
          id: region.rawValue, outline: region.outline(on: scenario.patient.back),
          rule: AreaRule(
            kind: region == .spine ? .spine : .kidney, margin: 0, contact: .light,
            maxPressure: rules.spinePressure)))
    }
    return areas
  }
}
