import Geometry

/// The swept way of a hand from one settled sample to the next.
struct SweptStep: Sendable {
  let from: SettledSample
  let to: SettledSample
  /// Length in mm.
  let way: Double
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
    way = from.place.distance(to: to.place)
    duration = isLost ? 0 : to.time - from.time
  }
}

/// What is known of the clearance in mm of a hand from an outline at a place: it was measured on
/// the way there, and since then cannot have changed by more than the way.
struct KnownClearance: Sendable {
  private let place: FinePoint
  let measured: Double
  /// Signed distance of the middle of the nearest disc where it was measured.
  private let nearest: Double
  /// In mm, since it was measured.
  private let way: Double

  private init(at place: FinePoint, nearest: Double, _ clearance: Double, way: Double) {
    self.place = place
    self.nearest = nearest
    measured = clearance
    self.way = way
  }

  init(at place: FinePoint, nearest: Double, _ clearance: Double) {
    self.init(at: place, nearest: nearest, clearance, way: 0)
  }

  /// Nil when nothing is known at the first place.
  func moved(from a: FinePoint, to b: FinePoint, way step: Double) -> KnownClearance? {
    place == a ? KnownClearance(at: b, nearest: nearest, measured, way: way + step) : nil
  }

  /// Signed distances of the nearest disc's middle here and at a place where the clearance was
  /// measured too; nil when it was not measured here.
  func ends(from a: FinePoint, to end: KnownClearance) -> (start: Double, end: Double)? {
    place == a && way == 0 ? (nearest, end.nearest) : nil
  }

  /// All the way from where it was measured.
  var bounds: ClearanceBounds { ClearanceBounds(least: measured - way, atEnd: measured + way) }

  /// On a straight way to a place where it is known too; nil when nothing is known at the first.
  func bounds(from a: FinePoint, to end: KnownClearance, way step: Double) -> ClearanceBounds? {
    guard place == a else { return nil }
    // It falls by at most one mm per mm from both ends.
    return ClearanceBounds(
      least: (measured - way + end.measured - step) / 2, atEnd: end.measured)
  }
}

/// What a clearance is surely more than on a way, and less than at its end, in mm.
struct ClearanceBounds: Sendable {
  let least: Double
  let atEnd: Double

  /// More than rounding can take from clearances and ways.
  private static let slack = 0.001

  init(least: Double, atEnd: Double) {
    self.least = least - ClearanceBounds.slack
    self.atEnd = atEnd + ClearanceBounds.slack
  }
}
