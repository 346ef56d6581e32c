import Geometry
import Scenarios

/// What a tick means, and when it is settled.
extension Fold {
  /// A run begins at the landing.
  mutating func begin(_ contact: inout ContactTrack, _ place: FinePoint) {
    switch prepared.phases[contact.phase].work {
    case .strokes: touchStart(&contact)
    case .circles:
      contact.circling.blocks = SpeedBlocks(start: contact.runStart, rules: rules)
    case .presses(let presses):
      if let point = nearestPoint(to: place, presses, in: contact.phase) {
        contact.press = PressContact(point: point, landing: place)
      }
    case .lifts(let area):
      contact.lift = LiftContact(landing: place, outline: area.outline)
    }
  }

  /// A run begins where a step ends.
  mutating func startRun(_ contact: inout ContactTrack, _ step: MotionStep) {
    guard !step.isFirst else { return }
    contact.runStart = step.to.time
    contact.wobble.restart()
    contact.circling.near = nil
    guard contact.isWorking, var follow = contact.follow else { return }
    // What the hand did in lost time is neither covered nor judged.
    guides[contact.phase][follow.guide].takeUp(
      &follow, contact.place(step.to.place), at: step.to.time)
    contact.follow = follow
    contact.strayedSince = follow.isOff ? follow.offSince : nil
    touchStart(&contact)
  }

  private mutating func touchStart(_ contact: inout ContactTrack) {
    guard let follow = contact.follow else { return }
    var entry = TickEntry(
      MotionTick(
        time: contact.runStart, from: contact.runStart, place: FinePoint(x: 0, y: 0), travel: 0,
        speed: 0, burst: 0, pressure: nil, isOnGrid: false))
    guides[contact.phase][follow.guide].touchFirst(follow, &entry)
    guard entry.stroke >= 0 else { return }
    guides[contact.phase][follow.guide].expect(entry.stroke)
    contact.startTouch = entry
  }

  mutating func tick(_ contact: inout ContactTrack, _ tick: MotionTick, of step: MotionStep) {
    watchKidneys(&contact, tick, step)
    let place = contact.place(tick.place)
    guard contact.isWorking else {
      bookTurning(tick, contact.phase, since: contact.lastReturn)
      keepRow(&contact, tick, place, nil)
      return
    }
    var entry = TickEntry(tick)
    switch prepared.phases[contact.phase].work {
    case .strokes:
      follow(&contact, place, tick, &entry)
      bookTurning(tick, contact.phase, since: contact.lastReturn)
    case .circles(let circles):
      entry.turning = tick.turning
      if tick.travel > 0, isFar(&contact, place, circles) { entry.off = tick.travel }
    case .presses(let presses):
      if let press = contact.press {
        contact.press?.take(
          place, duration: tick.duration, of: presses.points[press.point].place,
          reach: presses.radius.none)
      } else {
        entry.off = tick.travel
      }
    case .lifts(let area):
      contact.lift?.take(place, outline: area.outline)
    }
    if entry.stroke >= 0 { guides[contact.phase][entry.guide].expect(entry.stroke) }
    contact.ticks.wait(entry)
    if rows != nil { keepRow(&contact, tick, place, entry) }
  }

  /// Where strokes are asked a loop is another technique, but on a way back.
  private mutating func bookTurning(_ tick: MotionTick, _ phase: Int, since lastReturn: Int) {
    guard let loop = tick.turning.closed, loop.diameter >= rules.workingLoop,
      loop.start >= lastReturn, prepared.phases[phase].technique == .stroking
    else { return }
    phases[phase].other.add(loop.duration, phase: phase, from: loop.start, to: loop.end)
  }

  // MARK: Settling

  /// Settles the ticks of which everything is known.
  mutating func settle(_ contact: inout ContactTrack, _ motion: HandMotion, now: Int) {
    let certain = motion.step.settledUntil
    settleKidneys(&contact, motion, until: certain)
    guard now - contact.runStart >= rules.wholeContact else { return }
    let until = min(certain, now - rules.speedWindow)
    while let time = contact.ticks.next(before: until) {
      if contact.startTouch != nil { settleStart(&contact, whole: nil) }
      let later = contact.ticks.speed(at: time + rules.speedWindow, tick: rules.tick)
      let isAlarm = motion.vibration.isAlarm(at: time)
      let touches = isWork(at: time, later, isAlarm, contact.ticks, contact.phase)
      let isJudged =
        contact.ticks.firstIsOnGrid && !isAlarm
        && time - contact.runStart >= rules.speedWindow
      let isLoopAlarm = overlapsAlarm(contact.ticks.firstLoop, motion)
      contact.ticks.settleFirst(
        touches: touches, isJudged: isJudged, isAlarm: isAlarm, isLoopAlarm: isLoopAlarm)
      pass(contact.ticks.first, &contact)
      contact.ticks.dropFirst()
    }
    settleRows(&contact, motion, until: until)
  }

