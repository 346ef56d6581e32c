import Attempts
import Drawing
import Geometry
import Patients
import Preferences
import Scenarios
import Scenes
import Scoring
import Sessions

/// The session as screens.
extension Trainer {
  /// What a frame of the window is now.
  var frame: Frame {
    let pixels = surface.pixels
    var frame = Frame(
      width: Double(pixels.width), height: Double(pixels.height), isDark: isDark,
      focus: focus.command, hover: hover, textSize: textSize,
      density: Double(pixels.width) / surface.points.width, isReducedMotion: isReducedMotion,
      scrolls: scrolling.offsets)
    if pointer.isByFinger || pointer.pressed == hover { frame.pressed = pointer.pressed }
    return frame
  }

  func draw(on canvas: Canvas, in frame: Frame, at moment: Int) -> Drawn {
    let drawn = shown(at: moment).draw(on: canvas, in: frame)
    if let notice = session.notice { bar(notice).draw(on: canvas, in: frame) }
    pictures.shown = passingState(at: moment)
    return drawn
  }

  /// What the next frame shows, by name.
  var standing: PanelFade.Standing {
    PanelFade.Standing(screen: session.screen, question: session.question)
  }

  /// Whether the library was opened and is scrolled to the chosen case now.
  func revealChosenCase() -> Bool {
    guard session.screen == .library else {
      revealsCase = true
      return false
    }
    guard revealsCase, session.question == nil else { return false }
    revealsCase = false
    let before = scrolling.offsets
    reveal(listedCases.firstIndex(of: session.selected).map { .selectCase($0) })
    return scrolling.offsets != before
  }

  /// The screen that stands, under the question that is asked.
  func shown(at moment: Int) -> any Screen {
    let screen = screen(at: moment)
    guard let question = session.question else { return screen }
    return DialogScreen(withClock(dialog(question), question), over: screen)
  }

  private func bar(_ notice: Notice) -> NoticeBar {
    switch notice.kind {
    case .information: NoticeBar(.information, notice.text)
    case .warning: NoticeBar(.warning, notice.text)
    case .error: NoticeBar(.error, notice.text)
    }
  }

  private func screen(at moment: Int) -> any Screen {
    switch session.screen {
    case .library: return library
    case .patient: return patient ?? library
    case .preparation: return preparation ?? library
    case .practice, .demonstration: return practice(at: moment) ?? library
    case .debrief: return debrief ?? library
    case .settings: return settingsScreen
    case .lifeSize: return lifeSizeScreen
    case .trainees: return traineesScreen
    case .about: return aboutScreen
    case .history: return historyScreen
    case .replay: return replayScreen
    }
  }

  private var library: any Screen {
    let cases = listedCases.map(libraryCase)
    var screen = LibraryScreen(
      cases: cases, selected: listedCases.firstIndex(of: session.selected) ?? -1,
      offersIntroduction: session.isFirstStart && session.offersIntroduction)
    screen.header = libraryHeader
    return screen
  }

  private var patient: (any Screen)? {
    guard let attempt = session.underWay else { return nil }
    return CaseScreen(
      scenario: attempt.scenario, mode: attempt.header.mode, asked: attempt.attempt.asked,
      choice: session.chosen, reasons: session.reasons)
  }

  private var preparation: (any Screen)? {
    session.underWay.map { PreparationScreen($0.attempt, mode: $0.header.mode) }
  }

  private func dialog(_ question: Question) -> Dialog {
    switch question {
    case .leaveAttempt: .leaveAttempt
    case .endAttempt(let untouched): .endAttempt(untouched: untouched)
    case .loseAttempt(let reason): .loseAttempt(reason: reason)
    case .leftAttempt(let left): leftAttempt(left)
    case .deleteTrainee(let trainee, let attempts):
      .deleteTrainee(name: trainee.name, attempts: attempts)
    case .help:
      .help(
        KeyMap.help(
          on: session.screen, isExam: session.isExam, isAlone: session.isReplayAlone)
          + KeyMap.controllerHelp(on: session.screen, inputDevices))
    }
  }

  // MARK: Practice

  /// How the back lies in the frame; nil on screens where no hand works.
  var plate: PlateView? {
    guard session.screen == .practice || session.screen == .demonstration,
      let attempt = session.onScreen
    else { return nil }
    return PlateView.shown(
      view, attempt.currentPhase, back: attempt.scenario.patient.back, in: frame,
      pixelsPerMillimetre: pixelsPerMillimetre)
  }

  /// The view that the key turns to.
  var nextView: PlateView.Kind {
    guard let attempt = session.onScreen else { return view }
    let choices = PlateView.choices(
      attempt.currentPhase, back: attempt.scenario.patient.back, in: frame,
      pixelsPerMillimetre: pixelsPerMillimetre)
    return PlateView.next(after: plate?.kind ?? view, of: choices)
  }

