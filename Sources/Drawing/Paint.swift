public import Geometry

/// What an area or a line is filled with.
public enum Paint: Sendable {
  case colour(Colour)
  /// Stops are shares of the way from `from` to `to`, ascending.
  case linear(from: Point, to: Point, stops: [(Double, Colour)])
  /// Stops are shares of the radius, ascending.
  case radial(centre: Point, radius: Double, stops: [(Double, Colour)])
}

public struct StrokeStyle: Hashable, Sendable {
  public enum Cap: Sendable { case butt, round, square }
  public enum Join: Sendable { case miter, round }

  public var width: Double
  /// Lengths of line and gap by turns; empty: a solid line.
  public var dash: [Double]
  public var dashOffset: Double
  public var cap: Cap
  public var join: Join

  public init(
    width: Double, dash: [Double] = [], dashOffset: Double = 0, cap: Cap = .butt,
    join: Join = .miter
  ) {
    self.width = width
    self.dash = dash
    self.dashOffset = dashOffset
    self.cap = cap
    self.join = join
  }
}
