import BackAtlas
import Drawing
import Geometry
import Scenarios

/// The back plate: paper, table and the engraved back. Everything here is the same from frame to
/// frame and is kept as a layer by its owner.
struct Plate {
  let view: PlateView
  let back: Back
  let theme: Theme
  let hasCushion: Bool
  /// The side that a side-lying patient lies on, -1 the left or 1 the right; nil: prone.
  var sideDown: Double?
  /// Whether the flanks' contour is left out, since ``PlateBreathing`` draws it.
  var isBreathing = false

  /// A curve of the artwork as a path in layout units.
  func path(_ curve: Curve) -> Path {
    var path = Path()
    func place(_ p: Point) -> Point { view.layout(back.place(ofArtwork: p)) }
    path.move(to: place(curve.start))
    for piece in curve.pieces {
      path.curve(place(piece.first), place(piece.second), to: place(piece.end))
    }
    if curve.isClosed { path.close() }
    return path
  }

  /// Numbers of the table's drawing: in its own mm, which do not follow the patient's size.
  private func tablePath(_ numbers: [Double], isClosed: Bool = false) -> Path {
    Path(Curve(numbers, isClosed: isClosed)).transformed {
      Point(view.origin.x + $0.x * view.kindScale, view.origin.y + $0.y * view.kindScale)
    }
  }

  func draw(on canvas: Canvas) {
    canvas.saved {
      canvas.clip(.rectangle(view.area))
      canvas.fill(
        .rectangle(view.area),
        .radial(
          centre: Point(view.area.width / 2, 400), radius: 560,
          stops: [(0, theme.plateInner), (1, theme.plateOuter)]))
      if sideDown == nil { drawTable(on: canvas) }
      drawPatient(on: canvas)
    }
  }

  /// The patient with pillow, cushion and cloth, without the ground.
  func drawPatient(on canvas: Canvas) {
    guard let sideDown else {
      if hasCushion { drawCushion(on: canvas) }
      drawBody(on: canvas)
      drawTowel(on: canvas)
      return
    }
    let side = PlateSideLying(plate: self, down: sideDown)
    side.drawTable(on: canvas)
    side.drawPillow(on: canvas)
    if hasCushion { side.drawCushion(on: canvas) }
    side.drawArm(on: canvas)
    drawBody(on: canvas)
    side.drawContour(isBreathing: isBreathing, on: canvas)
    side.drawTowel(on: canvas)
  }

  func drawTable(on canvas: Canvas) {
    let outer = StrokeStyle(width: 1)
    let seam = StrokeStyle(width: 0.75, dash: [3, 3])
    var top = tablePath([
      -344, 6, -344, -18, -328, -34, -304, -34, -101, -34, 101, -34, 304, -34, 328, -34, 344, -18,
      344, 6,
    ])
    top.line(to: Point(view.origin.x + 344 * view.kindScale, view.area.maxY + 20))
    top.line(to: Point(view.origin.x - 344 * view.kindScale, view.area.maxY + 20))
    top.close()
    canvas.fill(top, theme.table)
    canvas.stroke(top, outer, theme.sepiaPale)
    var inner = Path()
    inner.move(to: Point(view.origin.x - 334 * view.kindScale, view.area.maxY + 20))
    let corner = tablePath([
      -334, 8, -334, -12, -322, -24, -302, -24, -101, -24, 101, -24, 302, -24, 322, -24, 334, -12,
      334, 8,
    ])
    for element in corner.elements {
      switch element {
      case .move(let p), .line(let p): inner.line(to: p)
      case .curve(let a, let b, let p): inner.curve(a, b, to: p)
      case .close: break
      }
    }
    inner.line(to: Point(view.origin.x + 334 * view.kindScale, view.area.maxY + 20))
    canvas.stroke(inner, seam, theme.sepiaPale)
    let rest = tablePath(
      [
        -112, -34, -126, -100, -126, -186, -84, -222, -50, -246, 50, -246, 84, -222, 126, -186,
        126, -100, 112, -34,
      ], isClosed: true)
    canvas.fill(rest, theme.table)
    canvas.stroke(rest, outer, theme.sepiaPale)
    canvas.stroke(
      tablePath([
        -88, -34, -100, -96, -102, -168, -66, -198, -38, -218, 38, -218, 66, -198, 102, -168, 100,
        -96, 88, -34,
      ]), seam, theme.sepiaPale)
  }

  /// Its ends, which look out on both sides of the waist.
  func drawCushion(on canvas: Canvas) {
    let edge = StrokeStyle(width: 1, cap: .round, join: .round)
    let seam = StrokeStyle(width: 1, dash: [3, 3], cap: .round, join: .round)
    let side = Curve(
      [
        140, 398, 168, 392, 186, 398, 192, 410, 197, 424, 197, 446, 192, 460, 186, 474, 170, 480,
        144, 476,
      ], isClosed: true)
    let fold = Curve([
      150, 406, 170, 402, 180, 408, 184, 418, 187, 430, 187, 442, 184, 454, 180, 464, 168, 468,
      152, 466,
    ])
    for (end, line) in [(side, fold), (side.mirrored, fold.mirrored)] {
      canvas.fill(path(end), theme.cushion)
      canvas.stroke(path(end), edge, theme.sepiaFine)
      canvas.stroke(path(line), seam, theme.sepiaPale)
    }
  }

