public import Geometry

/// The drawn back as data, in the artwork's own millimetres: origin at the spine of C7, x toward the
/// patient's right, y toward the feet. ``Back/place(ofArtwork:)`` moves it onto a patient's levels.
public enum Artwork {
  /// What a line shows; the scene decides how each kind is drawn.
  public enum Kind: CaseIterable, Sendable {
    case ear, head, body, hair, hairStrand, headContour, hatching, spineHatching, foldHatching, rib
    case muscle, bone, iliacCrest, dimple, foramen, finger, cleft, thoracicProcess, thoracicSpine
    case lumbarProcess, lumbarSpine, neckMark, bodyContour
  }

  public struct Line: Hashable, Sendable {
    public var kind: Kind
    public var curve: Curve
  }

  /// Levels of the spines in the artwork, in the order of ``Landmark``.
  public static let levels: [Double] = [
    0, 24, 47.6, 71.8, 96.7, 122.2, 148.3, 175.1, 202.4, 230.4, 259.1, 288.3, 318.2, 355, 392, 429,
    466, 502, 556,
  ]

  /// Tip of the tail bone.
  public static let coccyx = 654.0
  /// Where labels point to: on the right half.
  public static let scapulaMiddle = Point(118, 120)
  public static let iliacCrestSide = Point(158, 498)
  public static let sacrumMiddle = Point(20, 598)

  /// The whole body without the head, closed between the thighs.
  public static let silhouette: Curve = {
    let right = Curve(silhouetteNumbers)
    let crotch = Curve([
      26, 876, 20, 830, 12, 780, 6, 748, 4, 742, -4, 742, -6, 748, -12, 780, -20, 830, -26, 876,
    ])
    var whole = right.joined(with: crotch).joined(with: right.mirrored.reversed)
    whole.isClosed = true
    return whole
  }()

  /// All lines in the order of drawing.
  public static let lines: [Line] = {
    var lines: [Line] = []
    func add(_ kind: Kind, _ curves: [Curve]) {
      lines += curves.map { Line(kind: kind, curve: $0) }
    }
    func addBoth(_ kind: Kind, _ numbers: [[Double]]) {
      for curve in numbers.map({ Curve($0) }) { add(kind, [curve, curve.mirrored]) }
    }
    let head = Curve(headNumbers)
    addBoth(.ear, earNumbers)
    add(.head, [closed(head.joined(with: Curve([55, -62, 40, -52, -40, -52, -55, -62])), head)])
    add(.body, [silhouette])
    add(.hair, [hair])
    add(.hairStrand, hairStrands)
    add(.headContour, [head, head.mirrored])
    add(.hatching, hatching)
    add(.spineHatching, spineHatching)
    add(.foldHatching, foldHatching)
    addBoth(.rib, ribNumbers)
    addBoth(.muscle, muscleNumbers)
    addBoth(.bone, boneNumbers)
    addBoth(.iliacCrest, crestNumbers)
    for x in [45.0, -45] {
      add(.dimple, [Curve(ellipseAround: Point(x, 556), radiusX: 3.4, radiusY: 3.4)])
    }
    for (x, y) in [(23.0, 545.0), (19, 566), (15, 586), (11, 604)] {
      for side in [x, -x] {
        add(.foramen, [Curve(ellipseAround: Point(side, y), radiusX: 2.6, radiusY: 3.2)])
      }
    }
    addBoth(.finger, fingerNumbers)
    add(.cleft, [Curve([0, 652, 1, 676, 1, 700, 0, 742])])
    for (index, level) in levels.dropLast().enumerated() { lines += vertebra(index, level) }
    for y in [-24.0, -44] {
      add(.neckMark, [Curve([-4, y, -1.3, y - 4.7, 1.3, y - 4.7, 4, y])])
    }
    add(.bodyContour, [Curve(silhouetteNumbers), Curve(silhouetteNumbers).mirrored])
    return lines
  }()

  private static func closed(_ curve: Curve, _ head: Curve) -> Curve {
    var whole = curve.joined(with: head.mirrored.reversed)
    whole.isClosed = true
    return whole
  }

  private static let hair: Curve = {
    // The head's outline down to the ears, then along the nape.
    var side = Curve(headNumbers)
    side.pieces.removeLast()
    let nape = Curve(hairlineNumbers)
    let right = side.joined(with: nape)
    var whole = right.joined(with: right.mirrored.reversed)
    whole.isClosed = true
    return whole
  }()

  /// Combed from the crown to the nape, and over the crown.
  private static let hairStrands: [Curve] = {
    var strands: [Curve] = []
    for step in -10...10 {
      let share = Double(step) / 10
      let (spread, drop) = (abs(share), abs(share))
      let top = 6 + 12 * share
      let y = -185 + 9 * spread * spread
      strands.append(
        Curve([
          top, y, 52 * share, -170, 72 * share, -132, 54 * share, -87 - 14 * drop,
        ]))
    }
    for step in -5...5 {
      let share = Double(step) / 5
      let rise = (1 - abs(share)) * 26
      strands.append(
        Curve([
          6 + 10 * share, -184, 34 * share, -194, 52 * share, -180 - rise * 0.7, 60 * share,
          -166 - rise,
        ]))
    }
    return strands
  }()

  /// The spine of a vertebra and its transverse processes; `index` counts from C7.
  private static func vertebra(_ index: Int, _ y: Double) -> [Line] {
    var lines: [Line] = []
    func both(_ kind: Kind, _ numbers: [Double]) {
      lines.append(Line(kind: kind, curve: Curve(numbers)))
      lines.append(Line(kind: kind, curve: Curve(numbers).mirrored))
    }
    if index < 13 {
      let width = index == 0 ? 6.5 : 4.2
      let reach = index == 0 ? 24.0 : 20
      let middle = index == 0 ? 18.0 : 14
      both(
        .thoracicProcess,
        [width, y - 4, 10, y - 8, middle, y - 9, reach, y - 6])
      let foot = width * 0.7
      lines.append(
        Line(
          kind: .thoracicSpine,
          curve: Curve(
            [
              0, y - 9, width, y - 9, width, y - 2, foot, y + 4, foot * 2 / 3, y + 6, foot / 3,
              y + 8, 0, y + 10, -foot / 3, y + 8, -foot * 2 / 3, y + 6, -foot, y + 4, -width, y - 2,
              -width, y - 9, 0, y - 9,
            ], isClosed: true)))
    } else {
      // L3 has the longest processes.
      let tip = [32.0, 36, 40, 37, 34][min(index - 13, 4)]
      both(
        .lumbarProcess,
        [
          6, y - 7, 14, y - 11, tip - 8, y - 13, tip, y - 10, tip + 2, y - 7, tip - 2, y - 5,
          tip - 6, y - 4, 22, y - 1, 12, y + 1, 7, y + 3,
        ])
      lines.append(
        Line(
          kind: .lumbarSpine,
          curve: Curve(
            [
              0, y - 12, 4.5, y - 12, 5.6, y - 6, 5.6, y, 5.6, y + 7, 3.6, y + 12, 0, y + 12, -3.6,
              y + 12, -5.6, y + 7, -5.6, y, -5.6, y - 6, -4.5, y - 12, 0, y - 12,
            ], isClosed: true)))
    }
    return lines
  }
}
