import CSDL2
import Geometry
import Preferences
import Scenes
import Sessions
import Testing

@testable import TrainerWindow

extension SDLTests {
  /// Sliders, edges and bars that a finger draws.
  @Suite(.enabled(if: Stage.hasDisplay, Stage.needsDisplay)) @MainActor struct DrawnControls {}
}

extension SDLTests.DrawnControls {
  private func settings() throws -> Stage {
    let stage = try Stage()
    stage.trainer.perform(.pause, at: Moments.now)
    stage.trainer.perform(.settings, at: Moments.now)
    try stage.turn("the settings") { stage.trainer.targets.contains { $0.command == .volume } }
    return stage
  }

  /// A finger at a place of the frame, in pixels.
  private func finger(_ stage: Stage, _ type: SDL_EventType, _ place: Point) throws {
    let pixels = stage.trainer.surface.pixels
    try stage.finger(
      type, 4, x: Float(place.x / Double(pixels.width)), y: Float(place.y / Double(pixels.height)))
    try stage.turn()
    try stage.turn("a frame") { !stage.trainer.pacer.isStale }
  }

  private func area(_ stage: Stage, of command: Command) throws -> Rectangle {
    try #require(stage.trainer.targets.first { $0.command == command }).area
  }

  @Test func theVolume() throws {
    let stage = try settings()
    defer { stage.close() }
    let slider = try area(stage, of: .volume)
    try finger(stage, SDL_FINGERDOWN, Point(slider.x + 1, slider.centre.y))
    #expect(stage.session.settings.sounds.volume == 0)
    try finger(stage, SDL_FINGERMOTION, slider.centre)
    #expect(stage.session.settings.sounds.volume == 50)
    // Beyond the end it stays at the end, and a finger below still draws it.
    try finger(stage, SDL_FINGERMOTION, Point(slider.maxX + 90, slider.maxY + 200))
    #expect(stage.session.settings.sounds.volume == 100)
    try finger(stage, SDL_FINGERUP, Point(slider.maxX + 90, slider.maxY + 200))
    try finger(stage, SDL_FINGERMOTION, slider.centre)
    #expect(stage.session.settings.sounds.volume == 100)
    #expect(stage.session.screen == .settings)
  }

  @Test func theEdgeOfTheBankCard() throws {
    let stage = try settings()
    defer { stage.close() }
    stage.trainer.perform(.lifeSize, at: Moments.now)
    try stage.turn("the card") { stage.trainer.targets.contains { $0.command == .lifeSizeEdge } }
    let edge = try area(stage, of: .lifeSizeEdge).centre
    try finger(stage, SDL_FINGERDOWN, edge)
    // The edge stays where it is until it is drawn.
    #expect(stage.trainer.pixelsPerMillimetre == nil)
    for step in [-30.0, -60, -90] {
      let place = edge + Point(step, 0)
      try finger(stage, SDL_FINGERMOTION, place)
      let wanted = LifeSizeScreen.measure(
        reaching: place.x, inFrameOf: Double(stage.trainer.surface.pixels.width))
      let set = try #require(stage.trainer.pixelsPerMillimetre)
      #expect(abs(set - wanted) < 0.01)
    }
    try finger(stage, SDL_FINGERUP, edge + Point(-90, 0))
    let set = stage.trainer.pixelsPerMillimetre
    try finger(stage, SDL_FINGERMOTION, edge)
    #expect(stage.trainer.pixelsPerMillimetre == set)
    // All of it is one change.
    stage.trainer.perform(.undoChange, at: Moments.now)
    #expect(stage.trainer.pixelsPerMillimetre == nil)
  }

  @Test func theBarOfAPage() throws {
    let stage = try settings()
    defer { stage.close() }
    stage.trainer.session.change(.textSize(.double))
    stage.trainer.pacer.isStale = true
    try stage.turn("large texts") { !stage.trainer.pacer.isStale }
    let bar = try #require(stage.trainer.scrolling.areas.first)
    let before = stage.session.settings
    try finger(stage, SDL_FINGERDOWN, bar.thumb.centre)
    try finger(stage, SDL_FINGERMOTION, bar.thumb.centre + Point(0, bar.track.height / 4))
    let drawn = try #require(stage.trainer.scrolling.areas.first)
    // The thumb stays under the finger.
    #expect(abs(drawn.thumb.y - bar.thumb.y - bar.track.height / 4) < 3)
    try finger(stage, SDL_FINGERMOTION, Point(bar.track.centre.x, bar.track.maxY + 300))
    #expect(stage.trainer.scrolling.areas.first.map { $0.limit - $0.offset < 1 } == true)
    try finger(stage, SDL_FINGERUP, Point(bar.track.centre.x, bar.track.maxY + 300))
    let end = stage.trainer.scrolling.offsets
    try finger(stage, SDL_FINGERMOTION, bar.thumb.centre)
    #expect(stage.trainer.scrolling.offsets == end)
    // Nothing was pressed on the way.
    #expect(stage.session.settings == before && stage.session.screen == .settings)
  }
}
