import Attempts
import CSDL2
import Geometry
import Scenarios
import Scenes
import Sessions
import Testing

@testable import TrainerWindow

extension SDLTests {
  /// A controller, as SDL reports it, plugged in and out at any time.
  @Suite(.enabled(if: Stage.hasDisplay, Stage.needsDisplay)) @MainActor struct Controller {}
}

extension SDLTests.Controller {
  @Test func aStrokeByStickAndTrigger() throws {
    let stage = try Stage()
    defer { stage.close() }
    let pad = try VirtualPad(on: stage)
    #expect(stage.session.notice?.kind == .information)
    #expect(stage.session.notice?.text.contains("trigger") == true)
    let start = stage.trainer.sticks.hands[0].place
    pad.stick(0, 0, 0.5)
    try stage.turn("the hand on its way") {
      stage.trainer.sticks.hands[0].place.y > start.y + 10
    }
    // It hovers where it will touch.
    #expect(stage.trainer.sticks.hovering.count == 1)
    #expect(try stage.landings.isEmpty)

    pad.trigger(1, 0.30)
    try stage.turn("a hand on the back") { try stage.attempt.isAnyHandDown }
    #expect(stage.trainer.sticks.hovering.isEmpty)
    #expect(stage.session.notice == nil)
    let landed = stage.trainer.sticks.hands[0].place
    try stage.turn("a stroke") { stage.trainer.sticks.hands[0].place.y > landed.y + 40 }
    pad.trigger(1, 0.5)
    try stage.turn("more") { stage.trainer.sticks.hands[0].place.y > landed.y + 60 }
    pad.trigger(1, 0)
    try stage.turn("no hand") { try !stage.attempt.isAnyHandDown }

    #expect(try stage.attempt.header.device == Device(kind: .controller, pressure: .measured))
    let landing = try #require(try stage.landings.first)
    #expect(landing.hand == 0)
    #expect(abs(landing.sample.position.point.x - start.x) < 0.01)
    #expect(landing.sample.pressure.map { abs($0 - 271) <= 1 } == true)
    let samples = try stage.samples(of: 1)
    #expect(samples.last?.pressure.map { abs($0 - 479) <= 1 } == true)

    // Motion belongs to the clock: so many mm in so many microseconds, whatever the frames did.
    let way = (0.5 - StickHand.deadZone) / (1 - StickHand.deadZone)
    let speed = StickHand.fastest * way * way
    // Between landing and lift a sample may be of the trigger, between two steps of the stick.
    for sample in samples.dropFirst().dropLast() {
      let wanted = speed * Double(sample.time - landing.sample.time) / 1_000_000
      let moved = sample.position.point.y - landing.sample.position.point.y
      #expect(abs(moved - wanted) <= speed * Double(2 * StickHand.period) / 1_000_000 + 0.02)
    }
  }

  @Test func bothSticksAreTwoHands() throws {
    let stage = try Stage()
    defer { stage.close() }
    let pad = try VirtualPad(on: stage)
    pad.stick(0, 0, 0.7)
    pad.stick(1, 0.4, 0.7)
    try stage.turn("two hands") { stage.trainer.sticks.hovering.count == 2 }
    pad.trigger(0, 0.2)
    pad.trigger(1, 0.6)
    try stage.turn("both down") { try stage.attempt.attempt.down.count == 2 }
    let places = stage.trainer.sticks.hands.map(\.place)
    try stage.turn("both moving") {
      zip(stage.trainer.sticks.hands, places).allSatisfy { $0.place.y > $1.y + 20 }
    }
    pad.trigger(0, 0)
    try stage.turn("one left") { try stage.attempt.attempt.down.count == 1 }
    pad.trigger(1, 0)
    try stage.turn("none left") { try !stage.attempt.isAnyHandDown }
    #expect(try Set(stage.landings.map(\.hand)) == [0, 1])
    for landing in try stage.landings {
      let travel = landing.hand == 0 ? 0.2 : 0.6
      let wanted = Int(((travel - 0.04) / 0.96 * 1000).rounded())
      #expect(landing.sample.pressure.map { abs($0 - wanted) <= 1 } == true)
      #expect((landing.sample.position.point.x < 0) == (landing.hand == 0))
    }
  }

  @Test func theHandStaysOnWhatIsShown() throws {
    let stage = try Stage()
    defer { stage.close() }
    let pad = try VirtualPad(on: stage)
    pad.stick(0, -1, 0)
    let area = try #require(stage.trainer.plate).millimetreArea
    try stage.turn("the edge") { stage.trainer.sticks.hands[0].place.x == area.x }
  }

