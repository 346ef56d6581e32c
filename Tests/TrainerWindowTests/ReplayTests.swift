import Attempts
import CSDL2
import Geometry
import Scenarios
import Scenes
import Scoring
import Sessions
import Testing

@testable import TrainerWindow

extension SDLTests {
  /// The replay of an attempt, by keys, buttons and the line of time.
  @Suite(.enabled(if: Stage.hasDisplay, Stage.needsDisplay)) @MainActor struct Replays {}
}

extension SDLTests.Replays {
  /// In the debrief of an attempt of one stroke that was far too fast.
  private func debrief() throws -> Stage {
    let stage = try Stage()
    let line = stage.scenario.phases[0].task.guides.guides[0].line(
      stage.scenario.phases[0].task.guides.curve)
    let moment = Moments.now
    stage.trainer.session.land(
      hand: 0, device: Device(kind: .mouse, pressure: .set), at: moment,
      line.place(at: 0).point, millimetresPerPixel: 0.5)
    for step in 1...100 {
      stage.trainer.session.move(
        hand: 0, at: moment + step * 10_000,
        line.place(at: line.length * Double(step) / 100).point)
    }
    stage.trainer.session.lift(hand: 0, at: moment + 1_010_000, nil)
    stage.trainer.session.endAttempt(at: moment + 3_000_000)
    stage.trainer.pacer.isStale = true
    try stage.turn("the debrief") {
      stage.trainer.targets.contains { $0.command == .replay }
    }
    return stage
  }

  private func replay() throws -> Stage {
    let stage = try debrief()
    stage.trainer.press(.character("p"), [], at: Moments.now)
    try stage.turn("the replay") { stage.trainer.targets.contains { $0.command == .scrub } }
    stage.trainer.perform(.pause, at: Moments.now)
    try stage.turn("a frame") { !stage.trainer.pacer.isStale }
    return stage
  }

