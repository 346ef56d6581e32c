import Drawing
import Geometry

/// Icons of the library's bar, of the settings and of the history.
extension Icon {
  /// Two sliders, each with its knob.
  static let sliderLines: [Path] = [
    line([(2.6, 6.2), (9.8, 6.2)]), circle(12.2, 6.2, 2.3), line([(14.6, 6.2), (17.4, 6.2)]),
    line([(2.6, 13.8), (5.4, 13.8)]), circle(7.8, 13.8, 2.3), line([(10.2, 13.8), (17.4, 13.8)]),
  ]

  static let magnifierLines: [Path] = [
    circle(8.8, 8.8, 5.6), line([(13, 13), (17.2, 17.2)]),
  ]

  /// An arrow up out of a tray.
  static let exportLines: [Path] = [
    line([(10, 12.6), (10, 2.8)]), line([(6.2, 6.4), (10, 2.8), (13.8, 6.4)]),
    line([(3.2, 11.4), (3.2, 17), (16.8, 17), (16.8, 11.4)]),
  ]

  /// A curve that rises in the corner of two axes.
  static let curveLines: [Path] = [
    line([(3, 3), (3, 17), (17.4, 17)]), line([(6, 13.4), (9.2, 9.4), (12, 11.4), (16.6, 5)]),
  ]
}
