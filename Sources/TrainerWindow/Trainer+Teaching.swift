import Attempts
import Catalogue
import Scenarios
import Scenes
import Sessions

/// What the session teaches beside the screens: guided minutes, what an exam hid.
extension Trainer {
  /// The sentence of the guided minutes; nil outside them.
  var introduction: PracticeIntroduction? {
    guard let guided = session.introduction, let attempt = session.underWay else { return nil }
    let isMeasured = attempt.header.device.pressure == .measured
    let comb = attempt.scenario.phases.firstIndex { $0.technique == .combCircles }
    let text =
      switch guided.step {
      case .stroke: Texts["introduction.stroke"]
      case .pressure:
        isMeasured ? Texts["introduction.pressureMeasured"] : Texts["introduction.pressure"]
      case .pacer: Texts["introduction.pacer"]
      case .circles: Texts["introduction.circles", ["number": String((comb ?? 0) + 1)]]
      case .spasm:
        guided.hasTouchedArea ? Texts["introduction.spasmTouched"] : Texts["introduction.spasm"]
      case .end: Texts["introduction.end"]
      }
    return PracticeIntroduction(
      text: text, number: guided.place + 1, count: guided.steps.count,
      isWarning: guided.hasTouchedArea)
  }

  /// What an exam hid, and for how long its window was without the keyboard; nil of anything else.
  static func examNote(_ finished: FinishedAttempt) -> String? {
    guard finished.header.mode == .exam else { return nil }
    return examNote(
      hidden: finished.caseFile.scenario.feedback.show, away: finished.timeWithoutFocus)
  }

  /// - Parameter away: microseconds without the keyboard; less than half a second is not told.
  nonisolated static func examNote(hidden: [Aid], away: Int) -> String {
    let aids = hidden.map(name) + [Texts["examination.redFlags"]]
    let note = Texts["examination.hidden", ["aids": aids.joined(separator: ", ")]]
    let seconds = (away + 500_000) / 1_000_000
    guard seconds > 0 else { return note }
    let rest = seconds % 60
    let time = "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
    return note + " " + Texts["examination.away", ["time": time]]
  }

  private nonisolated static func name(_ aid: Aid) -> String {
    switch aid {
    case .guide: Texts["aid.guide"]
    case .gauges: Texts["aid.gauges"]
    case .coach: Texts["aid.coach"]
    case .pacer: Texts["aid.pacer"]
    case .warmth: Texts["aid.warmth"]
    case .comfort: Texts["aid.comfort"]
    }
  }

  /// A question of an exam says that the clock does not wait for the answer.
  func withClock(_ dialog: Dialog, _ question: Question) -> Dialog {
    guard session.isExam else { return dialog }
    switch question {
    case .leaveAttempt, .endAttempt, .help:
      var dialog = dialog
      dialog.text += " " + Texts["examination.clockRuns"]
      return dialog
    case .loseAttempt, .leftAttempt, .deleteTrainee: return dialog
    }
  }
}
