import Geometry
import Scenarios

/// Presses and honey lifts.
extension Performer {
  mutating func press(_ task: PointPressTask, _ phase: Phase, isOnce: Bool) {
    let ground = PerformerGround(scenario, phase)
    let asked = task.points.reduce(0) { $0 + $1.hold }
    let surplus = 0.3
    let usual = asked + surplus * Double(task.points.count)
    var factor = 1.0
    if let minutes = phase.minutes, !isOnce {
      factor = max(1, minutes.fullLow * 60 * 1.03 / usual)
    }
    let isLate = phase.minutes.map { usual > $0.fullHigh * 60 } ?? false
    for point in task.points {
      let (across, along, haste) = (offset(), offset(), share())
      let meant =
        ground.freePlace(near: point.at.point, reach: task.radius.full * 0.9) ?? point.at.point
      // What may not be touched is left alone, whoever asks for it.
      guard ground.isTouchable(meant) else { continue }
      let place = meant + Point(across, along) * (16 * clumsiness * clumsiness)
      var held = (point.hold + (isLate ? 0.02 : surplus)) * factor
      if isOnce { held = min(1, point.hold) }
      held *= 1 - 0.5 * clumsiness * clumsiness.squareRoot() * haste
      contact([still(at: place, held, ground, phase)])
      wait()
    }
  }

  /// A hand that rests on a place for some seconds, as firmly as phase and place allow.
  func still(
    at place: Point, _ seconds: Double, _ ground: PerformerGround, _ phase: Phase
  ) -> PerformerLeg {
    PerformerLeg(
      route: PerformerRoute([place]), speed: 1, rest: seconds,
      pressure: min(pressure(phase), ground.pressureLimit(at: place)), isStraying: true)
  }

  mutating func lift(_ task: HoneyLiftTask, _ phase: Phase, isOnce: Bool) {
    let ground = PerformerGround(scenario, phase)
    let outline = task.area.polygon
    let places = Performer.places(in: outline, ground)
    let asked = isOnce ? 1 : max(task.lifts, places.count)
    var count = asked
    var seconds = 0.8
    if let minutes = phase.minutes, !isOnce {
      let least = minutes.fullLow * 60 * 1.03
      let most = minutes.fullHigh * 60 * 0.97
      if Double(count) * seconds < least {
        seconds = min(2.5, least / Double(count))
        count = max(count, Int(min(9_000, (least / seconds).rounded(.up))))
      } else if Double(count) * seconds > most {
        seconds = max(0.4, most / Double(count))
      }
    }
    for index in 0..<count {
      let stray = Point(offset(), offset()) * (30 * clumsiness * clumsiness)
      let place = places[index % places.count] + stray
      // Up and a little toward the head, where the skin there still belongs to the area.
      let pull = place + Point(0, -5)
      var leg = still(at: place, seconds, ground, phase)
      if seconds >= 0.6, outline.contains(Performer.fine(pull)),
        ground.trouble(at: pull, reach: 0) == 0
      {
        leg.route = ground.lightened(PerformerRoute([place, pull]))
        leg.speed = 5 / (seconds - 0.2)
        leg.rest = 0.2
      }
      contact([leg])
      wait(700_000)
    }
  }

  private static func fine(_ place: Point) -> FinePoint {
    FinePoint(x: FinePoint.units(place.x), y: FinePoint.units(place.y))
  }

  /// A place in each square of 40 mm whose middle lies inside an outline, from its upper left
  /// corner row by row; a place inside where it holds no such square.
  private static func places(in outline: Polygon, _ ground: PerformerGround) -> [Point] {
    let side = 40 * FinePoint.perMillimetre
    var places: [Point] = []
    var y = outline.lowerBound.y
    while y < outline.upperBound.y {
      var x = outline.lowerBound.x
      while x < outline.upperBound.x {
        let middle = FinePoint(x: x + side / 2, y: y + side / 2)
        if outline.contains(middle) {
          // Aside within the square where its middle is not free.
          let place = ground.freePlace(near: middle.point, reach: 19) { candidate in
            let offset = fine(candidate).offset(from: middle)
            return abs(offset.x) < 19 && abs(offset.y) < 19 && outline.contains(fine(candidate))
          }
          if let place, ground.isTouchable(place) { places.append(place) }
        }
        x += side
      }
      y += side
    }
    return places.isEmpty ? [inside(outline)] : places
  }

  /// The place of a fine net that lies deepest inside an outline.
  static func inside(_ outline: Polygon) -> Point {
    let (low, high) = (outline.lowerBound, outline.upperBound)
    var best = low
    var depth = Double.infinity
    for row in 0...20 {
      for column in 0...20 {
        let place = FinePoint(
          x: low.x + (high.x - low.x) / 20 * column, y: low.y + (high.y - low.y) / 20 * row)
        let distance = outline.signedDistance(to: place)
        if distance < depth {
          depth = distance
          best = place
        }
      }
    }
    return best.point
  }
}
