import BackAtlas
import Drawing
import Geometry
import Scenarios

/// Lines to follow, points to press and areas to lift, drawn from what is judged.
struct PlateTask {
  let phase: Phase
  let view: PlateView
  let theme: Theme

  /// A guide in layout units, with the half-width of its corridor in mm.
  struct Lane {
    var line: Polyline
    var points: [Point]
    /// What the hand traces: the guide itself, or loops along it.
    var trace: [Point]
    var halfWidth: Double
  }

  /// In the order of the case.
  let lanes: [Lane]

  init(phase: Phase, view: PlateView, theme: Theme) {
    self.phase = phase
    self.view = view
    self.theme = theme
    let (guides, curve) = phase.task.guides
    lanes = guides.map { guide in
      let line = guide.line(curve)
      let points = line.vertices.map { view.layout($0.point) }
      switch phase.task {
      case .combCircles(let task):
        return Lane(
          line: line, points: points,
          trace: task.trace(along: line).map(view.layout),
          halfWidth: task.shownRadius + task.corridor.full)
      case .stroking(let task):
        return Lane(line: line, points: points, trace: points, halfWidth: task.corridor.none)
      case .pointPress, .honeyLift:
        return Lane(line: line, points: points, trace: points, halfWidth: 20)
      }
    }
  }

  // MARK: What stays while the state stays

  /// Everything that is asked, all of it as what is to be done now.
  func drawAll(on canvas: Canvas) {
    for lane in lanes { drawActive(corridor(lane), on: canvas) }
    drawPlaces(on: canvas)
    for index in lanes.indices { drawGuide(index, from: 0, on: canvas) }
  }

  private func drawActive(_ outline: Path, on canvas: Canvas) {
    canvas.fill(outline, theme.teal.opacity(0.14))
    canvas.stroke(outline, StrokeStyle(width: 1.5, join: .round), theme.teal)
  }

  /// Corridors: the active one solid, finished ones dotted, others pale.
  func drawCorridors(active: Int?, finished: [Bool], on canvas: Canvas) {
    for (index, lane) in lanes.enumerated() {
      let outline = corridor(lane)
      if index == active {
        drawActive(outline, on: canvas)
      } else {
        canvas.fill(outline, theme.teal.opacity(0.06))
        canvas.stroke(
          outline, StrokeStyle(width: 1.25, dash: [1, 4.5], cap: .round),
          theme.teal.opacity(0.7))
        let isFinished = finished.indices.contains(index) && finished[index]
        if !isFinished {
          canvas.stroke(
            .polyline(lane.trace), StrokeStyle(width: 1.5, cap: .round, join: .round),
            theme.teal.opacity(0.45))
          if let end = lane.trace.last, lane.trace.count > 8 {
            arrow(from: lane.trace[lane.trace.count - 8], to: end, on: canvas, opacity: 0.6)
          }
        }
      }
    }
    drawPlaces(on: canvas)
  }

  private func drawPlaces(on canvas: Canvas) {
    switch phase.task {
    case .pointPress(let task): drawPoints(task, on: canvas)
    case .honeyLift(let task): drawArea(task.area, on: canvas)
    case .stroking, .combCircles: break
    }
  }

  /// The band around a line, with round ends.
  private func corridor(_ lane: Lane) -> Path {
    let width = lane.halfWidth * view.scale
    let points = thinned(lane.points)
    guard points.count > 1 else { return Path() }
    var left: [Point] = []
    var right: [Point] = []
    for index in points.indices {
      let before = points[max(0, index - 1)]
      let after = points[min(points.count - 1, index + 1)]
      let way = after - before
      let length = max(way.length, 1e-9)
      let side = Point(way.y / length * width, -way.x / length * width)
      left.append(points[index] + side)
      right.append(points[index] - side)
    }
    var outline = left
    outline += cap(points[points.count - 1], from: left[left.count - 1])
    outline += right.reversed()
    outline += cap(points[0], from: right[0])
    return .polyline(outline, closed: true)
  }

