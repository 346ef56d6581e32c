import Attempts
import Catalogue
import Geometry
import Preferences
import Scenarios
import Scenes
import Sessions

/// Controllers: hands on the back, and the way through all else.
extension Trainer {
  /// What is connected, for the settings.
  var inputDevices: InputDevices { controllers.shown }

  func takeController(_ arrival: Arrival, at moment: Int) {
    switch arrival {
    case .axis(let id, let axis, let share):
      guard let device = controllers.device(id), hears(device, isMeant: axis.isMeant(share))
      else { return }
      take(axis, share, at: moment)
    case .button(let id, let button, let isDown):
      guard let device = controllers.device(id), hears(device, isMeant: isDown) else { return }
      take(button, isDown: isDown, at: moment)
    case .plain(let id, let control):
      guard let device = controllers.device(id), case .plain(let trigger) = device.layout,
        hears(device, isMeant: control.isMeant(trigger: trigger))
      else { return }
      take(control, trigger: trigger, at: moment)
    case .controllersChanged: lookForControllers(at: moment)
    case .controllerRemoved(let id): lose(id, at: moment)
    default: break
    }
  }

  /// Begins to listen to controllers, and learns how those that are there stand.
  func listenToControllers(at moment: Int) {
    controllers.listen()
    for device in controllers.devices { learn(device, at: moment) }
  }

  private func lookForControllers(at moment: Int) {
    for device in controllers.look() where session.acceptsHands {
      let words =
        device.measuresPressure
        ? Texts["devices.controllerAdded", ["name": device.name]]
        : Texts["devices.plainControllerAdded", ["name": device.name]]
      session.tell(Notice(.information, words))
      pacer.isStale = true
    }
    if let device = controllers.devices.last { learn(device, at: moment) }
  }

  /// Takes note of sticks and triggers as they stand, because only changes are reported; not while
  /// another device has the hands.
  private func learn(_ device: Controllers.Device, at moment: Int) {
    guard sticks.speaker == nil else { return }
    for arrival in controllers.standing(device) { takeController(arrival, at: moment) }
    sticks.speaker = nil
    sticks.isShown = false
  }

  /// Whether what a device reports counts: one that was moved on purpose has the hands, and a
  /// second that lies on the table and trembles does not take them from it.
  private func hears(_ device: Controllers.Device, isMeant: Bool) -> Bool {
    if sticks.speaker == device.id { return true }
    guard isMeant else { return sticks.speaker == nil }
    sticks.speaker = device.id
    sticks.pressure = device.measuresPressure ? .measured : .set
    return true
  }

  /// A device is gone. When it was the one in use the hand is lifted and the attempt pauses.
  private func lose(_ id: Int32, at moment: Int) {
    guard let device = controllers.remove(id), sticks.speaker == id else { return }
    let wasAtWork =
      session.acceptsHands
      && (sticks.isShown || session.underWay?.header.device.kind == .controller)
    sticks.forgetDevice()
    if let other = controllers.devices.last { learn(other, at: moment) }
    pacer.isStale = true
    guard wasAtWork else { return }
    letGo()
    session.takeHandsOff(at: moment)
    let words =
      session.isExam
      ? Texts["devices.controllerGoneInExam", ["name": device.name]]
      : Texts["devices.controllerGone", ["name": device.name]]
    session.tell(Notice(.warning, words))
  }

  // MARK: Hands

  /// Whether sticks and triggers work on the back now; else they walk through controls.
  private var acceptsSticks: Bool { session.acceptsHands && makesHand(.controller) }

  /// Moves the hands on to a moment.
  func moveSticks(to moment: Int) {
    guard let plate, acceptsSticks, let attempt = session.underWay else {
      sticks.stay(until: moment)
      return
    }
    sticks.prepare(for: attempt.header.start + attempt.scenario.id, attempt.scenario)
    for index in sticks.out where sticks.hands[index].isDown {
      // A new step or a question lifted it.
      if !attempt.isDown(hand: index) { sticks.letGo(index) }
    }
    for (hand, step) in sticks.advance(to: moment, within: plate.millimetreArea) {
      pacer.isStale = true
      if let pressure = sticks.hands[hand].pressure {
        session.move(hand: hand, at: step.moment, step.place, measured: pressure)
      }
    }
  }

  private func take(_ axis: PadAxis, _ share: Double, at moment: Int) {
    moveSticks(to: moment)
    pacer.isStale = true
    switch axis {
    case .leftTrigger, .rightTrigger: touch(sticks.pull(axis, share), at: moment)
    default:
      sticks.tilt(axis, share, at: moment)
      walk(byStickAt: moment)
    }
  }

  private func touch(_ pulled: (hand: Int, touch: StickHand.Touch), at moment: Int) {
    let place = sticks.hands[pulled.hand].place
    switch pulled.touch {
    case .none: break
    case .land(let pressure):
      guard acceptsSticks else {
        sticks.letGo(pulled.hand)
        if session.acceptsHands { tellOfChosenDevice() }
        return
      }
      focus.clear()
      // That the device is ready need not be said any longer.
      if session.notice?.kind == .information { session.dismissNotice() }
      let isOwn = session.land(
        hand: pulled.hand, device: Device(kind: .controller, pressure: sticks.pressure), at: moment,
        place, measured: pressure, millimetresPerPixel: millimetresPerPoint)
      if !isOwn { sticks.letGo(pulled.hand) }
    case .press(let pressure):
      session.move(hand: pulled.hand, at: moment, place, measured: pressure)
    case .lift: session.lift(hand: pulled.hand, at: moment, place)
    }
  }