  private func play(_ stage: Stage) throws -> ReplayPlay { try #require(stage.session.replay) }

  private func press(_ stage: Stage, _ keys: Key...) throws {
    for key in keys { stage.trainer.press(key, [], at: Moments.now) }
    try stage.turn("a frame") { !stage.trainer.pacer.isStale }
  }

  @Test func theKeyOfTheDebriefOpensItAndEscapeLeadsBackWithTheChoiceKept() throws {
    let stage = try debrief()
    defer { stage.close() }
    try press(stage, .right)
    let chosen = stage.trainer.debriefChoice.deduction
    try #require(chosen != nil)
    try press(stage, .character("p"))
    #expect(stage.session.screen == .replay)
    try stage.turn("the replay") { stage.session.replay != nil }
    #expect(try play(stage).chosen == chosen)
    try press(stage, .right, .right, .escape)
    #expect(stage.session.screen == .debrief && stage.trainer.debriefChoice.deduction == chosen)
  }

  /// What was drawn of a replay that was left holds for no other.
  @Test func itIsOpenedOnceMore() throws {
    let stage = try debrief()
    defer { stage.close() }
    try press(stage, .right)
    for round in 0..<3 {
      try press(stage, .character("p"))
      try stage.turn("the replay") { stage.session.replay != nil }
      try stage.turn("a frame") { !stage.trainer.pacer.isStale }
      /// Places of the trail as it is drawn and as it is.
      func drawn() throws -> [[Point]] {
        let shown = try play(stage).shown
        var fresh = TrailMirror()
        fresh.follow(shown.trail, phase: shown.attempt.phaseIndex, attempt: "fresh")
        func places(_ mirror: TrailMirror) -> [[Point]] {
          mirror.contacts.map { $0.points.map(\.place) }
        }
        #expect(places(stage.trainer.pictures.replayTrail) == places(fresh), "round \(round)")
        return places(fresh)
      }
      _ = try drawn()
      // Further on, then away, to begin at the mark again.
      try press(stage, .character("."), .character("."))
      #expect(try !drawn().isEmpty)
      try press(stage, .escape)
      #expect(stage.session.screen == .debrief)
    }
  }

  @Test func keysPlayStepAndChangeSpeedAndView() throws {
    let stage = try replay()
    defer { stage.close() }
    try press(stage, .home)
    #expect(try play(stage).time == 0)
    try press(stage, .end)
    #expect(try play(stage).time == play(stage).replay.end)
    #expect(!stage.session.isRunning)
    try press(stage, .character(","))
    let (end, stops) = (try play(stage).replay.end, try play(stage).replay.stops)
    #expect(try play(stage).time == stops.last { $0 < end })
    try press(stage, .character("."))
    #expect(try play(stage).time == end)
    try press(stage, .home, .right)
    let mark = try #require(try play(stage).replay.marks.first)
    #expect(try play(stage).chosen == mark.deduction && play(stage).time == mark.time)
    try press(stage, .character("+"), .character("="))
    #expect(try play(stage).speed == .fourTimes)
    try press(stage, .character("-"))
    #expect(try play(stage).speed == .twice)
    #expect(stage.trainer.replayView == .lowerBack)
    try press(stage, .character("v"))
    #expect(stage.trainer.replayView == .wholeBack)
    stage.trainer.press(.space, [], at: Moments.now)
    #expect(stage.session.isRunning)
    let start = try play(stage).time
    try stage.turn("time") { try play(stage).time > start + 100_000 }
    stage.trainer.press(.space, [], at: Moments.now)
    #expect(!stage.session.isRunning)
    // A comma is no way to the settings here; S is, and leads back.
    try press(stage, .character("s"))
    #expect(stage.session.screen == .settings)
    try press(stage, .escape)
    #expect(stage.session.screen == .replay)
    try press(stage, .help)
    #expect(stage.session.question == .help)
    try press(stage, .escape)
    #expect(stage.session.question == nil && stage.session.screen == .replay)
  }

  @Test func stepsGoOnWhileTheirKeyIsHeld() throws {
    let stage = try replay()
    defer { stage.close() }
    try press(stage, .home)
    let stops = try play(stage).replay.stops
    try #require(stops.count > 2)
    for _ in 0..<2 { stage.trainer.press(.character("."), .isRepeat, at: Moments.now) }
    #expect(try play(stage).time == stops.filter { $0 > 0 }[1])
    // What plays is not started and stopped by a key that is held.
    stage.trainer.press(.space, .isRepeat, at: Moments.now)
    #expect(!stage.session.isRunning)
  }

  @Test func theLineOfTimeFollowsThePointerAndItsMarksAreJumpedTo() throws {
    let stage = try replay()
    defer { stage.close() }
    let pixels = stage.trainer.surface.pixels
    func finger(_ type: SDL_EventType, _ place: Point) throws {
      try stage.finger(
        type, 4, x: Float(place.x / Double(pixels.width)),
        y: Float(place.y / Double(pixels.height)))
      try stage.turn()
      try stage.turn("a frame") { !stage.trainer.pacer.isStale }
    }
    let target = try #require(stage.trainer.targets.first { $0.command == .scrub })
    let end = try play(stage).replay.end
    let y = target.area.y + 4
    try finger(SDL_FINGERDOWN, Point(target.area.centre.x, y))
    #expect(try abs(play(stage).time - end / 2) < end / 100)
    try finger(SDL_FINGERMOTION, Point(target.area.maxX + 200, y + 200))
    #expect(try play(stage).time == end)
    try finger(SDL_FINGERMOTION, Point(target.area.x + target.area.width / 4, y))
    #expect(try abs(play(stage).time - end / 4) < end / 50)
    let left = try play(stage).time
    try finger(SDL_FINGERUP, Point(target.area.x + target.area.width / 4, y))
    try finger(SDL_FINGERMOTION, target.area.centre)
    #expect(try play(stage).time == left && !stage.session.isRunning)
    // A mark is where the line of time says it is.
    let mark = try #require(try play(stage).replay.marks.first)
    let model = try #require(stage.trainer.replayScreen.model)
    let line = ReplayTimeline(
      control: target.area, scale: stage.trainer.frame.scale, of: model.debrief)
    let scale = stage.trainer.frame.scale
    let places = stride(from: target.area.x, to: target.area.maxX, by: 2).map {
      Point($0, target.area.y + 44 * scale)
    }
    let place = try #require(
      places.first { line.deduction(at: $0 * (1 / scale)) == mark.deduction })
    try finger(SDL_FINGERDOWN, place)
    try finger(SDL_FINGERUP, place)
    #expect(try play(stage).chosen == mark.deduction && play(stage).time == mark.time)
  }

