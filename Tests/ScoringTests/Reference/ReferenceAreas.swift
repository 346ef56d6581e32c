import Attempts
import BackAtlas
import Geometry
import Scenarios

/// One stay of a hand in an area.
struct ReferenceEntry {
  var contact: Int
  /// Greatest depth in mm, and that while the rule was broken.
  var depth = 0.0
  var brokenDepth = 0.0
  /// Microseconds in the area, and of breaking its rule.
  var time = 0
  var broken = 0
  /// Of kidneys: the ticks in an alarm of vibration, by time.
  var vibration: Set<Int> = []
  /// Pressure over the limit, in thousandths, greatest of the entry; nil: the rule was broken in a
  /// way that knows no excess.
  var excess: Int? = 0
  var peakPressure: Int?
  var isBroken = false

  /// Loss of *spasm*, before any cut.
  var loss: Double {
    guard isBroken else { return 0 }
    let share = excess.map { min(1, Double($0) / ReferenceFigures.fullExcess) } ?? 1
    return share
      * (0.2 * min(1, brokenDepth / ReferenceFigures.fullDepth)
        + 0.2 * Double(broken) / 1_000_000)
  }
}

/// An area and everything that hands did to it.
struct ReferenceArea {
  enum Kind { case light(Int), closed, spine, kidney }

  var id: String
  var kind: Kind
  var outline: Polygon
  var entries: [ReferenceEntry] = []
  /// When a hand had gone on for 1.5 s after a pain signal.
  var wentOn: [Int] = []

  static func all(of scenario: Scenario) -> [ReferenceArea] {
    let spasm = scenario.spasm.map { area in
      ReferenceArea(
        id: area.id,
        kind: area.contact == .none
          ? .closed : .light(Int((area.maxPressure * 1000).rounded(.toNearestOrAwayFromZero))),
        outline: area.outline.polygon)
    }
    let hidden = Region.allCases.map { region in
      ReferenceArea(
        id: region.rawValue, kind: region == .spine ? .spine : .kidney,
        outline: region.outline(on: scenario.patient.back))
    }
    return spasm + hidden
  }

  // MARK: Watching

  /// A pair of successive samples of a contact and how near the hand's shape came in between.
  struct Pair {
    var start: Int
    var end: Int
    var pressure: Int?
    var clearance: Double
    /// Whether the hand ends it at 2 mm clearance.
    var isLeft: Bool
    var isLost: Bool
    var duration: Int { isLost ? 0 : end - start }
  }

  mutating func watch(_ contact: ReferenceContact, _ phase: Phase) {
    let pairs = pairs(contact, phase)
    var entry: ReferenceEntry?
    // For how long the rule is broken by enough to hurt, and since the pain signal at all, without
    // interruption. Lost time neither counts nor interrupts.
    var hurting = 0
    var sinceSignal: Int?
    for pair in pairs {
      defer {
        if pair.isLeft, let left = entry {
          entries.append(left)
          entry = nil
          (hurting, sinceSignal) = (0, nil)
        }
      }
      guard entry != nil || pair.clearance < 0 else { continue }
      var now = entry ?? ReferenceEntry(contact: contact.order)
      now.depth = max(now.depth, -pair.clearance)
      now.time += pair.duration
      if let pressure = pair.pressure { now.peakPressure = max(now.peakPressure ?? 0, pressure) }
      if case .kidney = kind {
        watchKidney(&now, pair, contact)
        entry = now
        continue
      }
      let breach = breach(pair, phase.hand)
      if breach.isBroken {
        now.isBroken = true
        now.broken += pair.duration
        now.brokenDepth = max(now.brokenDepth, -pair.clearance)
        if let known = now.excess { now.excess = breach.excess.map { max(known, $0) } }
      }
      entry = now
      guard breach.isBroken else {
        (hurting, sinceSignal) = (0, nil)
        continue
      }
      if let since = sinceSignal {
        sinceSignal = since + pair.duration
      } else {
        hurting = breach.doesHurt ? hurting + pair.duration : 0
        if hurting >= ReferenceFigures.painDelay {
          sinceSignal = hurting - ReferenceFigures.painDelay
        }
      }
      if let since = sinceSignal, since >= ReferenceFigures.wentOnDelay, canHurt {
        wentOn.append(pair.end - (since - ReferenceFigures.wentOnDelay))
      }
    }
    if let entry { entries.append(entry) }
  }

