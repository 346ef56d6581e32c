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
    let step = max(1, (right - left) * (bottom - top) / 2000)
    let width = right - left
    // Grounds are mostly of one colour: equal neighbours are reckoned once.
    var runs: [(pixel: UInt32, count: Int)] = []
    var total = 0
    canvas.withPixels { data, stride in
      var index = 0
      while index < width * (bottom - top) {
        let y = index / width
        let pixel = data.load(
          fromByteOffset: (top + y) * stride + (left + index - y * width) * 4, as: UInt32.self)
        if runs.last?.pixel == pixel {
          runs[runs.count - 1].count += 1
        } else {
          runs.append((pixel, 1))
        }
        total += 1
        index += step
      }
    }
    let ratios = runs.map { (ratio: ratio(of: colour, on: $0.pixel), count: $0.count) }
      .sorted { $0.ratio < $1.ratio }
    var leftOut = Int(Double(total) * lines)
    for run in ratios {
      if leftOut < run.count { return run.ratio }
      leftOut -= run.count
    }
    return nil
  }

  private static func ratio(of colour: Colour, on pixel: UInt32) -> Double {
    func mixed(_ shift: UInt32, _ share: Double) -> Int {
      let ground = Double((pixel >> shift) & 0xFF)
      return Int((ground + (share * 255 - ground) * colour.alpha).rounded())
    }
    let ground = luminance(Int((pixel >> 16) & 0xFF), Int((pixel >> 8) & 0xFF), Int(pixel & 0xFF))
    let text = luminance(mixed(16, colour.red), mixed(8, colour.green), mixed(0, colour.blue))
    return ratio(text, ground)
  }
}
