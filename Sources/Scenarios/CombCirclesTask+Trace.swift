public import Geometry

extension CombCirclesTask {
  /// The radius at which circles are shown, in mm: that of the middle of the asked diameters.
  public var shownRadius: Double { (diameter.fullLow + diameter.fullHigh) / 4 }

  /// The most loops that are shown of a guide; more would be one dark band.
  public static let mostLoopsShown = 24

  /// The way of a hand that circles along a guide, in mm: its centre runs along the line, outward at
  /// the top. 32 steps a loop, from the first to the last.
  public func trace(along line: Polyline) -> [Point] {
    let side = line.vertices[0].x < 0 ? -1.0 : 1.0
    let steps = min(loops, CombCirclesTask.mostLoopsShown) * 32
    return (0...steps).map { step in
      let centre = line.place(at: line.length * Double(step) / Double(steps)).point
      // A quarter before the top, 64ths of a turn.
      let angle = step * 2 - 16
      return Point(
        centre.x + side * shownRadius * Ellipse.cosine(angle),
        centre.y + shownRadius * Ellipse.sine(angle))
    }
  }
}
