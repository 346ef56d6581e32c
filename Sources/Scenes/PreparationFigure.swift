import Attempts
import BackAtlas
import Drawing
import Geometry
import Scenarios

/// The patient on the table, plain enough to be a picture on a card.
struct PreparationFigure {
  let painter: Painter
  let back: Back

  private var theme: Theme { painter.theme }

  /// The picture on a card of one choice.
  func drawPicture(of choice: PreparationChoice, in area: Rectangle) {
    switch choice {
    case .position(.prone):
      drawProne(in: area, scale: area.height / 1150, arms: .alongBody, hasCushion: false)
    case .position(.sideLying): drawSide(in: area, scale: area.width / 1250, hasCushion: false)
    case .arms(let arms):
      drawProne(in: area, scale: area.height / 760, arms: arms, hasCushion: false)
    case .cushion(let cushion):
      drawBelly(in: area, hasCushion: cushion == .under)
    case .before, .product: break
    }
  }

  /// The whole table with what was chosen so far.
  func drawTable(_ screen: PreparationScreen, in area: Rectangle) {
    let scale = min(area.width / 700, area.height / 1060)
    let top = area.y + 8
    if screen.position != .sideLying { drawTable(in: area, scale: scale, top: top) }
    switch screen.position {
    case .prone:
      drawProne(
        in: area, scale: scale, arms: screen.arms, hasCushion: screen.cushion == .under,
        isDraped: screen.before.contains(.drape), isDetailed: true, top: top + 20 * scale)
    case .sideLying:
      drawSide(
        in: area, scale: area.width / 1200, hasCushion: screen.cushion == .under,
        isDraped: screen.before.contains(.drape))
    case nil:
      let plate = plate(in: area, scale: scale, top: top + 20 * scale)
      painter.canvas.stroke(
        plate.path(Artwork.silhouette), StrokeStyle(width: 1.25, dash: [4, 4]), theme.sepiaPale)
      painter.canvas.stroke(
        plate.path(head), StrokeStyle(width: 1.25, dash: [4, 4]), theme.sepiaPale)
    }
  }

  private func drawTable(in area: Rectangle, scale: Double, top: Double) {
    let half = 330 * scale
    let table = Path.roundedRectangle(
      Rectangle(
        x: area.centre.x - half, y: top + 190 * scale, width: 2 * half,
        height: area.height + 40), radius: 40 * scale)
    painter.canvas.fill(table, theme.table)
    painter.canvas.stroke(table, StrokeStyle(width: 1), theme.sepiaPale)
    let rest = Path.roundedRectangle(
      Rectangle(
        x: area.centre.x - 116 * scale, y: top, width: 232 * scale, height: 200 * scale),
      radius: 60 * scale)
    painter.canvas.fill(rest, theme.table)
    painter.canvas.stroke(rest, StrokeStyle(width: 1), theme.sepiaPale)
  }

  private func plate(in area: Rectangle, scale: Double, top: Double) -> Plate {
    Plate(
      view: PlateView(
        .wholeBack, area: area, scale: scale,
        origin: Point(area.centre.x, top - PlateView.headTop(back) * scale)),
      back: back, theme: theme, hasCushion: false)
  }

  // MARK: Prone

  private func drawProne(
    in area: Rectangle, scale: Double, arms: Arms?, hasCushion: Bool, isDraped: Bool = true,
    isDetailed: Bool = false, top: Double? = nil
  ) {
    let canvas = painter.canvas
    let plate = plate(in: area, scale: scale, top: top ?? area.y + 8)
    let skin = theme.isDark ? theme.skin : theme.skinEdge
    if hasCushion { plate.drawCushion(on: canvas) }
    switch arms {
    case .alongBody where isDetailed: plate.drawBody(on: canvas)
    case .alongBody:
      shape(plate, Artwork.silhouette, fill: skin)
      drawHead(plate)
    case .underHead:
      drawRaisedArms(plate, skin)
      shape(plate, trunk, fill: .paint(plate, isDetailed, skin))
      if isDetailed { drawLines(plate) }
      drawHead(plate)
    case nil:
      canvas.stroke(
        plate.path(Artwork.silhouette), StrokeStyle(width: 1.25, dash: [4, 4]), theme.sepiaFine)
      shape(plate, trunk, fill: .paint(plate, isDetailed, skin))
      if isDetailed { drawLines(plate) }
      drawHead(plate)
    }
    if !isDetailed { drawSpine(plate) }
    if isDraped { plate.drawTowel(on: canvas) }
  }

