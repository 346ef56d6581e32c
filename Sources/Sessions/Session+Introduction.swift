import Attempts
import Catalogue
import Scenarios
import Scoring

/// The three guided minutes.
extension Session {
  /// Index of the case they are made on: the easiest to massage that has strokes, then circles,
  /// and an area in spasm to see; nil where the library has none.
  var introductionCase: Int? {
    cases.indices.filter { index in
      let scenario = cases[index].scenario
      return scenario.decision == .proceed && scenario.phases.first?.technique == .stroking
        && scenario.phases.contains { $0.technique == .combCircles }
        && scenario.spasm.contains { $0.reveal == .drawn }
    }.min {
      cases[$0].scenario.difficulty.rawValue < cases[$1].scenario.difficulty.rawValue
    }
  }

  public var offersIntroduction: Bool { introductionCase != nil }

  /// Begins them, from the library or from its help.
  ///
  /// - Parameter start: the wall clock, ISO 8601 in UTC.
  public mutating func beginIntroduction(start: String, at moment: Int) {
    guard screen == .library, question == nil || question == .help, underWay == nil,
      let index = introductionCase
    else { return }
    let caseFile = cases[index]
    let header = Header(
      mode: .drill, device: Device(kind: .mouse, pressure: .set), ruleSet: RuleSet.latest.number,
      program: setting.program, start: start, trainee: setting.trainee,
      shown: Aid.allCases)
    // Nothing of it is kept, so nothing is written.
    underWay = AttemptUnderWay(of: caseFile, header: header, at: moment, events: .inMemory)
    introduction = GuidedIntroduction(for: caseFile.scenario)
    question = nil
    notice = nil
    finished = nil
    rememberFirstStart()
    selected = index
    underWay?.act(.decision(.proceed), at: moment)
    if let first = caseFile.scenario.phases.first {
      underWay?.act(.phase(first.id), at: moment)
    }
    screen = .practice
  }

  /// Goes on to the next thing without having seen this one.
  public mutating func skipIntroductionStep() {
    guard question == nil else { return }
    introduction?.skip()
  }

  /// Looks whether what is asked was done.
  mutating func guide(at moment: Int) {
    guard introduction != nil, let attempt = underWay else { return }
    if attempt.header.device.pressure == .none, introduction?.step == .pressure {
      introduction?.skip()
    }
    let phase = attempt.attempt.phaseIndex.map { attempt.scenario.phases[$0] }
    introduction?.see(
      GuidedIntroduction.Sight(
        phase: phase, reading: attempt.scorer.reading, source: attempt.header.device.pressure,
        setPressure: attempt.pressure.share))
  }

  /// Back to the library; what was done is forgotten.
  mutating func endIntroduction() {
    guard let ended = introduction else { return }
    introduction = nil
    underWay = nil
    demonstration = nil
    question = nil
    screen = .library
    if ended.isOver { tell(Notice(.information, Texts["introduction.over"])) }
  }
}
