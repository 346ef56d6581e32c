import Attempts
import Geometry
import Scenarios

/// What a hand was doing after a tick.
struct ReferenceMoment {
  var isReturning = false
}

/// Follows the hands of a stroking phase along its guides, tick by tick, in the order of time.
final class ReferenceStrokes {
  /// A contact on its guide.
  final class Hand {
    let contact: ReferenceContact
    var guide: Int?
    /// Nil while it is on its guide; then since when it is OFF.
    var offSince: Int?
    /// Of the last match.
    var arc = 0.0
    var isReturning = false
    /// Where it was farthest back on the return under way.
    var lowest = 0.0
    /// Travel OFF in the return under way, in mm.
    var offInReturn: [Double] = []
    /// EMA of 20 and of 80 ms of the deviation.
    var averages: (quick: Double, slow: Double)?
    /// Covered since the wobble was looked at last.
    var coveredSince = 0.0
    /// By which stroke.
    var coveredStroke: ReferenceStroke?
    /// The stroke that all of the present tick belongs to.
    var strokeOfTick: ReferenceStroke?
    /// A tap, which books nothing.
    var isTap: Bool { contact.isTapping }
    /// By the time of each tick.
    var moments: [Int: ReferenceMoment] = [:]

    init(_ contact: ReferenceContact) { self.contact = contact }

    var tolerance: Double { ReferenceFigures.turnTolerance(pixel: contact.pixel) }
  }

  let guides: [ReferenceGuide]
  let isTimed: Bool
  /// Nothing counts as done at a greater speed, in mm/s.
  let upperSpeed: Double
  /// Where vibration is prescribed it is no fault; nor does it count as a stroke.
  let isVibrationAllowed: Bool
  private(set) var offPath: [Double] = []
  /// Contacts that came down on a guide where another hand was.
  private(set) var second: Set<Int> = []
  private(set) var moments: [Int: [Int: ReferenceMoment]] = [:]
  /// When strokes were taken up after a lift: the breaks within strokes.
  private(set) var takeUps: [Int] = []
  /// Taps after which another hand came to their guide before it was known that they were tapping:
  /// they move what is under way as any contact does, for that hand found it so.
  private let staying: Set<Int>
  /// Such taps as they are found.
  private var found: Set<Int> = []

  static func make(
    _ task: StrokingTask, speed: Band?, isTimed: Bool, isVibrationAllowed: Bool,
    contacts: [ReferenceContact]
  ) -> ReferenceStrokes {
    var staying: Set<Int> = []
    while true {
      let strokes = ReferenceStrokes(
        task, speed: speed, isTimed: isTimed, isVibrationAllowed: isVibrationAllowed,
        contacts: contacts, staying: staying)
      if strokes.found.isSubset(of: staying) { return strokes }
      staying.formUnion(strokes.found)
    }
  }

  private init(
    _ task: StrokingTask, speed: Band?, isTimed: Bool, isVibrationAllowed: Bool,
    contacts: [ReferenceContact], staying: Set<Int>
  ) {
    self.staying = staying
    self.isVibrationAllowed = isVibrationAllowed
    guides = task.guides.map { ReferenceGuide($0, task) }
    self.isTimed = isTimed
    upperSpeed = speed?.noneHigh ?? .infinity
    follow(contacts)
  }

  private enum Step {
    case land, lost(run: Int)
    case tick(run: Int, index: Int)
    case lift
  }

  private func follow(_ contacts: [ReferenceContact]) {
    // A tick is looked at when it is known where the hand was: when a sample comes that is later
    // than the first one at or after the tick, or when the contact ends. Lost time likewise.
    var steps: [(event: Int, order: Int, step: Step)] = []
    for contact in contacts {
      func add(_ event: Int, _ step: Step) { steps.append((event, contact.order, step)) }
      add(contact.arrivals[0], .land)
      var next = 0
      func arrival(of time: Int) -> Int {
        while next < contact.samples.count, contact.samples[next].time < time { next += 1 }
        return next + 1 < contact.samples.count ? contact.arrivals[next + 1] : contact.releasedBy
      }
      for (index, run) in contact.runs.enumerated() {
        if index > 0 { add(arrival(of: run.start), .lost(run: index)) }
        for tick in run.ticks.indices {
          let isEnd = !run.ticks[tick].isOnGrid
          let following = index + 1 < contact.runs.count ? contact.runs[index + 1].start : Int.max
          add(
            isEnd ? arrival(of: following) : arrival(of: run.ticks[tick].time),
            .tick(run: index, index: tick))
        }
      }
      add(contact.releasedBy, .lift)
    }
    // Steps that one event brings stay in the order in which they were written.
    let order = steps.indices.sorted { (steps[$0].event, $0) < (steps[$1].event, $1) }
    var hands: [Int: Hand] = [:]
    for contact in contacts { hands[contact.order] = Hand(contact) }
    for step in order.map({ steps[$0] }) {
      guard let hand = hands[step.order] else { continue }
      switch step.step {
      case .land: land(hand)
      case .lost(let run): if follows(hand) { regain(hand, hand.contact.runs[run]) }
      case .tick(let run, let index):
        if follows(hand) { tick(hand, hand.contact.runs[run], index) }
      case .lift: lift(hand)
      }
    }
    for hand in hands.values { moments[hand.contact.order] = hand.moments }
  }