  /// What is under the skin, without the arms.
  private func drawLines(_ plate: Plate) {
    for line in Artwork.lines {
      switch line.kind {
      case .spineHatching, .rib, .bone, .iliacCrest, .dimple, .foramen, .cleft, .thoracicProcess,
        .thoracicSpine, .lumbarProcess, .lumbarSpine, .neckMark:
        let path = plate.path(line.curve)
        if line.kind == .thoracicSpine || line.kind == .lumbarSpine {
          painter.canvas.fill(path, theme.skin)
        }
        if let (style, colour) = plate.stroke(of: line.kind) {
          painter.canvas.stroke(path, style, colour)
        }
      default: break
      }
    }
  }

  private func shape(_ plate: Plate, _ curve: Curve, fill: Colour) {
    shape(plate, curve, fill: .colour(fill))
  }

  private func shape(_ plate: Plate, _ curve: Curve, fill: Paint) {
    let path = plate.path(curve)
    painter.canvas.fill(path, fill)
    painter.canvas.stroke(path, StrokeStyle(width: 1.4, cap: .round, join: .round), theme.sepia)
  }

  private var head: Curve {
    let right = Curve([
      0, -214, 44, -214, 75, -186, 76, -144, 77, -122, 73, -106, 67, -94, 60, -80, 56, -74, 55, -62,
    ])
    var whole = right.joined(with: right.mirrored.reversed)
    whole.isClosed = true
    return whole
  }

  private func drawHead(_ plate: Plate) {
    for line in Artwork.lines {
      switch line.kind {
      case .ear: shape(plate, line.curve, fill: theme.skinEdge)
      case .hair: shape(plate, line.curve, fill: theme.hair)
      case .headContour:
        painter.canvas.stroke(
          plate.path(line.curve), StrokeStyle(width: 1.4, cap: .round), theme.sepia)
      default: break
      }
    }
  }

  private func drawSpine(_ plate: Plate) {
    painter.canvas.stroke(
      .polyline(
        [
          plate.view.layout(Point(0, 10)),
          plate.view.layout(Point(0, Double(back.level(.s2)) - 20)),
        ], closed: false), StrokeStyle(width: 1.2, dash: [2, 4], cap: .round), theme.sepiaFine)
  }

  private var trunk: Curve { PlateSideLying.trunk }

  /// Arms bent upward, the hands under the forehead: thick lines with a contour.
  private func drawRaisedArms(_ plate: Plate, _ skin: Colour) {
    let canvas = painter.canvas
    let scale = plate.view.scale
    for side in [1.0, -1] {
      func place(_ x: Double, _ y: Double) -> Point {
        plate.view.layout(back.place(ofArtwork: Point(x * side, y)))
      }
      var arm = Path()
      arm.move(to: place(188, 92))
      arm.curve(place(236, 40), place(276, -20), to: place(270, -60))
      arm.curve(place(262, -112), place(150, -150), to: place(70, -176))
      for (width, colour) in [(76 * scale + 2.8, theme.sepia), (76 * scale, skin)] {
        canvas.stroke(arm, StrokeStyle(width: width, cap: .round, join: .round), colour)
      }
    }
  }

  // MARK: On the side

