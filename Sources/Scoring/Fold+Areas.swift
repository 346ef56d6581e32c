import Geometry

/// What hands do to areas, wherever they work.
extension Fold {
  /// Takes the swept way of a step over all areas.
  mutating func sweep(
    _ contact: inout ContactTrack, _ step: inout MotionStep, _ asked: PreparedPhase
  ) {
    if contact.calm.take(step.from, step.to, isLost: step.isLost) {
      if !contact.busyAreas.isEmpty { sweepBusy(&contact, &step, asked) }
      return
    }
    endCalm(&contact)
    let sweep = swept(contact, step.from, step.to, isLost: step.isLost, asked)
    for index in areas.indices { watch(&contact, sweep, index, asked) }
    contact.isOverKidney = asked.ground.kidneys.contains { contact.areas[$0].isStepInside }
    beginCalm(&contact, at: step.to.place, asked)
  }

  private mutating func sweepBusy(
    _ contact: inout ContactTrack, _ step: inout MotionStep, _ asked: PreparedPhase
  ) {
    let sweep = swept(contact, step.from, step.to, isLost: step.isLost, asked)
    for at in contact.busyAreas.indices { watch(&contact, sweep, contact.busyAreas[at], asked) }
    if contact.isKidneyBusy {
      contact.isOverKidney = asked.ground.kidneys.contains { contact.areas[$0].isStepInside }
    }
    for at in contact.busyAreas.indices.reversed() { calmDown(&contact, at, asked) }
  }

  /// Where the hand has left the edge at which it worked, that area is passed over with the others.
  private mutating func calmDown(_ contact: inout ContactTrack, _ at: Int, _ asked: PreparedPhase) {
    let index = contact.busyAreas[at]
    guard let calm = calmBounds(of: contact, index, asked),
      contact.areas[index].freedom(calm.bounds) > CalmStretch.worthwhile, contact.calm.isRoomy
    else { return }
    bookCalm(&contact)
    contact.calm.renew()
    if bind(&contact, index, calm.bounds, asked) {
      contact.busyAreas.remove(at: at)
      contact.calm.bind(pressure: calm.limit)
    }
  }

  private func swept(
    _ contact: ContactTrack, _ from: SettledSample, _ to: SettledSample, isLost: Bool,
    _ asked: PreparedPhase
  ) -> SweptStep {
    SweptStep(
      from: contact.moved(from), to: contact.moved(to), isLost: isLost, isHeld: contact.isHeld,
      isFirm: asked.isFirm)
  }

  private mutating func watch(
    _ contact: inout ContactTrack, _ sweep: SweptStep, _ index: Int, _ asked: PreparedPhase
  ) {
    // Many steps are far from any edge that decides, and that is known without measuring.
    let isTaken = contact.areas[index].glide(
      sweep, over: asked.ground.rules[index], rules: shared, tally: &areas[index])
    if isTaken { return }
    contact.areas[index].take(
      sweep, over: asked.ground.areas[index], shape: asked.shape, phase: contact.phase,
      rules: shared, tally: &areas[index])
  }

  /// As long as nothing about an area can change, steps are only added up; areas at whose edge the
  /// hand works are looked at step by step.
  private func beginCalm(
    _ contact: inout ContactTrack, at place: FinePoint, _ asked: PreparedPhase
  ) {
    contact.busyAreas.removeAll(keepingCapacity: true)
    contact.isKidneyBusy = false
    contact.calm.begin(at: place)
    for index in areas.indices {
      if let calm = calmBounds(of: contact, index, asked),
        bind(&contact, index, calm.bounds, asked)
      {
        contact.calm.bind(pressure: calm.limit)
      } else {
        contact.busyAreas.append(index)
        if asked.ground.rules[index].kind == .kidney { contact.isKidneyBusy = true }
      }
    }
  }

