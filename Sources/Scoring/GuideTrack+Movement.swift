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
    } else {
      moveStroke(&follow, old, match, turn, slack, &entry)
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
    cover(from: start, match, &entry)
    touch(start, new, &entry)
    reach(new)
  }

  private mutating func moveStroke(
    _ follow: inout Follow, _ old: Double, _ match: Polyline.Match, _ turn: Double,
    _ slack: Double, _ entry: inout TickEntry
  ) {
    guard let mark = current?.mark else { return }
    let new = match.arc
    let behind = mark - turn
    if new > mark {
      follow.endReturn()
      cover(from: max(old, mark), match, &entry)
    }
    reach(new)
    entry.moved = FixedLength.units(abs(new - old))
    if new < old, new < behind {
      if mayReturn {
        follow.startReturn(at: new)
        markReturned()
      } else {
        follow.isBackward = true
        entry.backward = FixedLength.units(min(old, behind) - new)
      }
    }
    if follow.isReturning {
      follow.low = min(follow.low, new)
      if new > follow.low + turn { follow.endReturn() }
    } else {
      touch(old, new, &entry)
      rub(from: old, to: new, slack: slack)
    }
    endIfRunBack(&follow, turn: turn)
  }

  private func cover(from arc: Double, _ match: Polyline.Match, _ entry: inout TickEntry) {
    entry.covered = FixedLength.units(match.arc - arc)
    entry.deviation = match.deviation
  }

  private func touch(_ a: Double, _ b: Double, _ entry: inout TickEntry) {
    entry.firstBin = guide.bin(at: min(a, b))
    entry.lastBin = guide.bin(at: max(a, b))
  }

  /// Any run back that reaches the first tenth, or goes back by more than half of the guide from
  /// the mark, ends the stroke.
  mutating func endIfRunBack(_ follow: inout Follow, turn: Double) {
    guard let mark = current?.mark, follow.arc < mark - turn else { return }
    guard
      follow.arc <= guide.length * rules.firstTenth
        || mark - follow.arc > guide.length * rules.returnAfter
    else { return }
    follow.isTurned = true
    follow.low = follow.arc
    endStroke()
  }

  /// A hand that leaves the corridor at the end of a stroke is on its way back.
  mutating func startReturnOff(_ follow: inout Follow) {
    guard !follow.isTurned, mayReturn else { return }
    follow.startReturn(at: follow.arc)
    markReturned()
  }

  /// Forward over at least half of the guide and into its last tenth: travel back is a return.
  private var mayReturn: Bool {
    guard let mark = current?.mark, let start = current?.start else { return false }
    return mark - start >= guide.length * rules.returnAfter
      && mark >= guide.length * rules.lastTenth
  }
}