  private func practice(at moment: Int) -> (any Screen)? {
    guard let attempt = session.onScreen else { return nil }
    let isGhost = session.demonstration != nil
    let time = attempt.time(at: moment)
    let state = attempt.attempt
    var model = PracticeModel(mode: attempt.header.mode, scenario: attempt.scenario)
    model.isDemonstration = isGhost
    model.demonstrationSpeed = session.speed.factor
    model.introduction = introduction
    model.take(attempt.scorer.reading)
    for (index, _) in model.entered.enumerated() {
      model.entered[index] = attempt.times.wasEntered(index)
    }
    model.view = view
    model.pixelsPerMillimetre = pixelsPerMillimetre
    model.now = Double(moment) / 1_000_000
    model.hasCushion = state.cushion == .under
    model.isSideLying = state.position == .sideLying
    model.aids = isGhost ? attempt.scenario.feedback.show : state.shown
    model.clock = Double(time) / 1_000_000
    model.stepTime = Double(attempt.times.total(at: time)) / 1_000_000
    model.contactTime = Double(attempt.times.contact(at: time)) / 1_000_000
    model.isPaused = attempt.isPaused && session.question == nil
    model.setPressure =
      attempt.header.device.pressure == .set && !isGhost ? attempt.pressure.share : nil
    model.cue = attempt.coach.line
    pictures.lines.follow(model.cue, at: model.now)
    model.lastCue = pictures.lines.last
    model.activeGuide = attempt.pacer.guide ?? model.activeGuide
    model.pacer = attempt.pacer.place
    if !isGhost, session.acceptsHands, makesHand(.controller) { model.hovering = sticks.hovering }
    if !isGhost, session.acceptsHands, makesHand(.mouse), !sticks.isShown, let plate,
      let place = pointer.place, plate.contains(place), target(at: place) == nil
    {
      model.pointer = plate.millimetres(place)
    }
    if let first = model.hands.indices.first {
      let hand = model.hands[first]
      model.hands[first].speed = calm(\.speed, hand.speed, at: moment)
      model.hands[first].deviation = calm(\.deviation, hand.deviation, at: moment)
      // The hand's own ring is heavy at once; only the gauge follows calmly.
      model.gaugedPressure = calm(\.pressure, hand.pressure, at: moment)
    } else {
      for value in [\Pictures.speed, \.deviation, \.pressure] {
        _ = calm(value, nil, at: moment)
      }
    }
    pictures.trail.follow(
      attempt.trail, phase: state.phaseIndex, attempt: attempt.header.start + (isGhost ? "d" : ""))
    model.trail = pictures.trail.contacts
    model.deviations = attempt.deviations.recent(at: time).map {
      DeviationPoint(time: Double($0.time) / 1_000_000, deviation: $0.deviation)
    }
    model.patient = attempt.patient.state
    pictures.breaths.follow(model.patient?.breath, at: model.clock)
    model.breaths = pictures.breaths.points
    return PracticeScreen(model, pictures: pictures.practice)
  }

  /// A value as a gauge shows it; with reduced motion the value itself.
  private func calm(
    _ smoother: WritableKeyPath<Pictures, Smoother>, _ value: Double?, at moment: Int
  ) -> Double? {
    let shown = pictures[keyPath: smoother].follow(value, at: moment)
    return isReducedMotion ? value : shown
  }

  // MARK: What changes by itself

  /// Whether the picture would change although nothing arrived.
  func needsFrame(at moment: Int) -> Bool {
    if pictures.focus.isFading, !isReducedMotion { return true }
    if pictures.panels.isFading { return true }
    if session.screen == .replay {
      return session.isRunning
        || (session.replayProgress != nil && pacer.isCalmFrameDue(at: moment))
    }
    if isDebriefFrameDue(at: moment) { return true }
    guard session.isRunning, let attempt = session.onScreen else { return false }
    if session.demonstration != nil || attempt.isAnyHandDown || sticks.isMoving { return true }
    if attempt.pacer.isMoving, attempt.attempt.shown.contains(.pacer) { return true }
    let surroundings = frame
    if !surroundings.isReducedMotion {
      if pictures.lines.isFading(at: Double(moment) / 1_000_000) { return true }
      // Breathing alone is calm enough for few frames.
      if pictures.breaths.isShown, !attempt.isPaused, pacer.isCalmFrameDue(at: moment) {
        return true
      }
    }
    return pictures.shown != passingState(at: moment)
  }

  private func passingState(at moment: Int) -> PassingState? {
    session.onScreen.map {
      PassingState(second: $0.time(at: moment) / 1_000_000, line: $0.coach.line)
    }
  }
}

extension AttemptUnderWay {
  /// The view in which its work begins; a drill has the work of one step.
  var firstView: PlateView.Kind {
    if case .phase(let id, _) = header.scope {
      return PlateView.first(for: scenario, only: scenario.phases.first { $0.id == id })
    }
    return PlateView.first(for: scenario)
  }

  /// The step under way.
  fileprivate var currentPhase: Phase? {
    attempt.phaseIndex.flatMap { scenario.phases.indices.contains($0) ? scenario.phases[$0] : nil }
  }
}
