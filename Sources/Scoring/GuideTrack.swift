import Geometry
import Scenarios

/// Where a contact is on the guide it belongs to.
struct Follow: Sendable {
  let guide: Int
  /// Arc of the last match, in mm.
  var arc: Double
  var deviation: Double
  /// Beyond the corridor: progress is frozen.
  var isOff: Bool
  var offSince: Int
  /// A run back ended the stroke; the next begins when the hand moves forward again.
  var isTurned = false
  /// Lowest arc of the run back.
  var low: Double
  private(set) var isReturning = false
  /// Number of the latest return of the contact.
  private(set) var returns: Int
  /// Whether the last step ran against the guide.
  var isBackward = false
  var time: Int

  init(guide: Int, match: Polyline.Match, isOff: Bool, time: Int, returns: Int) {
    self.guide = guide
    arc = match.arc
    deviation = match.deviation
    self.isOff = isOff
    offSince = time
    low = match.arc
    self.time = time
    self.returns = returns
  }

  mutating func startReturn(at arc: Double) {
    guard !isReturning else { return }
    isReturning = true
    returns += 1
    low = arc
  }

  mutating func endReturn() { isReturning = false }
}

/// The strokes along one guide.
struct GuideTrack: Sendable {
  let guide: PreparedGuide
  let index: Int
  let phase: Int
  let ruleSet: RuleSet
  private var rules: RuleSet { ruleSet }
  /// The stroke under way, or lifted and perhaps to go on.
  private(set) var current: StrokeState?
  /// Strokes that ended but wait for ticks that are not settled.
  private var closing: [StrokeState] = []
  /// What was under way when hands came down that may only be tapping, the earliest first.
  private var suspensions: [Suspension] = []
  private var nextSerial = 0
  private var leftAt: (time: Int, place: FinePoint)?
  private(set) var tally = GuideTally()
  /// The contact that is on this guide now.
  var contact: Int?

  private struct Suspension: Sendable {
    let contact: Int
    var stroke: StrokeState?
    var leftAt: (time: Int, place: FinePoint)?
    /// Strokes that ended since.
    var ended: [StrokeState] = []
  }

  init(_ guide: PreparedGuide, index: Int, phase: Int, rules: RuleSet) {
    self.guide = guide
    self.index = index
    self.phase = phase
    ruleSet = rules
  }

  // MARK: Landing and leaving

  /// A hand comes to this guide. `isBreak` says whether it took up the stroke that it had left.
  mutating func land(_ place: FinePoint, at time: Int, turn: Double, returns: Int) -> (
    follow: Follow, isBreak: Bool
  ) {
    if let stroke = current, let left = leftAt, time - left.time <= rules.strokePause {
      let mark = guide.line.place(at: stroke.mark)
      if left.place.distance(to: mark) <= rules.takeUpReach,
        place.distance(to: mark) <= rules.takeUpReach
      {
        leftAt = nil
        let match = matchNearMark(place, stroke.mark)
        let isOff = match.distance > guide.corridor.none
        var follow = Follow(guide: index, match: match, isOff: isOff, time: time, returns: returns)
        if isOff { follow.arc = stroke.mark } else { arrive(&follow, at: match) }
        return (follow, true)
      }
    }
    endStroke()
    let match = guide.line.nearest(to: place)
    let isOff = match.distance > guide.corridor.none
    beginStroke(at: match.arc, time: time, turn: turn)
    return (Follow(guide: index, match: match, isOff: isOff, time: time, returns: returns), false)
  }

  /// The hand leaves the back, or this guide for another.
  mutating func leave(_ follow: Follow, at time: Int, place: FinePoint, mayGoOn: Bool) {
    contact = nil
    if mayGoOn && !follow.isReturning && !follow.isTurned {
      leftAt = (time, place)
    } else {
      endStroke()
    }
  }

  /// From now on a hand is here that may turn out to be tapping: nothing it ends is final.
  mutating func suspend(_ contact: Int) {
    suspensions.append(Suspension(contact: contact, stroke: current, leftAt: leftAt))
  }

  /// It was no tapping: what ended, ended, and so did what earlier hands ended.
  mutating func commit(_ contact: Int) {
    guard let last = suspensions.firstIndex(where: { $0.contact == contact }) else { return }
    let ended = suspensions[...last].flatMap(\.ended)
    suspensions.removeSubrange(...last)
    for stroke in ended { close(stroke) }
  }

