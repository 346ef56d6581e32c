import Attempts
import BackAtlas
import Geometry
import Scenarios

/// The hands that controllers move, and what is held on them.
///
/// The left stick moves a hand, and either trigger presses it. Once the right stick is moved there
/// are two: each stick has its own hand and each trigger presses that of its side.
struct ControllerHands {
  /// A direction that is held, for walking through controls.
  struct Arrow {
    var key: Key
    var isOfStick: Bool
    /// When it counts once more.
    var next: Int
  }

  /// How long a direction is held before it repeats, and from one repetition to the next, in
  /// microseconds.
  static let repeatDelay = 400_000
  static let repeatPeriod = 150_000

  private(set) var hands = ControllerHands.resting(at: [.zero, .zero])
  /// Whether the second hand is out.
  private(set) var isSecondOut = false
  /// Whether the hands are what the person works with at present: then they are drawn hovering.
  var isShown = false
  /// The device that spoke last.
  var speaker: Int32?
  var pressure = PressureSource.measured
  var arrow: Arrow?
  /// Which attempt the hands were put in place for.
  private var attempt: String?
  private var triggers = (left: 0.0, right: 0.0)

  private static func resting(at places: [Point]) -> [StickHand] {
    places.map { StickHand(at: $0) }
  }

  /// Numbers of the hands that are out.
  var out: Range<Int> { 0..<(isSecondOut ? 2 : 1) }
  var isMoving: Bool { out.contains { hands[$0].isMoving } }
  var isAnyDown: Bool { out.contains { hands[$0].isDown } }

  /// Where the hands are that do not touch, in mm.
  var hovering: [Point] {
    isShown ? out.filter { !hands[$0].isDown }.map { hands[$0].place } : []
  }

  /// At the beginning of an attempt the hands lie beside L3, 60 mm from the spine.
  mutating func prepare(for attempt: String, _ scenario: Scenario) {
    guard attempt != self.attempt else { return }
    self.attempt = attempt
    let level = Double(scenario.patient.back.level(.l3))
    for (index, side) in [-60.0, 60].enumerated() { hands[index].place = Point(side, level) }
    isSecondOut = false
  }

  /// Moves the hands on and gives the places they came to, in the order of time.
  mutating func advance(to moment: Int, within area: Rectangle) -> [(
    hand: Int, step: StickHand.Step
  )] {
    var steps: [(hand: Int, step: StickHand.Step)] = []
    for index in out {
      if hands[index].isMoving {
        steps += hands[index].advance(to: moment, within: area).map { (index, $0) }
      } else {
        hands[index].stay(until: moment, within: area)
      }
    }
    return steps.sorted { ($0.step.moment, $0.hand) < ($1.step.moment, $1.hand) }
  }

  /// No hand may work: none moves and none touches.
  mutating func stay(until moment: Int) {
    for index in hands.indices {
      hands[index].letGo()
      hands[index].stay(until: moment, within: nil)
    }
  }

  /// A stick at a moment up to which the hands were moved.
  mutating func tilt(_ axis: PadAxis, _ share: Double, at moment: Int) {
    switch axis {
    case .leftX: hands[0].tilt(x: share, at: moment)
    case .leftY: hands[0].tilt(y: share, at: moment)
    case .rightX: hands[1].tilt(x: share, at: moment)
    case .rightY: hands[1].tilt(y: share, at: moment)
    case .leftTrigger, .rightTrigger: return
    }
    // While the right trigger presses the one hand, its stick does not take it away.
    if !isSecondOut, hands[1].isMoving, triggers.right < StickHand.release {
      isSecondOut = true
      _ = hands[1].pull(triggers.right)
      hands[1].stay(until: moment, within: nil)
    }
    if isMoving { isShown = true }
  }

  /// A trigger; gives the hand it presses and what that does.
  mutating func pull(_ axis: PadAxis, _ travel: Double) -> (hand: Int, touch: StickHand.Touch) {
    if axis == .leftTrigger { triggers.left = travel } else { triggers.right = travel }
    let hand = isSecondOut && axis == .rightTrigger ? 1 : 0
    let share =
      isSecondOut
      ? (hand == 0 ? triggers.left : triggers.right) : max(triggers.left, triggers.right)
    if share >= StickHand.contact { isShown = true }
    return (hand, hands[hand].pull(share))
  }

  /// Puts the second hand away, unless it works.
  mutating func putSecondAway() {
    if !hands[1].isDown { isSecondOut = false }
  }

  mutating func letGo(_ hand: Int) { hands[hand].letGo() }

  mutating func letGo() {
    for index in hands.indices { hands[index].letGo() }
    arrow = nil
  }

  /// The device that moved the hands is gone.
  mutating func forgetDevice() {
    for index in hands.indices { hands[index].forgetDevice() }
    triggers = (0, 0)
    arrow = nil
    speaker = nil
    isShown = false
  }
}
