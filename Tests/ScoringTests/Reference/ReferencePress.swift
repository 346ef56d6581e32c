import Attempts
import Geometry
import Scenarios

/// Presses of a point-press phase.
struct ReferencePress {
  struct Press {
    var point: Int
    /// Microseconds within `radius.none`.
    var held: Int
    var meanDistance: Double
    var isEarly: Bool
    var isMoved: Bool
  }

  let task: PointPressTask
  private(set) var presses: [Press] = []
  /// Travel of contacts that were no press, in mm.
  private(set) var offPath = 0.0
  /// Contact time of those, in microseconds.
  private(set) var other = 0

  init(_ task: PointPressTask, contacts: [ReferenceContact]) {
    self.task = task
    // The event that lifted the hand which first held a point long enough.
    var done: [Int: Int] = [:]
    for contact in contacts {
      let open = task.points.indices.filter { done[$0] ?? Int.max > contact.arrivals[0] }
      guard !contact.isTapping, let press = press(contact, open) else {
        other += contact.time
        if !contact.isTapping {
          offPath += contact.runs.flatMap(\.ticks).filter { !contact.isInAlarm($0.time) }
            .reduce(0) { $0 + $1.dragged }
        }
        continue
      }
      presses.append(press)
      if !press.isEarly {
        done[press.point] = min(done[press.point] ?? Int.max, contact.releasedBy)
      }
    }
  }

  private func press(_ contact: ReferenceContact, _ open: [Int]) -> Press? {
    let landing = contact.landing.position.fine
    func distance(_ point: Int, _ place: FinePoint) -> Double {
      place.distance(to: task.points[point].at.fine)
    }
    var nearest: Int?
    for point in open where distance(point, landing) <= task.radius.none {
      if let known = nearest, distance(known, landing) <= distance(point, landing) { continue }
      nearest = point
    }
    guard let point = nearest else { return nil }
    let ticks = contact.runs.flatMap(\.ticks)
    let held = ticks.filter { distance(point, $0.place) <= task.radius.none }
      .reduce(0) { $0 + $1.duration }
    let time = ticks.reduce(0) { $0 + $1.duration }
    let sum = ticks.reduce(0) {
      $0 + ReferenceFigures.booked(distance(point, $1.place)) * Double($1.duration)
    }
    return Press(
      point: point, held: held,
      meanDistance: time > 0 ? sum / Double(time) : distance(point, landing),
      isEarly: held < hold(point),
      isMoved: ticks.contains { $0.place.distance(to: landing) > ReferenceFigures.pressMoved })
  }

  func longest(_ point: Int) -> Press? {
    var best: Press?
    for press in presses where press.point == point {
      if let known = best, known.held >= press.held { continue }
      best = press
    }
    return best
  }

  func done(_ point: Int) -> Double {
    min(1, Double(longest(point)?.held ?? 0) / Double(hold(point)))
  }

  /// In whole microseconds.
  private func hold(_ point: Int) -> Int {
    Int((task.points[point].hold * 1_000_000).rounded(.toNearestOrAwayFromZero))
  }

  /// Of *path*: a press is 20 mm of travel.
  var judged: Double { ReferenceFigures.pressLength * Double(presses.count) + offPath }

  var loss: Double {
    presses.reduce(offPath) {
      $0
        + ReferenceFigures.booked(
          ReferenceFigures.pressLength
            * (1
              - ReferenceFigures.grade(
                $1.meanDistance, full: task.radius.full, none: task.radius.none)))
    }
  }
}
