import Attempts
import CSDL2
import Geometry
import Preferences
import Scenes
import Sessions
import Testing

@testable import TrainerWindow

extension SDLTests {
  /// Which device works on the back, as chosen in the settings.
  @Suite(.enabled(if: Stage.hasDisplay, Stage.needsDisplay)) @MainActor struct ChosenDevice {}
}

extension SDLTests.ChosenDevice {
  @Test(arguments: Settings.Input.allCases)
  func onlyTheChosenOneMakesTheHand(chosen: Settings.Input) throws {
    let stage = try Stage()
    defer { stage.close() }
    let pad = try VirtualPad(on: stage)
    stage.trainer.session.change(.input(chosen))
    let place = Point(-60, 300)
    // Whoever touches first has the attempt, so the others are tried before the chosen one.
    let order: [Settings.Input] = [.mouse, .touch, .controller].filter { $0 != chosen } + [chosen]
    for device in order where chosen != .automatic || device == .mouse {
      stage.trainer.session.dismissNotice()
      switch device {
      case .mouse, .automatic:
        try stage.button(SDL_MOUSEBUTTONDOWN, at: place)
        try stage.turn()
      case .touch:
        try stage.finger(SDL_FINGERDOWN, 1, place)
        try stage.turn()
      case .controller:
        pad.trigger(0, 0.5)
        try stage.turn("the trigger") {
          try stage.attempt.isAnyHandDown || stage.session.notice != nil
        }
      }
      let isWorking = device == chosen || chosen == .automatic
      #expect(try stage.attempt.isAnyHandDown == isWorking, "\(device)")
      #expect((stage.session.notice != nil) == !isWorking, "\(device)")
      switch device {
      case .mouse, .automatic: try stage.button(SDL_MOUSEBUTTONUP, at: place)
      case .touch: try stage.finger(SDL_FINGERUP, 1, place)
      case .controller: pad.trigger(0, 0)
      }
      try stage.turn("no hand") { try !stage.attempt.isAnyHandDown }
    }
    let kind: DeviceKind =
      switch chosen {
      case .automatic, .mouse: .mouse
      case .touch: .touch
      case .controller: .controller
      }
    #expect(try stage.landings.count == 1)
    #expect(try stage.attempt.header.device.kind == kind)
  }

  /// What is not chosen still reaches every control.
  @Test func theOthersStillWorkControls() throws {
    let stage = try Stage()
    defer { stage.close() }
    let pad = try VirtualPad(on: stage)
    func next() throws -> (Point, Int) {
      let phase = try #require(try stage.attempt.attempt.phaseIndex)
      let target = try #require(
        stage.trainer.targets.first { $0.command == .enterPhase(phase + 1) && $0.isEnabled })
      return (target.area.centre, phase + 1)
    }
    stage.trainer.session.change(.input(.touch))
    var (place, phase) = try next()
    try stage.button(SDL_MOUSEBUTTONDOWN, atFrame: place)
    try stage.button(SDL_MOUSEBUTTONUP, atFrame: place)
    try stage.turn("the next step") { try stage.attempt.attempt.phaseIndex == phase }
    stage.trainer.session.change(.input(.mouse))
    try stage.turn("its controls") { (try? next()) != nil }
    (place, phase) = try next()
    let pixels = stage.trainer.surface.pixels
    let (x, y) = (
      Float(place.x / Double(pixels.width)), Float(place.y / Double(pixels.height))
    )
    try stage.finger(SDL_FINGERDOWN, 1, x: x, y: y)
    try stage.finger(SDL_FINGERUP, 1, x: x, y: y)
    try stage.turn("the step after it") { try stage.attempt.attempt.phaseIndex == phase }
    // The stick walks through controls where it moves no hand.
    #expect(stage.trainer.focus.command == nil)
    pad.stick(0, 0, 1)
    try stage.turn("the focus") { stage.trainer.focus.command != nil }
    pad.stick(0, 0, 0)
    try stage.turn()
    #expect(stage.trainer.sticks.hands[0].isMoving == false)
    #expect(try stage.landings.isEmpty)
  }
}

extension Stage {
  /// The first button at a place of the back in mm.
  func button(_ type: SDL_EventType, at place: Point) throws {
    guard let plate = trainer.plate else { throw Failure(description: "no back on screen") }
    try button(type, atFrame: plate.frame(place))
  }

  /// The first button at a place of the frame, in pixels.
  func button(_ type: SDL_EventType, atFrame place: Point) throws {
    var event = SDL_Event()
    event.button.type = type.rawValue
    event.button.button = 1
    event.button.x = Int32(place.x.rounded())
    event.button.y = Int32(place.y.rounded())
    try push(event)
  }
}
