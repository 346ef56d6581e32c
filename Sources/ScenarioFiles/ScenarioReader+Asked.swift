import BackAtlas
import Scenarios

/// Preparation, areas in spasm, rubric and feedback.
extension ScenarioReader {
  func preparation(_ value: YAMLValue, _ what: String) -> Preparation? {
    guard
      let map = MapReader(
        value, path: what, keys: ["before", "position", "arms", "cushion", "product"],
        findings: findings)
    else { return nil }
    var result = Preparation()
    if let before: [BeforeItem] = map.optional("before", { field.choices($0, $1) }) {
      result.before = before
    }
    if let position: PatientPosition = map.optional("position", { field.choice($0, $1) }) {
      result.position = position
    }
    if let arms: Arms?? = map.optional("arms", { either($0, $1) }) { result.arms = arms ?? nil }
    if let cushion: Cushion?? = map.optional("cushion", { either($0, $1) }) {
      result.cushion = cushion ?? nil
    }
    if let product: [Product] = map.optional("product", { field.choices($0, $1) }) {
      if product.isEmpty, let place = map.value("product")?.place {
        findings.error(
          place,
          "\(map.name("product")): found an empty list, expected at least one of "
            + Product.allCases.map(\.rawValue).joined(separator: ", "))
      }
      result.product = product
    }
    return result
  }

  /// An enumeration's word, or `either`: some(nil). Nil when it is neither, which is reported.
  private func either<Choice: RawRepresentable & CaseIterable>(
    _ value: YAMLValue, _ what: String
  ) -> Choice?? where Choice.RawValue == String {
    let words = Choice.allCases.map(\.rawValue) + ["either"]
    guard let word = field.word(value, what, words) else { return nil }
    return .some(Choice(rawValue: word))
  }

  func spasm(_ value: YAMLValue, _ what: String, on back: Back) -> [SpasmArea]? {
    guard let items = field.list(value, what) else { return nil }
    var ids = UniqueIdentifiers(findings, reserved: Region.allCases.map(\.rawValue))
    let areas = items.enumerated().map { index, item in
      spasmArea(item, "\(what)[\(index + 1)]", on: back, &ids)
    }
    return areas.compactMap { $0 }
  }

  private func spasmArea(
    _ value: YAMLValue, _ what: String, on back: Back, _ ids: inout UniqueIdentifiers
  ) -> SpasmArea? {
    guard
      let map = MapReader(
        value, path: what,
        keys: ["id", "outline", "margin", "contact", "maxPressure", "reveal"], findings: findings)
    else { return nil }
    let id = map.required("id", field.identifier)
    ids.take(id, map.value("id"), map.name("id"))
    let outline = map.required("outline") { field.outline($0, $1, on: back) }
    let margin = map.optional("margin") { field.number($0, $1, in: 0...SpasmArea.widestMargin) }
    let contact: AllowedContact? = map.optional("contact") { field.choice($0, $1) }
    let maxPressure = map.optional("maxPressure") { field.number($0, $1, in: 0...1) }
    let reveal: Reveal? = map.optional("reveal") { field.choice($0, $1) }
    guard let id, let outline else { return nil }
    var area = SpasmArea(id: id, outline: outline)
    if let margin { area.margin = margin }
    if let contact { area.contact = contact }
    if let maxPressure { area.maxPressure = maxPressure }
    if let reveal { area.reveal = reveal }
    return area
  }

  func rubric(_ value: YAMLValue, _ what: String) -> Rubric? {
    guard
      let map = MapReader(
        value, path: what, keys: ["passMark", "minimum", "weights"], findings: findings)
    else { return nil }
    var result = Rubric()
    if let mark = map.optional("passMark", { field.whole($0, $1, in: 1...100) }) {
      result.passMark = mark
    }
    if let minimum = map.optional("minimum", { field.whole($0, $1, in: 0...100) }) {
      result.minimum = minimum
    }
    if let weights = map.optional("weights", self.weights) { result.weights = weights }
    return result
  }

  private func weights(_ value: YAMLValue, _ what: String) -> [Int]? {
    guard
      let map = MapReader(
        value, path: what, keys: Criterion.allCases.map(\.rawValue), findings: findings)
    else { return nil }
    var result = Rubric().weights
    var isWhole = true
    for (index, criterion) in Criterion.allCases.enumerated() {
      guard let value = map.value(criterion.rawValue) else { continue }
      if let weight = field.whole(value, map.name(criterion.rawValue), in: 0...100) {
        result[index] = weight
      } else {
        isWhole = false
      }
    }
    guard isWhole else { return nil }
    let sum = result.reduce(0, +)
    if sum != 100 {
      findings.error(
        value.place,
        "\(what): found a sum of \(sum), the weights must sum to 100 "
          + "(those left out count as usual)")
      return nil
    }
    return result
  }

  func feedback(_ value: YAMLValue, _ what: String) -> Feedback? {
    guard let map = MapReader(value, path: what, keys: ["show", "fade"], findings: findings) else {
      return nil
    }
    var result = Feedback()
    if let show: [Aid] = map.optional("show", { field.choices($0, $1) }) { result.show = show }
    if let fade: Fading = map.optional("fade", { field.choice($0, $1) }) { result.fade = fade }
    return result
  }
}

/// Identifiers of one list, of which none may stand twice.
struct UniqueIdentifiers {
  private var places: [String: Place] = [:]
  private let findings: Findings
  private let reserved: [String]

  init(_ findings: Findings, reserved: [String] = []) {
    self.findings = findings
    self.reserved = reserved
  }

  mutating func take(_ id: String?, _ value: YAMLValue?, _ what: String) {
    guard let id, let value else { return }
    if reserved.contains(id) {
      findings.error(
        value.place,
        "\(what): found \"\(id)\", the name of an area that every back has; choose another")
    } else if let first = places[id] {
      findings.error(
        value.place,
        "\(what): found \"\(id)\", which stands in line \(first.line) already; "
          + "every id must be another")
    } else {
      places[id] = value.place
    }
  }
}