  // MARK: Buttons

  private func take(_ button: PadButton, isDown: Bool, at moment: Int) {
    moveSticks(to: moment)
    pacer.isStale = true
    if let key = button.arrow {
      if isDown {
        hold(key, isOfStick: false, at: moment)
      } else if sticks.arrow?.key == key {
        sticks.arrow = nil
      }
      return
    }
    guard isDown else { return }
    let isWorking = session.acceptsHands
    switch button {
    case .a: press(.enter, [], at: moment)
    case .b: perform(.back, at: moment)
    case .start:
      guard [.practice, .demonstration, .replay].contains(session.screen),
        session.question == nil
      else { return }
      let isStanding =
        session.screen == .replay ? !session.isRunning : session.onScreen?.isPaused == true
      perform(isStanding ? .resume : .pause, at: moment)
    case .select: perform(session.question == .help ? .cancel : .help, at: moment)
    case .leftShoulder, .rightShoulder:
      let step = button == .leftShoulder ? -1 : 1
      if isWorking, session.hasSteps, let index = session.underWay?.attempt.phaseIndex {
        perform(.enterPhase(index + step), at: moment)
      } else {
        focus.move(by: step, through: targets)
      }
    case .x where isWorking:
      perform(sticks.pressure == .set ? .pressureDown : .toggleAid(.guide), at: moment)
    case .y where isWorking:
      perform(sticks.pressure == .set ? .pressureUp : .toggleView, at: moment)
    case .rightStick: sticks.putSecondAway()
    case .x, .y, .up, .down, .left, .right: break
    }
  }

  /// A device without a known layout: buttons in the order most drivers give them.
  private func take(_ control: PlainControl, trigger: Int?, at moment: Int) {
    switch control {
    case .axis(0, let share): take(.leftX, share, at: moment)
    case .axis(1, let share): take(.leftY, share, at: moment)
    case .axis(let number, let share):
      if number == trigger { take(.leftTrigger, (share + 1) / 2, at: moment) }
    case .button(0, let isDown)
    where trigger == nil && acceptsSticks && focus.command == nil:
      take(.leftTrigger, isDown ? 1 : 0, at: moment)
    case .button(let number, let isDown):
      let names: [PadButton] = [
        .a, .b, .x, .y, .leftShoulder, .rightShoulder, .select, .start,
      ]
      if number == 0, trigger == nil, !isDown { take(.leftTrigger, 0, at: moment) }
      if names.indices.contains(number) { take(names[number], isDown: isDown, at: moment) }
    case .hat(let bits):
      let arrows: [(UInt8, PadButton)] = [(1, .up), (2, .right), (4, .down), (8, .left)]
      let held = arrows.first { bits & $0.0 != 0 }?.1
      if let held {
        take(held, isDown: true, at: moment)
      } else {
        sticks.arrow = nil
      }
    }
  }

  // MARK: Walking through controls

  /// Where no hand works, the left stick goes from control to control.
  private func walk(byStickAt moment: Int) {
    guard !acceptsSticks, let tilt = sticks.hands[0].direction else {
      if sticks.arrow?.isOfStick == true { sticks.arrow = nil }
      return
    }
    if sticks.arrow?.key != tilt { hold(tilt, isOfStick: true, at: moment) }
  }

  private func hold(_ key: Key, isOfStick: Bool, at moment: Int) {
    sticks.arrow = ControllerHands.Arrow(
      key: key, isOfStick: isOfStick, next: moment + ControllerHands.repeatDelay)
    press(key, [], at: moment)
  }

  /// Repeats a direction that is held.
  func repeatArrow(at moment: Int) {
    guard let arrow = sticks.arrow, moment >= arrow.next else { return }
    sticks.arrow?.next = moment + ControllerHands.repeatPeriod
    press(arrow.key, [], at: moment)
  }
}

extension PadAxis {
  /// Whether it was moved on purpose.
  fileprivate func isMeant(_ share: Double) -> Bool {
    switch self {
    case .leftTrigger, .rightTrigger: share >= StickHand.contact
    default: abs(share) > StickHand.deadZone
    }
  }
}

extension PlainControl {
  /// Whether it was moved on purpose.
  fileprivate func isMeant(trigger: Int?) -> Bool {
    switch self {
    case .axis(0, let share), .axis(1, let share): PadAxis.leftX.isMeant(share)
    case .axis(let number, let share):
      number == trigger && PadAxis.leftTrigger.isMeant((share + 1) / 2)
    case .button(_, let isDown): isDown
    case .hat(let bits): bits != 0
    }
  }
}

extension PadButton {
  fileprivate var arrow: Key? {
    switch self {
    case .up: .up
    case .down: .down
    case .left: .left
    case .right: .right
    default: nil
    }
  }
}

extension StickHand {
  /// The direction of a stick that is tilted by more than half.
  fileprivate var direction: Key? {
    guard velocity.length > StickHand.fastest * 0.2 else { return nil }
    let velocity = velocity
    if abs(velocity.x) > abs(velocity.y) { return velocity.x < 0 ? .left : .right }
    return velocity.y < 0 ? .up : .down
  }
}

extension PlateView {
  /// The part of the back that is shown, in mm.
  var millimetreArea: Rectangle {
    let corner = millimetres(Point(area.x, area.y) * frameScale)
    let opposite = millimetres(Point(area.maxX, area.maxY) * frameScale)
    return Rectangle(
      x: corner.x, y: corner.y, width: opposite.x - corner.x, height: opposite.y - corner.y)
  }
}
