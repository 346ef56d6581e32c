public import Geometry

/// The areas every back has although nobody draws them.
public enum Region: String, CaseIterable, Sendable {
  /// The spinous processes: 12 mm either side of the midline, C7 to S2.
  case spine
  /// Morris's kidney zones: T11 to L3, 25 to 95 mm from the midline.
  case kidneyLeft = "kidney-left"
  case kidneyRight = "kidney-right"

  public func outline(on back: Back) -> Polygon {
    switch self {
    case .spine:
      Polygon(
        rectangleFrom: back.place(.c7, x: -12), to: back.place(.s2, x: 12))
    case .kidneyLeft:
      Polygon(
        rectangleFrom: back.place(.t11, x: -95), to: back.place(.l3, x: -25))
    case .kidneyRight:
      Polygon(
        rectangleFrom: back.place(.t11, x: 25), to: back.place(.l3, x: 95))
    }
  }
}
