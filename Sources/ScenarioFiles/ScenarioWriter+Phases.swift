import Geometry
import Scenarios

extension ScenarioWriter {
  mutating func phases(_ phases: [Phase]) {
    head(.keys("phases"))
    for (index, phase) in phases.enumerated() {
      PhaseWriter(path: .keys("phases") + [.index(index)], phase: phase).write(to: &self)
    }
  }
}

/// Writes one phase, its keys in the order of the documented format.
private struct PhaseWriter {
  let path: [ScenarioPath.Step]
  let phase: Phase

  private func at(_ key: String) -> [ScenarioPath.Step] { path + [.key(key)] }

  func write(to writer: inout ScenarioWriter) {
    let usual = Phase(id: phase.id, task: phase.task)
    writer.comment(on: path)
    writer.put(at("id"), text: phase.id, indent: 4, isFirst: true)
    if writer.isWritten(at("title"), phase.title != usual.title) {
      writer.put(at("title"), text: phase.title, indent: 4)
    }
    writer.put(at("technique"), .atom(phase.technique.rawValue), indent: 4)
    if writer.isWritten(at("hand"), phase.hand != usual.hand) {
      writer.put(at("hand"), .atom(phase.hand.rawValue), indent: 4)
    }
    if writer.isWritten(at("turnRow"), phase.rowAcross) {
      writer.put(at("turnRow"), .whole(phase.rowAcross ? 90 : 0), indent: 4)
    }
    switch phase.task {
    case .stroking(let task): stroking(task, to: &writer)
    case .combCircles(let task): combCircles(task, to: &writer)
    case .pointPress(let task): pointPress(task, to: &writer)
    case .honeyLift(let task): honeyLift(task, to: &writer)
    }
    if let speed = phase.speed { band("speed", speed, usual.speed, to: &writer) }
    band("pressure", phase.pressure, usual.pressure, to: &writer)
    if let minutes = phase.minutes { band("minutes", minutes, usual.minutes, to: &writer) }
  }

  // MARK: Techniques

  private func stroking(_ task: StrokingTask, to writer: inout ScenarioWriter) {
    let usual = StrokingTask(guides: task.guides)
    guides(task.guides, task.curve, to: &writer)
    writer.put(at("strokes"), .whole(task.strokes), indent: 4)
    limit("corridor", task.corridor, usual.corridor, to: &writer)
  }

  private func combCircles(_ task: CombCirclesTask, to writer: inout ScenarioWriter) {
    let usual = CombCirclesTask(guides: task.guides)
    guides(task.guides, task.curve, to: &writer)
    writer.put(at("loops"), .whole(task.loops), indent: 4)
    writer.put(at("diameter"), PhaseWriter.flow(task.diameter), indent: 4)
    band("advance", task.advance, usual.advance, to: &writer)
    if writer.isWritten(at("turn"), task.turn != usual.turn) {
      writer.put(at("turn"), .atom(task.turn.rawValue), indent: 4)
    }
    limit("corridor", task.corridor, usual.corridor, to: &writer)
  }

  private func pointPress(_ task: PointPressTask, to writer: inout ScenarioWriter) {
    let usual = PointPressTask(points: task.points)
    writer.head(at("points"), indent: 4)
    for (index, point) in task.points.enumerated() {
      writer.put(
        item: at("points") + [.index(index)],
        .map([
          ("id", .text(point.id)), ("at", writer.place(point.at)), ("hold", .number(point.hold)),
        ]), indent: 6)
    }
    limit("radius", task.radius, usual.radius, to: &writer)
  }

  private func honeyLift(_ task: HoneyLiftTask, to writer: inout ScenarioWriter) {
    writer.put(at("area"), writer.outline(task.area), indent: 4)
    writer.put(at("lifts"), .whole(task.lifts), indent: 4)
  }

  private func guides(_ guides: [Guide], _ curve: CurveKind, to writer: inout ScenarioWriter) {
    writer.head(at("guides"), indent: 4)
    for (index, guide) in guides.enumerated() {
      writer.put(
        item: at("guides") + [.index(index)],
        .map([("id", .text(guide.id)), ("path", .list(guide.path.map(writer.place)))]), indent: 6)
    }
    if writer.isWritten(at("curve"), curve != .smooth) {
      writer.put(at("curve"), .atom(curve.rawValue), indent: 4)
    }
  }

  // MARK: Bands

  private func band(
    _ key: String, _ band: Band, _ usual: Band?, to writer: inout ScenarioWriter
  ) {
    guard writer.isWritten(at(key), band != usual) else { return }
    writer.put(at(key), PhaseWriter.flow(band), indent: 4)
  }

  private func limit(
    _ key: String, _ limit: Limit, _ usual: Limit, to writer: inout ScenarioWriter
  ) {
    guard writer.isWritten(at(key), limit != usual) else { return }
    writer.put(
      at(key), .map([("full", .number(limit.full)), ("none", .number(limit.none))]), indent: 4)
  }

  private static func flow(_ band: Band) -> YAMLFlow {
    .map([
      ("full", .list([.number(band.fullLow), .number(band.fullHigh)])),
      ("none", .list([.number(band.noneLow), .number(band.noneHigh)])),
    ])
  }
}
