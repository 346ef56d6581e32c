import BackAtlas
import Catalogue
import Drawing
import Geometry

/// What is written beside the back.
struct PlateLabels {
  let view: PlateView
  let back: Back
  /// Labels with leaders; dropped first where there is little room.
  var showsNames = true
  /// The bracket of levels beside the whole back; dropped with the names.
  var showsLevels = true
  /// Dropped second.
  var showsLegend = true
  /// Whether something of the patient or of the couch lies under the legend.
  var isCrowded = false
  /// Whether the legend tells of areas in spasm: not where none is drawn.
  var showsSpasm = true
  /// Whether the legend tells of warmth.
  var showsWarmth = false

  func draw(on painter: Painter) {
    switch view.kind {
    case .wholeBack:
      if showsLevels { levels(on: painter) }
      if showsNames { names(on: painter) }
    case .lowerBack, .lifeSize:
      ruler(on: painter)
    }
    for area in lowerBoxes(on: painter) { box(painter, area, radius: PlateLabels.lowerRadius) }
    sides(on: painter)
    scaleBar(on: painter)
    if showsLegend { legend(on: painter) }
  }

  private func height(_ landmark: Landmark) -> Double {
    view.layout(Point(0, Double(back.level(landmark)))).y
  }

  /// Whole back: a bracket from C7 to the sacrum with dotted lines to the spine.
  private func levels(on painter: Painter) {
    let theme = painter.theme
    let x = 96 + (view.area.width - 768) / 2
    let entries: [(Landmark, String, Bool)] = [
      (.c7, "C7", true), (.t12, "T12", true), (.l1, "L1", false), (.l2, "L2", false),
      (.l3, "L3", false), (.l4, "L4", true), (.l5, "L5", false),
      (.s2, PlateWords.sacrum, false),
    ]
    painter.line(x, height(.c7), x, height(.s2), theme.sepiaFine)
    for (landmark, name, isMain) in entries {
      let y = height(landmark)
      let isLong = isMain || landmark == .s2
      painter.line(x, y, x + (isLong ? 10 : 6), y, theme.sepiaFine)
      painter.text(
        name, x: x - 10, y: y + 4.3,
        TextForm(
          TypeSize.label, isMain ? .semibold : .regular, theme.sepia, alignment: .trailing))
    }
    for (landmark, reach) in [(Landmark.c7, -10.0), (.t12, -10), (.l4, -112)] {
      dotted(painter, from: x + 14, to: view.layout(Point(reach, 0)).x, y: height(landmark))
    }
  }

  private func dotted(_ painter: Painter, from: Double, to: Double, y: Double) {
    painter.line(
      from, y, to, y, painter.theme.sepiaFine, dash: [1, 5], cap: .round)
  }

  private func names(on painter: Painter) {
    let entries: [(String, Point, Double)] = [
      (PlateWords.scapula, Artwork.scapulaMiddle, -8.8),
      (PlateWords.iliacCrest, Artwork.iliacCrestSide, 9.5),
      (PlateWords.sacrum, Artwork.sacrumMiddle, 1.5),
    ]
    let x = view.area.width / 2 + 262
    for (name, place, drop) in entries {
      let dot = view.layout(back.place(ofArtwork: place))
      painter.line(x, dot.y + drop, dot.x, dot.y, painter.theme.sepia.opacity(0.85))
      painter.canvas.fill(.circle(centre: dot, radius: 2.2), painter.theme.sepia)
      painter.text(
        name, x: x + 6, y: dot.y + drop + 4,
        TextForm(TypeSize.caption, .medium, painter.theme.sepia))
    }
  }

