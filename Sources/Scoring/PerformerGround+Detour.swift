import Geometry
import Scenarios

/// A guide as the hand follows it: led aside where the guide itself would take the hand's shape
/// into an area that it must keep off.
struct PerformerDetour: Sendable {
  let route: PerformerRoute
  /// What remains of trouble on the way; 0 where the hand is free everywhere.
  let trouble: Double
  /// How far aside the way leads, in mm.
  let aside: Double
  /// The parts of the way on which the hand may be: all of it in one part as a rule.
  let parts: [PerformerRoute]

  /// - Parameter troubles: what it costs to have the hand at each place of the way.
  init(_ route: PerformerRoute, _ troubles: [Double], aside: Double) {
    self.route = route
    self.aside = aside
    trouble = troubles.reduce(0, max)
    var parts: [PerformerRoute] = []
    if trouble < PerformerGround.forbidden {
      parts = [route]
    } else if troubles.count == route.points.count {
      var from: Int?
      for index in 0...troubles.count {
        let isFree = index < troubles.count && troubles[index] < PerformerGround.forbidden
        if isFree, from == nil { from = index }
        if !isFree, let first = from {
          let part = PerformerRoute(Array(route.points[first..<index]))
          if part.length >= PerformerDetour.shortest { parts.append(part) }
          from = nil
        }
      }
    }
    self.parts = parts
  }

  /// Shorter parts are not worth a touch, in mm.
  private static let shortest = 10.0
}

extension PerformerGround {
  /// Most places of a guide at which a way aside is weighed.
  private static let mostStations = 400
  /// Most steps aside, either way.
  private static let mostSteps = 40
  /// No hand is led further aside than this, in mm, however wide the corridor.
  private static let widest = 80.0

  /// Follows a line, bending smoothly round what the hand must keep off as far as the corridor
  /// allows.
  ///
  /// - Parameter reach: how far the hand's middle strays from the way, as in circles, in mm.
  func detour(_ line: Polyline, corridor: Limit, reach: Double = 0) -> PerformerDetour {
    let widest = min(corridor.none * 0.9, PerformerGround.widest)
    let plain = PerformerRoute(PerformerGround.dense(line))
    let troubles = plain.points.map { trouble(at: $0, reach: reach) }
    guard widest > 0, troubles.contains(where: { $0 > 0 }) else {
      return PerformerDetour(plain, troubles, aside: 0)
    }
    let stations = PerformerGround.stations(line)
    let offsets = weigh(stations, corridor, widest, reach)
    let places = zip(stations, offsets).map { $0.place + $0.left * $1 }
    return PerformerDetour(
      PerformerRoute(places), places.map { trouble(at: $0, reach: reach) },
      aside: offsets.reduce(0) { max($0, abs($1)) })
  }

  private struct Station {
    let place: Point
    /// Unit vector to the left of travel.
    let left: Point
  }

  /// The corners of a line and enough places between them to hold a change of pressure.
  private static func dense(_ line: Polyline) -> [Point] {
    let spacing = max(2.5, line.length / 2000)
    var places = [line.vertices[0].point]
    for index in 1..<line.vertices.count {
      let (a, b) = (line.vertices[index - 1].point, line.vertices[index].point)
      let pieces = max(1, Int(((line.arcs[index] - line.arcs[index - 1]) / spacing).rounded(.up)))
      for piece in 1...pieces {
        places.append(piece == pieces ? b : a + (b - a) * (Double(piece) / Double(pieces)))
      }
    }
    return places
  }

  private static func stations(_ line: Polyline) -> [Station] {
    let count = min(mostStations, max(8, Int(line.length / 2.5)))
    return (0...count).map { index in
      let arc = line.length * Double(index) / Double(count)
      // A corner turns over a few millimetres, as a hand does.
      let way = line.place(at: arc + 6).point - line.place(at: arc - 6).point
      let length = way.length
      let along = length > 0.001 ? way * (1 / length) : line.direction(at: arc)
      return Station(place: line.place(at: arc).point, left: Point(along.y, -along.x))
    }
  }

  /// The cheapest way aside by dynamic programming: trouble, distance from the guide and slope.
  private func weigh(
    _ stations: [Station], _ corridor: Limit, _ widest: Double, _ reach: Double
  ) -> [Double] {
    let step = max(0.25, widest / Double(PerformerGround.mostSteps))
    let steps = max(1, Int(widest / step))
    let width = 2 * steps + 1
    let spacing = stations[0].place.distance(to: stations[1].place)
    let most = min(12, max(2, Int((spacing / step).rounded(.up))))
    func offset(_ index: Int) -> Double { Double(index - steps) * step }
    var sums: [Double] = []
    var origins: [[Int]] = []
    for station in stations {
      let isNear =
        freedom(at: station.place, reach: reach, within: widest + 4) < widest + 4
      var next = [Double](repeating: 0, count: width)
      var origin = [Int](repeating: steps, count: width)
      for index in 0..<width {
        let aside = offset(index)
        var cost = 4 * (1 - corridor.grade(abs(aside))) + 0.05 * abs(aside) / widest
        if isNear { cost += trouble(at: station.place + station.left * aside, reach: reach) }
        if !sums.isEmpty {
          var best = Double.infinity
          for from in max(0, index - most)...min(width - 1, index + most) {
            let slope = (aside - offset(from)) / max(spacing, 0.01)
            let sum = sums[from] + 12 * slope * slope
            if sum < best {
              best = sum
              origin[index] = from
            }
          }
          cost += best
        }
        next[index] = cost
      }
      sums = next
      origins.append(origin)
    }
    var index = steps
    for candidate in 0..<width where sums[candidate] < sums[index] { index = candidate }
    var result = [Double](repeating: 0, count: stations.count)
    for station in stations.indices.reversed() {
      result[station] = offset(index)
      index = origins[station][index]
    }
    return PerformerGround.smooth(PerformerGround.smooth(result))
  }

  /// The mean of five neighbours; ends repeat.
  private static func smooth(_ values: [Double]) -> [Double] {
    values.indices.map { index in
      var sum = 0.0
      for neighbour in index - 2...index + 2 {
        sum += values[min(max(neighbour, 0), values.count - 1)]
      }
      return sum / 5
    }
  }
}
