import Foundation
import Geometry

/// Motion made by a formula, sampled at a rate and seen through a grid of pixels.
struct GeneratedMotion: Sendable {
  /// Seconds.
  var duration: Double
  /// Place in mm at a time in seconds.
  var place: @Sendable (Double) -> Point

  /// Circles about a centre that advances along x by a share of the diameter with each turn.
  static func circles(
    diameter: Double, perMinute: Double, advance: Double, phase: Double, duration: Double
  ) -> GeneratedMotion {
    GeneratedMotion(duration: duration) { time in
      let turns = perMinute / 60 * time
      let angle = 2 * Double.pi * (turns + phase)
      return Point(
        diameter / 2 * cos(angle) + turns * advance * diameter, diameter / 2 * sin(angle))
    }
  }

  /// To and fro by `amplitude` either side, about a place that moves across at `speed` in mm/s.
  static func vibration(
    amplitude: Double, frequency: Double, direction: Direction, speed: Double, phase: Double,
    duration: Double
  ) -> GeneratedMotion {
    GeneratedMotion(duration: duration) { time in
      let swing = amplitude * sin(2 * Double.pi * (frequency * time + phase))
      return direction.unit * swing + direction.across * (speed * time)
    }
  }

  /// The motion as a recording. The grid is met off its lines, so that no place is special.
  func trace(rate: Int, pixel: Double, name: String = "") -> Trace {
    let count = Int(duration * Double(rate))
    let points = (0...count).map { index in
      let time = Double(index) / Double(rate)
      let place = place(time)
      return TracePoint(
        time: index * 1_000_000 / rate, place.x + 0.37 * pixel, place.y + 0.21 * pixel)
    }
    return Trace(name: name, millimetresPerPixel: pixel, contacts: [points]).throughGrid(of: pixel)
  }
}

/// The axes and the diagonals, along which vibration is sought.
enum Direction: String, CaseIterable, Sendable {
  case x, y
  case down = "diagonal down"
  case up = "diagonal up"
  /// Between an axis and a diagonal: the worst place.
  case between = "22.5 degrees"

  var unit: Point {
    let half = 0.5.squareRoot()
    return switch self {
    case .x: Point(1, 0)
    case .y: Point(0, 1)
    case .down: Point(half, half)
    case .up: Point(half, -half)
    case .between: Point(cos(Double.pi / 8), sin(Double.pi / 8))
    }
  }

  var across: Point { Point(-unit.y, unit.x) }
}
