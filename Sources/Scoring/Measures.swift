import Attempts
import Geometry
import Scenarios

/// What a finished fold came to, read by the criteria.
///
/// A class: every word of a deduction that may be read later holds on to it.
final class Measures {
  let scorer: Scorer
  let fold: Fold
  /// Indices of the phases that are asked, and how far each guide, point and area of them was done,
  /// 0 to 1.
  let asked: [Int]
  private let done: [[Double]]
  /// How far everything asked was done, 0 to 1: the mean over all guides, points and areas.
  let completion: Double

  init(_ scorer: Scorer, _ fold: Fold) {
    self.scorer = scorer
    self.fold = fold
    asked = fold.prepared.phases.indices.filter { fold.prepared.phases[$0].isAsked }
    done = asked.map { Measures.done($0, in: fold) }
    let all = done.flatMap { $0 }
    completion = all.isEmpty ? 0 : all.reduce(0, +) / Double(all.count)
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

  private static func done(_ phase: Int, in fold: Fold) -> [Double] {
    let prepared = fold.prepared.phases[phase]
    var done = fold.guides[phase].map { $0.tally.coverage(of: $0.guide) }
    if let circles = prepared.circles {
      done += zip(circles.lanes, fold.lanes[phase]).map { $1.done(of: $0) }
    }
    if let presses = prepared.points {
      done += zip(presses.points, fold.points[phase]).map { $1.done(of: $0) }
    }
    if let area = prepared.lifts { done.append(fold.lifts[phase].done(of: area)) }
    return done
  }

  /// The asked phase of which least was done, the first on a tie.
  var leastDonePhase: Int? {
    var least: (phase: Int, done: Double)?
    for (phase, parts) in zip(asked, done) {
      guard !parts.isEmpty else { continue }
      let mean = parts.reduce(0, +) / Double(parts.count)
      if mean < least?.done ?? 1 { least = (phase, mean) }
    }
    return least?.phase
  }

  func notShown(_ criterion: Criterion) -> CodeLoss {
    CodeLoss(
      code: criterion.rawValue + ".notShown", share: 1 - completion, phase: leastDonePhase,
      spans: SpanList(0, attempt.time),
      message:
        "Not shown: \(criterion.rawValue) keeps at most \(Words.percent(self.completion)), as much as was "
        + "done of what the case asks; \(self.whatIsMissing)")
  }

  /// Why less than everything counts as done, in the phase of which least was.
  private var whatIsMissing: String {
    guard let phase = leastDonePhase else { return "do everything that is asked" }
    let title = scenario.phases[phase].title
    var (hasty, reversed, rubbed) = (0, 0, 0)
    for track in fold.guides[phase] {
      hasty += track.tally.hasty
      reversed += track.tally.reversed
      rubbed += track.tally.rubbed
    }
    for lane in fold.lanes[phase] { hasty += lane.hasty }
    let prepared = fold.prepared.phases[phase]
    if hasty > 0, hasty >= reversed, let speed = prepared.speed {
      return "\(hasty) \(prepared.circles == nil ? "strokes" : "circles") of \(title) were over "
        + "\(Words.whole(speed.noneHigh)) mm/s, too fast to count"
    }
    if rubbed > 0, rubbed >= reversed {
      return "\(rubbed) strokes of \(title) went to and fro, which does not count"
    }
    if reversed > 0 {
      return "\(reversed) strokes of \(title) ran against the guide, which does not count"
    }
    switch prepared.work {
    case .strokes: return "make every stroke of \(title), all along its guide"
    case .circles: return "make every circle of \(title), along the whole lane"
    case .presses: return "press every point of \(title) for its whole time"
    case .lifts: return "make every lift of \(title), over the whole area"
    }
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
    if judgesHands, fold.isTimed {
      let allowed = scenario.patient.prescription.allow
      if let time = scorer.hands.criticalVibration, !allowed.contains(.vibration) {
        faults.append((time, "technique.vibration"))
      }
      if let time = scorer.hands.criticalTapping, !allowed.contains(.tapping) {
        faults.append((time, "technique.tapping"))
      }
      if let time = fold.criticalKidney { faults.append((time, "spasm.kidney")) }
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
