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
  var isReturning = false
  /// Travel while OFF in this return, in nanometres, as long as it is forgiven.
  var forgiven = 0
  var isOverdrawn = false
  var forgivenSpans = SpanList()
  /// Whether the last step ran against the guide.
  var isBackward = false
  var time: Int

  init(guide: Int, match: Polyline.Match, isOff: Bool, time: Int) {
    self.guide = guide
    arc = match.arc
    deviation = match.deviation
    self.isOff = isOff
    offSince = time
    low = match.arc
    self.time = time
  }
}

/// Bins touched in one step, whose stroke and speed decide whether they count.
struct Touch: Sendable {
  var guide: Int
  var stroke: Int
  var bins: ClosedRange<Int>
  var time: Int
  /// Speed of the tick 200 ms later, once known.
  var speed: Double?
}

/// Travel that belongs to no stroke, in nanometres.
struct OffPath: Sendable {
  var travel = 0
  var spans = SpanList()

  mutating func add(_ step: Int, from: Int, to: Int) {
    travel += step
    if step > 0 { spans.add(from, to) }
  }
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
  /// Strokes that ended but wait for the speed of their last bins.
  private var closing: [StrokeState] = []
  private var nextSerial = 0
  private var leftAt: (time: Int, place: FinePoint)?
  private(set) var tally = GuideTally()
  /// The contact that is on this guide now.
  var contact: Int?

  init(_ guide: PreparedGuide, index: Int, phase: Int, rules: RuleSet) {
    self.guide = guide
    self.index = index
    self.phase = phase
    ruleSet = rules
  }

  /// A hand comes to this guide. `isBreak` says whether it took up the stroke that it had left.
  mutating func land(_ place: FinePoint, at time: Int) -> (follow: Follow, isBreak: Bool) {
    if let stroke = current, let left = leftAt, time - left.time <= rules.strokePause {
      let mark = guide.line.place(at: stroke.mark)
      if left.place.distance(to: mark) <= rules.takeUpReach,
        place.distance(to: mark) <= rules.takeUpReach
      {
        leftAt = nil
        let match = matchNearMark(place, stroke.mark)
        let isOff = match.distance > guide.corridor.none
        var follow = Follow(guide: index, match: match, isOff: isOff, time: time)
        if isOff { follow.arc = stroke.mark } else { arrive(&follow, at: match) }
        return (follow, true)
      }
    }
    endStroke()
    let match = guide.line.nearest(to: place)
    let isOff = match.distance > guide.corridor.none
    begin(at: match.arc, time: time)
    return (Follow(guide: index, match: match, isOff: isOff, time: time), false)
  }

  /// The bins under the place where a stroke begins.
  func firstTouch(_ follow: Follow) -> Touch? {
    guard let stroke = current, !follow.isOff, !follow.isTurned, !follow.isReturning else {
      return nil
    }
    let bin = guide.bin(at: follow.arc)
    return Touch(guide: index, stroke: stroke.serial, bins: bin...bin, time: follow.time)
  }

  /// Takes the hand's next place. `step` is the travel of the dragged point since the last one.
  mutating func step(
    _ follow: inout Follow, to place: FinePoint, at time: Int, travelled step: Int, turn: Double,
    off: inout OffPath
  ) -> Touch? {
    let since = follow.time
    follow.time = time
    follow.isBackward = false
    if follow.isOff {
      let match = matchComingBack(place, follow)
      bookOff(&follow, step, from: since, to: time, &off)
      guard match.distance <= guide.corridor.none else {
        follow.deviation = match.deviation
        return nil
      }
      arrive(&follow, at: match)
      return firstTouch(follow)
    }
    let match = guide.line.nearest(
      to: place, from: follow.arc - rules.matchReach, through: follow.arc + rules.matchReach)
    follow.deviation = match.deviation
    guard match.distance <= guide.corridor.none else {
      follow.isOff = true
      follow.offSince = time
      startReturnOff(&follow)
      bookOff(&follow, step, from: since, to: time, &off)
      return nil
    }
    return move(&follow, to: match, turn: turn, from: since, to: time)
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

  /// The hand leaves the back, or this guide for another.
  mutating func leave(_ follow: Follow, at time: Int, place: FinePoint, mayGoOn: Bool) {
    contact = nil
    if mayGoOn && !follow.isReturning && !follow.isTurned {
      leftAt = (time, place)
    } else {
      endStroke()
    }
  }

  /// Settles a touch: counts its bins if they were touched at a working speed.
  mutating func settle(_ touch: Touch, counts: Bool) {
    if current?.serial == touch.stroke {
      if counts { current?.touch(touch.bins) }
      current?.pending -= 1
      return
    }
    guard let at = closing.firstIndex(where: { $0.serial == touch.stroke }) else { return }
    if counts { closing[at].touch(touch.bins) }
    closing[at].pending -= 1
    if closing[at].pending == 0 {
      tally.add(closing.remove(at: at), guide: guide, phase: phase, rules: rules)
    }
  }

  /// A touch waits for its speed.
  mutating func expect(_ touch: Touch) {
    if current?.serial == touch.stroke { current?.pending += 1 }
  }

  mutating func endStroke() {
    leftAt = nil
    guard let stroke = current else { return }
    current = nil
    if stroke.pending > 0 {
      closing.append(stroke)
    } else {
      tally.add(stroke, guide: guide, phase: phase, rules: rules)
    }
  }

  // The few ways in which movement changes the stroke under way.

  mutating func beginStroke(at arc: Double, time: Int) {
    endStroke()
    begin(at: arc, time: time)
  }

  mutating func cover(from arc: Double, _ match: Polyline.Match, _ from: Int, _ time: Int) {
    current?.cover(
      match.arc - arc, deviation: match.deviation, grade: guide.corridor.grade(match.distance),
      isInFull: match.distance <= guide.corridor.full, phase: phase, from: from, to: time)
    current?.mark = match.arc
    current?.latestArc = match.arc
  }

  mutating func advance(to arc: Double, by step: Double, _ time: Int) {
    current?.moved(by: step, to: time)
    current?.latestArc = arc
  }

  mutating func markReturned() { current?.hasReturned = true }

  mutating func goBackInStroke(_ arc: Double, from: Int, to: Int) {
    current?.goBack(arc, from: from, to: to)
  }

  mutating func goBackBetweenStrokes(_ arc: Double, from: Int, to: Int) {
    tally.goBack(arc, phase: phase, from: from, to: to)
  }

  private mutating func begin(at arc: Double, time: Int) {
    current = StrokeState(serial: nextSerial, start: arc, bins: guide.bins, time: time)
    nextSerial += 1
  }

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
    guard let stroke = current, !follow.isTurned else { return }
    // What was passed while OFF is not covered, but progress goes on from here.
    current?.mark = max(stroke.mark, match.arc)
    current?.latestArc = match.arc
    endIfRunBack(&follow, turn: 0)
  }

  private func bookOff(
    _ follow: inout Follow, _ step: Int, from: Int, to: Int, _ off: inout OffPath
  ) {
    guard follow.isReturning, !follow.isOverdrawn else {
      off.add(step, from: from, to: to)
      return
    }
    follow.forgiven += step
    if step > 0 { follow.forgivenSpans.add(from, to) }
    if FixedLength.millimetres(follow.forgiven) > guide.length {
      // More than a way back: all of it was wandering.
      off.travel += follow.forgiven
      off.spans.add(follow.forgivenSpans)
      follow.isOverdrawn = true
    }
  }
}
