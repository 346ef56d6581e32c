import Geometry

/// A way for the hand in straight steps, and how firmly it may press along it.
struct PerformerRoute: Sendable {
  let points: [Point]
  /// Arc length in mm at each point, from 0.
  let arcs: [Double]
  /// The greatest share of pressure at each point; empty where nothing limits it.
  private(set) var limits: [Double] = []

  var length: Double { arcs[arcs.count - 1] }
  var start: Point { points[0] }
  var end: Point { points[points.count - 1] }

  /// Places closer together than a hundredth of a millimetre are one; a single place is a way of
  /// length 0.
  ///
  /// - Precondition: at least one place.
  init(_ places: [Point]) {
    precondition(!places.isEmpty, "a way needs a place")
    var points = [places[0]]
    var arcs = [0.0]
    for place in places.dropFirst() {
      let step = place.distance(to: points[points.count - 1])
      guard step >= 0.01 else { continue }
      points.append(place)
      arcs.append(arcs[arcs.count - 1] + step)
    }
    self.points = points
    self.arcs = arcs
  }

  /// Index of the step that holds an arc length; 0 for a single place.
  private func step(at arc: Double) -> Int {
    var low = 0
    var high = max(0, points.count - 2)
    while low < high {
      let middle = (low + high + 1) / 2
      if arcs[middle] <= arc { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The place at an arc length, clamped to the ends.
  func place(at arc: Double) -> Point {
    guard points.count > 1, arc > 0 else { return start }
    guard arc < length else { return end }
    let index = step(at: arc)
    let share = (arc - arcs[index]) / (arcs[index + 1] - arcs[index])
    return points[index] + (points[index + 1] - points[index]) * share
  }

  /// Unit direction of travel at an arc length; toward the feet for a single place.
  func direction(at arc: Double) -> Point {
    guard points.count > 1 else { return Point(0, 1) }
    let index = step(at: arc)
    return (points[index + 1] - points[index]) * (1 / (arcs[index + 1] - arcs[index]))
  }

  /// The greatest share of pressure at an arc length.
  func limit(at arc: Double) -> Double {
    guard !limits.isEmpty else { return 1 }
    guard points.count > 1, arc > 0 else { return limits[0] }
    guard arc < length else { return limits[limits.count - 1] }
    let index = step(at: arc)
    let share = (arc - arcs[index]) / (arcs[index + 1] - arcs[index])
    return limits[index] + (limits[index + 1] - limits[index]) * share
  }

  /// Shares of pressure that a hand may gain or lose on a millimetre of its way.
  private static let easing = 0.01

  /// Takes the greatest pressure at each point and eases into it and out of it.
  mutating func limit(_ pressures: [Double]) {
    guard pressures.contains(where: { $0 < 1 }) else { return }
    var eased = pressures
    for index in eased.indices.dropFirst() {
      let rise = (arcs[index] - arcs[index - 1]) * PerformerRoute.easing
      eased[index] = min(eased[index], eased[index - 1] + rise)
    }
    for index in eased.indices.dropLast().reversed() {
      let rise = (arcs[index + 1] - arcs[index]) * PerformerRoute.easing
      eased[index] = min(eased[index], eased[index + 1] + rise)
    }
    limits = eased
  }

  /// The same way from its end to its start.
  var reversed: PerformerRoute {
    var route = PerformerRoute(points.reversed())
    // Steps are as long as before, so no place was dropped.
    route.limits = limits.reversed()
    return route
  }

  /// The part between two arc lengths.
  func part(from: Double, through: Double) -> PerformerRoute {
    var places = [place(at: from)]
    var pressures = [limit(at: from)]
    for (index, arc) in arcs.enumerated()
    where arc > from + 0.02 && arc < through - 0.02 {
      places.append(points[index])
      pressures.append(limits.isEmpty ? 1 : limits[index])
    }
    places.append(place(at: through))
    pressures.append(limit(at: through))
    var route = PerformerRoute(places)
    if route.points.count == pressures.count { route.limit(pressures) }
    return route
  }
}
