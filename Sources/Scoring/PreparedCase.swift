import Attempts
import BackAtlas
import Geometry
import Scenarios

/// A guide with everything that judging needs worked out once.
struct PreparedGuide: Sendable {
  let id: String
  let line: Polyline
  let corridor: Limit
  /// Strokes asked.
  let strokes: Int
  /// Bins of about 2 mm.
  let bins: Int

  var length: Double { line.length }

  init(_ guide: Guide, task: StrokingTask) {
    id = guide.id
    line = guide.line(task.curve)
    corridor = task.corridor
    strokes = task.strokes
    bins = max(1, Int((line.length / Guide.step).rounded(.toNearestOrAwayFromZero)))
  }

  func bin(at arc: Double) -> Int {
    min(bins - 1, max(0, Int(arc / length * Double(bins))))
  }
}

/// A phase with everything that judging needs worked out once.
struct PreparedPhase: Sendable {
  let id: String
  let technique: Technique
  let shape: HandShape
  let speed: Band?
  let returnSpeed: Band?
  let pressure: Band
  let minutes: Band?
  /// Guides of strokes; empty for other techniques.
  let guides: [PreparedGuide]
  let isAsked: Bool

  init(_ phase: Phase, isAsked: Bool) {
    id = phase.id
    technique = phase.technique
    shape = HandShape(phase.hand, rowAcross: phase.rowAcross)
    speed = phase.speed
    returnSpeed = phase.speed?.upperEdgesDoubled
    pressure = phase.pressure
    minutes = phase.minutes
    self.isAsked = isAsked
    if case .stroking(let task) = phase.task {
      guides = task.guides.map { PreparedGuide($0, task: task) }
    } else {
      guides = []
    }
  }

  /// Length in mm of all strokes asked.
  var askedLength: Double { guides.reduce(0) { $0 + $1.length * Double($1.strokes) } }
}

/// A case with everything that judging needs worked out once.
struct PreparedCase: Sendable {
  let phases: [PreparedPhase]
  let areas: [WatchedArea]

  init(_ scenario: Scenario, scope: Scope, rules: RuleSet) {
    phases = scenario.phases.map { phase in
      switch scope {
      case .whole: PreparedPhase(phase, isAsked: true)
      case .phase(let id, _): PreparedPhase(phase, isAsked: phase.id == id)
      }
    }
    areas = WatchedArea.all(of: scenario, rules: rules)
  }
}
