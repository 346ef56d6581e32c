import Geometry
import Scenarios

/// One contact that presses a point.
struct PressContact: Sendable {
  let point: Int
  private let landing: FinePoint
  /// Microseconds within reach of the point, and in all.
  private(set) var held = 0
  private(set) var duration = 0
  /// Distance from the point over time, in nanometres times microseconds / 1,000.
  private var distance = 0
  private var slip = 0.0

  init(point: Int, landing: FinePoint) {
    self.point = point
    self.landing = landing
  }

  mutating func take(_ place: FinePoint, duration: Int, of target: FinePoint, reach: Double) {
    // Events out of order have ticks that end before they begin: they take no time.
    let time = max(0, duration)
    let away = place.distance(to: target)
    if away <= reach { held += time }
    self.duration += time
    distance += FixedLength.units(away) * time / 1000
    slip = max(slip, place.distance(to: landing))
  }

  /// In mm; the landing's own for a press that took no time.
  func meanDistance(from target: FinePoint) -> Double {
    duration > 0
      ? Double(distance) / Double(duration) / 1000 : landing.distance(to: target)
  }

  func isFaulty(hold: Int, rules: RuleSet) -> Bool { held < hold || slip > rules.pressSlip }
}

/// What the presses of one point came to.
struct PressTally: Sendable {
  private(set) var presses = 0
  private(set) var faulty = 0
  /// The longest press, in microseconds.
  private(set) var held = 0
  /// Of the longest press, in mm; nil before the first.
  private(set) var meanDistance: Double?
  /// Travel that presses stand for, in nanometres, and what their distance lost.
  private(set) var travel = 0
  private(set) var offGuide = Loss()
  /// Presses lifted early or moved too far: when.
  private(set) var faultySpans = SpanList()

  mutating func add(
    _ press: PressContact, target: PreparedPoints.Point, radius: Limit, span: (Int, Int),
    phase: Int, rules: RuleSet
  ) {
    presses += 1
    let away = press.meanDistance(from: target.place)
    if press.isFaulty(hold: target.hold, rules: rules) {
      faulty += 1
      faultySpans.add(span.0, span.1)
    }
    if meanDistance == nil || press.held > held {
      held = press.held
      meanDistance = away
    }
    travel += FixedLength.units(rules.pressTravel)
    let loss = FixedLength.units(rules.pressTravel * (1 - radius.grade(away)))
    offGuide.add(loss, phase: phase, from: span.0, to: span.1)
  }

  func done(of target: PreparedPoints.Point) -> Double {
    min(1, Double(held) / Double(target.hold))
  }
}
