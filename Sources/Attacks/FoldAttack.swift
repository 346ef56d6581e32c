import Attempts
import Scenarios
import Scoring

/// Events in any order are judged, and the judgement adds up, however often it is asked for on the
/// way.
enum FoldAttack {
  static func strike(_ bytes: [UInt8], _ cases: [Scenario]) throws(Finding) {
    let script = FoldScript(bytes, cases)
    let scenario = cases[script.caseIndex]
    var plain = Scorer(scenario: scenario, header: script.header)
    for case .event(let event) in script.steps { plain.add(event) }
    let result = plain.result()
    try check(result, plain)
    var asked = Scorer(scenario: scenario, header: script.header)
    let cut = script.steps.count * script.cut / 256
    for (index, step) in script.steps.enumerated() {
      if index == cut { asked = try snapshot(asked) }
      switch step {
      case .event(let event): asked.add(event)
      case .look: try look(at: asked)
      }
    }
    try look(at: asked)
    try demand(
      asked.result() == result, "asked in between, the result is \(asked.result()), not \(result)")
  }

  /// A copy that goes on after the original was judged.
  private static func snapshot(_ scorer: Scorer) throws(Finding) -> Scorer {
    let copy = scorer
    try check(scorer.result(), scorer)
    try look(at: scorer)
    return copy
  }

  private static func look(at scorer: Scorer) throws(Finding) {
    let reading = scorer.reading
    let cue = scorer.cue
    try demand(cue == scorer.cue, "the cue \(cue) changes while nothing happens")
    for hand in reading.hands {
      try demand(hand.speed.map { $0.isFinite && $0 >= 0 } ?? true, "a speed of \(hand)")
      try demand(hand.deviation?.isFinite ?? true, "a deviation of \(hand)")
    }
    for guide in reading.guides {
      try demand((0...1).contains(guide.done), "\(guide.done) of a guide is done")
      try demand((0...1).contains(guide.currentCoverage), "\(guide.currentCoverage) is covered")
    }
    for point in reading.points {
      try demand((0...1).contains(point.done), "\(point.done) of a point is done")
    }
    if let lifts = reading.lifts {
      try demand((0...1).contains(lifts.done), "\(lifts.done) of the lifts are done")
    }
  }

  /// The sums of a result, in tenths of a point.
  static func check(_ result: Result, _ scorer: Scorer) throws(Finding) {
    try demand(
      result.score.places == 1 && (0...1_000).contains(result.score.units),
      "a score of \(result.score)")
    let lost = result.criteria.reduce(0) { $0 + $1.lost.units }
    try demand(result.score.units == 1_000 - lost, "\(result.score) with \(lost) tenths lost")
    let points = result.deductions.reduce(0) { $0 + $1.points.units }
    try demand(points == lost, "deductions of \(points) tenths, \(lost) lost")
    let weights = result.criteria.reduce(0) { $0 + $1.effectiveTenths }
    try demand(
      weights == (result.criteria.contains(where: \.assessed) ? 1_000 : 0),
      "what is assessed weighs \(weights) tenths")
    for criterion in result.criteria { try check(criterion, result) }
    for deduction in result.deductions {
      try demand(deduction.points.units > 0, "a deduction of nothing: \(deduction)")
      try demand(!deduction.message.isEmpty, "a deduction without words: \(deduction.code)")
      for span in deduction.spans {
        try demand(
          0 <= span.start.units && span.start.units <= span.end.units,
          "\(deduction.code) lasts from \(span.start) to \(span.end)")
      }
    }
    let hasEnded = scorer.attempt.hasEnded
    try demand(
      (result.verdict == .abandoned) != hasEnded,
      "the verdict is \(result.verdict) of an attempt that has\(hasEnded ? "" : " not") ended")
    try demand(
      result.verdict != .passed
        || result.score.units >= result.passMark * 10 && result.critical.isEmpty
          && result.below.isEmpty,
      "passed with \(result)")
    let steps = scorer.header.scope == .whole ? scorer.scenario.phases.count : 1
    try demand(result.phases.count <= steps, "\(result.phases.count) steps of \(steps)")
  }

  private static func check(_ criterion: CriterionResult, _ result: Result) throws(Finding) {
    let name = criterion.criterion
    try demand(
      (0...criterion.effectiveTenths).contains(criterion.lost.units),
      "\(name) lost \(criterion.lost) of \(criterion.effectiveTenths) tenths")
    try demand(
      criterion.assessed || criterion.effectiveTenths == 0, "\(name) is not assessed and weighs")
    let points = result.deductions.filter { $0.criterion == name }.reduce(0) {
      $0 + $1.points.units
    }
    try demand(points == criterion.lost.units, "\(name) lost \(criterion.lost), told \(points)")
  }
}