  /// It was tapping, and so were others: the stroke under way is as if nobody had come. `serials`
  /// are the strokes of its ticks that were expected and never come.
  mutating func restore(_ contact: Int, _ others: [Int], _ serials: [Int]) {
    guard let first = suspensions.firstIndex(where: { $0.contact == contact }) else {
      // A hand that came in between took the stroke as it found it.
      for serial in serials { forget(serial, whereKept: true) }
      return
    }
    let kept = suspensions[first]
    if let next = suspensions[first...].firstIndex(where: { !others.contains($0.contact) }) {
      // A hand is here that may be tapping too: it goes on with what it found.
      suspensions[next].stroke = kept.stroke
      suspensions[next].leftAt = kept.leftAt
      suspensions[next].ended.insert(
        contentsOf: suspensions[first..<next].flatMap(\.ended), at: 0)
      suspensions.removeSubrange(first..<next)
      for serial in serials { forget(serial, whereKept: false) }
    } else {
      current = kept.stroke
      leftAt = kept.leftAt
      suspensions.removeSubrange(first...)
    }
  }

  /// A tick that was expected does not come.
  private mutating func forget(_ serial: Int, whereKept isKept: Bool) {
    change(serial, whereKept: isKept) { $0.pending -= 1 }
    tallyIfSettled(serial)
  }

  private mutating func tallyIfSettled(_ serial: Int) {
    guard let at = closing.firstIndex(where: { $0.serial == serial }), closing[at].pending == 0
    else { return }
    tally.add(closing.remove(at: at), guide: guide, phase: phase, rules: ruleSet)
  }

  /// Nothing more comes: whatever ended, ended.
  mutating func commitAll() {
    if let last = suspensions.last { commit(last.contact) }
  }

  // MARK: Steps

  /// The bins under the place where a stroke begins.
  func touchFirst(_ follow: Follow, _ entry: inout TickEntry) {
    guard let stroke = current, !follow.isOff, !follow.isTurned, !follow.isReturning else { return }
    entry.guide = index
    entry.stroke = stroke.serial
    entry.firstBin = guide.bin(at: follow.arc)
    entry.lastBin = entry.firstBin
  }

  /// Takes the hand's next place, and writes into `entry` what it did on the way.
  mutating func step(
    _ follow: inout Follow, to place: FinePoint, travelled: Int, turn: Double,
    slack: Double, entry: inout TickEntry
  ) {
    follow.time = entry.time
    follow.isBackward = false
    entry.guide = index
    entry.stroke = follow.isTurned ? -1 : current?.serial ?? -1
    current?.span.end = entry.time
    if follow.isOff {
      let match = matchComingBack(place, follow)
      entry.off = travelled
      bookReturn(follow, &entry)
      guard match.distance <= guide.corridor.none else {
        follow.deviation = match.deviation
        return
      }
      arrive(&follow, at: match)
      touchFirst(follow, &entry)
      return
    }
    let match = guide.line.nearest(
      to: place, from: follow.arc - rules.matchReach, through: follow.arc + rules.matchReach)
    follow.deviation = match.deviation
    guard match.distance <= guide.corridor.none else {
      follow.isOff = true
      follow.offSince = entry.time
      startReturnOff(&follow)
      entry.off = travelled
      bookReturn(follow, &entry)
      return
    }
    move(&follow, to: match, turn: turn, slack: slack, entry: &entry)
  }

  private func bookReturn(_ follow: Follow, _ entry: inout TickEntry) {
    guard follow.isReturning else { return }
    entry.offReturn = follow.returns
    entry.allowance = guide.length
  }

  /// After lost time: the hand is where it is, and nothing between counts.
  mutating func takeUp(_ follow: inout Follow, _ place: FinePoint, at time: Int) {
    follow.time = time
    follow.isBackward = false
    var match =
      follow.isOff
      ? matchComingBack(place, follow)
      : guide.line.nearest(
        to: place, from: follow.arc - rules.matchReach, through: follow.arc + rules.comeBackReach)
    // Nobody knows how far it went meanwhile.
    if match.distance > guide.corridor.none { match = guide.line.nearest(to: place) }
    follow.deviation = match.deviation
    if match.distance <= guide.corridor.none {
      arrive(&follow, at: match)
    } else if !follow.isOff {
      follow.isOff = true
      follow.offSince = time
      startReturnOff(&follow)
    }
  }

