import Geometry
import Scenarios

/// The part of a hand that touches, as discs around the place of the input.
struct HandShape: Sendable {
  let radius: Double
  /// Middles of the discs, relative to the hand's place, in nanometres.
  let offsets: [FinePoint]
  /// Knuckles and thumb press by their nature; palm and fingertips are light.
  let isFirm: Bool

  init(_ hand: Hand, rowAcross: Bool) {
    radius = hand.discRadius
    isFirm = hand.isFirm
    offsets = hand.discOffsets(rowAcross: rowAcross).map {
      FinePoint(x: FinePoint.units($0.x), y: FinePoint.units($0.y))
    }
  }

  /// The clearance in mm between the shape at a place and an outline: negative where they overlap.
  /// `hint` is what was known nearby.
  func clearance(at place: FinePoint, of outline: Polygon, hint: KnownClearance?) -> KnownClearance
  {
    if offsets.count == 1 {
      let middle = place + offsets[0]
      if let facing = outline.facing(middle, hint: hint?.facing) {
        let nearest = outline.signedDistance(to: middle, facing: facing)
        return KnownClearance(at: place, nearest: nearest, facing: facing, nearest - radius)
      }
    }
    var least = Double.infinity
    for offset in offsets { least = min(least, outline.signedDistance(to: place + offset)) }
    return KnownClearance(at: place, nearest: least, facing: nil, least - radius)
  }

  /// The smallest clearance in mm between the shape, swept from `a` to `b`, and an outline:
  /// negative where they overlap. Infinity when farther than `reach` from it. Overlaps less deep
  /// than `known` (a depth in mm) may come out less deep than they are. `ends` are the signed
  /// distances of the nearest disc's middle at both ends, where they are known: a shape of one disc
  /// need not measure them again.
  func clearance(
    from a: FinePoint, to b: FinePoint, of outline: Polygon, reach: Double, known: Double = 0,
    ends: KnownEnds? = nil
  ) -> Double {
    var least = Double.infinity
    for offset in offsets {
      let start = FinePoint(x: a.x + offset.x, y: a.y + offset.y)
      let end = FinePoint(x: b.x + offset.x, y: b.y + offset.y)
      guard outline.mayReach(start, end, within: radius + reach) else { continue }
      let deepest =
        if let ends, ends.isFacingOneSide {
          min(ends.start, ends.end)
        } else if let ends, offsets.count == 1 {
          outline.deepestSignedDistance(
            from: start, at: ends.start, to: end, at: ends.end, known: radius - known)
        } else {
          outline.deepestSignedDistance(from: start, to: end, known: radius - known)
        }
      least = min(least, deepest - radius)
    }
    return least
  }
}
