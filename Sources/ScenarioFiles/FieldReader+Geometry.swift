import BackAtlas
import Geometry
import Scenarios

/// Bands, limits, places and outlines.
extension FieldReader {
  /// Coordinates are within 2,000 mm of the origin.
  static let reach = -2_000.0...2_000.0

  /// `{full: [a, b], none: [c, d]}` with c <= a <= b <= d.
  func band(_ value: YAMLValue, _ what: String, in range: ClosedRange<Double>) -> Band? {
    guard let map = MapReader(value, path: what, keys: ["full", "none"], findings: findings) else {
      return nil
    }
    let full = map.required("full") { interval($0, $1, in: range) }
    let none = map.required("none") { interval($0, $1, in: range) }
    guard let full, let none else { return nil }
    if none.lowerBound > full.lowerBound || full.upperBound > none.upperBound {
      findings.error(
        value.place,
        "\(what): found full \(words(full)) and none \(words(none)), full must lie within none")
      return nil
    }
    return Band(full: full, none: none)
  }

  /// `{full: a, none: d}` with a <= d.
  func limit(_ value: YAMLValue, _ what: String, in range: ClosedRange<Double>) -> Limit? {
    guard let map = MapReader(value, path: what, keys: ["full", "none"], findings: findings) else {
      return nil
    }
    let full = map.required("full") { number($0, $1, in: range) }
    let none = map.required("none") { number($0, $1, in: range) }
    guard let full, let none else { return nil }
    if full > none {
      findings.error(
        value.place,
        "\(what): found full \(Wording.number(full)) and none \(Wording.number(none)), "
          + "full must not be greater than none")
      return nil
    }
    return Limit(full: full, none: none)
  }

  private func interval(_ value: YAMLValue, _ what: String, in range: ClosedRange<Double>)
    -> ClosedRange<Double>?
  {
    guard case .list(let ends) = value.content, ends.count == 2 else {
      findings.error(
        value.place, "\(what): found \(counted(value)), expected two numbers: [from, to]")
      return nil
    }
    let low = number(ends[0], what, in: range)
    let high = number(ends[1], what, in: range)
    guard let low, let high else { return nil }
    if low > high {
      findings.error(
        value.place,
        "\(what): found [\(Wording.number(low)), \(Wording.number(high))], "
          + "the first number must not be greater than the second")
      return nil
    }
    return low...high
  }

  /// `[x, y]`, `[LANDMARK, x]` or `[LANDMARK, x, dy]` on a back.
  func position(_ value: YAMLValue, _ what: String, on back: Back) -> Position? {
    let forms = "[x, y], [LANDMARK, x] or [LANDMARK, x, dy]"
    guard case .list(let parts) = value.content, parts.count == 2 || parts.count == 3 else {
      findings.error(
        value.place, "\(what): found \(counted(value)), expected a point: \(forms)")
      return nil
    }
    if parts.count == 2, !isText(parts[0]) {
      let x = number(parts[0], "\(what), x", in: FieldReader.reach)
      let y = number(parts[1], "\(what), y", in: FieldReader.reach)
      guard let x, let y else { return nil }
      return Position(millimetres: x, y)
    }
    let landmark: Landmark? = choice(parts[0], "\(what), landmark")
    let x = number(parts[1], "\(what), x", in: FieldReader.reach)
    let further =
      parts.count == 3 ? number(parts[2], "\(what), dy", in: FieldReader.reach) : 0
    guard let landmark, let x, let further else { return nil }
    let position = back.place(landmark, x: x, further: further)
    if abs(position.y) > 200_000 {
      findings.error(
        value.place,
        "\(what): found a point \(Wording.number(position.point.y)) mm below C7, "
          + "allowed are -2000 to 2000")
      return nil
    }
    return position
  }

  /// Points of which no two neighbours are equal; with `isClosed` first and last are neighbours.
  func positions(
    _ value: YAMLValue, _ what: String, of range: ClosedRange<Int>, isClosed: Bool, on back: Back
  ) -> [Position]? {
    guard let items = list(value, what, of: range, "points") else { return nil }
    var result: [Position] = []
    var isWhole = true
    var previous: Position?
    for item in items {
      let position = position(item, what, on: back)
      if let position, position == previous {
        findings.error(
          item.place, "\(what): found a point equal to the one before it, neighbours must differ")
        isWhole = false
      }
      if let position { result.append(position) } else { isWhole = false }
      previous = position
    }
    guard isWhole else { return nil }
    if isClosed, let last = items.last, result.first == result.last {
      findings.error(
        last.place,
        "\(what): found a last point equal to the first, neighbours must differ; "
          + "an outline closes by itself")
      return nil
    }
    return result
  }

  /// `{ellipse: {at, radii}}` or `{polygon: [points]}`.
  func outline(_ value: YAMLValue, _ what: String, on back: Back) -> Outline? {
    guard
      let map = MapReader(value, path: what, keys: ["ellipse", "polygon"], findings: findings)
    else { return nil }
    switch (map.value("ellipse"), map.value("polygon")) {
    case (let ellipse?, nil):
      return self.ellipse(ellipse, map.name("ellipse"), on: back)
    case (nil, let polygon?):
      return positions(polygon, map.name("polygon"), of: 3...64, isClosed: true, on: back)
        .map(Outline.polygon)
    case (.some, .some):
      findings.error(value.place, "\(what): found ellipse and polygon, expected one of them")
      return nil
    case (nil, nil):
      findings.error(value.place, "\(what): expected one of the keys ellipse, polygon")
      return nil
    }
  }

  private func ellipse(_ value: YAMLValue, _ what: String, on back: Back) -> Outline? {
    guard let map = MapReader(value, path: what, keys: ["at", "radii"], findings: findings) else {
      return nil
    }
    let at = map.required("at") { position($0, $1, on: back) }
    let radii = map.required("radii") { value, what -> [Double]? in
      guard case .list(let parts) = value.content, parts.count == 2 else {
        findings.error(
          value.place,
          "\(what): found \(counted(value)), expected two numbers in mm: "
            + "[across, along]")
        return nil
      }
      let numbers = parts.map { number($0, what, in: 0...2_000, isOpenBelow: true) }
      let whole = numbers.compactMap { $0 }
      return whole.count == 2 ? whole : nil
    }
    guard let at, let radii else { return nil }
    return .ellipse(at: at, radiusX: radii[0], radiusY: radii[1])
  }

  private func isText(_ value: YAMLValue) -> Bool {
    guard case .scalar(let scalar) = value.content, case .text = scalar.meaning else {
      return false
    }
    return true
  }

  /// What was found where a list of a certain length is expected.
  private func counted(_ value: YAMLValue) -> String {
    guard case .list(let items) = value.content else { return Wording.found(value) }
    return "a list of \(items.count)"
  }

  private func words(_ range: ClosedRange<Double>) -> String {
    "[\(Wording.number(range.lowerBound)), \(Wording.number(range.upperBound))]"
  }
}
