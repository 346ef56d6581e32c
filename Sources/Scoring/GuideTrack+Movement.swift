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
    entry.touch(follow.bins(from: start, to: new, on: guide))
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
