import Geometry
import Scenarios

/// Circles, presses and lifts of the expert.
extension Performer {
  mutating func circle(_ task: CombCirclesTask, _ phase: Phase) {
    let speed = speed(phase)
    let light = pressure(phase)
    let width = task.diameter.fullHigh - task.diameter.fullLow
    let diameter = max(1, task.diameter.fullLow + width * 0.3)
    let turnsLeft = task.turn == .counterclockwise
    for guide in task.guides {
      let line = guide.line(task.curve)
      let most = diameter * (task.advance.fullLow + task.advance.fullHigh) / 2
      let loops = max(task.loops, Int((line.length / max(most, 0.5)).rounded(.up)))
      let period = Double.pi * diameter / speed
      var wander = Wander(seed: seed(), interval: 0.9)
      let slip = clumsiness * 15
      contact(seconds: period * Double(loops)) { seconds in
        let turns = seconds / period
        let centre = line.place(at: line.length * turns / Double(loops)).point
        let (cosine, sine) = Performer.circle(turnsLeft ? -turns : turns)
        let radius = diameter / 2 + slip * wander.value(at: seconds)
        return (centre + Point(cosine * radius, sine * radius), light)
      }
      wait(900_000)
    }
  }

  /// A place on the unit circle after some turns, clockwise as seen, from the fixed sines.
  static func circle(_ turns: Double) -> (cosine: Double, sine: Double) {
    let share = (turns - turns.rounded(.down)) * 64
    let index = Int(share)
    let rest = share - Double(index)
    func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * rest }
    return (
      mix(Ellipse.cosine(index), Ellipse.cosine(index + 1)),
      mix(Ellipse.sine(index), Ellipse.sine(index + 1))
    )
  }

  mutating func press(_ task: PointPressTask, _ phase: Phase) {
    let firm = pressure(phase)
    for point in task.points {
      let place = point.at.point
      contact(seconds: point.hold + 0.3) { _ in (place, firm) }
      wait(900_000)
    }
  }

  mutating func lift(_ task: HoneyLiftTask, _ phase: Phase) {
    let outline = task.area.polygon
    let light = pressure(phase)
    let side = 40 * FinePoint.perMillimetre
    var squares: [Point] = []
    var y = outline.lowerBound.y
    while y < outline.upperBound.y {
      var x = outline.lowerBound.x
      while x < outline.upperBound.x {
        let middle = FinePoint(x: x + side / 2, y: y + side / 2)
        if outline.contains(middle) { squares.append(middle.point) }
        x += side
      }
      y += side
    }
    if squares.isEmpty {
      squares = [
        FinePoint(
          x: (outline.lowerBound.x + outline.upperBound.x) / 2,
          y: (outline.lowerBound.y + outline.upperBound.y) / 2
        ).point
      ]
    }
    for index in 0..<max(task.lifts, squares.count) {
      let place = squares[index % squares.count]
      contact(seconds: 0.8) { _ in (place, light) }
      wait(700_000)
    }
  }
}
