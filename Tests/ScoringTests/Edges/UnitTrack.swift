import Attempts
import Geometry

/// One contact of a hand in the units that records keep: microseconds, hundredths of a millimetre,
/// thousandths of the pressure's range. Nothing is rounded, so an edge is met to the unit.
struct UnitTrack: Sendable {
  var samples: [Sample]
  var nanometresPerPixel = 200_000

  init(at x: Int, _ y: Int, time: Int = 0, pressure: Int? = nil, nanometresPerPixel: Int = 200_000)
  {
    samples = [Sample(time: time, position: Position(x: x, y: y), pressure: pressure)]
    self.nanometresPerPixel = nanometresPerPixel
  }

  private var last: Sample { samples[samples.count - 1] }

  /// When the contact ends so far.
  var time: Int { last.time }

  /// One sample later.
  mutating func jump(to x: Int, _ y: Int, in duration: Int = 5_000, pressure: Int? = nil) {
    samples.append(
      Sample(
        time: last.time + duration, position: Position(x: x, y: y),
        pressure: pressure ?? last.pressure))
  }

  /// Stays where it is, seen often enough that no time is lost.
  mutating func rest(_ duration: Int, pressure: Int? = nil) {
    go(to: last.position.x, last.position.y, in: duration, every: 50_000, pressure: pressure)
  }

  /// A straight way, with a sample every so often and one at its end.
  mutating func go(
    to x: Int, _ y: Int, in duration: Int, every step: Int = 5_000, pressure: Int? = nil
  ) {
    let start = last
    var elapsed = step
    while elapsed < duration {
      samples.append(
        Sample(
          time: start.time + elapsed,
          position: Position(
            x: start.position.x + (x - start.position.x) * elapsed / duration,
            y: start.position.y + (y - start.position.y) * elapsed / duration),
          pressure: pressure ?? start.pressure))
      elapsed += step
    }
    samples.append(
      Sample(
        time: start.time + duration, position: Position(x: x, y: y),
        pressure: pressure ?? start.pressure))
  }
}

extension [UnitTrack] {
  /// The contacts in the one order of events, then the end of the attempt.
  var events: [Event] {
    var draft = Draft()
    for track in self { draft.add(track.samples, nanometresPerPixel: track.nanometresPerPixel) }
    draft.add(.end, at: (map(\.time).max() ?? 0) + 1_000)
    return draft.events
  }
}
