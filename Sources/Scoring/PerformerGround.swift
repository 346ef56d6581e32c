import BackAtlas
import Geometry
import Scenarios

/// The back under the hand of a phase: where its whole shape may touch, and how firmly.
struct PerformerGround: Sendable {
  struct Area: Sendable {
    let outline: Polygon
    /// The greatest share of pressure that keeps the area's rule; nil: no touch keeps it.
    let limit: Double?
    /// Whether the hand is led round the area where it can be.
    let isAvoided: Bool
  }

  private let areas: [Area]
  private let offsets: [Point]
  private let radius: Double

  /// Free space in mm below which a touch has to be reckoned with, and what the expert keeps.
  static let tightClearance = 0.4
  static let easyClearance = 2.5

  init(_ scenario: Scenario, _ phase: Phase) {
    let hand = phase.hand
    radius = hand.discRadius
    offsets = hand.discOffsets(rowAcross: phase.rowAcross)
    let wanted = phase.pressure.fullLow
    var areas = scenario.spasm.map { area in
      let limit = area.contact == .none ? nil : area.maxPressure
      // A firm hand keeps off what is to be touched lightly, also where it could lighten.
      return Area(
        outline: area.outline.polygon,
        limit: limit.map { PerformerGround.pressure(under: $0, wanted: wanted) },
        isAvoided: hand.isFirm || (limit ?? 0) < wanted)
    }
    areas.append(
      Area(
        outline: Region.spine.outline(on: scenario.patient.back),
        limit: hand.isFirm ? nil : PerformerGround.pressure(under: 0.3, wanted: wanted),
        isAvoided: hand.isFirm || wanted > 0.3))
    self.areas = areas
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
    var least = Double.infinity
    for offset in offsets {
      let middle = FinePoint(
        x: FinePoint.units(place.x + offset.x), y: FinePoint.units(place.y + offset.y))
      guard outline.mayReach(middle, middle, within: radius + reach + within) else { continue }
      least = min(least, outline.signedDistance(to: middle) - radius - reach)
    }
    return least
  }

  /// Free space in mm to everything that is to be kept off, up to `within`.
  func freedom(at place: Point, reach: Double, within: Double) -> Double {
    var least = Double.infinity
    for area in areas where area.isAvoided {
      least = min(
        least, clearance(of: area.outline, at: place, reach: reach, within: within))
    }
    return least
  }

  /// What it costs to have the hand at a place: nothing where it is free.
  func trouble(at place: Point, reach: Double) -> Double {
    var sum = 0.0
    for area in areas where area.isAvoided {
      let space = clearance(
        of: area.outline, at: place, reach: reach, within: PerformerGround.easyClearance)
      guard space < PerformerGround.easyClearance else { continue }
      sum += (PerformerGround.easyClearance - space) * 0.05
      if space < PerformerGround.tightClearance {
        let excess = PerformerGround.tightClearance - space
        // Where lightening will do, a touch is the lesser evil.
        sum += area.limit == nil ? PerformerGround.forbidden + 50 * excess : 4 + excess
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
