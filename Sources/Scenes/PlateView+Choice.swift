public import BackAtlas
import Geometry
public import Scenarios

/// Which view shows the work.
extension PlateView {
  /// Whether the plate is nearer than the whole back: with a ruler, and words on cards.
  var isClose: Bool { kind != .wholeBack }

  /// Everything that a step asks, with the corridors around it, in mm.
  static func work(of phase: Phase) -> Rectangle {
    switch phase.task {
    case .stroking(let task): box(task.guides, task.curve, reach: task.corridor.none)
    case .combCircles(let task):
      box(
        task.guides, task.curve,
        reach: (task.diameter.fullLow + task.diameter.fullHigh) / 4 + task.corridor.full)
    case .pointPress(let task): box(task.points.map { $0.at.point }, reach: task.radius.none)
    case .honeyLift(let task): box(task.area.polygon.corners.map(\.point), reach: 0)
    }
  }

  private static func box(_ guides: [Guide], _ curve: CurveKind, reach: Double) -> Rectangle {
    box(guides.flatMap { $0.line(curve).vertices.map(\.point) }, reach: reach)
  }

  private static func box(_ points: [Point], reach: Double) -> Rectangle {
    guard let first = points.first else { return Rectangle(x: 0, y: 0, width: 0, height: 0) }
    var (low, high) = (first, first)
    for point in points {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    return Rectangle(
      x: low.x - reach, y: low.y - reach, width: high.x - low.x + 2 * reach,
      height: high.y - low.y + 2 * reach)
  }

  /// The view that a case begins with: the lower back where all its work lies there, clear of the
  /// cards at the plate's upper edge, else the whole back.
  ///
  /// - Parameter step: the only one that is worked on, as in a drill; nil: all of the case.
  public static func first(for scenario: Scenario, only step: Phase? = nil) -> Kind {
    let back = scenario.patient.back
    let top = Double(back.level(.t9))
    let bottom = back.place(ofArtwork: Point(0, 706)).y
    let phases = step.map { [$0] } ?? scenario.phases
    let isLow = phases.allSatisfy { phase in
      let box = work(of: phase)
      return box.y >= top && box.maxY <= bottom
    }
    return isLow && !phases.isEmpty ? .lowerBack : .wholeBack
  }

  /// The views that a frame can show of a step. Life size is one of them only when it is set and
  /// the plate has room for all that the step asks.
  ///
  /// - Parameter pixelsPerMillimetre: of the display, in the frame's pixels; nil: not set.
  public static func choices(
    _ phase: Phase?, back: Back, in frame: Frame, pixelsPerMillimetre: Double?
  ) -> [Kind] {
    guard let phase, let pixels = pixelsPerMillimetre, pixels > 0 else {
      return [.wholeBack, .lowerBack]
    }
    let work = work(of: phase)
    let view = PlateView(
      .lifeSize, back: back, in: frame,
      lifeSize: LifeSize(pixelsPerMillimetre: pixels, centre: work.centre))
    let hasRoom =
      work.width * view.scale <= view.area.width - PlateView.ruler - 2 * PlateView.air
      && work.height * view.scale <= view.area.height - 2 * PlateView.air
    return hasRoom ? [.wholeBack, .lowerBack, .lifeSize] : [.wholeBack, .lowerBack]
  }

  /// Width of the strip of levels.
  static let ruler = 53.0
  /// Between the work and the plate's edge, in life size.
  private static let air = 12.0

  /// A view of a step as far as the frame can show it, else the lower back.
  public static func shown(
    _ kind: Kind, _ phase: Phase?, back: Back, in frame: Frame, pixelsPerMillimetre: Double?
  ) -> PlateView {
    guard kind == .lifeSize, let phase, let pixels = pixelsPerMillimetre,
      choices(phase, back: back, in: frame, pixelsPerMillimetre: pixels).contains(.lifeSize)
    else { return PlateView(kind, back: back, in: frame) }
    return PlateView(
      .lifeSize, back: back, in: frame,
      lifeSize: LifeSize(pixelsPerMillimetre: pixels, centre: work(of: phase).centre))
  }

  /// The view after another one.
  public static func next(after kind: Kind, of choices: [Kind]) -> Kind {
    guard let index = choices.firstIndex(of: kind) else { return choices.first ?? .wholeBack }
    return choices[(index + 1) % choices.count]
  }
}
