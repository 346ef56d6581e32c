import BackAtlas
import Drawing
import Geometry
import Scenarios

/// A patient who lies on the side, seen from behind with the head upward: the back is where it is in
/// the prone position, since it is worked on in the same millimetres; around it are the table under
/// one side, the pillow between it and the head, and the upper arm that reaches forward.
struct PlateSideLying {
  let plate: Plate
  /// The side that lies on the table: -1, the patient's left, or 1.
  let down: Double

  private var view: PlateView { plate.view }
  private var theme: Theme { plate.theme }
  private var up: Double { -down }

  /// The side to lie on: the one with less of what hurts, the left one on a tie.
  static func sideDown(_ scenario: Scenario) -> Double {
    let sum = scenario.spasm.reduce(0.0) { sum, area in
      let corners = area.outline.polygon.corners.map(\.point.x)
      return sum + corners.reduce(0, +) / Double(max(corners.count, 1))
    }
    return sum < 0 ? 1 : -1
  }

  /// The trunk without its arms: shoulders rounded, legs to the edge of the artwork.
  static let trunk: Curve = {
    let right = half
    let crotch = Curve([
      26, 876, 20, 830, 12, 780, 6, 748, 4, 742, -4, 742, -6, 748, -12, 780, -20, 830, -26, 876,
    ])
    var whole = right.joined(with: crotch).joined(with: right.mirrored.reversed)
    whole.isClosed = true
    return whole
  }()

  private static let half = Curve([
    55, -62, 54, -46, 56, -34, 64, -25, 80, -9, 112, 8, 146, 17, 168, 23, 188, 28, 203, 40, 224,
    58, 226, 104, 206, 142, 198, 158, 184, 172, 170, 180, 174, 200, 173, 220, 171, 240, 167, 282,
    158, 324, 155, 364, 153.5, 384, 154, 404, 156, 424, 159, 456, 166, 482, 169, 510, 173, 550,
    176, 588, 175, 626, 174, 680, 168, 742, 160, 800, 156, 826, 152, 852, 148, 876,
  ])
  /// Pieces of `half`: neck to the shoulder's top, shoulder, armpit, flank, hip and thigh.
  private static let shoulder = 3..<4
  private static let flank = 5..<10

  /// The upper arm, seen from behind as far as the elbow, beyond which it is in front of the body.
  private static let arm = Curve([
    170, 24, 214, 30, 246, 62, 250, 112, 253, 156, 246, 206, 230, 240, 220, 260, 200, 270, 184, 262,
    166, 252, 160, 226, 160, 200,
  ])

  private func path(_ curve: Curve, _ side: Double) -> Path {
    plate.path(side < 0 ? curve.mirrored : curve)
  }

  /// Where the table's surface is, in mm of the back: shoulder and hip lie on it.
  private var surface: Double {
    max(
      plate.back.place(ofArtwork: Point(216, 84)).x, plate.back.place(ofArtwork: Point(176, 590)).x)
  }

  /// A rectangle in mm whose x counts from the spine toward the table.
  private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rectangle {
    let left = down < 0 ? -(x + width) : x
    let corner = view.layout(Point(left, y))
    return Rectangle(
      x: corner.x, y: corner.y, width: width * view.scale, height: height * view.scale)
  }

  private var bottom: Double { (view.area.maxY - view.origin.y) / view.scale + 40 }
  private var headTop: Double { PlateView.headTop(plate.back) }

  func drawTable(on canvas: Canvas) {
    let edge = StrokeStyle(width: 1)
    // The padding seen from its long side, and the board under it.
    let top = headTop - 58
    let board = Path.roundedRectangle(
      box(surface + 52, top + 16, 24, bottom - top), radius: 6 * view.scale)
    canvas.fill(board, theme.table)
    canvas.stroke(board, edge, theme.sepiaPale)
    let padding = Path.roundedRectangle(
      box(surface - 2, top, 54, bottom - top), radius: 18 * view.scale)
    canvas.fill(padding, theme.cushion)
    canvas.stroke(padding, edge, theme.sepiaFine)
    let seam = box(surface + 10, top + 14, 30, bottom - top)
    canvas.stroke(
      .roundedRectangle(seam, radius: 10 * view.scale), StrokeStyle(width: 0.75, dash: [3, 3]),
      theme.sepiaPale)
  }

  func drawPillow(on canvas: Canvas) {
    let inner = 34.0
    let (top, height) = (headTop - 26, -headTop - 4)
    let pillow = Path.roundedRectangle(
      box(inner, top, surface - inner, height), radius: 46 * view.scale)
    canvas.fill(pillow, theme.cloth)
    canvas.stroke(pillow, StrokeStyle(width: 1.1), theme.sepiaFine)
    // The dent of the head, and the pillow's hem.
    for (x, share) in [(surface - 26, 0.72), (surface - 44, 0.5)] {
      let line = box(x, top + height * (1 - share) / 2, 0, height * share)
      let bow = 12 * view.scale * down
      var fold = Path()
      fold.move(to: Point(line.x, line.y))
      fold.curve(
        Point(line.x + bow, line.y + line.height * 0.3),
        Point(line.x + bow, line.y + line.height * 0.7), to: Point(line.x, line.maxY))
      canvas.stroke(fold, StrokeStyle(width: 1, cap: .round), theme.sepiaPale)
    }
  }

