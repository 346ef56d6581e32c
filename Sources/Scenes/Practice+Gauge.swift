import Drawing
import Geometry
import Scenarios

/// A measure with its band, ready to be drawn: the band always fills 34 to 66 % of the track.
struct GaugeReading {
  enum Kind { case speed, pressure, path }
  enum State { case inBand, low, high }

  let kind: Kind
  /// Ends of the track and of the band, in the shown unit, ascending.
  let marks: [Double]
  /// In the shown unit; nil: nothing to show.
  var value: Double?
  var state: State?

  static func speed(_ band: Band) -> GaugeReading {
    GaugeReading(kind: .speed, marks: ascending([0, band.fullLow, band.fullHigh, band.noneHigh]))
  }

  static func pressure(_ band: Band) -> GaugeReading {
    GaugeReading(
      kind: .pressure, marks: ascending([0, band.fullLow * 100, band.fullHigh * 100, 100]))
  }

  static func path(_ limit: Limit) -> GaugeReading {
    GaugeReading(
      kind: .path, marks: ascending([-limit.none, -limit.full, limit.full, limit.none]))
  }

  private init(kind: Kind, marks: [Double]) {
    self.kind = kind
    self.marks = marks
  }

  /// Bands that touch the end of their range still get a piece of track.
  private static func ascending(_ marks: [Double]) -> [Double] {
    var result = marks
    for index in 1..<result.count where result[index] <= result[index - 1] {
      result[index] = result[index - 1] + 0.001
    }
    return result
  }

  /// Shows a value; beyond the band's own edges it is low or high. A path is low beyond full marks
  /// and high beyond none.
  mutating func show(_ value: Double?, allowance: Double = 1) {
    self.value = value
    guard let value else {
      state = nil
      return
    }
    switch kind {
    case .path:
      state =
        abs(value) <= marks[2] ? .inBand : abs(value) <= marks[3] ? .low : .high
    case .speed, .pressure:
      state =
        value < marks[1] ? .low : value > marks[2] * allowance ? .high : .inBand
    }
  }

  /// Share of the track at which a value stands, 0 to 1.
  func share(_ value: Double) -> Double {
    let shares = [0, 0.34, 0.66, 1]
    if value <= marks[0] { return 0 }
    for index in 1..<4 where value <= marks[index] {
      let way = (value - marks[index - 1]) / (marks[index] - marks[index - 1])
      return shares[index - 1] + (shares[index] - shares[index - 1]) * way
    }
    return 1
  }

  var name: String {
    switch kind {
    case .speed: PracticeWords.speed
    case .pressure: PracticeWords.pressure
    case .path: PracticeWords.path
    }
  }

  var unit: String {
    switch kind {
    case .speed: PracticeWords.speedUnit
    case .pressure: PracticeWords.pressureUnit
    case .path: value.map(PracticeWords.side) ?? PracticeWords.pathUnit
    }
  }

  /// Track, band and figures: what does not move.
  func drawTrack(x: Double, y: Double, on painter: Painter) {
    let theme = painter.theme
    let track = Rectangle(x: x, y: y - 6, width: 300, height: 12)
    painter.fill(track, radius: 6, theme.sunken)
    painter.stroke(track, radius: 6, theme.edge)
    painter.fill(
      Rectangle(x: x + 102, y: y - 6, width: 96, height: 12),
      theme.teal.opacity(theme.isDark ? 0.4 : 0.32))
    for end in [102.0, 198] {
      painter.line(x + end, y - 10, x + end, y + 10, theme.teal, width: 2, cap: .round)
    }
    let form = TextForm(TypeSize.label, .regular, theme.inkSecondary, alignment: .centre)
    for (place, mark) in zip([0.0, 102, 198, 300], marks) {
      painter.text(PracticeWords.number(mark), x: x + place, y: y + 24, form)
    }
    painter.text(
      name, x: x - 120, y: y - 12, TextForm(TypeSize.caption, .medium, theme.inkSecondary))
  }

  /// Value, pointer and word.
  func drawReading(x: Double, y: Double, on painter: Painter) {
    let theme = painter.theme
    let signal: Theme.Signal? =
      switch state {
      case .inBand: theme.inBand
      case .low: theme.low
      case .high: theme.high
      case nil: nil
      }
    let isOut = state == .low || state == .high
    let shown = value.map { PracticeWords.number(kind == .path ? abs($0) : $0) }
    let width = painter.text(
      shown ?? PracticeWords.noValue, x: x - 120, y: y + 14,
      TextForm(
        TypeSize.value, shown == nil ? .regular : .bold,
        shown == nil ? theme.inkTertiary : isOut ? signal?.text ?? theme.ink : theme.ink,
        tabular: true)
    ).width
    painter.text(
      unit, x: x - 120 + width + 6, y: y + 14,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary))
    guard let value, let state, let signal else { return }
    drawPointer(Point(x + 300 * share(value), y), state, signal, on: painter)
    let word = PracticeWords.state(kind, state)
    let form = TextForm(TypeSize.caption, .semibold, signal.text, alignment: .trailing)
    painter.text(word, x: x + 312, y: y - 16, form)
    painter.icon(
      state == .inBand ? .tickedCircle : .triangle,
      x: x + 312 - painter.measure(word, form).width - 20, y: y - 29, size: 16, signal.text,
      width: 2.1)
  }

  private func drawPointer(
    _ place: Point, _ state: State, _ signal: Theme.Signal, on painter: Painter
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
