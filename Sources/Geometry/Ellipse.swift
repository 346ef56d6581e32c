/// Ellipses as polygons of 64 corners at fixed sines, so that no C library's sine decides a score.
public enum Ellipse {
  /// sin(k · 90° / 16) for k in 0...16, correctly rounded.
  public static let quarterSines: [Double] = [
    0.0,
    0.0980171403295606,
    0.19509032201612828,
    0.2902846772544624,
    0.3826834323650898,
    0.47139673682599764,
    0.5555702330196022,
    0.6343932841636455,
    0.7071067811865476,
    0.773010453362737,
    0.8314696123025452,
    0.881921264348355,
    0.9238795325112867,
    0.9569403357322088,
    0.9807852804032304,
    0.9951847266721969,
    1.0,
  ]

  /// sin(2π k / 64) for any whole k.
  public static func sine(_ k: Int) -> Double {
    let turn = ((k % 64) + 64) % 64
    switch turn {
    case 0...16: return quarterSines[turn]
    case 17...32: return quarterSines[32 - turn]
    case 33...48: return -quarterSines[turn - 32]
    default: return -quarterSines[64 - turn]
    }
  }

  /// cos(2π k / 64) for any whole k.
  public static func cosine(_ k: Int) -> Double { sine(k + 16) }

  /// 64 corners from +x, clockwise as seen on screen; radii in mm.
  public static func corners(centre: Position, radiusX: Double, radiusY: Double) -> [FinePoint] {
    (0..<64).map {
      FinePoint(centre.fine, offset: Point(radiusX * cosine($0), radiusY * sine($0)))
    }
  }
}
