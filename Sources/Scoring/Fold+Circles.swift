import Geometry
import Scenarios

/// Circles along lanes, presses on points, lifts in an area.
extension Fold {
  /// The lane that a hand comes down to circle on, the first on a tie.
  func nearestLane(to place: FinePoint, _ circles: PreparedCircles) -> Int? {
    nearest(to: place, circles.lanes).flatMap { $0.match.distance <= circles.reach ? $0.lane : nil }
  }

  private func nearest(to place: FinePoint, _ lanes: [PreparedGuide]) -> (
    lane: Int, match: Polyline.Match
  )? {
    var best: (lane: Int, match: Polyline.Match)?
    for (index, lane) in lanes.enumerated() {
      let match = lane.line.nearest(to: place)
      if match.distance < best?.match.distance ?? .infinity { best = (index, match) }
    }
    return best
  }

  /// Whether a hand is farther from every lane than circles can take it.
  func isFar(
    _ contact: inout ContactTrack, _ place: FinePoint, _ asked: PreparedPhase, _ line: Polyline
  ) -> Bool {
    if let near = contact.circling.near {
      let match =
        asked.lanes[near.lane].line === line
        ? line.nearest(
          to: place, around: near.arc, within: shared.matchReach, step: &contact.circling.step)
        : asked.lanes[near.lane].line.nearest(
          to: place, around: near.arc, within: shared.matchReach, step: &contact.circling.step)
      if match.distance <= asked.laneReach {
        contact.circling.near = (near.lane, match.arc)
        return false
      }
    }
    guard let found = nearest(to: place, asked.lanes), found.match.distance <= asked.laneReach
    else {
      contact.circling.near = nil
      return true
    }
    contact.circling.near = (found.lane, found.match.arc)
    return false
  }

  /// Counts a loop that closed, where it belongs to a lane.
  private mutating func count(
    _ loop: ClosedLoop, _ contact: inout ContactTrack, _ circles: PreparedCircles
  ) {
    let phase = contact.phase
    var loop = loop
    loop.centre = contact.place(loop.centre)
    guard let found = nearest(to: loop.centre, circles.lanes),
      found.match.distance <= circles.lanes[found.lane].corridor.none
    else { return }
    guard isWork(loop, phase) else {
      lanes[phase][found.lane].hasty += 1
      return
    }
    var advance: Double?
    if let last = contact.circling.last, last.lane == found.lane {
      let mean = (last.diameter + loop.diameter) / 2
      if mean > 0 { advance = min(Circling.widestAdvance, abs(found.match.arc - last.arc) / mean) }
    }
    contact.circling.last = (found.lane, found.match.arc, loop.diameter)
    lanes[phase][found.lane].count(
      loop, at: found.match, advance: advance, lane: circles.lanes[found.lane])
    pieces?.loops.append(
      WorkPieces.Loop(
        contact: contact.number, phase: phase, guide: found.lane, diameter: loop.diameter,
        advance: advance, deviation: found.match.deviation))
    let isWrong: Bool? =
      switch circles.turn {
      case .either: nil
      case .clockwise: !loop.isClockwise
      case .counterclockwise: loop.isClockwise
      }
    phases[phase].loops.add(
      loop, diameter: circles.diameter.grade(loop.diameter),
      advance: advance.map(circles.advance.grade) ?? 1, isWrong: isWrong, phase: phase)
  }

  /// Whether a loop was made at a working speed.
  private func isWork(_ loop: ClosedLoop, _ phase: Int) -> Bool {
    guard isTimed, let band = prepared.phases[phase].speed else { return true }
    return loop.burst <= band.noneHigh
      && Double.pi * loop.diameter * 1_000_000 <= band.noneHigh * Double(loop.duration)
  }

  /// Books the way of a hand that circles: whose loop it was, or nobody's.
  mutating func bookCircling(
    _ entry: TickEntry, _ tick: SettledTick, _ loop: ClosedLoop?, _ contact: inout ContactTrack
  ) {
    let turning = tick.turning
    if !tick.isAlarm, entry.off > 0 {
      contact.circling.stray.add(entry.off, from: tick.from, to: tick.time)
    }
    if turning.isFirstChange {
      contact.circling.beforeClockwise = contact.circling.stray
      contact.circling.beforeCounterclockwise = contact.circling.stray
    }
    if turning.restartsClockwise { contact.circling.beforeClockwise = contact.circling.stray }
    if turning.restartsCounterclockwise {
      contact.circling.beforeCounterclockwise = contact.circling.stray
    }
    guard let loop else { return }
    let before =
      loop.isClockwise
      ? contact.circling.beforeClockwise : contact.circling.beforeCounterclockwise
    book(before, contact.phase)
    contact.circling.stray = Circling.Stray()
    contact.circling.beforeClockwise = Circling.Stray()
    contact.circling.beforeCounterclockwise = Circling.Stray()
    if let circles = prepared.phases[contact.phase].circles,
      !tick.isLoopAlarm || !prepared.allowsVibration
    {
      count(loop, &contact, circles)
    }
    if !tick.isLoopAlarm { bookPath(loop, contact) }
  }

