import Geometry

/// One hand that circles: what of its travel belongs to loops.
struct Circling: Sendable {
  /// Travel in nanometres that no loop holds yet, far from every lane.
  struct Stray: Sendable {
    var travel = 0
    var spans = SpanList()

    mutating func add(_ step: Int, from: Int, to: Int) {
      guard step > 0 else { return }
      travel += step
      spans.add(from, to)
    }
  }

  /// An advance of more is none of any band, whatever it is.
  static let widestAdvance = 1000.0

  /// The lane whose only working hand this is.
  var lane: Int?
  /// The lane that was near at the last tick, and the arc there.
  var near: (lane: Int, arc: Double)?
  /// The step of that lane that holds the arc, if the hand was followed there.
  var step = 0
  /// The last counted loop.
  var last: (lane: Int, arc: Double, diameter: Double)?
  var stray = Stray()
  /// What of it lies before a loop of each turn that may be under way.
  var beforeClockwise = Stray()
  var beforeCounterclockwise = Stray()
}

/// What the circles along one lane came to.
struct LaneTally: Sendable {
  private(set) var loops = 0
  private var bits: [Bool]
  private(set) var covered = 0
  /// Hundred-millionths of mm, and billionths.
  private var diameters = 0
  private var advances = 0
  private(set) var advanced = 0
  /// Microseconds in counted loops.
  private(set) var duration = 0
  /// Of counted loops, weighted by travel.
  var sums = DeviationSums()
  /// Travel of all loops within the corridor, in nanometres, and what their deviation lost.
  var travel = 0
  var offGuide = Loss()
  /// Loops too fast to count.
  var hasty = 0

  init(bins: Int) { bits = Array(repeating: false, count: bins) }

  /// Counts a loop. `advance` is a share of the diameter; nil for the first of a contact.
  mutating func count(
    _ loop: ClosedLoop, at match: Polyline.Match, advance: Double?,
    lane: PreparedGuide
  ) {
    loops += 1
    diameters += Int(nearest: loop.diameter * 100_000_000)
    duration += loop.duration
    if let advance {
      advances += Fixed.units(advance)
      advanced += 1
    }
    let radius = loop.diameter / 2
    let first = lane.bin(at: match.arc - radius)
    let last = lane.bin(at: match.arc + radius)
    // A lane that bends may come near again elsewhere: then all of it is looked at.
    let isStraight =
      lane.length <= lane.line.vertices[0].distance(
        to: lane.line.vertices[lane.line.vertices.count - 1]) * 1.000001
    for bin in isStraight ? first...last : 0...lane.bins - 1 where !bits[bin] {
      let arc = (Double(bin) + 0.5) / Double(lane.bins) * lane.length
      if lane.line.place(at: arc).distance(to: loop.centre) <= radius {
        bits[bin] = true
        covered += 1
      }
    }
  }

  /// Mean of the counted loops, in mm; nil without any.
  var meanDiameter: Double? {
    loops > 0 ? Double(diameters) / Double(loops) / 100_000_000 : nil
  }

  /// Mean share of the diameter from one loop to the next; nil without any.
  var meanAdvance: Double? {
    advanced > 0 ? Double(advances) / Double(advanced) / Double(Fixed.one) : nil
  }

  /// Share of the lane that counted loops reached, 0 to 1.
  func coverage(of lane: PreparedGuide) -> Double { Double(covered) / Double(lane.bins) }

  func done(of lane: PreparedGuide) -> Double {
    min(Double(loops) / Double(lane.asked), coverage(of: lane))
  }
}
