import Attempts
import Geometry
import Scenarios

/// The part of the fold that knows places: what every hand did to every guide, point and area.
///
/// It runs once for the attempt as it is, and once for each shift by a pixel.
struct Fold: Sendable {
  let shared: SharedRules
  let prepared: PreparedCase
  /// Whether the record carries times: without them speed is not judged.
  let isTimed: Bool
  /// Ways of a pixel by which the attempt is shifted.
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
  /// The room that ticks of an ended contact waited in, for the next one.
  private var roomForTicks = TickQueue()
  /// When work over the kidneys had become a critical fault.
  var criticalKidney: Int?

  /// The series behind the measures, while somebody asks for it.
  var rows: [SeriesRow]?
  /// Alarms of vibration of the hand whose step comes; set only while rows are kept.
  var alarms = SpanList(join: 0)
  /// Circles and presses one by one, likewise.
  var pieces: WorkPieces?

  /// - Parameters:
  ///   - shift: of the whole attempt, in pixels of each hand.
  ///   - isTold: whether somebody is told what it finds. Of one that only says whether the attempt would
  ///     pass, figures that decide nothing are not kept: how far beside guides strokes were on average,
  ///     how deep a hand was in areas where that breaks no rule.
  init(
    prepared: PreparedCase, rules: SharedRules, isTimed: Bool, shift: (x: Int, y: Int) = (0, 0),
    isTold: Bool = true
  ) {
    shared = rules
    self.prepared = prepared
    self.isTimed = isTimed
    self.shift = shift
    phases = prepared.phases.map { _ in PhaseTally() }
    guides = prepared.phases.enumerated().map { phaseIndex, phase in
      phase.guides.enumerated().map {
        GuideTrack($1, index: $0, phase: phaseIndex, rules: rules, isTold: isTold)
      }
    }
    lanes = prepared.phases.map { ($0.circles?.lanes ?? []).map { LaneTally(bins: $0.bins) } }
    points = prepared.phases.map { ($0.points?.points ?? []).map { _ in PressTally() } }
    lifts = prepared.phases.map { _ in LiftTally() }
    // No depth is news to who is not told of any.
    areas = prepared.areas.map { _ in AreaTally(depth: isTold ? 0 : .infinity) }
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
      landing, phase: phase, of: prepared, shift: shift, isWorking: isWorking, rules: rules)
    swap(&contact.ticks, &roomForTicks)
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
  /// together. The step is lent where it stands, and not changed: nothing of it is copied.
  ///
  /// - Parameters:
  ///   - asked: what the phase of the contact asks, lent too.
  ///   - line: that of ``line(at:_:)`` in the attempt as it is, lent too. A shifted hand is nearly always
  ///     on the same one, which then need not be counted up and down for every tick.
  mutating func take(
    _ step: inout MotionStep, at index: Int, _ asked: PreparedPhase, _ line: Polyline
  ) {
    // The list is taken out while a contact of it is worked on where it stands: nothing is copied.
    var all: [ContactTrack] = []
    swap(&all, &contacts)
    take(&step, &all[index], asked, line)
    swap(&all, &contacts)
  }

  /// The line that the hand at an index follows, or circles along; any where it is at none.
  func line(at index: Int, _ asked: PreparedPhase) -> Polyline {
    if let guide = contacts[index].follow?.guide { return asked.guides[guide].line }
    if let lane = contacts[index].circling.near?.lane { return asked.lanes[lane].line }
    return asked.anyLine
  }

  private mutating func take(
    _ step: inout MotionStep, _ contact: inout ContactTrack, _ asked: PreparedPhase,
    _ line: Polyline
  ) {
    if contact.isHeld, !step.mayBeTap { release(&contact) }
    let ends = step.runEnd != nil
    if !ends || step.isLost { sweep(&contact, &step, asked) }
    watchKidneys(&contact, &step, asked)
    var next = 0
    if ends {
      if step.hasLast {
        tick(&contact, step.ticks[0], of: &step, asked, line)
        next = 1
      }
      endRun(&contact, &step, asked)
    }
    if step.startsRun { startRun(&contact, &step) }
    while next < step.ticks.count {
      tick(&contact, step.ticks[next], of: &step, asked, line)
      next += 1
    }
    if !ends { settle(&contact, &step, asked) }
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
      contact.ticks.dropAll()
      swap(&contact.ticks, &roomForTicks)
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
    for held in contact.held { book(held.entry, held.tick, held.loop, &contact) }
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
        forgetting: contact.held.map(\.entry.stroke).filter { $0 >= 0 })
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

  mutating func bookBreaks(_ times: [Int], _ phase: Int) {
    phases[phase].breaks += times.count
    for time in times { phases[phase].breakSpans.add(time, time) }
  }
}
