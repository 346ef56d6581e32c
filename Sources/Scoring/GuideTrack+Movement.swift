import Geometry

/// Movement along the guide while the hand is within its corridor.
extension GuideTrack {
  mutating func move(
    _ follow: inout Follow, to match: Polyline.Match, turn: Double, from: Int, to time: Int
  ) -> Touch? {
    let old = follow.arc
    let new = match.arc
    follow.arc = new
    if follow.isTurned {
      return moveTurned(&follow, old, match, turn, from, time)
    }
    return moveStroke(&follow, old, match, turn, from, time)
  }

  /// After a run back that ended a stroke: still back, or forward into the next stroke.
  private mutating func moveTurned(
    _ follow: inout Follow, _ old: Double, _ match: Polyline.Match, _ turn: Double, _ from: Int,
    _ time: Int
  ) -> Touch? {
    let new = match.arc
    follow.low = min(follow.low, new)
    if new < old && !follow.isReturning {
      follow.isBackward = true
      goBackBetweenStrokes(old - new, from: from, to: time)
    }
    guard new > follow.low + turn else { return nil }
    follow.isTurned = false
    follow.isReturning = false
    follow.forgiven = 0
    follow.forgivenSpans = SpanList()
    follow.isOverdrawn = false
    let start = follow.low
    beginStroke(at: start, time: from)
    cover(from: start, match, from, time)
    return touched(start, new, time)
  }

  private mutating func moveStroke(
    _ follow: inout Follow, _ old: Double, _ match: Polyline.Match, _ turn: Double, _ from: Int,
    _ time: Int
  ) -> Touch? {
    guard let stroke = current else { return nil }
    let new = match.arc
    let behind = stroke.mark - turn
    var touch: Touch?
    if new > stroke.mark {
      follow.isReturning = false
      cover(from: max(old, stroke.mark), match, from, time)
    }
    advance(to: new, by: new - old, time)
    if new < old, new < behind {
      if mayReturn(stroke) {
        if !follow.isReturning { follow.low = new }
        follow.isReturning = true
        markReturned()
      } else {
        follow.isBackward = true
        goBackInStroke(min(old, behind) - new, from: from, to: time)
      }
    }
    if follow.isReturning {
      follow.low = min(follow.low, new)
      if new > follow.low + turn { follow.isReturning = false }
    } else {
      touch = touched(old, new, time)
    }
    endIfRunBack(&follow, turn: turn)
    return touch
  }

  /// Any run back that reaches the first tenth, or goes back by more than half of the guide from
  /// the mark, ends the stroke.
  mutating func endIfRunBack(_ follow: inout Follow, turn: Double) {
    guard let stroke = current, follow.arc < stroke.mark - turn else { return }
    guard
      follow.arc <= guide.length * ruleSet.firstTenth
        || stroke.mark - follow.arc > guide.length * ruleSet.returnAfter
    else { return }
    follow.isTurned = true
    follow.low = follow.arc
    endStroke()
  }

  /// A hand that leaves the corridor at the end of a stroke is on its way back.
  mutating func startReturnOff(_ follow: inout Follow) {
    guard let stroke = current, !follow.isTurned, !follow.isReturning, mayReturn(stroke) else {
      return
    }
    follow.isReturning = true
    follow.low = follow.arc
    markReturned()
  }

  /// Forward over at least half of the guide and into its last tenth: travel back is a return.
  func mayReturn(_ stroke: StrokeState) -> Bool {
    stroke.mark - stroke.start >= guide.length * ruleSet.returnAfter
      && stroke.mark >= guide.length * ruleSet.lastTenth
  }

  private func touched(_ a: Double, _ b: Double, _ time: Int) -> Touch? {
    guard let stroke = current else { return nil }
    let (low, high) = (guide.bin(at: min(a, b)), guide.bin(at: max(a, b)))
    return Touch(guide: index, stroke: stroke.serial, bins: low...high, time: time)
  }
}
