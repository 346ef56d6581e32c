import Drawing
import Geometry
import Scenarios

/// The part of the hand that works, in the shape that is judged.
struct PlateHand {
  let view: PlateView
  let theme: Theme
  let hand: Hand
  /// Whether the row of knuckles lies across the spine.
  let rowAcross: Bool
  /// Whether it is the expert's hand that is shown: its outline is broken, and what is under it
  /// shines through.
  var isGhost = false

  /// - Parameters:
  ///   - place: mm.
  ///   - pressure: share of the range, shown as the ring's weight; nil: unknown.
  ///   - mark: the colour of what the hand does.
  ///   - isDown: else it hovers, and is drawn as an outline.
  func draw(
    at place: Point, pressure: Double?, mark: Colour, isDown: Bool, on canvas: Canvas
  ) {
    let ground = theme.isDark ? theme.plateInner : theme.surface
    let weight = 1.25 + 5 * min(max(pressure ?? 0.15, 0), 1)
    let centre = view.layout(place)
    let dim = isDown ? 1.0 : 0.55
    let clear = isGhost ? 0.5 : dim
    if hand == .knuckles { fist(centre, ground.opacity(0.35 * clear), dim, on: canvas) }
    for middle in hand.discOffsets(rowAcross: rowAcross) {
      let disc = view.layout(place + middle)
      let radius = hand.discRadius * view.scale
      let filling = hand == .palm ? 0.28 : hand == .fingertips ? 0.5 : 0.88
      canvas.fill(.circle(centre: disc, radius: radius), ground.opacity(filling * clear))
      // The ring grows inward, so that its outer edge stays the judged one.
      canvas.stroke(
        .circle(centre: disc, radius: max(radius - weight / 2, 1)),
        StrokeStyle(width: weight, dash: isDown && !isGhost ? [] : [4, 3]), theme.ink.opacity(dim))
      if isDown {
        let core = hand == .palm ? 5 : min(radius * 0.5, 6)
        canvas.fill(.circle(centre: disc, radius: core), mark)
        if hand == .palm {
          canvas.stroke(.circle(centre: disc, radius: core + 1), StrokeStyle(width: 2), ground)
        }
      }
    }
  }

  /// The back of the hand behind the knuckles.
  private func fist(_ centre: Point, _ filling: Colour, _ dim: Double, on canvas: Canvas) {
    var shape = Path()
    shape.move(to: Point(-9, -44))
    shape.curve(Point(6, -50), Point(22, -47), to: Point(27, -36))
    shape.curve(Point(32, -22), Point(32, 24), to: Point(27, 37))
    shape.curve(Point(22, 48), Point(6, 50), to: Point(-7, 44))
    let turned = shape.transformed { p in
      let place = rowAcross ? Point(-p.y, p.x) : p
      return Point(centre.x + place.x * view.scale, centre.y + place.y * view.scale)
    }
    canvas.fill(turned, filling)
    canvas.stroke(
      turned, StrokeStyle(width: 1.25, dash: isGhost ? [4, 3] : [], cap: .round),
      theme.ink.opacity(dim))
  }
}
