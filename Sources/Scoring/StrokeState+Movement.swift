import Geometry

/// Movement of a stroke along its guide.
extension StrokeState {
  /// Takes the hand's next place within the corridor, and says whether it has run back so far that the
  /// stroke is over.
  mutating func move(
    _ follow: inout Follow, from old: Double, to match: Polyline.Match, on guide: PreparedGuide,
    turn: Double, slack: Double, rules: SharedRules, entry: inout TickEntry
  ) -> Bool {
    let new = match.arc
    let behind = mark - turn
    if new > mark {
      follow.endReturn()
      entry.cover(from: max(old, mark), match)
    }
    reach(new)
    entry.moved = FixedLength.units(abs(new - old))
    if new < old, new < behind {
      if mayReturn(on: guide, rules: rules) {
        follow.startReturn(at: new)
        hasReturned = true
      } else {
        follow.isBackward = true
        entry.backward = FixedLength.units(min(old, behind) - new)
      }
    }
    if follow.isReturning {
      follow.low = min(follow.low, new)
      if new > follow.low + turn { follow.endReturn() }
    } else {
      entry.touch(follow.bins(from: old, to: new, on: guide))
      rub(from: old, to: new, slack: slack)
    }
    return isRunBack(at: new, on: guide, turn: turn, rules: rules)
  }

  /// Any run back that reaches the first tenth, or goes back by more than half of the guide from
  /// the mark, ends the stroke.
  func isRunBack(at arc: Double, on guide: PreparedGuide, turn: Double, rules: SharedRules) -> Bool
  {
    guard arc < mark - turn else { return false }
    return arc <= guide.length * rules.rules.firstTenth
      || mark - arc > guide.length * rules.rules.returnAfter
  }

  /// Forward over at least half of the guide and into its last tenth: travel back is a return.
  func mayReturn(on guide: PreparedGuide, rules: SharedRules) -> Bool {
    mark - start >= guide.length * rules.rules.returnAfter
      && mark >= guide.length * rules.rules.lastTenth
  }
}

extension TickEntry {
  /// Takes the newly covered length, from an arc to where the hand now is.
  mutating func cover(from arc: Double, _ match: Polyline.Match) {
    covered = FixedLength.units(match.arc - arc)
    deviation = match.deviation
  }

  mutating func touch(_ bins: (first: Int, last: Int)) {
    firstBin = bins.first
    lastBin = bins.last
  }
}
