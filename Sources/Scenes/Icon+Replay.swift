import Drawing
import Geometry

/// Icons of the steps through a replay.
extension Icon {
  /// On to where something happened: an arrowhead before a bar.
  static let eventLines: [Path] = [
    line([(5.5, 5), (12, 10), (5.5, 15)]), line([(15, 4.5), (15, 15.5)]),
  ]

  /// On to a mark: an arrowhead before a diamond.
  static let markLines: [Path] = [
    line([(2.6, 5.5), (7.2, 10), (2.6, 14.5)]),
    line([(13.4, 5.4), (18, 10), (13.4, 14.6), (8.8, 10)], closed: true),
  ]

  static func mirrored(_ paths: [Path]) -> [Path] {
    paths.map { path in path.transformed { Point(20 - $0.x, $0.y) } }
  }
}
