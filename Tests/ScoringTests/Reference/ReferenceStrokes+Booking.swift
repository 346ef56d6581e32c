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
    guard let stroke = guide.current, !hand.isReturning,
      !isTimed || speedAfter(time, run, hand.contact.pixel) <= upperSpeed
    else { return }
    let (a, b) = (guide.bin(from), guide.bin(to))
    for bin in min(a, b)...max(a, b) { stroke.bins.insert(bin) }
  }

  /// The speed that decides whether what was touched at a time was done.
  private func speedAfter(_ time: Int, _ run: ReferenceRun, _ pixel: Double) -> Double {
    if run.isJudgedWhole {
      return run.duration > 0 ? run.wholeSpeed(pixel: pixel) : ReferenceFigures.topSpeed
    }
    let grid = run.grid
    let index = (time + ReferenceFigures.speedWindow - grid[0].time) / ReferenceFigures.tick
    return grid[min(index, grid.count - 1)].speed
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
      guide.wobbles.append((square: (quick - slow) * (quick - slow), length: hand.coveredSince))
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
