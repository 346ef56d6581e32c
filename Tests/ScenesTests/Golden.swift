import Drawing
import Foundation
import Testing

@testable import Scenes

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
  ///
  /// Two channels are added at once in each half of a number, because this runs for every picture
  /// in builds that are not optimised.
  static func halved(_ canvas: Canvas) -> Canvas {
    let small = Canvas.image(width: canvas.width / 2, height: canvas.height / 2)
    let (width, height) = (small.width, small.height)
    let even: UInt32 = 0x00FF_00FF
    canvas.withPixels { from, fromStride in
      small.withPixels { to, toStride in
        var y = 0
        while y < height {
          let upper = (from + 2 * y * fromStride).assumingMemoryBound(to: UInt32.self)
          let lower = (from + (2 * y + 1) * fromStride).assumingMemoryBound(to: UInt32.self)
          let row = (to + y * toStride).assumingMemoryBound(to: UInt32.self)
          var x = 0
          while x < width {
            let (a, b) = (upper[2 * x], upper[2 * x + 1])
            let (c, d) = (lower[2 * x], lower[2 * x + 1])
            let first = (a & even) &+ (b & even) &+ (c & even) &+ (d & even)
            let second =
              ((a >> 8) & even) &+ ((b >> 8) & even) &+ ((c >> 8) & even) &+ ((d >> 8) & even)
            row[x] = ((first >> 2) & even) | (((second >> 2) & even) << 8)
            x += 1
          }
          y += 1
        }
      }
    }
    return small
  }

  /// - Returns: the mean difference of a channel, 0 to 255, the share of pixels of which a channel
  ///   is further off than ``farChannel``, and the differences, four times as strong, as a picture.
  static func compare(_ a: Canvas, _ b: Canvas) -> (mean: Double, far: Double, difference: Canvas) {
    let difference = Canvas.image(width: a.width, height: a.height)
    guard a.width == b.width, a.height == b.height else { return (255, 1, difference) }
    var total = 0
    var farCount = 0
    a.withPixels { left, leftStride in
      b.withPixels { right, rightStride in
        difference.withPixels { out, outStride in
          for y in 0..<a.height {
            let (l, r) = (left + y * leftStride, right + y * rightStride)
            if memcmp(l, r, a.width * 4) == 0 { continue }
            let (first, second) = (
              l.assumingMemoryBound(to: UInt8.self), r.assumingMemoryBound(to: UInt8.self)
            )
            let row = (out + y * outStride).assumingMemoryBound(to: UInt8.self)
            var x = 0
            while x < a.width {
              var worst = 0
              var channel = 4 * x
              while channel < 4 * x + 3 {
                let gap = abs(Int(first[channel]) - Int(second[channel]))
                total += gap
                worst = max(worst, gap)
                row[channel] = UInt8(min(255, gap * 4))
                channel += 1
              }
              if worst > farChannel { farCount += 1 }
              x += 1
            }
          }
        }
      }
    }
    let count = a.width * a.height
    return (Double(total) / Double(count * 3), Double(farCount) / Double(count), difference)
  }
}

/// That the comparison finds what it is for.
@Suite struct GoldenTests {
  @Test func aMovedWordIsFound() {
    func draw(_ x: Double) -> Canvas {
      Golden.halved(
        SceneStage.picture(1280, 800) { canvas, frame, recorder in
          Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
            painter.text(
              "Steady. Keep this pace.", x: x, y: 300,
              TextForm(TypeSize.coaching, .semibold, painter.theme.ink))
          }
        }.canvas)
    }
    let same = Golden.compare(draw(200), draw(200))
    #expect(same.mean == 0 && same.far == 0)
    let moved = Golden.compare(draw(200), draw(206))
    #expect(moved.mean > Golden.mean || moved.far > Golden.far)
  }

  @Test func halvingTakesTheMeanOfFourPixels() {
    let canvas = Canvas.image(width: 2, height: 2)
    let pixels: [[UInt8]] = [
      [0, 255, 3, 255], [1, 255, 9, 255], [2, 255, 0, 255], [254, 255, 4, 255],
    ]
    canvas.withPixels { data, stride in
      for (index, pixel) in pixels.enumerated() {
        for (channel, value) in pixel.enumerated() {
          data.storeBytes(
            of: value, toByteOffset: index / 2 * stride + index % 2 * 4 + channel, as: UInt8.self)
        }
      }
    }
    Golden.halved(canvas).withPixels { data, _ in
      #expect((0..<4).map { data.load(fromByteOffset: $0, as: UInt8.self) } == [64, 255, 4, 255])
    }
  }
}