  @Test func whatPlayedGoesOnAfterTheLineWasDrawn() throws {
    let stage = try replay()
    defer { stage.close() }
    try press(stage, .home)
    stage.trainer.perform(.resume, at: Moments.now)
    let target = try #require(stage.trainer.targets.first { $0.command == .scrub })
    let place = Point(target.area.centre.x, target.area.y + 4)
    stage.trainer.take(.press(x: place.x, y: place.y), at: Moments.now)
    #expect(!stage.session.isRunning)
    stage.trainer.take(.release(x: place.x, y: place.y), at: Moments.now)
    #expect(stage.session.isRunning)
  }

  @Test func withTheFocusOnTheLineArrowsMoveBySeconds() throws {
    let stage = try replay()
    defer { stage.close() }
    try press(stage, .home)
    stage.trainer.focus.set(.scrub)
    try press(stage, .right, .right)
    #expect(try play(stage).time == 2_000_000)
    try press(stage, .left)
    #expect(try play(stage).time == 1_000_000)
    try press(stage, .enter)
    #expect(stage.session.isRunning)
  }

  @Test func everyRowLeadsToItsMoment() throws {
    let stage = try replay()
    defer { stage.close() }
    let result = try play(stage).replay.result
    for index in result.deductions.indices {
      stage.trainer.perform(.selectDeduction(index), at: Moments.now)
      #expect(try play(stage).chosen == index)
    }
    for index in result.changes.indices {
      stage.trainer.perform(.showChange(index), at: Moments.now)
      let chosen = try #require(try play(stage).chosen)
      #expect(result.changes[index].deductions.contains(chosen))
    }
    // The debrief below keeps its own choice.
    #expect(stage.trainer.debriefChoice.deduction == nil)
    stage.trainer.perform(.replaySpeed(0.5), at: Moments.now)
    #expect(try play(stage).speed == .half)
  }

  @Test func aControllerPlaysAndGoesBack() throws {
    let stage = try replay()
    defer { stage.close() }
    let pad = try VirtualPad(on: stage)
    defer { pad.unplug() }
    try press(stage, .home)
    try pad.press(SDL_CONTROLLER_BUTTON_START)
    #expect(stage.session.isRunning)
    try pad.press(SDL_CONTROLLER_BUTTON_START)
    #expect(!stage.session.isRunning)
    // However long that took.
    try press(stage, .home)
    try pad.press(SDL_CONTROLLER_BUTTON_DPAD_RIGHT)
    #expect(try play(stage).chosen == play(stage).replay.marks.first?.deduction)
    try pad.press(SDL_CONTROLLER_BUTTON_B)
    #expect(stage.session.screen == .debrief)
  }

  @Test func theTrailIsWholeAfterEverySeek() throws {
    let stage = try replay()
    defer { stage.close() }
    for share in [1.0, 0.5, 0.9, 0.3, 1.0] {
      let end = try play(stage).replay.end
      stage.trainer.session.seekReplay(to: Int(Double(end) * share), at: Moments.now)
      let model = try #require(stage.trainer.replayScreen.model)
      for (side, shown) in [
        (model.attempt, try play(stage).shown),
        (try #require(model.expert), try #require(try play(stage).expertShown)),
      ] {
        let strips = shown.trail.strips.filter { $0.phase == shown.attempt.phaseIndex }
        #expect(side.practice.trail.map(\.contact) == strips.map(\.contact))
        for (contact, strip) in zip(side.practice.trail, strips) {
          #expect(contact.points.first?.place == strip.points.first?.place.point)
          #expect(contact.isOver == strip.isOver)
          #expect(strip.points.count < 3 || contact.points.count > 1)
        }
      }
    }
  }
}
