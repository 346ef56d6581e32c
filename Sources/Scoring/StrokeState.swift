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
  /// Touches whose speed is not known yet.
  var pending = 0

  // Sums over newly covered length, in nanometres or nanometres times mm.
  private(set) var length = 0
  private(set) var absolute = 0
  private(set) var signed = 0
  private(set) var inFull = 0
  private(set) var greatest = 0.0
  private(set) var loss = Loss()
  /// Travel of the match in either direction, and that against the guide, in nanometres.
  private(set) var travel = 0
  private(set) var backward = 0
  private(set) var backwardSpans = SpanList()
  private(set) var span: (start: Int, end: Int)

  init(serial: Int, start: Double, bins: Int, time: Int) {
    self.serial = serial
    self.start = start
    mark = start
    latestArc = start
    bits = Array(repeating: 0, count: (bins + 63) / 64)
    span = (time, time)
  }

  mutating func touch(_ bins: ClosedRange<Int>) {
    for bin in bins {
      let mask = UInt64(1) << UInt64(bin % 64)
      if bits[bin / 64] & mask == 0 {
        bits[bin / 64] |= mask
        covered += 1
      }
    }
  }

  mutating func moved(by arc: Double, to time: Int) {
    travel += FixedLength.units(abs(arc))
    span.end = time
  }

  /// Books newly covered length at a deviation.
  mutating func cover(
    _ arc: Double, deviation: Double, grade: Double, isInFull: Bool, phase: Int, from: Int, to: Int
  ) {
    let units = FixedLength.units(arc)
    length += units
    absolute += FixedLength.units(arc * abs(deviation))
    signed += FixedLength.units(arc * deviation)
    if isInFull { inFull += units }
    greatest = max(greatest, abs(deviation))
    loss.add(FixedLength.units(arc * (1 - grade)), phase: phase, from: from, to: to)
  }

  mutating func goBack(_ arc: Double, from: Int, to: Int) {
    backward += FixedLength.units(arc)
    backwardSpans.add(from, to)
  }

  /// Travel along the guide, in mm: negative for a stroke made against it.
  var net: Double { (hasReturned ? mark : latestArc) - start }
}

/// Lengths in whole nanometres.
enum FixedLength {
  static func units(_ millimetres: Double) -> Int {
    Int((millimetres * 1_000_000).rounded(.toNearestOrAwayFromZero))
  }

  static func millimetres(_ units: Int) -> Double { Double(units) / 1_000_000 }
}
