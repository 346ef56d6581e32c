import Attempts
import CSDL2
import Foundation
import Geometry
import ScenarioFiles
import Scenarios
import Scenes
import Sessions
import Testing

@testable import TrainerWindow

/// A whole trainer in the middle of a shipped case, its window on a display nobody sees, driven by
/// SDL's own events and turned by the test.
@MainActor
final class Stage {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  nonisolated static var hasDisplay: Bool {
    ProcessInfo.processInfo.environment["DISPLAY"]?.isEmpty == false
  }

  nonisolated static let needsDisplay: Comment = "There is no display; run it through xvfb-run."

  let trainer: Trainer
  let home: URL
  /// What the machine is said to have slept, in microseconds.
  private final class Sleep { var total = 7_000_000_000 }
  private let sleep = Sleep()

  init(_ mode: Mode = .practice, caseID: String = "lifting-easing-left") throws {
    // Without a window manager nothing gives the window the keyboard.
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1")
    home = FileManager.default.temporaryDirectory.appendingPathComponent(
      "effleurage-stage-" + UUID().uuidString)
    let library = ScenarioLibrary(
      user: UserFolders(environment: ["EFFLEURAGE_HOME": home.path], home: home.path),
      shipped: .ofThisProgram())
    var session = Session(
      cases: [CaseFile(try library.find(caseID))],
      setting: Session.Setting(program: "effleurage test"),
      store: AttemptStore(folder: home.appendingPathComponent("records").path))
    let moment = Trainer.startMoment
    session.begin(mode, start: "2026-05-14T09:30:00Z", at: moment)
    session.choose(.proceed)
    session.confirmDecision(at: moment)
    session.startMassage(at: moment)
    trainer = try Trainer(session: session, started: moment)
    trainer.sleep.total = { [sleep] in sleep.total }
    trainer.start(DisplayWatch { lost in preconditionFailure(lost.description) })
    try turn("a frame") { !trainer.targets.isEmpty }
    // What the desktop has to say about a new window is heard before the test begins.
    for _ in 0..<3 { _ = try trainer.turnOnce() }
  }

  /// Closes the window; a test calls it at its end.
  func close() {
    trainer.finish()
    try? FileManager.default.removeItem(at: home)
  }

  // MARK: What can be seen

  var session: Session { trainer.session }
  var scenario: Scenario { session.cases[0].scenario }

  var attempt: AttemptUnderWay {
    get throws {
      guard let attempt = session.underWay else { throw Failure(description: "no attempt") }
      return attempt
    }
  }

  var landings: [Landing] {
    get throws {
      try attempt.events.compactMap { if case .land(let landing) = $0 { landing } else { nil } }
    }
  }

  /// Every sample of a contact, with the landing's and the lift's.
  func samples(of contact: Int) throws -> [Sample] {
    try attempt.events.compactMap { event in
      switch event {
      case .land(let landing): landing.contact == contact ? landing.sample : nil
      case .move(contact, let sample), .lift(contact, let sample): sample
      default: nil
      }
    }
  }

  func lifts() throws -> [Int] {
    try attempt.events.compactMap {
      if case .lift(let contact, _) = $0 { contact } else { nil }
    }
  }

  func hasPaused() throws -> Bool {
    try attempt.events.contains { if case .act(.pause, _) = $0 { true } else { false } }
  }

  // MARK: What happens

  /// Turns the loop until something can be seen; gives up after a minute, which no machine needs.
  func turn(_ what: String, until isSeen: () throws -> Bool) throws {
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end {
      if try isSeen() { return }
      _ = try trainer.turnOnce()
    }
    throw Failure(description: "never seen: \(what)")
  }

  /// Turns the loop until all that was reported is taken.
  func turn() throws {
    _ = try trainer.turnOnce()
    _ = try trainer.turnOnce()
  }

  func push(_ event: SDL_Event) throws {
    var event = event
    guard SDL_PushEvent(&event) == 1 else { throw Failure(description: "SDL takes no event") }
  }

  func sleepMachine(microseconds: Int) { sleep.total += microseconds }

  /// A finger at a place of the back in mm.
  func finger(_ type: SDL_EventType, _ id: Int64, _ place: Point) throws {
    guard let plate = trainer.plate else { throw Failure(description: "no back on screen") }
    let frame = plate.frame(place)
    let pixels = trainer.surface.pixels
    try finger(
      type, id, x: Float(frame.x / Double(pixels.width)), y: Float(frame.y / Double(pixels.height)))
  }

  /// A finger at a share of the window.
  func finger(_ type: SDL_EventType, _ id: Int64, x: Float, y: Float) throws {
    var event = SDL_Event()
    event.tfinger.type = type.rawValue
    event.tfinger.touchId = 1
    event.tfinger.fingerId = id
    event.tfinger.x = x
    event.tfinger.y = y
    event.tfinger.pressure = 1
    try push(event)
  }

  func window(_ what: SDL_WindowEventID) throws {
    var event = SDL_Event()
    event.window.type = SDL_WINDOWEVENT.rawValue
    event.window.event = UInt8(what.rawValue)
    try push(event)
  }

  func tell(_ type: SDL_EventType) throws {
    var event = SDL_Event()
    event.type = type.rawValue
    try push(event)
  }
}

/// A controller that is plugged into SDL and not into the machine.
@MainActor
final class VirtualPad {
  enum Failure: Error { case noVirtualDevice }

  private let stage: Stage
  private let joystick: OpaquePointer
  private let index: Int32
  let id: Int32

  /// - Parameter type: `SDL_JOYSTICK_TYPE_GAMECONTROLLER` for one whose layout SDL knows.
  init(
    on stage: Stage, _ type: SDL_JoystickType = SDL_JOYSTICK_TYPE_GAMECONTROLLER, axes: Int32 = 6
  ) throws {
    self.stage = stage
    index = SDL_JoystickAttachVirtual(type, axes, 15, 0)
    guard index >= 0, let joystick = SDL_JoystickOpen(index) else {
      throw Failure.noVirtualDevice
    }
    self.joystick = joystick
    let id = SDL_JoystickInstanceID(joystick)
    self.id = id
    // Its triggers stand in the middle until something is said of them.
    if axes >= 6 { for axis in [4, 5] as [Int32] { set(axis, -1) } }
    try stage.turn("the controller") { stage.trainer.controllers.device(id) != nil }
    try stage.turn()
  }

  func set(_ axis: Int32, _ share: Double) {
    SDL_JoystickSetVirtualAxis(joystick, axis, Int16((share * 32767).rounded()))
  }

  /// Left is 0, right 1; shares of the travel.
  func stick(_ side: Int32, _ x: Double, _ y: Double) {
    set(side * 2, x)
    set(side * 2 + 1, y)
  }

  /// Left is 0, right 1; share of the travel, 0 to 1.
  func trigger(_ side: Int32, _ travel: Double) { set(4 + side, travel * 2 - 1) }

  /// Presses a button and lets it go.
  func press(_ button: SDL_GameControllerButton) throws { try press(button.rawValue) }

  func press(_ button: Int32) throws {
    hold(button, true)
    try stage.turn()
    hold(button, false)
    try stage.turn()
  }

  func hold(_ button: Int32, _ isHeld: Bool) {
    SDL_JoystickSetVirtualButton(joystick, button, isHeld ? 1 : 0)
  }

  func unplug() { SDL_JoystickDetachVirtual(index) }
}
