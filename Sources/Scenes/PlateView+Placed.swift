import BackAtlas
import Geometry

extension PlateView {
  /// A view with its own scale, for plates that stand on a card.
  ///
  /// - Parameters:
  ///   - area: in layout units; the origin is in the same.
  ///   - scale: layout units per mm.
  init(_ kind: Kind, area: Rectangle, scale: Double, origin: Point) {
    self.kind = kind
    self.area = area
    self.scale = scale
    self.origin = origin
    frameScale = 1
    kindScale = scale
  }

  /// Half of the greatest width of a back with its arms, in mm.
  static func halfWidth(_ back: Back) -> Double { back.place(ofArtwork: Point(299, 500)).x }

  /// The top of the head above C7, in mm (negative).
  static func headTop(_ back: Back) -> Double { back.place(ofArtwork: Point(0, -214)).y }
}
