import Attempts
import Geometry
import Scenarios

/// The part of the fold that knows places: what every hand did to every guide, point and area.
///
/// It runs once for the attempt as it is, and once for each shift by a pixel.
struct Fold: Sendable {
  private let shared: SharedRules
  let prepared: PreparedCase
  /// Whether the record carries times: without them speed is not judged.
  let isTimed: Bool
  /// Way of a pixel by which the attempt is shifted.
  private let shift: (x: Int, y: Int)
  var phases: [PhaseTally]
  /// One list of guides, lanes and points a phase.
  var guides: [[GuideTrack]]
  var lanes: [[LaneTally]]
  var points: [[PressTally]]
  var lifts: [LiftTally]
  var areas: [AreaTally]
  private(set) var contacts: [ContactTrack] = []
  /// Contacts that ended and may be tapping.
  private var waiting: [ContactTrack] = []
  /// When work over the kidneys had become a critical fault.
  private(set) var criticalKidney: Int?

  /// The series behind the measures, while somebody asks for it.
  var rows: [SeriesRow]?
  /// Circles and presses one by one, likewise.
  var pieces: WorkPieces?

  init(
    prepared: PreparedCase, rules: SharedRules, isTimed: Bool, shift: (x: Int, y: Int) = (0, 0)
  ) {
    shared = rules
    self.prepared = prepared
    self.isTimed = isTimed
    self.shift = shift
    phases = prepared.phases.map { _ in PhaseTally() }
    guides = prepared.phases.enumerated().map { phaseIndex, phase in
      phase.guides.enumerated().map {
        GuideTrack($1, index: $0, phase: phaseIndex, rules: rules)
      }
    }
    lanes = prepared.phases.map { ($0.circles?.lanes ?? []).map { LaneTally(bins: $0.bins) } }
    points = prepared.phases.map { ($0.points?.points ?? []).map { _ in PressTally() } }
    lifts = prepared.phases.map { _ in LiftTally() }
    areas = prepared.areas.map { _ in AreaTally() }
  }

  var rules: RuleSet { shared.rules }

  // MARK: Events

  mutating func land(_ landing: Landing, phase: Int, isNewBreak: Bool) {
    let pixel = (landing.nanometresPerPixel + 5_000) / 10_000 * 10_000
    let shift = FinePoint(x: shift.x * pixel, y: shift.y * pixel)
    let fine = landing.sample.position.fine
    let place = FinePoint(x: fine.x + shift.x, y: fine.y + shift.y)
    let time = landing.sample.time
    var guide: Int?
    var lane: Int?
    var isWorking = true
    switch prepared.phases[phase].work {
    case .strokes:
      guide = nearestGuide(to: place, in: phase)
      isWorking = guide.map { guides[phase][$0].contact == nil } ?? true
    case .circles(let circles):
      lane = nearestLane(to: place, circles)
      isWorking = !contacts.contains {
        $0.phase == phase && lane != nil && $0.circling.lane == lane
      }
    case .presses, .lifts: break
    }
    var contact = ContactTrack(
      landing, phase: phase, shift: shift, isWorking: isWorking, areas: prepared.areas,
      rules: rules)
    if isNewBreak { bookBreaks([time], phase) }
    if isWorking {
      contact.strayedSince = time
      contact.circling.lane = lane
      if let guide {
        guides[phase][guide].suspend(landing.contact)
        join(&contact, guide, place, time, mayBreak: !isNewBreak)
      }
      begin(&contact, place)
    }
    contacts.append(contact)
  }

  /// Takes the newest step of the hand at an index, that of its contact: both come down and leave
  /// together.
  mutating func take(_ motion: HandMotion, at index: Int) {
    // The list is taken out while a contact of it is worked on where it stands: nothing is copied.
    var all: [ContactTrack] = []
    swap(&all, &contacts)
    take(motion, &all[index])
    swap(&all, &contacts)
  }

  private mutating func take(_ motion: HandMotion, _ contact: inout ContactTrack) {
    if contact.isHeld, !motion.mayBeTap { release(&contact) }
    if motion.step.runEnd == nil || motion.step.isLost { sweep(&contact, motion.step) }
    if let last = motion.step.last { tick(&contact, last, of: motion.step) }
    if let end = motion.step.runEnd { endRun(&contact, end, motion) }
    if motion.step.startsRun { startRun(&contact, motion.step) }
    for index in motion.step.ticks.indices {
      tick(&contact, motion.step.ticks[index], of: motion.step)
    }
    settle(&contact, motion, now: motion.step.to.time)
  }

  /// The hand has left; `outcome` says what that means for those that may be tapping.
  mutating func end(_ motion: HandMotion, at index: Int, _ outcome: TapWatch.Outcome) {
    var contact = contacts.remove(at: index)
    if contact.isHeld, !motion.mayBeTap { release(&contact) }
    if let follow = contact.follow {
      guides[contact.phase][follow.guide].leave(
        follow, at: motion.newest.time, place: contact.place(motion.newest.place), mayGoOn: true)
    }
    leaveAreas(&contact)
    for number in outcome.releases { release(number) }
    if contact.isHeld, outcome.holds || outcome.drops.contains(contact.number) {
      contact.ended = [motion]
      waiting.append(contact)
    } else {
      release(&contact)
      close(&contact, motion)
    }
    for number in outcome.drops { drop(number, of: outcome.drops, at: motion.newest.time) }
  }

  /// Nothing more comes: whatever waits is settled.
  mutating func finish() {
    while let first = waiting.first { release(first.number) }
    for phase in guides.indices {
      for guide in guides[phase].indices {
        guides[phase][guide].commitAll()
        guides[phase][guide].endStroke()
      }
    }
  }

