import Attempts
import Geometry

/// Trembling of a hand in contact: quick swings to and fro.
enum ReferenceVibration {
  private struct TurningPoint {
    var time: Int
    var value: Double
    /// When it was known.
    var found: Int
  }

  /// The alarms of a run, united over both axes and both diagonals.
  static func alarms(_ run: ReferenceRun, pixel: Double) -> [ReferenceStretch] {
    let ticks = Array(run.grid)
    guard let first = ticks.first else { return [] }
    let places = ticks.map { $0.place.offset(from: first.place) }
    let x = bandPassed(places.map(\.x))
    let y = bandPassed(places.map(\.y))
    let half = 2.0.squareRoot()
    let directions = [
      x, y, zip(x, y).map { ($0 + $1) / half }, zip(x, y).map { ($0 - $1) / half },
    ]
    return ReferenceStretch.united(
      directions.flatMap { values in
        alarms(
          turningPoints(ticks.map(\.time), values, ReferenceFigures.hysteresis(pixel: pixel)),
          run.loops)
      })
  }

  /// EMA of 8 ms minus EMA of 50 ms, both begun at the first value.
  private static func bandPassed(_ values: [Double]) -> [Double] {
    func average(_ milliseconds: Double) -> [Double] {
      var result: [Double] = []
      for value in values {
        let before = result.last ?? value
        result.append(before + 5 / (5 + milliseconds) * (value - before))
      }
      return result
    }
    return zip(average(8), average(50)).map { $0 - $1 }
  }

  /// Extremes from which the value came back by at least the hysteresis.
  private static func turningPoints(_ times: [Int], _ values: [Double], _ hysteresis: Double)
    -> [TurningPoint]
  {
    var points: [TurningPoint] = []
    // The earliest greatest and least value since the last turning point was found.
    var highest = 0
    var lowest = 0
    // 1: a greatest is sought, -1: a least; 0: whichever is left first.
    var sought = 0
    for index in values.indices {
      if values[index] > values[highest] { highest = index }
      if values[index] < values[lowest] { lowest = index }
      if sought >= 0, values[highest] - values[index] >= hysteresis {
        points.append(
          TurningPoint(time: times[highest], value: values[highest], found: times[index]))
        sought = -1
        (highest, lowest) = (index, index)
      } else if sought <= 0, values[index] - values[lowest] >= hysteresis {
        points.append(
          TurningPoint(time: times[lowest], value: values[lowest], found: times[index]))
        sought = 1
        (highest, lowest) = (index, index)
      }
    }
    return points
  }

  private static func alarms(_ points: [TurningPoint], _ loops: [ReferenceLoop])
    -> [ReferenceStretch]
  {
    var alarms: [ReferenceStretch] = []
    var row: [TurningPoint] = []
    func close() {
      if row.count > ReferenceFigures.swingsOfAlarm {
        alarms.append(ReferenceStretch(start: row[0].time, end: row[row.count - 1].time))
      }
    }
    for point in points {
      if let last = row.last {
        let duration = point.time - last.time
        let isGood =
          duration >= ReferenceFigures.shortestSwing && duration <= ReferenceFigures.longestSwing
          && point.found - point.time <= ReferenceFigures.longestSwing
          && abs(point.value - last.value) <= ReferenceFigures.widestSwing
          && !loops.contains {
            $0.diameter >= ReferenceFigures.bigLoop && last.time < $0.end && $0.end <= point.time
          }
        if !isGood {
          close()
          row = []
        }
      }
      row.append(point)
    }
    close()
    return alarms
  }
}