  var skin: Paint {
    let (left, right) = (view.layout(Point(-300, 0)), view.layout(Point(300, 0)))
    return .linear(
      from: left, to: right,
      stops: [
        (0, theme.skinEdge), (0.2, theme.skinEdge), (0.5, theme.skin), (0.8, theme.skinEdge),
        (1, theme.skinEdge),
      ])
  }

  func drawBody(on canvas: Canvas) {
    let skin = skin
    for line in Artwork.lines where sideDown == nil || PlateSideLying.shows(line) {
      let isBody = line.kind == .body && sideDown != nil
      let path = path(isBody ? PlateSideLying.trunk : line.curve)
      switch line.kind {
      case .bodyContour where isBreathing:
        if let (style, colour) = stroke(of: line.kind) {
          for part in PlateBreathing.rest(of: line.curve) {
            canvas.stroke(self.path(part), style, colour)
          }
        }
        continue
      case .head, .body: canvas.fill(path, skin)
      case .ear: canvas.fill(path, theme.skinEdge)
      case .hair: canvas.fill(path, theme.hair)
      case .dimple, .thoracicSpine, .lumbarSpine: canvas.fill(path, theme.skin)
      default: break
      }
      if let (style, colour) = stroke(of: line.kind) { canvas.stroke(path, style, colour) }
    }
  }

  /// Weights in px, the same in every zoom.
  func stroke(of kind: Artwork.Kind) -> (StrokeStyle, Colour)? {
    func line(_ width: Double, _ colour: Colour, _ opacity: Double = 1, dash: [Double] = [])
      -> (StrokeStyle, Colour)
    {
      (
        StrokeStyle(width: width, dash: dash, cap: .round, join: .round),
        colour.opacity(opacity)
      )
    }
    return switch kind {
    case .head, .body: nil
    case .ear: line(1.25, theme.sepia)
    case .hair: line(1.1, theme.sepia)
    case .hairStrand: line(0.75, theme.sepiaFine, 0.85)
    case .headContour, .bodyContour: line(1.6, theme.sepia)
    case .hatching: line(0.7, theme.sepiaFine, 0.55)
    case .spineHatching: line(0.6, theme.sepiaFine, 0.45)
    case .foldHatching: line(0.7, theme.sepiaFine, 0.5)
    case .rib: line(0.75, theme.sepiaFine, 0.55, dash: [5, 3.5])
    case .muscle, .thoracicProcess: line(0.8, theme.sepiaFine, 0.8)
    case .bone: line(1, theme.sepia, 0.75)
    case .iliacCrest: line(1.25, theme.sepia, 0.9)
    case .dimple, .thoracicSpine: line(1.1, theme.sepia)
    case .foramen: line(0.9, theme.sepia, 0.8)
    case .finger: line(1, theme.sepia)
    case .cleft: line(1.4, theme.sepia)
    case .lumbarProcess: line(0.9, theme.sepia, 0.75)
    case .lumbarSpine: line(1.2, theme.sepia)
    case .neckMark: line(0.9, theme.sepiaFine)
    }
  }

  func drawTowel(on canvas: Canvas) {
    var cloth = path(
      Curve([
        -204, 742, -206, 722, -196, 712, -180, 712, -120, 716, -60, 722, 0, 719, 60, 716, 124, 712,
        180, 711, 196, 711, 206, 720, 204, 740,
      ]))
    let (left, right) = (
      view.layout(back.place(ofArtwork: Point(-206, 742))).x,
      view.layout(back.place(ofArtwork: Point(206, 742))).x
    )
    cloth.line(to: Point(right, view.area.maxY + 60))
    cloth.line(to: Point(left, view.area.maxY + 60))
    cloth.close()
    canvas.fill(cloth, theme.cloth)
    canvas.stroke(cloth, StrokeStyle(width: 1.25, join: .round), theme.sepiaFine)
    for (y, width, opacity) in [(744.0, 1.0, 1.0), (754, 3, 0.55), (760, 1, 0.8)] {
      canvas.stroke(
        path(
          Curve([
            -204.5, y, -120, y, -60, y + 4, 0, y + 1, 60, y - 2, 124, y - 5, 204.5, y - 1,
          ])), StrokeStyle(width: width), theme.sepiaFine.opacity(opacity))
    }
    for fold in [
      [-150.0, 770, -146, 800, -152, 840, -148, 890], [-60, 770, -50, 800, -38, 830, -36, 890],
      [92, 770, 88, 806, 96, 840, 90, 890],
    ] {
      canvas.stroke(
        path(Curve(fold)), StrokeStyle(width: 1, cap: .round), theme.sepiaPale)
    }
  }
}

extension Path {
  init(_ curve: Curve) {
    self.init()
    move(to: curve.start)
    for piece in curve.pieces { self.curve(piece.first, piece.second, to: piece.end) }
    if curve.isClosed { close() }
  }
}
