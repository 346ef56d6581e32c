import Attempts
import Preferences
import Scenes
import Sessions

extension Trainer {
  /// Does what a person asked for by pointer or key.
  func perform(_ command: Command, at moment: Int) {
    pacer.isStale = true
    let before = session.screen
    let question = session.question
    session.dismissNotice()
    switch command {
    case .back: if !leaveSearch() { session.back(at: moment) }
    case .help: session.showHelp(at: moment)
    case .quit: session.close(at: moment)
    case .toggleTheme: session.change(.theme(isDark ? .light : .dark))
    case .selectCase(let place): select(caseAt: place)
    case .practise:
      if isCaseShown { session.begin(.practice, start: Trainer.wallClock, at: moment) }
    case .exam: if isCaseShown { session.begin(.exam, start: Trainer.wallClock, at: moment) }
    case .demonstrate: if isCaseShown { session.demonstrate(at: moment) }
    case .drill(let step):
      if isCaseShown { session.drill(step, start: Trainer.wallClock, at: moment) }
    case .introduce: session.beginIntroduction(start: Trainer.wallClock, at: moment)
    case .skipIntroductionStep: session.skipIntroductionStep()
    case .slower, .faster:
      let step = command == .faster ? 1 : -1
      session.changeSpeed(by: step, at: moment)
      session.changeReplaySpeed(by: step, at: moment)
    case .ask(let group): session.ask(group, at: moment)
    case .choose(let decision): session.choose(decision)
    case .toggleReason(let reason): session.toggle(reason)
    case .confirmDecision: session.confirmDecision(at: moment)
    case .prepare(let choice): session.prepare(choice, at: moment)
    case .startMassage: session.startMassage(at: moment)
    case .enterPhase(let index): session.enterPhase(index, at: moment)
    case .endStep: session.endStep(at: moment)
    case .pause: session.pause(at: moment)
    case .resume: session.resume(at: moment)
    case .toggleView: toggleView()
    case .showWholeBack: show(.wholeBack)
    case .showLowerBack: show(.lowerBack)
    case .showLifeSize: show(.lifeSize)
    case .pressureUp: session.changePressure(by: 1, at: moment)
    case .pressureDown: session.changePressure(by: -1, at: moment)
    case .toggleAid(let aid): session.toggle(aid, at: moment)
    case .endAttempt: session.askToEnd(at: moment)
    case .retry: session.retry(start: Trainer.wallClock, at: moment)
    case .nextCase: session.nextCase(start: Trainer.wallClock, at: moment)
    case .selectDeduction(let index) where session.screen == .replay:
      session.chooseInReplay(index, at: moment)
    case .replay, .scrub, .replaySpeed, .replayStart, .replayEnd, .stepMark, .stepEvent,
      .showChange:
      performReplay(command, at: moment)
    case .selectDeduction, .selectMark, .selectPlace, .selectAdvice, .stepDeduction, .stepStretch,
      .playDebrief, .debriefMoment, .debriefTimeline, .export:
      performDebrief(command, at: moment)
    case .toLibrary: session.toLibrary()
    case .confirm: session.confirm(at: moment)
    case .cancel: session.cancel(at: moment)
    case .history, .selectAttempt, .openAttempt, .historyCurve, .stepAttempt, .stepHistoryCurve,
      .stepHistoryCase, .stepHistoryClass:
      performHistory(command, at: moment)
    case .scoreLeftAttempt: session.scoreLeftAttempt(at: moment)
    case .discardLeftAttempt: session.discardLeftAttempt()
    case .settings, .about, .trainees, .lifeSize, .change, .toggleSound, .volume, .undoChange,
      .lifeSizeEdge, .stepLifeSize, .forgetLifeSize, .chooseTrainee, .nameField, .addTrainee,
      .renameTrainee, .renameField, .saveName, .deleteTrainee, .confirmDeletion, .find, .filter:
      performSetting(command, at: moment)
    }
    if session.screen != before { take(screenAfter: before) }
    if session.question != question { scrolling.reset(.dialog) }
  }

  /// Another screen stands, and begins at its beginning; the history goes on where an attempt was
  /// opened.
  func take(screenAfter before: Session.Screen) {
    leaveField()
    focus.clear()
    scrolling.reset()
    // The debrief and its replay show one attempt.
    let ofOneAttempt: [Session.Screen] = [.debrief, .replay]
    if !ofOneAttempt.contains(before) || !ofOneAttempt.contains(session.screen) {
      pictures.debrief = nil
    }
    forgetDebrief(after: before)
    chooseView(after: before)
    guard before == .debrief, session.screen == .history, let kept = historyScrolling else {
      return
    }
    scrolling = kept
  }

  /// Work begins in the view that shows it best; who comes back to it finds the one they left.
  private func chooseView(after before: Session.Screen) {
    guard [.practice, .demonstration].contains(session.screen),
      [.library, .patient, .preparation, .debrief].contains(before),
      let attempt = session.onScreen
    else { return }
    view = attempt.firstView
  }

  private func toggleView() {
    guard session.screen == .replay else { return show(nextView) }
    replayView = replayView == .wholeBack ? .lowerBack : .wholeBack
  }

  /// The view does not change while a hand is down: a record's millimetres per pixel hold for a
  /// whole contact.
  private func show(_ kind: PlateView.Kind) {
    guard session.underWay?.isAnyHandDown != true else { return }
    view = kind
    if let plate = Settings.Plate(rawValue: kind.rawValue) { session.remember(plate: plate) }
  }
}
