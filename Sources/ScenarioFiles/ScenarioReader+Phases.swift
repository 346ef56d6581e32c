import BackAtlas
import Geometry
import Scenarios

extension ScenarioReader {
  private static let commonKeys = [
    "id", "title", "technique", "hand", "turnRow", "minutes", "pressure",
  ]

  /// The keys that belong to a technique alone.
  private static func ownKeys(_ technique: Technique) -> [String] {
    switch technique {
    case .stroking: ["guides", "curve", "strokes", "corridor", "speed"]
    case .combCircles:
      ["guides", "curve", "loops", "diameter", "advance", "turn", "corridor", "speed"]
    case .pointPress: ["points", "radius"]
    case .honeyLift: ["area", "lifts"]
    }
  }

  func phases(_ value: YAMLValue, _ what: String, on back: Back) -> [Phase]? {
    guard let items = field.list(value, what, of: 1...12, "phases") else { return nil }
    var ids = UniqueIdentifiers(findings)
    let phases = items.enumerated().map { index, item in
      phase(
        item, "\(what)[\(index + 1)]", isLast: index == items.count - 1, on: back, &ids)
    }
    let whole = phases.compactMap { $0 }
    return whole.count == items.count ? whole : nil
  }

  private func phase(
    _ value: YAMLValue, _ what: String, isLast: Bool, on back: Back,
    _ ids: inout UniqueIdentifiers
  ) -> Phase? {
    let technique = ScenarioReader.technique(value)
    let owners = Technique.allCases.filter { technique == nil || technique == $0 }
    var keys = ScenarioReader.commonKeys
    for key in owners.flatMap(ScenarioReader.ownKeys) where !keys.contains(key) {
      keys.append(key)
    }
    var elsewhere: [String: String] = [:]
    for other in Technique.allCases {
      for key in ScenarioReader.ownKeys(other) {
        let users = Technique.allCases.filter { ScenarioReader.ownKeys($0).contains(key) }
        elsewhere[key] =
          "belongs to \(users.map(\.rawValue).joined(separator: " and ")), "
          + "not to \(technique?.rawValue ?? "this technique")"
      }
    }
    guard
      let map = MapReader(
        value, path: what, keys: keys, elsewhere: elsewhere, findings: findings)
    else { return nil }
    let id = map.required("id", field.identifier)
    ids.take(id, map.value("id"), map.name("id"))
    let title = map.optional("title") { field.text($0, $1, limit: 40) }
    let named: Technique? = map.required("technique") { field.choice($0, $1) }
    let hand: Hand? = map.optional("hand") { field.choice($0, $1) }
    let rowAcross = map.optional("turnRow", turnRow)
    let minutes = map.optional("minutes") { field.band($0, $1, in: 0...1_440) }
    let speed = map.optional("speed") { field.band($0, $1, in: 0...2_000) }
    let pressure = map.optional("pressure") { field.band($0, $1, in: 0...1) }
    guard let named, let task = task(named, map, isLast: isLast, on: back), let id else {
      return nil
    }
    return Phase(
      id: id, title: title, task: task, hand: hand, rowAcross: rowAcross ?? false,
      minutes: minutes, speed: speed, pressure: pressure)
  }

  /// The technique a phase names, without a word about a wrong one.
  private static func technique(_ value: YAMLValue) -> Technique? {
    guard case .map(let entries) = value.content,
      let entry = entries.first(where: { $0.key == "technique" && $0.firstPlace == nil }),
      case .scalar(let scalar) = entry.value.content
    else { return nil }
    return Technique(rawValue: scalar.text)
  }

  private func turnRow(_ value: YAMLValue, _ what: String) -> Bool? {
    let quiet = FieldReader(findings: Findings())
    guard let degrees = quiet.whole(value, what, in: 0...90), degrees == 0 || degrees == 90 else {
      findings.error(
        value.place,
        "\(what): found \(Wording.found(value)), allowed are 0 (the row of knuckles along the "
          + "spine) and 90 (across)")
      return nil
    }
    return degrees == 90
  }

  private func task(_ technique: Technique, _ map: MapReader, isLast: Bool, on back: Back)
    -> PhaseTask?
  {
    switch technique {
    case .stroking: stroking(map, isLast: isLast, on: back)
    case .combCircles: combCircles(map, on: back)
    case .pointPress: pointPress(map, on: back)
    case .honeyLift: honeyLift(map, on: back)
    }
  }

  private func stroking(_ map: MapReader, isLast: Bool, on back: Back) -> PhaseTask? {
    let curve: CurveKind? = map.optional("curve") { field.choice($0, $1) }
    let guides = map.required("guides") { self.guides($0, $1, curve ?? .smooth, on: back) }
    let strokes = map.optional("strokes") { field.whole($0, $1, in: 1...50) }
    let corridor = map.optional("corridor") { field.limit($0, $1, in: 0...2_000) }
    guard let guides else { return nil }
    var task = StrokingTask(
      guides: guides,
      strokes: strokes ?? (isLast ? StrokingTask.usualLastStrokes : StrokingTask.usualStrokes))
    if let curve { task.curve = curve }
    if let corridor { task.corridor = corridor }
    return .stroking(task)
  }