  /// Settles whatever of a run is not.
  mutating func endRun(_ contact: inout ContactTrack, _ end: RunEnd, _ motion: HandMotion) {
    settleKidneys(&contact, motion, until: end.time)
    settleStart(&contact, whole: end.whole ?? (contact.ticks.isEmpty ? end.latest : nil))
    while let time = contact.ticks.next(before: end.time) {
      let later =
        end.whole
        ?? contact.ticks.speed(at: time + rules.speedWindow, tick: rules.tick)
        ?? end.latest
      let isAlarm = motion.vibration.isAlarm(at: time)
      let isJudged =
        end.whole == nil && contact.ticks.firstIsOnGrid && !isAlarm
        && time - end.start >= rules.speedWindow
        && time + rules.speedWindow <= end.time
      let touches = isWork(at: time, later, isAlarm, contact.ticks, contact.phase)
      let isLoopAlarm = overlapsAlarm(contact.ticks.firstLoop, motion)
      contact.ticks.settleFirst(
        touches: touches, isJudged: isJudged, isAlarm: isAlarm, isLoopAlarm: isLoopAlarm)
      pass(contact.ticks.first, &contact)
      contact.ticks.dropFirst()
    }
    contact.ticks.dropAll()
    contact.startTouch = nil
    settleRows(&contact, motion, until: end.time, end: end)
    if contact.isWorking, let whole = end.whole, end.time > end.start,
      !motion.vibration.alarms.overlaps(end.start, end.time)
    {
      var entry = TickEntry(
        MotionTick(
          time: end.time, from: end.start, place: FinePoint(x: 0, y: 0), travel: 0, speed: whole,
          burst: 0, pressure: nil, isOnGrid: false))
      entry.isWhole = true
      entry.isJudged = true
      pass(entry, &contact)
    }
    if !contact.isHeld { endStray(&contact) }
  }

  private mutating func settleStart(_ contact: inout ContactTrack, whole: Double?) {
    guard var start = contact.startTouch else { return }
    contact.startTouch = nil
    let later =
      whole
      ?? contact.ticks.speed(at: start.time + rules.speedWindow, tick: rules.tick)
    start.touches = isWork(at: start.time, later, false, contact.ticks, contact.phase)
    pass(start, &contact)
  }

  private func overlapsAlarm(_ loop: ClosedLoop?, _ motion: HandMotion) -> Bool {
    loop.map { motion.vibration.alarms.overlaps($0.start, $0.end) } ?? false
  }

  /// Whether what was touched at a tick was touched by work: calmly, and, where vibration is
  /// allowed, not by that.
  private func isWork(
    at time: Int, _ later: Double?, _ isAlarm: Bool, _ ticks: TickQueue, _ phase: Int
  ) -> Bool {
    guard isTimed else { return true }
    if isAlarm, prepared.allowsVibration { return false }
    guard let band = prepared.phases[phase].speed else { return true }
    // The jerk around the tick: half of the window before it, half after.
    let burst = ticks.burst(at: time + rules.burstWindow / 2, tick: rules.tick)
    return (later ?? 0) <= band.noneHigh && burst <= band.noneHigh
  }

  /// Books what is settled, or keeps it while the contact may be tapping.
  private mutating func pass(_ entry: TickEntry, _ contact: inout ContactTrack) {
    if contact.isHeld { contact.held.append(entry) } else { book(entry, &contact) }
  }

  // MARK: Booking

  mutating func book(_ entry: TickEntry, _ contact: inout ContactTrack) {
    let phase = contact.phase
    if entry.guide >= 0 { guides[phase][entry.guide].settle(entry) }
    if entry.isJudged { judge(entry, &contact) }
    if prepared.phases[phase].technique == .combCircles {
      bookCircling(entry, &contact)
    } else if entry.off > 0, !entry.isAlarm {
      bookOff(entry, &contact)
    }
  }

  private mutating func bookOff(_ entry: TickEntry, _ contact: inout ContactTrack) {
    let phase = contact.phase
    guard entry.offReturn > 0 else {
      phases[phase].offPath.add(entry.off, phase: phase, from: entry.from, to: entry.time)
      return
    }
    if let lost = contact.forgiveness.take(
      entry.off, from: entry.from, to: entry.time, return: entry.offReturn,
      length: entry.allowance)
    {
      phases[phase].offPath.add(lost.travel, phase: phase, spans: lost.spans)
    }
  }

  private mutating func judge(_ entry: TickEntry, _ contact: inout ContactTrack) {
    let phase = contact.phase
    guard
      let band = entry.isReturning
        ? prepared.phases[phase].returnSpeed : prepared.phases[phase].speed
    else { return }
    let duration = entry.isWhole ? entry.time - entry.from : rules.tick
    phases[phase].judge(
      entry.speed, by: band, from: entry.time - duration, to: entry.time, phase: phase,
      topSpeed: rules.topSpeed)
    if !entry.isWhole, !entry.isReturning {
      contact.circling.blocks?.add(entry.speed, at: entry.time, tick: rules.tick)
    }
  }
}
