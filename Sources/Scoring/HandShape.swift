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
    precondition(offsets.count <= SIMD4<Double>.scalarCount, "a hand has at most four discs")
  }

  /// The clearance in mm between the shape at a place and an outline: negative where they overlap.
  /// `hint` is what was known nearby.
  func clearance(at place: FinePoint, of outline: Polygon, hint: KnownClearance?) -> KnownClearance
  {
    var distances = SIMD4(repeating: Double.infinity)
    if offsets.count == 1 {
      let middle = place + offsets[0]
      if let facing = outline.facing(middle, hint: hint?.facing) {
        let nearest = outline.signedDistance(to: middle, facing: facing)
        distances[0] = nearest
        return KnownClearance(at: place, distances: distances, facing: facing, nearest - radius)
      }
    }
    var least = Double.infinity
    for index in offsets.indices {
      distances[index] = outline.signedDistance(to: place + offsets[index])
      least = min(least, distances[index])
    }
    return KnownClearance(at: place, distances: distances, facing: nil, least - radius)
  }

  /// The smallest clearance in mm between the shape, swept from `a` to `b`, and an outline:
  /// negative where they overlap. Infinity when farther than `reach` from it. Overlaps less deep
  /// than `known` (a depth in mm) may come out less deep than they are. `ends` are the signed
  /// distances of the discs' middles at both ends, where they are known: they need not be measured
  /// again.
  func clearance(
    from a: FinePoint, to b: FinePoint, of outline: Polygon, reach: Double, known: Double = 0,
    ends: KnownEnds? = nil
  ) -> Double {
    var least = Double.infinity
    for index in offsets.indices {
      let (start, end) = (a + offsets[index], b + offsets[index])
      guard outline.mayReach(start, end, within: radius + reach) else { continue }
      let deepest =
        if let ends, ends.isFacingOneSide {
          min(ends.start[index], ends.end[index])
        } else if let ends {
          outline.deepestSignedDistance(
            from: start, at: ends.start[index], to: end, at: ends.end[index],
            known: radius - known)
        } else {
          outline.deepestSignedDistance(from: start, to: end, known: radius - known)
        }
      least = min(least, deepest - radius)
    }
    return least
  }
}