  /// Whether a hand's way along its guide matters.
  private func follows(_ hand: Hand) -> Bool {
    !hand.isTap || staying.contains(hand.contact.order)
  }

  // MARK: Coming and going

  private func land(_ hand: Hand) {
    let place = hand.contact.landing.position.fine
    guard let index = nearestGuide(place, within: \.corridor.none, isOpen: { _ in true }) else {
      hand.offSince = hand.contact.landing.time
      return
    }
    if guides[index].occupant != nil {
      second.insert(hand.contact.order)
      return
    }
    hand.guide = index
    guides[index].occupant = hand.contact.order
    // A tap is on the guide for who lands there meanwhile, but makes no stroke.
    if hand.isTap {
      guides[index].taps.append(hand.contact)
    } else {
      found.formUnion(
        guides[index].taps.filter { $0.tappingKnownBy > hand.contact.arrivals[0] }.map(\.order))
    }
    guard follows(hand) else { return }
    arrive(hand, place, hand.contact.landing.time, hand.contact.runs[0])
  }

  /// The nearest guide within a distance of its own; the first on a tie.
  private func nearestGuide(
    _ place: FinePoint, within reach: (ReferenceGuide) -> Double, isOpen: (Int) -> Bool
  ) -> Int? {
    var best: (index: Int, distance: Double)?
    for index in guides.indices where isOpen(index) {
      let distance = ReferenceLines.nearest(guides[index].line, place).distance
      if distance <= reach(guides[index]), distance < best?.distance ?? .infinity {
        best = (index, distance)
      }
    }
    return best?.index
  }

  private func arrive(_ hand: Hand, _ place: FinePoint, _ time: Int, _ run: ReferenceRun) {
    guard let index = hand.guide else { return }
    let guide = guides[index]
    var match = ReferenceLines.nearest(guide.line, place)
    if let stroke = guide.current, let left = guide.left,
      time - left <= ReferenceFigures.takeUpTime, isNearMark(guide, stroke, place)
    {
      match = ReferenceLines.nearest(guide.line, place, comeBackRange(hand, guide))
      guide.left = nil
      if !hand.isTap { takeUps.append(time) }
      if match.distance > guide.corridor.none {
        // Near its mark, but beside the guide there.
        hand.arc = stroke.mark
        hand.offSince = time
        hand.averages = nil
        return
      }
    } else {
      guide.begin(at: match.arc, time: time, pixel: hand.contact.pixel)
    }
    hand.offSince = nil
    hand.averages = nil
    hand.coveredSince = 0
    settle(hand, guide, at: match.arc)
    touch(hand, guide, match.arc, match.arc, time, run)
  }

  /// Puts the hand on a place of its guide without covering anything on the way.
  private func settle(_ hand: Hand, _ guide: ReferenceGuide, at arc: Double) {
    hand.arc = arc
    if guide.turned != nil { guide.turned = arc }
    guard let stroke = guide.current else { return }
    stroke.arc = arc
    stroke.mark = max(stroke.mark, arc)
    hand.lowest = arc
    endAfterRunBack(guide, stroke, tolerance: 0)
  }

  private func lift(_ hand: Hand) {
    guard let index = hand.guide else { return }
    let wasReturning = hand.isReturning
    leave(hand, guides[index])
    guard let stroke = guides[index].current, follows(hand) else { return }
    let last = hand.contact.lift.position.fine
    if wasReturning || !isNearMark(guides[index], stroke, last) {
      guides[index].current = nil
    } else {
      guides[index].left = hand.contact.lift.time
    }
  }

