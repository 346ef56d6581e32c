import Drawing
import Geometry

/// Line icons on a 20 by 20 grid.
public enum Icon: String, CaseIterable, Sendable {
  case sun, moon, chevron, arrowLeft, tickedCircle, tick, cross, play, pause, eye, exam, person
  case triangle, octagon, improve, worsen, retry, minusCircle, filledTriangle, question, plus
  case hands, speech, pen, drape, list, bottle, warmBottle, jar, honey, bareHand
  case sliders, magnifier, curve, export
  case eventBefore, eventAfter, markBefore, markAfter

  /// The lines of the icon, and the shapes that are filled.
  var shapes: (lines: [Path], filled: [Path]) {
    switch self {
    case .sun:
      (
        [Icon.circle(10, 10, 2.8)]
          + [
            (10, 2.4, 10, 4.6), (10, 15.4, 10, 17.6), (2.4, 10, 4.6, 10), (15.4, 10, 17.6, 10),
            (4.6, 4.6, 6.2, 6.2), (13.8, 13.8, 15.4, 15.4), (4.6, 15.4, 6.2, 13.8),
            (13.8, 6.2, 15.4, 4.6),
          ].map { Icon.line([($0.0, $0.1), ($0.2, $0.3)]) }, []
      )
    case .moon: ([Icon.moonPath], [])
    case .chevron: ([Icon.line([(8.2, 4.5), (13.8, 10), (8.2, 15.5)])], [])
    case .arrowLeft: ([Icon.line([(11.8, 4.5), (6.2, 10), (11.8, 15.5)])], [])
    case .tickedCircle:
      ([Icon.circle(10, 10, 7.5), Icon.line([(6.6, 10.2), (9.1, 12.7), (13.6, 7.6)])], [])
    case .tick: ([Icon.line([(4, 10.5), (8.2, 14.7), (16, 6)])], [])
    case .cross:
      ([Icon.line([(5.5, 5.5), (14.5, 14.5)]), Icon.line([(14.5, 5.5), (5.5, 14.5)])], [])
    case .play: ([Icon.line([(6.2, 4), (15.6, 10), (6.2, 16)], closed: true)], [])
    case .pause: ([Icon.line([(7, 4.5), (7, 15.5)]), Icon.line([(13, 4.5), (13, 15.5)])], [])
    case .eye: ([Icon.eyePath, Icon.circle(10, 10, 2.6)], [])
    case .exam:
      (
        [
          Icon.line([(4, 3), (13, 3), (16.2, 6.2), (16.2, 17), (4, 17)], closed: true),
          Icon.line([(7, 8.2), (13, 8.2)]), Icon.line([(7, 11.2), (13, 11.2)]),
          Icon.line([(7, 14.2), (10.5, 14.2)]),
        ], []
      )
    case .person: ([Icon.circle(10, 6.1, 3.1), Icon.shouldersPath], [])
    case .triangle:
      (
        [
          Icon.line([(10, 3.2), (17.6, 16.4), (2.4, 16.4)], closed: true),
          Icon.line([(10, 8.2), (10, 11.6)]),
        ], [Icon.circle(10, 14.05, 1.05)]
      )
    case .octagon:
      (
        [
          Icon.line(
            [
              (6.8, 2.8), (13.2, 2.8), (17.2, 6.8), (17.2, 13.2), (13.2, 17.2), (6.8, 17.2),
              (2.8, 13.2), (2.8, 6.8),
            ], closed: true),
          Icon.line([(7.2, 7.2), (12.8, 12.8)]), Icon.line([(12.8, 7.2), (7.2, 12.8)]),
        ], []
      )
    case .improve:
      (
        [
          Icon.line([(5, 9), (10, 4.5), (15, 9)]), Icon.line([(5, 15), (10, 10.5), (15, 15)]),
        ], []
      )
    case .worsen:
      (
        [
          Icon.line([(5, 4.5), (10, 9), (15, 4.5)]), Icon.line([(5, 10.5), (10, 15), (15, 10.5)]),
        ], []
      )
    case .retry: ([Icon.retryPath, Icon.line([(3.6, 3.4), (5.8, 5.8), (8.6, 4.6)])], [])
    case .minusCircle: ([Icon.circle(10, 10, 7.2), Icon.line([(6.6, 10), (13.4, 10)])], [])
    case .filledTriangle: ([], [Icon.line([(10, 2.6), (18, 16.8), (2, 16.8)], closed: true)])
    case .question:
      (
        [Icon.circle(10, 10, 7.2), Icon.questionPath], [Icon.circle(10, 13.9, 1.05)]
      )
    case .plus: ([Icon.line([(10, 4), (10, 16)]), Icon.line([(4, 10), (16, 10)])], [])
    case .hands: ([Icon.palmPath, Icon.dropPath], [])
    case .speech:
      (
        [
          Icon.bubblePath, Icon.line([(7, 7.6), (13, 7.6)]), Icon.line([(7, 10.4), (11, 10.4)]),
        ], []
      )
    case .pen: ([Icon.penPath, Icon.line([(3.4, 17.2), (16.6, 17.2)])], [])
    case .drape: ([Icon.drapePath, Icon.foldsPath], [])
    case .bottle: ([Icon.bottlePath, Icon.line([(6, 11), (14, 11)])], [])
    case .warmBottle: ([Icon.bottlePath, Icon.flamePath], [])
    case .jar:
      (
        [
          Icon.line([(4.4, 4), (15.6, 4), (15.6, 7), (4.4, 7)], closed: true), Icon.jarPath,
          Icon.line([(7.4, 12), (12.6, 12)]),
        ], []
      )
    case .honey:
      (
        [
          Icon.line(
            [(10, 2.2), (16.8, 6.1), (16.8, 13.9), (10, 17.8), (3.2, 13.9), (3.2, 6.1)],
            closed: true), Icon.honeyDropPath,
        ], []
      )
    case .bareHand: ([Icon.palmPath], [])
    case .sliders: (Icon.sliderLines, [])
    case .magnifier: (Icon.magnifierLines, [])
    case .curve: (Icon.curveLines, [])
    case .eventBefore: (Icon.mirrored(Icon.eventLines), [])
    case .eventAfter: (Icon.eventLines, [])
    case .markBefore: (Icon.mirrored(Icon.markLines), [])
    case .markAfter: (Icon.markLines, [])
    case .export: (Icon.exportLines, [])
    case .list:
      (
        [6.0, 10, 14].map { Icon.line([(7.4, $0), (16.4, $0)]) },
        [6.0, 10, 14].map { Icon.circle(4.2, $0, 1.1) }
      )
    }
  }

