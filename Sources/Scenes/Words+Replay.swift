import Catalogue
import Scenarios
import Scoring

/// Texts of the replay.
extension Words {
  enum Replay {
    static var title: String { Texts["replay.title"] }
    static var open: String { Texts["replay.open"] }
    static var attempt: String { Texts["replay.attempt"] }
    static var expert: String { Texts["replay.expert"] }
    static var reading: String { Texts["replay.reading"] }
    static var play: String { Texts["replay.play"] }
    static var pause: String { Texts["replay.pause"] }
    static var markBefore: String { Texts["replay.markBefore"] }
    static var markAfter: String { Texts["replay.markAfter"] }
    static var eventBefore: String { Texts["replay.eventBefore"] }
    static var eventAfter: String { Texts["replay.eventAfter"] }
    static var timeline: String { Texts["replay.timeline"] }
    static var now: String { Texts["replay.now"] }
    static var aim: String { Texts["replay.aim"] }
    static var attemptColumn: String { Texts["replay.attemptColumn"] }
    static var expertColumn: String { Texts["replay.expertColumn"] }
    static var speedRow: String { Texts["replay.speedRow"] }
    static var pressureRow: String { Texts["replay.pressureRow"] }
    static var pathRow: String { Texts["replay.pathRow"] }
    static var done: String { Texts["replay.done"] }
    static var nothingNow: String { Texts["replay.nothingNow"] }
    static var noHand: String { Texts["replay.noHand"] }
    static var paused: String { Texts["replay.paused"] }
    static var changes: String { Texts["replay.changes"] }
    static var deductions: String { Texts["replay.deductions"] }
    static var debrief: String { Texts["replay.debrief"] }
    static var close: String { Texts["replay.close"] }
    static var markHint: String { Texts["replay.markHint"] }
    static var eventHint: String { Texts["replay.eventHint"] }
    static var speedHint: String { Texts["replay.speedHint"] }
    static var endsHint: String { Texts["replay.endsHint"] }
    static var viewHint: String { Texts["replay.viewHint"] }

    static func upTo(_ millimetres: Double) -> String {
      Texts["replay.upTo", ["value": PracticeWords.number(millimetres)]]
    }

    static func count(_ technique: Technique) -> String {
      Texts["replay.count.\(technique.rawValue)"]
    }

    static func points(_ deduction: Deduction) -> String {
      Texts["replay.points", ["points": Words.Debrief.lost(deduction.points)]]
    }

    static func of(_ seconds: Double) -> String {
      Texts["replay.of", ["time": PracticeWords.time(seconds)]]
    }

    /// How fast it plays, as on a button: "½×" or "4×".
    static func speed(_ factor: Double) -> String {
      factor == 0.5 ? Texts["replay.half"] : Texts["replay.times", ["times": number(factor)]]
    }

    static func number(_ value: Double) -> String { Words.number(value, places: 1) }

    static func more(_ count: Int) -> String { Texts.count("replay.more", count) }
  }
}
