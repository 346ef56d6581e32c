/// How near a place has to be to a followed line for what is found nearby to be the nearest of all.
extension Polyline {
  struct Certainty: Hashable, Sendable {
    /// How sharply the line bends at a vertex at most, in radians or a little more.
    var bend: Double
    /// A place nearer to the line than this, in mm, that is nearest to a step among it and its
    /// neighbours, is nearest to it of all in range.
    var reach: Double
  }

  /// Range of arcs in mm within which a hand is looked for.
  static let bendRange = 80.0
  /// Part of what is proven that is made use of: much more than rounding can take.
  private static let safety = 0.7
  /// Farther from a line than this, in mm, nobody follows it.
  private static let farthest = 1_000.0
  /// How many steps away from one others are told apart by how far off they lie, and no more by how
  /// little the line bends.
  private static let windows = [3, 6, 12, 24]
  /// A line of so many steps within the range is not followed but cut anew.
  private static let densest = 100.0
  /// For a line of more steps nothing is worked out: with those of a smooth guide that is 10 m, more than
  /// anybody draws on a back, and what a file may ask for would take seconds.
  static let mostSteps = 5_000

  /// One for the whole line where it bends little, or one a step where that helps.
  static func certainties(of steps: [Step]) -> [Certainty] {
    let angles = steps.indices.map { $0 == 0 ? 0 : angle(steps[$0 - 1], steps[$0]) }
    if let whole = whole(steps, angles) { return [whole] }
    let length = steps[steps.count - 1].end
    guard steps.count > windows[0], steps.count <= mostSteps,
      bendRange * Double(steps.count) < densest * length
    else { return [] }
    let each = steps.indices.map { local(steps, angles, $0) }
    return each.contains { $0.reach > 0 } ? each : []
  }

  /// Between two steps; infinite where it is not a small one.
  private static func angle(_ before: Step, _ after: Step) -> Double {
    let (a, b) = (before.way, after.way)
    let sine = abs(a.x * b.y - a.y * b.x) / (before.square * after.square).squareRoot()
    guard a.x * b.x + a.y * b.y > 0, sine < 0.5 else { return .infinity }
    // An angle under 30 degrees is at most this much larger than its sine.
    return 1.05 * sine
  }

  /// The distance of a place within which no other point of a line is as near that bends by at most
  /// `sharpest` at each vertex and by `sum` in all, in steps of at least `shortest` mm.
  private static func reach(sharpest: Double, sum: Double, shortest: Double) -> Double {
    guard sum < 1 else { return 0 }
    // The square of the cosine of an angle under 1 is at least 1 less the square of the angle.
    let cosine = 1 - sum * sum
    return min(safety * shortest * cosine / (2 * max(sharpest, 1e-9)), farthest)
  }

  /// Nil where some stretch bends too much.
  private static func whole(_ steps: [Step], _ angles: [Double]) -> Certainty? {
    var bends = [0.0]
    var shortest = steps[0].end - steps[0].start
    var sharpest = 0.0
    for index in steps.indices.dropFirst() {
      guard angles[index] < .infinity else { return nil }
      bends.append(bends[index - 1] + angles[index])
      sharpest = max(sharpest, angles[index])
      shortest = min(shortest, steps[index].end - steps[index].start)
    }
    var most = 0.0
    var first = 0
    for index in steps.indices {
      while steps[first].end < steps[index].start - bendRange { first += 1 }
      most = max(most, bends[index] - bends[first])
    }
    let reach = reach(sharpest: sharpest, sum: most, shortest: shortest)
    return reach > 0 ? Certainty(bend: sharpest, reach: reach) : nil
  }

  /// About one step: within a window of others what is proven of lines that bend little, beyond it how
  /// far off the line lies. A point at a distance d of the step is nearer than all that lies more than
  /// 2 d from the step.
  private static func local(_ steps: [Step], _ angles: [Double], _ index: Int) -> Certainty {
    let clear = clearances(steps, index)
    var best = Certainty(bend: 0, reach: 0)
    for (at, window) in windows.enumerated() {
      let low = max(0, index - window)
      let high = min(steps.count - 1, index + window)
      let before = angles[low...index].dropFirst()
      let after = angles[(index + 1)...].prefix(high - index)
      let sharpest = max(before.max() ?? 0, after.max() ?? 0)
      // A wider one bends no less.
      guard sharpest < .infinity else { break }
      var shortest = Double.infinity
      for other in low...high { shortest = min(shortest, steps[other].end - steps[other].start) }
      let near = reach(
        sharpest: sharpest, sum: max(before.reduce(0, +), after.reduce(0, +)), shortest: shortest)
      let reach = min(near, safety * clear[at] / 2)
      if reach > best.reach { best = Certainty(bend: sharpest, reach: reach) }
    }
    return best
  }

  /// Along the line between two steps, in mm: from the end of one to the start of the other.
  private static func gap(_ a: Step, _ b: Step) -> Double {
    max(a.start - b.end, b.start - a.end)
  }

  /// At least so far from a step, in mm, lies all of the range that is beyond each window.
  private static func clearances(_ steps: [Step], _ index: Int) -> [Double] {
    let here = steps[index]
    var clear = windows.map { _ in Double.infinity }
    for direction in [-1, 1] {
      var other = index
      while steps.indices.contains(other + direction),
        gap(steps[other + direction], here) <= bendRange
      {
        other += direction
      }
      // From the farthest inward, so that each window finds what lies beyond it.
      var least = Double.infinity
      var window = windows.count - 1
      while window >= 0 {
        if abs(other - index) <= windows[window] {
          clear[window] = min(clear[window], least)
          window -= 1
          continue
        }
        // No point of a step is farther from its middle than half its length.
        let halves = (here.end - here.start + steps[other].end - steps[other].start) / 2
        let between =
          steps[other].vertex.offset(from: here.vertex) + (steps[other].way - here.way) * 0.5
        let most = least + halves
        if between.x * between.x + between.y * between.y < most * most {
          least = max(0, between.length - halves)
        }
        other -= direction
      }
    }
    return clear
  }
}