  static func line(_ points: [(Double, Double)], closed: Bool = false) -> Path {
    Path.polyline(points.map { Point($0.0, $0.1) }, closed: closed)
  }

  static func circle(_ x: Double, _ y: Double, _ radius: Double) -> Path {
    Path.circle(centre: Point(x, y), radius: radius)
  }

  /// A curve through cubic pieces, each given as two controls and an end.
  static func curve(
    from x: Double, _ y: Double, _ pieces: [[Double]], closed: Bool = false
  ) -> Path {
    var path = Path()
    path.move(to: Point(x, y))
    for piece in pieces {
      if piece.count == 2 {
        path.line(to: Point(piece[0], piece[1]))
      } else {
        path.curve(
          Point(piece[0], piece[1]), Point(piece[2], piece[3]), to: Point(piece[4], piece[5]))
      }
    }
    if closed { path.close() }
    return path
  }

  private static let bottlePath = curve(
    from: 8, 2.6,
    [
      [12, 2.6], [12, 5.6], [13.2, 6.6, 14.4, 7.2, 14.4, 9], [14.4, 16],
      [14.4, 16.9, 13.7, 17.6, 12.8, 17.6], [7.2, 17.6], [6.3, 17.6, 5.6, 16.9, 5.6, 16], [5.6, 9],
      [5.6, 7.2, 6.8, 6.6, 8, 5.6],
    ], closed: true)

  private static let flamePath = curve(
    from: 10.2, 9,
    [
      [11.4, 10.4, 12.2, 11.4, 12.2, 12.6], [12.2, 13.9, 11.2, 14.8, 10, 14.8],
      [8.8, 14.8, 7.8, 13.9, 7.8, 12.7], [7.8, 11.9, 8.3, 11.4, 8.8, 11],
      [9, 11.5, 9.3, 11.7, 9.6, 11.6], [9.3, 10.6, 9.6, 9.7, 10.2, 9],
    ], closed: true)

  private static let jarPath = curve(
    from: 4.8, 7,
    [
      [4.8, 15.2], [4.8, 16.6, 5.8, 17.4, 7, 17.4], [13, 17.4],
      [14.2, 17.4, 15.2, 16.6, 15.2, 15.2],
      [15.2, 7],
    ])