  private func isNearMark(
    _ guide: ReferenceGuide, _ stroke: ReferenceStroke, _ place: FinePoint
  ) -> Bool {
    guide.line.place(at: stroke.mark).distance(to: place) <= ReferenceFigures.takeUpReach
  }

  private func leave(_ hand: Hand, _ guide: ReferenceGuide) {
    endReturn(hand, guide)
    guide.occupant = nil
    guide.turned = nil
  }

  /// After lost time: the hand is somewhere else, and nothing was covered on the way.
  private func regain(_ hand: Hand, _ run: ReferenceRun) {
    hand.averages = nil
    hand.coveredSince = 0
    guard let index = hand.guide else { return }
    let guide = guides[index]
    let place = run.samples[0].position.fine
    let range =
      hand.offSince == nil
      ? hand.arc - ReferenceFigures.comeBackBehind...hand.arc + ReferenceFigures.comeBackAhead
      : comeBackRange(hand, guide)
    var match = ReferenceLines.nearest(guide.line, place, range)
    if match.distance > guide.corridor.none { match = ReferenceLines.nearest(guide.line, place) }
    if match.distance > guide.corridor.none {
      goOff(hand, guide, run.start)
    } else {
      hand.offSince = nil
      settle(hand, guide, at: match.arc)
      touch(hand, guide, match.arc, match.arc, run.start, run)
    }
  }

  // MARK: Ticks

  private func tick(_ hand: Hand, _ run: ReferenceRun, _ index: Int) {
    let tick = run.ticks[index]
    let isInAlarm = hand.contact.isInAlarm(tick.time)
    defer { note(hand, run, tick, isInAlarm) }
    hand.strokeOfTick = hand.guide.flatMap {
      guides[$0].turned == nil ? guides[$0].current : nil
    }
    guard let index = hand.guide else {
      guard let since = hand.offSince else { return }
      if !isInAlarm, !hand.isTap { offPath.append(tick.dragged) }
      goOver(hand, since, tick, run)
      return
    }
    let guide = guides[index]
    var deviation: Double?
    func bookOff() {
      guard !isInAlarm, !hand.isTap else { return }
      if hand.isReturning {
        hand.offInReturn.append(tick.dragged)
      } else {
        offPath.append(tick.dragged)
      }
    }
    if hand.offSince != nil {
      bookOff()
      let match = ReferenceLines.nearest(guide.line, tick.place, comeBackRange(hand, guide))
      if match.distance <= guide.corridor.none {
        hand.offSince = nil
        settle(hand, guide, at: match.arc)
        touch(hand, guide, match.arc, match.arc, tick.time, run)
        deviation = match.deviation
      }
    } else {
      let match = ReferenceLines.nearest(
        guide.line, tick.place,
        hand.arc - ReferenceFigures.matchReach...hand.arc + ReferenceFigures.matchReach)
      if match.distance <= guide.corridor.none {
        move(hand, guide, to: match, tick.time, run, isInAlarm)
        deviation = match.deviation
      } else {
        goOff(hand, guide, tick.time)
        bookOff()
      }
    }
    if let since = hand.offSince {
      hand.averages = nil
      hand.coveredSince = 0
      goOver(hand, since, tick, run)
    } else if let deviation {
      wobble(hand, guide, tick, deviation, isInAlarm)
    }
  }

  private func comeBackRange(_ hand: Hand, _ guide: ReferenceGuide) -> ClosedRange<Double>? {
    guard let stroke = guide.current, !hand.isReturning else { return nil }
    return stroke.mark - ReferenceFigures.comeBackBehind...stroke.mark
      + ReferenceFigures.comeBackAhead
  }

  private func goOff(_ hand: Hand, _ guide: ReferenceGuide, _ time: Int) {
    hand.offSince = hand.offSince ?? time
    if let stroke = guide.current, guide.permitsReturn(stroke) { startReturn(hand, stroke) }
  }

  private func startReturn(_ hand: Hand, _ stroke: ReferenceStroke) {
    hand.isReturning = true
    hand.lowest = stroke.arc
    stroke.hasReturned = true
  }