  @Test(arguments: [Mode.practice, .exam])
  func pulledOutInMidStroke(mode: Mode) throws {
    let stage = try Stage(mode)
    defer { stage.close() }
    let pad = try VirtualPad(on: stage)
    pad.stick(0, 0, 0.6)
    pad.trigger(0, 0.4)
    try stage.turn("a hand on the back") { try stage.attempt.isAnyHandDown }
    let landed = stage.trainer.sticks.hands[0].place
    try stage.turn("a stroke") { stage.trainer.sticks.hands[0].place.y > landed.y + 15 }
    pad.unplug()
    try stage.turn("no controller") { stage.trainer.inputDevices.controllers.isEmpty }
    #expect(try stage.lifts() == [1])
    #expect(try stage.hasPaused() == (mode == .practice))
    #expect(try stage.attempt.isPaused == (mode == .practice))
    #expect(stage.session.notice?.kind == .warning)
    // Its last pressure is what the trainee pressed, not what a missing device seems to say.
    #expect(try stage.samples(of: 1).last?.pressure.map { $0 <= 376 } == true)

    // Plugged in again it goes on, with the same attempt.
    let again = try VirtualPad(on: stage)
    #expect(stage.trainer.inputDevices.controllers.count == 1)
    if mode == .practice {
      try again.press(SDL_CONTROLLER_BUTTON_START)
      try stage.turn("practice goes on") { try !stage.attempt.isPaused }
    }
    again.trigger(0, 0.4)
    try stage.turn("a second contact") { try stage.landings.count == 2 }
  }

  @Test func aDeviceThatRestsIsPulledOutWithoutHarm() throws {
    let stage = try Stage()
    defer { stage.close() }
    let used = try VirtualPad(on: stage)
    let idle = try VirtualPad(on: stage)
    #expect(stage.trainer.inputDevices.controllers.count == 2)
    #expect(stage.trainer.inputDevices.controllers.allSatisfy { $0.measuresPressure })
    used.trigger(0, 0.4)
    try stage.turn("a hand on the back") { try stage.attempt.isAnyHandDown }
    idle.unplug()
    try stage.turn("one controller") { stage.trainer.controllers.devices.map(\.id) == [used.id] }
    #expect(try stage.attempt.isAnyHandDown)
    #expect(stage.session.notice?.kind != .warning)
  }

  /// Everything but the stroke: pausing, steps, questions, the way back.
  @Test func buttonsReachEverything() throws {
    let stage = try Stage()
    defer { stage.close() }
    let pad = try VirtualPad(on: stage)
    try pad.press(SDL_CONTROLLER_BUTTON_START)
    #expect(try stage.attempt.isPaused)
    try pad.press(SDL_CONTROLLER_BUTTON_START)
    #expect(try !stage.attempt.isPaused)
    try pad.press(SDL_CONTROLLER_BUTTON_RIGHTSHOULDER)
    #expect(try stage.attempt.attempt.phaseIndex == 1)
    try pad.press(SDL_CONTROLLER_BUTTON_LEFTSHOULDER)
    #expect(try stage.attempt.attempt.phaseIndex == 0)
    try pad.press(SDL_CONTROLLER_BUTTON_LEFTSHOULDER)
    #expect(try stage.attempt.attempt.phaseIndex == 0)
    try pad.press(SDL_CONTROLLER_BUTTON_A)
    #expect(try stage.attempt.attempt.phaseIndex == 1)
    let view = stage.trainer.view
    try pad.press(SDL_CONTROLLER_BUTTON_Y)
    #expect(stage.trainer.view != view)
    // Walking with the cross, also while it is held.
    try pad.press(SDL_CONTROLLER_BUTTON_DPAD_DOWN)
    let first = try #require(stage.trainer.focus.command)
    pad.hold(SDL_CONTROLLER_BUTTON_DPAD_DOWN.rawValue, true)
    try stage.turn("the focus walking on") {
      stage.trainer.focus.command.map { $0 != first } ?? false
    }
    pad.hold(SDL_CONTROLLER_BUTTON_DPAD_DOWN.rawValue, false)
    try stage.turn()
    try pad.press(SDL_CONTROLLER_BUTTON_BACK)
    #expect(stage.session.question == .help)
    let help = KeyMap.controllerHelp(on: .practice, stage.trainer.inputDevices)
    #expect(help.count == 5)
    #expect(KeyMap.controllerHelp(on: .practice, InputDevices()).isEmpty)
    try pad.press(SDL_CONTROLLER_BUTTON_BACK)
    #expect(stage.session.question == nil)
    try pad.press(SDL_CONTROLLER_BUTTON_B)
    #expect(stage.session.question == .leaveAttempt)
    try pad.press(SDL_CONTROLLER_BUTTON_B)
    #expect(stage.session.question == nil)
    try pad.press(SDL_CONTROLLER_BUTTON_B)
    try pad.press(SDL_CONTROLLER_BUTTON_A)
    #expect(stage.session.screen == .library)
    try pad.press(SDL_CONTROLLER_BUTTON_A)
    #expect(stage.session.screen == .patient)
  }

