import Drawing
import Geometry

/// One gauge on the rail: its name and value beside the track, or above it where room is scarce.
struct GaugeRow {
  let gauge: GaugeReading
  /// Left end, middle and width of the track.
  let x: Double
  let y: Double
  let width: Double
  let isStacked: Bool

  private var band: (low: Double, high: Double) { (x + width * 0.34, x + width * 0.66) }
  private var name: Point { isStacked ? Point(x, y - 20) : Point(x - 120, y - 12) }
  private var nameForm: (Theme) -> TextForm {
    { TextForm(TypeSize.caption, .medium, $0.inkSecondary) }
  }

  /// Track, band and figures: what does not move.
  func drawTrack(on painter: Painter) {
    let theme = painter.theme
    let track = Rectangle(x: x, y: y - 6, width: width, height: 12)
    painter.fill(track, radius: 6, theme.sunken)
    painter.stroke(track, radius: 6, theme.edge)
    painter.fill(
      Rectangle(x: band.low, y: y - 6, width: band.high - band.low, height: 12),
      theme.teal.opacity(theme.isDark ? 0.4 : 0.32))
    for end in [band.low, band.high] {
      painter.line(end, y - 10, end, y + 10, theme.teal, width: 2, cap: .round)
    }
    for (place, mark) in zip([x, band.low, band.high, x + width], gauge.marks) {
      // Above narrow tracks nothing is left beside the ends.
      let alignment: TextStyle.Alignment =
        !isStacked ? .centre : place == x ? .leading : place == x + width ? .trailing : .centre
      painter.text(
        PracticeWords.number(mark), x: place, y: y + 24,
        TextForm(TypeSize.label, .regular, theme.inkSecondary, alignment: alignment))
    }
    painter.text(gauge.name, x: name.x, y: name.y, nameForm(theme))
  }

  /// Value, pointer and word.
  func drawReading(on painter: Painter) {
    let theme = painter.theme
    let state = gauge.isWaiting ? nil : gauge.state
    let signal: Theme.Signal? =
      switch state {
      case .inBand: theme.inBand
      case .low: theme.low
      case .high: theme.high
      case nil: nil
      }
    let isOut = state == .low || state == .high
    let shown = gauge.value.map { PracticeWords.number(gauge.kind == .path ? abs($0) : $0) }
    let ink =
      shown == nil
      ? theme.inkTertiary
      : gauge.isWaiting ? theme.inkSecondary : isOut ? signal?.text ?? theme.ink : theme.ink
    let start =
      isStacked ? name.x + painter.measure(gauge.name, nameForm(theme)).width + 10 : name.x
    let base = isStacked ? name.y + 1 : y + 14
    let size = painter.text(
      shown ?? PracticeWords.noValue, x: start, y: base,
      TextForm(
        isStacked ? TypeSize.heading : TypeSize.value, shown == nil ? .regular : .bold, ink,
        tabular: true))
    painter.text(
      gauge.unit, x: start + size.width + 6, y: base,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary))
    let right = isStacked ? x + width : x + width + 12
    let wordBase = isStacked ? name.y : y - 16
    if gauge.isWaiting, let value = gauge.value {
      drawHollow(Point(x + width * gauge.share(value), y), on: painter)
      drawKeys(right: right, y: wordBase - 4.5, on: painter)
    }
    guard let value = gauge.value, let state, let signal else { return }
    drawPointer(Point(x + width * gauge.share(value), y), state, signal, on: painter)
    let word = PracticeWords.state(gauge.kind, state)
    let form = TextForm(TypeSize.caption, .semibold, signal.text, alignment: .trailing)
    painter.text(word, x: right, y: wordBase, form)
    painter.icon(
      state == .inBand ? .tickedCircle : .triangle,
      x: right - painter.measure(word, form).width - 20, y: wordBase - 13, size: 16,
      signal.text, width: 2.1)
  }

  /// What would be pressed: nothing is judged, so nothing is filled.
  private func drawHollow(_ place: Point, on painter: Painter) {
    painter.canvas.fill(.circle(centre: place, radius: 10.25), painter.theme.surface)
    painter.canvas.stroke(
      .circle(centre: place, radius: 7), StrokeStyle(width: 2), painter.theme.inkSecondary)
  }

  /// The keys that set the pressure.
  private func drawKeys(right: Double, y: Double, on painter: Painter) {
    var place = right
    for key in ["]", "["] {
      place -= painter.keyCapWidth(key)
      painter.keyCap(key, x: place, y: y)
      place -= 5
    }
  }

  private func drawPointer(
    _ place: Point, _ state: GaugeReading.State, _ signal: Theme.Signal, on painter: Painter
  ) {
    let canvas = painter.canvas
    let rim = painter.theme.surface
    if state == .inBand {
      canvas.fill(.circle(centre: place, radius: 10.25), rim)
      canvas.fill(.circle(centre: place, radius: 7.75), signal.mark)
      canvas.fill(.circle(centre: place, radius: 3), rim)
      return
    }
    let diamond = Path.polyline(
      [
        Point(place.x - 11, place.y), Point(place.x, place.y - 11), Point(place.x + 11, place.y),
        Point(place.x, place.y + 11),
      ], closed: true)
    canvas.fill(diamond, signal.mark)
    canvas.stroke(diamond, StrokeStyle(width: 2.5, join: .round), rim)
    let ink = state == .low ? Colour(0x2A211C) : rim
    canvas.stroke(
      .polyline([Point(place.x, place.y - 4.5), Point(place.x, place.y + 1)]),
      StrokeStyle(width: 2, cap: .round), ink)
    canvas.fill(.circle(centre: Point(place.x, place.y + 4.4), radius: 1.25), ink)
  }
}