  private static let honeyDropPath = curve(
    from: 10, 6.2,
    [
      [11.6, 8.2, 12.8, 9.6, 12.8, 11.2], [12.8, 12.9, 11.6, 14, 10, 14],
      [8.4, 14, 7.2, 12.9, 7.2, 11.2], [7.2, 9.6, 8.4, 8.2, 10, 6.2],
    ], closed: true)

  private static let eyePath = curve(
    from: 1.8, 10,
    [
      [4.5, 5.4, 7.4, 4.2, 10, 4.2], [12.6, 4.2, 15.5, 5.4, 18.2, 10],
      [15.5, 14.6, 12.6, 15.8, 10, 15.8], [7.4, 15.8, 4.5, 14.6, 1.8, 10],
    ], closed: true)

  private static let shouldersPath = curve(
    from: 3.8, 17, [[4.2, 12.8, 6.6, 11, 10, 11], [13.4, 11, 15.8, 12.8, 16.2, 17]])

  private static let moonPath = curve(
    from: 16.4, 12.2,
    [
      [15.3, 12.9, 14, 13.2, 12.6, 13], [9, 12.6, 6.6, 9.4, 7, 5.8],
      [7.1, 4.9, 7.4, 4.1, 7.8, 3.4], [4.9, 4.6, 3, 7.4, 3.2, 10.6],
      [3.5, 14.4, 6.8, 17.2, 10.6, 16.9], [13.3, 16.7, 15.5, 14.8, 16.4, 12.2],
    ], closed: true)

  private static let retryPath = curve(
    from: 4, 10,
    [
      [4, 13.3, 6.7, 16, 10, 16], [13.3, 16, 16, 13.3, 16, 10], [16, 6.7, 13.3, 4, 10, 4],
      [8.5, 4, 7.1, 4.6, 6, 5.5],
    ])

  private static let questionPath = curve(
    from: 7.6, 8,
    [
      [7.7, 6.6, 8.7, 5.8, 10, 5.8], [11.4, 5.8, 12.4, 6.7, 12.4, 7.9],
      [12.4, 9.5, 10, 9.6, 10, 11.4],
    ])

  private static let palmPath = curve(
    from: 3, 12.6,
    [
      [4.6, 11.4, 6.4, 11.2, 8, 12], [10.6, 12], [12.3, 12, 12.3, 14.3, 10.6, 14.3], [8.2, 14.3],
      [11.6, 14.3], [16.2, 11.9], [17.8, 11.2, 18.7, 13, 17.4, 13.9], [12.4, 17],
      [11.8, 17.3, 11, 17.4, 10.3, 17.2], [6.6, 16.4], [3, 17.2],
    ])

  private static let dropPath = curve(
    from: 11, 2.4,
    [
      [12.6, 4.3, 13.6, 5.5, 13.6, 6.8], [13.6, 8.3, 12.5, 9.3, 11, 9.3],
      [9.5, 9.3, 8.4, 8.3, 8.4, 6.8], [8.4, 5.5, 9.4, 4.3, 11, 2.4],
    ], closed: true)

  private static let bubblePath = curve(
    from: 4.6, 3.4,
    [
      [15.4, 3.4], [16.5, 3.4, 17.4, 4.3, 17.4, 5.4], [17.4, 12], [17.4, 13.1, 16.5, 14, 15.4, 14],
      [9.6, 14], [5.8, 17.2], [5.8, 14], [4.6, 14], [3.5, 14, 2.6, 13.1, 2.6, 12], [2.6, 5.4],
      [2.6, 4.3, 3.5, 3.4, 4.6, 3.4],
    ], closed: true)

  private static let penPath = curve(
    from: 4.6, 14,
    [
      [5.4, 10.8], [12.8, 3.4], [13.4, 2.8, 14.4, 2.8, 15, 3.4], [15.6, 4, 15.6, 5, 15, 5.6],
      [7.6, 13], [4.6, 14],
    ], closed: true)

  private static let drapePath = curve(
    from: 3, 5.4,
    [
      [7, 3.4, 13, 3.4, 17, 5.4], [17, 14.6], [15.6, 16.6, 13.6, 16.6, 12.3, 14.9],
      [11, 16.6, 9, 16.6, 7.7, 14.9], [6.4, 16.6, 4.4, 16.6, 3, 14.6],
    ], closed: true)

  private static let foldsPath: Path = {
    var path = Icon.line([(7.7, 8.2), (7.7, 14.6)])
    path.move(to: Point(12.3, 8.2))
    path.line(to: Point(12.3, 14.6))
    return path
  }()
}
