import Attempts
import Geometry
import Scenarios

/// The movement part of the fold: what every hand did to every guide and area.
struct Fold: Sendable {
  let rules: RuleSet
  let prepared: PreparedCase
  /// Whether the record carries times: without them speed is not judged.
  let isTimed: Bool
  var phases: [PhaseTally]
  /// One list of guides a phase.
  var guides: [[GuideTrack]]
  var areas: [AreaTally]
  var contacts: [ContactTrack] = []
  /// When the last judged hand left, and the phase it left.
  var lastLift: (time: Int, phase: Int)?
  /// Since when any judged hand is down.
  var downSince: Int?

  init(prepared: PreparedCase, rules: RuleSet, isTimed: Bool) {
    self.rules = rules
    self.prepared = prepared
    self.isTimed = isTimed
    phases = prepared.phases.map { _ in PhaseTally() }
    guides = prepared.phases.enumerated().map { phaseIndex, phase in
      phase.guides.enumerated().map {
        GuideTrack($1, index: $0, phase: phaseIndex, rules: rules)
      }
    }
    areas = prepared.areas.map { _ in AreaTally() }
  }

  // MARK: Events

  mutating func land(_ landing: Landing, phase: Int) {
    guard contacts.count < rules.handsJudged else { return }
    let place = landing.sample.position.fine
    let time = landing.sample.time
    let nearest = nearestGuide(to: place, in: phase)
    let isStroking = nearest.map { guides[phase][$0].contact == nil } ?? true
    var contact = ContactTrack(
      landing, phase: phase, isStroking: isStroking, areas: areas.count, rules: rules)
    let isNewBreak = startContact(at: time, phase: phase)
    if isStroking {
      contact.strayedSince = time
      if let nearest { join(&contact, nearest, place, time, mayBreak: !isNewBreak) }
      startRun(&contact)
    }
    contacts.append(contact)
  }

  mutating func move(_ number: Int, _ sample: Sample) {
    guard let index = contacts.firstIndex(where: { $0.number == number }) else { return }
    // Taken out while it is worked on, so that its buffers are changed in place and not copied.
    var contact = contacts.remove(at: index)
    let next = SettledSample(sample)
    if next.time > contact.newest.time { settle(&contact) }
    contact.newest = next
    contacts.insert(contact, at: index)
  }

  mutating func lift(_ number: Int, _ sample: Sample) {
    move(number, sample)
    guard let index = contacts.firstIndex(where: { $0.number == number }) else { return }
    end(index)
  }

  /// Ends every contact where it was last seen.
  mutating func endContacts() { while !contacts.isEmpty { end(0) } }

  /// Ends everything.
  mutating func finish() {
    endContacts()
    for phase in guides.indices {
      for guide in guides[phase].indices { guides[phase][guide].endStroke() }
    }
  }

  // MARK: Contacts

  /// Books a landing, and says whether no hand was there for so long that it ends a break.
  private mutating func startContact(at time: Int, phase: Int) -> Bool {
    phases[phase].contacts += 1
    if phases[phase].firstContact == nil { phases[phase].firstContact = time }
    guard contacts.isEmpty else { return false }
    downSince = time
    guard let lastLift, lastLift.phase == phase, time - lastLift.time > rules.handsOff else {
      return false
    }
    phases[phase].breaks += 1
    return true
  }

  private mutating func end(_ index: Int) {
    var contact = contacts.remove(at: index)
    settle(&contact)
    let time = contact.newest.time
    let place = contact.newest.place
    if contact.isStroking { endRun(&contact) }
    if let follow = contact.follow {
      guides[contact.phase][follow.guide].leave(follow, at: time, place: place, mayGoOn: true)
    }
    for area in areas.indices {
      contact.areas[area].leave(prepared.areas[area], rules, contact.phase, &areas[area])
    }
    if contacts.isEmpty, let downSince {
      phases[contact.phase].contact += time - downSince
      self.downSince = nil
    }
    lastLift = (time, contact.phase)
    phases[contact.phase].lastContact = time
  }

  /// Takes the step from the settled sample to the newest, which nothing can replace any more.
  private mutating func settle(_ contact: inout ContactTrack) {
    let newest = contact.newest
    guard let settled = contact.settled else {
      contact.settled = newest
      sweep(&contact, from: newest, to: newest, isLost: false)
      if contact.isStroking, newest.time % rules.tick == 0 { tick(&contact, newest) }
      return
    }
    guard newest.time > settled.time else { return }
    contact.settled = newest
    let duration = newest.time - settled.time
    let isLost = duration > rules.lostGap
    sweep(&contact, from: settled, to: newest, isLost: isLost)
    bookPressure(contact, settled, newest, isLost ? 0 : duration)
    if isLost {
      phases[contact.phase].lost += duration
      // Only one hand was there, and nobody knows what it did.
      if contacts.isEmpty { phases[contact.phase].contact -= duration }
    }
    guard contact.isStroking else { return }
    if isLost {
      endRun(&contact, at: settled.time)
      contact.speed = SpeedTrack(
        start: newest.time, place: newest.place, millimetresPerPixel: contact.millimetresPerPixel,
        rules: rules)
      takeUpAfterGap(&contact)
      return
    }
    var time = (settled.time / rules.tick + 1) * rules.tick
    while time <= newest.time {
      let place = FinePoint.between(
        settled.place, newest.place, elapsed: time - settled.time, duration: duration)
      tick(&contact, SettledSample(time: time, place: place))
      time += rules.tick
    }
  }

