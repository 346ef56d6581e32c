import Drawing
import Foundation
import Geometry
import Testing

@testable import Scenes

/// Pictures of screens, compared with those kept in `Tests/Fixtures/golden`.
///
/// Tolerance: at most 0.2 % of the pixels may differ by more than 32 of 255 in a channel, which is
/// room for another version of the drawing libraries but for no moved or missing word.
///
/// With `RECORD_SNAPSHOTS` in the environment the pictures are written anew, and the test fails, so
/// that a recording run is never taken for a passed one.
enum GoldenPicture {
  static let channelTolerance = 32
  static let shareTolerance = 0.002

  static func check(
    _ name: String, isDark: Bool = false, focus: Command? = nil,
    sourceLocation: SourceLocation = #_sourceLocation, _ draw: SceneStage.Draw
  ) throws {
    let canvas = SceneStage.picture(1280, 800, isDark: isDark, focus: focus, draw).canvas
    let file = SceneStage.root.appendingPathComponent("Tests/Fixtures/golden/\(name).png").path
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: file).deletingLastPathComponent(),
        withIntermediateDirectories: true)
      try canvas.writePNG(to: file)
      Issue.record("recorded \(name); run again without recording", sourceLocation: sourceLocation)
      return
    }
    guard let golden = Canvas.readPNG(from: file) else {
      Issue.record("no picture \(file) to compare with", sourceLocation: sourceLocation)
      return
    }
    guard golden.width == canvas.width, golden.height == canvas.height else {
      Issue.record("\(name) has another size", sourceLocation: sourceLocation)
      return
    }
    let share = difference(canvas, golden)
    guard share > shareTolerance else { return }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("effleurage-golden-differences")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let saved = folder.appendingPathComponent("\(name).png").path
    try canvas.writePNG(to: saved)
    Issue.record(
      "\(name): \(share * 100) % of the pixels differ; see \(saved)",
      sourceLocation: sourceLocation)
  }

  /// Share of pixels that differ by more than the tolerance in a channel.
  static func difference(_ a: Canvas, _ b: Canvas) -> Double {
    var count = 0
    a.withPixels { first, firstStride in
      b.withPixels { second, secondStride in
        for y in 0..<a.height {
          let rowA = first.advanced(by: y * firstStride)
          let rowB = second.advanced(by: y * secondStride)
          for x in 0..<a.width {
            var worst = 0
            for channel in 0..<3 {
              let p = Int(rowA.load(fromByteOffset: x * 4 + channel, as: UInt8.self))
              let q = Int(rowB.load(fromByteOffset: x * 4 + channel, as: UInt8.self))
              worst = max(worst, abs(p - q))
            }
            if worst > channelTolerance { count += 1 }
          }
        }
      }
    }
    return Double(count) / Double(a.width * a.height)
  }
}

@Suite struct GoldenPictureTests {
  @Test func aMovedWordIsFound() {
    func draw(_ x: Double) -> Canvas {
      SceneStage.picture(1280, 800) { canvas, frame, recorder in
        Painter.paint(on: canvas, in: frame, recorder: recorder) { painter in
          painter.text(
            "Steady. Keep this pace.", x: x, y: 300, TextForm(48, .bold, painter.theme.ink))
        }
      }.canvas
    }
    #expect(GoldenPicture.difference(draw(200), draw(200)) == 0)
    #expect(GoldenPicture.difference(draw(200), draw(210)) > GoldenPicture.shareTolerance)
  }
}
