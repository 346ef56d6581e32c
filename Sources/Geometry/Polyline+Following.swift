/// Matching a hand that is followed: it is nearly always where it was a moment ago.
extension Polyline {
  /// The nearest point among arcs within `reach` mm of an arc, the earlier one on a tie: what
  /// ``nearest(to:from:through:)`` finds, mostly by looking at one step.
  ///
  /// Where the line bends little, a point nearest among its neighbours is the nearest of all: with a
  /// bend of at most a at each vertex, steps of at least l, and all bends of the range together less
  /// than b, no other point of the range is as near as one at a distance d < l cos²(b) / (2 a) that
  /// is nearer than those of its own and both neighbouring steps. Another point at s mm along the
  /// line is at least s cos(b) away from it; with m vertices between, s = m l + r, it has left its
  /// tangent by at most a (l m (m + 1) / 2 + r (m + 1)), and from s = l on d times that is less than
  /// half the square of the way.
  ///
  /// - Parameter step: the index of the step that a place nearby was nearest to, any other where that
  ///   is not known; afterwards that of this place, where it was found nearby.
  public func nearest(
    to place: FinePoint, around arc: Double, within reach: Double, step: inout Int
  ) -> Match {
    if certain > 0, reach <= Polyline.bendRange / 2 {
      let (from, through) = (max(arc - reach, 0), min(arc + reach, length))
      if !holds(arc, step) { step = self.step(at: arc) }
      if let match = follow(place, &step, from, through) { return match }
    }
    return nearest(to: place, from: arc - reach, through: arc + reach)
  }

  private func holds(_ arc: Double, _ index: Int) -> Bool {
    steps.indices.contains(index) && steps[index].start <= arc && arc <= steps[index].end
  }

  /// Nil where it is not certain.
  private func follow(
    _ place: FinePoint, _ index: inout Int, _ from: Double, _ through: Double
  ) -> Match? {
    var visits = 0
    while visits < Polyline.mostVisits {
      visits += 1
      guard isWhole(index, from, through) else { return nil }
      let here = steps[index]
      let offset = place.offset(from: here.vertex)
      let along = offset.x * here.way.x + offset.y * here.way.y
      if along > 0, along < here.square {
        let match = here.match(offset, share: along / here.square)
        let distance = match.distance
        guard distance < certain else { return nil }
        // Far enough from both ends no bend of the line brings a neighbour as near.
        let edge = (2 * distance * bend + Polyline.edge) * (here.end - here.start)
        if along > edge, here.square - along > edge { return match }
      } else if visits < Polyline.mostVisits / 2 {
        // Far beyond an end: straight on.
        if along >= 2 * here.square, index + 1 < steps.count {
          index += 1
          continue
        }
        if along <= -here.square, index > 0 {
          index -= 1
          continue
        }
      }
      let best = nearestOfThree(to: place, around: index, from, through)
      guard best.match.distance < certain else { return nil }
      if best.index == index { return best.match }
      index = best.index
    }
    return nil
  }

  /// Whether a step and its neighbours lie within a range of arcs as a whole.
  private func isWhole(_ index: Int, _ from: Double, _ through: Double) -> Bool {
    steps[max(0, index - 1)].start >= from
      && steps[min(steps.count - 1, index + 1)].end <= through
  }

  private func nearestOfThree(
    to place: FinePoint, around index: Int, _ from: Double, _ through: Double
  ) -> (index: Int, match: Match) {
    var best = (index: index, match: Match(arc: 0, deviation: .infinity))
    var least = Double.infinity
    for other in max(0, index - 1)...min(steps.count - 1, index + 1) {
      let step = steps[other]
      let offset = place.offset(from: step.vertex)
      let share = step.share(of: offset, from, through)
      let square = step.squareDistance(offset, share: share)
      guard square < least else { continue }
      least = square
      best = (other, step.match(offset, share: share))
    }
    return best
  }

  /// Steps looked at before the range is searched instead.
  private static let mostVisits = 8
  /// More, in mm, than rounding can move a point along the line.
  private static let edge = 1e-4
  /// Range of arcs in mm for which bends are added up.
  static let bendRange = 80.0

  /// How sharply a line bends at a vertex at most, and how far a place may be from it for
  /// ``nearest(to:around:within:)`` to be certain of what it finds nearby: 0 where it never is.
  static func certainty(of steps: [Step]) -> (bend: Double, reach: Double) {
    var bends = [0.0]
    var shortest = steps[0].end - steps[0].start
    var sharpest = 0.0
    for index in steps.indices.dropFirst() {
      let (a, b) = (steps[index - 1].way, steps[index].way)
      let lengths = (steps[index - 1].square * steps[index].square).squareRoot()
      let sine = abs(a.x * b.y - a.y * b.x) / lengths
      guard a.x * b.x + a.y * b.y > 0, sine < 0.5 else { return (0, 0) }
      // An angle under 30 degrees is at most this much larger than its sine.
      let angle = 1.05 * sine
      bends.append(bends[index - 1] + angle)
      sharpest = max(sharpest, angle)
      shortest = min(shortest, steps[index].end - steps[index].start)
    }
    var most = 0.0
    var first = 0
    for index in steps.indices {
      while steps[first].end < steps[index].start - bendRange { first += 1 }
      most = max(most, bends[index] - bends[first])
    }
    guard most < 1 else { return (0, 0) }
    // The square of the cosine of an angle under 1 is at least 1 less the square of the angle.
    let cosine = 1 - most * most
    let reach = safety * shortest * cosine / (2 * max(sharpest, 1e-9))
    return (sharpest, min(reach, Polyline.farthest))
  }

  /// Part of what is proven that is made use of: much more than rounding can take.
  private static let safety = 0.7
  /// Farther from a line than this, in mm, nobody follows it.
  private static let farthest = 1_000.0
}
