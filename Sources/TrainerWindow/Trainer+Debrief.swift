import Scenes
import Scoring
import Sessions

/// The debrief, and what is done in it.
extension Trainer {
  /// Microseconds from frame to frame while the way is played: it goes as fast as a hand does.
  private static let playPeriod = 33_333
  /// With reduced motion the hands move on once a second, and nothing moves in between.
  private static let calmPeriod = 1_000_000
  /// Seconds that an arrow key leads on, of a step and of the whole attempt.
  private static let (step, leap) = (1.0, 5.0)

  var debrief: DebriefScreen? {
    guard let finished = session.finished else { return nil }
    let model: DebriefModel
    if let kept = pictures.debrief {
      model = kept
    } else {
      model = DebriefModel(
        scenario: finished.caseFile.scenario, result: finished.result, events: finished.events,
        effect: finished.effect,
        last: finished.last.map { DebriefModel.Last(score: $0.score, kept: $0.kept) })
      pictures.debrief = model
      pictures.debriefPictures = DebriefPictures()
    }
    var screen = DebriefScreen(model: model, hasNext: session.cases.count > 1)
    screen.choice = debriefChoice
    screen.pictures = pictures.debriefPictures
    screen.note = Trainer.examNote(finished)
    screen.isFromHistory = finished.isFromHistory
    screen.canExport = reports != nil && finished.isWorthKeeping
    return screen
  }

  func performDebrief(_ command: Command, at moment: Int) {
    guard session.screen == .debrief, session.question == nil, let screen = debrief else { return }
    switch command {
    case .selectDeduction(let index), .selectMark(let index), .selectPlace(let index):
      debriefChoice = screen.choosing(deduction: index)
    case .selectAdvice(let place):
      guard let index = screen.deduction(ofAdvice: place) else { return }
      debriefChoice = screen.choosing(deduction: index)
      // Where the cards stand below each other, the back is brought into sight.
      reveal(.playDebrief)
    case .stepDeduction(let step):
      guard let index = screen.neighbour(step) else { return }
      debriefChoice = screen.choosing(deduction: index)
    case .stepStretch(let step): debriefChoice = screen.steppingStretch(step)
    case .playDebrief, .debriefMoment, .debriefTimeline:
      debriefChoice = screen.togglingPlay()
      debriefMoved = moment
    case .export: exportDebrief()
    default: break
    }
  }

  /// Leads to the moment under the pointer that draws a slider of the debrief.
  func drawDebrief(_ command: Command, to share: Double) {
    guard let screen = debrief else { return }
    let range =
      command == .debriefTimeline ? 0...screen.model.duration : screen.range
    debriefChoice = screen.moving(
      to: range.lowerBound + min(max(share, 0), 1) * (range.upperBound - range.lowerBound))
    debriefMoved = Moments.now
    pacer.isStale = true
  }

  /// Whether an arrow key leads from moment to moment, because a slider of the debrief has the focus.
  func moveDebrief(by key: Key) -> Bool {
    guard key == .left || key == .right, session.screen == .debrief, let screen = debrief,
      focus.command == .debriefMoment || focus.command == .debriefTimeline
    else { return false }
    let way = focus.command == .debriefMoment ? Trainer.step : Trainer.leap
    debriefChoice = screen.moving(by: key == .left ? -way : way)
    debriefMoved = Moments.now
    return true
  }

  /// Lets the played time pass; it stands while a question or another screen does.
  func playDebrief(to moment: Int) {
    guard debriefChoice.isPlaying else { return }
    guard session.screen == .debrief, session.question == nil else {
      debriefMoved = moment
      return
    }
    guard isDebriefFrameDue(at: moment), let screen = debrief else { return }
    debriefChoice = screen.playing(for: Double(moment - debriefMoved) / 1_000_000)
    debriefMoved = moment
    pacer.isStale = true
  }

  /// Whether what is played has moved on so far that it is to be drawn.
  func isDebriefFrameDue(at moment: Int) -> Bool {
    guard debriefChoice.isPlaying, session.screen == .debrief, session.question == nil else {
      return false
    }
    return moment - debriefMoved >= (isReducedMotion ? Trainer.calmPeriod : Trainer.playPeriod)
  }

  /// Another attempt is looked at from its beginning; who comes back from the settings or the replay
  /// finds what was chosen.
  func forgetDebrief(after before: Session.Screen) {
    debriefChoice.isPlaying = false
    let beside: [Session.Screen] = [.settings, .trainees, .about, .lifeSize, .replay]
    guard !beside.contains(before), !beside.contains(session.screen) else { return }
    debriefChoice = DebriefChoice()
  }
}
