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
    var limit = Int.max
    contact.busyAreas.removeAll(keepingCapacity: true)
    contact.isKidneyBusy = false
    contact.calm.begin(at: place)
    for index in areas.indices {
      let rule = asked.ground.rules[index]
      let most = contact.areas[index].isInside ? rule.limit(isFirm: asked.isFirm) : .max
      let bounds = contact.areas[index].calmBounds(
        over: rule, isHeld: contact.isHeld, leaveClearance: shared.rules.leaveClearance,
        tally: areas[index])
      if let most, let bounds,
        contact.calm.bind(
          to: bounds, freedom: contact.areas[index].freedom(bounds),
          of: asked.ground.areas[index].outline, shape: asked.shape, shift: contact.shift)
      {
        limit = min(limit, most)
      } else {
        contact.busyAreas.append(index)
        if rule.kind == .kidney { contact.isKidneyBusy = true }
      }
    }
    contact.calm.bind(pressure: limit)
  }

  private mutating func endCalm(_ contact: inout ContactTrack) {
    defer { contact.calm.end() }
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
