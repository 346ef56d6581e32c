import Geometry

/// What one contact does to one area.
struct AreaContact: Sendable {
  private(set) var isInside = false
  private(set) var nearness = AreaNearness.clear
  /// Of the present entry, while the rule was broken.
  private var depth = 0.0
  private var broken = 0
  private var greatestExcess = 0
  /// Unbroken stretch so far in which the rule was broken by so much that it hurts.
  private var hurting = 0
  private var signalled = false
  private var sinceSignal = 0
  private var spans = SpanList()
  /// Entries so far; the newest is the present one while inside.
  private(set) var entry = 0
  /// Whether the hand was inside at any moment of the newest step.
  private(set) var isStepInside = false
  /// Of the whole contact: the greatest depth in mm while it may be a tap (nobody asks later), and
  /// the time inside in microseconds.
  private(set) var visitDepth = 0.0
  private(set) var visitTime = 0
  /// What is known of the clearance where the newest step ended.
  private var known: KnownClearance?

  /// Takes the swept way from one settled sample to the next.
  mutating func take(
    _ step: SweptStep, over area: WatchedArea, shape: HandShape, phase: Int, rules: SharedRules,
    tally: inout AreaTally
  ) {
    let there = shape.clearance(at: step.to.place, of: area.outline, hint: known)
    let ends = known?.ends(from: step.from.place, to: there)
    let bounds = known?.bounds(from: step.from.place, to: there, way: step.way, ends)
    known = there
    if let bounds, take(step, within: bounds, area.rule, rules, &tally) { return }
    measure(step, to: there, ends, area, shape, phase, rules, &tally)
  }

  /// Takes a step by what is measured all along its way.
  mutating func measure(
    _ step: SweptStep, to there: KnownClearance, _ ends: KnownEnds?,
    _ area: WatchedArea, _ shape: HandShape, _ phase: Int, _ rules: SharedRules,
    _ tally: inout AreaTally
  ) {
    let excess = area.rule.excess(isFirm: step.isFirm, from: step.from, to: step.to)
    // Depths already seen are not searched for again.
    let swept = shape.clearance(
      from: step.from.place, to: step.to.place, of: area.outline,
      reach: area.rule.reach(rules.rules),
      known: area.kind == .kidney ? 0 : excess == nil ? tally.depth : min(tally.depth, depth),
      ends: ends)
    isStepInside = false
    guard swept < .infinity else {
      leave(rules, phase, &tally)
      nearness = .clear
      return
    }
    if swept < 0 {
      if !isInside {
        isInside = true
        entry += 1
        tally.entries += 1
      }
      tally.depth = max(tally.depth, -swept)
    }
    isStepInside = isInside
    visitDepth = max(visitDepth, -swept)
    guard isInside else {
      nearness = swept < area.rule.margin ? .margin : .clear
      return
    }
    touch(step, area.kind, depth: -swept, excess, rules, &tally)
    // The state after the step: where the hand now is.
    if there.measured < rules.rules.leaveClearance { return }
    let now = shape.clearance(
      from: step.to.place, to: step.to.place, of: area.outline,
      reach: rules.rules.leaveClearance)
    if now >= rules.rules.leaveClearance {
      leave(rules, phase, &tally)
      nearness = now < area.rule.margin ? .margin : .clear
    }
  }

  /// Takes a step of which all that decides is known without measuring; false when it is not.
  ///
  /// A way changes the clearance by at most its length. As long as that cannot bring a hand over
  /// any edge that decides (outline, margin, the clearance at which it has left, the greatest depth
  /// so far), measuring would find that nothing has changed.
  mutating func glide(
    _ step: SweptStep, over rule: AreaRule, rules: SharedRules, tally: inout AreaTally
  ) -> Bool {
    guard let (away, bounds) = known?.bounds(from: step.from.place, to: step.to.place),
      take(step, within: bounds, rule, rules, &tally)
    else { return false }
    known?.move(to: step.to.place, away: away)
    return true
  }

  /// Clearances between which nothing can change but the time in the area, from how the newest step
  /// ended; nil where the next step must be looked at. Pressure up to a limit is taken for granted: see
  /// ``AreaRule/limit(isFirm:)``. They are the edges at which ``take(_:over:shape:phase:rules:tally:)``
  /// decides, and change with those; a depth only grows, so they hold on while a calm stretch runs.
  func calmBounds(
    over rule: AreaRule, isHeld: Bool, leaveClearance: Double, tally: AreaTally
  ) -> CalmBounds? {
    guard isStepInside == isInside else { return nil }
    switch (isInside, nearness) {
    case (false, .clear): return CalmBounds(above: rule.margin, below: .infinity)
    case (false, .margin): return CalmBounds(above: 0, below: rule.margin)
    case (true, .touching):
      if rule.kind == .kidney, isHeld { return nil }
      return CalmBounds(above: -tally.depth, below: leaveClearance)
    default: return nil
    }
  }

