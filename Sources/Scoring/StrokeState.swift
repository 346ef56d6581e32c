import Geometry
import Scenarios

/// One stroke along a guide, until it is known whether it counts.
struct StrokeState: Sendable {
  let serial: Int
  /// Arc at which it began, and the high-water mark of its progress, in mm.
  let start: Double
  var mark: Double
  var latestArc: Double
  /// Whether a return followed: its net travel then counts up to the mark.
  var hasReturned = false
  /// Bins touched at a working speed, a bit each, and how many.
  private var bits: [UInt64]
  private(set) var covered = 0
  /// Bins touched too fast to count.
  private(set) var hasHaste = false
  /// Ticks that are not settled yet.
  var pending = 0

  /// Ways back within the stroke.
  private(set) var rubbing: Rubbing
  private(set) var sums: DeviationSums
  private(set) var loss = Loss()
  /// Travel of the match in either direction, and that against the guide, in nanometres.
  private(set) var travel = 0
  private(set) var backward = 0
  private(set) var backwardSpans = SpanList()
  private(set) var blocks: SpeedBlocks
  var span: (start: Int, end: Int)

  init(
    serial: Int, start: Double, bins: Int, time: Int, turn: Double, rules: RuleSet, isTold: Bool
  ) {
    sums = DeviationSums(isTold: isTold)
    rubbing = Rubbing(longest: rules.rubbingRuns * turn)
    self.serial = serial
    self.start = start
    mark = start
    latestArc = start
    bits = Array(repeating: 0, count: (bins + 63) / 64)
    span = (time, time)
    blocks = SpeedBlocks(start: time, rules: rules)
  }

  mutating func touch(_ bins: ClosedRange<Int>, counts: Bool) {
    guard counts else {
      hasHaste = true
      return
    }
    for bin in bins {
      let mask = UInt64(1) << UInt64(bin % 64)
      if bits[bin / 64] & mask == 0 {
        bits[bin / 64] |= mask
        covered += 1
      }
    }
  }

  /// Books what a tick that was pending has turned out to be.
  mutating func book(
    _ entry: TickEntry, _ tick: SettledTick, corridor: Limit, phase: Int
  ) {
    pending -= 1
    if entry.lastBin >= entry.firstBin {
      touch(entry.firstBin...entry.lastBin, counts: tick.touches)
    }
    if tick.isJudged, !entry.isReturning {
      blocks.add(tick.speed.hundredths, at: tick.number)
    }
    guard !tick.isAlarm else { return }
    if entry.covered != 0 {
      sums.add(entry.covered, deviation: entry.deviation, full: corridor.full)
      let away = abs(entry.deviation)
      if away > corridor.full {
        let length = FixedLength.millimetres(entry.covered)
        let lost = 1 - corridor.grade(away)
        loss.add(FixedLength.units(length * lost), phase: phase, from: tick.from, to: tick.time)
      }
    }
    if entry.wobbleLength != 0 { sums.addWobble(entry.wobbleSquare, entry.wobbleLength) }
    travel += entry.moved
    if entry.backward > 0 {
      backward += entry.backward
      backwardSpans.add(tick.from, tick.time)
    }
  }

  /// Takes how far the hand now is.
  mutating func reach(_ arc: Double) {
    mark = max(mark, arc)
    latestArc = arc
  }

  /// Does something to the stroke where it is kept.
  mutating func change(_ body: (inout StrokeState) -> Void) { body(&self) }

  /// Takes the arc the hand went to, when it is not on a return.
  mutating func rub(from old: Double, to arc: Double, slack: Double) {
    rubbing.take(from: old, to: arc, slack: slack)
  }

  /// Whether the hand went to and fro more than a stroke does.
  func isRubbing(_ rules: RuleSet) -> Bool {
    let back = rubbing.back
    return back > rules.rubbingLength && back > rules.rubbingPart * (max(0, net) + back)
  }

  /// Travel along the guide, in mm: negative for a stroke made against it.
  var net: Double { (hasReturned ? mark : latestArc) - start }
}

/// Deviations over length: in nanometres, or nanometres times mm.
struct DeviationSums: Sendable {
  /// Whether somebody is told of deviations; what they cost is summed elsewhere.
  private let isTold: Bool
  private(set) var length = 0
  private(set) var absolute = 0
  private(set) var signed = 0
  private(set) var inFull = 0
  private(set) var greatest = 0.0
  /// Squares of the wobble over the length that they stand for.
  private(set) var wobble = 0
  private(set) var wobbleLength = 0

  init(isTold: Bool = true) { self.isTold = isTold }

  /// Takes a length in nanometres at a signed deviation in mm.
  mutating func add(_ units: Int, deviation: Double, full: Double) {
    length += units
    guard isTold else { return }
    let arc = FixedLength.millimetres(units)
    absolute.grow(by: FixedLength.units(arc * abs(deviation)))
    signed.grow(by: FixedLength.units(arc * deviation))
    if abs(deviation) <= full { inFull += units }
    greatest = max(greatest, abs(deviation))
  }

  /// mm2: a wobble of 10 cm is no wobble.
  private static let greatestSquare = 10_000.0

  mutating func addWobble(_ square: Double, _ units: Int) {
    let capped = min(square, DeviationSums.greatestSquare)
    wobble.grow(by: FixedLength.units(capped * FixedLength.millimetres(units)))
    wobbleLength += units
  }

  mutating func add(_ other: DeviationSums) {
    length += other.length
    absolute.grow(by: other.absolute)
    signed.grow(by: other.signed)
    inFull += other.inFull
    greatest = max(greatest, other.greatest)
    wobble.grow(by: other.wobble)
    wobbleLength += other.wobbleLength
  }
}

extension Int {
  /// Adds, and stops at the greatest and least whole number: a day of leaps over a corridor of
  /// metres is nonsense, and must not trap.
  mutating func grow(by other: Int) {
    let (sum, overflows) = addingReportingOverflow(other)
    self = overflows ? (other > 0 ? .max : .min) : sum
  }
}

/// Lengths in whole nanometres.
enum FixedLength {
  static func units(_ millimetres: Double) -> Int {
    Int(nearest: millimetres * 1_000_000)
  }

  static func millimetres(_ units: Int) -> Double { Double(units) / 1_000_000 }
}