  private func goOver(_ hand: Hand, _ since: Int, _ tick: ReferenceTick, _ run: ReferenceRun) {
    guard tick.time - since >= ReferenceFigures.guideChange,
      let new = nearestGuide(
        tick.place, within: \.corridor.full,
        isOpen: {
          $0 != hand.guide && guides[$0].occupant == nil
        })
    else { return }
    if let old = hand.guide {
      leave(hand, guides[old])
      guides[old].current = nil
    }
    hand.guide = new
    guides[new].occupant = hand.contact.order
    arrive(hand, tick.place, tick.time, run)
    hand.strokeOfTick = guides[new].current
  }

  private func move(
    _ hand: Hand, _ guide: ReferenceGuide, to match: ReferenceLines.Match, _ time: Int,
    _ run: ReferenceRun, _ isInAlarm: Bool
  ) {
    let (from, to) = (hand.arc, match.arc)
    hand.arc = to
    if guide.turned != nil {
      moveTurned(hand, guide, from, match, time, run, isInAlarm)
      return
    }
    guard let stroke = guide.current else { return }
    stroke.arc = to
    if to > stroke.mark {
      cover(hand, stroke, to - stroke.mark, match.deviation, isInAlarm)
      stroke.mark = to
      endReturn(hand, guide)
    }
    let isOnReturn = isOnReturn(hand, guide, stroke, isBack: to < from)
    if !isOnReturn {
      stroke.go(from: from, to: to)
      touch(hand, guide, from, to, time, run)
    }
    if !isInAlarm, !hand.isTap {
      stroke.travel += ReferenceFigures.booked(abs(to - from))
      if !isOnReturn {
        stroke.backward += ReferenceFigures.booked(
          max(0, min(from, stroke.mark - hand.tolerance) - to))
      }
    }
    endAfterRunBack(guide, stroke, tolerance: hand.tolerance)
  }

  /// Whether a move of the match belongs to a return; says in the hand whether that goes on.
  private func isOnReturn(
    _ hand: Hand, _ guide: ReferenceGuide, _ stroke: ReferenceStroke, isBack: Bool
  ) -> Bool {
    // As sums rather than differences: on a pixel grid such ties are not rare.
    if !hand.isReturning, stroke.arc < stroke.mark - hand.tolerance, isBack,
      guide.permitsReturn(stroke)
    {
      startReturn(hand, stroke)
    }
    guard hand.isReturning else { return false }
    hand.lowest = min(hand.lowest, stroke.arc)
    if stroke.arc > hand.lowest + hand.tolerance { endReturn(hand, guide) }
    return true
  }

  /// Ends a stroke that ran back to the first tenth, or by more than half of the guide.
  private func endAfterRunBack(
    _ guide: ReferenceGuide, _ stroke: ReferenceStroke, tolerance: Double
  ) {
    guard stroke.arc < stroke.mark - tolerance else { return }
    if stroke.arc <= guide.length * 0.1 || stroke.mark - stroke.arc > guide.length / 2 {
      guide.current = nil
      guide.turned = stroke.arc
    }
  }

  private func moveTurned(
    _ hand: Hand, _ guide: ReferenceGuide, _ from: Double, _ match: ReferenceLines.Match,
    _ time: Int, _ run: ReferenceRun, _ isInAlarm: Bool
  ) {
    let lowest = min(guide.turned ?? match.arc, match.arc)
    guide.turned = lowest
    if match.arc < from, !hand.isReturning, !isInAlarm, !hand.isTap {
      guide.looseBackward += ReferenceFigures.booked(from - match.arc)
    }
    guard match.arc > lowest + hand.tolerance else { return }
    endReturn(hand, guide)
    // It begins with the step that this tick stands for.
    guide.begin(at: lowest, time: beginning(of: time, run), pixel: hand.contact.pixel)
    guard let stroke = guide.current else { return }
    hand.strokeOfTick = stroke
    cover(hand, stroke, match.arc - lowest, match.deviation, isInAlarm)
    stroke.mark = match.arc
    stroke.arc = match.arc
    touch(hand, guide, lowest, match.arc, time, run)
  }

  /// When the step began that a tick stands for.
  private func beginning(of time: Int, _ run: ReferenceRun) -> Int {
    run.ticks.first { $0.time == time }.map { time - $0.duration } ?? time
  }

  private func endReturn(_ hand: Hand, _ guide: ReferenceGuide) {
    if hand.offInReturn.reduce(0, +) > guide.length { offPath += hand.offInReturn }
    hand.offInReturn = []
    hand.isReturning = false
  }
}
