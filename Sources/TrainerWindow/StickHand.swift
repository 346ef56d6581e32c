import Geometry

/// A hand that a stick moves at a rate and a trigger presses.
///
/// Motion is integrated in real time, in steps of 8 ms that belong to the clock and not to frames,
/// so that a slow frame neither shortens nor bends a stroke.
struct StickHand {
  /// Share of a stick's travel that counts as rest.
  static let deadZone = 0.15
  /// mm/s at full travel: three times the fastest stroke that a shipped case asks for.
  static let fastest = 250.0
  /// Microseconds from step to step: 125 a second.
  static let period = 8_000
  /// Shares of a trigger's travel at which a hand comes down and leaves. They differ, so that a
  /// finger that trembles does not make the hand flutter.
  static let contact = 0.08
  static let release = 0.04

  /// What pulling a trigger does.
  enum Touch: Equatable {
    case none
    /// With this share of the greatest pressure.
    case land(Double)
    case press(Double)
    case lift
  }

  /// A place the hand came to, and when.
  struct Step: Equatable {
    var moment: Int
    var place: Point
  }

  /// mm on the back.
  var place: Point
  /// Share of the greatest pressure; nil while the hand is up.
  private(set) var pressure: Double?
  /// Share of each axis, -1 to 1; right and down are positive.
  private var stick = Point.zero
  /// A stick that never was at rest is none: some devices report an axis that stands at its end.
  private var hasRested = (x: false, y: false)
  /// The trigger as it was last told; nil: not yet.
  private var travel: Double?
  /// A trigger that is held already makes no contact: it must be let go first.
  private var isSpent = true
  /// Until when motion is integrated.
  private var reached = 0

  init(at place: Point) { self.place = place }

  var isDown: Bool { pressure != nil }
  var isMoving: Bool { velocity != .zero }

  /// mm/s. Within the dead zone nothing; beyond it the speed grows with the square of the way that
  /// is left, so that slow strokes have the greater part of the stick.
  var velocity: Point {
    let length = stick.length
    guard length > StickHand.deadZone else { return .zero }
    let way = (min(length, 1) - StickHand.deadZone) / (1 - StickHand.deadZone)
    return stick * (StickHand.fastest * way * way / length)
  }

  /// The stick at a moment, up to which the hand was moved.
  mutating func tilt(x: Double? = nil, y: Double? = nil, at moment: Int) {
    if !isMoving { reached = moment }
    if let x, x.isFinite {
      if abs(x) <= StickHand.deadZone { hasRested.x = true }
      stick.x = hasRested.x ? min(max(x, -1), 1) : 0
    }
    if let y, y.isFinite {
      if abs(y) <= StickHand.deadZone { hasRested.y = true }
      stick.y = hasRested.y ? min(max(y, -1), 1) : 0
    }
  }

  /// Moves on to a moment and gives the places on the way; the hand stays within an area.
  mutating func advance(to moment: Int, within area: Rectangle) -> [Step] {
    guard isMoving else { return [] }
    // A machine that stood still for a second has not stroked meanwhile.
    if moment - reached > 1_000_000 { reached = moment }
    let velocity = velocity
    var steps: [Step] = []
    while reached + StickHand.period <= moment {
      reached += StickHand.period
      let next = place + velocity * (Double(StickHand.period) / 1_000_000)
      place = StickHand.clamp(next, to: area)
      steps.append(Step(moment: reached, place: place))
    }
    return steps
  }

  /// Time passes without motion, as while no hand may work.
  mutating func stay(until moment: Int, within area: Rectangle?) {
    reached = moment
    if let area { place = StickHand.clamp(place, to: area) }
  }

  /// The trigger's travel, 0 to 1.
  mutating func pull(_ travel: Double) -> Touch {
    guard travel.isFinite else { return .none }
    self.travel = travel
    if travel < StickHand.release {
      isSpent = false
      guard isDown else { return .none }
      pressure = nil
      return .lift
    }
    let share = min((travel - StickHand.release) / (1 - StickHand.release), 1)
    if isDown {
      pressure = share
      return .press(share)
    }
    guard !isSpent, travel >= StickHand.contact else { return .none }
    pressure = share
    return .land(share)
  }

  /// Lifts the hand; a trigger that is still held has to be let go before it presses again.
  mutating func letGo() {
    pressure = nil
    isSpent = travel.map { $0 >= StickHand.release } ?? true
  }

  /// The device is gone: nothing it held lasts.
  mutating func forgetDevice() {
    travel = nil
    letGo()
    stick = .zero
    hasRested = (false, false)
  }

  /// The nearest place of an area.
  static func clamp(_ place: Point, to area: Rectangle) -> Point {
    Point(
      min(max(place.x, area.x), area.maxX), min(max(place.y, area.y), area.maxY))
  }
}