  // MARK: Contacts that may be tapping

  /// It is no tapping: what it did is booked.
  private mutating func release(_ contact: inout ContactTrack) {
    guard contact.isHeld else { return }
    contact.isHeld = false
    if let follow = contact.follow { guides[contact.phase][follow.guide].commit(contact.number) }
    bookBreaks(contact.breaks, contact.phase)
    contact.breaks = []
    for entry in contact.held { book(entry, &contact) }
    contact.held = []
    releaseRows(&contact)
  }

  private mutating func release(_ number: Int) {
    guard let index = waiting.firstIndex(where: { $0.number == number }) else { return }
    var contact = waiting.remove(at: index)
    release(&contact)
    for motion in contact.ended { close(&contact, motion) }
  }

  /// It was tapping: no stroke, no break, no work.
  private mutating func drop(_ number: Int, of all: [Int], at time: Int) {
    guard let index = waiting.firstIndex(where: { $0.number == number }) else { return }
    let contact = waiting.remove(at: index)
    if let follow = contact.follow {
      guides[contact.phase][follow.guide].restore(
        number, amongTaps: all,
        forgetting: contact.held.map(\.stroke).filter { $0 >= 0 })
    }
    guard let motion = contact.ended.first else { return }
    bookOther(contact, motion, isWork: false)
    dropRows(contact)
    var isFirst = true
    for area in areas.indices where prepared.areas[area].kind == .kidney {
      let visit = contact.areas[area]
      guard visit.entry > 0 else { continue }
      // A tap over both kidneys is one tap.
      if isFirst { areas[area].taps += 1 }
      isFirst = false
      areas[area].pressed += visit.visitTime
      areas[area].bookBreach(
        depth: visit.visitDepth, time: visit.visitTime,
        spans: SpanList(motion.landing.time, motion.newest.time), phase: contact.phase, rules: rules
      )
      noteKidneys(at: time)
    }
  }

  // MARK: Areas

  private mutating func sweep(_ contact: inout ContactTrack, _ step: MotionStep) {
    if contact.calm.take(step) { return }
    endCalm(&contact)
    let from = contact.moved(step.from)
    let to = contact.moved(step.to)
    let shape = prepared.phases[contact.phase].shape
    let sweep = SweptStep(
      from: from, to: to, isLost: step.isLost, isHeld: contact.isHeld, isFirm: shape.isFirm)
    var isCalm = true
    for index in areas.indices {
      // Nearly every step is far from any edge that decides, and that is known without measuring.
      let isTaken = contact.areas[index].glide(
        sweep, over: prepared.areas[index].rule, rules: shared, tally: &areas[index])
      if isTaken { continue }
      isCalm = false
      contact.areas[index].take(
        sweep, over: prepared.areas[index], shape: shape,
        phase: contact.phase, rules: shared, tally: &areas[index])
    }
    contact.isOverKidney = prepared.kidneys.contains { contact.areas[$0].isStepInside }
    if isCalm { beginCalm(&contact, at: step.to.place, isFirm: shape.isFirm) }
  }

  /// As long as nothing about any area can change, steps are only added up.
  private func beginCalm(_ contact: inout ContactTrack, at place: FinePoint, isFirm: Bool) {
    var radius = Double.infinity
    var limit = Int.max
    for index in areas.indices {
      let rule = prepared.areas[index].rule
      guard
        let freedom = contact.areas[index].freedom(
          over: rule, isHeld: contact.isHeld, leaveClearance: rules.leaveClearance,
          tally: areas[index])
      else { return }
      radius = min(radius, freedom)
      guard contact.areas[index].isInside else { continue }
      guard let most = rule.limit(isFirm: isFirm) else { return }
      limit = min(limit, most)
    }
    contact.calm.begin(at: place, radius: radius, limit: limit)
  }

  private mutating func endCalm(_ contact: inout ContactTrack) {
    defer { contact.calm.end() }
    guard !contact.calm.isEmpty else { return }
    for index in areas.indices { contact.areas[index].pass(contact.calm, &areas[index]) }
  }

  private mutating func leaveAreas(_ contact: inout ContactTrack) {
    endCalm(&contact)
    for area in areas.indices {
      contact.areas[area].leave(shared, contact.phase, &areas[area])
      contact.kidneys[area]?.end(phase: contact.phase, rules: rules, tally: &areas[area])
    }
  }

  mutating func watchKidneys(_ contact: inout ContactTrack, _ tick: MotionTick, _ step: MotionStep)
  {
    guard contact.isOverKidney else { return }
    let way = (contact.place(step.from.place), contact.place(step.to.place))
    var isFirst = true
    for area in prepared.kidneys where contact.areas[area].isStepInside {
      contact.kidneys[area]?.take(
        tick, entry: contact.areas[area].entry, way: way, isCounted: isFirst)
      isFirst = false
    }
  }

  mutating func settleKidneys(_ contact: inout ContactTrack, _ motion: HandMotion, until time: Int)
  {
    for area in prepared.kidneys where contact.kidneys[area]?.isDue(by: time) ?? false {
      contact.kidneys[area]?.settle(
        until: time, motion.vibration, prepared.areas[area],
        shape: prepared.phases[contact.phase].shape, phase: contact.phase, rules: rules,
        tally: &areas[area])
    }
    if criticalKidney == nil { noteKidneys(at: motion.newest.time) }
  }

  private mutating func noteKidneys(at time: Int) {
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

  mutating func bookBreaks(_ times: [Int], _ phase: Int) {
    phases[phase].breaks += times.count
    for time in times { phases[phase].breakSpans.add(time, time) }
  }
}
