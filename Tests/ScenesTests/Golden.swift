import Drawing
import Foundation
import Testing

/// Pictures kept as PNG at half size and compared with room for another release of the libraries.
///
/// `RECORD_GOLDEN=1` writes them anew and fails the run, so that no run both records and passes.
enum Golden {
  /// Mean difference of a channel (0 to 255) and share of pixels far off that are let pass.
  static let mean = 0.25
  static let far = 0.0006
  static let farChannel = 40

  static func check(
    _ name: String, _ canvas: Canvas, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let picture = halved(canvas)
    let path = SceneStage.root.appendingPathComponent("Tests/Fixtures/golden/\(name).png").path
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try picture.writePNG(to: path)
      Issue.record("recorded \(name).png", sourceLocation: sourceLocation)
      return
    }
    let kept = try #require(
      Canvas.readPNG(from: path), "no picture at \(path); RECORD_GOLDEN=1 makes it",
      sourceLocation: sourceLocation)
    let result = compare(picture, kept)
    guard result.mean > mean || result.far > far else { return }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("golden-differences")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try picture.writePNG(to: folder.appendingPathComponent("\(name).png").path)
    try result.difference.writePNG(to: folder.appendingPathComponent("\(name)-difference.png").path)
    Issue.record(
      "\(name): mean difference \(result.mean), far pixels \(result.far); see \(folder.path)",
      sourceLocation: sourceLocation)
  }

  /// Each pixel the mean of four.
  static func halved(_ canvas: Canvas) -> Canvas {
    let small = Canvas.image(width: canvas.width / 2, height: canvas.height / 2)
    canvas.withPixels { from, fromStride in
      small.withPixels { to, toStride in
        for y in 0..<small.height {
          for x in 0..<small.width {
            var sums = [0, 0, 0, 0]
            for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
              for channel in 0..<4 {
                let offset = (y * 2 + dy) * fromStride + (x * 2 + dx) * 4 + channel
                sums[channel] += Int(from.load(fromByteOffset: offset, as: UInt8.self))
              }
            }
            for channel in 0..<4 {
              to.storeBytes(
                of: UInt8(sums[channel] / 4), toByteOffset: y * toStride + x * 4 + channel,
                as: UInt8.self)
            }
          }
        }
      }
    }
    return small
  }

  static func compare(_ a: Canvas, _ b: Canvas) -> (mean: Double, far: Double, difference: Canvas) {
    let difference = Canvas.image(width: a.width, height: a.height)
    guard a.width == b.width, a.height == b.height else { return (255, 1, difference) }
    var total = 0
    var farCount = 0
    a.withPixels { left, leftStride in
      b.withPixels { right, rightStride in
        difference.withPixels { out, outStride in
          for y in 0..<a.height {
            for x in 0..<a.width {
              var worst = 0
              for channel in 0..<3 {
                let l = Int(
                  left.load(fromByteOffset: y * leftStride + x * 4 + channel, as: UInt8.self))
                let r = Int(
                  right.load(fromByteOffset: y * rightStride + x * 4 + channel, as: UInt8.self))
                let gap = abs(l - r)
                total += gap
                worst = max(worst, gap)
                out.storeBytes(
                  of: UInt8(min(255, gap * 4)), toByteOffset: y * outStride + x * 4 + channel,
                  as: UInt8.self)
              }
              if worst > farChannel { farCount += 1 }
            }
          }
        }
      }
    }
    let count = a.width * a.height
    return (Double(total) / Double(count * 3), Double(farCount) / Double(count), difference)
  }
}
