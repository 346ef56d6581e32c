import Drawing
import Geometry

/// Icons of the library's bar and of the settings.
extension Icon {
  /// A ring with eight teeth.
  static let gearLines: [Path] = {
    let teeth = (0..<8).map { tooth -> Path in
      let x = Ellipse.cosine(tooth * 8)
      let y = Ellipse.sine(tooth * 8)
      return line([(10 + 5.6 * x, 10 + 5.6 * y), (10 + 8 * x, 10 + 8 * y)])
    }
    return [circle(10, 10, 5.4), circle(10, 10, 2.1)] + teeth
  }()

  static let magnifierLines: [Path] = [
    circle(8.8, 8.8, 5.6), line([(13, 13), (17.2, 17.2)]),
  ]
}
