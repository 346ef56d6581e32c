import BackAtlas
public import Drawing
public import Geometry
import Scenarios
import Scoring

/// The back of a debrief in vectors, in parts that a document puts over each other: one back, and
/// for each step what was asked and the ways of the hands.
///
/// All parts are in the units of one picture, and in the colours of the light appearance.
public struct DebriefPlate: Sendable {
  public static let width = 400.0
  /// Above and below the guides, in units.
  private static let margin = 28.0

  public let height: Double
  private let model: DebriefModel
  private let view: PlateView

  public init(_ model: DebriefModel) {
    self.model = model
    let back = model.scenario.patient.back
    var top = Double(back.level(.t10))
    var bottom = Double(back.level(.s2))
    var reach = 164.0
    func include(_ place: Point) {
      top = min(top, place.y)
      bottom = max(bottom, place.y)
      reach = max(reach, abs(place.x) + 30)
    }
    for phase in model.scenario.phases {
      for guide in phase.task.guides.guides { for place in guide.path { include(place.point) } }
      if case .pointPress(let task) = phase.task {
        for point in task.points { include(point.at.point) }
      }
      if case .honeyLift(let task) = phase.task {
        for corner in task.area.polygon.corners { include(corner.point) }
      }
    }
    let scale = DebriefPlate.width / (2 * reach)
    height = ((bottom - top) * scale + 2 * DebriefPlate.margin).rounded()
    view = PlateView(
      .lowerBack,
      area: Rectangle(x: 0, y: 0, width: DebriefPlate.width, height: height), scale: scale,
      origin: Point(DebriefPlate.width / 2, DebriefPlate.margin - top * scale))
  }

  /// mm to units.
  public func place(_ millimetres: Point) -> Point { view.layout(millimetres) }

  public func scaled(_ millimetres: Double) -> Double { millimetres * view.scale }

  private func picture(_ draw: (Canvas) -> Void) -> VectorPicture {
    Canvas.picture(width: DebriefPlate.width, height: height, draw: draw)
  }

  /// The patient on the table, with the areas in spasm.
  public func back() -> VectorPicture {
    picture { canvas in
      let theme = Theme.light
      canvas.fill(.rectangle(view.area), theme.plateOuter)
      let plate = Plate(
        view: view, back: model.scenario.patient.back, theme: theme, hasCushion: true)
      plate.drawTable(on: canvas)
      plate.drawCushion(on: canvas)
      plate.drawBody(on: canvas)
      let spasm = PlateSpasm(view: view, theme: theme)
      for area in model.scenario.spasm { spasm.draw(area, on: canvas) }
    }
  }

  /// What a step asks.
  public func task(of step: Int) -> VectorPicture {
    picture { canvas in
      let phase = model.scenario.phases[step]
      PlateTask(phase: phase, view: view, theme: .light).drawCorridors(
        active: nil,
        finished: Array(repeating: true, count: phase.task.guides.guides.count), on: canvas)
    }
  }

  /// The ways of the hands in a step; nil is before the first one.
  public func traces(of step: Int?) -> VectorPicture {
    picture { canvas in
      var screen = DebriefScreen(model: model)
      screen.shownStep = step
      screen.drawWays(view, canvas, .light)
    }
  }

  /// A deduction's numbered shape around the origin of the picture.
  public static func mark(_ shape: DebriefModel.Shape, number: Int) -> VectorPicture {
    Canvas.picture(width: 1, height: 1) { canvas in
      let frame = Frame(width: Space.referenceWidth, height: Space.referenceHeight)
      _ = Painter.paint(on: canvas, in: frame, recorder: nil, isOverlay: true) { painter in
        DebriefScreen.drawMark(painter, shape, number, at: .zero, size: 11)
      }
    }
  }

  /// How the hand did at a time, worst first where several things were wrong: 0 well, 1 too much,
  /// 2 too little, 3 on an area in spasm.
  public func qualities(at times: [Double]) -> [Int] {
    let faults = DebriefScreen(model: model).faultSpans()
    return times.map { time in
      Int(faults.first { $0.span.contains(time) }?.quality.rawValue ?? 0)
    }
  }

  /// The ways as they were, thinned so that a long attempt has not many more places than a short
  /// one.
  public func ways() -> [DebriefModel.Trace] {
    var length = 0.0
    for trace in model.traces {
      for (a, b) in zip(trace.points, trace.points.dropFirst()) { length += a.distance(to: b) }
    }
    let spacing = max(DebriefPlate.leastSpacing, length / DebriefPlate.mostPlaces)
    return model.traces.map { trace in
      var thinned = DebriefModel.Trace(phase: trace.phase, times: [], points: [])
      for (index, point) in trace.points.enumerated() {
        if index + 1 < trace.points.count, let last = thinned.points.last,
          let time = thinned.times.last, last.distance(to: point) < spacing,
          trace.times[index] - time < DebriefPlate.longestRest
        {
          continue
        }
        thinned.times.append(trace.times[index])
        thinned.points.append(point)
      }
      return thinned
    }
  }

  /// Millimetres, places, seconds.
  private static let leastSpacing = 1.0
  private static let mostPlaces = 20_000.0
  private static let longestRest = 0.25
}
