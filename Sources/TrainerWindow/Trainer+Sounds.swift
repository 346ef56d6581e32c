import Catalogue
import Patients
import Preferences
import Scenes
import Scoring
import Sessions
import Sounds

/// What is heard of the session.
struct TrainerSounds {
  let output: SoundOutput
  var live = LiveSounds()
  /// When the device was told last what is to be heard.
  var told = Int.min / 2
  /// Whether a device was asked for since practice was entered.
  var wasOpened = false
  /// Whether a person switched a sound on and has not heard yet that there is no device.
  var isAwaited = false

  /// Microseconds between two looks at the hands, well below what can be heard as late.
  static let period = 8_000
  /// Seconds for which closing the window waits for the device.
  static let patience = 1.0

  init(_ output: SoundOutput) { self.output = output }
}

extension Trainer {
  /// Why nothing is heard and what of it, in a sentence; nil while there is nothing to say.
  public var soundProblem: String? {
    guard case .missing(let reason) = heard.output.status else { return nil }
    return Texts["sounds.missing", ["reason": reason]]
  }

  /// Tells the device what is to be heard now. The first time that something is due it is opened.
  func giveSounds(at moment: Int) {
    let isDue = hasSounds
    if !isDue { heard.wasOpened = false }
    if isDue, sounds.isAnyOn, !heard.wasOpened {
      heard.wasOpened = true
      heard.output.open()
    }
    tellOfMissingDevice()
    guard !isDue || moment - heard.told >= TrainerSounds.period else { return }
    heard.told = moment
    heard.output.follow(soundState(isDue: isDue), sounds)
  }

  /// Sounds are aids: an exam has none. A pause is silent, and so is a question.
  var hasSounds: Bool {
    session.isRunning && session.question == nil
      && (session.demonstration != nil || !session.isExam)
  }

  func soundState(isDue: Bool) -> SoundState {
    guard isDue, sounds.isAnyOn, let attempt = session.onScreen else { return .silent }
    return heard.live.state(
      of: attempt.scenario, attempt.scorer.reading, guide: attempt.pacer.guide,
      isInPain: attempt.patient.state.isInPain)
  }

  /// Which sounds are wanted now.
  var sounds: SoundSettings {
    let chosen = session.settings.sounds
    return SoundSettings(
      metronome: chosen.metronome, speedTone: chosen.speedTone,
      spasmWarning: chosen.spasmWarning, volume: Double(chosen.volume) / 100)
  }

  /// Who asks for a sound and hears none is told why; otherwise a missing device is no event. Once
  /// the hand works again the sentence was read.
  private func tellOfMissingDevice() {
    if session.underWay?.isAnyHandDown == true, let notice = session.notice,
      notice.text == soundProblem
    {
      session.dismissNotice()
      pacer.isStale = true
    }
    guard heard.isAwaited else { return }
    switch heard.output.status {
    case .idle, .opening: break
    case .playing, .closed: heard.isAwaited = false
    case .missing:
      heard.isAwaited = false
      if let soundProblem {
        session.tell(Notice(.information, soundProblem))
        pacer.isStale = true
      }
    }
  }
}
