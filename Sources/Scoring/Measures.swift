import Attempts
import Geometry
import Scenarios

/// What a finished fold came to, read by the criteria.
struct Measures {
  let scorer: Scorer
  let fold: Fold

  init(_ scorer: Scorer, _ fold: Fold) {
    self.scorer = scorer
    self.fold = fold
  }

  var rules: RuleSet { scorer.rules }
  var scenario: Scenario { scorer.scenario }
  var attempt: Attempt { scorer.attempt }

  var isWhole: Bool { scorer.header.scope == .whole }

  /// The trainee ended it; a foreign record ends with its last event.
  var hasEnded: Bool {
    attempt.hasEnded || (scorer.header.origin == .foreign)
  }

  /// Whether the hands are judged: the trainee proceeded, or only a phase is asked.
  var judgesHands: Bool { !isWhole || attempt.decision == .proceed }

  /// Indices of the phases that are asked.
  var asked: [Int] { fold.prepared.phases.indices.filter { fold.prepared.phases[$0].isAsked } }

  /// How far everything asked was done, 0 to 1: the mean over all guides of the case.
  var completion: Double {
    var done: [Double] = []
    for phase in asked {
      for track in fold.guides[phase] { done.append(track.tally.coverage(of: track.guide)) }
    }
    if done.isEmpty {
      // Nothing of what is asked has a measure of completeness: touching at all is all there is.
      return asked.contains { fold.phases[$0].contact > 0 } ? 1 : 0
    }
    return done.reduce(0, +) / Double(done.count)
  }

  /// The asked phase of which least was done, the first on a tie.
  var leastDonePhase: Int? {
    var least: (phase: Int, done: Double)?
    for phase in asked where !fold.guides[phase].isEmpty {
      let tracks = fold.guides[phase]
      let done =
        tracks.reduce(0) { $0 + $1.tally.coverage(of: $1.guide) } / Double(tracks.count)
      if done < least?.done ?? 1 { least = (phase, done) }
    }
    return least?.phase
  }

  func notShown(_ criterion: Criterion) -> CodeLoss {
    CodeLoss(
      code: criterion.rawValue + ".notShown", share: 1 - completion, phase: leastDonePhase,
      spans: SpanList(0, attempt.time),
      message:
        "Not shown: \(criterion.rawValue) keeps at most \(Words.percent(completion)), as much as was "
        + "done of what the case asks; make every stroke")
  }

  /// Codes of critical faults, in order of time.
  var critical: [String] {
    var faults: [(time: Int, code: String)] = []
    if isWrongDecisionCritical {
      faults.append((scorer.moments.decision ?? 0, "procedure.wrongDecision"))
    }
    if isWhole, let allergen = attempt.product?.allergen,
      scenario.patient.allergies.contains(allergen)
    {
      faults.append((scorer.moments.product ?? 0, "procedure.allergy"))
    }
    if judgesHands, let wentOn = fold.areas.compactMap(\.wentOn).min() {
      faults.append((wentOn, "spasm.wentOn"))
    }
    return faults.enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }.map(\.element.code)
  }
}

/// Numbers in the sentences of deductions.
enum Words {
  static func percent(_ share: Double) -> String {
    Figure(share * 100, places: 0).description + " %"
  }

  static func millimetres(_ nanometres: Int) -> String {
    Figure(FixedLength.millimetres(nanometres), places: 0).description + " mm"
  }

  static func whole(_ value: Double) -> String { Figure(value, places: 0).description }

  static func seconds(_ microseconds: Int) -> String {
    Figure(Double(microseconds) / 1_000_000, places: 1).description + " s"
  }
}
