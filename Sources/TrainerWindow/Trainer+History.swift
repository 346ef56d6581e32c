import Foundation
import Scenes
import Sessions

/// What was made of the session's history, kept while it does not change: it may be long.
struct HistoryPicture {
  private var contents: HistoryContents?
  private var model: HistoryModel?

  /// - Parameter zone: in which attempts have their day and time.
  mutating func model(
    of contents: HistoryContents, trainee: String?, today: CalendarDay, zone: TimeZone = .current
  ) -> HistoryModel {
    if let model, model.today == today, model.trainee == trainee, self.contents == contents {
      return model
    }
    let made = HistoryModel(contents, trainee: trainee, today: today, zone: zone)
    self.contents = contents
    model = made
    return made
  }
}

/// The history screen, and what is done on it.
extension Trainer {
  /// The day where the trainee is.
  static var today: CalendarDay {
    HistoryModel.local(Int(Date.now.timeIntervalSince1970) / 60, in: .current).day
  }

  var historyScreen: HistoryScreen {
    HistoryScreen(
      pictures.history.model(
        of: session.history, trainee: session.trainee?.name, today: Trainer.today),
      choice: historyChoice, opening: session.openingAttempt)
  }

  /// Takes what was found beside the history; not while an attempt or its debrief stands on it.
  func takeAdoption() {
    guard session.underWay == nil, session.finished == nil, session.demonstration == nil,
      !session.isReplayAlone, let found = adoption.take()
    else { return }
    session.take(found)
    pacer.isStale = true
  }

  /// Shows the debrief that was opened from the history, once its record is read.
  func takeOpenedAttempt() {
    let before = session.screen
    guard session.takeOpenedAttempt() else { return }
    pacer.isStale = true
    guard session.screen != before else { return }
    scrolling.letGo()
    historyScrolling = scrolling
    take(screenAfter: before)
  }

  /// Looks whether other programs changed the history: an attempt in another window, a trainee who
  /// was deleted.
  func lookAgain() {
    guard hasLookedUpPast, session.screen == .library, session.question == nil,
      session.underWay == nil
    else { return }
    session.lookUpTrainees()
    session.lookUpPast()
    pacer.isStale = true
  }

  func performHistory(_ command: Command, at moment: Int) {
    switch command {
    case .history:
      historyChoice = HistoryChoice()
      return session.openHistory(at: moment)
    default: break
    }
    guard session.screen == .history, session.question == nil else { return }
    if case .openAttempt(let id) = command {
      historyChoice.attempt = id
      return session.openAttempt(id)
    }
    let screen = historyScreen
    let before = historyChoice
    // What is being opened is what is chosen.
    defer {
      if before.attempt != historyChoice.attempt || before.caseID != historyChoice.caseID {
        session.cancelOpening()
      }
    }
    switch command {
    case .selectAttempt(let id): historyChoice = screen.choosing(attempt: id)
    case .historyCurve(let curve): historyChoice.curve = curve
    case .stepHistoryCurve(let step): historyChoice = screen.choosingCurve(step)
    case .stepHistoryClass(let step): historyChoice = screen.choosingClass(step)
    case .stepHistoryCase(let step):
      historyChoice = screen.choosingCase(step)
      // Another list begins at its beginning.
      scrolling.reset()
    case .stepAttempt(let step):
      historyChoice = screen.choosingAttempt(step)
      guard let id = historyChoice.attempt else { return }
      if focus.command.map(isAttempt) ?? false { focus.set(.selectAttempt(id)) }
      reveal(.selectAttempt(id))
    default: break
    }
  }

  func isAttempt(_ command: Command) -> Bool {
    if case .selectAttempt = command { true } else { false }
  }
}