  /// The stroke under way was made and only waits for what comes next: another one, as a rule.
  var hasMadeCurrent: Bool {
    guard leftAt != nil, let stroke = current else { return false }
    return Double(stroke.covered) >= rules.madeCoverage * Double(guide.bins)
  }

  // MARK: Settling

  /// A tick waits to be settled.
  mutating func expect(_ serial: Int) {
    // Not in what is kept for the case that the tick is a tap's.
    change(serial, whereKept: false) { $0.pending += 1 }
  }

  /// Books a tick that is settled.
  mutating func settle(_ settled: SettledEntry) {
    let entry = settled.entry
    if entry.stroke < 0 {
      if entry.backward > 0, !settled.isAlarm {
        tally.goBack(entry.backward, phase: phase, from: entry.from, to: entry.time)
      }
      return
    }
    let (guide, phase, rules) = (guide, phase, rules)
    change(entry.stroke, whereKept: true) {
      $0.book(settled, guide: guide, phase: phase, rules: rules)
      $0.pending -= 1
    }
    tallyIfSettled(entry.stroke)
  }

  private mutating func change(
    _ serial: Int, whereKept isKept: Bool, _ body: (inout StrokeState) -> Void
  ) {
    if isKept {
      for at in suspensions.indices where suspensions[at].stroke?.serial == serial {
        if var stroke = suspensions[at].stroke {
          body(&stroke)
          suspensions[at].stroke = stroke
        }
      }
    }
    if var stroke = current, stroke.serial == serial {
      // Taken out while it is worked on, so that its lists are changed in place and not copied.
      current = nil
      body(&stroke)
      current = stroke
    } else if let at = closing.firstIndex(where: { $0.serial == serial }) {
      body(&closing[at])
    } else {
      for at in suspensions.indices {
        for stroke in suspensions[at].ended.indices
        where suspensions[at].ended[stroke].serial == serial {
          body(&suspensions[at].ended[stroke])
        }
      }
    }
  }

  mutating func endStroke() {
    leftAt = nil
    guard let stroke = current else { return }
    current = nil
    if let last = suspensions.indices.last {
      suspensions[last].ended.append(stroke)
    } else {
      close(stroke)
    }
  }

  private mutating func close(_ stroke: StrokeState) {
    if stroke.pending > 0 {
      closing.append(stroke)
    } else {
      tally.add(stroke, guide: guide, phase: phase, rules: rules)
    }
  }

  // MARK: The stroke under way

  mutating func beginStroke(at arc: Double, time: Int, turn: Double) {
    current = StrokeState(
      serial: nextSerial, start: arc, bins: guide.bins, time: time, turn: turn,
      rules: rules)
    nextSerial += 1
  }

  mutating func reach(_ arc: Double) {
    if let stroke = current, arc > stroke.mark { current?.mark = arc }
    current?.latestArc = arc
  }

  mutating func rub(from old: Double, to arc: Double, slack: Double) {
    current?.rub(from: old, to: arc, slack: slack)
  }

  mutating func markReturned() { current?.hasReturned = true }

  private func matchNearMark(_ place: FinePoint, _ mark: Double) -> Polyline.Match {
    guide.line.nearest(
      to: place, from: mark - rules.matchReach, through: mark + rules.comeBackReach)
  }

  /// Near the mark, so that a spiral's next turn is not mistaken for this one; on a return, or with
  /// no stroke under way, anywhere.
  private func matchComingBack(_ place: FinePoint, _ follow: Follow) -> Polyline.Match {
    if let stroke = current, !follow.isReturning, !follow.isTurned {
      return matchNearMark(place, stroke.mark)
    }
    return guide.line.nearest(to: place)
  }

  private mutating func arrive(_ follow: inout Follow, at match: Polyline.Match) {
    follow.isOff = false
    follow.arc = match.arc
    follow.deviation = match.deviation
    follow.low = match.arc
    guard current != nil, !follow.isTurned else { return }
    // What was passed while OFF is not covered, but progress goes on from here.
    reach(match.arc)
    endIfRunBack(&follow, turn: 0)
  }
}
