import Attempts
import BackAtlas
import Geometry
import Scenarios

/// A guide of strokes or circles with everything that judging needs worked out once.
final class PreparedGuide: Sendable {
  let id: String
  let line: Polyline
  let corridor: Limit
  /// Strokes or loops asked.
  let asked: Int
  /// Bins of about 2 mm.
  let bins: Int

  /// In mm.
  let length: Double

  init(_ guide: Guide, curve: CurveKind, corridor: Limit, asked: Int) {
    id = guide.id
    line = guide.line(curve)
    self.corridor = corridor
    self.asked = asked
    length = line.length
    bins = max(1, Int(nearest: line.length / Guide.step))
  }

  func bin(at arc: Double) -> Int {
    min(bins - 1, max(0, Int(arc / length * Double(bins))))
  }
}

/// What is asked of circles.
final class PreparedCircles: Sendable {
  let lanes: [PreparedGuide]
  let diameter: Band
  let advance: Band
  let turn: Turn
  /// How far from a lane a hand may be that circles on it, in mm.
  let reach: Double

  init(_ task: CombCirclesTask) {
    lanes = task.guides.map {
      PreparedGuide($0, curve: task.curve, corridor: task.corridor, asked: task.loops)
    }
    diameter = task.diameter
    advance = task.advance
    turn = task.turn
    reach = task.corridor.none + task.diameter.fullHigh / 2
  }

  /// Way of the loops asked of each lane, in mm.
  var askedLength: Double {
    let middle = (diameter.fullLow + diameter.fullHigh) / 2
    return lanes.reduce(0) { $0 + Double($1.asked) * Double.pi * middle }
  }
}

/// What is asked of presses.
final class PreparedPoints: Sendable {
  struct Point: Sendable {
    let id: String
    let place: FinePoint
    /// Microseconds.
    let hold: Int
  }

  let points: [Point]
  let radius: Limit

  init(_ task: PointPressTask) {
    points = task.points.map {
      Point(
        id: $0.id, place: $0.at.fine,
        hold: Int(nearest: $0.hold * 1_000_000))
    }
    radius = task.radius
  }
}

/// What is asked of lifts.
final class PreparedLifts: Sendable {
  let outline: Polygon
  let asked: Int
  /// Upper left corners of the squares whose middle is inside, row by row.
  let squares: [FinePoint]
  let side: Int

  init(_ task: HoneyLiftTask, rules: RuleSet) {
    outline = task.area.polygon
    asked = task.lifts
    side = rules.liftSquare
    var squares: [FinePoint] = []
    for y in stride(from: outline.lowerBound.y, to: outline.upperBound.y, by: side) {
      for x in stride(from: outline.lowerBound.x, to: outline.upperBound.x, by: side)
      where outline.contains(FinePoint(x: x + side / 2, y: y + side / 2)) {
        squares.append(FinePoint(x: x, y: y))
      }
    }
    self.squares = squares
  }

  /// The square that holds a place.
  func square(at place: FinePoint) -> Int? {
    squares.firstIndex {
      place.x >= $0.x && place.x < $0.x + side && place.y >= $0.y && place.y < $0.y + side
    }
  }
}

/// A phase with everything that judging needs worked out once.
///
/// A class like all that is prepared: it never changes, and a fold that looks at it for every tick must
/// not carry copies of it along.
final class PreparedPhase: Sendable {
  enum Work: Sendable {
    case strokes([PreparedGuide])
    case circles(PreparedCircles)
    case presses(PreparedPoints)
    case lifts(PreparedLifts)
  }

  let id: String
  let technique: Technique
  let shape: HandShape
  let isFirm: Bool
  let speed: Band?
  let returnSpeed: Band?
  let pressure: Band
  let minutes: Band?
  let work: Work
  /// Guides of strokes; empty for other techniques.
  let guides: [PreparedGuide]
  let circles: PreparedCircles?
  /// Lanes of circles, and how far from one a hand may be that circles on it, in mm; empty for other
  /// techniques.
  let lanes: [PreparedGuide]
  let laneReach: Double
  /// A line of the phase; where there is none, any.
  let anyLine: Polyline
  let points: PreparedPoints?
  let lifts: PreparedLifts?
  let isAsked: Bool
  let ground: PreparedGround

  init(_ phase: Phase, on ground: PreparedGround, isAsked: Bool, rules: RuleSet) {
    id = phase.id
    self.ground = ground
    technique = phase.technique
    shape = HandShape(phase.hand, rowAcross: phase.rowAcross)
    isFirm = shape.isFirm
    speed = phase.speed
    returnSpeed = phase.speed?.upperEdgesDoubled
    pressure = phase.pressure
    minutes = phase.minutes
    self.isAsked = isAsked
    let work: Work =
      switch phase.task {
      case .stroking(let task):
        .strokes(
          task.guides.map {
            PreparedGuide($0, curve: task.curve, corridor: task.corridor, asked: task.strokes)
          })
      case .combCircles(let task): .circles(PreparedCircles(task))
      case .pointPress(let task): .presses(PreparedPoints(task))
      case .honeyLift(let task): .lifts(PreparedLifts(task, rules: rules))
      }
    self.work = work
    guides = if case .strokes(let guides) = work { guides } else { [] }
    let circles: PreparedCircles? = if case .circles(let circles) = work { circles } else { nil }
    self.circles = circles
    lanes = circles?.lanes ?? []
    laneReach = circles?.reach ?? 0
    anyLine =
      (guides.first ?? lanes.first)?.line
      ?? Polyline([FinePoint(x: 0, y: 0), FinePoint(x: 0, y: FinePoint.perMillimetre)])
    points = if case .presses(let points) = work { points } else { nil }
    lifts = if case .lifts(let lifts) = work { lifts } else { nil }
  }

  /// Length in mm of all strokes asked.
  var strokeLength: Double { guides.reduce(0) { $0 + $1.length * Double($1.asked) } }

  /// Length in mm of everything asked that path looks at.
  func askedLength(_ rules: RuleSet) -> Double {
    strokeLength + (circles?.askedLength ?? 0)
      + Double(points?.points.count ?? 0) * rules.pressTravel
  }
}

/// The areas of a case, wherever hands work.
final class PreparedGround: Sendable {
  let areas: [WatchedArea]
  /// One an area.
  let rules: [AreaRule]
  /// Indices of those that are kidneys, which follow one another.
  let kidneys: Range<Int>

  init(_ scenario: Scenario, rules: RuleSet) {
    areas = WatchedArea.all(of: scenario, rules: rules)
    self.rules = areas.map(\.rule)
    let first = areas.firstIndex { $0.kind == .kidney } ?? areas.count
    kidneys = first..<first + areas[first...].prefix { $0.kind == .kidney }.count
    precondition(areas[kidneys.upperBound...].allSatisfy { $0.kind != .kidney })
  }
}

/// A case with everything that judging needs worked out once.
final class PreparedCase: Sendable {
  let phases: [PreparedPhase]
  let ground: PreparedGround
  /// A doctor prescribed vibration: it is no fault, but no stroke or circle either.
  let allowsVibration: Bool

  init(_ scenario: Scenario, scope: Scope, rules: RuleSet) {
    let ground = PreparedGround(scenario, rules: rules)
    phases = scenario.phases.map { phase in
      let isAsked =
        switch scope {
        case .whole: true
        case .phase(let id, _): phase.id == id
        }
      return PreparedPhase(phase, on: ground, isAsked: isAsked, rules: rules)
    }
    allowsVibration = scenario.patient.prescription.allow.contains(.vibration)
    self.ground = ground
  }

  var areas: [WatchedArea] { ground.areas }
}
