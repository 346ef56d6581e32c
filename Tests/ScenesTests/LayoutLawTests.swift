import Drawing
import Foundation
import Geometry
import Scenarios
import Testing

@testable import Scenes

/// That the check of layouts finds what it is for: a check that nothing can fail proves nothing.
@Suite struct LayoutCheckTests {
  private func faults(
    _ setting: SceneStage.Setting = SceneStage.Setting(width: 960, height: 600),
    _ body: @escaping (inout Painter) -> Void
  ) -> [String] {
    SceneStage.faults("bad", least: 1, controls: 0...9, setting) { canvas, frame, recorder in
      Painter.paint(on: canvas, in: frame, recorder: recorder, body)
    }
  }

  private func line(_ painter: Painter, _ form: (inout TextForm) -> Void = { _ in }) -> TextForm {
    var result = TextForm(TypeSize.row, .regular, painter.theme.ink)
    form(&result)
    return result
  }

  @Test func aGoodSceneHasNoFaults() {
    #expect(
      faults { painter in
        painter.text("Steady. Keep this pace.", x: 40, y: 60, line(painter))
        painter.button(
          .primary, Rectangle(x: 40, y: 100, width: 200, height: 48), "Practice",
          command: .practise)
      } == [])
  }

  @Test func aCutTextIsFound() {
    let found = faults { painter in
      painter.text(
        "Steady. Keep this pace.", x: 40, y: 60, line(painter) { $0.maxWidth = 60 })
    }
    #expect(found.contains { $0.hasSuffix("is cut") })
  }

  @Test func textsOnEachOtherAreFound() {
    let found = faults { painter in
      painter.text("Steady. Keep this pace.", x: 40, y: 60, line(painter))
      painter.text("Lighter", x: 60, y: 66, line(painter))
    }
    #expect(found.contains { $0.contains("lies on") })
  }

  @Test func whatLeavesTheFrameIsFound() {
    let found = faults { painter in
      painter.text("Steady. Keep this pace.", x: 900, y: 60, line(painter))
      painter.button(
        .primary, Rectangle(x: 40, y: 580, width: 200, height: 48), "Practice",
        command: .practise)
    }
    #expect(found.count { $0.hasSuffix("leaves the frame") } == 2)
  }

  @Test func aSmallControlAndTwoOnEachOtherAreFound() {
    let found = faults { painter in
      painter.text("Steady", x: 40, y: 60, line(painter))
      painter.target(
        .practise, Rectangle(x: 40, y: 100, width: 200, height: 40), label: "Practice")
      painter.target(.exam, Rectangle(x: 60, y: 120, width: 200, height: 48), label: "Exam")
    }
    #expect(found.contains { $0.contains("200.0 by 40.0") })
    #expect(found.contains { $0.contains("“Exam” lies on “Practice”") })
  }

  @Test func aPaleTextIsFoundAndAThinLineIsLetPass() {
    func contrast(_ ink: @escaping (Theme) -> Colour, _ ground: @escaping (inout Painter) -> Void)
      -> [String]
    {
      faults { painter in
        painter.fill(Rectangle(x: 0, y: 0, width: 400, height: 200), painter.theme.surface)
        ground(&painter)
        painter.text(
          "Steady. Keep this pace.", x: 40, y: 60, line(painter) { $0.colour = ink(painter.theme) })
      }
    }
    #expect(contrast({ $0.edge }, { _ in }).contains { $0.contains("contrast of 3.") })
    #expect(contrast({ $0.inkTertiary }, { _ in }) == [])
    // Ink on a fill of teal is too dark; a hairline of teal below the words is no ground.
    #expect(
      contrast(
        { $0.ink },
        { $0.fill(Rectangle(x: 40, y: 40, width: 60, height: 40), $0.theme.teal) }
      ).contains { $0.contains("contrast of 2.") })
    #expect(
      contrast(
        { $0.ink },
        { $0.fill(Rectangle(x: 40, y: 58, width: 300, height: 0.6), $0.theme.teal) }) == [])
  }

  @Test func whatCannotBeScrolledToIsFound() {
    func found(_ length: Double) -> [String] {
      faults { painter in
        painter.scrolled(
          .page, in: Rectangle(x: 0, y: 64, width: 960, height: 400), length: length
        ) { painter in
          for row in 0..<20 {
            painter.text(
              "Row \(row)", x: 40, y: 100 + 60 * Double(row), line(painter))
          }
        }
      }
    }
    #expect(found(1240) == [])
    #expect(found(1100).contains { $0.contains("can not be brought into sight") })
  }
}

/// Every screen at every window size, text size and appearance; in optimised builds, because it
/// takes minutes otherwise, or where `LAYOUT_LAW` is in the environment. ``LibraryTests`` and its
/// like check two settings in every run.
@Suite struct LayoutLawTests {
  static var isAsked: Bool {
    #if DEBUG
      ProcessInfo.processInfo.environment["LAYOUT_LAW"] != nil
    #else
      true
    #endif
  }

  @Test(.enabled(if: isAsked), arguments: SceneStage.allSettings)
  func everyScreenHolds(_ setting: SceneStage.Setting) {
    for scene in LayoutScenes.all {
      SceneStage.check(
        scene.name, least: scene.least, controls: 0...100, settings: [setting], scene.draw)
    }
  }
}