  /// Between which clearances, and up to which pressure, nothing about an area can change.
  private func calmBounds(of contact: ContactTrack, _ index: Int, _ asked: PreparedPhase) -> (
    bounds: CalmBounds, limit: Int
  )? {
    let rule = asked.ground.rules[index]
    guard
      let limit = contact.areas[index].isInside ? rule.limit(isFirm: asked.isFirm) : .max,
      let bounds = contact.areas[index].calmBounds(
        over: rule, isHeld: contact.isHeld, leaveClearance: shared.rules.leaveClearance,
        tally: areas[index])
    else { return nil }
    return (bounds, limit)
  }

  private func bind(
    _ contact: inout ContactTrack, _ index: Int, _ bounds: CalmBounds, _ asked: PreparedPhase
  ) -> Bool {
    let area = asked.ground.areas[index]
    // Near an edge that decides the stretch ends the later the better it is known how near.
    if contact.areas[index].freedom(bounds) < CalmStretch.wide {
      contact.areas[index].refresh(
        contact.place(contact.calm.place), of: area.outline, shape: asked.shape)
    }
    return contact.calm.bind(
      to: bounds, freedom: contact.areas[index].freedom(bounds), of: area.outline,
      shape: asked.shape, shift: contact.shift)
  }

  private mutating func endCalm(_ contact: inout ContactTrack) {
    guard contact.calm.isOn else { return }
    bookCalm(&contact)
    let place = contact.place(contact.calm.place)
    for index in areas.indices where !contact.busyAreas.contains(index) {
      contact.areas[index].follow(to: place)
    }
    contact.calm.end()
  }

  private mutating func bookCalm(_ contact: inout ContactTrack) {
    guard !contact.calm.isEmpty else { return }
    for index in areas.indices where !contact.busyAreas.contains(index) {
      contact.areas[index].pass(contact.calm, &areas[index])
    }
  }

  mutating func leaveAreas(_ contact: inout ContactTrack) {
    endCalm(&contact)
    for area in areas.indices {
      contact.areas[area].leave(shared, contact.phase, &areas[area])
      contact.kidneys[area]?.end(phase: contact.phase, rules: rules, tally: &areas[area])
    }
  }

  /// Takes note of the ticks of a step that are over a kidney.
  mutating func watchKidneys(
    _ contact: inout ContactTrack, _ step: inout MotionStep, _ asked: PreparedPhase
  ) {
    guard contact.isOverKidney, !step.ticks.isEmpty else { return }
    let ticks = step.serial..<step.serial + step.ticks.count
    // Those that lie in an alarm are booked after this.
    let unsettled = step.shaken.first?.serial ?? step.unsettledSerial
    var isFirst = true
    contact.lastKidneyTick = ticks.upperBound - 1
    for area in asked.ground.kidneys where contact.areas[area].isStepInside {
      contact.kidneys[area]?.take(
        ticks, entry: contact.areas[area].entry, isCounted: isFirst,
        unsettled: unsettled)
      isFirst = false
    }
  }

  mutating func settleKidneys(
    _ contact: inout ContactTrack, _ step: inout MotionStep, _ asked: PreparedPhase
  ) {
    if !step.shaken.isEmpty {
      for area in asked.ground.kidneys {
        for at in step.shaken.indices {
          contact.kidneys[area]?.settle(
            step.shaken[at], shift: contact.shift, asked.ground.areas[area],
            shape: asked.shape, phase: contact.phase, rules: rules,
            tally: &areas[area])
        }
      }
      noteKidneys(at: step.now)
    }
    // Rows grow at their end; they go when all of them is settled, or when the hand is elsewhere.
    guard contact.lastKidneyTick >= 0, contact.lastKidneyTick < step.unsettledSerial else { return }
    contact.lastKidneyTick = -1
    for area in asked.ground.kidneys { contact.kidneys[area]?.forget() }
  }

  mutating func noteKidneys(at time: Int) {
    guard criticalKidney == nil else { return }
    var vibration = 0
    var taps = 0
    for area in areas {
      vibration += area.vibration
      taps += area.taps
    }
    if vibration >= rules.criticalKidney || taps >= rules.criticalKidneyTaps {
      criticalKidney = time
    }
  }
}
