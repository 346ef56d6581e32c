public import Geometry

public enum Technique: String, CaseIterable, Sendable {
  case stroking
  case combCircles = "comb-circles"
  case pointPress = "point-press"
  case honeyLift = "honey-lift"
}

/// The part of the hand that works, and so the shape that is judged.
public enum Hand: String, CaseIterable, Sendable {
  case palm, fingertips, knuckles, thumb
}

public enum CurveKind: String, CaseIterable, Sendable {
  case smooth, straight
}

/// Which way circles turn, as seen on screen.
public enum Turn: String, CaseIterable, Sendable {
  case either, clockwise, counterclockwise
}

/// A line that the hand follows.
public struct Guide: Hashable, Sendable {
  public var id: String
  /// 2 to 64 points.
  public var path: [Position]

  public init(id: String, path: [Position]) {
    self.id = id
    self.path = path
  }

  /// The line that is drawn and judged: a smooth curve cut into equal steps of about 2 mm, or the
  /// straight steps as written.
  public func line(_ curve: CurveKind) -> Polyline {
    switch curve {
    case .smooth: Polyline(CatmullRom.open(through: path)).resampled(step: Guide.step)
    case .straight: Polyline(path.map(\.fine))
    }
  }

  /// Length of a step of a smooth guide and of a bin of coverage, in mm.
  public static let step = 2.0
}

/// Strokes along guides.
public struct StrokingTask: Hashable, Sendable {
  public var guides: [Guide]
  public var curve: CurveKind
  /// Strokes asked of each guide, 1 to 50.
  public var strokes: Int
  public var corridor: Limit

  /// Strokes of each guide when a case does not say how many.
  public static let usualStrokes = 8
  /// The same in the last phase of a case, which closes the massage.
  public static let usualLastStrokes = 5

  public init(
    guides: [Guide], curve: CurveKind = .smooth, strokes: Int = StrokingTask.usualStrokes,
    corridor: Limit = Limit(full: 4, none: 20)
  ) {
    self.guides = guides
    self.curve = curve
    self.strokes = strokes
    self.corridor = corridor
  }
}

/// Circles whose centre moves along guides.
public struct CombCirclesTask: Hashable, Sendable {
  public var guides: [Guide]
  public var curve: CurveKind
  /// Loops asked of each guide, 1 to 200.
  public var loops: Int
  /// In mm.
  public var diameter: Band
  /// Share of the diameter.
  public var advance: Band
  public var turn: Turn
  /// Of the loop's centre.
  public var corridor: Limit

  public init(
    guides: [Guide], curve: CurveKind = .smooth, loops: Int = 8,
    diameter: Band = Band(full: 40...100, none: 20...160),
    advance: Band = Band(full: 0.2...0.6, none: 0...1.2), turn: Turn = .either,
    corridor: Limit = Limit(full: 6, none: 25)
  ) {
    self.guides = guides
    self.curve = curve
    self.loops = loops
    self.diameter = diameter
    self.advance = advance
    self.turn = turn
    self.corridor = corridor
  }
}

/// A place to press.
public struct PressPoint: Hashable, Sendable {
  public var id: String
  public var at: Position
  /// Seconds, 1 to 60.
  public var hold: Double

  public init(id: String, at: Position, hold: Double = 3) {
    self.id = id
    self.at = at
    self.hold = hold
  }
}

public struct PointPressTask: Hashable, Sendable {
  public var points: [PressPoint]
  public var radius: Limit

  public init(points: [PressPoint], radius: Limit = Limit(full: 8, none: 20)) {
    self.points = points
    self.radius = radius
  }
}

public struct HoneyLiftTask: Hashable, Sendable {
  public var area: Outline
  /// 1 to 200.
  public var lifts: Int

  public init(area: Outline, lifts: Int = 20) {
    self.area = area
    self.lifts = lifts
  }
}

/// What a phase asks of the hand.
public enum PhaseTask: Hashable, Sendable {
  case stroking(StrokingTask)
  case combCircles(CombCirclesTask)
  case pointPress(PointPressTask)
  case honeyLift(HoneyLiftTask)

  public var technique: Technique {
    switch self {
    case .stroking: .stroking
    case .combCircles: .combCircles
    case .pointPress: .pointPress
    case .honeyLift: .honeyLift
    }
  }

  /// The guides and how they curve; empty for techniques without any.
  public var guides: (guides: [Guide], curve: CurveKind) {
    switch self {
    case .stroking(let task): (task.guides, task.curve)
    case .combCircles(let task): (task.guides, task.curve)
    case .pointPress, .honeyLift: ([], .smooth)
    }
  }
}

/// One step of the massage.
public struct Phase: Hashable, Sendable {
  public var id: String
  public var title: String
  public var task: PhaseTask
  public var hand: Hand
  /// Whether the row of knuckles lies across the spine instead of along it.
  public var rowAcross: Bool
  /// Contact time in minutes; nil: not judged.
  public var minutes: Band?
  /// In mm/s; strokes and circles only.
  public var speed: Band?
  /// Share of the input's range.
  public var pressure: Band

  public var technique: Technique { task.technique }

  public init(
    id: String, title: String? = nil, task: PhaseTask, hand: Hand? = nil, rowAcross: Bool = false,
    minutes: Band? = nil, speed: Band? = nil, pressure: Band? = nil
  ) {
    self.id = id
    self.title = title ?? task.technique.rawValue
    self.task = task
    self.hand = hand ?? Phase.usualHand(task.technique)
    self.rowAcross = rowAcross
    self.minutes = minutes
    self.speed = speed ?? Phase.usualSpeed(task.technique)
    self.pressure = pressure ?? Phase.usualPressure(task.technique)
  }

  public static func usualHand(_ technique: Technique) -> Hand {
    switch technique {
    case .stroking, .honeyLift: .palm
    case .combCircles: .knuckles
    case .pointPress: .thumb
    }
  }

  /// Nil where speed is not judged.
  public static func usualSpeed(_ technique: Technique) -> Band? {
    switch technique {
    case .stroking, .combCircles: Band(full: 20...100, none: 10...200)
    case .pointPress, .honeyLift: nil
    }
  }

  public static func usualPressure(_ technique: Technique) -> Band {
    switch technique {
    case .stroking: Band(full: 0.05...0.30, none: 0...0.60)
    case .combCircles, .honeyLift: Band(full: 0.10...0.40, none: 0...0.70)
    case .pointPress: Band(full: 0.20...0.50, none: 0.05...0.80)
    }
  }
}
