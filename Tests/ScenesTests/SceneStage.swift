import Drawing
import Foundation
import Geometry
import Testing

@testable import Scenes

/// Draws a screen at the sizes it must hold and says what is wrong with it.
struct SceneStage {
  typealias Draw = (Canvas, Frame, TextRecorder) -> Drawn

  static let sizes: [(Int, Int)] = [(1280, 800), (1920, 1080), (960, 600)]

  static let fonts: Bool = {
    let folder = root.appendingPathComponent("Resources/fonts").path
    do { try FontBook.use(folder: folder) } catch { return false }
    return true
  }()

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func picture(
    _ width: Int, _ height: Int, isDark: Bool = false, focus: Command? = nil,
    hover: Command? = nil, recorder: TextRecorder = TextRecorder(), _ draw: Draw
  ) -> (canvas: Canvas, targets: [Target]) {
    _ = fonts
    let canvas = Canvas.image(width: width, height: height)
    let frame = Frame(
      width: Double(width), height: Double(height), isDark: isDark, focus: focus, hover: hover)
    return (canvas, draw(canvas, frame, recorder).targets)
  }

  /// Every size in both appearances: nothing cut, nothing outside, nothing overlapping.
  static func check(
    _ name: String, smallest: Double = 44, least: Int = 6,
    controls: ClosedRange<Int> = 1...100, sizes: [(Int, Int)] = SceneStage.sizes,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ draw: Draw
  ) {
    for (width, height) in sizes {
      for isDark in [false, true] {
        let recorder = TextRecorder()
        let result = picture(width, height, isDark: isDark, recorder: recorder, draw)
        let scale = Frame(width: Double(width), height: Double(height)).scale
        let place = "\(name) at \(width)x\(height)\(isDark ? " dark" : "")"
        #expect(
          recorder.entries.count >= least, "\(place) has texts", sourceLocation: sourceLocation)
        checkTexts(recorder, Double(width) / scale, Double(height) / scale, place, sourceLocation)
        #expect(
          controls.contains(result.targets.count), "\(place) has its controls",
          sourceLocation: sourceLocation)
        checkTargets(
          result.targets, Double(width), Double(height), smallest * scale, place, sourceLocation)
        save(result.canvas, "\(name)-\(width)\(isDark ? "-dark" : "")")
      }
    }
  }

  private static func checkTexts(
    _ recorder: TextRecorder, _ width: Double, _ height: Double, _ place: String,
    _ sourceLocation: SourceLocation
  ) {
    for (index, entry) in recorder.entries.enumerated() {
      #expect(
        !entry.isCut || entry.mayBeCut, "\(place): “\(entry.text)” is cut",
        sourceLocation: sourceLocation)
      let area = entry.area
      #expect(
        area.x >= 0 && area.y >= 0 && area.maxX <= width && area.maxY <= height,
        "\(place): “\(entry.text)” leaves the frame", sourceLocation: sourceLocation)
      for other in recorder.entries[..<index] where overlap(core(area), core(other.area)) > 0.5 {
        Issue.record(
          "\(place): “\(entry.text)” lies on “\(other.text)”", sourceLocation: sourceLocation)
      }
    }
  }

  /// Where the letters are: the line's leading and a pixel at each side left out.
  private static func core(_ area: Rectangle) -> Rectangle {
    let leading = min(5, area.height * 0.2)
    return Rectangle(
      x: area.x + 1, y: area.y + leading, width: max(0, area.width - 2),
      height: max(0, area.height - 2 * leading))
  }

  private static func overlap(_ a: Rectangle, _ b: Rectangle) -> Double {
    let width = min(a.maxX, b.maxX) - max(a.x, b.x)
    let height = min(a.maxY, b.maxY) - max(a.y, b.y)
    return width > 0 && height > 0 ? min(width, height) : 0
  }

  private static func checkTargets(
    _ targets: [Target], _ width: Double, _ height: Double, _ smallest: Double, _ place: String,
    _ sourceLocation: SourceLocation
  ) {
    for (index, target) in targets.enumerated() {
      let area = target.area
      #expect(
        area.x >= 0 && area.y >= 0 && area.maxX <= width + 0.01 && area.maxY <= height + 0.01,
        "\(place): “\(target.label)” leaves the frame", sourceLocation: sourceLocation)
      #expect(
        area.width >= smallest - 0.01 && area.height >= smallest - 0.01,
        "\(place): “\(target.label)” is \(area.width) by \(area.height)",
        sourceLocation: sourceLocation)
      #expect(
        !target.label.isEmpty, "\(place): a control without a name", sourceLocation: sourceLocation)
      for other in targets[..<index] where overlap(area, other.area) > 0.01 {
        Issue.record(
          "\(place): “\(target.label)” lies on “\(other.label)”", sourceLocation: sourceLocation)
      }
    }
    #expect(
      Set(targets.map(\.command)).count == targets.count, "\(place): a command stands twice",
      sourceLocation: sourceLocation)
  }

  /// Pictures to look at, when a folder is named.
  private static func save(_ canvas: Canvas, _ name: String) {
    guard let folder = ProcessInfo.processInfo.environment["SNAPSHOT_GALLERY"] else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? canvas.writePNG(to: "\(folder)/\(name).png")
  }
}
