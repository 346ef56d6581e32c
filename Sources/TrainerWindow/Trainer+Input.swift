import Attempts
import Geometry
import Preferences
import Scenes
import Sessions

/// Where the pointer is and what it holds.
struct Pointer {
  /// In units of the frame; nil while it is outside the window.
  var place: Point?
  /// The control that was pressed and not yet released.
  var pressed: Command?
  /// Whether a finger pressed it, which hovers nowhere.
  var isByFinger = false
  /// Whether the button holds the hand down on the back.
  var isHand = false
}

extension Trainer {
  /// Brings one arrival to the session.
  func take(_ arrival: Arrival, at moment: Int) {
    switch arrival {
    case .pointer(let x, let y): movePointer(to: place(x, y), at: moment)
    case .press(let x, let y):
      doubt.settle()
      press(place(x, y), at: moment)
    case .release(let x, let y):
      if doubt.release() { press(place(x, y), at: moment) }
      release(place(x, y), at: moment)
    case .wheel(let notches): turnWheel(by: notches, at: moment)
    case .pointerLeft:
      pointer.place = nil
      noteHover()
      pacer.isStale = true
    case .fingerDown(let id, let x, let y): fingerDown(id, share(x, y), at: moment)
    case .fingerMove(let id, let x, let y):
      if drawControl(to: share(x, y)) {
        pacer.isStale = true
      } else if scrolling.drag(to: share(x, y), finger: id, unit: frame.scale) {
        // What began on a control is no click any more.
        pointer.pressed = nil
        pacer.isStale = true
      } else if let hand = fingers.hand(of: id), let plate {
        session.move(hand: hand, at: moment, plate.millimetres(share(x, y)))
        pacer.isStale = true
      }
    case .fingerUp(let id, let x, let y): fingerUp(id, share(x, y), at: moment)
    case .key(let key, let modifiers): press(key, modifiers, at: moment)
    case .axis, .button, .plain, .controllersChanged, .controllerRemoved:
      takeController(arrival, at: moment)
    case .focusLost:
      if surface.isButtonDownForSDL { doubt.begin() }
      letGo()
      session.loseFocus(at: moment)
      pacer.isStale = true
    case .resized:
      // The view may not change under a hand.
      letGo()
      session.liftAll(at: moment)
      outside { surface.dropTexture() }
      pacer.isStale = true
    case .exposed:
      surface.forgetShown()
      pacer.isStale = true
    case .focusGained:
      session.gainFocus(at: moment)
      libraryWatch?.look()
      lookAgain()
      pacer.isStale = true
    case .text(let letters): type(letters)
    case .composition(let letters): compose(letters)
    case .soundDeviceAdded: heard.output.deviceAdded()
    case .soundDeviceRemoved(let number): heard.output.deviceRemoved(number)
    case .quit:
      session.close(at: moment)
      pacer.isStale = true
    }
  }

  // MARK: Pointer

  private static let mouse = Device(kind: .mouse, pressure: .set)
  /// SDL reports a pressure of 1 for every touch: that is no measurement.
  private static let touch = Device(kind: .touch, pressure: .none)

  private func movePointer(to place: Point, at moment: Int) {
    pointer.place = place
    if drawControl(to: place) {
      pacer.isStale = true
    } else if scrolling.drag(to: place, finger: nil, unit: frame.scale) {
      pacer.isStale = true
    } else if pointer.isHand, let plate {
      session.move(hand: 0, at: moment, plate.millimetres(place))
      pacer.isStale = true
    } else {
      if !sticks.isMoving, !sticks.isAnyDown { sticks.isShown = false }
      noteHover()
      // The hand is drawn where the pointer is, before it touches.
      if session.acceptsHands, makesHand(.mouse) { pacer.isStale = true }
    }
  }

