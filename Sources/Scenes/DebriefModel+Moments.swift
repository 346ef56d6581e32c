import Geometry

extension DebriefModel {
  /// The segment in which a moment lies; the first or last one for what lies outside of all.
  func segment(at seconds: Double) -> Segment? {
    segments.last { $0.start <= seconds } ?? segments.first
  }

  /// Where the hands are at a moment, in mm.
  func hands(at seconds: Double) -> [Point] { traces.compactMap { $0.place(at: seconds) } }
}

extension DebriefModel.Trace {
  /// Where the hand was at a time, between two samples on the line from one to the other; nil while
  /// it was not down.
  func place(at seconds: Double) -> Point? {
    guard let first = times.first, let last = times.last, first <= seconds, last >= seconds else {
      return nil
    }
    let after = count(until: seconds)
    guard after < points.count else { return points.last }
    guard after > 0 else { return points.first }
    let (start, end) = (times[after - 1], times[after])
    let share = end > start ? (seconds - start) / (end - start) : 1
    let (from, to) = (points[after - 1], points[after])
    return Point(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
  }

  /// How many samples are not later than a time.
  func count(until seconds: Double) -> Int {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
