import Attempts
import Geometry

extension Trace {
  /// A hand at rest is sampled so often, in microseconds.
  static let restGap = 50_000
  /// Gaps longer than the first and up to the second are a hand at rest, as in foreign records.
  static let restingGaps = 100_001...1_000_000

  /// The trace as an attempt at one phase: contacts from the time 0 on, and the end.
  var events: [Event] {
    guard let start = contacts.first?.first?.time else { return [] }
    var events: [Event] = []
    for (index, contact) in contacts.enumerated() {
      let number = index + 1
      var last: Sample?
      for point in contact {
        let sample = Trace.sample(point, start: start)
        guard let before = last else {
          events.append(
            .land(
              Landing(
                contact: number, hand: 0,
                nanometresPerPixel: FinePoint.units(millimetresPerPixel), sample: sample)))
          last = sample
          continue
        }
        if Trace.restingGaps.contains(sample.time - before.time) {
          // A screen reports nothing while a hand rests.
          var resting = before
          while sample.time - resting.time > Trace.restGap {
            resting.time += Trace.restGap
            events.append(.move(contact: number, resting))
          }
        }
        events.append(.move(contact: number, sample))
        last = sample
      }
      if let last { events.append(.lift(contact: number, last)) }
    }
    events.append(.act(.end, time: (events.last?.time ?? 0) + 1))
    return events
  }

  private static func sample(_ point: TracePoint, start: Int) -> Sample {
    Sample(
      time: point.time - start,
      position: Position(millimetres: point.place.x, point.place.y),
      pressure: point.pressure.map { Int((min(max($0, 0), 1) * 1000).rounded()) })
  }
}
