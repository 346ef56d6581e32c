import BackAtlas
import Drawing
import Geometry

/// The flanks of the patient, which widen a little with every breath. Only the contour moves: what
/// is judged stays where it is.
struct PlateBreathing {
  /// How far the contour moves at most, in px.
  static let reach = 1.5
  /// Pieces of the body's contour from the armpit to the hip.
  static let flank = 26..<31

  /// Shares of the reach by the artwork's y: most at the lower ribs.
  private static let shares: [(Double, Double)] = [
    (180, 0), (230, 0.4), (290, 0.9), (340, 1), (400, 0.9), (470, 0.5), (540, 0.15), (600, 0),
  ]

  private struct Place {
    /// In layout units, at rest.
    var rest: Point
    /// Where it moves with a full breath.
    var way: Point
  }

  private let sides: [[Place]]
  private let skin: Paint
  private let style: StrokeStyle
  private let colour: Colour

  init?(_ plate: Plate) {
    guard let (style, colour) = plate.stroke(of: .bodyContour) else { return nil }
    (self.style, self.colour) = (style, colour)
    skin = plate.skin
    sides = Artwork.lines.filter { $0.kind == .bodyContour }.map { line in
      PlateBreathing.flank(of: line.curve).points(stepsPerPiece: 14).map { point in
        let share = PlateBreathing.interpolated(PlateBreathing.shares, point.y)
        let sign = point.x < 0 ? -1.0 : 1.0
        return Place(
          rest: plate.view.layout(plate.back.place(ofArtwork: point)),
          way: Point(sign * share * PlateBreathing.reach, 0))
      }
    }
  }

  /// The part of the body's contour that moves.
  static func flank(of contour: Curve) -> Curve {
    var part = contour
    part.start = contour.pieces[flank.lowerBound - 1].end
    part.pieces = Array(contour.pieces[flank])
    return part
  }

  /// The parts that do not.
  static func rest(of contour: Curve) -> [Curve] {
    var above = contour
    above.pieces = Array(contour.pieces[..<flank.lowerBound])
    var below = contour
    below.start = contour.pieces[flank.upperBound - 1].end
    below.pieces = Array(contour.pieces[flank.upperBound...])
    return [above, below]
  }

  private static func interpolated(_ table: [(Double, Double)], _ place: Double) -> Double {
    for (a, b) in zip(table, table.dropFirst()) where place <= b.0 {
      return place <= a.0 ? a.1 : a.1 + (b.1 - a.1) * (place - a.0) / (b.0 - a.0)
    }
    return 0
  }

  /// - Parameter rise: 0, breathed out, to 1.
  func draw(rise: Double, on canvas: Canvas) {
    for side in sides {
      let moved = side.map { $0.rest + $0.way * rise }
      if rise > 0.01 {
        // Skin between the resting edge and the moved one.
        let strip = moved + side.reversed().map { $0.rest - $0.way * 0.5 }
        canvas.fill(.polyline(strip, closed: true), skin)
      }
      canvas.stroke(.polyline(moved), style, colour)
    }
  }
}