  /// Seen from behind, lying on the side, head to the left, a pillow under it.
  private func drawSide(
    in area: Rectangle, scale: Double, hasCushion: Bool, isDraped: Bool = true
  ) {
    let canvas = painter.canvas
    let middle = area.centre
    let half = 190 * scale
    let ground = middle.y + half
    func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rectangle {
      Rectangle(
        x: middle.x + x * scale, y: ground + y * scale, width: width * scale,
        height: height * scale)
    }
    painter.fill(box(-640, 0, 1280, 60), radius: 8 * scale, theme.cushion)
    painter.stroke(box(-640, 0, 1280, 60), radius: 8 * scale, theme.sepiaFine)
    painter.fill(box(-580, -120, 210, 120), radius: 50 * scale, theme.cloth)
    painter.stroke(box(-580, -120, 210, 120), radius: 50 * scale, theme.sepiaFine)
    if hasCushion {
      painter.fill(box(-90, -64, 190, 64), radius: 28 * scale, theme.cushion)
      painter.stroke(box(-90, -64, 190, 64), radius: 28 * scale, theme.sepiaFine)
    }
    canvas.save()
    canvas.translate(middle.x, middle.y)
    canvas.rotate(-Double.pi / 2)
    let here = Rectangle(x: -half * 2, y: -600 * scale, width: half * 4, height: 1200 * scale)
    let plate = plate(in: here, scale: scale, top: -545 * scale)
    let skin = theme.isDark ? theme.skin : theme.skinEdge
    shape(plate, trunk, fill: skin)
    drawHead(plate)
    drawSpine(plate)
    if isDraped {
      canvas.clip(.rectangle(here))
      plate.drawTowel(on: canvas)
    }
    canvas.restore()
  }

  // MARK: From the side

  /// A belly-down body from the side, with or without a cushion under the belly.
  private func drawBelly(in area: Rectangle, hasCushion: Bool) {
    let canvas = painter.canvas
    let scale = area.width / 100
    let ground = area.y + area.height * 0.74
    func place(_ x: Double, _ y: Double) -> Point { Point(area.x + x * scale, ground + y * scale) }
    painter.fill(
      Rectangle(x: area.x + 3 * scale, y: ground, width: 94 * scale, height: 7 * scale),
      radius: 2, theme.cushion)
    painter.stroke(
      Rectangle(x: area.x + 3 * scale, y: ground, width: 94 * scale, height: 7 * scale),
      radius: 2, theme.sepiaFine)
    let lift = hasCushion ? 5.0 : 0
    if hasCushion {
      let cushion = Path.roundedRectangle(
        Rectangle(
          x: place(38, 0).x, y: ground - 8 * scale, width: 22 * scale, height: 8 * scale),
        radius: 4 * scale)
      canvas.fill(cushion, theme.tealTint)
      canvas.stroke(cushion, StrokeStyle(width: 1.4), theme.teal)
    }
    var body = Path()
    body.move(to: place(20, -2))
    body.curve(place(20, -10), place(26, -15), to: place(33, -15 - lift * 0.6))
    body.curve(place(42, -15 - lift), place(48, -13 - lift), to: place(54, -15 - lift))
    body.curve(place(60, -19 - lift * 0.6), place(66, -17), to: place(72, -12))
    body.curve(place(80, -9), place(88, -7), to: place(95, -5))
    body.line(to: place(95, 0))
    body.line(to: place(66, 0))
    body.curve(place(60, 0 - lift), place(54, -1 - lift * 1.4), to: place(48, -1 - lift * 1.4))
    body.curve(place(40, -1 - lift * 1.4), place(34, 0), to: place(28, 0))
    body.line(to: place(20, -2))
    body.close()
    canvas.fill(body, theme.isDark ? theme.skin : theme.skinEdge)
    canvas.stroke(body, StrokeStyle(width: 1.4, join: .round), theme.sepia)
    let head = Path.ellipse(centre: place(13, -6.5), radiusX: 7 * scale, radiusY: 6 * scale)
    canvas.fill(head, theme.hair)
    canvas.stroke(head, StrokeStyle(width: 1.4), theme.sepia)
  }
}

extension Paint {
  /// The shaded skin of a large figure, or one colour for a small one.
  fileprivate static func paint(_ plate: Plate, _ isDetailed: Bool, _ plain: Colour) -> Paint {
    isDetailed ? plate.skin : .colour(plain)
  }
}
