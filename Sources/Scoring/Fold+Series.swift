import Geometry

/// Rows of the series, for whoever asked for them.
extension Fold {
  /// Keeps a row of a tick, until it is known how it is judged. `entry` is nil for a hand that is
  /// not judged for its work.
  func keepRow(
    _ contact: inout ContactTrack, _ tick: MotionTick, _ loop: ClosedLoop?, _ place: FinePoint,
    _ entry: TickEntry?
  ) {
    guard rows != nil else { return }
    let follow = contact.follow
    let isOff = follow?.isOff ?? true
    let stroke = entry.map(\.stroke) ?? -1
    contact.series.wait(
      SeriesRow(
        time: tick.time, duration: tick.duration, contact: contact.number, phase: contact.phase,
        guide: follow?.guide ?? contact.circling.near?.lane ?? contact.press?.point,
        stroke: stroke >= 0 ? stroke + 1 : nil, place: place,
        progress: isOff ? contact.circling.near?.arc : follow?.arc,
        deviation: follow?.deviation ?? nearDeviation(contact, place), travel: tick.travel,
        covered: entry?.covered ?? 0, backward: entry?.backward ?? 0,
        speed: isTimed && tick.time - contact.runStart >= rules.speedWindow ? tick.speed : nil,
        isSpeedJudged: false, pressure: tick.pressure.map { Double($0) / 1_000_000 },
        state: state(contact, entry), loop: loop?.diameter))
  }

  /// Hands out the rows up to a moment; `end` is that of their run, when it has ended.
  mutating func settleRows(
    _ contact: inout ContactTrack, until time: Int, end: RunEnd? = nil
  ) {
    guard rows != nil else { return }
    let hasBand = contact.isWorking && isTimed && prepared.phases[contact.phase].speed != nil
    while var row = contact.series.next(until: time) {
      let isAlarm = alarms.holds(row.time)
      if let end, let whole = end.whole {
        // A run too short for ticks to be judged: each stands for its part of the whole.
        row.speed = isTimed ? whole : nil
        row.isSpeedJudged = hasBand && !alarms.overlaps(end.start, end.time)
      } else {
        row.isSpeedJudged =
          hasBand && !isAlarm && row.time % rules.tick == 0
          && row.time - contact.runStart >= rules.speedWindow
          && row.time + rules.speedWindow <= end?.time ?? .max
      }
      if isAlarm {
        row.state = .vibration
        row.covered = 0
        row.backward = 0
      }
      if contact.isHeld { contact.series.hold(row) } else { rows?.append(row) }
    }
  }

  /// Hands out what was held of a contact that is no tapping.
  mutating func releaseRows(_ contact: inout ContactTrack) {
    rows?.append(contentsOf: contact.series.takeHeld())
  }

  /// Hands out the rows of a contact that was tapping.
  mutating func dropRows(_ contact: ContactTrack) {
    guard rows != nil else { return }
    for var row in contact.series.held {
      row.state = .tapping
      row.stroke = nil
      row.covered = 0
      row.backward = 0
      row.isSpeedJudged = false
      rows?.append(row)
    }
  }

  private func state(_ contact: ContactTrack, _ entry: TickEntry?) -> SeriesRow.State {
    guard contact.isWorking, let entry else { return .second }
    switch prepared.phases[contact.phase].work {
    case .strokes: break
    case .circles: return entry.off > 0 ? .off : .circling
    case .presses: return contact.press == nil ? .off : .press
    case .lifts: return .lift
    }
    guard let follow = contact.follow else { return .off }
    if follow.isReturning { return .returning }
    // A hand that comes back to its guide was beside it on the way.
    if follow.isOff || entry.off > 0 { return .off }
    return follow.isBackward ? .backward : .onGuide
  }

  private func nearDeviation(_ contact: ContactTrack, _ place: FinePoint) -> Double? {
    guard let near = contact.circling.near, let circles = prepared.phases[contact.phase].circles
    else { return nil }
    var step = contact.circling.step
    return circles.lanes[near.lane].line.nearest(
      to: place, around: near.arc, within: rules.matchReach, step: &step
    ).deviation
  }
}
