import BackAtlas
import Drawing
import Foundation
import Geometry
import Testing

@testable import Scenes

/// The practice screen on pages of every size: nothing cut, nothing outside, nothing on top of
/// another, and all of the rail within reach.
@Suite struct PracticePageTests {
  struct Page: Sendable, CustomStringConvertible {
    var width: Double
    var height: Double
    var textSize = 1.0
    var description: String { "\(Int(width))x\(Int(height)) at \(Int(textSize * 100)) %" }
  }
  #if DEBUG
    /// Drawing takes long without optimisation: there only what ``PracticeTests`` does not draw.
    static let pages = [
      Page(width: 1280, height: 800, textSize: 1.5), Page(width: 1024, height: 900),
    ]
  #else
    static let pages = [
      Page(width: 640, height: 400), Page(width: 960, height: 600),
      Page(width: 1280, height: 800, textSize: 1.5), Page(width: 1280, height: 800, textSize: 2),
      Page(width: 1920, height: 1080), Page(width: 3840, height: 2160, textSize: 1.25),
      Page(width: 1024, height: 900),
    ]
  #endif
  static let models: [(String, PracticeModel)] = {
    var zoom = PracticeSamples.comb
    zoom.view = .lowerBack
    return [
      ("comb", PracticeSamples.comb), ("zoom", zoom), ("exam", PracticeSamples.exam()),
      ("points", PracticeSamples.pressing), ("lifts", PracticeSamples.lifting),
      ("side", PracticeSamples.sideLying(.female, stature: 1640)),
      ("waiting", PracticeSamples.waiting), ("longest", PracticeSamples.longest),
    ]
  }()

  @Test(arguments: pages) func holds(_ page: Page) throws {
    #expect(SceneStage.fonts)
    for (name, model) in Self.models {
      let canvas = Canvas.image(width: Int(page.width), height: Int(page.height))
      let frame = Frame(
        width: page.width, height: page.height, isDark: name == "lifts", textSize: page.textSize)
      let recorder = TextRecorder()
      let drawn = PracticeScreen(model).draw(on: canvas, in: frame, recorder: recorder)
      let place = "\(name), \(page)"
      check(recorder, Point(page.width / frame.scale, page.height / frame.scale), place)
      for target in drawn.targets {
        #expect(
          target.area.width >= 44 * frame.scale - 0.01
            && target.area.height >= 44 * frame.scale - 0.01, "\(place): \(target.label)")
        #expect(
          target.area.x >= -0.01 && target.area.maxX <= page.width + 0.01,
          "\(place): \(target.label)")
      }
      for (index, target) in drawn.targets.enumerated() {
        for other in drawn.targets[..<index] where target.scroll == other.scroll {
          let common = target.area.intersection(other.area)
          #expect(
            (common?.width ?? 0) < 0.01 || (common?.height ?? 0) < 0.01,
            "\(place): \(target.label) on \(other.label)")
        }
      }
      // What does not fit can be scrolled to.
      let last = recorder.entries.filter { $0.scroll == .side }.map(\.area.maxY).max()
      if let last, let area = drawn.scrolls.first(where: { $0.id == .side }) {
        #expect((last * frame.scale) - area.limit <= area.area.maxY, "\(place)")
      }
      save(canvas, "page-\(name)-\(Int(page.width))-\(Int(page.textSize * 100))")
    }
  }

  private func check(_ recorder: TextRecorder, _ size: Point, _ place: String) {
    for (index, entry) in recorder.entries.enumerated() {
      #expect(!entry.isCut || entry.mayBeCut, "\(place): “\(entry.text)” is cut")
      #expect(
        entry.area.x >= 0 && entry.area.maxX <= size.x, "\(place): “\(entry.text)” leaves the page")
      if entry.scroll == nil {
        #expect(
          entry.area.y >= 0 && entry.area.maxY <= size.y,
          "\(place): “\(entry.text)” leaves the page")
      }
      for other in recorder.entries[..<index] where other.scroll == entry.scroll {
        let common = core(entry.area).intersection(core(other.area))
        #expect(
          min(common?.width ?? 0, common?.height ?? 0) < 0.5,
          "\(place): “\(entry.text)” on “\(other.text)”")
      }
    }
  }

  /// Where the letters are: the line's leading and a pixel at each side left out.
  private func core(_ area: Rectangle) -> Rectangle {
    let leading = min(5, area.height * 0.2)
    return Rectangle(
      x: area.x + 1, y: area.y + leading, width: max(0, area.width - 2),
      height: max(0, area.height - 2 * leading))
  }

  /// Pictures to look at, when a folder is named.
  private func save(_ canvas: Canvas, _ name: String) {
    guard let folder = ProcessInfo.processInfo.environment["SNAPSHOT_GALLERY"] else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? canvas.writePNG(to: "\(folder)/\(name).png")
  }
}
