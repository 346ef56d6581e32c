import Attempts
import BackAtlas
import Geometry
import Scenarios

/// An area of the back and the rule about touching it.
struct WatchedArea: Sendable {
  enum Kind: Hashable, Sendable { case spasm, spine, kidney }

  let id: String
  let kind: Kind
  let outline: Polygon
  let margin: Double
  let contact: AllowedContact
  /// Thousandths.
  let maxPressure: Int

  /// By how much a touch breaks the area's rule, in thousandths of pressure; nil: not at all.
  /// `Int.max` where a touch breaks it whatever the pressure.
  func excess(shape: HandShape, pressure: Int?) -> Int? {
    switch kind {
    case .kidney: return nil
    case .spine:
      if shape.isFirm { return .max }
    case .spasm:
      if contact == .none { return .max }
      if pressure == nil { return shape.isFirm ? .max : nil }
    }
    guard let pressure, pressure > maxPressure else { return nil }
    return pressure - maxPressure
  }

  var code: String {
    switch kind {
    case .spine: "spasm.spine"
    case .kidney: "spasm.kidney"
    case .spasm: contact == .none ? "spasm.touched" : "spasm.pressed"
    }
  }

  static func all(of scenario: Scenario, rules: RuleSet) -> [WatchedArea] {
    var areas = scenario.spasm.map {
      WatchedArea(
        id: $0.id, kind: .spasm, outline: $0.outline.polygon, margin: $0.margin,
        contact: $0.contact,
        maxPressure: Int(($0.maxPressure * 1000).rounded(.toNearestOrAwayFromZero)))
    }
    for region in Region.allCases {
      areas.append(
        WatchedArea(
          id: region.rawValue, kind: region == .spine ? .spine : .kidney,
          outline: region.outline(on: scenario.patient.back), margin: 0, contact: .light,
          maxPressure: rules.spinePressure))
    }
    return areas
  }
}

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
  /// Whether the hand was inside at any moment of the newest step, and how deep, in mm.
  private(set) var isStepInside = false
  private(set) var stepDepth = 0.0
  /// Of the whole contact: the greatest depth in mm, and the time inside in microseconds.
  private(set) var visitDepth = 0.0
  private(set) var visitTime = 0

  /// Takes the swept way from one settled sample to the next.
  mutating func sweep(
    _ area: WatchedArea, shape: HandShape, from a: SettledSample, to b: SettledSample,
    isLost: Bool, phase: Int, rules: RuleSet, tally: inout AreaTally
  ) {
    let excess = [a.thousandths, b.thousandths].compactMap {
      area.excess(shape: shape, pressure: $0)
    }.max()
    // Depths already seen are not searched for again.
    let swept = shape.clearance(
      from: a.place, to: b.place, of: area.outline, reach: max(rules.leaveClearance, area.margin),
      known: area.kind == .kidney ? 0 : excess == nil ? tally.depth : min(tally.depth, depth))
    isStepInside = false
    guard swept < .infinity else {
      leave(area, rules, phase, &tally)
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
    stepDepth = max(0, -swept)
    visitDepth = max(visitDepth, stepDepth)
    guard isInside else {
      nearness = swept < area.margin ? .margin : .clear
      return
    }
    let duration = isLost ? 0 : b.time - a.time
    tally.contact += duration
    visitTime += duration
    touch(area, swept, a, b, duration, excess, rules, &tally)
    // The state after the step: where the hand now is.
    let now = shape.clearance(
      from: b.place, to: b.place, of: area.outline, reach: rules.leaveClearance)
    if now >= rules.leaveClearance {
      leave(area, rules, phase, &tally)
      nearness = now < area.margin ? .margin : .clear
    }
  }

  private mutating func touch(
    _ area: WatchedArea, _ swept: Double, _ a: SettledSample, _ b: SettledSample, _ duration: Int,
    _ excess: Int?, _ rules: RuleSet, _ tally: inout AreaTally
  ) {
    if let pressure = [a.thousandths, b.thousandths].compactMap({ $0 }).max() {
      tally.peakPressure = max(tally.peakPressure ?? 0, pressure)
    }
    guard let excess else {
      nearness = .touching
      interrupt()
      return
    }
    nearness = signalled ? .pain : .breakingRule
    greatestExcess = max(greatestExcess, excess)
    depth = max(depth, -swept)
    broken += duration
    tally.pressed += duration
    spans.add(a.time, b.time)
    guard area.kind == .spasm else { return }
    if signalled {
      sinceSignal += duration
    } else {
      hurting = excess >= rules.painExcess ? hurting + duration : 0
      if hurting >= rules.painDelay {
        signalled = true
        sinceSignal = hurting - rules.painDelay
        nearness = .pain
        tally.signals.append(b.time - sinceSignal)
      }
    }
    if signalled, sinceSignal >= rules.wentOn, tally.wentOn == nil {
      tally.wentOn = b.time - (sinceSignal - rules.wentOn)
    }
  }

  private mutating func interrupt() {
    hurting = 0
    signalled = false
    sinceSignal = 0
  }

  /// Ends the present entry and books what it costs.
  mutating func leave(_ area: WatchedArea, _ rules: RuleSet, _ phase: Int, _ tally: inout AreaTally)
  {
    defer { endEntry() }
    guard isInside, greatestExcess > 0 else { return }
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
    fresh.stepDepth = stepDepth
    fresh.visitDepth = visitDepth
    fresh.visitTime = visitTime
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
