public import Attempts
import Catalogue
public import Geometry
public import Scenarios

/// The massage: steps, pauses, pressure, hands.
extension Session {
  /// Whether a hand may work now.
  public var acceptsHands: Bool {
    screen == .practice && question == nil && demonstration == nil && underWay?.isPaused == false
      && underWay?.attempt.phaseIndex != nil
  }

  /// Whether steps can be chosen: not in a drill, which has one.
  public var hasSteps: Bool { underWay?.header.scope == .whole }

  /// Goes to a phase, forward or back; choosing the one under way changes nothing.
  public mutating func enterPhase(_ index: Int, at moment: Int) {
    guard screen == .practice, question == nil, demonstration == nil, hasSteps,
      let attempt = underWay, attempt.scenario.phases.indices.contains(index),
      attempt.attempt.phaseIndex != index
    else { return }
    resume(at: moment)
    underWay?.act(.phase(attempt.scenario.phases[index].id), at: moment)
  }

  /// Ends the step under way: the next follows, after the last the attempt ends once confirmed.
  public mutating func endStep(at moment: Int) {
    guard screen == .practice, question == nil, demonstration == nil, let attempt = underWay,
      let index = attempt.attempt.phaseIndex
    else { return }
    if hasSteps, index + 1 < attempt.scenario.phases.count, introduction?.isOver != true {
      enterPhase(index + 1, at: moment)
    } else if introduction != nil {
      endIntroduction()
    } else {
      askToEnd(at: moment)
    }
  }

  /// Asks whether the attempt is to end.
  public mutating func askToEnd(at moment: Int) {
    guard screen == .practice, question == nil, demonstration == nil, let attempt = underWay
    else { return }
    if introduction != nil { return endIntroduction() }
    underWay?.liftAll(at: moment)
    let phases = attempt.scenario.phases
    let untouched = phases.indices.filter { index in
      (hasSteps || attempt.attempt.phaseIndex == index)
        && !attempt.touchedPhases.contains(index)
    }
    question = .endAttempt(untouched: untouched.map { phases[$0].title })
  }

  /// The trainee wants to pause. An exam cannot be paused, and says so.
  public mutating func pause(at moment: Int) {
    if screen == .practice, demonstration == nil, isExam {
      tell(Notice(.information, Texts["examination.noPause"]))
    } else if screen == .replay {
      playReplay(false, at: moment)
    } else {
      stopClock(at: moment)
    }
  }

  /// Stops the clock where it may stop.
  mutating func stopClock(at moment: Int) {
    if demonstration != nil {
      demonstration?.pause(true, at: moment)
    } else if screen == .practice, !isExam {
      underWay?.pause(at: moment)
    }
  }

  public mutating func resume(at moment: Int) {
    guard question == nil else { return }
    if screen == .replay {
      playReplay(true, at: moment)
    } else if demonstration != nil {
      demonstration?.pause(false, at: moment)
    } else {
      underWay?.resume(at: moment)
    }
  }

  /// The window lost the keyboard: hands are lifted and the clock stops; in an exam it runs on, and
  /// how long the window is without the keyboard is told at the end.
  public mutating func loseFocus(at moment: Int) {
    takeHandsOff(at: moment)
    if isExam { underWay?.loseFocus(at: moment) }
  }

  /// Something took the hands away, such as a device that is gone: they are lifted and the clock
  /// stops; in an exam it runs on.
  public mutating func takeHandsOff(at moment: Int) {
    underWay?.liftAll(at: moment)
    if screen == .practice, demonstration == nil { stopClock(at: moment) }
    // Who was away decides when to go on.
    isHeldByQuestion = false
  }

  /// The window has the keyboard again.
  public mutating func gainFocus(at moment: Int) { underWay?.gainFocus(at: moment) }

  public mutating func changePressure(by steps: Int, at moment: Int) {
    guard screen == .practice, demonstration == nil else { return }
    underWay?.changePressure(by: steps, at: moment)
  }

  /// Shows or hides an aid; an exam has none.
  public mutating func toggle(_ aid: Aid, at moment: Int) {
    guard screen == .practice, question == nil, demonstration == nil, !isExam,
      let attempt = underWay?.attempt
    else { return }
    let aids = Aid.allCases.filter { attempt.shown.contains($0) != ($0 == aid) }
    underWay?.show(aids, at: moment)
  }

  // MARK: Hands

  /// A hand coming down on the back.
  ///
  /// - Returns: whether it is this device's hand now. A device that is not the attempt's makes none
  ///   and moves none of the hands that are down.
  @discardableResult
  public mutating func land(
    hand: Int, device: Device, at moment: Int, _ place: Point, measured: Double? = nil,
    millimetresPerPixel: Double
  ) -> Bool {
    guard acceptsHands else { return false }
    guard underWay?.adopt(device) == true else {
      tell(Notice(.warning, SessionWords.otherDevice(underWay?.header.device.kind ?? .mouse)))
      return false
    }
    underWay?.land(
      hand: hand, at: moment, place, measured: measured, millimetresPerPixel: millimetresPerPixel)
    return true
  }

  public mutating func move(hand: Int, at moment: Int, _ place: Point, measured: Double? = nil) {
    underWay?.move(hand: hand, at: moment, place, measured: measured)
  }

  public mutating func lift(hand: Int, at moment: Int, _ place: Point?) {
    underWay?.lift(hand: hand, at: moment, place)
  }

  /// Lifts every hand where it is, as a change of the view must.
  public mutating func liftAll(at moment: Int) { underWay?.liftAll(at: moment) }
}