  private var canHurt: Bool {
    switch kind {
    case .light, .closed: true
    case .spine, .kidney: false
    }
  }

  func pairs(_ contact: ReferenceContact, _ phase: Phase) -> [Pair] {
    func pair(_ a: Sample, _ b: Sample) -> Pair {
      let (start, end) = (a.position.fine, b.position.fine)
      return Pair(
        start: a.time, end: b.time, pressure: [a.pressure, b.pressure].compactMap { $0 }.max(),
        clearance: clearance(start, end, phase),
        isLeft: clearance(end, end, phase) >= ReferenceFigures.leaveClearance,
        isLost: b.time - a.time > ReferenceFigures.lostGap)
    }
    var pairs = [pair(contact.landing, contact.landing)]
    for (a, b) in zip(contact.samples, contact.samples.dropFirst()) { pairs.append(pair(a, b)) }
    return pairs
  }

  /// Free space in mm between the shape swept from one place to another and the outline.
  private func clearance(_ a: FinePoint, _ b: FinePoint, _ phase: Phase) -> Double {
    let discs = phase.hand.discOffsets(rowAcross: phase.rowAcross).map { offset in
      let (start, end) = (FinePoint(a, offset: offset), FinePoint(b, offset: offset))
      // Far away it matters not how far.
      let reach = FinePoint.units(phase.hand.discRadius + 10)
      if max(start.x, end.x) + reach < outline.lowerBound.x
        || min(start.x, end.x) - reach > outline.upperBound.x
        || max(start.y, end.y) + reach < outline.lowerBound.y
        || min(start.y, end.y) - reach > outline.upperBound.y
      {
        return Double.infinity
      }
      return ReferenceLines.leastSignedDistance(start, end, outline)
    }
    return (discs.min() ?? .infinity) - phase.hand.discRadius
  }

  /// Whether the rule is broken; by how much pressure, nil where pressure is not what breaks it;
  /// and whether by enough to hurt.
  private func breach(_ pair: Pair, _ hand: Hand) -> (
    isBroken: Bool, excess: Int?, doesHurt: Bool
  ) {
    let limit: Int
    switch kind {
    case .kidney: return (false, 0, false)
    case .closed: return (true, nil, true)
    case .spine:
      if hand.isFirm { return (true, nil, false) }
      limit = ReferenceFigures.spineLimit
    case .light(let most):
      limit = most
      if pair.pressure == nil { return (hand.isFirm, hand.isFirm ? nil : 0, hand.isFirm) }
    }
    let excess = max(0, (pair.pressure ?? 0) - limit)
    return (excess > 0, excess, excess >= ReferenceFigures.painExcess)
  }

  /// Ticks of vibration alarms while inside, and all of a tap's time, break a kidney's rule.
  private func watchKidney(
    _ entry: inout ReferenceEntry, _ pair: Pair, _ contact: ReferenceContact
  ) {
    entry.excess = nil
    // Ticks of alarms in the pair: alarms lie within runs, and begin and end on the grid.
    let grid = ReferenceFigures.tick
    var ticks = 0
    for alarm in contact.alarms {
      let (start, end) = (max(pair.start, alarm.start), min(pair.end, alarm.end))
      guard end > start else { continue }
      for tick in start / grid..<end / grid {
        entry.vibration.insert((tick + 1) * grid)
        ticks += 1
      }
    }
    if contact.isTapping {
      entry.broken += pair.duration
    } else {
      entry.broken += ticks * ReferenceFigures.tick
    }
    if ticks > 0 || contact.isTapping {
      entry.isBroken = true
      entry.brokenDepth = max(entry.brokenDepth, -pair.clearance)
    }
  }
}
