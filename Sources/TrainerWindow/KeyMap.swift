import Scenarios
import Scenes
import Scoring
import Sessions
import Sounds

/// Which key does what, screen by screen. Keys that move the focus are the window's own.
enum KeyMap {
  /// The command of a key on a screen, before focus is asked; nil when the key means nothing here.
  static func command(
    _ key: Key, _ modifiers: Modifiers, session: Session, shown: [Target]
  ) -> Command? {
    if modifiers.contains(.control) {
      switch key {
      case .character("q"): return .quit
      case .character("f") where session.screen == .library && session.question == nil:
        return .find
      case .character("z") where session.screen == .settings || session.screen == .lifeSize:
        return .undoChange
      default: return nil
      }
    }
    guard !modifiers.contains(.alternate) else { return nil }
    // Only pressure goes on while its key is held.
    if modifiers.contains(.isRepeat) {
      switch key {
      case .character("["), .character("]"): break
      // Steps through a replay go on too.
      case .left, .right, .character(","), .character("."):
        guard session.screen == .replay else { return nil }
      case .character("-"), .character("+"), .character("="):
        guard session.screen == .lifeSize else { return nil }
      default: return nil
      }
    }
    if session.question != nil { return inQuestion(key, session: session) }
    switch key {
    case .help: return .help
    case .character("t"): return .toggleTheme
    case .escape where session.screen != .practice: return .back
    // In the debrief S drills a step; a comma slows a demonstration down and steps in a replay.
    case .character("s") where session.screen != .debrief && session.offersSettings,
      .character(",")
    where session.demonstration == nil && session.screen != .replay && session.offersSettings:
      return .settings
    default: break
    }
    switch session.screen {
    case .library: return inLibrary(key, session: session)
    case .patient: return onCase(key)
    case .preparation: return inPreparation(key)
    case .practice, .demonstration: return inPractice(key, session: session)
    case .debrief:
      return key == .character("s") ? offeredDrill(shown) : inDebrief(key)
    case .settings: return key == .character("u") ? .undoChange : nil
    case .lifeSize: return inLifeSize(key)
    case .trainees: return inTrainees(key, session: session)
    case .about: return nil
    case .history: return inHistory(key, shown)
    case .replay: return inReplay(key, session: session)
    }
  }

  private static func inQuestion(_ key: Key, session: Session) -> Command? {
    if case .leftAttempt(let left) = session.question {
      // It may come up while somebody types: its keys are none of the library's.
      switch key {
      case .character("r"): return left.hasEnded ? .confirm : .scoreLeftAttempt
      case .character("x"): return .discardLeftAttempt
      default: break
      }
    }
    if case .deleteTrainee = session.question {
      // What cannot be undone has a key of its own: Enter does nothing.
      return switch key {
      case .character("x"): .confirmDeletion
      case .escape: .cancel
      default: nil
      }
    }
    return switch key {
    case .character("i") where session.question == .help && session.screen == .library: .introduce
    case .enter: .confirm
    case .escape: .cancel
    default: nil
    }
  }

  private static func inLibrary(_ key: Key, session: Session) -> Command? {
    switch key {
    case .enter: .practise
    case .character("e"): .exam
    case .character("d"): .demonstrate
    case .character("/"): .find
    case .character("n"): .trainees
    case .character("h"): .history
    case .character("i"): .introduce
    case .character(let sign): drill(sign, session: session)
    default: nil
    }
  }

  private static func onCase(_ key: Key) -> Command? {
    switch key {
    case .enter: return .confirmDecision
    case .character("p"): return .choose(.proceed)
    case .character("r"): return .choose(.refer)
    case .character("e"), .character("m"): return .choose(.emergency)
    case .character(let sign):
      guard let number = sign.wholeNumberValue, (1...FlagGroup.allCases.count).contains(number)
      else { return nil }
      return .ask(FlagGroup.allCases[number - 1])
    default: return nil
    }
  }

  private static func inPreparation(_ key: Key) -> Command? {
    switch key {
    case .enter: return .startMassage
    case .character(let sign):
      return PreparationScreen.keys.first { $0.key.lowercased() == String(sign) }
        .map { .prepare($0.choice) }
    default: return nil
    }
  }

  private static func inPractice(_ key: Key, session: Session) -> Command? {
    if session.onScreen?.isPaused == true {
      switch key {
      case .enter, .space: return .resume
      case .escape: return .back
      default: break
      }
    }
    if case .character(let sign) = key, let command = whileTaught(sign, session: session) {
      return command
    }
    switch key {
    case .escape where session.introduction != nil: return .back
    case .escape: return session.demonstration == nil ? .endStep : .back
    case .enter: return session.demonstration == nil ? .endStep : nil
    case .space: return .pause
    case .character("z"): return .toggleView
    case .character("d"): return .demonstrate
    case .character("m") where !session.isExam: return .toggleSound(.metronome)
    case .character("["): return .pressureDown
    case .character("]"): return .pressureUp
    case .character(let sign):
      if let aid = aid(of: sign) { return .toggleAid(aid) }
      guard let number = sign.wholeNumberValue, number > 0,
        let phases = session.onScreen?.scenario.phases, number <= phases.count
      else { return nil }
      return .enterPhase(number - 1)
    default: return nil
    }
  }

  private static func inDebrief(_ key: Key) -> Command? {
    switch key {
    case .enter, .character("n"): .nextCase
    case .character("p"): .replay
    case .character("r"): .retry
    case .character("x"): .export
    case .space: .playDebrief
    case .left: .stepDeduction(-1)
    case .right: .stepDeduction(1)
    case .up: .stepStretch(-1)
    case .down: .stepStretch(1)
    default: nil
    }
  }
}
