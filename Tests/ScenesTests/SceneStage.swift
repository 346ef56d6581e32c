import Drawing
import Foundation
import Geometry
import Testing

@testable import Scenes

/// Draws a screen at the sizes it must hold and says what is wrong with it.
struct SceneStage {
  typealias Draw = (Canvas, Frame, TextRecorder) -> Drawn

  /// A window, the size of its texts and its appearance.
  struct Setting: CustomStringConvertible {
    var width: Int
    var height: Int
    var textSize = 1.0
    var isDark = false
    /// How far each part is scrolled.
    var scrolls: [ScrollOffset] = []

    var frame: Frame {
      Frame(
        width: Double(width), height: Double(height), isDark: isDark, textSize: textSize,
        scrolls: scrolls)
    }

    var description: String {
      let offset = scrolls.first.map { " scrolled \(Int($0.offset))" } ?? ""
      return "\(width)x\(height) \(Int(textSize * 100)) %\(isDark ? " dark" : "")\(offset)"
    }
  }

  static let sizes: [(Int, Int)] = [
    (960, 600), (1280, 800), (1920, 1080), (2560, 1080), (3840, 2160), (1280, 1600),
  ]
  static let textSizes = [1, 1.25, 1.5, 2]

  /// Every window, every text size, both appearances.
  static let allSettings: [Setting] = sizes.flatMap { width, height in
    textSizes.flatMap { textSize in
      [false, true].map { isDark in
        Setting(width: width, height: height, textSize: textSize, isDark: isDark)
      }
    }
  }

  /// The reference, and texts so large in the smallest window that all cards flow and scroll. The
  /// other settings are for optimised builds.
  static let someSettings: [Setting] = [
    Setting(width: 1280, height: 800),
    Setting(width: 960, height: 600, textSize: 1.5, isDark: true),
  ]

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

  /// Draws in a setting, with so many frame units in a pixel as `reduced` says.
  static func shoot(
    _ setting: Setting, recorder: TextRecorder, reduced: Double = 1, _ draw: Draw
  ) -> (canvas: Canvas, drawn: Drawn) {
    _ = fonts
    let canvas = Canvas.image(
      width: Int(Double(setting.width) / reduced), height: Int(Double(setting.height) / reduced))
    canvas.save()
    canvas.scale(1 / reduced, 1 / reduced)
    defer { canvas.restore() }
    return (canvas, draw(canvas, setting.frame, recorder))
  }

  /// In every setting, scrolled from the beginning to the end of each part: nothing cut, nothing
  /// outside, nothing overlapping, nothing that cannot be brought into sight, nothing too pale.
  static func check(
    _ name: String, smallest: Double = 44, least: Int = 6,
    controls: ClosedRange<Int> = 1...100, settings: [Setting] = someSettings,
    sourceLocation: SourceLocation = #_sourceLocation, _ draw: Draw
  ) {
    for setting in settings {
      for fault in faults(name, smallest: smallest, least: least, controls: controls, setting, draw)
      {
        Issue.record("\(name) at \(fault)", sourceLocation: sourceLocation)
      }
    }
  }

  /// What is wrong in one setting, in words; nothing twice.
  static func faults(
    _ name: String, smallest: Double = 44, least: Int = 6,
    controls: ClosedRange<Int> = 1...100, _ setting: Setting, _ draw: Draw
  ) -> [String] {
    var check = LayoutCheck(setting: setting, smallest: smallest)
    check.look(least: least, controls: controls, draw) { canvas, step in
      save(
        canvas,
        "\(name)-\(setting.width)x\(setting.height)-\(Int(setting.textSize * 100))"
          + (setting.isDark ? "-dark" : "") + (step > 0 ? "-\(step)" : ""))
    }
    return check.faults
  }

  /// A folder for pictures to look at.
  static let gallery = ProcessInfo.processInfo.environment["SNAPSHOT_GALLERY"]

  static func save(_ canvas: Canvas, _ name: String) {
    guard let folder = gallery else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? canvas.writePNG(to: "\(folder)/\(name).png")
  }
}
