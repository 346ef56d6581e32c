public import Geometry

/// The shape with which each part of the hand touches: discs around places beside its middle.
extension Hand {
  /// Radius of each disc in mm.
  public var discRadius: Double {
    switch self {
    case .palm: 40
    case .fingertips: 15
    case .thumb: 10
    case .knuckles: 9
    }
  }

  /// Where the discs' middles lie from the hand's, in mm: one in the middle, or the four knuckles
  /// 22 mm apart in a row along the spine or across it.
  public func discOffsets(rowAcross: Bool) -> [Point] {
    guard self == .knuckles else { return [.zero] }
    return [-33.0, -11, 11, 33].map { rowAcross ? Point($0, 0) : Point(0, $0) }
  }

  /// Whether it presses hard by its nature, so that contact is firm where no pressure is known.
  public var isFirm: Bool { self == .knuckles || self == .thumb }
}
