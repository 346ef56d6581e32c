import Geometry
import Scenarios

/// What a tick means, and when it is settled.
extension Fold {
  /// A run begins at the landing.
  mutating func begin(_ contact: inout ContactTrack, _ place: FinePoint) {
    switch prepared.phases[contact.phase].work {
    case .strokes: touchStart(&contact)
    case .circles: break
    case .presses(let presses):
      if let point = nearestPoint(to: place, presses, in: contact.phase) {
        contact.press = PressContact(point: point, landing: place)
      }
    case .lifts(let area):
      contact.lift = LiftContact(landing: place, outline: area.outline)
    }
  }

  /// A run begins where a step ends.
  mutating func startRun(_ contact: inout ContactTrack, _ step: inout MotionStep) {
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
    var entry = TickEntry()
    guides[contact.phase][follow.guide].touchFirst(follow, &entry)
    guard entry.stroke >= 0 else { return }
    guides[contact.phase][follow.guide].expect(entry.stroke)
    contact.startTouch = entry
  }

  mutating func tick(
    _ contact: inout ContactTrack, _ tick: MotionTick, of step: inout MotionStep,
    _ asked: PreparedPhase, _ line: Polyline
  ) {
    let place = contact.place(tick.place)
    guard contact.isWorking else {
      if tick.loop >= 0 {
        bookTurning(step.loops[tick.loop], contact.phase, since: contact.lastReturn)
      }
      if rows != nil { keepRow(&contact, tick, step.loop(of: tick), place, nil) }
      return
    }
    var entry = TickEntry()
    switch contact.technique {
    case .stroking:
      follow(&contact, place, tick, line, &entry)
      if tick.loop >= 0 {
        bookTurning(step.loops[tick.loop], contact.phase, since: contact.lastReturn)
      }
      if entry.stroke >= 0 { guides[contact.phase][entry.guide].expect(entry.stroke) }
    case .combCircles:
      if tick.travel > 0, isFar(&contact, place, asked, line) { entry.off = tick.travel }
    case .pointPress:
      if let press = contact.press, let presses = asked.points {
        contact.press?.take(
          place, duration: tick.duration, of: presses.points[press.point].place,
          reach: presses.radius.none)
      } else {
        entry.off = tick.travel
      }
    case .honeyLift:
      if let area = asked.lifts {
        contact.lift?.take(place, outline: area.outline)
      }
    }
    contact.ticks.wait(entry)
    if rows != nil { keepRow(&contact, tick, step.loop(of: tick), place, entry) }
  }

  /// Where strokes are asked a loop is another technique, but on a way back.
  private mutating func bookTurning(_ loop: ClosedLoop, _ phase: Int, since lastReturn: Int) {
    guard loop.diameter >= rules.workingLoop, loop.start >= lastReturn,
      prepared.phases[phase].technique == .stroking
    else { return }
    phases[phase].other.add(loop.duration, phase: phase, from: loop.start, to: loop.end)
  }

  // MARK: Settling

  /// Settles the ticks of which everything is known.
  mutating func settle(
    _ contact: inout ContactTrack, _ step: inout MotionStep, _ asked: PreparedPhase
  ) {
    settleKidneys(&contact, &step, asked)
    if contact.isWorking {
      if let isWork = step.startIsWork { settleStart(&contact, isWork) }
      for at in step.settled.indices { pass(step.settled[at], of: &step, &contact) }
      contact.ticks.compact()
    }
    if rows != nil, let last = step.settled.last { settleRows(&contact, until: last.time) }
  }

  /// Settles whatever of a run is not.
  mutating func endRun(
    _ contact: inout ContactTrack, _ step: inout MotionStep, _ asked: PreparedPhase
  ) {
    guard let end = step.runEnd else { return }
    settleKidneys(&contact, &step, asked)
    if contact.isWorking {
      if let isWork = step.startIsWork { settleStart(&contact, isWork) }
      for at in step.settled.indices { pass(step.settled[at], of: &step, &contact) }
      contact.ticks.dropAll()
    }
    contact.startTouch = nil
    if rows != nil { settleRows(&contact, until: end.time, end: end) }
    if contact.isWorking, let whole = end.whole, end.time > end.start, !end.isShaken {
      // Of it only the speed is booked.
      var tick = SettledTick(time: end.time, from: end.start, speed: whole)
      tick.isWhole = true
      tick.isJudged = true
      pass(TickEntry(), tick, nil, &contact)
    }
    if !contact.isHeld { endStray(&contact) }
  }

  private mutating func settleStart(_ contact: inout ContactTrack, _ isWork: Bool) {
    guard let start = contact.startTouch else { return }
    contact.startTouch = nil
    var tick = SettledTick(time: contact.runStart, from: contact.runStart, speed: 0)
    tick.touches = isWork
    pass(start, tick, nil, &contact)
  }

  private mutating func pass(
    _ tick: SettledTick, of step: inout MotionStep, _ contact: inout ContactTrack
  ) {
    pass(contact.ticks.next(), tick, step.loop(of: tick), &contact)
  }

  /// Books what is settled, or keeps it while the contact may be tapping.
  private mutating func pass(
    _ entry: TickEntry, _ tick: SettledTick, _ loop: ClosedLoop?, _ contact: inout ContactTrack
  ) {
    if contact.isHeld {
      contact.held.append(HeldTick(entry: entry, tick: tick, loop: loop))
    } else {
      book(entry, tick, loop, &contact)
    }
  }

  // MARK: Booking

  mutating func book(
    _ entry: TickEntry, _ tick: SettledTick, _ loop: ClosedLoop?, _ contact: inout ContactTrack
  ) {
    let phase = contact.phase
    if entry.guide >= 0 { guides[phase][entry.guide].settle(entry, tick) }
    if tick.isJudged, let band = entry.isReturning ? contact.returnSpeed : contact.speed {
      let duration = tick.isWhole ? tick.time - tick.from : shared.tick
      phases[phase].judge(
        tick.speed, by: band, from: tick.time - duration, to: tick.time, phase: phase)
    }
    if contact.technique == .combCircles {
      bookCircling(entry, tick, loop, &contact)
    } else if entry.off > 0, !tick.isAlarm {
      bookOff(entry, tick, &contact)
    }
  }

  private mutating func bookOff(
    _ entry: TickEntry, _ tick: SettledTick, _ contact: inout ContactTrack
  ) {
    let phase = contact.phase
    guard entry.offReturn > 0 else {
      phases[phase].offPath.add(entry.off, phase: phase, from: tick.from, to: tick.time)
      return
    }
    if let lost = contact.forgiveness.take(
      entry.off, from: tick.from, to: tick.time, return: entry.offReturn,
      length: entry.allowance)
    {
      phases[phase].offPath.add(lost.travel, phase: phase, spans: lost.spans)
    }
  }
}
