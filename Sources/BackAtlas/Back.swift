public import Geometry

/// One patient's back: landmark levels scaled with sex and stature.
///
/// Levels: Ernst 2013 (C7 to PSIS shares, PMC3598670) for T4, T7, T10, L1 and L4, the rest
/// interpolated, scaled so that L4 lies on the iliac-crest height of ANSUR II (2012).
public struct Back: Hashable, Sendable {
  public let sex: Sex
  /// Body height in mm.
  public let stature: Int

  /// - Precondition: `stature` in 1200...2200.
  public init(sex: Sex, stature: Int) {
    precondition((1200...2200).contains(stature), "stature in mm, 1200 to 2200")
    self.sex = sex
    self.stature = stature
  }

  /// The stature whose levels the table holds: ANSUR II medians, in mm.
  public static func medianStature(_ sex: Sex) -> Int { sex == .male ? 1755 : 1626 }

  /// Levels below C7 at the median stature, in mm, in the order of ``Landmark``.
  private static let maleLevels = [
    0, 28, 56, 83, 111, 143, 175, 207, 233, 260, 287, 316, 346, 375, 402, 429, 456, 483, 530,
  ]
  private static let femaleLevels = [
    0, 24, 49, 73, 98, 125, 153, 181, 205, 228, 251, 277, 303, 329, 353, 376, 400, 424, 465,
  ]

  /// The level of a landmark below C7, in whole mm, rounded half away from zero.
  public func level(_ landmark: Landmark) -> Int {
    let all = Landmark.allCases
    var index = 0
    while all[index] != landmark { index += 1 }
    return level(at: index)
  }

  /// The level of the landmark at a place in their order.
  func level(at index: Int) -> Int {
    let levels = sex == .male ? Back.maleLevels : Back.femaleLevels
    let median = Back.medianStature(sex)
    return (levels[index] * stature * 2 + median) / (median * 2)
  }

  /// The place `x` mm from the midline and `further` mm below a landmark's level.
  public func place(_ landmark: Landmark, x: Double, further: Double = 0) -> Position {
    Position(millimetres: x, Double(level(landmark)) + further)
  }
}
