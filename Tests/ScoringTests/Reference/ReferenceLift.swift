import Attempts
import Geometry
import Scenarios

/// Lifts of a honey-lift phase.
struct ReferenceLift {
  let task: HoneyLiftTask
  /// Where each lift came down.
  private(set) var lifts: [FinePoint] = []
  /// Contact time of contacts that were no lift, in microseconds.
  private(set) var other = 0

  init(_ task: HoneyLiftTask, contacts: [ReferenceContact]) {
    self.task = task
    let outline = task.area.polygon
    for contact in contacts {
      let places =
        [contact.landing.position.fine, contact.lift.position.fine]
        + contact.runs.flatMap(\.ticks).map(\.place)
      let isLift =
        !contact.isTapping
        && ReferenceFigures.liftTime.contains(contact.time)
        && ReferenceTapping.extent(places) <= ReferenceFigures.liftExtent
        && places.allSatisfy { ReferenceLines.isInside($0, outline) }
      if isLift {
        lifts.append(contact.landing.position.fine)
      } else {
        other += contact.time
      }
    }
  }

  /// Upper left corners of the squares whose middle is inside the area.
  private var squares: [FinePoint] {
    let outline = task.area.polygon
    let (low, high) = (outline.lowerBound, outline.upperBound)
    let side = FinePoint.units(ReferenceFigures.square)
    var squares: [FinePoint] = []
    for y in stride(from: low.y, to: high.y, by: side) {
      for x in stride(from: low.x, to: high.x, by: side) {
        let middle = FinePoint(x: x + side / 2, y: y + side / 2)
        if ReferenceLines.isInside(middle, outline) { squares.append(FinePoint(x: x, y: y)) }
      }
    }
    return squares
  }

  var done: Double {
    guard !lifts.isEmpty else { return 0 }
    let squares = squares
    let side = FinePoint.units(ReferenceFigures.square)
    let visited = squares.filter { square in
      lifts.contains {
        $0.x >= square.x && $0.x < square.x + side && $0.y >= square.y && $0.y < square.y + side
      }
    }
    let share = squares.isEmpty ? 1 : Double(visited.count) / Double(squares.count)
    return min(1, Double(lifts.count) / Double(task.lifts), share)
  }
}
