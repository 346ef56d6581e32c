public import Geometry

/// One tick of one hand, as it was judged: the series behind the measures.
///
/// Every stretch of a run has its tick, and what a tick stands for lies in its ``duration`` and in
/// the lengths it adds, so that sums over rows are the sums that the measures are made of.
public struct SeriesRow: Sendable {
  /// What the hand was doing, as it was judged.
  public enum State: String, CaseIterable, Sendable {
    case onGuide = "on-guide"
    case off
    case returning = "return"
    case backward
    case circling
    case press
    case lift
    /// A second hand on one guide or lane: judged for areas and pressure alone.
    case second
    /// In an alarm of vibration: path, speed and flow are not judged.
    case vibration
    /// A contact of an alarm of tapping: neither stroke nor break nor work.
    case tapping
  }

  /// Microseconds of the attempt's clock, and those since the tick before or the run's start.
  public var time: Int
  public var duration: Int
  public var contact: Int
  /// Index of the phase.
  public var phase: Int
  /// Index of the guide, lane or point; nil: none.
  public var guide: Int?
  /// Number of the stroke along that guide, from 1; nil: none is under way.
  public var stroke: Int?
  public var place: FinePoint
  /// Arc length along the guide, and signed distance from it, in mm.
  public var progress: Double?
  public var deviation: Double?
  /// Travel of the dragged point, newly covered length of the guide, and travel against it since
  /// the tick before, in nanometres. The latter two are 0 in alarms, where they do not count.
  public var travel: Int
  public var covered: Int
  public var backward: Int
  /// mm/s over the last 200 ms; of the whole run where that is under 600 ms; nil in the first
  /// 200 ms of a longer run, and where the record has no times.
  public var speed: Double?
  /// Whether the speed counts, for the row's duration.
  public var isSpeedJudged: Bool
  /// Share of the input's range.
  public var pressure: Double?
  public var state: State
  /// Diameter in mm of the loop that closed at this tick; nil: none did.
  public var loop: Double?

  /// Place in nanometres.
  public var x: Int { place.x }
  public var y: Int { place.y }
}

extension Scorer {
  /// Begins to keep a row for every tick that follows; ``takeSeries()`` hands them out.
  ///
  /// A row comes once it is known how its tick was judged: some tenths of a second later, for
  /// contacts that may be tapping when that is decided.
  public mutating func keepSeries() { fold.rows = fold.rows ?? [] }

  /// The rows since the last call: of each contact in the order of time.
  public mutating func takeSeries() -> [SeriesRow] {
    defer { fold.rows?.removeAll(keepingCapacity: true) }
    return fold.rows ?? []
  }

  /// The rows that are still to come if the attempt stops here.
  public func remainingSeries() -> [SeriesRow] {
    var stopped = self
    stopped.endContacts()
    stopped.fold.finish()
    return stopped.takeSeries()
  }
}

/// Rows of one contact on their way out; empty unless somebody asked for the series.
struct SeriesQueue: Sendable {
  /// Of which it is not yet known how they are judged; those before ``head`` are done with.
  private var waiting: [SeriesRow] = []
  private var head = 0
  /// Those of a contact that may still turn out to be tapping.
  private(set) var held: [SeriesRow] = []

  mutating func wait(_ row: SeriesRow) { waiting.append(row) }

  mutating func hold(_ row: SeriesRow) { held.append(row) }

  mutating func next(until time: Int) -> SeriesRow? {
    guard head < waiting.count, waiting[head].time <= time else { return nil }
    defer {
      head += 1
      if head >= 256 {
        waiting.removeFirst(head)
        head = 0
      }
    }
    return waiting[head]
  }

  mutating func takeHeld() -> [SeriesRow] {
    defer { held = [] }
    return held
  }
}
