import Drawing
import Geometry
import Preferences
import Scenes
import Sessions
import Testing

@testable import TrainerWindow

@Suite @MainActor struct PanelFadeTests {
  private typealias Standing = PanelFade.Standing
  private let black: UInt32 = 0x000000
  private let white: UInt32 = 0xFFFFFF

  /// Fills the canvas with a grey and says which grey stands there after the fade is drawn.
  private func grey(
    _ fade: inout PanelFade, _ standing: Standing, _ value: UInt32, on canvas: Canvas,
    at moment: Int,
    isInstant: Bool = false
  ) -> Int {
    fade.follow(standing, over: canvas, at: moment, isInstant: isInstant)
    canvas.fill(.rectangle(Rectangle(x: 0, y: 0, width: 80, height: 30)), Colour(value))
    fade.finish(on: canvas, at: moment)
    return Int((canvas.pixel(x: 20, y: 15) ?? 0) & 255)
  }

  nonisolated static let changes: [(from: Session.Screen, to: Session.Screen, fades: Bool)] = [
    (.library, .settings, true), (.settings, .library, true), (.settings, .lifeSize, true),
    (.trainees, .about, true), (.practice, .settings, true), (.library, .patient, false),
    (.patient, .preparation, false), (.preparation, .practice, false), (.practice, .debrief, false),
    (.library, .demonstration, false), (.debrief, .library, false),
  ]

  @Test(arguments: changes.indices)
  func panelsFadeAndScreensDoNot(row: Int) {
    let (from, to, fades) = Self.changes[row]
    var fade = PanelFade()
    let canvas = Canvas.image(width: 40, height: 30)
    #expect(grey(&fade, Standing(screen: from), black, on: canvas, at: 1_000_000) == 0)
    let first = grey(&fade, Standing(screen: to), white, on: canvas, at: 2_000_000)
    #expect(fade.isFading == fades)
    #expect(fades ? (20...60).contains(first) : first == 255)
  }

  @Test func thePictureBeforeIsGoneAfter120Milliseconds() {
    var fade = PanelFade()
    let canvas = Canvas.image(width: 40, height: 30)
    let (under, over) = (
      Standing(screen: .practice), Standing(screen: .practice, question: .leaveAttempt)
    )
    _ = grey(&fade, under, black, on: canvas, at: 0)
    var seen: [Int] = []
    for frame in 0...8 {
      seen.append(grey(&fade, over, white, on: canvas, at: 1_000_000 + frame * FramePacer.period))
    }
    #expect(seen == seen.sorted() && Set(seen).count >= 7)
    #expect(seen.last == 255)
    #expect(!fade.isFading)
    // And the other way.
    let back = grey(&fade, under, black, on: canvas, at: 3_000_000)
    #expect((190...240).contains(back))
    #expect(grey(&fade, under, black, on: canvas, at: 3_120_000) == 0)
  }

  @Test func withReducedMotionItIsThereAtOnce() {
    var fade = PanelFade()
    let canvas = Canvas.image(width: 40, height: 30)
    _ = grey(&fade, Standing(screen: .library), black, on: canvas, at: 0, isInstant: true)
    let shown = grey(
      &fade, Standing(screen: .settings), white, on: canvas, at: 1_000_000, isInstant: true)
    #expect(shown == 255 && !fade.isFading)
  }

  @Test func aWindowOfAnotherSizeFadesNothing() {
    var fade = PanelFade()
    _ = grey(
      &fade, Standing(screen: .library), black, on: Canvas.image(width: 40, height: 30), at: 0)
    let other = Canvas.image(width: 80, height: 30)
    #expect(grey(&fade, Standing(screen: .settings), white, on: other, at: 1_000_000) == 255)
    #expect(!fade.isFading)
  }
}

extension SDLTests {
  /// Panels in a window.
  @Suite(.enabled(if: Stage.hasDisplay, Stage.needsDisplay)) @MainActor struct Panels {}
}

extension SDLTests.Panels {
  @Test func aQuestionFadesInAndThenNothingIsDrawn() throws {
    let stage = try Stage()
    defer { stage.close() }
    stage.trainer.session.change(.motion(.full))
    stage.trainer.perform(.pause, at: Moments.now)
    try stage.turn("the pause") { !stage.trainer.pacer.isStale }
    stage.trainer.perform(.help, at: Moments.now)
    try stage.turn("the fade") { stage.trainer.pictures.panels.isFading }
    #expect(stage.trainer.needsFrame(at: Moments.now))
    try stage.turn("its end") { !stage.trainer.pictures.panels.isFading }
    try stage.turn("rest") { !stage.trainer.pacer.isStale }
    #expect(!stage.trainer.needsFrame(at: Moments.now))
    stage.trainer.session.change(.motion(.reduced))
    stage.trainer.perform(.cancel, at: Moments.now)
    try stage.turn("the screen without it") {
      stage.trainer.targets.contains { $0.command == .resume }
    }
    #expect(!stage.trainer.pictures.panels.isFading)
  }
}
