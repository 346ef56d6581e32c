import Attempts
import Geometry

/// Where a hand was at a time.
struct TracePoint: Hashable, Sendable {
  /// Microseconds.
  var time: Int
  /// In mm.
  var place: Point
  /// Share of the device's range; nil: the device has none.
  var pressure: Double?

  init(time: Int, _ x: Double, _ y: Double, pressure: Double? = nil) {
    self.time = time
    place = Point(x, y)
    self.pressure = pressure
  }
}

/// One recording: the contacts of one hand, one after the other.
struct Trace: Sendable {
  var name: String
  var millimetresPerPixel: Double
  /// None is empty; time never goes back within one, nor from one to the next.
  var contacts: [[TracePoint]]

  var points: [TracePoint] { contacts.flatMap { $0 } }

  /// Seconds from the first landing to the last lift.
  var duration: Double {
    guard let first = contacts.first?.first, let last = contacts.last?.last else { return 0 }
    return Double(last.time - first.time) / 1_000_000
  }

  var hasPressure: Bool { contacts.contains { $0.contains { $0.pressure != nil } } }

  /// Width or height in mm, whichever is more.
  var extent: Double {
    let (low, high) = corners
    return max(high.x - low.x, high.y - low.y)
  }

  /// The middle of the box around the trace.
  var middle: Point {
    let (low, high) = corners
    return (low + high) * 0.5
  }

  private var corners: (Point, Point) {
    let places = points.map(\.place)
    var low = places.first ?? .zero
    var high = low
    for place in places {
      low = Point(min(low.x, place.x), min(low.y, place.y))
      high = Point(max(high.x, place.x), max(high.y, place.y))
    }
    return (low, high)
  }

  /// The trace with every place and the pixels scaled: as if drawn on a larger sheet.
  func scaled(by factor: Double) -> Trace {
    var trace = self
    trace.millimetresPerPixel *= factor
    for contact in contacts.indices {
      for index in contacts[contact].indices {
        trace.contacts[contact][index].place = contacts[contact][index].place * factor
      }
    }
    return trace
  }

  /// The trace seen through a grid of pixels.
  func throughGrid(of pixel: Double) -> Trace {
    var trace = self
    trace.millimetresPerPixel = pixel
    for contact in contacts.indices {
      for index in contacts[contact].indices {
        let place = contacts[contact][index].place
        trace.contacts[contact][index].place = Point(
          (place.x / pixel).rounded() * pixel, (place.y / pixel).rounded() * pixel)
      }
    }
    return trace
  }

  /// The trace at so many samples a second: places linear between its points, its last kept.
  func resampled(rate: Int) -> Trace {
    var trace = self
    trace.contacts = contacts.map { contact in
      guard let first = contact.first, let last = contact.last else { return contact }
      var points: [TracePoint] = []
      var index = 0
      var count = 0
      var time = first.time
      while time < last.time {
        while index + 1 < contact.count, contact[index + 1].time <= time { index += 1 }
        points.append(
          Trace.between(contact[index], contact[min(index + 1, contact.count - 1)], time))
        count += 1
        time = first.time + count * 1_000_000 / rate
      }
      return points + [last]
    }
    return trace
  }

  private static func between(_ a: TracePoint, _ b: TracePoint, _ time: Int) -> TracePoint {
    guard b.time > a.time else { return a }
    let share = Double(time - a.time) / Double(b.time - a.time)
    let place = a.place + (b.place - a.place) * share
    var pressure = a.pressure
    if let first = a.pressure, let second = b.pressure {
      pressure = first + (second - first) * share
    }
    return TracePoint(time: time, place.x, place.y, pressure: pressure)
  }
}