  private func combCircles(_ map: MapReader, on back: Back) -> PhaseTask? {
    let curve: CurveKind? = map.optional("curve") { field.choice($0, $1) }
    let guides = map.required("guides") { self.guides($0, $1, curve ?? .smooth, on: back) }
    let loops = map.optional("loops") { field.whole($0, $1, in: 1...200) }
    let diameter = map.optional("diameter") { field.band($0, $1, in: 0...2_000) }
    let advance = map.optional("advance") { field.band($0, $1, in: 0...100) }
    let turn: Turn? = map.optional("turn") { field.choice($0, $1) }
    let corridor = map.optional("corridor") { field.limit($0, $1, in: 0...2_000) }
    guard let guides else { return nil }
    var task = CombCirclesTask(guides: guides)
    if let curve { task.curve = curve }
    if let loops { task.loops = loops }
    if let diameter { task.diameter = diameter }
    if let advance { task.advance = advance }
    if let turn { task.turn = turn }
    if let corridor { task.corridor = corridor }
    return .combCircles(task)
  }

  private func guides(_ value: YAMLValue, _ what: String, _ curve: CurveKind, on back: Back)
    -> [Guide]?
  {
    guard let items = field.list(value, what, of: 1...8, "guides") else { return nil }
    var ids = UniqueIdentifiers(findings)
    let guides = items.enumerated().map { index, item in
      guide(item, "\(what)[\(index + 1)]", curve, on: back, &ids)
    }
    let whole = guides.compactMap { $0 }
    return whole.count == items.count ? whole : nil
  }

  private func guide(
    _ value: YAMLValue, _ what: String, _ curve: CurveKind, on back: Back,
    _ ids: inout UniqueIdentifiers
  ) -> Guide? {
    guard let map = MapReader(value, path: what, keys: ["id", "path"], findings: findings) else {
      return nil
    }
    let id = map.required("id", field.identifier)
    ids.take(id, map.value("id"), map.name("id"))
    let path = map.required("path") {
      field.positions($0, $1, of: 2...64, isClosed: false, on: back)
    }
    guard let id, let path, let place = map.value("path")?.place else { return nil }
    if curve == .smooth && !ScenarioReader.isDrawable(path) {
      findings.error(
        place,
        "\(map.name("path")): the smooth curve through these points stands still somewhere; "
          + "move them further apart or write curve: straight")
      return nil
    }
    return Guide(id: id, path: path)
  }

  /// Whether no two neighbouring places of the smooth curve fall together, which points a few
  /// hundredths of a millimetre apart can bring about.
  private static func isDrawable(_ path: [Position]) -> Bool {
    let curve = CatmullRom.open(through: path)
    return zip(curve, curve.dropFirst()).allSatisfy { $0.distance(to: $1) > 0 }
  }

  private func pointPress(_ map: MapReader, on back: Back) -> PhaseTask? {
    let points = map.required("points") { self.points($0, $1, on: back) }
    let radius = map.optional("radius") { field.limit($0, $1, in: 0...2_000) }
    guard let points else { return nil }
    var task = PointPressTask(points: points)
    if let radius { task.radius = radius }
    return .pointPress(task)
  }

  private func points(_ value: YAMLValue, _ what: String, on back: Back) -> [PressPoint]? {
    guard let items = field.list(value, what, of: 1...40, "points") else { return nil }
    var ids = UniqueIdentifiers(findings)
    var result: [PressPoint] = []
    for (index, item) in items.enumerated() {
      guard
        let map = MapReader(
          item, path: "\(what)[\(index + 1)]", keys: ["id", "at", "hold"], findings: findings)
      else { continue }
      let id = map.required("id", field.identifier)
      ids.take(id, map.value("id"), map.name("id"))
      let at = map.required("at") { field.position($0, $1, on: back) }
      let hold = map.optional("hold") { field.number($0, $1, in: 1...60) }
      guard let id, let at else { continue }
      var point = PressPoint(id: id, at: at)
      if let hold { point.hold = hold }
      result.append(point)
    }
    return result.count == items.count ? result : nil
  }

  private func honeyLift(_ map: MapReader, on back: Back) -> PhaseTask? {
    let area = map.required("area") { field.outline($0, $1, on: back) }
    let lifts = map.optional("lifts") { field.whole($0, $1, in: 1...200) }
    guard let area else { return nil }
    var task = HoneyLiftTask(area: area)
    if let lifts { task.lifts = lifts }
    return .honeyLift(task)
  }
}