  /// Lower back: a strip of levels at the left edge.
  private func ruler(on painter: Painter) {
    let theme = painter.theme
    painter.fill(Rectangle(x: 0, y: 0, width: 52, height: view.area.height), theme.surface)
    painter.line(52.5, 0, 52.5, view.area.height, theme.line)
    let tail = view.layout(back.place(ofArtwork: Point(0, Artwork.coccyx))).y
    let entries =
      (Landmark.allCases.map { ($0.rawValue, height($0)) } + [(PlateWords.coccyx, tail)])
      .filter { $0.1 > 12 && $0.1 < view.area.height - 12 }
    let main: Set = ["T12", "L4", "C7"]
    let forms = entries.map { name, _ in
      TextForm(
        TypeSize.label, main.contains(name) ? .semibold : .regular, theme.sepia,
        alignment: .trailing)
    }
    // Where the back is small for its texts, names make room: those that orient stay.
    var named: [Int] = []
    for isMain in [true, false] {
      for (index, (name, y)) in entries.enumerated() where main.contains(name) == isMain {
        let room = painter.measure(name, forms[index]).height
        if named.allSatisfy({ abs(entries[$0].1 - y) >= room }) { named.append(index) }
      }
    }
    for (index, (name, y)) in entries.enumerated() {
      painter.line(45, y, 52, y, theme.sepiaFine)
      if named.contains(index) { painter.text(name, x: 40, y: y + 4.3, forms[index]) }
    }
    for landmark in [Landmark.t12, .l4] {
      dotted(painter, from: 58, to: view.layout(Point(-108, 0)).x, y: height(landmark))
    }
  }

  /// Left edge of the boxes at the bottom, clear of the ruler.
  private var boxLeft: Double { view.isClose ? 64.5 : 12.5 }

  /// Whether words and scale at the plate's lower edge stand on cards: without margins the arms
  /// and hands lie under them.
  private var isBoxed: Bool { view.isClose || !showsLevels }

  /// The cards at the plate's lower edge.
  func lowerBoxes(on painter: Painter) -> [Rectangle] {
    guard isBoxed else { return [] }
    let form = TextForm(TypeSize.label, .medium, painter.theme.inkSecondary)
    let left = painter.measure(PlateWords.left, form).width
    let right = painter.measure(PlateWords.right, form).width
    let bottom = view.area.maxY
    return [
      Rectangle(x: boxLeft, y: bottom - 39.5, width: left + 23, height: 27),
      Rectangle(
        x: view.area.maxX - 8.5 - right - 23, y: bottom - 39.5, width: right + 23, height: 27),
      Rectangle(
        x: boxLeft, y: bottom - 83.5, width: scaleLength * view.scale + 23, height: 35),
    ]
  }

  static let lowerRadius = 8.0

  private func sides(on painter: Painter) {
    var form = TextForm(TypeSize.label, .medium, painter.theme.inkSecondary)
    let bottom = view.area.maxY - (isBoxed ? 21.5 : 16)
    painter.text(PlateWords.left, x: isBoxed ? boxLeft + 11.5 : 24, y: bottom, form)
    form.alignment = .trailing
    painter.text(
      PlateWords.right, x: view.area.maxX - (isBoxed ? 20 : 24), y: bottom, form)
  }

  /// mm that the scale shows.
  private var scaleLength: Double { view.isClose ? 50 : 100 }

  private func scaleBar(on painter: Painter) {
    let theme = painter.theme
    let width = scaleLength * view.scale
    let bottom = view.area.maxY
    let x = isBoxed ? boxLeft + 11.5 : 24
    let y = isBoxed ? bottom - 58 : bottom - 42
    painter.canvas.stroke(
      .polyline([Point(x, y - 6), Point(x, y), Point(x + width, y), Point(x + width, y - 6)]),
      StrokeStyle(width: 1.25), theme.inkSecondary)
    painter.text(
      PlateWords.millimetres(Int(scaleLength)), x: x + width / 2, y: y - (isBoxed ? 9 : 10),
      TextForm(TypeSize.label, .regular, theme.inkSecondary, alignment: .centre))
  }

