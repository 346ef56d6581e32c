public import Scenarios

/// What of a step recordings can calibrate, in the order in which a case file has it.
public enum CalibratedMeasure: String, CaseIterable, Sendable {
  case diameter, advance, radius, corridor, speed, pressure, minutes

  /// The key of the step that holds its band.
  public var key: String { rawValue }

  /// Whether it has one side alone, `{full: a, none: d}`.
  public var isLimit: Bool { self == .corridor || self == .radius }

  /// As people read it behind a number; nil for a share.
  public var unit: String? {
    switch self {
    case .diameter, .radius, .corridor: "mm"
    case .advance: "diameters"
    case .speed: "mm/s"
    case .pressure: nil
    case .minutes: "min"
    }
  }

  /// What its values are of.
  public var noun: String {
    switch self {
    case .speed, .pressure: "ticks"
    case .corridor, .diameter, .advance: "values"
    case .radius: "presses"
    case .minutes: "records"
    }
  }

  /// The fewest values from which a band is proposed.
  public func leastValues(in technique: Technique) -> Int {
    switch self {
    case .speed, .pressure: 30
    case .corridor: technique == .combCircles ? 5 : 30
    case .diameter, .advance, .radius: 5
    case .minutes: 3
    }
  }

  /// The steps of a band's edges that fit into one of its unit.
  var stepsInUnit: Int {
    switch self {
    case .speed: 1
    case .diameter, .radius, .corridor: 2
    case .minutes: 10
    case .advance, .pressure: 100
    }
  }

  /// Values are kept in classes of this part of the unit: 0.01 mm or mm/s, 0.001 of a share or a
  /// diameter, a thousandth of a second.
  var classesInUnit: Int {
    switch self {
    case .diameter, .radius, .corridor, .speed: 100
    case .advance, .pressure: 1_000
    case .minutes: 60_000
    }
  }

  /// What a case file allows.
  var range: ClosedRange<Double> {
    switch self {
    case .diameter, .radius, .corridor, .speed: 0...2_000
    case .advance: 0...100
    case .pressure: 0...1
    case .minutes: 0...1_440
    }
  }

  /// How wide `full` is at least; of a limit, how far it reaches.
  public var leastFull: Double {
    switch self {
    case .speed: 10
    case .pressure, .advance: 0.1
    case .diameter: 6
    case .corridor, .radius: 3
    case .minutes: 0.5
    }
  }

  /// How far `none` of a limit reaches at least: a hand beyond belongs to no guide, circle or point.
  public var leastNone: Double? { isLimit ? 12 : nil }

  /// Whether a step has it.
  public func applies(to phase: Phase) -> Bool {
    switch (self, phase.technique) {
    case (.speed, _): phase.speed != nil
    case (.pressure, _), (.minutes, _): true
    case (.corridor, .stroking), (.corridor, .combCircles): true
    case (.diameter, .combCircles), (.advance, .combCircles): true
    case (.radius, .pointPress): true
    default: false
    }
  }
}

/// What a step asks of a measure.
public enum AskedBand: Hashable, Sendable {
  case band(Band)
  case limit(Limit)
  /// The step does not judge it.
  case nothing
}

extension Phase {
  func asked(_ measure: CalibratedMeasure) -> AskedBand {
    switch (measure, task) {
    case (.speed, _): speed.map(AskedBand.band) ?? .nothing
    case (.pressure, _): .band(pressure)
    case (.minutes, _): minutes.map(AskedBand.band) ?? .nothing
    case (.corridor, .stroking(let task)): .limit(task.corridor)
    case (.corridor, .combCircles(let task)): .limit(task.corridor)
    case (.diameter, .combCircles(let task)): .band(task.diameter)
    case (.advance, .combCircles(let task)): .band(task.advance)
    case (.radius, .pointPress(let task)): .limit(task.radius)
    default: .nothing
    }
  }

  mutating func ask(_ measure: CalibratedMeasure, _ asked: AskedBand) {
    switch (measure, task, asked) {
    case (.speed, _, .band(let band)): speed = band
    case (.pressure, _, .band(let band)): pressure = band
    case (.minutes, _, .band(let band)): minutes = band
    case (.corridor, .stroking(var task), .limit(let limit)):
      task.corridor = limit
      self.task = .stroking(task)
    case (.corridor, .combCircles(var task), .limit(let limit)):
      task.corridor = limit
      self.task = .combCircles(task)
    case (.diameter, .combCircles(var task), .band(let band)):
      task.diameter = band
      self.task = .combCircles(task)
    case (.advance, .combCircles(var task), .band(let band)):
      task.advance = band
      self.task = .combCircles(task)
    case (.radius, .pointPress(var task), .limit(let limit)):
      task.radius = limit
      self.task = .pointPress(task)
    default: break
    }
  }
}
