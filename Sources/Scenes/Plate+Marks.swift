import Drawing
import Geometry
import Scenarios

/// What points and areas show of the work done on them.
extension PlateTask {
  /// Rings that fill while a point is held, and what was held long enough.
  ///
  /// - Parameters:
  ///   - guides: one a point.
  ///   - active: the point to work on.
  ///   - reach: from the middle of the hand to its edge, in mm.
  func drawPresses(
    _ guides: [PracticeGuide], active: Int?, reach: Double, hands: [PracticeHand],
    on canvas: Canvas
  ) {
    guard case .pointPress(let task) = phase.task else { return }
    for (index, (point, guide)) in zip(task.points, guides).enumerated() {
      let centre = view.layout(point.at.point)
      let full = max(task.radius.full * view.scale, 10)
      if guide.isFinished {
        drawHeld(centre, radius: full, number: index + 1, on: canvas)
        continue
      }
      if index == active {
        canvas.stroke(
          .circle(centre: centre, radius: task.radius.none * view.scale),
          StrokeStyle(width: 1.5), theme.teal)
      }
      let isPressed = hands.contains {
        $0.place.distance(to: point.at.point) <= task.radius.none
      }
      guard guide.coverage > 0.01 || isPressed else { continue }
      let ring = max(full, reach * view.scale) + 6
      canvas.stroke(
        .circle(centre: centre, radius: ring), StrokeStyle(width: 4.5), theme.surface.opacity(0.9))
      canvas.stroke(
        .circle(centre: centre, radius: ring), StrokeStyle(width: 1), theme.teal.opacity(0.6))
      if guide.coverage > 0.01 {
        canvas.stroke(
          .arc(
            centre: centre, radius: ring, from: -.pi / 2,
            to: -.pi / 2 + 2 * .pi * min(guide.coverage, 1)), StrokeStyle(width: 4.5), theme.teal)
      }
      if isPressed {
        // The hand covers the number.
        let badge = Point(centre.x - ring * 0.9, centre.y - ring * 0.9)
        canvas.fill(.circle(centre: badge, radius: 10), theme.surface)
        canvas.stroke(.circle(centre: badge, radius: 10), StrokeStyle(width: 1.5), theme.teal)
        number(index + 1, at: badge, theme.tealDeep, on: canvas)
      }
    }
  }

  private func drawHeld(_ centre: Point, radius: Double, number: Int, on canvas: Canvas) {
    canvas.fill(.circle(centre: centre, radius: radius + 0.75), theme.inBand.mark)
    self.number(number, at: centre, theme.surface, on: canvas)
    // Colour never stands alone: a tick at the edge.
    let badge = Point(centre.x + radius * 0.85, centre.y - radius * 0.85)
    canvas.fill(.circle(centre: badge, radius: 6), theme.surface)
    canvas.stroke(.circle(centre: badge, radius: 6), StrokeStyle(width: 1.25), theme.inBand.mark)
    canvas.stroke(
      .polyline([
        Point(badge.x - 2.8, badge.y + 0.2), Point(badge.x - 0.8, badge.y + 2.2),
        Point(badge.x + 2.8, badge.y - 2.2),
      ]), StrokeStyle(width: 1.6, cap: .round, join: .round), theme.inBand.mark)
  }

  private func number(_ number: Int, at centre: Point, _ colour: Colour, on canvas: Canvas) {
    canvas.text(
      "\(number)", at: Point(centre.x, centre.y + 4.3),
      TextStyle(size: TypeSize.label, weight: .bold, colour: colour, alignment: .centre))
  }

  /// A ticked disc on a pale one wherever the skin was lifted.
  func drawLifts(_ places: [Point], on canvas: Canvas) {
    guard case .honeyLift = phase.task else { return }
    var pale = Path()
    var discs = Path()
    var ticks = Path()
    for place in places {
      let centre = view.layout(place)
      pale.append(.circle(centre: centre, radius: 20 * view.scale))
      discs.append(.circle(centre: centre, radius: 7))
      ticks.append(
        .polyline([
          Point(centre.x - 3.2, centre.y + 0.2), Point(centre.x - 0.9, centre.y + 2.5),
          Point(centre.x + 3.2, centre.y - 2.5),
        ]))
    }
    guard !places.isEmpty else { return }
    canvas.fill(pale, theme.inBand.mark.opacity(0.14))
    canvas.stroke(
      pale, StrokeStyle(width: 1, dash: [1, 3.5], cap: .round), theme.inBand.mark.opacity(0.7))
    canvas.fill(discs, theme.inBand.mark)
    canvas.stroke(ticks, StrokeStyle(width: 1.8, cap: .round, join: .round), theme.surface)
  }
}