  /// Points of a half circle around a line's end, from one edge to the other.
  private func cap(_ centre: Point, from edge: Point) -> [Point] {
    let spoke = edge - centre
    // Clockwise as seen, away from the line; 64ths of a turn.
    return stride(from: 2, through: 30, by: 2).map { step in
      let (c, s) = (Ellipse.cosine(step), Ellipse.sine(step))
      return centre + Point(spoke.x * c - spoke.y * s, spoke.x * s + spoke.y * c)
    }
  }

  private func thinned(_ points: [Point]) -> [Point] {
    guard points.count > 60 else { return points }
    var result: [Point] = []
    for (index, point) in points.enumerated()
    where index % 4 == 0 || index == points.count - 1 {
      result.append(point)
    }
    return result
  }

  private func drawPoints(_ task: PointPressTask, on canvas: Canvas) {
    for (index, point) in task.points.enumerated() {
      let centre = view.layout(point.at.point)
      let full = task.radius.full * view.scale
      canvas.fill(
        .circle(centre: centre, radius: task.radius.none * view.scale), theme.teal.opacity(0.08))
      canvas.stroke(
        .circle(centre: centre, radius: task.radius.none * view.scale),
        StrokeStyle(width: 1.25, dash: [1, 4.5], cap: .round), theme.teal.opacity(0.7))
      canvas.fill(.circle(centre: centre, radius: max(full, 8)), theme.surface.opacity(0.85))
      canvas.stroke(
        .circle(centre: centre, radius: max(full, 8)), StrokeStyle(width: 1.5), theme.teal)
      canvas.text(
        "\(index + 1)", at: Point(centre.x, centre.y + 4.3),
        TextStyle(
          size: TypeSize.label, weight: .semibold, colour: theme.tealDeep, alignment: .centre))
    }
  }

  private func drawArea(_ outline: Outline, on canvas: Canvas) {
    let area = Path.polyline(
      outline.polygon.corners.map { view.layout($0.point) }, closed: true)
    canvas.fill(area, theme.teal.opacity(0.14))
    canvas.stroke(area, StrokeStyle(width: 1.5, join: .round), theme.teal)
  }

  // MARK: What moves with the hand

  /// The active guide from a place on, with arrowheads ahead of the hand.
  ///
  /// - Parameter arc: mm along the guide already done.
  func drawGuide(_ index: Int, from arc: Double, on canvas: Canvas) {
    guard lanes.indices.contains(index) else { return }
    let lane = lanes[index]
    let share = lane.line.length > 0 ? min(max(arc / lane.line.length, 0), 1) : 0
    let first = Int(Double(lane.trace.count - 1) * share)
    let ahead = Array(lane.trace[first...])
    guard ahead.count > 1 else { return }
    canvas.stroke(
      .polyline(ahead), StrokeStyle(width: 1.5, cap: .round, join: .round), theme.teal)
    let step: Int
    switch phase.task {
    case .combCircles: step = 32
    default: step = max(8, Int(52 / max(lane.line.length / Double(lane.trace.count), 0.1)))
    }
    var place = (first / step + 1) * step
    while place < lane.trace.count {
      arrow(
        from: lane.trace[max(0, place - 3)], to: lane.trace[place], on: canvas, opacity: 1)
      place += step
    }
    if let end = ahead.last, lane.trace.count > 3 {
      arrow(from: lane.trace[lane.trace.count - 3], to: end, on: canvas, opacity: 1)
    }
  }

  /// A 7 px arrowhead at `to`.
  private func arrow(from: Point, to: Point, on canvas: Canvas, opacity: Double) {
    let way = to - from
    guard way.length > 0.01 else { return }
    let unit = way * (1 / way.length)
    let back = to - unit * 6
    let side = Point(-unit.y * 4, unit.x * 4)
    canvas.stroke(
      .polyline([back + side, to, back - side]),
      StrokeStyle(width: 2, cap: .round, join: .round), theme.teal.opacity(opacity))
  }

  func drawPacer(_ place: Point, on canvas: Canvas) {
    let centre = view.layout(place)
    let ground = theme.isDark ? theme.plateInner : theme.surface
    canvas.fill(.circle(centre: centre, radius: 8.5), ground)
    canvas.stroke(.circle(centre: centre, radius: 8.5), StrokeStyle(width: 2.5), theme.teal)
    canvas.fill(.circle(centre: centre, radius: 3.8), theme.teal)
  }
}
