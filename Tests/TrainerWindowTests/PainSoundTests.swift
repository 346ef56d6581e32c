import Attempts
import CSDL2
import Geometry
import Patients
import Scenarios
import Sessions
import Sounds
import Testing

@testable import TrainerWindow

extension SDLTests {
  /// What is heard of the patient.
  @Suite(.enabled(if: Stage.hasDisplay, Stage.needsDisplay)) @MainActor struct PainSounds {}
}

extension SDLTests.PainSounds {
  /// In the middle of the first area in spasm.
  private func spasm(_ stage: Stage) throws -> Point {
    let outline = try #require(stage.scenario.spasm.first).outline.polygon
    let sum = outline.corners.reduce(Point.zero) { $0 + $1.point }
    return sum * (1 / Double(outline.corners.count))
  }

  /// Presses with the knuckles, which no area in spasm bears.
  private func press(_ stage: Stage) throws {
    let step = try #require(stage.scenario.phases.firstIndex { $0.hand.isFirm })
    stage.trainer.session.enterPhase(step, at: Moments.now)
    try stage.turn("the step") { try stage.attempt.attempt.phaseIndex == step }
    try stage.finger(SDL_FINGERDOWN, 1, spasm(stage))
    try stage.turn("pain") { try stage.attempt.patient.state.isInPain }
  }

  @Test func painIsHeardAndLastsBeyondTheTouch() throws {
    let stage = try Stage()
    defer { stage.close() }
    #expect(stage.trainer.soundState(isDue: true).nearness == .none)
    try press(stage)
    #expect(stage.trainer.soundState(isDue: true).nearness == .pain)
    try stage.finger(SDL_FINGERUP, 1, spasm(stage))
    try stage.turn("no hand") { try !stage.attempt.isAnyHandDown }
    // Whatever the machine did meanwhile: as long as the patient is in pain, it is heard.
    #expect(
      try (stage.trainer.soundState(isDue: true).nearness == .pain)
        == stage.attempt.patient.state.isInPain)
    try stage.turn("no pain") { try !stage.attempt.patient.state.isInPain }
    #expect(stage.trainer.soundState(isDue: true).nearness == .none)
  }

  @Test func anExamIsSilent() throws {
    let stage = try Stage(.exam)
    defer { stage.close() }
    try press(stage)
    #expect(!stage.trainer.hasSounds)
    #expect(stage.trainer.soundState(isDue: stage.trainer.hasSounds) == .silent)
  }
}
