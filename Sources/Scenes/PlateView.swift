public import BackAtlas
public import Geometry

/// Which part of the back is shown, and where every millimetre of it lies in the frame.
public struct PlateView: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case wholeBack, lowerBack
    /// A millimetre of the back is a millimetre of the display.
    case lifeSize
  }

  /// What the third view needs to know.
  public struct LifeSize: Hashable, Sendable {
    /// Pixels of the frame in a millimetre of the display.
    public var pixelsPerMillimetre: Double
    /// What is put in the middle of the plate, in mm of the back.
    public var centre: Point

    public init(pixelsPerMillimetre: Double, centre: Point) {
      self.pixelsPerMillimetre = pixelsPerMillimetre
      self.centre = centre
    }
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

  /// Fits a back into a frame: at the reference size 0.74 or 1.30 units per mm, less for people
  /// whose backs would not fit, and where the plate is smaller.
  ///
  /// - Parameter lifeSize: of ``Kind/lifeSize``, which without it is as the lower back.
  public init(
    _ kind: Kind, back: Back, in frame: Frame, lifeSize: LifeSize? = nil
  ) {
    frameScale = frame.scale
    let layout = PracticeLayout(
      width: frame.width / frameScale, height: frame.height / frameScale)
    area = layout.plate
    let (seventh, twelfth) = (Double(back.level(.t7)), Double(back.level(.t12)))
    let sacrum = Double(back.level(.s2))
    let extra = (area.height - PlateView.referenceArea.height) / 2
    let narrow = min(1, area.height / PlateView.referenceArea.height)
    if kind == .lifeSize, let lifeSize {
      self.kind = kind
      scale = max(lifeSize.pixelsPerMillimetre / frameScale, 1e-6)
      kindScale = scale
      origin = area.centre - lifeSize.centre * scale
      return
    }
    switch kind {
    case .wholeBack:
      self.kind = kind
      let fit = min(narrow, area.width / PlateView.bodyWidth)
      let stature = min(1, 545 / sacrum)
      guard area.width < PlateView.narrowPlate || area.height < PlateView.lowPlate else {
        kindScale = 0.74 * fit
        scale = kindScale * stature
        // On a low plate the neck stays clear of the title's card, which ends beside the head.
        let top = max(178 * fit, PlateView.compactCard + 44 * fit)
        origin = Point(area.width / 2, fit < 1 ? top : 178 + extra)
        return
      }
      // Where there is no room beside the head, the body lies below the card.
      let top = 4 + (area.height < PlateView.lowPlate ? PlateView.compactCard : PlateView.fullCard)
      let (head, hem) = (-214.0, 690.0)
      kindScale = min(0.74 * fit, (area.height - top) / (hem - head))
      scale = kindScale * stature
      let above = back.place(ofArtwork: Point(0, head)).y * scale
      let below = back.place(ofArtwork: Point(0, hem)).y * scale
      origin = Point(
        area.width / 2, top - above + max(0, area.height - top - (below - above)) / 2)
    case .lowerBack, .lifeSize:
      self.kind = .lowerBack
      let fit = min(narrow, area.width / PlateView.trunkWidth)
      kindScale = 1.3 * fit
      scale = kindScale * min(1, 330 / (sacrum - seventh))
      // The middle between T12 and S2 keeps its place.
      let middle =
        area.height < PlateView.lowPlate
        ? (PlateView.compactCard + area.height) / 2 - 10
        : fit < 1 ? area.height * 0.5 : 367.4 + extra
      origin = Point(area.width / 2 + 20 * fit, middle - scale * (twelfth + sacrum) / 2)
    }
  }

  /// Whether the plate is so low that its title stands without the switch between the views.
  var isCompact: Bool { area.height < PlateView.lowPlate }
  private static let lowPlate = 500.0
  /// Width below which the title does not find room beside the head.
  private static let narrowPlate = 500.0
  /// Lower edges of the title's card, without and with the switch between the views.
  static let compactCard = 70.0
  static let fullCard = 131.5
  /// Where the title's card has to end beside the head, in layout units; nil: it may be as wide as
  /// the plate.
  var titleEnd: Double? {
    guard kind == .wholeBack, area.width >= PlateView.narrowPlate,
      area.height >= PlateView.lowPlate
    else { return nil }
    // Half a head is 76 mm wide.
    return origin.x - 80 * scale - 8
  }

  /// The plate of the reference frame, for which the views are designed.
  private static let referenceArea = (width: 768.0, height: 760.0)
  /// Widths of the plate below which the body with its arms, or the trunk, would not fit.
  private static let bodyWidth = 470.0
  private static let trunkWidth = 520.0

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
