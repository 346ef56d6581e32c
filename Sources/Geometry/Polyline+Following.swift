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
  /// half the square of the way. How near that is, ``certainties(of:)`` works out: for the whole line, or
  /// for each step.
  ///
  /// - Parameter step: the index of the step that a place nearby was nearest to, any other where that
  ///   is not known; afterwards that of this place, where it was found nearby.
  public func nearest(
    to place: FinePoint, around arc: Double, within reach: Double, step: inout Int
  ) -> Match {
    if !certainties.isEmpty, reach <= Polyline.bendRange / 2 {
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
      let certainty = certainties[certainties.count == 1 ? 0 : index]
      let offset = place.offset(from: here.vertex)
      let along = offset.x * here.way.x + offset.y * here.way.y
      if along > 0, along < here.square {
        let match = here.match(offset, share: along / here.square)
        let distance = match.distance
        guard distance < certainty.reach else { return nil }
        // Far enough from both ends no bend of the line brings a neighbour as near.
        let edge = (2 * distance * certainty.bend + Polyline.edge) * (here.end - here.start)
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
      if best.index == index { return best.match.distance < certainty.reach ? best.match : nil }
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
}