  private mutating func sweep(
    _ contact: inout ContactTrack, from a: SettledSample, to b: SettledSample, isLost: Bool
  ) {
    let shape = prepared.phases[contact.phase].shape
    for index in areas.indices {
      contact.areas[index].sweep(
        prepared.areas[index], shape: shape, from: a, to: b, isLost: isLost,
        phase: contact.phase, rules: rules, tally: &areas[index])
    }
  }

  private mutating func bookPressure(
    _ contact: ContactTrack, _ a: SettledSample, _ b: SettledSample, _ duration: Int
  ) {
    guard let first = a.pressure, let second = b.pressure else { return }
    let mean = first + second
    phases[contact.phase].pressureTime += duration
    phases[contact.phase].pressureSum += mean * duration / 2
    if prepared.phases[contact.phase].pressure.grade(Double(mean) / 2000) == 1 {
      phases[contact.phase].pressureInBand += duration
    }
  }

  // MARK: Ticks

  private mutating func tick(_ contact: inout ContactTrack, _ at: SettledSample) {
    let step = contact.speed.drag(to: at.place)
    follow(&contact, at.place, at.time, step)
    contact.speed.tick(
      at: at.time, travelled: step, isReturning: contact.follow?.isReturning ?? false)
    settleTouches(&contact, now: at.time)
    while let judged = contact.speed.release(at: at.time) { judge(judged, contact.phase) }
  }

  private mutating func startRun(_ contact: inout ContactTrack) {
    guard let follow = contact.follow,
      let touch = guides[contact.phase][follow.guide].firstTouch(follow)
    else { return }
    expect(touch, &contact)
  }

  private mutating func endRun(_ contact: inout ContactTrack, at end: Int? = nil) {
    let time = end ?? contact.newest.time
    if end == nil, time % rules.tick != 0 {
      // The last place of the hand, between two ticks.
      let step = contact.speed.drag(to: contact.newest.place)
      follow(&contact, contact.newest.place, time, step)
    }
    let whole = contact.speed.whole(endingAt: time)
    if let whole, whole.duration > 0 { judge(whole, contact.phase) }
    while let judged = contact.speed.release(at: time) { judge(judged, contact.phase) }
    let last = whole?.speed ?? contact.speed.latest
    for touch in contact.touches {
      count(touch, speed: whole == nil ? touch.speed ?? last : last, contact.phase)
    }
    contact.touches = []
  }

  private mutating func settleTouches(_ contact: inout ContactTrack, now: Int) {
    let isLong = now - contact.speed.start >= rules.wholeContact
    var settled = 0
    for index in contact.touches.indices {
      guard contact.touches[index].time + rules.speedWindow <= now else { break }
      if contact.touches[index].speed == nil { contact.touches[index].speed = contact.speed.latest }
      if isLong {
        let touch = contact.touches[index]
        count(touch, speed: touch.speed ?? contact.speed.latest, contact.phase)
        settled += 1
      }
    }
    if settled > 0 { contact.touches.removeFirst(settled) }
  }

  private mutating func count(_ touch: Touch, speed: Double, _ phase: Int) {
    let limit = prepared.phases[phase].speed?.noneHigh ?? .infinity
    guides[phase][touch.guide].settle(
      touch, counts: !isTimed || speed <= limit)
  }

  private mutating func judge(_ tick: SpeedTrack.Judged, _ phase: Int) {
    let asked = prepared.phases[phase]
    guard let band = tick.isReturning ? asked.returnSpeed : asked.speed else { return }
    let grade = band.grade(tick.speed)
    let loss = FixedLength.units((1 - grade) * Double(tick.duration))
    phases[phase].judged += tick.duration
    phases[phase].speedSum += FixedLength.units(tick.speed) * tick.duration / 1000
    let from = tick.time - tick.duration
    if tick.speed < band.fullLow {
      phases[phase].tooSlow += tick.duration
      phases[phase].slowest = min(phases[phase].slowest, tick.speed)
      phases[phase].slowLoss.add(loss, phase: phase, from: from, to: tick.time)
    } else if tick.speed > band.fullHigh {
      phases[phase].tooFast += tick.duration
      phases[phase].fastest = max(phases[phase].fastest, tick.speed)
      phases[phase].fastLoss.add(loss, phase: phase, from: from, to: tick.time)
    } else {
      phases[phase].inBand += tick.duration
    }
  }
}

extension SettledSample {
  init(time: Int, place: FinePoint) {
    self.time = time
    self.place = place
    pressure = nil
  }
}
