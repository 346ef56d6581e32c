public import BackAtlas
public import Geometry

/// Which part of the back is shown, and where every millimetre of it lies in the frame.
public struct PlateView: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case wholeBack, lowerBack
  }

  public let kind: Kind
  /// The plate in layout units.
  public let area: Rectangle
  /// Layout units per mm.
  public let scale: Double
  /// C7 in layout units.
  public let origin: Point
  /// Frame units per layout unit.
  public let frameScale: Double

  /// Width of the rail beside the plate and height of the bar below it, in layout units.
  public static let railWidth = 512.0

  /// Fits a back into a frame: at the reference size 0.74 or 1.30 units per mm, less for people
  /// whose backs would not fit.
  public init(_ kind: Kind, back: Back, in frame: Frame) {
    frameScale = frame.scale
    let width = frame.width / frameScale
    let height = frame.height / frameScale
    area = Rectangle(
      x: 0, y: 0, width: width - PlateView.railWidth, height: height - Space.hintBar)
    self.kind = kind
    let (seventh, twelfth) = (Double(back.level(.t7)), Double(back.level(.t12)))
    let sacrum = Double(back.level(.s2))
    let extra = (area.height - 760) / 2
    switch kind {
    case .wholeBack:
      scale = 0.74 * min(1, 545 / sacrum)
      origin = Point(area.width / 2, 178 + extra)
    case .lowerBack:
      scale = 1.3 * min(1, 330 / (sacrum - seventh))
      // The middle between T12 and S2 keeps its place.
      origin = Point(area.width / 2 + 20, 367.4 + extra - scale * (twelfth + sacrum) / 2)
    }
    self.kindScale = kind == .wholeBack ? 0.74 : 1.3
  }

  /// The scale for which the table is drawn.
  let kindScale: Double

  /// mm to layout units.
  public func layout(_ place: Point) -> Point {
    Point(origin.x + place.x * scale, origin.y + place.y * scale)
  }

  /// mm to the frame's units.
  public func frame(_ place: Point) -> Point { layout(place) * frameScale }

  /// The frame's units to mm.
  public func millimetres(_ point: Point) -> Point {
    Point(
      (point.x / frameScale - origin.x) / scale, (point.y / frameScale - origin.y) / scale)
  }

  /// mm that one unit of the frame shows.
  public var millimetresPerUnit: Double { 1 / (scale * frameScale) }

  /// Whether a point of the frame is on the plate.
  public func contains(_ point: Point) -> Bool {
    area.contains(point * (1 / frameScale))
  }
}
