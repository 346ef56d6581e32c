public import Geometry

/// An outline on the back: an ellipse or a polygon.
public enum Outline: Hashable, Sendable {
  /// Radii in mm.
  case ellipse(at: Position, radiusX: Double, radiusY: Double)
  /// 3 to 64 corners.
  case polygon([Position])

  public var polygon: Polygon {
    switch self {
    case .ellipse(let centre, let radiusX, let radiusY):
      Polygon(Ellipse.corners(centre: centre, radiusX: radiusX, radiusY: radiusY))
    case .polygon(let corners):
      Polygon(corners.map(\.fine))
    }
  }
}

/// What may touch an area in spasm.
public enum AllowedContact: String, CaseIterable, Sendable {
  case none, light
}

/// Whether the trainee sees an area drawn or only reads of it.
public enum Reveal: String, CaseIterable, Sendable {
  case drawn, described
}

/// An area in spasm, off which pressure must be kept.
public struct SpasmArea: Hashable, Sendable {
  public var id: String
  public var outline: Outline
  /// Width of the ring that warns, in mm, 0 to 40.
  public var margin: Double
  public static let widestMargin = 40.0
  public var contact: AllowedContact
  /// The greatest share of pressure that a light touch may have, 0 to 1.
  public var maxPressure: Double
  public var reveal: Reveal

  public init(
    id: String, outline: Outline, margin: Double = 10, contact: AllowedContact = .light,
    maxPressure: Double = 0.15, reveal: Reveal = .drawn
  ) {
    self.id = id
    self.outline = outline
    self.margin = margin
    self.contact = contact
    self.maxPressure = maxPressure
    self.reveal = reveal
  }
}
