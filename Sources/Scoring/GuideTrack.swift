import Geometry
import Scenarios

/// Where a contact is on the guide it belongs to.
struct Follow: Sendable {
  let guide: Int
  /// Arc of the last match, in mm.
  var arc: Double
  /// The step of the guide that holds it, if the hand was followed there.
  var step = 0
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
  /// The arc whose bin was looked up last, and that bin; nan: none was.
  private var latest = (arc: Double.nan, bin: 0)
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

  /// The bins of its guide between two arcs, the second of which is the hand's new one.
  mutating func bins(
    from old: Double, to new: Double, on guide: PreparedGuide
  ) -> (first: Int, last: Int) {
    // Mostly the tick before ended in the first of them.
    let before = latest.arc == old ? latest.bin : guide.bin(at: old)
    latest = (new, guide.bin(at: new))
    return (min(before, latest.bin), max(before, latest.bin))
  }
}

/// The strokes along one guide.
struct GuideTrack: Sendable {
  let guide: PreparedGuide
  let index: Int
  let phase: Int
  let shared: SharedRules
  /// Whether somebody is told what strokes were like.
  private let isTold: Bool
  /// The stroke under way, or lifted and perhaps to go on.
  var current: StrokeState?
  /// Its number, which every tick asks for; -1: there is none.
  var currentSerial = -1
  /// Strokes that ended but wait for ticks that are not settled.
  var closing: [StrokeState] = []
  /// What was under way when hands came down that may only be tapping, the earliest first.
  var suspensions: [Suspension] = []
  private var nextSerial = 0
  var leftAt: (time: Int, place: FinePoint)?
  var tally = GuideTally()
  /// The contact that is on this guide now.
  var contact: Int?

  init(
    _ guide: PreparedGuide, index: Int, phase: Int, rules: SharedRules, isTold: Bool = true
  ) {
    self.guide = guide
    self.index = index
    self.phase = phase
    shared = rules
    self.isTold = isTold
  }

  var rules: RuleSet { shared.rules }

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

  // MARK: Steps

  /// The bins under the place where a stroke begins.
  func touchFirst(_ follow: Follow, _ entry: inout TickEntry) {
    guard currentSerial >= 0, !follow.isOff, !follow.isTurned, !follow.isReturning
    else { return }
    entry.guide = index
    entry.stroke = currentSerial
    entry.firstBin = guide.bin(at: follow.arc)
    entry.lastBin = entry.firstBin
  }

  /// Takes the hand's next place, and writes into `entry` what it did on the way.
  ///
  /// - Parameter line: most likely that of the guide.
  mutating func step(
    _ follow: inout Follow, to place: FinePoint, at tick: MotionTick, on line: Polyline,
    turn: Double, slack: Double, entry: inout TickEntry
  ) {
    follow.time = tick.time
    follow.isBackward = false
    entry.guide = index
    entry.stroke = follow.isTurned ? -1 : currentSerial
    current?.span.end = tick.time
    if follow.isOff {
      let match = matchComingBack(place, follow)
      entry.off = tick.travel
      bookReturn(follow, &entry)
      guard match.distance <= guide.corridor.none else {
        follow.deviation = match.deviation
        return
      }
      arrive(&follow, at: match)
      touchFirst(follow, &entry)
      return
    }
    let match =
      guide.line === line
      ? line.nearest(
        to: place, around: follow.arc, within: shared.matchReach, step: &follow.step)
      : guide.line.nearest(
        to: place, around: follow.arc, within: shared.matchReach, step: &follow.step)
    follow.deviation = match.deviation
    guard match.distance <= guide.corridor.none else {
      follow.isOff = true
      follow.offSince = tick.time
      startReturnOff(&follow)
      entry.off = tick.travel
      bookReturn(follow, &entry)
      return
    }
    move(&follow, to: match, from: tick.from, turn: turn, slack: slack, entry: &entry)
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

  // MARK: The stroke under way

  mutating func beginStroke(at arc: Double, time: Int, turn: Double) {
    current = StrokeState(
      serial: nextSerial, start: arc, bins: guide.bins, time: time, turn: turn,
      rules: rules, isTold: isTold)
    currentSerial = nextSerial
    nextSerial += 1
  }

  mutating func reach(_ arc: Double) {
    current?.reach(arc)
  }

  mutating func markReturned() { current?.hasReturned = true }

  private func matchNearMark(_ place: FinePoint, _ mark: Double) -> Polyline.Match {
    guide.line.nearest(
      to: place, from: mark - rules.matchReach, through: mark + rules.comeBackReach)
  }

  /// Near the mark, so that a spiral's next turn is not mistaken for this one; on a return, or with
  /// no stroke under way, anywhere.
  private func matchComingBack(_ place: FinePoint, _ follow: Follow) -> Polyline.Match {
    if let mark = current?.mark, !follow.isReturning, !follow.isTurned {
      return matchNearMark(place, mark)
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
