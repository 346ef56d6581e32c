import Attempts
import Foundation
import Geometry
import Testing

/// How a motion is seen: how often, and through which pixel grid.
struct Sight: Sendable, CustomTestStringConvertible {
  var rate: Double
  /// Millimetres a pixel; nil: to the hundredth, with pixels of 0.2 mm.
  var pixel: Double?

  var testDescription: String { "\(Int(rate)) Hz" + (pixel.map { " through \($0) mm" } ?? "") }

  /// A place as a device with such pixels reports it.
  func seen(_ place: Point) -> Point {
    guard let pixel else { return place }
    return Point((place.x / pixel).rounded() * pixel, (place.y / pixel).rounded() * pixel)
  }

  /// Debug builds are slow: they take fewer.
  static let usual: [Sight] = {
    #if DEBUG
      [Sight(rate: 60), Sight(rate: 125, pixel: 0.77)]
    #else
      [60.0, 125, 1000].flatMap { rate in
        [nil, 0.2, 0.77, 1.35].map { Sight(rate: rate, pixel: $0) }
      }
    #endif
  }()

  /// From 125 Hz on, as a window takes them in.
  static let quick = usual.filter { $0.rate >= 125 }
}

/// Contacts whose place is a function of time, seen as a device sees them.
struct Motion {
  let sight: Sight
  private(set) var strokes = Strokes()

  init(_ sight: Sight) {
    self.sight = sight
    strokes.scale = Int(((sight.pixel ?? 0.2) * 1_000_000).rounded())
  }

  mutating func wait(_ seconds: Double) { strokes.wait(seconds) }

  mutating func contact(
    seconds: Double, pressure: Int? = nil, _ place: (Double) -> Point
  ) {
    strokes.contact(seconds: seconds, rate: sight.rate, pressure: pressure) {
      sight.seen(place($0))
    }
  }

  var events: [Event] {
    let end = Event.act(.end, time: strokes.time + 1_000)
    return strokes.events + [end]
  }
}

extension Point {
  /// On a circle of 1 mm around the origin after some turns, clockwise as seen.
  static func onCircle(turns: Double) -> Point {
    Point(cos(2 * Double.pi * turns), sin(2 * Double.pi * turns))
  }

  /// A unit step in a direction of degrees, clockwise as seen from +x.
  static func direction(_ degrees: Double) -> Point { onCircle(turns: degrees / 360) }
}