  private func press(_ place: Point, at moment: Int) {
    pointer.place = place
    pacer.isStale = true
    focus.clear()
    if scrolling.press(at: place, finger: nil) {
      return outside { surface.capturePointer(true) }
    }
    leaveField(unless: target(at: place)?.command)
    sticks.isShown = sticks.isAnyDown
    if let target = target(at: place) {
      pointer.pressed = target.isEnabled ? target.command : nil
      pointer.isByFinger = false
      grasp(target, at: place)
    } else if session.acceptsHands, let plate, plate.contains(place) {
      guard makesHand(.mouse) else { return tellOfChosenDevice() }
      let isOwn = session.land(
        hand: 0, device: Trainer.mouse, at: moment, plate.millimetres(place),
        millimetresPerPixel: millimetresPerPoint)
      guard isOwn else { return }
      pointer.isHand = true
      outside { surface.capturePointer(true) }
    }
  }

  private func release(_ place: Point, at moment: Int) {
    pointer.place = place
    pacer.isStale = true
    if letGoOfControl() {
      pointer.pressed = nil
    } else if scrolling.release(finger: nil) {
      outside { surface.capturePointer(false) }
    } else if pointer.isHand {
      session.lift(hand: 0, at: moment, plate?.millimetres(place))
      letGo()
    } else if let pressed = pointer.pressed {
      pointer.pressed = nil
      if target(at: place)?.command == pressed { perform(pressed, at: moment) }
    }
  }

  /// Forgets what the pointer, fingers and sticks hold; the session lifts the hands.
  func letGo() {
    if pointer.isHand { outside { surface.capturePointer(false) } }
    pointer.isHand = false
    pointer.pressed = nil
    _ = letGoOfControl()
    fingers.clear()
    scrolling.letGo()
    sticks.letGo()
  }

  func target(at place: Point) -> Target? { targets.last { $0.isHit(at: place) } }

  /// Over a part that can be scrolled the wheel scrolls, elsewhere it sets the pressure.
  private func turnWheel(by notches: Int, at moment: Int) {
    pacer.isStale = true
    let isOnPlate = pointer.place.map { plate?.contains($0) ?? false } ?? false
    if pointer.isHand || (isOnPlate && session.question == nil) {
      session.changePressure(by: notches, at: moment)
    } else if let area = pointer.place.flatMap(scrolling.area) ?? scrolling.areas.first {
      scrolling.move(area, by: -Double(notches) * Scrolling.notch * frame.scale)
    } else {
      session.changePressure(by: notches, at: moment)
    }
  }

  /// Scrolls to a control that was chosen by a key.
  func reveal(_ command: Command?) {
    guard let target = targets.first(where: { $0.command == command }) else { return }
    scrolling.reveal(target, margin: 12 * frame.scale)
  }

  /// Takes note of the control under the pointer.
  func noteHover() {
    let command = pointer.place.flatMap { target(at: $0) }.flatMap {
      $0.isEnabled ? $0.command : nil
    }
    guard command != hover else { return }
    hover = command
    pacer.isStale = true
  }

  // MARK: A button in doubt

  /// Whether the desktop has to be asked how the button stands.
  var isInDoubtHere: Bool { doubt.isOpen && surface.isPointerOver }

  /// Takes a press that SDL did not notice.
  func lookAtButton(at moment: Int) {
    guard doubt.isOpen else { return }
    let isDown = outside { surface.isButtonDown }
    let isUnseen = doubt.look(
      isDownForSDL: surface.isButtonDownForSDL, isDown: isDown, isOverWindow: surface.isPointerOver)
    if isUnseen { press(place(surface.pointer.x, surface.pointer.y), at: moment) }
  }

  // MARK: Fingers

