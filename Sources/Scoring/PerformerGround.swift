import BackAtlas
import Geometry
import Scenarios

/// The back under the hand of a phase: where its whole shape may touch, and how firmly.
struct PerformerGround: Sendable {
  struct Area: Sendable {
    let outline: Polygon
    /// The greatest share of pressure that keeps the area's rule; nil: no touch keeps it.
    let limit: Double?
    /// What a touch costs, set against the way's distance from its guide; 0: the area is not
    /// avoided.
    let cost: Double
  }

  private let areas: [Area]
  private let shape: HandShape

  /// Free space in mm below which a touch has to be reckoned with, and what the expert keeps.
  static let tightClearance = 0.4
  static let easyClearance = 2.5

  init(_ scenario: Scenario, _ phase: Phase) {
    let hand = phase.hand
    shape = HandShape(hand, rowAcross: phase.rowAcross)
    let wanted = phase.pressure.fullLow
    let forbidden = PerformerGround.forbidden
    var areas = scenario.spasm.map { area in
      let limit = area.contact == .none ? nil : area.maxPressure
      return Area(
        outline: area.outline.polygon,
        limit: limit.map { PerformerGround.pressure(under: $0, wanted: wanted) },
        cost: limit.map { PerformerGround.cost(under: $0, wanted: wanted, hand) } ?? forbidden)
    }
    areas.append(
      Area(
        outline: Region.spine.outline(on: scenario.patient.back),
        limit: hand.isFirm ? nil : PerformerGround.pressure(under: 0.3, wanted: wanted),
        cost: hand.isFirm ? forbidden : PerformerGround.cost(under: 0.3, wanted: wanted, hand)))
    self.areas = areas
  }

  /// What it costs to touch lightly: pressure that the phase wants where it wants more, and a little
  /// for a firm hand even where it can be light enough.
  private static func cost(under limit: Double, wanted: Double, _ hand: Hand) -> Double {
    limit < wanted ? 1 : hand.isFirm ? 0.3 : 0
  }

  /// A pressure well under a limit, unless the phase asks for more than that.
  private static func pressure(under limit: Double, wanted: Double) -> Double {
    let calm = limit * 0.8
    if calm >= wanted { return calm }
    return wanted <= limit ? (wanted + limit) / 2 : (limit * 1000).rounded(.down) / 1000
  }

  /// Free space in mm between the hand at a place, widened by `reach`, and an outline, negative
  /// where they overlap; infinity where it is more than `within`.
  private func clearance(
    of outline: Polygon, at place: Point, reach: Double, within: Double
  ) -> Double {
    let middle = FinePoint(x: FinePoint.units(place.x), y: FinePoint.units(place.y))
    return shape.clearance(from: middle, to: middle, of: outline, reach: reach + within) - reach
  }

  /// Free space in mm to everything that is to be kept off, up to `within`.
  func freedom(at place: Point, reach: Double, within: Double) -> Double {
    var least = Double.infinity
    for area in areas where area.cost > 0 {
      least = min(
        least, clearance(of: area.outline, at: place, reach: reach, within: within))
    }
    return least
  }

  /// What it costs to have the hand at a place: nothing where it is free.
  func trouble(at place: Point, reach: Double) -> Double {
    var sum = 0.0
    for area in areas where area.cost > 0 {
      let space = clearance(
        of: area.outline, at: place, reach: reach, within: PerformerGround.easyClearance)
      guard space < PerformerGround.easyClearance else { continue }
      sum += (PerformerGround.easyClearance - space) * min(area.cost, 1) * 0.05
      if space < PerformerGround.tightClearance {
        sum += area.cost * (1 + (PerformerGround.tightClearance - space) * 0.2)
      }
    }
    return sum
  }

  /// What a touch costs that no lightening can make good.
  static let forbidden = 200.0

  /// Whether the hand may be at a place at all, however lightly.
  func isTouchable(_ place: Point) -> Bool {
    trouble(at: place, reach: 0) < PerformerGround.forbidden
  }

  /// The greatest share of pressure with which the hand may be at a place.
  func pressureLimit(at place: Point) -> Double {
    var limit = 1.0
    for area in areas {
      guard let most = area.limit, most < limit else { continue }
      let space = clearance(of: area.outline, at: place, reach: 0, within: 3)
      if space < 3 { limit = most }
    }
    return limit
  }

  /// The way with its pressure kept under what each place allows.
  func lightened(_ route: PerformerRoute) -> PerformerRoute {
    var route = route
    route.limit(route.points.map(pressureLimit))
    return route
  }

  /// The place nearest to `place`, at most `reach` mm from it, where the hand is free and
  /// `isAllowed` holds; nil where there is none.
  func freePlace(
    near place: Point, reach: Double, where isAllowed: (Point) -> Bool = { _ in true }
  ) -> Point? {
    if isAllowed(place), trouble(at: place, reach: 0) == 0 { return place }
    var best: (cost: Double, place: Point)?
    let step = max(reach / 10, 0.5)
    for row in -10...10 {
      for column in -10...10 {
        let candidate = place + Point(Double(column) * step, Double(row) * step)
        let distance = candidate.distance(to: place)
        guard distance <= reach, isAllowed(candidate) else { continue }
        let cost = trouble(at: candidate, reach: 0) + distance * 0.001
        if cost < best?.cost ?? .infinity { best = (cost, candidate) }
      }
    }
    return best?.place
  }
}