  /// What no loop took up when the run ended.
  mutating func endStray(_ contact: inout ContactTrack) {
    book(contact.circling.stray, contact.phase)
    contact.circling.stray = Circling.Stray()
    contact.circling.beforeClockwise = Circling.Stray()
    contact.circling.beforeCounterclockwise = Circling.Stray()
  }

  private mutating func book(_ stray: Circling.Stray, _ phase: Int) {
    if stray.travel > 0 {
      phases[phase].offPath.add(stray.travel, phase: phase, spans: stray.spans)
    }
  }

  private mutating func bookPath(_ loop: ClosedLoop, _ contact: ContactTrack) {
    let phase = contact.phase
    guard let circles = prepared.phases[phase].circles,
      let found = nearest(to: contact.place(loop.centre), circles.lanes)
    else { return }
    let lane = circles.lanes[found.lane]
    guard found.match.distance <= lane.corridor.none else {
      phases[phase].offPath.add(loop.travel, phase: phase, from: loop.start, to: loop.end)
      return
    }
    let lost =
      FixedLength.millimetres(loop.travel) * (1 - lane.corridor.grade(found.match.distance))
    lanes[phase][found.lane].travel += loop.travel
    lanes[phase][found.lane].offGuide.add(
      FixedLength.units(lost), phase: phase, from: loop.start, to: loop.end)
    if isWork(loop, phase) {
      lanes[phase][found.lane].sums.add(
        loop.travel, deviation: found.match.deviation, full: lane.corridor.full)
    }
  }

  // MARK: The end of a contact

  /// The point that a hand comes down to press: the nearest within reach that is not done.
  func nearestPoint(to place: FinePoint, _ presses: PreparedPoints, in phase: Int) -> Int? {
    var best: Int?
    var least = Double.infinity
    for (index, point) in presses.points.enumerated()
    where points[phase][index].held < point.hold {
      let distance = place.distance(to: point.place)
      if distance <= presses.radius.none, distance < least {
        least = distance
        best = index
      }
    }
    return best
  }

  /// Books what only a whole contact shows.
  mutating func close(_ contact: inout ContactTrack, _ motion: HandMotion) {
    let phase = contact.phase
    let span = (motion.landing.time, motion.newest.time)
    var isWork = true
    endStray(&contact)
    switch prepared.phases[phase].work {
    case .strokes: break
    case .circles: if contact.isWorking { phases[phase].evenness.add(motion.speeds.variation) }
    case .presses(let presses):
      isWork = contact.press != nil
      if let press = contact.press {
        let target = presses.points[press.point]
        pieces?.presses.append(
          WorkPieces.Press(
            contact: contact.number, phase: phase, point: press.point,
            meanDistance: press.meanDistance(from: target.place), held: press.held))
        points[phase][press.point].add(
          press, target: target, radius: presses.radius, span: span,
          phase: phase, rules: rules)
      }
    case .lifts(let area):
      isWork = contact.lift?.isLift(duration: motion.contactTime, rules: rules) ?? false
      if isWork, let lift = contact.lift { lifts[phase].add(at: lift.landing, area: area) }
    }
    bookOther(contact, motion, isWork: isWork)
  }

  /// Books a contact that shows another technique than asked.
  mutating func bookOther(_ contact: ContactTrack, _ motion: HandMotion, isWork: Bool) {
    let phase = contact.phase
    let time =
      switch prepared.phases[phase].work {
      case .strokes: 0
      case .circles:
        // Before its first loop and after its last a hand needs time; for more it does not circle.
        max(0, motion.contactTime - motion.loopTime - rules.loopsBeside * motion.longestLoop)
      case .presses, .lifts: isWork ? 0 : motion.contactTime
      }
    guard time > 0 else { return }
    phases[phase].other.add(
      time, phase: phase, from: motion.landing.time, to: motion.newest.time)
  }
}