  /// A pause under a held trigger: nothing touches until it was let go.
  @Test func aTriggerHeldThroughAPauseDoesNotTouch() throws {
    let stage = try Stage()
    defer { stage.close() }
    let pad = try VirtualPad(on: stage)
    pad.trigger(0, 0.4)
    try stage.turn("a hand on the back") { try stage.attempt.isAnyHandDown }
    try pad.press(SDL_CONTROLLER_BUTTON_START)
    #expect(try stage.lifts() == [1])
    try pad.press(SDL_CONTROLLER_BUTTON_START)
    pad.trigger(0, 0.6)
    try stage.turn()
    #expect(try !stage.attempt.isAnyHandDown)
    pad.trigger(0, 0)
    try stage.turn()
    pad.trigger(0, 0.6)
    try stage.turn("a new contact") { try stage.attempt.isAnyHandDown }
    // A new step lifts it too.
    try pad.press(SDL_CONTROLLER_BUTTON_RIGHTSHOULDER)
    #expect(try !stage.attempt.isAnyHandDown)
    #expect(!stage.trainer.sticks.isAnyDown)
  }

  /// Two axes and buttons of which nothing is known: pressure is set, as with a mouse.
  @Test func aPlainJoystick() throws {
    let stage = try Stage()
    defer { stage.close() }
    let pad = try VirtualPad(on: stage, SDL_JOYSTICK_TYPE_FLIGHT_STICK, axes: 2)
    #expect(stage.trainer.inputDevices.controllers.map(\.measuresPressure) == [false])
    // It is greeted with what it has.
    let greeting = try #require(stage.session.notice?.text)
    #expect(greeting.contains("button 1") && !greeting.contains("trigger"))
    let start = stage.trainer.sticks.hands[0].place
    pad.stick(0, 0.7, 0)
    pad.hold(0, true)
    try stage.turn("a stroke") {
      try stage.attempt.isAnyHandDown && stage.trainer.sticks.hands[0].place.x > start.x + 20
    }
    pad.hold(0, false)
    try stage.turn("no hand") { try !stage.attempt.isAnyHandDown }
    #expect(try stage.attempt.header.device == Device(kind: .controller, pressure: .set))
    let pressure = try stage.attempt.pressure.share
    let samples = try stage.samples(of: 1)
    #expect(samples.allSatisfy { $0.pressure == Int((pressure * 1000).rounded()) })
  }

  @Test func anotherDeviceDoesNotGoOnWithAnAttempt() throws {
    let stage = try Stage()
    defer { stage.close() }
    let pad = try VirtualPad(on: stage)
    pad.trigger(0, 0.4)
    try stage.turn("a hand on the back") { try stage.attempt.isAnyHandDown }
    pad.trigger(0, 0)
    try stage.turn("no hand") { try !stage.attempt.isAnyHandDown }
    try stage.finger(SDL_FINGERDOWN, 1, Point(-60, 300))
    try stage.turn()
    #expect(try stage.landings.count == 1)
    #expect(stage.session.notice?.kind == .warning)
  }

  /// Refused because the attempt is made by touch: the finger's hand stays where the finger is.
  @Test func aControllerThatIsRefusedMovesNoHand() throws {
    let stage = try Stage()
    defer { stage.close() }
    let pad = try VirtualPad(on: stage)
    let place = Point(-60, 300)
    try stage.finger(SDL_FINGERDOWN, 1, place)
    try stage.turn("the finger's hand") { try stage.attempt.isAnyHandDown }
    pad.stick(0, 0.8, 0.8)
    pad.trigger(0, 0.6)
    try stage.turn("the refusal") { stage.session.notice?.kind == .warning }
    let start = stage.trainer.sticks.hands[0].place
    try stage.turn("the stick at work") {
      stage.trainer.sticks.hands[0].place.distance(to: start) > 20
    }
    pad.trigger(0, 0.9)
    pad.trigger(1, 0.9)
    try stage.turn()
    try stage.turn()
    pad.trigger(0, 0)
    pad.trigger(1, 0)
    pad.stick(0, 0, 0)
    try stage.turn("the controller at rest") { !stage.trainer.sticks.isMoving }
    // The finger is down as before, and nothing of it was moved, pressed or lifted.
    #expect(try stage.attempt.attempt.down == [1])
    #expect(try stage.lifts().isEmpty)
    try stage.finger(SDL_FINGERUP, 1, place)
    try stage.turn("no hand") { try !stage.attempt.isAnyHandDown }
    #expect(try stage.landings.count == 1)
    #expect(try stage.attempt.header.device == Device(kind: .touch, pressure: .none))
    for sample in try stage.samples(of: 1) {
      #expect(sample.position.point.distance(to: place) < 0.5)
      #expect(sample.pressure == nil)
    }
  }
}