  /// A roll between the waist and the table.
  func drawCushion(on canvas: Canvas) {
    let waist = plate.back.place(ofArtwork: Point(140, 400))
    let roll = Path.roundedRectangle(
      box(waist.x, waist.y - 52, surface - waist.x, 104), radius: 26 * view.scale)
    canvas.fill(roll, theme.cushion)
    canvas.stroke(roll, StrokeStyle(width: 1), theme.sepiaFine)
  }

  func drawArm(on canvas: Canvas) {
    let arm = path(PlateSideLying.arm, up)
    canvas.fill(arm, plate.skin)
    for step in 0..<24 {
      // Engraved shading along the outer edge.
      let points = PlateSideLying.arm.points(stepsPerPiece: 16)
      let start = points[14 + step * 2]
      let end = Point(start.x - 11 + Double((step * 7) % 4), start.y + 4)
      let line = Curve(from: Point(start.x - 1, start.y), to: end)
      canvas.stroke(
        path(line, up), StrokeStyle(width: 0.7, cap: .round), theme.sepiaFine.opacity(0.55))
    }
    canvas.stroke(arm, StrokeStyle(width: 1.6, cap: .round, join: .round), theme.sepia)
  }

  /// The trunk's contour; the flank is left out where it moves with the breath.
  func drawContour(isBreathing: Bool, on canvas: Canvas) {
    let strong = StrokeStyle(width: 1.6, cap: .round, join: .round)
    for side in [up, down] {
      func stroke(_ range: Range<Int>, _ style: StrokeStyle, _ colour: Colour) {
        var part = PlateSideLying.half
        if range.lowerBound > 0 { part.start = part.pieces[range.lowerBound - 1].end }
        part.pieces = Array(PlateSideLying.half.pieces[range])
        canvas.stroke(path(part, side), style, colour)
      }
      let shoulder = PlateSideLying.shoulder
      let flank = PlateSideLying.flank
      stroke(0..<shoulder.lowerBound, strong, theme.sepia)
      // On the upper side the shoulder goes over into the arm.
      if side == up {
        stroke(
          shoulder, StrokeStyle(width: 0.8, cap: .round), theme.sepiaFine.opacity(0.8))
      } else {
        stroke(shoulder, strong, theme.sepia)
      }
      stroke(shoulder.upperBound..<flank.lowerBound, strong, theme.sepia)
      if !isBreathing { stroke(flank, strong, theme.sepia) }
      stroke(flank.upperBound..<PlateSideLying.half.pieces.count, strong, theme.sepia)
    }
  }

  /// Whether a line of the artwork is there: those of the arms are not.
  static func shows(_ line: Artwork.Line) -> Bool {
    switch line.kind {
    case .bodyContour, .finger: false
    default: abs(line.curve.start.x) <= 183 || line.curve.start.y <= 100
    }
  }

  /// Over hips and legs, which are drawn up: the cloth ends below the thighs.
  func drawTowel(on canvas: Canvas) {
    let reach = surface / max(plate.back.place(ofArtwork: Point(200, 720)).x, 1) * 200
    let hem: [Double] = [
      -reach, 712, -120, 716, -60, 722, 0, 719, 60, 716, 124, 712, 180, 711, 196, 711, 204, 720,
      204, 738,
    ]
    let whole = Curve(
      hem + [
        206, 776, 196, 812, 168, 842, 120, 884, 20, 902, -60, 906, -120, 908, -170, 908,
        -reach, 908, -reach, 840, -reach, 780, -reach, 712,
      ], isClosed: true)
    let cloth = path(whole, up)
    canvas.fill(cloth, theme.cloth)
    canvas.stroke(cloth, StrokeStyle(width: 1.25, join: .round), theme.sepiaFine)
    for (drop, width, opacity) in [(32.0, 1.0, 1.0), (42, 3, 0.55), (48, 1, 0.8)] {
      let band = Curve([
        -reach, 712 + drop, -120, 712 + drop, -60, 716 + drop, 0, 713 + drop, 60, 710 + drop, 124,
        707 + drop, 204, 708 + drop,
      ])
      canvas.saved {
        canvas.clip(cloth)
        canvas.stroke(
          path(band, up), StrokeStyle(width: width), theme.sepiaFine.opacity(opacity))
      }
    }
    // Folds over the thighs, which point away.
    for fold in [
      [150.0, 770, 120, 800, 80, 826, 20, 842], [110, 772, 60, 800, 0, 812, -60, 816],
      [-20, 770, -70, 782, -120, 788, -160, 788],
    ] {
      canvas.stroke(
        path(Curve(fold), up), StrokeStyle(width: 1, cap: .round), theme.sepiaPale)
    }
  }
}
