import Geometry

/// Movement along the guide while the hand is within its corridor.
extension GuideTrack {
  mutating func move(
    _ follow: inout Follow, to match: Polyline.Match, from time: Int, turn: Double, slack: Double,
    entry: inout TickEntry
  ) {
    let old = follow.arc
    follow.arc = match.arc
    if follow.isTurned {
      moveTurned(&follow, old, match, from: time, turn, &entry)
    } else if current?.move(
      &follow, from: old, to: match, on: guide, turn: turn, slack: slack, rules: shared,
      entry: &entry) == true
    {
      endRunBack(&follow)
    }
  }

  /// After a run back that ended a stroke: still back, or forward into the next stroke.
  private mutating func moveTurned(
    _ follow: inout Follow, _ old: Double, _ match: Polyline.Match, from time: Int,
    _ turn: Double, _ entry: inout TickEntry
  ) {
    let new = match.arc
    follow.low = min(follow.low, new)
    if new < old && !follow.isReturning {
      follow.isBackward = true
      entry.backward = FixedLength.units(old - new)
    }
    guard new > follow.low + turn else { return }
    follow.isTurned = false
    follow.endReturn()
    let start = follow.low
    endStroke()
    beginStroke(at: start, time: time, turn: turn)
    entry.stroke = currentSerial
    entry.cover(from: start, match)
    entry.touch(start, new, &follow, guide)
    reach(new)
  }

  /// Ends the stroke where the hand has run back.
  mutating func endIfRunBack(_ follow: inout Follow, turn: Double) {
    if current?.isRunBack(at: follow.arc, on: guide, turn: turn, rules: shared) == true {
      endRunBack(&follow)
    }
  }

  private mutating func endRunBack(_ follow: inout Follow) {
    follow.isTurned = true
    follow.low = follow.arc
    endStroke()
  }

  /// A hand that leaves the corridor at the end of a stroke is on its way back.
  mutating func startReturnOff(_ follow: inout Follow) {
    guard !follow.isTurned, current?.mayReturn(on: guide, rules: shared) == true else { return }
    follow.startReturn(at: follow.arc)
    markReturned()
  }
}

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
      entry.touch(old, new, &follow, guide)
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
  fileprivate mutating func cover(from arc: Double, _ match: Polyline.Match) {
    covered = FixedLength.units(match.arc - arc)
    deviation = match.deviation
  }

  /// The bins between two arcs, the second of which is the hand's new one.
  fileprivate mutating func touch(
    _ old: Double, _ new: Double, _ follow: inout Follow, _ guide: PreparedGuide
  ) {
    // Mostly the tick before ended in the first of them.
    let before = follow.binned == old ? follow.bin : guide.bin(at: old)
    let after = guide.bin(at: new)
    follow.binned = new
    follow.bin = after
    firstBin = min(before, after)
    lastBin = max(before, after)
  }
}
