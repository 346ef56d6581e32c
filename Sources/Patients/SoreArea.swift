import BackAtlas
import Geometry
import Scenarios

/// The part of a hand that touches, and what is asked of it: one a phase.
struct WorkingHand: Sendable {
  /// Of each disc, in mm and in 1/100 mm.
  let radius: Double
  let radiusUnits: Int
  /// Middles of the discs, relative to the hand's place, in 1/100 mm.
  let offsets: [Position]
  let isFirm: Bool
  /// How much it warms beside a palm.
  let warming: Double
  /// Pressure that is right for this patient, and speed that is pleasant.
  let pressure: Band
  let speed: Band

  init(_ phase: Phase) {
    radius = phase.hand.discRadius
    radiusUnits = Int(radius * 100)
    offsets = phase.hand.discOffsets(rowAcross: phase.rowAcross).map {
      Position(millimetres: $0.x, $0.y)
    }
    isFirm = phase.hand.isFirm
    warming = Figures.warming(phase.hand)
    pressure = phase.pressure
    speed =
      switch phase.technique {
      case .stroking, .combCircles: Figures.pleasantStroke
      case .pointPress, .honeyLift: Figures.pleasantPress
      }
  }

  /// Whether the hand, swept from one place to the next, comes within `reach` mm of an outline.
  func touches(_ outline: Polygon, from a: Position, to b: Position, within reach: Double) -> Bool {
    offsets.contains { offset in
      let start = Position(x: a.x + offset.x, y: a.y + offset.y).fine
      let end = Position(x: b.x + offset.x, y: b.y + offset.y).fine
      guard outline.mayReach(start, end, within: radius + reach) else { return false }
      // How deep does not matter, so nothing is searched for inside the outline.
      return outline.deepestSignedDistance(from: start, to: end, known: -.infinity)
        < radius + reach
    }
  }
}

/// An area that does not bear every touch, and its rule: that of scoring.
struct SoreArea: Sendable {
  let outline: Polygon
  let isSpine: Bool
  let contact: AllowedContact
  /// Thousandths.
  let maxPressure: Int

  init(_ area: SpasmArea) {
    outline = area.outline.polygon
    isSpine = false
    contact = area.contact
    maxPressure = Int((area.maxPressure * 1000).rounded(.toNearestOrAwayFromZero))
  }

  init(spineOf back: Back) {
    outline = Region.spine.outline(on: back)
    isSpine = true
    contact = .light
    maxPressure = Figures.spinePressure
  }

  /// By how much a touch breaks the rule, in thousandths of pressure; nil: not at all. `Int.max`
  /// where a touch breaks it whatever the pressure.
  func excess(isFirm: Bool, pressure: Int?) -> Int? {
    if isSpine ? isFirm : contact == .none { return .max }
    guard let pressure else { return !isSpine && isFirm ? .max : nil }
    return pressure > maxPressure ? pressure - maxPressure : nil
  }
}

/// What one hand does to one area.
struct AreaTouch: Sendable {
  enum Effect: Sendable { case none, pressed, pain }

  private var isInside = false
  /// Unbroken stretch so far in which the rule was broken by so much that it hurts, in
  /// microseconds.
  private var hurting = 0

  /// Takes the swept way of one step.
  mutating func take(_ area: SoreArea, _ hand: WorkingHand, _ touch: Touch) -> Effect {
    let excess = area.excess(isFirm: hand.isFirm, pressure: touch.thousandths)
    if area.isSpine {
      guard excess != nil else { return .none }
      return hand.touches(area.outline, from: touch.from, to: touch.place, within: 0)
        ? .pressed : .none
    }
    isInside = hand.touches(
      area.outline, from: touch.from, to: touch.place,
      within: isInside ? Figures.leaveClearance : 0)
    guard isInside, let excess else {
      hurting = 0
      return .none
    }
    hurting = excess >= Figures.painExcess ? hurting + Figures.step : 0
    return hurting >= Figures.painDelay ? .pain : .pressed
  }
}
