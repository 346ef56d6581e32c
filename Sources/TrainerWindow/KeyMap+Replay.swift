import Catalogue
import Scenes
import Sessions

/// Keys of the replay.
extension KeyMap {
  static func inReplay(_ key: Key, session: Session) -> Command? {
    guard session.replay != nil else { return nil }
    return switch key {
    case .space, .enter: session.isRunning ? .pause : .resume
    case .left: .stepMark(-1)
    case .right: .stepMark(1)
    case .character(","): .stepEvent(-1)
    case .character("."): .stepEvent(1)
    case .character("-"): .slower
    case .character("+"), .character("="): .faster
    case .home: .replayStart
    case .end: .replayEnd
    case .character("v"), .character("z"): .toggleView
    default: nil
    }
  }

  static var replay: [Hint] {
    [
      Hint("Space", text: Texts["replay.keys.play"]),
      Hint("←", "→", text: Texts["replay.keys.marks"]),
      Hint(",", ".", text: Texts["replay.keys.events"]),
      Hint("−", "+", text: Texts["replay.keys.speed"]),
      Hint("Home", "End", text: Texts["replay.keys.ends"]),
      Hint("Tab", "←", "→", text: Texts["replay.keys.scrub"]),
      Hint("V", text: Texts["replay.keys.view"]),
    ]
  }
}
