import Attempts
import Geometry
import Scenarios

/// What ticks leave behind.
extension ReferenceStrokes {
  func cover(
    _ hand: Hand, _ stroke: ReferenceStroke, _ length: Double, _ deviation: Double,
    _ isInAlarm: Bool
  ) {
    stroke.covers.append(
      ReferenceStroke.Cover(length: length, deviation: deviation, isInAlarm: isInAlarm))
    if !isInAlarm { hand.coveredSince += length }
  }

  /// Touches the bins from one arc to another, if the hand is at a working speed 200 ms later.
  func touch(
    _ hand: Hand, _ guide: ReferenceGuide, _ from: Double, _ to: Double, _ time: Int,
    _ run: ReferenceRun
  ) {
    guard let stroke = guide.current, !hand.isReturning, isWorking(hand, time, run) else { return }
    let (a, b) = (guide.bin(from), guide.bin(to))
    for bin in min(a, b)...max(a, b) { stroke.bins.insert(bin) }
  }

  /// Whether what is touched at a time counts as done.
  private func isWorking(_ hand: Hand, _ time: Int, _ run: ReferenceRun) -> Bool {
    if isVibrationAllowed, hand.contact.isInAlarm(time) { return false }
    guard isTimed else { return true }
    guard run.duration > 0 else { return false }
    let grid = run.grid
    /// The tick on the grid at or before a time, or else the last.
    func tick(_ time: Int) -> ReferenceTick? {
      guard let first = grid.first, time >= first.time else { return nil }
      return grid[min((time - first.time) / ReferenceFigures.tick, grid.count - 1)]
    }
    let speed =
      run.isJudgedWhole
      ? run.wholeSpeed(pixel: hand.contact.pixel)
      : tick(time + ReferenceFigures.speedWindow)?.speed ?? 0
    return speed <= upperSpeed
      && tick(time + ReferenceFigures.burstDelay)?.burst ?? 0 <= upperSpeed
  }

  func wobble(
    _ hand: Hand, _ guide: ReferenceGuide, _ tick: ReferenceTick, _ deviation: Double,
    _ isInAlarm: Bool
  ) {
    guard tick.isOnGrid, tick.time % ReferenceFigures.wobbleTick == 0 else { return }
    let before = hand.averages ?? (deviation, deviation)
    let quick = before.quick + 10.0 / (10 + 20) * (deviation - before.quick)
    let slow = before.slow + 10.0 / (10 + 80) * (deviation - before.slow)
    hand.averages = (quick, slow)
    if !isInAlarm {
      guide.wobbles.append((square: min((quick - slow) * (quick - slow), 10_000), length: hand.coveredSince))
    }
    hand.coveredSince = 0
  }

  func note(_ hand: Hand, _ run: ReferenceRun, _ tick: ReferenceTick, _ isInAlarm: Bool) {
    var moment = ReferenceMoment(isReturning: hand.isReturning)
    if let index = hand.guide, guides[index].turned == nil {
      moment.stroke = guides[index].current
    }
    hand.moments[tick.time] = moment
    if run.isSpeedJudged(tick), !isInAlarm, !moment.isReturning, let stroke = moment.stroke {
      stroke.speeds.append((time: tick.time, speed: tick.speed))
    }
  }
}
