import Attempts
import Geometry
import Scenarios

/// What ticks leave behind.
extension ReferenceStrokes {
  func cover(
    _ hand: Hand, _ stroke: ReferenceStroke, _ length: Double, _ deviation: Double,
    _ isInAlarm: Bool
  ) {
    let length = ReferenceFigures.booked(length)
    guard !hand.isTap, length > 0 else { return }
    stroke.covers.append(
      ReferenceStroke.Cover(length: length, deviation: deviation, isInAlarm: isInAlarm))
    // What a value of the wobble stands for is of one stroke.
    if hand.coveredStroke !== stroke { hand.coveredSince = 0 }
    hand.coveredStroke = stroke
    hand.coveredSince += length
  }

  /// Touches the bins from one arc to another, if the hand is at a working speed 200 ms later.
  func touch(
    _ hand: Hand, _ guide: ReferenceGuide, _ from: Double, _ to: Double, _ time: Int,
    _ run: ReferenceRun
  ) {
    guard let stroke = guide.current, !hand.isTap, !hand.isReturning, isWorking(hand, time, run)
    else { return }
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
    defer { hand.coveredSince = 0 }
    let before = hand.averages ?? (deviation, deviation)
    let quick = before.quick + 10.0 / (10 + 20) * (deviation - before.quick)
    let slow = before.slow + 10.0 / (10 + 80) * (deviation - before.slow)
    hand.averages = (quick, slow)
    guard !isInAlarm, !hand.isTap, let stroke = hand.strokeOfTick, stroke === hand.coveredStroke
    else { return }
    stroke.wobbles.append(
      (square: min((quick - slow) * (quick - slow), 10_000), length: hand.coveredSince))
  }

  func note(_ hand: Hand, _ run: ReferenceRun, _ tick: ReferenceTick, _ isInAlarm: Bool) {
    hand.moments[tick.time] = ReferenceMoment(isReturning: hand.isReturning)
    if run.isSpeedJudged(tick), !isInAlarm, !hand.isTap, !hand.isReturning,
      let stroke = hand.strokeOfTick
    {
      stroke.speeds.append((time: tick.time, speed: tick.speed))
    }
  }
}
