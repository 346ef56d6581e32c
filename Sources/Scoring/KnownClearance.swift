import Geometry

/// The swept way of a hand from one settled sample to the next.
struct SweptStep: Sendable {
  let from: SettledSample
  let to: SettledSample
  /// In microseconds; 0 where nobody knows what the hand did.
  let duration: Int
  /// Whether the contact may still be a tap.
  let isHeld: Bool
  let isFirm: Bool

  init(from: SettledSample, to: SettledSample, isLost: Bool, isHeld: Bool, isFirm: Bool) {
    self.from = from
    self.to = to
    self.isHeld = isHeld
    self.isFirm = isFirm
    duration = isLost ? 0 : to.time - from.time
  }

  /// Its length in mm, which few steps are asked for.
  var way: Double { from.place.distance(to: to.place) }
}

/// What is known of the clearance in mm of a hand from an outline: it was measured at one place, and
/// elsewhere differs by no more than the way there.
struct KnownClearance: Sendable {
  /// Where it was measured, and where the hand now is.
  private let measuredAt: FinePoint
  private var place: FinePoint
  let measured: Double
  /// Signed distances in mm of the discs' middles where it was measured, in their order.
  private let distances: SIMD4<Double>
  /// The side of the outline that it faced there, for a shape of one disc.
  let facing: Polygon.Facing?
  /// From where it was measured, in mm.
  private var away = 0.0

  init(
    at place: FinePoint, distances: SIMD4<Double>, facing: Polygon.Facing?, _ clearance: Double
  ) {
    measuredAt = place
    self.place = place
    self.distances = distances
    self.facing = facing
    measured = clearance
  }

  /// Bounds on a straight way, and how far its end is from where it was measured, in mm; nil when nothing
  /// is known at its start.
  func bounds(
    from a: FinePoint, to b: FinePoint
  ) -> (away: Double, bounds: ClearanceBounds)? {
    guard place == a else { return nil }
    let there = measuredAt.distance(to: b)
    // A straight way lies within any circle that holds both of its ends.
    return (
      there, ClearanceBounds(least: measured - max(away, there), atEnd: measured + there)
    )
  }

  /// The hand is elsewhere now, so far from where it was measured, in mm, as ``bounds(from:to:)`` gave it.
  mutating func move(to b: FinePoint, away there: Double) {
    place = b
    away = there
  }

  /// What is known at both ends of a way, at the second of which it was measured too; nil when it was
  /// not measured at the first.
  func ends(from a: FinePoint, to end: KnownClearance) -> KnownEnds? {
    guard place == a, measuredAt == a else { return nil }
    let faces =
      if let facing, let other = end.facing { facing.isSameSide(as: other) } else { false }
    return KnownEnds(start: distances, end: end.distances, isFacingOneSide: faces)
  }

  /// The hand is elsewhere now: what is known there is less by the way from where it was measured.
  mutating func follow(to b: FinePoint) { move(to: b, away: measuredAt.distance(to: b)) }

  /// Whether it was measured where the hand now is.
  var isFresh: Bool { place == measuredAt }

  /// On a straight way to a place where it is known too; nil when nothing is known at the first.
  func bounds(
    from a: FinePoint, to end: KnownClearance, way step: Double, _ ends: KnownEnds?
  ) -> ClearanceBounds? {
    guard place == a else { return nil }
    if let ends, ends.isFacingOneSide {
      // It falls or grows evenly.
      return ClearanceBounds(least: min(measured, end.measured), atEnd: end.measured)
    }
    // It falls by at most one mm per mm from both ends.
    return ClearanceBounds(
      least: (measured - away + end.measured - step) / 2, atEnd: end.measured)
  }

  /// How far the hand may go from where it is, in mm, with the clearance surely above one figure and
  /// below another.
  func freedom(above least: Double, below most: Double) -> Double {
    min(measured - least, most - measured) - away - ClearanceBounds.slack - ClearanceBounds.slack
  }
}

/// Signed distances in mm of a hand's discs' middles at both ends of a way, and whether it is a hand of one
/// disc that faces one side of the outline all along, so that they fall or grow evenly.
struct KnownEnds: Sendable {
  let start: SIMD4<Double>
  let end: SIMD4<Double>
  let isFacingOneSide: Bool
}

/// What a clearance is surely more than on a way, and less than at its end, in mm.
struct ClearanceBounds: Sendable {
  let least: Double
  let atEnd: Double

  /// More than rounding can take from clearances and ways.
  static let slack = 0.001

  init(least: Double, atEnd: Double) {
    self.least = least - ClearanceBounds.slack
    self.atEnd = atEnd + ClearanceBounds.slack
  }
}
