import Attempts
import Scenarios

/// Watching the expert.
extension Session {
  /// Plays the selected case from the library, or the phase under way in practice. An exam has no
  /// demonstration.
  public mutating func demonstrate(at moment: Int) {
    guard question == nil, demonstration == nil, introduction == nil, !isExam else { return }
    switch screen {
    case .library:
      guard let caseFile = selectedCase else { return }
      play(caseFile, phase: nil, at: moment)
      if demonstration != nil { screen = .demonstration }
    case .practice:
      guard let attempt = underWay, let index = attempt.attempt.phaseIndex else { return }
      underWay?.pause(at: moment)
      play(attempt.caseFile, phase: attempt.scenario.phases[index].id, at: moment)
    case .patient, .preparation, .demonstration, .debrief, .settings, .lifeSize, .trainees, .about,
      .history, .replay:
      break
    }
  }

  private mutating func play(_ caseFile: CaseFile, phase: String?, at moment: Int) {
    let play = DemonstrationPlay(
      of: caseFile, phase: phase, program: setting.program, at: moment)
    if play.isOver {
      tell(Notice(.information, SessionWords.nothingToDemonstrate))
    } else {
      demonstration = play
      demonstration?.play(at: speed, from: moment)
    }
  }

  /// Plays slower (-1) or faster (1); the next demonstration keeps it.
  public mutating func changeSpeed(by step: Int, at moment: Int) {
    guard demonstration != nil, question == nil, let new = speed.neighbour(step) else { return }
    speed = new
    demonstration?.play(at: new, from: moment)
  }

  /// Ends the playing: back in the library, or in the paused attempt.
  mutating func endDemonstration(at moment: Int) {
    demonstration = nil
    if screen == .demonstration { screen = .library }
  }
}