  /// How far the hand may surely go from where the newest step ended, in mm, with the clearance
  /// between bounds.
  func freedom(_ bounds: CalmBounds) -> Double {
    known?.freedom(above: bounds.above, below: bounds.below) ?? 0
  }

  /// The hand went somewhere while nothing could change.
  mutating func follow(to place: FinePoint) { known?.follow(to: place) }

  /// Measures the clearance where the newest step ended, unless that was done there.
  mutating func refresh(_ place: FinePoint, of outline: Polygon, shape: HandShape) {
    if let known, known.isFresh { return }
    known = shape.clearance(at: place, of: outline, hint: known)
  }

  /// Time that passed while nothing changed but that.
  mutating func pass(_ stretch: CalmStretch, _ tally: inout AreaTally) {
    guard isInside else { return }
    tally.contact += stretch.duration
    visitTime += stretch.duration
    if let peak = stretch.peakPressure {
      tally.peakPressure = max(tally.peakPressure ?? 0, peak / 1000)
    }
  }

  /// Takes a step whose clearance is within bounds all the way; false when they decide too little.
  private mutating func take(
    _ step: SweptStep, within bounds: ClearanceBounds, _ rule: AreaRule, _ rules: SharedRules,
    _ tally: inout AreaTally
  ) -> Bool {
    guard isInside else {
      if bounds.least > rule.margin {
        nearness = .clear
      } else if bounds.least > 0, bounds.atEnd < rule.margin {
        nearness = .margin
      } else {
        return false
      }
      isStepInside = false
      return true
    }
    guard bounds.atEnd < rules.rules.leaveClearance, -bounds.least < tally.depth,
      rule.kind != .kidney || !step.isHeld
    else { return false }
    let excess = rule.excess(isFirm: step.isFirm, from: step.from, to: step.to)
    if excess != nil, -bounds.least >= depth { return false }
    isStepInside = true
    // No deeper than it was before.
    touch(step, rule.kind, depth: 0, excess, rules, &tally)
    return true
  }

  private mutating func touch(
    _ step: SweptStep, _ kind: AreaRule.Kind, depth reached: Double, _ excess: Int?,
    _ rules: SharedRules, _ tally: inout AreaTally
  ) {
    let (a, b) = (step.from, step.to)
    tally.contact += step.duration
    visitTime += step.duration
    if let pressure = a.thousandths ?? b.thousandths {
      tally.peakPressure = max(
        tally.peakPressure ?? 0, max(pressure, b.thousandths ?? pressure))
    }
    guard let excess else {
      nearness = .touching
      interrupt()
      return
    }
    nearness = signalled ? .pain : .breakingRule
    greatestExcess = max(greatestExcess, excess)
    depth = max(depth, reached)
    broken += step.duration
    tally.pressed += step.duration
    spans.add(a.time, b.time)
    guard kind == .spasm else { return }
    if signalled {
      sinceSignal += step.duration
    } else {
      hurting = excess >= rules.rules.painExcess ? hurting + step.duration : 0
      if hurting >= rules.rules.painDelay {
        signalled = true
        sinceSignal = hurting - rules.rules.painDelay
        nearness = .pain
        tally.signals.append(b.time - sinceSignal)
      }
    }
    if signalled, sinceSignal >= rules.rules.wentOn, tally.wentOn == nil {
      tally.wentOn = b.time - (sinceSignal - rules.rules.wentOn)
    }
  }

  private mutating func interrupt() {
    hurting = 0
    signalled = false
    sinceSignal = 0
  }

  /// Ends the present entry and books what it costs.
  mutating func leave(_ rules: SharedRules, _ phase: Int, _ tally: inout AreaTally) {
    defer { endEntry() }
    guard isInside, greatestExcess > 0 else { return }
    let rules = rules.rules
    let share =
      greatestExcess == .max
      ? 1 : min(1, Double(greatestExcess) / Double(rules.fullExcess))
    let entry = rules.entryLoss * min(1, depth / rules.fullDepth)
    let seconds = rules.secondLoss * Double(broken) / 1_000_000
    tally.loss.add(Fixed.units((entry + seconds) * share), phase: phase, spans: spans)
  }
}

extension AreaContact {
  private mutating func endEntry() {
    var fresh = AreaContact()
    fresh.entry = entry
    fresh.isStepInside = isStepInside
    fresh.visitDepth = visitDepth
    fresh.visitTime = visitTime
    fresh.known = known
    self = fresh
  }
}

/// What all contacts did to one area.
struct AreaTally: Sendable {
  var contact = 0
  var entries = 0
  var depth = 0.0
  var peakPressure: Int?
  var pressed = 0
  /// Times of pain signals, and of the first time somebody went on after one.
  var signals: [Int] = []
  var wentOn: Int?
  var loss = Loss()
  /// Of a kidney: time of vibration over it, and taps of alarms; what was over both is the left
  /// one's.
  var vibration = 0
  var taps = 0
}