  private func fingerDown(_ id: Int64, _ place: Point, at moment: Int) {
    pacer.isStale = true
    focus.clear()
    if scrolling.press(at: place, finger: id) { return }
    // A finger that comes down without having left: its leaving was not reported.
    if let hand = fingers.lift(id) { session.lift(hand: hand, at: moment, nil) }
    leaveField(unless: target(at: place)?.command)
    if let target = target(at: place) {
      pointer.pressed = target.isEnabled ? target.command : nil
      pointer.isByFinger = true
      grasp(target, at: place)
    } else if session.acceptsHands, let plate, plate.contains(place) {
      guard makesHand(.touch) else { return tellOfChosenDevice() }
      guard let hand = fingers.land(id) else { return }
      let isOwn = session.land(
        hand: hand, device: Trainer.touch, at: moment, plate.millimetres(place),
        millimetresPerPixel: millimetresPerPoint)
      if isOwn { sticks.isShown = false } else { _ = fingers.lift(id) }
    }
  }

  private func fingerUp(_ id: Int64, _ place: Point, at moment: Int) {
    pacer.isStale = true
    if letGoOfControl() || scrolling.release(finger: id) {
      pointer.pressed = nil
    } else if let hand = fingers.lift(id) {
      session.lift(hand: hand, at: moment, plate?.millimetres(place))
    } else if let pressed = pointer.pressed {
      pointer.pressed = nil
      if target(at: place)?.command == pressed { perform(pressed, at: moment) }
    }
  }

  // MARK: Keys

  func press(_ key: Key, _ modifiers: Modifiers, at moment: Int) {
    pacer.isStale = true
    if edit(key, modifiers, at: moment) { return }
    switch key {
    case .tab:
      focus.move(by: modifiers.contains(.shift) ? -1 : 1, through: targets)
      return reveal(focus.command)
    case .enter, .space:
      // A control with the focus comes before what the key means on the screen.
      if let command = focus.command, !modifiers.contains(.isRepeat) {
        return perform(command, at: moment)
      }
    case .left, .right, .up, .down:
      if moveByArrow(key) { return }
    default: break
    }
    let command = KeyMap.command(key, modifiers, session: session, shown: targets)
    if let command { return perform(command, at: moment) }
    _ = scrolling.move(by: key, at: pointer.place)
  }

  /// Arrows choose a case in the library, step through the debrief, and move the focus elsewhere.
  private func moveByArrow(_ key: Key) -> Bool {
    if session.question == nil {
      if session.screen == .debrief, focus.command == nil { return false }
      if session.screen == .replay, key == .left || key == .right {
        if focus.command == nil { return false }
        if focus.command == .scrub {
          stepScrub(by: key == .left ? -1 : 1)
          return true
        }
      }
      if session.screen == .history, focus.command.map(isAttempt) ?? true {
        perform(
          key == .up || key == .down
            ? .stepAttempt(key == .up ? -1 : 1) : .stepHistoryCurve(key == .left ? -1 : 1),
          at: Moments.now)
        return true
      }
      if session.screen == .library, focus.command.map(isCase) ?? true {
        var cases = Focus()
        cases.set(.selectCase(listedCases.firstIndex(of: session.selected) ?? 0))
        cases.move(toward: key, through: targets.filter { isCase($0.command) })
        if case .selectCase(let place) = cases.command { select(caseAt: place) }
        if focus.command != nil, let command = cases.command { focus.set(command) }
        reveal(cases.command)
        return true
      }
    }
    if moveDebrief(by: key) { return true }
    if focus.command == .volume, key == .left || key == .right {
      changeVolume(by: key == .left ? -1 : 1)
      return true
    }
    focus.move(toward: key, through: targets)
    reveal(focus.command)
    return true
  }

  func isCase(_ command: Command) -> Bool {
    if case .selectCase = command { true } else { false }
  }

  // MARK: Places

  /// Window points as units of the frame.
  private func place(_ x: Double, _ y: Double) -> Point {
    let points = surface.points
    return share(x / points.width, y / points.height)
  }

  private func share(_ x: Double, _ y: Double) -> Point {
    let pixels = surface.pixels
    return Point(x * Double(pixels.width), y * Double(pixels.height))
  }

  /// Millimetres of the back under one point, which is the grid the pointer is reported on.
  var millimetresPerPoint: Double {
    guard let plate else { return 1 }
    return plate.millimetresPerUnit * Double(surface.pixels.width) / surface.points.width
  }
}