  private func box(_ painter: Painter, _ area: Rectangle, radius: Double) {
    painter.fill(area, radius: radius, painter.theme.surface)
    painter.stroke(area, radius: radius, painter.theme.line)
  }

  /// The card of the legend where the back runs under it.
  var legendBox: Rectangle? {
    guard showsLegend, view.isClose || isCrowded else { return nil }
    return Rectangle(
      x: view.area.maxX - 259.5, y: 8.5, width: 251, height: 91 + 24 * Double(legendRows - 3))
  }

  private var legendRows: Int { 3 + (showsSpasm ? 1 : 0) + (showsWarmth ? 1 : 0) }

  private func legend(on painter: Painter) {
    let theme = painter.theme
    let x = view.area.maxX - 240
    if let legendBox { box(painter, legendBox, radius: 14) }
    let entries: [(TrailQualityMark, String)] = [
      (.inBand, PlateWords.inBand), (.high, PlateWords.high), (.low, PlateWords.low),
    ]
    for (index, (mark, name)) in entries.enumerated() {
      let y = 28 + 24 * Double(index)
      let wave = Path.polyline(
        (0...16).map {
          Point(x + 2 * Double($0), y - 1.6 * Ellipse.sine($0 * 4))
        })
      mark.draw(wave, on: painter.canvas, theme: theme, isCurrent: true)
      painter.text(
        name, x: x + 40, y: y + 4.3, TextForm(TypeSize.caption, .regular, theme.inkSecondary))
    }
    var y = 100.0
    if showsSpasm {
      legendOfSpasm(x: x, y: y, on: painter)
      y += 24
    }
    if showsWarmth { legendOfWarmth(x: x, y: y, on: painter) }
  }

  private func legendOfSpasm(x: Double, y: Double, on painter: Painter) {
    let theme = painter.theme
    let ring = Path.roundedRectangle(Rectangle(x: x, y: y - 8, width: 32, height: 16), radius: 8)
    painter.canvas.fill(ring, theme.spasm.mark.opacity(0.14))
    painter.canvas.stroke(ring, StrokeStyle(width: 1.25, dash: [4, 3]), theme.spasm.edge)
    let area = Path.roundedRectangle(
      Rectangle(x: x + 5, y: y - 4.5, width: 22, height: 9), radius: 4.5)
    painter.canvas.hatch(area, angle: 135, spacing: 5, width: 1.75, theme.spasm.edge)
    painter.canvas.stroke(area, StrokeStyle(width: 1.25), theme.spasm.edge)
    painter.text(
      PlateWords.spasm, x: x + 40, y: y + 4.3,
      TextForm(TypeSize.caption, .regular, theme.inkSecondary))
  }

  private func legendOfWarmth(x: Double, y: Double, on painter: Painter) {
    for (place, radius) in [(3.0, 0.9), (9, 1.4), (15.5, 1.9), (22.5, 2.4), (30, 2.8)] {
      painter.canvas.fill(
        .circle(centre: Point(x + place, y), radius: radius), painter.theme.warmth.opacity(0.7))
    }
    painter.text(
      PracticeTexts.warmth, x: x + 40, y: y + 4.3,
      TextForm(TypeSize.caption, .regular, painter.theme.inkSecondary))
  }
}

/// Words on the plate.
enum PlateWords {
  static var sacrum: String { Texts["plate.sacrum"] }
  static var scapula: String { Texts["plate.scapula"] }
  static var iliacCrest: String { Texts["plate.iliacCrest"] }
  static var coccyx: String { Texts["plate.coccyx"] }
  static var left: String { Texts["plate.left"] }
  static var right: String { Texts["plate.right"] }
  static var inBand: String { Texts["plate.inBand"] }
  static var high: String { Texts["plate.high"] }
  static var low: String { Texts["plate.low"] }
  static var spasm: String { Texts["plate.spasm"] }
  static func millimetres(_ count: Int) -> String {
    Texts["number.millimetres", ["value": String(count)]]
  }
}
