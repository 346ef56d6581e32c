import CSDL2
import Testing

@testable import TrainerWindow

/// SDL is one for the whole process: tests that start and end it take turns.
@Suite(.serialized) enum SDLTests {}

extension SDLTests {
  @Suite struct Arrivals {}
}

/// What SDL reports, in the program's own terms and with stamps of its own.
extension SDLTests.Arrivals {
  private func finger(_ type: SDL_EventType, id: Int64, touch: Int64) -> SDL_Event {
    var event = SDL_Event()
    event.tfinger.type = type.rawValue
    event.tfinger.touchId = touch
    event.tfinger.fingerId = id
    event.tfinger.x = 0.25
    event.tfinger.y = 0.5
    event.tfinger.pressure = 1
    return event
  }

  private func key(_ symbol: SDL_KeyCode, _ scancode: SDL_Scancode, _ modifiers: Int = 0)
    -> SDL_Event
  {
    var event = SDL_Event()
    event.key.type = SDL_KEYDOWN.rawValue
    event.key.keysym.sym = Int32(bitPattern: UInt32(symbol.rawValue))
    event.key.keysym.scancode = scancode
    event.key.keysym.mod = UInt16(modifiers)
    return event
  }

  @Test func touchesAreTouches() {
    #expect(
      Arrival(finger(SDL_FINGERDOWN, id: 7, touch: 1)) == .fingerDown(7, x: 0.25, y: 0.5))
    #expect(Arrival(finger(SDL_FINGERUP, id: 7, touch: 1)) == .fingerUp(7, x: 0.25, y: 0.5))
  }

  @Test func aMouseIsNoTouchAndATouchNoMouse() {
    #expect(Arrival(finger(SDL_FINGERDOWN, id: 7, touch: effleurage_mouse_touch_id())) == nil)
    var event = SDL_Event()
    event.motion.type = SDL_MOUSEMOTION.rawValue
    event.motion.which = effleurage_touch_mouse_id()
    #expect(Arrival(event) == nil)
  }

  @Test func onlyTheLeftButtonTouches() {
    var event = SDL_Event()
    event.button.type = SDL_MOUSEBUTTONDOWN.rawValue
    event.button.x = 3
    event.button.y = 4
    event.button.button = 1
    #expect(Arrival(event) == .press(x: 3, y: 4))
    event.button.button = 3
    #expect(Arrival(event) == nil)
  }

  @Test func aFlippedWheelIsTurnedBack() {
    var event = SDL_Event()
    event.wheel.type = SDL_MOUSEWHEEL.rawValue
    event.wheel.y = 2
    #expect(Arrival(event) == .wheel(2))
    event.wheel.direction = SDL_MOUSEWHEEL_FLIPPED.rawValue
    #expect(Arrival(event) == .wheel(-2))
  }

  @Test func keysGoByWhatIsPrintedThenByPlace() {
    #expect(Arrival(key(SDLK_p, SDL_SCANCODE_R)) == .key(.character("p"), []))
    // A Cyrillic layout prints no Latin letter.
    let cyrillic = SDL_KeyCode(rawValue: 0x437)
    #expect(Arrival(key(cyrillic, SDL_SCANCODE_P)) == .key(.character("p"), []))
    #expect(Arrival(key(cyrillic, SDL_SCANCODE_LEFTBRACKET)) == .key(.character("["), []))
    #expect(
      Arrival(key(SDLK_TAB, SDL_SCANCODE_TAB, Int(KMOD_LSHIFT.rawValue))) == .key(.tab, .shift))
  }

  /// Stamps are taken when an event enters the queue, in order, not when it is read.
  @Test func theWatchStampsEventsAsTheyCome() {
    #expect(SDL_Init(SDL_INIT_EVENTS) == 0)
    defer { SDL_Quit() }
    let queue = ArrivalQueue()
    queue.startWatching()
    var first = finger(SDL_FINGERDOWN, id: 1, touch: 1)
    var second = finger(SDL_FINGERMOTION, id: 1, touch: 1)
    let before = Moments.now
    SDL_PushEvent(&first)
    let between = Moments.now
    SDL_PushEvent(&second)
    let after = Moments.now
    queue.pump(waitingAtMost: 0)
    let taken = queue.takeAll()
    queue.stopWatching()
    #expect(
      taken.map(\.arrival) == [.fingerDown(1, x: 0.25, y: 0.5), .fingerMove(1, x: 0.25, y: 0.5)])
    #expect((before...between).contains(taken[0].moment))
    #expect((between...after).contains(taken[1].moment))
    #expect(queue.takeAll().isEmpty)
    SDL_PushEvent(&first)
    #expect(queue.takeAll().isEmpty)
  }
}
