import Geometry

/// Engraved shading: short strokes from the contour inward.
extension Artwork {
  private static let step = 5.2

  /// Along flank and thigh, outer and inner arm, both halves.
  static let hatching: [Curve] = {
    let right = Curve(silhouetteNumbers).points(stepsPerPiece: 24)
    func stretch(_ pieces: Range<Int>) -> [Point] {
      Array(right[pieces.lowerBound * 24...pieces.upperBound * 24])
    }
    let outerArm = stretch(3..<8)
    let innerArm = stretch(22..<26)
    let flank = stretch(26..<33)
    var strokes: [Curve] = []
    func shade(
      _ contour: [Point], from: Double, through: Double, inward: Double, drop: Double,
      lengths: [(Double, Double)]
    ) {
      var y = from
      var count = 0
      while y <= through {
        if let edge = crossing(contour, y) {
          for side in [1.0, -1] {
            let length = interpolated(lengths, y) * unevenness(count)
            let start = Point((edge + inward) * side, y)
            strokes.append(
              bow(start, along: inward * length * side, drop: drop))
            count += 1
          }
        }
        y += step
      }
    }
    shade(
      flank, from: 190, through: 757, inward: -1, drop: 5.5,
      lengths: [
        (190, 15.5), (240, 19.5), (290, 24), (325, 25.5), (345, 24.5), (385, 21.5), (425, 19),
        (460, 16.5), (500, 11.5), (540, 9), (590, 6), (620, 5.5), (660, 7.5), (700, 8.5), (757, 15),
      ])
    shade(
      outerArm, from: 110, through: 599, inward: -1, drop: 4.5,
      lengths: [
        (110, 13.5), (160, 12.2), (220, 9.6), (280, 6.4), (330, 5), (370, 5.4), (420, 8), (470, 11),
        (520, 12.8), (599, 13.2),
      ])
    shade(
      innerArm, from: 219, through: 599, inward: 1, drop: 3,
      lengths: [(219, 5), (284, 4), (350, 5.1), (430, 7.5), (475, 8), (540, 6.8), (599, 5)])
    return strokes
  }()

  /// Along both sides of the spine, below the shoulder blades.
  static let spineHatching: [Curve] = {
    var strokes: [Curve] = []
    for index in 0..<54 {
      let y = 236 + Double(index) * step
      let share = (y - 236) / 276
      let length = 5 + 12 * share * (1 - share)
      for side in [1.0, -1] {
        strokes.append(
          Curve(from: Point(11 * side, y), to: Point((11 + length) * side, y + 2.6)))
      }
    }
    return strokes
  }()

  /// Under the sides of the neck and beside the cleft.
  static let foldHatching: [Curve] = {
    let neck: [Double] = [53, 53, 53, 53, 53, 54.4, 55.9, 57.5, 59]
    var strokes: [Curve] = []
    for side in [1.0, -1] {
      for (index, x) in neck.enumerated() {
        strokes.append(
          bow(
            Point(x * side, -58 + 4.4 * Double(index)),
            along: -(14 - 0.6 * Double(index)) * side, drop: 5))
      }
      for index in 0..<14 {
        strokes.append(
          bow(
            Point(2 * side, 660 + 5.6 * Double(index)), along: (6 + 0.5 * Double(index)) * side,
            drop: 4))
      }
    }
    return strokes
  }()

  /// A stroke that begins level and then falls.
  private static func bow(_ start: Point, along dx: Double, drop: Double) -> Curve {
    let bend = Point(start.x + dx / 2, start.y + drop * 0.27)
    let end = Point(start.x + dx, start.y + drop)
    let first = start + (bend - start) * (2.0 / 3)
    let second = end + (bend - end) * (2.0 / 3)
    return Curve([start.x, start.y, first.x, first.y, second.x, second.y, end.x, end.y])
  }

  /// Between 0.87 and 1.13, as by hand but always the same.
  private static func unevenness(_ index: Int) -> Double {
    0.87 + 0.26 * Double((index * 61 + index * index * 17) % 97) / 96
  }

  private static func crossing(_ line: [Point], _ y: Double) -> Double? {
    for (a, b) in zip(line, line.dropFirst()) where (a.y <= y) != (b.y <= y) {
      return a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y)
    }
    return nil
  }

  /// The value of a table at a place, straight between its rows and level beyond them.
  static func interpolated(_ table: [(Double, Double)], _ place: Double) -> Double {
    guard let first = table.first, let last = table.last else { return 0 }
    if place <= first.0 { return first.1 }
    for (a, b) in zip(table, table.dropFirst()) where place <= b.0 {
      return a.1 + (b.1 - a.1) * (place - a.0) / (b.0 - a.0)
    }
    return last.1
  }
}
