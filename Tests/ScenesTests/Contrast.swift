import Drawing
import Foundation
import Geometry

/// How far colours differ in lightness, as WCAG 2.2 reckons it.
enum Contrast {
  /// Share of the worst pixels that is left out.
  static let lines = 0.05

  private static let linear: [Double] = (0...255).map { value in
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }

  static func luminance(_ red: Int, _ green: Int, _ blue: Int) -> Double {
    0.2126 * linear[red] + 0.7152 * linear[green] + 0.0722 * linear[blue]
  }

  static func ratio(_ a: Double, _ b: Double) -> Double {
    (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The contrast of a text with the worst ground that is no thin line; nil without pixels.
  ///
  /// - Parameter area: in pixels.
  static func worst(of colour: Colour, on canvas: Canvas, in area: Rectangle) -> Double? {
    let left = max(0, Int(area.x.rounded(.up)))
    let right = min(canvas.width, Int(area.maxX))
    let top = max(0, Int(area.y.rounded(.up)))
    let bottom = min(canvas.height, Int(area.maxY))
    guard left < right, top < bottom else { return nil }
    // Some thousand pixels of a large text tell as much as all of them. The steps have no common
    // divisor with the spacing of lines or hatches for long, because rows are shifted.
    let step = max(1, (right - left) * (bottom - top) / 3000)
    var ratios: [Double] = []
    canvas.withPixels { data, stride in
      var index = 0
      let width = right - left
      while index < width * (bottom - top) {
        let (y, x) = index.quotientAndRemainder(dividingBy: width)
        let pixel = data.load(
          fromByteOffset: (top + y) * stride + (left + x) * 4, as: UInt32.self)
        func mixed(_ shift: UInt32, _ share: Double) -> Int {
          let ground = Double((pixel >> shift) & 0xFF)
          return Int((ground + (share * 255 - ground) * colour.alpha).rounded())
        }
        let ground = luminance(
          Int((pixel >> 16) & 0xFF), Int((pixel >> 8) & 0xFF), Int(pixel & 0xFF))
        let text = luminance(
          mixed(16, colour.red), mixed(8, colour.green), mixed(0, colour.blue))
        ratios.append(ratio(text, ground))
        index += step
      }
    }
    ratios.sort()
    return ratios[min(ratios.count - 1, Int(Double(ratios.count) * lines))]
  }
}
